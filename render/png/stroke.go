package png

import (
	"math"

	"footpath/render/scene"
)

// flatness is how far, in pixels, a polyline may lie from the curve it stands
// for.
const flatness = 0.1

// stroke draws the line of a path.
func (p *Painter) stroke(segments []scene.Segment, at scene.Point, s scene.Stroke) {
	if s.Width <= 0 || s.Color.A == 0 {
		return
	}
	box := p.bounds(segments, at, s.Width)
	if box.Empty() {
		return
	}
	p.reset(box)
	pen := outliner{p: p, half: p.pixel(s.Width) / 2, round: s.Round}
	for _, line := range p.flatten(segments, at) {
		if len(s.Dash) == 0 {
			pen.line(line)
			continue
		}
		for _, dash := range dashes(line, s.Dash, p.scale) {
			pen.line(dash)
		}
	}
	p.blend(box, s.Color)
}

// polyline is a run of points in pixels.
type polyline struct {
	points []scene.Point
	closed bool
}

// flatten turns a path into polylines.
func (p *Painter) flatten(segments []scene.Segment, at scene.Point) []polyline {
	var out []polyline
	px := func(q scene.Point) scene.Point {
		return scene.Point{X: p.pixel(q.X + at.X), Y: p.pixel(q.Y + at.Y)}
	}
	for _, s := range segments {
		if s.Op == scene.Move {
			out = append(out, polyline{points: []scene.Point{px(s.A)}})
			continue
		}
		if len(out) == 0 {
			continue
		}
		l := &out[len(out)-1]
		switch s.Op {
		case scene.Line:
			l.points = append(l.points, px(s.A))
		case scene.Curve:
			l.points = flattenCurve(l.points, px(s.A), px(s.B), px(s.C))
		case scene.Close:
			l.closed = true
		}
	}
	return out
}

// flattenCurve adds a cubic as short lines, enough of them to be flat.
func flattenCurve(points []scene.Point, b, c, d scene.Point) []scene.Point {
	a := points[len(points)-1]
	bend := math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y) + math.Hypot(b.X-2*c.X+d.X, b.Y-2*c.Y+d.Y)
	n := int(min(max(math.Ceil(math.Sqrt(bend*0.75/flatness)), 1), 200))
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		points = append(points, scene.Point{
			X: u*u*u*a.X + 3*u*u*t*b.X + 3*u*t*t*c.X + t*t*t*d.X,
			Y: u*u*u*a.Y + 3*u*u*t*b.Y + 3*u*t*t*c.Y + t*t*t*d.Y,
		})
	}
	return points
}

// mostDashes is how many dashes a line has at most.
const mostDashes = 1 << 14

// dashes cuts a polyline into its dashes; pattern is a line and a gap in turn,
// in points. Dashes too fine to be seen, or too many, or that are no lengths,
// leave the line whole.
func dashes(l polyline, pattern []float64, scale float64) []polyline {
	points := l.points
	if l.closed && len(points) > 0 {
		points = append(points[:len(points):len(points)], points[0])
	}
	total, long := 0.0, 0.0
	for _, d := range pattern {
		if !(d >= 0) {
			return []polyline{l}
		}
		total += d * scale
	}
	for i := 1; i < len(points); i++ {
		long += math.Hypot(points[i].X-points[i-1].X, points[i].Y-points[i-1].Y)
	}
	if total < 0.5 || math.IsInf(total, 0) || long > mostDashes*total || len(points) < 2 {
		return []polyline{l}
	}
	var out []polyline
	at, left, on := 0, pattern[0]*scale, true
	current := polyline{points: []scene.Point{points[0]}}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		for {
			length := math.Hypot(b.X-a.X, b.Y-a.Y)
			if length <= left {
				left -= length
				current.points = append(current.points, b)
				break
			}
			t := left / length
			a = scene.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
			current.points = append(current.points, a)
			if on {
				out = append(out, current)
			}
			current = polyline{points: []scene.Point{a}}
			on, at = !on, (at+1)%len(pattern)
			left = max(pattern[at]*scale, 0.01)
		}
	}
	if on && len(current.points) > 1 {
		out = append(out, current)
	}
	return out
}

// outliner turns lines into areas of one direction each, so that the
// rasteriser, which adds areas up, unites them.
type outliner struct {
	p     *Painter
	half  float64 // of the line's width, in pixels
	round bool
}

func (o *outliner) line(l polyline) {
	points := l.points
	if l.closed && len(points) > 1 {
		points = append(points[:len(points):len(points)], points[0])
	}
	for i := 1; i < len(points); i++ {
		o.bar(points[i-1], points[i])
	}
	for i := range points {
		if end := i == 0 || i == len(points)-1; o.round || !end || l.closed {
			o.joint(points, i, l.closed)
		}
	}
}

// bar is the rectangle around a straight piece.
func (o *outliner) bar(a, b scene.Point) {
	dx, dy := b.X-a.X, b.Y-a.Y
	length := math.Hypot(dx, dy)
	if length == 0 {
		return
	}
	nx, ny := -dy/length*o.half, dx/length*o.half
	o.area(
		scene.Point{X: a.X + nx, Y: a.Y + ny}, scene.Point{X: b.X + nx, Y: b.Y + ny},
		scene.Point{X: b.X - nx, Y: b.Y - ny}, scene.Point{X: a.X - nx, Y: a.Y - ny},
	)
}

// joint fills the notch where two pieces meet: with a disc for round lines and
// gentle bends, with the mitre's corner for sharp ones.
func (o *outliner) joint(points []scene.Point, i int, closed bool) {
	if o.half < 0.6 && !o.round {
		return // thinner than the eye can tell
	}
	n := len(points)
	prev, next := i-1, i+1
	if closed {
		prev, next = (i-1+n-1)%(n-1), (i+1)%(n-1)
	}
	if !o.round && prev >= 0 && next < n {
		if o.mitre(points[prev], points[i], points[next]) {
			return
		}
	}
	o.disc(points[i])
}

// mitre fills the outer corner between two pieces; false where it would be too
// long.
func (o *outliner) mitre(a, b, c scene.Point) bool {
	ux, uy := unit(a, b)
	vx, vy := unit(b, c)
	cross, dot := ux*vy-uy*vx, ux*vx+uy*vy
	if math.Abs(cross) < 1e-3 {
		return true
	}
	if dot < -0.8 {
		return false
	}
	side := o.half
	if cross > 0 {
		side = -side
	}
	p := scene.Point{X: b.X - uy*side, Y: b.Y + ux*side}
	q := scene.Point{X: b.X - vy*side, Y: b.Y + vx*side}
	t := math.Tan(math.Acos(max(-1, min(dot, 1)))/2) * o.half
	tip := scene.Point{X: p.X + ux*t, Y: p.Y + uy*t}
	o.area(b, p, tip, q)
	return true
}

func unit(a, b scene.Point) (x, y float64) {
	dx, dy := b.X-a.X, b.Y-a.Y
	length := math.Hypot(dx, dy)
	if length == 0 {
		return 0, 0
	}
	return dx / length, dy / length
}

func (o *outliner) disc(c scene.Point) {
	const corners = 16
	var points [corners]scene.Point
	for i := range points {
		s, t := math.Sincos(2 * math.Pi * float64(i) / corners)
		points[i] = scene.Point{X: c.X + t*o.half, Y: c.Y + s*o.half}
	}
	o.area(points[:]...)
}

// area adds a polygon, turned so that its area is positive.
func (o *outliner) area(points ...scene.Point) {
	sum := 0.0
	for i, a := range points {
		b := points[(i+1)%len(points)]
		sum += a.X*b.Y - b.X*a.Y
	}
	at := func(i int) (x, y float32) {
		if sum < 0 {
			i = len(points) - 1 - i
		}
		return o.p.pen(points[i])
	}
	o.p.raster.MoveTo(at(0))
	for i := 1; i < len(points); i++ {
		o.p.raster.LineTo(at(i))
	}
	o.p.raster.ClosePath()
}
