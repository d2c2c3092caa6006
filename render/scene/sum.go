package scene

import (
	"encoding/binary"
	"hash/maphash"
	"math"
	"sync"
)

// seed makes sums of this run; they never leave it.
var seed = maphash.MakeSeed()

// summer is the painter that writes down what it is to paint, to be hashed.
type summer struct{ said []byte }

// summers are kept for the next group: there are many, and each is short.
var summers = sync.Pool{New: func() any { return new(summer) }}

// sealed gives the group its sum and returns it.
func (g *Group) sealed() *Group {
	s := summers.Get().(*summer)
	s.said = s.said[:0]
	s.numbers(g.Size.X, g.Size.Y)
	g.Draw(s, Point{})
	g.Sum = maphash.Bytes(seed, s.said)
	summers.Put(s)
	return g
}

func (s *summer) numbers(values ...float64) {
	for _, v := range values {
		s.said = binary.LittleEndian.AppendUint64(s.said, math.Float64bits(v))
	}
}

func (s *summer) color(c Color) { s.said = append(s.said, c.R, c.G, c.B, c.A) }

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
	s.said = append(s.said, 'b')
	s.numbers(at.X, at.Y)
	s.numbers(e.X, e.Y, e.W, e.H, e.Radius)
	s.color(e.Fill)
	s.stroke(e.Stroke)
}

// Path implements Painter.
func (s *summer) Path(e *Path, at Point) {
	s.said = append(s.said, 'p')
	s.numbers(at.X, at.Y)
	for _, q := range e.Segments {
		s.numbers(float64(q.Op), q.A.X, q.A.Y, q.B.X, q.B.Y, q.C.X, q.C.Y)
	}
	s.color(e.Fill)
	s.stroke(e.Stroke)
}

// Picture implements Painter.
func (s *summer) Picture(e *Picture, _ Point) {
	s.said = append(s.said, 'i')
	s.numbers(e.X, e.Y, e.W, e.H, e.Radius, float64(e.Image.sum>>32), float64(e.Image.sum&math.MaxUint32))
}

// Run implements Painter.
func (s *summer) Run(e *Run, at Point) {
	s.said = append(s.said, 'r')
	s.numbers(at.X, at.Y)
	s.numbers(e.X, e.Y, e.Size, float64(e.Face))
	s.said = append(s.said, e.Text...)
	s.color(e.Color)
}
