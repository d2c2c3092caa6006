package scene

import (
	"sync"

	"footpath/render/text"
)

// outlined is a short text around a point, drawn as shapes rather than as
// text: the letters and numbers in rings and discs are marks, and as text they
// would be read in between the words beside them.
func outlined(s string, face text.Face, size float64, c Point, color Color) []Element {
	left, base := c.X-face.Measure(s, size)/2, c.Y+size*0.357 // 0.714 em is a capital's height
	var out []Element
	for _, g := range face.Glyphs(s, text.Natural) {
		key := markKey{g.Font, g.ID, size, color}
		path, ok := glyphMarks.Load(key)
		if !ok {
			path, _ = glyphMarks.LoadOrStore(key, &Path{Segments: glyphOutline(g, size), Fill: color})
		}
		out = append(out, &moved{path.(*Path), Point{left + g.X*size, base + g.Y*size}})
	}
	return out
}

// glyphMarks are the shapes of the letters and digits that are marks: many cards
// show the same ones.
var glyphMarks sync.Map // markKey to *Path

type markKey struct {
	font  *text.Font
	glyph uint32
	size  float64
	color Color
}

// moved is a shape that several groups share, at a place in this one.
type moved struct {
	*Path
	by Point
}

// Draw implements Element.
func (m *moved) Draw(p Painter, at Point) {
	m.Path.Draw(p, Point{at.X + m.by.X, at.Y + m.by.Y})
}

// glyphOutline is a glyph's shape at a size, around its origin.
func glyphOutline(g text.Glyph, size float64) []Segment {
	var out []Segment
	at := func(p [2]float32) Point { return Point{float64(p[0]) * size, float64(p[1]) * size} }
	var from Point
	for i, seg := range g.Font.Outline(g.ID) {
		a, b, end := at(seg.Points[0]), at(seg.Points[1]), at(seg.Points[2])
		switch seg.Op {
		case text.MoveTo:
			if i > 0 {
				out = append(out, Segment{Op: Close})
			}
			out = append(out, Segment{Op: Move, A: a})
			from = a
		case text.LineTo:
			out = append(out, Segment{Op: Line, A: a})
			from = a
		case text.QuadTo: // as a cubic: two thirds of the way to its control point
			out = append(out, Segment{
				Op: Curve, A: twoThirds(from, a), B: twoThirds(b, a), C: b,
			})
			from = b
		case text.CubeTo:
			out = append(out, Segment{Op: Curve, A: a, B: b, C: end})
			from = end
		}
	}
	if len(out) > 0 {
		out = append(out, Segment{Op: Close})
	}
	return out
}

// wordOutline is a run drawn as one shape.
func wordOutline(run *Run) *Path {
	out := &Path{Fill: run.Color}
	for _, g := range run.Face.Glyphs(run.Text, run.Direction) {
		for _, s := range glyphOutline(g, run.Size) {
			for _, p := range []*Point{&s.A, &s.B, &s.C} {
				p.X, p.Y = p.X+run.X+g.X*run.Size, p.Y+run.Y+g.Y*run.Size
			}
			out.Segments = append(out.Segments, s)
		}
	}
	return out
}

// twoThirds is the point two thirds of the way from a to b.
func twoThirds(a, b Point) Point {
	return Point{a.X + (b.X-a.X)*2/3, a.Y + (b.Y-a.Y)*2/3}
}
