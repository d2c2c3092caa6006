package truetype

import (
	"math"

	"footpath/render/text"
)

// point is a point of a contour in units, y up: on the curve, or the control
// point of a quadratic.
type point struct {
	x, y int16
	on   bool
}

// contoursOf makes the closed contours of an outline.
func contoursOf(outline []text.Segment) [][]point {
	var out [][]point
	var open []point
	var at [2]float64 // the pen, in em, y down
	shut := func() {
		if n := len(open); n > 1 && open[0] == open[n-1] {
			open = open[:n-1] // contours close by themselves
		}
		if open = explicit(open); len(open) > 2 {
			out = append(out, open)
		}
		open = nil
	}
	for _, s := range outline {
		a, b, c := wide(s.Points[0]), wide(s.Points[1]), wide(s.Points[2])
		switch s.Op {
		case text.MoveTo:
			shut()
			open = append(open, onCurve(a))
			at = a
		case text.LineTo:
			open = append(open, onCurve(a))
			at = a
		case text.QuadTo:
			open = append(open, control(a), onCurve(b))
			at = b
		case text.CubeTo:
			open = quadratics(open, at, a, b, c)
			at = c
		}
	}
	shut()
	return out
}

// explicit takes out the points that a reader puts in by itself: those half-way
// between two control points. The first one stays.
func explicit(contour []point) []point {
	if len(contour) < 3 {
		return contour
	}
	out := contour[:1]
	before := contour[0]
	for i := 1; i < len(contour); i++ {
		p, after := contour[i], contour[(i+1)%len(contour)]
		if p.on && !before.on && !after.on && halfWay(p.x, before.x, after.x) && halfWay(p.y, before.y, after.y) {
			before = p
			continue
		}
		before = p
		out = append(out, p)
	}
	return out
}

// halfWay tells whether v is the middle of two, or the nearest unit to it.
func halfWay(v, a, b int16) bool {
	off := 2*int(v) - int(a) - int(b)
	return off >= -1 && off <= 1
}

// quadratics adds a cubic as quadratics that leave it by less than a unit.
// The error of one quadratic for a cubic is at most √3/36 of the length of its
// third difference, and falls with the third power of the pieces.
func quadratics(to []point, p0, p1, p2, p3 [2]float64) []point {
	dx, dy := p3[0]-3*p2[0]+3*p1[0]-p0[0], p3[1]-3*p2[1]+3*p1[1]-p0[1]
	pieces := math.Ceil(math.Cbrt(math.Sqrt(3) / 36 * math.Hypot(dx, dy) * em))
	pieces = min(max(pieces, 1), 16)
	on := func(t float64) [2]float64 {
		u := 1 - t
		a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		return [2]float64{a*p0[0] + b*p1[0] + c*p2[0] + d*p3[0], a*p0[1] + b*p1[1] + c*p2[1] + d*p3[1]}
	}
	slope := func(t float64) [2]float64 {
		u := 1 - t
		a, b, c := 3*u*u, 6*u*t, 3*t*t
		return [2]float64{
			a*(p1[0]-p0[0]) + b*(p2[0]-p1[0]) + c*(p3[0]-p2[0]),
			a*(p1[1]-p0[1]) + b*(p2[1]-p1[1]) + c*(p3[1]-p2[1]),
		}
	}
	step := 1 / pieces
	for i := 0.0; i < pieces; i++ {
		from, end := i*step, (i+1)*step
		q0, q3, d0, d3 := on(from), on(end), slope(from), slope(end)
		// The piece as a cubic has its control points a third of the slope away;
		// the quadratic's is the mean of where both would put it.
		mid := [2]float64{
			(q0[0]+q3[0])/2 + (d0[0]-d3[0])*step/4,
			(q0[1]+q3[1])/2 + (d0[1]-d3[1])*step/4,
		}
		to = append(to, control(mid), onCurve(q3))
	}
	return to
}

func wide(p [2]float32) [2]float64 { return [2]float64{float64(p[0]), float64(p[1])} }

func onCurve(p [2]float64) point { return point{units(p[0]), units(-p[1]), true} }
func control(p [2]float64) point { return point{units(p[0]), units(-p[1]), false} }

// units rounds a length in em to units; what no file can hold becomes the
// nearest that it can.
func units(v float64) int16 {
	v = math.Round(v * em)
	if !(v > -16000) { // also what is no number
		return -16000
	}
	return int16(min(v, 16000))
}
