package scene

import "footpath/render/text"

// outlined is a short text around a point, drawn as shapes rather than as
// text: the letters and numbers in rings and discs are marks, and as text they
// would be read in between the words beside them.
func outlined(s string, face text.Face, size float64, c Point, color Color) *Path {
	out := &Path{Fill: color}
	left, base := c.X-face.Measure(s, size)/2, c.Y+size*0.357 // 0.714 em is a capital's height
	for _, g := range face.Glyphs(s, text.Natural) {
		at := func(p [2]float32) Point {
			return Point{left + (g.X+float64(p[0]))*size, base + (g.Y+float64(p[1]))*size}
		}
		var from Point
		for i, seg := range g.Font.Outline(g.ID) {
			a, b, end := at(seg.Points[0]), at(seg.Points[1]), at(seg.Points[2])
			switch seg.Op {
			case text.MoveTo:
				if i > 0 {
					out.Segments = append(out.Segments, Segment{Op: Close})
				}
				out.Segments = append(out.Segments, Segment{Op: Move, A: a})
				from = a
			case text.LineTo:
				out.Segments = append(out.Segments, Segment{Op: Line, A: a})
				from = a
			case text.QuadTo: // as a cubic: two thirds of the way to its control point
				out.Segments = append(out.Segments, Segment{
					Op: Curve, A: twoThirds(from, a), B: twoThirds(b, a), C: b,
				})
				from = b
			case text.CubeTo:
				out.Segments = append(out.Segments, Segment{Op: Curve, A: a, B: b, C: end})
				from = end
			}
		}
		if len(out.Segments) > 0 {
			out.Segments = append(out.Segments, Segment{Op: Close})
		}
	}
	return out
}

// twoThirds is the point two thirds of the way from a to b.
func twoThirds(a, b Point) Point {
	return Point{a.X + (b.X-a.X)*2/3, a.Y + (b.Y-a.Y)*2/3}
}
