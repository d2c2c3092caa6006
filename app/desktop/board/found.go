//go:build !nogui

package board

import (
	"footpath/mapmodel"
	"footpath/render/scene"
)

// Found is what a search highlights on the board.
type Found struct {
	Search mapmodel.Search
	// At is the finding that was gone to; its Record is zero for none.
	At mapmodel.Finding
	// Records are all that hold what was found, in whatever field.
	Records map[mapmodel.ID]bool
}

// foundInk is the marker's colour. On a ground it is mixed with that, so that letters stay as readable as they were.
var foundInk = scene.Hex(0xF5A300)

// foundFrame is the marker's colour for lines on a ground: as far towards that of the text there as it needs to stand out by 3:1, which
// WCAG 2 asks of what is no text.
func foundFrame(ground, text scene.Color) scene.Color {
	const least, step = 3, 0.05
	c := foundInk
	for part := 1 - step; scene.Contrast(c, ground) < least && part > 0; part -= step {
		c = foundInk.Mix(text, part)
	}
	return c
}

// grounds are the colour that a group's words lie on, and theirs.
func grounds(s *scene.Style, g *scene.Group) (ground, text scene.Color) {
	if g.Role == scene.StageRole {
		return s.Chevron[1], s.ChevronText // the paler of the two
	}
	return s.Surface, s.Text
}

// SetFound highlights what a search finds; nil ends that.
func (b *Board) SetFound(f *Found) {
	b.found = f
	b.refresh()
}

// holds tells whether the search finds anything in a group's record.
func (f *Found) holds(g *scene.Group) bool {
	return f != nil && g.Body != nil && f.Records[g.ID]
}

// shows tells whether the search finds something in the words that a group shows.
func (f *Found) shows(g *scene.Group) bool { return f.holds(g) && len(f.Search.In(g.Body.Text())) > 0 }

// lit is a group with the words that a search finds in it marked: as a pen would, below the letters. A group without such words
// is given back as it is.
func (b *Board) lit(g *scene.Group) *scene.Group {
	if !b.found.holds(g) {
		return g
	}
	ranges := b.found.Search.In(g.Body.Text())
	if len(ranges) == 0 {
		return g
	}
	out := *g
	out.Elements = make([]scene.Element, 0, len(g.Elements)+len(ranges))
	marked := false
	for _, e := range g.Elements {
		if _, text := e.(*scene.Run); text && !marked {
			marked = true
			for _, in := range ranges {
				out.Elements = b.pen(out.Elements, g, in)
				out.Sum = out.Sum*1099511628211 + uint64(in[0])<<20 + uint64(in[1])
				if b.isHere(g, in) {
					out.Sum++
				}
			}
		}
		out.Elements = append(out.Elements, e)
	}
	return &out
}

// pen draws the marker for the letters from one byte to another; the finding gone to has an edge.
func (b *Board) pen(to []scene.Element, g *scene.Group, in [2]int) []scene.Element {
	const air = 1.5
	ground, edge := grounds(b.p.Style, g)
	for i, line := range g.Body.Lines {
		from, end := max(in[0], line.Start), min(in[1], line.End)
		if from >= end {
			continue
		}
		left, right := g.Body.Caret(from), g.Body.X+line.Width
		if box := g.Body.Caret(end); g.Body.LineOf(end) == i {
			right = box.X
		}
		box := &scene.Box{Rect: scene.Rect{X: left.X - air, Y: left.Y, W: right - left.X + 2*air, H: left.H}, Radius: 2, Fill: foundInk.Mix(ground, 0.45), Stroke: scene.Stroke{Color: foundFrame(ground, edge), Width: 0.75}}
		if b.isHere(g, in) {
			box.Stroke = scene.Stroke{Color: edge, Width: 1.5}
		}
		to = append(to, box)
	}
	return to
}

// isHere tells whether bytes of a group's text are the finding that was gone to.
func (b *Board) isHere(g *scene.Group, in [2]int) bool {
	at := b.found.At
	if at.Record != g.ID || at.From != in[0] || at.Field == nil {
		return false
	}
	if g.Field != "" {
		return at.Field.Name == g.Field
	}
	return at.Field.Name == "text" || at.Field.Name == "name" || at.Field.Name == "title"
}

// found frames what holds the words of a search where the board does not show them: in a note, in tags.
func (m *marks) found(body scene.Rect) {
	b := m.b
	if b.found == nil || b.far {
		return
	}
	frame := func(g *scene.Group, at scene.Point, l *layer) {
		if !b.found.holds(g) || b.found.shows(g) {
			return
		}
		r := m.ring(l, scene.Rect{X: at.X, Y: at.Y, W: g.Size.X, H: g.Size.Y}, 0, float32(b.p.Style.Radius*b.view.zoom()))
		r.StrokeColor, r.StrokeWidth = ink(foundFrame(grounds(b.p.Style, g))), 2
		if b.found.At.Record == g.ID {
			r.StrokeWidth = 4
		}
	}
	b.cardsIn(body, frame)
	layers := b.headLayers()
	header := false // shows what was found
	for _, p := range b.page.Back {
		header = header || p.Group.Role == scene.HeaderRole && b.found.shows(p.Group)
	}
	for _, p := range b.page.Back {
		if l := layers[p.Group.Role]; l != nil && !p.Group.ID.IsZero() && p.Group.Field == "" && (!header || p.Group.Role != scene.HeaderRole) {
			frame(p.Group, p.At, l)
		}
	}
}
