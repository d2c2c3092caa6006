package png

import (
	"image"
	"math"

	"footpath/render/scene"
)

// Box implements scene.Painter.
func (p *Painter) Box(e *scene.Box, at scene.Point) {
	moved := *e
	moved.Rect = e.Moved(at)
	b := p.snappedBox(&moved)
	if b.Fill.A > 0 {
		p.frame(b, scene.Box{}, b.Fill)
	}
	switch w := b.Stroke.Width; {
	case !(w > 0) || b.Stroke.Color.A == 0:
	case len(b.Stroke.Dash) > 0 || w >= min(b.W, b.H):
		p.stroke(b.Outline(), scene.Point{}, b.Stroke)
	default:
		outer, inner := b, b
		outer.Rect, inner.Rect = b.Inset(-w/2), b.Inset(w/2)
		if b.Radius > 0 {
			outer.Radius, inner.Radius = b.Radius+w/2, max(b.Radius-w/2, 0)
		}
		p.frame(outer, inner, b.Stroke.Color)
	}
}

// snappedBox is a box whose straight edges fall on whole pixels, so that they
// are crisp.
func (p *Painter) snappedBox(e *scene.Box) scene.Box {
	b, half := *e, 0.0
	if e.Stroke.Width > 0 {
		b.Stroke.Width = p.wholePixels(e.Stroke.Width)
		if int(math.Round(b.Stroke.Width*p.scale))%2 == 1 {
			half = 0.5
		}
	}
	x0, y0 := p.snap(e.X, half), p.snap(e.Y, half)
	b.Rect = scene.Rect{X: x0, Y: y0, W: max(p.snap(e.Right(), half)-x0, 1/p.scale), H: max(p.snap(e.Bottom(), half)-y0, 1/p.scale)}
	if b.Radius = min(b.Radius, b.W/2, b.H/2); !(b.Radius > 0) {
		b.Radius = 0
	}
	return b
}

// frame paints the area of a box outside another that lies within it. Only the
// corners are drawn as curves: what lies between them is straight.
func (p *Painter) frame(outer, inner scene.Box, c scene.Color) {
	box := p.bounds(outer.Outline(), scene.Point{}, 0)
	if box.Empty() {
		return
	}
	around := outer.Radius
	if inner.W > 0 {
		around = max(around, inner.X-outer.X)
	}
	corner := int(math.Ceil(p.pixel(around))) + 1
	whole := image.Rect(p.floor(outer.X), p.floor(outer.Y), p.floor(outer.Right())+1, p.floor(outer.Bottom())+1)
	middle := whole.Inset(corner)
	if middle.Empty() {
		p.curved(box, outer, inner, c)
		return
	}
	for _, r := range []image.Rectangle{
		{Min: whole.Min, Max: middle.Min},
		{Min: image.Pt(middle.Max.X, whole.Min.Y), Max: image.Pt(whole.Max.X, middle.Min.Y)},
		{Min: image.Pt(whole.Min.X, middle.Max.Y), Max: image.Pt(middle.Min.X, whole.Max.Y)},
		{Min: middle.Max, Max: whole.Max},
	} {
		p.curved(r.Intersect(p.img.Rect), outer, inner, c)
	}
	// Above, below, and between the corners a row, or a column, is as full as
	// the part of it that lies in the outer box and not in the inner one.
	full := func(at, o0, o1, i0, i1 float64) float64 {
		shared := func(a, b float64) float64 { return max(0, min(at+1, b*p.scale)-max(at, a*p.scale)) }
		return shared(o0, o1) - shared(i0, i1)
	}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		if y >= middle.Min.Y && y < middle.Max.Y {
			continue
		}
		p.row(middle.Min.X, middle.Max.X, y, full(float64(y), outer.Y, outer.Bottom(), inner.Y, inner.Bottom()), c)
	}
	for x := box.Min.X; x < min(box.Max.X, whole.Max.X); x++ {
		end := x + 1
		part := full(float64(x), outer.X, outer.Right(), inner.X, inner.Right())
		if x >= middle.Min.X && x < middle.Max.X { // all of the middle is alike
			end = middle.Max.X
		}
		for y := max(box.Min.Y, middle.Min.Y); part > 0 && y < min(box.Max.Y, middle.Max.Y); y++ {
			p.row(x, end, y, part, c)
		}
		x = end - 1
	}
}

func (p *Painter) floor(v float64) int { return int(math.Floor(p.pixel(v))) }

// curved paints the part of a frame that lies in a box of pixels.
func (p *Painter) curved(box image.Rectangle, outer, inner scene.Box, c scene.Color) {
	if box.Empty() {
		return
	}
	p.reset(box)
	p.trace(outer.Outline(), scene.Point{})
	if inner.W > 0 && inner.H > 0 {
		p.trace(backwards(inner.Outline()), scene.Point{})
	}
	p.blend(box, c)
}

// backwards turns a closed path round, so that it takes away from what is
// around it.
func backwards(path []scene.Segment) []scene.Segment {
	n := len(path)
	out := make([]scene.Segment, 0, n)
	end := func(s scene.Segment) scene.Point {
		if s.Op == scene.Curve {
			return s.C
		}
		return s.A
	}
	out = append(out, scene.Segment{Op: scene.Move, A: end(path[n-2])})
	for i := n - 2; i > 0; i-- {
		s := path[i]
		if to := end(path[i-1]); s.Op == scene.Curve {
			out = append(out, scene.Segment{Op: scene.Curve, A: s.B, B: s.A, C: to})
		} else {
			out = append(out, scene.Segment{Op: scene.Line, A: to})
		}
	}
	return append(out, scene.Segment{Op: scene.Close})
}

// row lays a colour over a part of a row of pixels, with a strength of 0 to 1.
func (p *Painter) row(x0, x1, y int, strength float64, c scene.Color) {
	x0, x1 = max(x0, p.img.Rect.Min.X), min(x1, p.img.Rect.Max.X)
	a := part(uint32(strength*255+0.5) * uint32(c.A))
	if x0 >= x1 || a == 0 {
		return
	}
	to := p.img.Pix[p.img.PixOffset(x0, y):][:4*(x1-x0)]
	if a < 255 {
		for i := 0; i < len(to); i += 4 {
			over(to[i:i+4:i+4], c, a)
		}
		return
	}
	flood(to, c)
}
