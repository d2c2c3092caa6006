//go:build !nogui

package board

import (
	"slices"

	"fyne.io/fyne/v2"

	"footpath/mapmodel"
	"footpath/render/scene"
)

// band is the box that is drawn around cards to select them; its corners are points of the page, so that it grows while the map
// scrolls under it.
type band struct {
	from, to scene.Point
	cards    []mapmodel.ID // those it touches
}

func (b band) box() scene.Rect {
	x, y := min(b.from.X, b.to.X), min(b.from.Y, b.to.Y)
	return scene.Rect{X: x, Y: y, W: max(b.from.X, b.to.X) - x, H: max(b.from.Y, b.to.Y) - y}
}

// stretch draws the box to the pointer.
func (b *Board) stretch(at fyne.Position) {
	m := &b.mouse.band
	m.to = b.pageAt(at)
	m.cards = m.cards[:0]
	box := m.box()
	b.page.Visible(box, func(c scene.PlacedCell) {
		if c.Block.Lane.IsZero() { // the inbox lies elsewhere
			return
		}
		for _, card := range c.Block.Cards {
			if box.Overlaps(card.Box().Moved(c.At)) {
				m.cards = append(m.cards, card.Group.ID)
			}
		}
	})
}

// pick selects what the box touches; with Ctrl held, beside what is selected already.
func (b *Board) pick(also bool) {
	picked := slices.Clone(b.mouse.band.cards)
	b.mouse.band = band{}
	if also {
		for _, id := range b.edit.Cards() {
			if !slices.Contains(picked, id) {
				picked = append(picked, id)
			}
		}
	}
	b.mouse.down = true // what was picked is in sight
	b.edit.SelectCards(picked)
	b.mouse.down = false
}

// band draws the box, and rings around what it touches.
func (m *marks) band() {
	b := m.b
	if b.mouse.has != picking {
		return
	}
	v, s := &b.view, b.p.Style
	touched := map[mapmodel.ID]bool{}
	for _, id := range b.mouse.band.cards {
		touched[id] = true
	}
	b.cardsIn(b.frame.body(v), func(g *scene.Group, at scene.Point, l *layer) {
		if touched[g.ID] {
			m.ring(l, scene.Rect{X: at.X, Y: at.Y, W: g.Size.X, H: g.Size.Y}, 3, 9)
		}
	})
	box := b.mouse.band.box()
	x, y := v.place(box.X), v.place(box.Y)
	r := m.rect(m.over, b.cells, x, y, v.place(box.Right())-x, v.place(box.Bottom())-y)
	r.FillColor, r.StrokeColor, r.StrokeWidth = faint(s.Accent, 24), ink(s.Accent), 1
}
