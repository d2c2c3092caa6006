//go:build !nogui

package outline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

// Width of the panel, in points.
const Width float32 = 288

// Params are what the outline is given.
type Params struct {
	Canvas fyne.Canvas
	Words  words.Language
	// OnSelect is told what was gone to.
	OnSelect func(edit.Spot)
	// OnEnter is called by Enter: on the board it goes on.
	OnEnter func()
	OnClose func()
	// OnKey is given the keys that mean nothing here.
	OnKey func(*fyne.KeyEvent) bool
	// Work runs a function off the UI goroutine, Later one on it.
	Work, Later func(func())
}

// Outline is the panel. It belongs to the UI goroutine.
type Outline struct {
	widget.BaseWidget
	p      Params
	list   *parts.SideList
	panel  fyne.CanvasObject
	rows   []Row
	index  map[edit.Spot]int // of the rows, by what they stand for
	at     int               // the row gone to
	spot   edit.Spot
	folded map[key]bool
	m      *mapmodel.Map
	lane   func(*mapmodel.Lane) string
	turn   int // of the rows, so that slow ones do not come over later ones
}

// New makes the panel; SetMap fills it.
func New(p Params) *Outline {
	o := &Outline{p: p, folded: map[key]bool{}}
	o.list = newLines(o)
	o.panel = parts.NewSide(parts.SideParams{
		Width: Width, Title: p.Words.Say(words.OutlineTitle, nil), Close: p.Words.Say(words.CommandClose, nil), OnClose: p.OnClose, OnKey: p.OnKey,
	}, o.list).Panel
	o.ExtendBaseWidget(o)
	return o
}

// SetMap shows a map, with lanes named as given. The rows are made off the UI goroutine.
func (o *Outline) SetMap(m *mapmodel.Map, lane func(*mapmodel.Lane) string) {
	o.m, o.lane = m, lane
	o.turn++
	turn, folded := o.turn, map[key]bool{}
	for k := range o.folded {
		folded[k] = true
	}
	o.p.Work(func() {
		fresh := rows(m, o.p.Words, lane, folded)
		index := make(map[edit.Spot]int, len(fresh))
		for i, r := range fresh {
			index[r.Spot] = i
		}
		o.p.Later(func() {
			if turn != o.turn {
				return
			}
			o.rows, o.index = fresh, index
			o.list.Refresh()
			o.Follow(o.spot)
		})
	})
}

// Rows are the lines shown.
func (o *Outline) Rows() []Row { return o.rows }

// At is the row gone to; the zero Row when there is none.
func (o *Outline) At() Row {
	if o.at < 0 || o.at >= len(o.rows) {
		return Row{}
	}
	return o.rows[o.at]
}

// Follow goes to the row of what is selected on the board: its own, or that of the heading it is folded under.
func (o *Outline) Follow(s edit.Spot) {
	o.spot = s
	if o.m == nil {
		return
	}
	near := []edit.Spot{s}
	if s.InHead() {
		near = append(near, edit.HeadSpot(o.m.Header()))
	}
	if s.Kind == edit.Card || s.Kind == edit.Cell {
		near = append(near, edit.CellSpot(s.Column, s.Lane), edit.HeadSpot(o.m.Get(s.Column)))
	}
	if s.Kind == edit.StepHead {
		s.Column = s.ID
	}
	if stage := o.m.StageOf(s.Column); stage != nil {
		near = append(near, edit.HeadSpot(stage))
	}
	for _, spot := range near {
		if i, ok := o.index[spot]; ok {
			o.put(i)
			return
		}
	}
}

// put marks a row without telling anybody.
func (o *Outline) put(i int) {
	o.at = i
	o.list.Put(i)
}

// goTo goes to a row and tells.
func (o *Outline) goTo(i int) {
	if len(o.rows) == 0 {
		return
	}
	i = max(0, min(i, len(o.rows)-1))
	o.put(i)
	o.spot = o.rows[i].Spot
	o.p.OnSelect(o.rows[i].Spot)
}

// fold puts away what stands below a row, or brings it back.
func (o *Outline) fold(i int, away bool) {
	r := o.rows[i]
	k := key{column: r.Spot.Column, lane: r.Spot.Lane}
	if r.Spot.Kind != edit.Cell {
		k = key{column: r.Spot.ID, stage: true}
	}
	if away {
		o.folded[k] = true
	} else {
		delete(o.folded, k)
	}
	o.SetMap(o.m, o.lane)
}

// left folds a row that is open; else it goes to the row that this one stands below.
func (o *Outline) left() {
	r := o.At()
	if r.Folds && !r.Folded {
		o.fold(o.at, true)
		return
	}
	for i := o.at - 1; i >= 0; i-- {
		if o.rows[i].Level < r.Level {
			o.goTo(i)
			return
		}
	}
}

// right opens a row that is folded; else it goes to the first below.
func (o *Outline) right() {
	switch r := o.At(); {
	case r.Folds && r.Folded:
		o.fold(o.at, false)
	case o.at+1 < len(o.rows) && o.rows[o.at+1].Level > r.Level:
		o.goTo(o.at + 1)
	}
}

// Focus takes the keyboard to the list.
func (o *Outline) Focus() { o.p.Canvas.Focus(o.list) }

// Has tells whether the list has the keyboard.
func (o *Outline) Has(focused fyne.Focusable) bool { return focused == fyne.Focusable(o.list) }

// CreateRenderer implements fyne.Widget.
func (o *Outline) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(o.panel) }
