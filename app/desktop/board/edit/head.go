//go:build !nogui

package edit

import (
	"slices"
	"strings"

	"footpath/mapmodel"
	"footpath/render/scene"
)

// headSpot is the spot of a place in the board's header.
func (w *walker) headSpot(p scene.HeadPlace) Spot {
	if p.Field != "" {
		return Spot{Kind: HeadField, ID: p.ID, Field: p.Field}
	}
	return HeadSpot(w.m.Get(p.ID))
}

// InHead tells whether the spot lies in the map's own header.
func (s Spot) InHead() bool { return s.Kind == Title || s.Kind == HeadField || s.Kind == PersonaHead }

// manyLines tells whether what is typed at the spot may have several lines.
func (s Spot) manyLines() bool {
	if s.Kind != HeadField {
		return s.Kind == Card
	}
	f := mapmodel.FieldNamed(mapmodel.KindHeader, s.Field)
	return f != nil && f.Type == mapmodel.Text
}

// headLines are the lines of the header, from top to bottom.
func (w *walker) headLines() [][]scene.HeadPlace {
	if w.head != nil {
		return w.head()
	}
	return scene.HeadLines(w.m)
}

// headLine finds the line of the header that a spot stands in, and its place there; -1 where it does not.
func (w *walker) headLine(s Spot) (lines [][]scene.HeadPlace, line, at int) {
	lines = w.headLines()
	for i, places := range lines {
		at := slices.IndexFunc(places, func(p scene.HeadPlace) bool { return p.ID == s.ID && p.Field == s.Field })
		if at >= 0 {
			return lines, i, at
		}
	}
	return lines, -1, -1
}

// headVertical walks from one line of the header to the next; below the last lie the stages.
func (w *walker) headVertical(s Spot, down bool) Spot {
	lines, line, _ := w.headLine(s)
	switch {
	case down && line+1 < len(lines):
		return w.headSpot(lines[line+1][0])
	case down:
		return w.belowTitle()
	case line > 0:
		return w.headSpot(lines[line-1][0])
	}
	return s
}

// headSideways walks along a line of the header.
func (w *walker) headSideways(s Spot, step int) Spot {
	lines, line, at := w.headLine(s)
	if line < 0 || at+step < 0 || at+step >= len(lines[line]) {
		return s
	}
	return w.headSpot(lines[line][at+step])
}

// headEnd is the first or the last place of a line of the header.
func (w *walker) headEnd(s Spot, last bool) Spot {
	lines, line, _ := w.headLine(s)
	switch {
	case line < 0:
		return s
	case last:
		return w.headSpot(lines[line][len(lines[line])-1])
	}
	return w.headSpot(lines[line][0])
}

// headTab is the next or previous place of the header where something can be written; behind the last are the stages. The order is
// the same whether a place says something or is a gap, so that a map is introduced from its title on by typing and Tab. The state,
// which takes no letters, is passed over: Tab leaves it for what follows the title.
func (w *walker) headTab(s Spot, ahead bool) Spot {
	all := w.headWritten()
	at := slices.Index(all, s)
	if at < 0 {
		at = 0
		if !ahead {
			at = 1
		}
	}
	switch {
	case ahead && at+1 < len(all):
		return all[at+1]
	case ahead:
		return w.belowTitle()
	case at > 0:
		return all[at-1]
	}
	return s
}

// headWritten are the places of the header where something can be written: the title, the personas and the place of the next one,
// then the fields of the map.
func (w *walker) headWritten() []Spot {
	title := w.title()
	out := []Spot{title}
	for p := range w.m.Personas() {
		out = append(out, HeadSpot(p))
	}
	for _, field := range []string{scene.PersonaGap, "scenario", "expectations", "owner", "team", "version", "date"} {
		out = append(out, Spot{Kind: HeadField, ID: title.ID, Field: field})
	}
	return out
}

// aboveStages is where a walk upward enters the header: its lowest line that says something. What it only asks for shows once one
// is there.
func (w *walker) aboveStages() Spot {
	lines := w.headLines()
	for _, line := range slices.Backward(lines) {
		if !line[0].Gap {
			return w.headSpot(line[0])
		}
	}
	return w.title()
}

// textOf is what typing at a spot alters.
func (e *Editor) textOf(s Spot, r mapmodel.Record) string {
	header, ok := r.(*mapmodel.Header)
	if !ok || s.Kind != HeadField {
		return nameOf(r)
	}
	field := mapmodel.FieldNamed(mapmodel.KindHeader, s.Field)
	if field == nil {
		return ""
	}
	switch p := field.Pointer(header).(type) {
	case *[]string:
		return strings.Join(*p, ", ")
	case *string:
		if field.Type == mapmodel.Date && e.p.WriteDate != nil {
			return e.p.WriteDate(*p)
		}
		return *p
	}
	return ""
}

// errDate says that what is typed is no date; as long as it is being typed, nobody minds.
type errDate struct{}

func (errDate) Error() string { return "that is no date" }

// setField is the change that has a field of the map's own record say what is typed: a list is parted by commas, and a date may be
// written as people write it.
func (e *Editor) setField(m *mapmodel.Map, name, text string) (mapmodel.Change, error) {
	field := mapmodel.FieldNamed(mapmodel.KindHeader, name)
	if field == nil {
		return mapmodel.Change{}, nil
	}
	text = strings.TrimSpace(text)
	var list []string
	switch field.Type {
	case mapmodel.Names:
		for part := range strings.SplitSeq(text, ",") {
			if part = strings.TrimSpace(part); part != "" {
				list = append(list, part)
			}
		}
	case mapmodel.Date:
		if e.p.ReadDate != nil {
			date, ok := e.p.ReadDate(text)
			if !ok {
				return mapmodel.Change{}, errDate{}
			}
			text = date
		}
	}
	return mapmodel.Alter(e.p.Desk, m, mapmodel.LabelAlter, []mapmodel.ID{m.ID()}, func(h *mapmodel.Header) {
		switch p := field.Pointer(h).(type) {
		case *[]string:
			*p = list
		case *string:
			*p = text
		}
	}, name)
}

// openField answers Enter and typing on a field of the header: the state turns over, a gap for a persona takes one, and all else
// is opened for typing.
func (e *Editor) openField(s Spot) {
	switch s.Field {
	case scene.PersonaGap:
		e.addPersona()
	case "state":
		next := mapmodel.Current
		if e.Map().Header().State == mapmodel.Current {
			next = mapmodel.Future
		}
		if c, err := e.setField(e.Map(), s.Field, string(next)); e.do(c, err) {
			e.put(s)
		}
	default:
		e.begin(s)
	}
}

// addPersona opens a new persona after the selected one, or after all.
func (e *Editor) addPersona() {
	e.Commit()
	t := &typing{spot: Spot{Kind: PersonaHead}}
	if e.cursor.Kind == PersonaHead {
		t.next = following(e.Map().Siblings(&mapmodel.Persona{}), e.cursor.ID)
	}
	e.beginNew(t)
}

// movePersona moves the selected persona among the others; the first is the main one.
func (e *Editor) movePersona(right bool) {
	step := -1
	if right {
		step = 1
	}
	siblings := e.Map().Siblings(&mapmodel.Persona{})
	if at := siblings.Index(e.cursor.ID) + step; at >= 0 && at < siblings.Len() {
		e.do(e.p.Desk.MovePersona(e.Map(), e.cursor.ID, at))
	}
}

// headChanged is the place of the header that a change has altered: a field, or the title where it is that, or more than one.
func (e *Editor) headChanged(before, after *mapmodel.Header) Spot {
	found := HeadSpot(after)
	if before == nil {
		return found
	}
	table := mapmodel.Fields(mapmodel.KindHeader)
	for i := range table {
		f := &table[i]
		s := Spot{Kind: HeadField, ID: after.ID, Field: f.Name}
		_, line, _ := e.walker().headLine(s)
		switch {
		case f.Equal(before, after):
		case line < 0 || found.Kind == HeadField:
			return HeadSpot(after)
		default:
			found = s
		}
	}
	return found
}
