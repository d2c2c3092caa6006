package scene

import "math"

// kappa places the control points of a cubic that comes nearest a quarter of a
// circle of radius 1.
const kappa = 0.5522847498307936

// Circle is a full circle as a path.
func Circle(center Point, r float64) []Segment {
	return Ellipse(center, r, r)
}

// Ellipse is a full ellipse as a path.
func Ellipse(c Point, rx, ry float64) []Segment {
	kx, ky := rx*kappa, ry*kappa
	return []Segment{
		{Op: Move, A: Point{c.X + rx, c.Y}},
		{Op: Curve, A: Point{c.X + rx, c.Y + ky}, B: Point{c.X + kx, c.Y + ry}, C: Point{c.X, c.Y + ry}},
		{Op: Curve, A: Point{c.X - kx, c.Y + ry}, B: Point{c.X - rx, c.Y + ky}, C: Point{c.X - rx, c.Y}},
		{Op: Curve, A: Point{c.X - rx, c.Y - ky}, B: Point{c.X - kx, c.Y - ry}, C: Point{c.X, c.Y - ry}},
		{Op: Curve, A: Point{c.X + kx, c.Y - ry}, B: Point{c.X + rx, c.Y - ky}, C: Point{c.X + rx, c.Y}},
		{Op: Close},
	}
}

// Outline is a box as a path, clockwise.
func (e *Box) Outline() []Segment {
	x0, y0, x1, y1 := e.X, e.Y, e.Right(), e.Bottom()
	r := min(e.Radius, e.W/2, e.H/2)
	if r <= 0 {
		return []Segment{
			{Op: Move, A: Point{x0, y0}},
			{Op: Line, A: Point{x1, y0}},
			{Op: Line, A: Point{x1, y1}},
			{Op: Line, A: Point{x0, y1}},
			{Op: Close},
		}
	}
	k := r * (1 - kappa)
	return []Segment{
		{Op: Move, A: Point{x0 + r, y0}},
		{Op: Line, A: Point{x1 - r, y0}},
		{Op: Curve, A: Point{x1 - k, y0}, B: Point{x1, y0 + k}, C: Point{x1, y0 + r}},
		{Op: Line, A: Point{x1, y1 - r}},
		{Op: Curve, A: Point{x1, y1 - k}, B: Point{x1 - k, y1}, C: Point{x1 - r, y1}},
		{Op: Line, A: Point{x0 + r, y1}},
		{Op: Curve, A: Point{x0 + k, y1}, B: Point{x0, y1 - k}, C: Point{x0, y1 - r}},
		{Op: Line, A: Point{x0, y0 + r}},
		{Op: Curve, A: Point{x0, y0 + k}, B: Point{x0 + k, y0}, C: Point{x0 + r, y0}},
		{Op: Close},
	}
}

// Polyline is a path through points, closed or not.
func Polyline(closed bool, points ...Point) []Segment {
	out := make([]Segment, 0, len(points)+1)
	for i, p := range points {
		op := Line
		if i == 0 {
			op = Move
		}
		out = append(out, Segment{Op: op, A: p})
	}
	if closed {
		out = append(out, Segment{Op: Close})
	}
	return out
}

// Monotone joins points, rising in x, by the cubics of Fritsch and Carlson
// (1980) with Steffen's slopes (1990), as d3's curveMonotoneX does: the curve
// never swings past a point, so it never leaves the scale.
func Monotone(points []Point) []Segment {
	n := len(points)
	if n == 0 {
		return nil
	}
	out := []Segment{{Op: Move, A: points[0]}}
	if n == 1 {
		return out
	}
	slopes := monotoneSlopes(points)
	for i := 1; i < n; i++ {
		p, q := points[i-1], points[i]
		third := (q.X - p.X) / 3
		out = append(out, Segment{
			Op: Curve,
			A:  Point{p.X + third, p.Y + third*slopes[i-1]},
			B:  Point{q.X - third, q.Y - third*slopes[i]},
			C:  q,
		})
	}
	return out
}

func monotoneSlopes(points []Point) []float64 {
	n := len(points)
	slopes := make([]float64, n)
	secant := func(i int) (h, s float64) {
		h = points[i+1].X - points[i].X
		if h == 0 {
			return 0, 0
		}
		return h, (points[i+1].Y - points[i].Y) / h
	}
	for i := 1; i < n-1; i++ {
		h0, s0 := secant(i - 1)
		h1, s1 := secant(i)
		if h0+h1 == 0 || s0*s1 <= 0 {
			continue // a peak, a valley or a level piece: the curve is level there
		}
		p := (s0*h1 + s1*h0) / (h0 + h1)
		slopes[i] = 2 * math.Copysign(min(math.Abs(s0), math.Abs(s1), math.Abs(p)/2), s0)
	}
	end := func(at, inner int, s float64) {
		slopes[at] = (3*s - slopes[inner]) / 2
		if s == 0 || slopes[at]*s < 0 {
			slopes[at] = 0
		}
	}
	_, first := secant(0)
	_, last := secant(n - 2)
	end(0, 1, first)
	end(n-1, n-2, last)
	if n == 2 {
		slopes[0], slopes[1] = first, first
	}
	return slopes
}

// cutAt keeps the part of a cubic of Monotone's that lies between two edges;
// its x rises evenly along it.
func cutAt(from Point, to Segment, left, right float64) (Point, Segment) {
	if width := to.C.X - from.X; width > 0 {
		if from.X < left && to.C.X > left {
			_, to, from = split(from, to, (left-from.X)/width)
		}
		if width = to.C.X - from.X; from.X < right && to.C.X > right {
			to, _, _ = split(from, to, (right-from.X)/width)
		}
	}
	return from, to
}

// split cuts a cubic in two at t, after de Casteljau; at is the point between.
func split(from Point, s Segment, t float64) (first, second Segment, at Point) {
	mid := func(a, b Point) Point { return Point{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t} }
	a, b, c := mid(from, s.A), mid(s.A, s.B), mid(s.B, s.C)
	d, e := mid(a, b), mid(b, c)
	at = mid(d, e)
	return Segment{Op: Curve, A: a, B: d, C: at}, Segment{Op: Curve, A: e, B: c, C: s.C}, at
}
