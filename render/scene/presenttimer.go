package scene

import (
	"math"

	"footpath/render/text"
)

// TimerFace is what a timer shows to a room.
type TimerFace struct {
	// Clock is the time that is left, or "+0:12" past zero.
	Clock string
	// Share is how much of the time is left, 0 to 1.
	Share float64
	// Late is true from the last fifth of the time on.
	Late bool
	// Head and Line are what the time is for, and how long it was.
	Head, Line string
}

// The measures of a timer, in points of a slide.
const (
	timerHigh = slideHead - 4
	timerDisc = 42.0
)

// Timer draws a timer for the header's right end, in a style of Presenting: a
// disc that empties, and the time in digits that the last row reads. In the last
// fifth of the time both change colour and the disc's ring doubles.
func Timer(style *Style, face TimerFace) *Group {
	s := style
	ink, fill := s.Text, s.Strong
	if face.Late {
		ink = s.legible(s.Faces[0], s.Surface)
		fill = ink
	}
	clock := text.Bold.Measure(face.Clock, slideClock)
	label := max(text.Bold.Measure(face.Head, presentLeast), text.Regular.Measure(face.Line, presentLeast))
	g := &Group{Role: HeaderRole, Size: Point{label + 40 + 2*timerDisc + 28 + clock, timerHigh}}
	run := func(words string, f text.Face, size, right, y float64, c Color) *Run {
		w := f.Measure(words, size)
		return &Run{X: right - w, Y: y, Text: words, Face: f, Size: size, Color: c, Width: w}
	}
	c := Point{label + 20 + timerDisc, 74}
	g.Elements = append(g.Elements,
		run(face.Head, text.Bold, presentLeast, label, 66, s.Text),
		run(face.Line, text.Regular, presentLeast, label, 104, s.Second),
		&Path{Segments: Circle(c, timerDisc), Fill: s.Surface, Stroke: Stroke{Color: s.Border, Width: 4}},
		run(face.Clock, text.Bold, slideClock, g.Size.X, 110, ink))
	if face.Late {
		g.Elements = append(g.Elements,
			&Path{Segments: Circle(c, timerDisc), Stroke: Stroke{Color: ink, Width: 4}},
			&Path{Segments: Circle(c, timerDisc+9), Stroke: Stroke{Color: ink, Width: 4}})
	}
	if share := min(max(face.Share, 0), 1); share > 0 {
		g.Elements = append(g.Elements, &Path{Segments: sector(c, timerDisc-7, share), Fill: fill})
	}
	return g.sealed()
}

// sector is the part of a disc that is left when the rest has gone clockwise
// from the top; share is 0 to 1.
func sector(c Point, r, share float64) []Segment {
	if share >= 1 {
		return Circle(c, r)
	}
	at := func(turn float64) (p, along Point) {
		sin, cos := math.Sincos(2 * math.Pi * turn)
		return Point{c.X - r*sin, c.Y - r*cos}, Point{-cos, sin}
	}
	from, along := at(0)
	out := []Segment{{Op: Move, A: c}, {Op: Line, A: from}}
	n := int(math.Ceil(4 * share))
	step := share / float64(n)
	k := r * 4 / 3 * math.Tan(math.Pi*step/2)
	for i := 1; i <= n; i++ {
		to, next := at(float64(i) * step)
		out = append(out, Segment{
			Op: Curve, A: Point{from.X + k*along.X, from.Y + k*along.Y}, B: Point{to.X - k*next.X, to.Y - k*next.Y}, C: to,
		})
		from, along = to, next
	}
	return append(out, Segment{Op: Close})
}
