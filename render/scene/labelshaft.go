package scene

import "slices"

// shaft is a place across the page where words of a width may stand, at any
// height: what is beside it is gathered once, however many heights are tried.
type shaft struct {
	x    float64
	made bool
	// taken are the heights where something stands, from above, and lines the
	// curves' pieces.
	taken []span
	lines []*beam
}

// shafts are the places for words beside a point, the best first.
func (l *labeller) shafts(p point, width float64) []shaft {
	out := l.places[:0]
next:
	for _, shift := range shifts {
		x := l.across(p, width, shift)
		for i := range out {
			if out[i].x == x {
				continue next
			}
		}
		n := len(out)
		if n == cap(out) {
			out = append(out, shaft{})
		} else {
			out = out[:n+1]
		}
		out[n] = shaft{x: x, taken: out[n].taken[:0], lines: out[n].lines[:0]}
	}
	l.places = out
	return out
}

// good tells whether words may stand in a box of the shaft; it says the same as
// the labeller's own.
func (c *shaft) good(l *labeller, box Rect) bool {
	if box.X < l.left-0.01 || box.Right() > l.right+0.01 || box.Y < 0 {
		return false
	}
	if !c.made {
		c.gather(l, box)
	}
	grown := grownLabel(box)
	for i := range c.taken {
		if c.taken[i].from >= grown.Bottom() {
			break
		}
		if grown.Y < c.taken[i].to {
			return false
		}
	}
	for _, b := range c.lines {
		if b.in(box) {
			return false
		}
	}
	return true
}

// gather finds what is beside the shaft, which is as wide as a box.
func (c *shaft) gather(l *labeller, box Rect) {
	c.made = true
	grown := grownLabel(box)
	for strip := range l.taken.near(grown.X, grown.Right()) {
		for i := range strip {
			if r := &strip[i]; grown.X < r.Right() && r.X < grown.Right() {
				c.take(span{r.Y, r.Bottom()})
			}
		}
	}
	for strip := range l.lines.near(box.X, box.Right()) {
		for i := range strip {
			if b := &strip[i]; b.box.X <= box.Right() && b.box.Right() >= box.X {
				c.lines = append(c.lines, b)
			}
		}
	}
}

// take adds heights to those where something stands, which are in order and do
// not touch: there are few of them, however much stands there.
func (c *shaft) take(s span) {
	i := 0
	for i < len(c.taken) && c.taken[i].to < s.from {
		i++
	}
	j := i
	for j < len(c.taken) && c.taken[j].from <= s.to {
		s.from, s.to = min(s.from, c.taken[j].from), max(s.to, c.taken[j].to)
		j++
	}
	if i == j {
		c.taken = slices.Insert(c.taken, i, s)
		return
	}
	c.taken[i] = s
	c.taken = slices.Delete(c.taken, i+1, j)
}
