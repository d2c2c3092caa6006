//go:build !nogui

package board

import (
	"image/color"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// Past is what a board marks while it shows an earlier moment of a map.
type Past struct {
	// Here are the records that changed at that moment, Since those that are not the same today.
	Here, Since map[mapmodel.ID]bool
	// Show is scrolled into sight; zero for nothing.
	Show mapmodel.ID
}

// PastInks are the colours in which a style marks what changed at a moment, and what has changed since.
func PastInks(s *scene.Style) (here, since color.Color) {
	return ink(s.Accent), ink(foundFrame(s.Surface, s.Text))
}

// SetPast marks what changed at the moment shown, and what has changed since; nil ends that.
func (b *Board) SetPast(p *Past) {
	b.past = p
	if p != nil && b.page != nil {
		if r := b.edit.Map().Get(p.Show); r != nil {
			b.bring(edit.HeadSpot(r))
		}
	}
	b.refresh()
}

// Like shows the same part of the map as another board, as large.
func (b *Board) Like(other *Board) {
	b.view.step, b.view.x, b.view.y = other.view.step, other.view.x, other.view.y
	b.view.size, b.view.device = other.view.size, other.view.device
	b.plain = true
}

// past frames what changed.
func (m *marks) past(body scene.Rect) {
	b := m.b
	if b.past == nil || b.far {
		return
	}
	here, since := PastInks(b.p.Style)
	frame := func(g *scene.Group, at scene.Point, l *layer) {
		box := scene.Rect{X: at.X, Y: at.Y, W: g.Size.X, H: g.Size.Y}
		switch {
		case b.past.Here[g.ID]:
			r := m.ring(l, box, 3, 9)
			r.StrokeColor, r.StrokeWidth = here, 3
		case b.past.Since[g.ID]:
			r := m.ring(l, box, 0, float32(b.p.Style.Radius*b.view.zoom()))
			r.StrokeColor, r.StrokeWidth = since, 2
		}
	}
	b.cardsIn(body, frame)
	layers := b.headLayers()
	for _, p := range b.page.Back {
		if l := layers[p.Group.Role]; l != nil && !p.Group.ID.IsZero() && p.Group.Field == "" {
			frame(p.Group, p.At, l)
		}
	}
}
