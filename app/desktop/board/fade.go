//go:build !nogui

package board

import (
	"footpath/mapmodel"
	"footpath/render/scene"
)

// SetFilter lets the cards that pass stand out: all others fade, or hide altogether and leave no gap. The emotion curve is drawn
// of those that pass. nil ends that.
func (b *Board) SetFilter(passes func(*mapmodel.Card) bool, hides bool) {
	hid := b.hides()
	b.sieve = nil
	if passes != nil {
		b.sieve = &scene.Sieve{Passes: passes, Hides: hides}
	}
	if hid || b.hides() { // cards move
		b.altered += b.edit.Map().CardCount()
	}
	b.changed()
}

// hides tells whether cards that do not pass the filter are not shown.
func (b *Board) hides() bool { return b.sieve != nil && b.sieve.Hides }

// fades tells whether a card does not pass the filter.
func (b *Board) fades(id mapmodel.ID) bool {
	if b.sieve == nil {
		return false
	}
	card := mapmodel.Find[*mapmodel.Card](b.edit.View(), id)
	return card != nil && !b.sieve.Passes(card)
}

// hidden tells whether a card is not shown at all: it does not pass the filter, and is not the very one that was selected before.
func (b *Board) hidden(id mapmodel.ID) bool {
	return b.hides() && id != b.edit.Cursor().ID && b.fades(id)
}

// fadedBy is how much of a faded card its ground covers, of 255.
const fadedBy = 205

// faded lays the ground over the cards that do not pass the filter.
func (m *marks) faded(body scene.Rect) {
	b := m.b
	if b.sieve == nil || b.far {
		return
	}
	v, s := &b.view, b.p.Style
	b.cardsIn(body, func(g *scene.Group, at scene.Point, l *layer) {
		if !b.fades(g.ID) {
			return
		}
		ground := s.Surface
		if l == b.inbox {
			ground = s.Canvas
		}
		x, y := v.place(at.X)-1, v.place(at.Y)-1
		r := m.rect(m.over, l, x, y, v.place(at.X+g.Size.X)+1-x, v.place(at.Y+g.Size.Y)+1-y)
		r.FillColor = faint(ground, fadedBy)
	})
}
