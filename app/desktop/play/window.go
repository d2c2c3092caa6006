//go:build !nogui

package play

import (
	"slices"
	"strings"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
)

// Window is a board someone plays on, told in sentences:
//
//	w.Cell("Notice", "tasks").Type("Open the letter").Press(play.Enter)
//	w.Expect().Cell("Notice", "tasks").Cards("Open the letter")
//
// What goes wrong fails the test at once.
type Window struct {
	T     TB
	Hands Hands
	// Map is the map as far as it is known: a headless window knows it as it
	// is, a real one as it was opened or exported. Places are reached by
	// counting its columns and lanes, so only these need to be right.
	Map func() *mapmodel.Map
	// Pressed counts the keys pressed beyond the letters typed.
	Pressed int
}

// Type types a text where the caret or the selection is.
func (w *Window) Type(text string) *Window {
	w.T.Helper()
	if err := w.Hands.Type(text); err != nil {
		w.T.Fatalf("type %q: %v", text, err)
	}
	return w
}

// Press presses keys at once: modifiers first, the key last.
func (w *Window) Press(keys ...Key) *Window {
	w.T.Helper()
	w.Pressed++
	if err := w.Hands.Press(keys...); err != nil {
		w.T.Fatalf("press %v: %v", keys, err)
	}
	return w
}

// Times presses one key so many times.
func (w *Window) Times(n int, key Key) *Window {
	w.T.Helper()
	for range n {
		w.Press(key)
	}
	return w
}

// Cell goes to a cell by keyboard alone: from the first cell, to the right and
// down. The column is the name of a stage or a step, the lane the word of its
// kind or its name. What was being typed is kept.
func (w *Window) Cell(column, lane string) *Window {
	w.T.Helper()
	m := w.Map()
	x, y := -1, -1
	grid := edit.GridOf(m)
	var row []mapmodel.ID
	for i, id := range grid.Lanes {
		if l := mapmodel.Find[*mapmodel.Lane](m, id); y < 0 && (string(l.LaneKind) == lane || l.Name == lane) {
			y, row = i, grid.Row(m, id)
		}
	}
	for i, id := range row {
		if x < 0 && mapmodel.NameOf(m.Get(id)) == column {
			x = i
		}
	}
	if x < 0 || y < 0 {
		w.T.Fatalf("there is no cell of %q and %q", column, lane)
		return w
	}
	w.Press(Escape).Press(Ctrl, Home).Times(y, PageDown).Press(Home).Times(x, Right)
	return w.Press(Escape) // of its cards, none is selected
}

// Card goes to the n-th card of a cell, from 1.
func (w *Window) Card(column, lane string, n int) *Window {
	w.T.Helper()
	w.Cell(column, lane)
	e := w.Expect().Cell(column, lane)
	return w.Times(len(e.texts())-n+1, Up)
}

// Stage goes to the head of a stage by keyboard alone.
func (w *Window) Stage(name string) *Window {
	w.T.Helper()
	at := -1
	n := 0
	for stage := range w.Map().Stages() {
		if at < 0 && stage.Name == name {
			at = n
		}
		n++
	}
	if at < 0 {
		w.T.Fatalf("there is no stage %q", name)
	}
	w.top()
	if first := edit.GridOf(w.Map()).Columns[0]; w.Map().StageOf(first).ID != first {
		w.Press(Up) // from the step
	}
	return w.Press(Home).Times(at, Right)
}

// top goes to the head of the first column.
func (w *Window) top() *Window {
	return w.Press(Escape).Press(Ctrl, Home).Press(Escape).Press(PageUp)
}

// Lane goes to the head of a lane by keyboard alone.
func (w *Window) Lane(lane string) *Window {
	w.T.Helper()
	m := w.Map()
	for i, id := range edit.GridOf(m).Lanes {
		if l := mapmodel.Find[*mapmodel.Lane](m, id); string(l.LaneKind) == lane || l.Name == lane {
			return w.Press(Escape).Press(Ctrl, Home).Times(i, PageDown).Press(Left)
		}
	}
	w.T.Fatalf("there is no lane %q", lane)
	return w
}

// Title goes to the map's title by keyboard alone.
func (w *Window) Title() *Window {
	w.T.Helper()
	const lines = 5 // a step's head, and what the header says under its title
	return w.top().Times(lines, Up)
}

// Expect looks at the map.
func (w *Window) Expect() *Expect { return &Expect{w: w} }

// Expect is a look at the map.
type Expect struct {
	w            *Window
	column, lane string
}

// Cell looks at a cell; column and lane are as in Window.Cell.
func (e *Expect) Cell(column, lane string) *Expect {
	return &Expect{w: e.w, column: column, lane: lane}
}

// Cards says which cards stand in the cell, by their texts in order.
func (e *Expect) Cards(want ...string) *Window {
	e.w.T.Helper()
	if got := e.texts(); !slices.Equal(got, want) {
		e.w.T.Errorf("%s, %s holds %q, want %q", e.column, e.lane, got, want)
	}
	return e.w
}

// Stages says how the stages are called, in order.
func (e *Expect) Stages(want ...string) *Window {
	e.w.T.Helper()
	var got []string
	for stage := range e.w.Map().Stages() {
		got = append(got, stage.Name)
	}
	if !slices.Equal(got, want) {
		e.w.T.Errorf("the stages are %s, want %s", strings.Join(got, ", "), strings.Join(want, ", "))
	}
	return e.w
}

func (e *Expect) texts() []string {
	e.w.T.Helper()
	m := e.w.Map()
	var column, lane mapmodel.ID
	for stage, step := range m.Columns() {
		switch {
		case !column.IsZero():
		case step != nil && step.Name == e.column:
			column = step.ID
		case step == nil && stage.Name == e.column:
			column = stage.ID
		}
	}
	for l := range m.Lanes() {
		if lane.IsZero() && (string(l.LaneKind) == e.lane || l.Name == e.lane) {
			lane = l.ID
		}
	}
	if column.IsZero() || lane.IsZero() {
		e.w.T.Fatalf("there is no cell of %q and %q", e.column, e.lane)
	}
	out := []string{}
	for card := range m.Cell(column, lane).Cards() {
		out = append(out, card.Text)
	}
	return out
}

// Click clicks at a point, with modifiers held.
func (w *Window) Click(x, y float32, held ...Key) *Window {
	w.T.Helper()
	if err := w.Hands.Click(x, y, held...); err != nil {
		w.T.Fatalf("click: %v", err)
	}
	return w
}

// DoubleClick clicks twice at a point.
func (w *Window) DoubleClick(x, y float32) *Window {
	w.T.Helper()
	if err := w.Hands.DoubleClick(x, y); err != nil {
		w.T.Fatalf("double click: %v", err)
	}
	return w
}

// Drag drags from one point to another, with modifiers held at its end.
func (w *Window) Drag(fromX, fromY, toX, toY float32, held ...Key) *Window {
	w.T.Helper()
	if err := w.Hands.Drag(fromX, fromY, toX, toY, held...); err != nil {
		w.T.Fatalf("drag: %v", err)
	}
	return w
}
