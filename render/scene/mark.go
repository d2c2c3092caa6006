package scene

import (
	"math"

	"footpath/mapmodel"
)

// face draws a feeling: the colour, the mouth and the brows all tell it, so
// that it survives a grey printer and any eye. hollow is for feelings that are
// only assumed.
func (s *Style) face(c Point, size float64, value int, hollow bool) []Element {
	color := s.Faces[value+2]
	r := size / 2
	ink := Hex(0xFFFFFF)
	disc := &Path{Segments: Circle(c, r), Fill: color}
	if hollow {
		ink = color
		disc.Fill = s.Surface
		disc.Stroke = Stroke{Color: color, Width: size * 0.07, Dash: []float64{size * 0.12, size * 0.08}}
	} else if luminance(color) > 0.35 {
		ink = Hex(0x1B1F24)
		disc.Stroke = Stroke{Color: Hex(0x4A5563), Width: size * 0.04}
	}
	line := Stroke{Color: ink, Width: size * 0.075, Round: true}
	at := func(x, y float64) Point { return Point{c.X + x*r, c.Y + y*r} }
	eyes := &Path{Fill: ink, Segments: append(Circle(at(-0.34, -0.2), r*0.13), Circle(at(0.34, -0.2), r*0.13)...)}
	bend := [5]float64{-0.34, -0.2, 0, 0.2, 0.34}[value+2]
	mouth := &Path{Stroke: line, Segments: []Segment{
		{Op: Move, A: at(-0.42, 0.38-bend/2)},
		{Op: Curve, A: at(-0.2, 0.38+bend), B: at(0.2, 0.38+bend), C: at(0.42, 0.38-bend/2)},
	}}
	out := []Element{disc, eyes, mouth}
	switch value {
	case 2: // an open, laughing mouth
		mouth.Fill = ink
		mouth.Segments = append(mouth.Segments, Segment{Op: Close})
	case -2: // knitted brows
		out = append(out, &Path{Stroke: line, Segments: []Segment{
			{Op: Move, A: at(-0.56, -0.58)},
			{Op: Line, A: at(-0.16, -0.4)},
			{Op: Move, A: at(0.56, -0.58)},
			{Op: Line, A: at(0.16, -0.4)},
		}})
	}
	return out
}

// luminance is the relative luminance of a colour (WCAG 2), 0 to 1.
func luminance(c Color) float64 {
	part := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
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
	k := size / 20
	mid := Point{at.X + size/2, at.Y + size/2}
	if reason == mapmodel.Service {
		line := Stroke{Color: s.Surface, Width: 1.6 * k}
		out := []Element{
			&Box{Rect: box, Radius: 4 * k, Fill: s.Text},
			&Path{Segments: append(Circle(mid, 6*k), Circle(mid, 2.5*k)...), Stroke: line},
		}
		for _, d := range [][2]float64{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}} {
			out = append(out, &Path{Stroke: line, Segments: Polyline(false,
				Point{mid.X + d[0]*1.8*k, mid.Y + d[1]*1.8*k}, Point{mid.X + d[0]*4.2*k, mid.Y + d[1]*4.2*k})})
		}
		return out
	}
	return []Element{
		&Box{Rect: box, Radius: 4 * k, Fill: s.Surface, Stroke: Stroke{Color: s.Second, Width: 1.2 * k}},
		&Path{Segments: Circle(Point{at.X + 6*k, at.Y + 14*k}, 1.8*k), Fill: s.Second},
		&Path{Segments: Circle(Point{at.X + 14*k, at.Y + 6*k}, 1.8*k), Fill: s.Second},
		&Path{Stroke: Stroke{Color: s.Second, Width: 1.4 * k}, Segments: []Segment{
			{Op: Move, A: Point{at.X + 6*k, at.Y + 14*k}},
			{Op: Curve, A: Point{at.X + 13*k, at.Y + 14*k}, B: Point{at.X + 7*k, at.Y + 6*k}, C: Point{at.X + 14*k, at.Y + 6*k}},
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
	w := height * meterCell
	for i := range 5 {
		cell := &Box{Rect: Rect{at.X + float64(i)*(w+meterGap), at.Y, w, height}, Stroke: Stroke{Color: s.Second, Width: 0.4}}
		if value.Known && i < value.Value {
			cell.Fill, cell.Stroke = fill, Stroke{}
		}
		out = append(out, cell)
	}
	return out
}

// A meter's cells are so wide, in times its height, and stand so far apart.
const meterCell, meterGap = 0.56, 0.7

// meterWidth is the width of a meter of a height.
func meterWidth(height float64) float64 { return 5*height*meterCell + 4*meterGap }
