//go:build !nogui

package board

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// grab is what a drag moves.
type grab uint8

const (
	nothing grab = iota
	letters      // selects in the text being typed
	cards        // carries the selected cards
	feeling      // lifts a point of the emotion curve
	picking      // draws a box around what is to be selected
)

// grabAt tells what a drag would take that begins at a spot.
func (b *Board) grabAt(spot edit.Spot, at fyne.Position) grab {
	b.mouse.feel = b.feelingAt(at)
	switch {
	case b.mouse.feel.card != nil:
		return feeling
	case spot.Kind == edit.Card:
		return cards
	case (spot.Kind == edit.Cell || spot.Kind == edit.None) && b.inBody(at):
		return picking
	}
	return nothing
}

// inBody tells whether a place of the board is among the cells: beside no head and in no inbox.
func (b *Board) inBody(at fyne.Position) bool {
	return b.frame.body(&b.view).Contains(b.pageAt(at)) && !b.inDock(at)
}

// Dragged implements fyne.Draggable.
func (b *Board) Dragged(e *fyne.DragEvent) {
	m := &b.mouse
	m.at = e.Position
	m.moved += abs(e.Dragged.DX) + abs(e.Dragged.DY)
	switch {
	case b.page == nil:
	case m.button == desktop.MouseButtonTertiary || m.space || b.p.ReadOnly:
		b.pan(e.Dragged.DX, e.Dragged.DY)
	case m.can == letters:
		if t, ok := b.edit.Typing(); ok {
			b.edit.Point(b.letterAt(t.Spot, e.Position), true, false)
		}
	case m.has != nothing:
		b.dragTo(e.Position)
	case m.can != nothing && m.moved >= jitter && m.button == desktop.MouseButtonPrimary:
		m.has = m.can
		if m.has == picking {
			m.band = band{from: b.pageAt(m.from)}
		}
		b.dragTo(e.Position)
	}
}

// DragEnd implements fyne.Draggable.
func (b *Board) DragEnd() {
	m := &b.mouse
	held := b.p.Mods()
	has := m.has
	b.letGo()
	switch has {
	case cards:
		b.dropCards(held&fyne.KeyModifierShortcutDefault != 0)
	case feeling:
		b.dropFeeling()
	case picking:
		b.pick(held&fyne.KeyModifierShortcutDefault != 0)
	}
	b.refresh()
}

// letGo ends a drag without doing what it was for.
func (b *Board) letGo() {
	b.mouse.has, b.mouse.can, b.mouse.card = nothing, nothing, edit.Spot{}
	b.stopAuto()
	b.marks.ghost.Hide()
}

// cancelDrag is Escape's way.
func (b *Board) cancelDrag() {
	b.letGo()
	b.refresh()
}

// dragTo follows the pointer.
func (b *Board) dragTo(at fyne.Position) {
	m := &b.mouse
	m.at = at
	switch m.has {
	case cards:
		m.land = b.landingAt(at)
		b.marks.lift(m.card, at)
	case feeling:
		b.lead(at)
	case picking:
		b.stretch(at)
	}
	b.refresh()
	if m.auto == nil && b.drift(at) != (fyne.Delta{}) {
		b.auto()
	}
}

// auto scrolls as long as a drag is held near the border.
func (b *Board) auto() {
	b.mouse.auto = b.p.Clock.After(16*time.Millisecond, func() {
		b.mouse.auto = nil
		if by := b.drift(b.mouse.at); b.mouse.has != nothing && by != (fyne.Delta{}) {
			b.pan(by.DX, by.DY)
			b.dragTo(b.mouse.at)
		}
	})
}

func (b *Board) stopAuto() {
	if b.mouse.auto != nil {
		b.mouse.auto.Stop()
		b.mouse.auto = nil
	}
}

// drift is how far a drag at a place scrolls in a frame. Over the heads of stages and steps cards can be dropped: there it does
// not scroll up.
func (b *Board) drift(at fyne.Position) fyne.Delta {
	const speed = 12
	var by fyne.Delta
	if b.mouse.has == feeling || b.inDock(at) {
		return by
	}
	f := b.frame
	z := float32(b.view.zoom())
	bottom := b.view.size.Height - edge
	if f.foot > 0 {
		bottom = b.view.size.Height - float32(f.foot)*z - edge/2
	}
	switch {
	case at.X < float32(f.left)*z+edge/2:
		by.DX = speed
	case at.X > b.view.size.Width-edge:
		by.DX = -speed
	}
	heads, cells := float32(f.topAt(&b.view))*z, float32(f.topAt(&b.view)+f.top)*z
	switch {
	case at.Y < heads || at.Y >= cells && at.Y < cells+edge/2 || at.Y < cells && b.mouse.has != cards:
		by.DY = speed
	case at.Y > bottom:
		by.DY = -speed
	}
	return by
}

// landing is where dragged cards would land.
type landing struct {
	on   bool
	to   mapmodel.Place
	over mapmodel.ID // the card above which it is; zero below all that are shown
	head edit.Spot   // a stage's or step's, in place of a cell: each card stays in its lane
}

// landingAt is where cards land that are let go at a place of the board.
func (b *Board) landingAt(at fyne.Position) landing {
	if b.inDock(at) {
		return landing{on: true, to: mapmodel.Place{At: -1}}
	}
	p := b.pageAt(at)
	spot := b.spotAt(at)
	switch spot.Kind {
	case edit.StageHead, edit.StepHead:
		return landing{on: b.edit.CanDropOn(spot), head: spot}
	case edit.Card, edit.Cell:
	default:
		return landing{}
	}
	to := mapmodel.Place{Column: spot.Column, Lane: spot.Lane, At: -1}
	if lane := mapmodel.Find[*mapmodel.Lane](b.edit.Map(), spot.Lane); lane == nil || !lane.LaneKind.HoldsCards() {
		return landing{}
	}
	all := b.edit.Map().Cell(to.Column, to.Lane)
	for _, c := range b.page.Cells {
		if c.Block.Column != to.Column || c.Block.Lane != to.Lane {
			continue
		}
		for _, card := range c.Block.Cards { // a filter may hide others beside them
			box := card.Box().Moved(c.At)
			to.At = all.Index(card.Group.ID)
			if p.Y < box.Y+box.H/2 {
				return landing{on: true, to: to, over: card.Group.ID}
			}
			to.At++
		}
	}
	return landing{on: true, to: to}
}

func (b *Board) dropCards(twin bool) {
	switch l := b.mouse.land; {
	case !l.on:
	case l.head.Kind != edit.None:
		b.edit.DropOn(l.head, twin)
	default:
		b.edit.Drop(l.to, twin)
	}
	b.mouse.land = landing{}
}

// lift shows the ghost of a card at the pointer.
func (m *marks) lift(card edit.Spot, at fyne.Position) {
	if g, _, _ := m.b.find(card); g != nil {
		size := m.carry(g)
		m.ghost.Move(at.AddXY(-size.Width/4, -size.Height/2))
	}
}

// carry makes a group the ghost and gives its size.
func (m *marks) carry(g *scene.Group) fyne.Size {
	b := m.b
	key := pictureKey{sum: g.Sum, zoom: b.view.step, device: b.view.device}
	px := b.view.px()
	part := image.Rect(0, 0, pixels(g.Size.X, px), pixels(g.Size.Y, px))
	img := b.gallery.look(key)
	if img == nil {
		img = b.gallery.make(job{key: key, group: g, part: part, scale: px})
	}
	m.img = img
	m.slip.Translucency = 0.3
	m.slip.Resize(fyne.NewSize(b.view.unit(part.Dx()), b.view.unit(part.Dy())))
	m.slip.Refresh()
	if len(m.ghost.Objects) == 0 {
		m.ghost.Objects = []fyne.CanvasObject{m.slip}
	}
	m.ghost.Resize(m.slip.Size())
	m.ghost.Show()
	return m.slip.Size()
}

// drop shows where the dragged cards would land: the cell tinted, a bar
// between its cards; or the head they are dropped on.
func (m *marks) drop() {
	b := m.b
	if b.mouse.has != cards || !b.mouse.land.on {
		return
	}
	if head := b.mouse.land.head; head.Kind != edit.None {
		if g, at, l := b.find(head); g != nil {
			m.headRing(head.Kind, g, at, l)
		}
		return
	}
	to, s, v := b.mouse.land.to, b.p.Style, &b.view
	l := b.layerOf(edit.CellSpot(to.Column, to.Lane))
	cell := b.cellBox(edit.CellSpot(to.Column, to.Lane))
	x, y := v.place(cell.X), v.place(cell.Y)
	m.rect(m.over, l, x, y, v.place(cell.Right())-x, v.place(cell.Bottom())-y).FillColor = faint(s.Accent, 24)
	at := cell.Y + s.CellPad/2
	if to.Column.IsZero() {
		return
	}
	for _, c := range b.page.Cells {
		if c.Block.Column != to.Column || c.Block.Lane != to.Lane {
			continue
		}
		for _, card := range c.Block.Cards {
			box := card.Box().Moved(c.At)
			if b.mouse.land.over == card.Group.ID {
				at = box.Y - s.Gap/2
				break
			}
			at = box.Bottom() + s.Gap/2
		}
	}
	x, y = v.place(cell.X+s.CellPad), v.place(at)
	m.rect(m.over, b.cells, x, y-1, v.place(cell.Right()-s.CellPad)-x, 2).FillColor = ink(s.Accent)
}
