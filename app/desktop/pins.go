//go:build !nogui

package desktop

import (
	"maps"
	"slices"
	"strings"

	"footpath/mapmodel"
)

// pinned is what the library's own view remembers of the pins: the IDs of the maps that stand first on home. Pins are the
// person's, and no change of a map.
const pinned = "pinned"

// readPins gives the maps that stand first. It waits for the disk.
func (pr *Program) readPins() map[mapmodel.ID]bool {
	pins := map[mapmodel.ID]bool{}
	view, err := pr.views.get(pr.p.Library.ID())
	if err != nil {
		return pins // without them nothing stands first, and nothing is lost
	}
	for word := range strings.FieldsSeq(view.Export[pinned]) {
		if id, err := mapmodel.ParseID(word); err == nil {
			pins[id] = true
		}
	}
	return pins
}

// pin lets a map stand first, or no longer.
func (pr *Program) pin(id mapmodel.ID, on bool) {
	pins := maps.Clone(pr.pins)
	if pins == nil {
		pins = map[mapmodel.ID]bool{}
	}
	delete(pins, id)
	if on {
		pins[id] = true
	}
	pr.pins = pins
	pr.home.SetPins(pins)
	var all []string
	for id := range pins {
		all = append(all, id.String())
	}
	slices.Sort(all)
	pr.jobs.do(func() {
		if err := pr.note(pinned, strings.Join(all, " ")); err != nil {
			pr.p.Later(func() { pr.problem(err) })
		}
	})
	pr.focus()
}

// note remembers something in the library's own view. It waits for the disk.
func (pr *Program) note(what, value string) error {
	id := pr.p.Library.ID()
	view, err := pr.views.get(id)
	if err != nil {
		return err
	}
	view.Export = maps.Clone(view.Export)
	if view.Export == nil {
		view.Export = map[string]string{}
	}
	view.Export[what] = value
	return pr.views.put(id, view)
}

func (pr *Program) focusedPinned() bool {
	m, ok := pr.home.Focused()
	return ok && pr.pins[m.ID]
}

// onFocused does something with the map that has the focus on home.
func (pr *Program) onFocused(do func(mapmodel.ID)) {
	if m, ok := pr.home.Focused(); ok {
		do(m.ID)
	}
}
