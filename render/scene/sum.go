package scene

import (
	"hash/maphash"
	"math"
)

// seed makes sums of this run; they never leave it.
var seed = maphash.MakeSeed()

// summer is the painter that hashes instead of painting.
type summer struct{ h maphash.Hash }

// sealed gives the group its sum and returns it.
func (g *Group) sealed() *Group {
	var s summer
	s.h.SetSeed(seed)
	s.numbers(g.Size.X, g.Size.Y)
	g.Draw(&s, Point{})
	g.Sum = s.h.Sum64()
	return g
}

func (s *summer) numbers(values ...float64) {
	var b [8]byte
	for _, v := range values {
		bits := math.Float64bits(v)
		for i := range b {
			b[i] = byte(bits >> (8 * i))
		}
		_, _ = s.h.Write(b[:]) // never fails
	}
}

func (s *summer) color(c Color) { _, _ = s.h.Write([]byte{c.R, c.G, c.B, c.A}) }

func (s *summer) stroke(k Stroke) {
	s.color(k.Color)
	round := 0.0
	if k.Round {
		round = 1
	}
	s.numbers(k.Width, round, float64(len(k.Dash)))
	s.numbers(k.Dash...)
}

// Box implements Painter.
func (s *summer) Box(e *Box, at Point) {
	_ = s.h.WriteByte('b')
	s.numbers(at.X, at.Y)
	s.numbers(e.X, e.Y, e.W, e.H, e.Radius)
	s.color(e.Fill)
	s.stroke(e.Stroke)
}

// Path implements Painter.
func (s *summer) Path(e *Path, at Point) {
	_ = s.h.WriteByte('p')
	s.numbers(at.X, at.Y)
	for _, q := range e.Segments {
		s.numbers(float64(q.Op), q.A.X, q.A.Y, q.B.X, q.B.Y, q.C.X, q.C.Y)
	}
	s.color(e.Fill)
	s.stroke(e.Stroke)
}

// Picture implements Painter.
func (s *summer) Picture(e *Picture, _ Point) {
	_ = s.h.WriteByte('i')
	s.numbers(e.X, e.Y, e.W, e.H, e.Radius, float64(e.Image.sum>>32), float64(e.Image.sum&math.MaxUint32))
}

// Run implements Painter.
func (s *summer) Run(e *Run, at Point) {
	_ = s.h.WriteByte('r')
	s.numbers(at.X, at.Y)
	s.numbers(e.X, e.Y, e.Size, float64(e.Face))
	_, _ = s.h.WriteString(e.Text)
	s.color(e.Color)
}
