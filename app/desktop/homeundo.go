//go:build !nogui

package desktop

import (
	"strings"

	"footpath/app/words"
	"footpath/mapmodel"
)

// homeStep is something done to the maps on home, which can be taken back there. Of a map's own steps the board takes care.
type homeStep struct {
	said        string // what it was, as the menu names it
	back, again func()
}

// homeSteps are what was done since home came on the screen, and what of it was taken back.
type homeSteps struct{ done, undone []homeStep }

// didAtHome remembers a step that is being done.
func (pr *Program) didAtHome(s homeStep) {
	pr.steps = homeSteps{done: append(pr.steps.done, s)}
	pr.refreshMenu()
}

// undoAtHome takes back the last step.
func (pr *Program) undoAtHome() {
	pr.travelAtHome(&pr.steps.done, &pr.steps.undone, words.BoardNothingToUndo, func(s homeStep) { s.back() })
}

// redoAtHome does again what was taken back last.
func (pr *Program) redoAtHome() {
	pr.travelAtHome(&pr.steps.undone, &pr.steps.done, words.BoardNothingToRedo, func(s homeStep) { s.again() })
}

// travelAtHome moves the last step of one list to the other and goes its way; none is said where there is no step.
func (pr *Program) travelAtHome(from, to *[]homeStep, none words.Key, way func(homeStep)) {
	n := len(*from) - 1
	if n < 0 {
		pr.notice(pr.say(none), false)
		return
	}
	last := (*from)[n]
	*from, *to = (*from)[:n:n], append(*to, last)
	way(last)
	pr.refreshMenu()
}

// saidAtHome is what undo or redo is called on home: with the last of some steps.
func (pr *Program) saidAtHome(key words.Key, steps []homeStep) string {
	if len(steps) == 0 {
		return ""
	}
	return pr.sayWith(key, words.Args{"what": steps[len(steps)-1].said})
}

// bin throws a map into the bin or takes it out again, and offers to take that back.
func (pr *Program) bin(id mapmodel.ID, bin bool) {
	said := words.CommandRestore
	if bin {
		said = words.CommandMoveToBin
	}
	pr.didAtHome(homeStep{
		said:  pr.say(said),
		back:  func() { pr.travelBin(id, !bin, pr.redoAtHome) },
		again: func() { pr.travelBin(id, bin, pr.undoAtHome) },
	})
	pr.setBin(id, bin, pr.undoAtHome)
}

// travelBin throws a map into the bin or takes it out again, as undo and redo do: what comes back is selected.
func (pr *Program) travelBin(id mapmodel.ID, bin bool, takeBack func()) {
	pr.setBin(id, bin, takeBack)
	if !bin {
		pr.reloadThen(func() { pr.home.FocusOn(id) })
	}
}

// rename gives a map on home another title.
func (pr *Program) rename(id mapmodel.ID, title string) {
	before := ""
	for _, m := range pr.home.Maps() {
		if m.ID == id {
			before = m.Title
		}
	}
	if before == title {
		return
	}
	pr.didAtHome(homeStep{
		said:  strings.TrimRight(pr.say(words.CommandRename), " …"),
		back:  func() { pr.setTitle(id, before) },
		again: func() { pr.setTitle(id, title) },
	})
	pr.setTitle(id, title)
}

// duplicated remembers that a map was made of another: taken back, it is thrown into the bin.
func (pr *Program) duplicated(twin mapmodel.ID) {
	pr.didAtHome(homeStep{
		said:  pr.say(words.CommandDuplicate),
		back:  func() { pr.travelBin(twin, true, pr.redoAtHome) },
		again: func() { pr.travelBin(twin, false, pr.undoAtHome) },
	})
}
