package scene

import (
	"math"

	"footpath/mapmodel"
)

// A face's mouth, from -2 to +2: how far below the middle its corners lie and
// how far the point that bends it, in radii.
var mouths = [5]struct{ corner, bend float64 }{{0.57, -0.08}, {0.46, 0.14}, {0.36, 0.36}, {0.26, 0.6}, {0.15, 0.88}}

// face draws a feeling: the colour, the mouth and the brows all tell it, so
// that it survives a grey printer and any eye. hollow is for feelings that are
// only assumed.
func (s *Style) face(c Point, size float64, value int, hollow bool) []Element {
	color := s.Faces[value+2]
	r := size / 2
	disc := &Path{Segments: Circle(c, r), Fill: color}
	ink := Hex(0xFFFFFF)
	switch {
	case hollow:
		ink = s.Text
		width := r * 0.16
		disc.Segments, disc.Fill = Circle(c, r-width/2), s.Surface
		disc.Stroke = Stroke{Color: s.Second, Width: width, Dash: []float64{r * 0.42, r * 0.28}}
	case luminance(color) > 0.2:
		ink = Hex(0x1B1F24)
	}
	if !hollow && !s.dark() && value == -1 { // too pale beside white for its edge to be seen
		disc.Segments = Circle(c, r-r*0.045)
		disc.Stroke = Stroke{Color: s.Second, Width: r * 0.09}
	}
	line := Stroke{Color: ink, Width: r * 0.16, Round: true}
	at := func(x, y float64) Point { return Point{c.X + x*r, c.Y + y*r} }
	eyes := &Path{Fill: ink, Segments: append(Circle(at(-0.33, -0.2), r*0.13), Circle(at(0.33, -0.2), r*0.13)...)}
	m := mouths[value+2]
	mouth := &Path{Stroke: line, Segments: append([]Segment{{Op: Move, A: at(-0.43, m.corner)}},
		bent(at(-0.43, m.corner), at(0, m.bend), at(0.43, m.corner)))}
	out := []Element{disc, eyes, mouth}
	switch value {
	case 2: // an open, laughing mouth
		mouth.Fill = ink
		mouth.Segments = append(mouth.Segments, Segment{Op: Close})
	case -2: // knitted brows
		out = append(out, &Path{Stroke: line, Segments: []Segment{
			{Op: Move, A: at(-0.54, -0.6)},
			{Op: Line, A: at(-0.18, -0.43)},
			{Op: Move, A: at(0.54, -0.6)},
			{Op: Line, A: at(0.18, -0.43)},
		}})
	}
	return out
}

// bent is a quadratic curve, from a by way of b to c, as the cubic it equals.
func bent(a, b, c Point) Segment {
	third := func(p Point) Point { return Point{p.X + 2*(b.X-p.X)/3, p.Y + 2*(b.Y-p.Y)/3} }
	return Segment{Op: Curve, A: third(a), B: third(c), C: c}
}

// evidence draws how far a card rests on evidence: a hollow, half or full
// disc.
func (s *Style) evidence(c Point, size float64, level mapmodel.Level) []Element {
	r := size / 2
	ring := &Path{Segments: Circle(c, r-size*0.07), Stroke: Stroke{Color: s.Text, Width: size * 0.14}}
	switch level {
	case mapmodel.Assumed:
		return []Element{ring}
	case mapmodel.Partly:
		k := r * kappa
		return []Element{ring, &Path{Fill: s.Text, Segments: []Segment{
			{Op: Move, A: Point{c.X, c.Y - r}},
			{Op: Curve, A: Point{c.X - k, c.Y - r}, B: Point{c.X - r, c.Y - k}, C: Point{c.X - r, c.Y}},
			{Op: Curve, A: Point{c.X - r, c.Y + k}, B: Point{c.X - k, c.Y + r}, C: Point{c.X, c.Y + r}},
			{Op: Close},
		}}}
	case mapmodel.Researched:
		return []Element{&Path{Segments: Circle(c, r), Fill: s.Text}}
	}
	return nil
}

// reason draws why the customer is at a touchpoint: a filled square with a
// lifebuoy where something went wrong, an outlined one with a path where not.
func (s *Style) reason(at Point, size float64, reason mapmodel.Reason) []Element {
	box := Rect{at.X, at.Y, size, size}
	p := func(x, y float64) Point { return Point{at.X + x*size, at.Y + y*size} }
	if reason == mapmodel.Service {
		mid := p(0.5, 0.5)
		rays := &Path{Stroke: Stroke{Color: s.Surface, Width: 0.09 * size}}
		for _, d := range [][2]float64{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}} {
			rays.Segments = append(rays.Segments, Polyline(false,
				p(0.5+0.11*d[0], 0.5+0.11*d[1]), p(0.5+0.245*d[0], 0.5+0.245*d[1]))...)
		}
		return []Element{
			&Box{Rect: box, Radius: 0.16 * size, Fill: s.Text},
			&Path{
				Segments: append(Circle(mid, 0.34*size), Circle(mid, 0.15*size)...),
				Stroke:   Stroke{Color: s.Surface, Width: 0.078 * size},
			},
			rays,
		}
	}
	line := Stroke{Color: s.Second, Width: 0.066 * size, Round: true}
	edge := 0.06 * size
	return []Element{
		&Box{Rect: box.Inset(edge / 2), Radius: 0.16 * size, Fill: s.Surface, Stroke: Stroke{Color: s.Second, Width: edge}},
		&Path{Segments: append(Circle(p(0.28, 0.71), 0.085*size), Circle(p(0.72, 0.29), 0.085*size)...), Stroke: line},
		&Path{Stroke: line, Segments: []Segment{
			{Op: Move, A: p(0.37, 0.71)},
			{Op: Line, A: p(0.6, 0.71)},
			{Op: Curve, A: p(0.75, 0.71), B: p(0.75, 0.5), C: p(0.6, 0.5)},
			{Op: Line, A: p(0.42, 0.5)},
			{Op: Curve, A: p(0.26, 0.5), B: p(0.26, 0.29), C: p(0.42, 0.29)},
			{Op: Line, A: p(0.63, 0.29)},
		}},
	}
}

// star draws the mark of the top three.
func star(c Point, r float64, fill Color) Element {
	points := make([]Point, 10)
	for i := range points {
		radius := r
		if i%2 == 1 {
			radius = r * 0.42
		}
		sin, cos := math.Sincos(math.Pi * float64(i) / 5)
		points[i] = Point{c.X + sin*radius, c.Y - cos*radius}
	}
	return &Path{Segments: Polyline(true, points...), Fill: fill}
}

// diamond draws the mark of a moment of truth.
func diamond(c Point, r float64, fill Color, line Stroke) Element {
	return &Path{
		Segments: Polyline(true, Point{c.X, c.Y - r}, Point{c.X + r, c.Y}, Point{c.X, c.Y + r}, Point{c.X - r, c.Y}),
		Fill:     fill, Stroke: line,
	}
}

// meter draws a value of 1 to 5 as filled and hollow cells.
func (s *Style) meter(at Point, height float64, value mapmodel.Number, fill Color) []Element {
	var out []Element
	w, edge := height*meterCell, height*0.09
	for i := range 5 {
		cell := &Box{
			Rect: Rect{at.X + float64(i)*height*(meterCell+meterGap), at.Y, w, height}.Inset(edge / 2),
			Fill: s.Surface, Stroke: Stroke{Color: fill, Width: edge},
		}
		if value.Known && i < value.Value {
			cell.Fill = fill
		}
		out = append(out, cell)
	}
	return out
}

// A meter's cells are so wide and stand so far apart, in times its height.
const meterCell, meterGap = 0.78, 0.13

// meterWidth is the width of a meter of a height.
func meterWidth(height float64) float64 { return height * (5*meterCell + 4*meterGap) }
