package png

import (
	"image"
	"math"

	"footpath/render/scene"

	"golang.org/x/image/vector"
)

// Painter draws elements into a picture. It keeps its tools and its glyphs
// between pictures, so each goroutine that paints has one of its own.
type Painter struct {
	img    *image.RGBA
	scale  float64
	raster vector.Rasterizer
	mask   *image.Alpha
	glyphs glyphs
}

var _ scene.Painter = (*Painter)(nil)

// NewPainter gives a painter that paints nothing yet.
func NewPainter() *Painter { return &Painter{} }

func (p *Painter) on(img *image.RGBA, scale float64) { p.img, p.scale = img, scale }

func (p *Painter) clear(c scene.Color) {
	for i := 0; i < len(p.img.Pix); i += 4 {
		p.img.Pix[i], p.img.Pix[i+1], p.img.Pix[i+2], p.img.Pix[i+3] = c.R, c.G, c.B, c.A
	}
}

// Box implements scene.Painter. Straight edges fall on whole pixels, so that
// they are crisp.
func (p *Painter) Box(e *scene.Box, at scene.Point) {
	b := *e
	r := e.Moved(at)
	half := 0.0
	if e.Stroke.Width > 0 {
		b.Stroke.Width = p.wholePixels(e.Stroke.Width)
		if int(math.Round(b.Stroke.Width*p.scale))%2 == 1 {
			half = 0.5
		}
	}
	x0, y0 := p.snap(r.X, half), p.snap(r.Y, half)
	b.Rect = scene.Rect{X: x0, Y: y0, W: max(p.snap(r.Right(), half)-x0, 1/p.scale), H: max(p.snap(r.Bottom(), half)-y0, 1/p.scale)}
	outline := b.Outline()
	p.fill(outline, scene.Point{}, e.Fill)
	p.stroke(outline, scene.Point{}, b.Stroke)
}

// snap puts a coordinate on the grid of pixels, or half a pixel beside it.
func (p *Painter) snap(v, half float64) float64 {
	return (math.Round(v*p.scale-half) + half) / p.scale
}

// wholePixels is a line's width as a whole number of pixels, at least one.
func (p *Painter) wholePixels(width float64) float64 {
	return max(1, math.Round(width*p.scale)) / p.scale
}

// Path implements scene.Painter.
func (p *Painter) Path(e *scene.Path, at scene.Point) {
	p.fill(e.Segments, at, e.Fill)
	s, segments := e.Stroke, e.Segments
	if s.Width > 0 && upright(segments) {
		s.Width = p.wholePixels(s.Width)
		segments, at = p.snapped(segments, at, s.Width), scene.Point{}
	}
	p.stroke(segments, at, s)
}

// upright tells whether a path is one straight line along an axis.
func upright(s []scene.Segment) bool {
	return len(s) == 2 && s[0].Op == scene.Move && s[1].Op == scene.Line && (s[0].A.X == s[1].A.X || s[0].A.Y == s[1].A.Y)
}

// snapped is an upright line with its middle where its width fills whole
// pixels.
func (p *Painter) snapped(s []scene.Segment, at scene.Point, width float64) []scene.Segment {
	half := 0.0
	if int(math.Round(width*p.scale))%2 == 1 {
		half = 0.5
	}
	a := scene.Point{X: s[0].A.X + at.X, Y: s[0].A.Y + at.Y}
	b := scene.Point{X: s[1].A.X + at.X, Y: s[1].A.Y + at.Y}
	if a.X == b.X {
		a.X = p.snap(a.X, half)
		b.X = a.X
	} else {
		a.Y = p.snap(a.Y, half)
		b.Y = a.Y
	}
	return []scene.Segment{{Op: scene.Move, A: a}, {Op: scene.Line, A: b}}
}

// fill fills a path with a colour.
func (p *Painter) fill(segments []scene.Segment, at scene.Point, c scene.Color) {
	if c.A == 0 || len(segments) == 0 {
		return
	}
	box := p.bounds(segments, at, 0)
	if box.Empty() {
		return
	}
	p.raster.Reset(box.Dx(), box.Dy())
	pen := func(q scene.Point) (x, y float32) {
		return float32((q.X+at.X)*p.scale - float64(box.Min.X)), float32((q.Y+at.Y)*p.scale - float64(box.Min.Y))
	}
	for _, s := range segments {
		ax, ay := pen(s.A)
		switch s.Op {
		case scene.Move:
			p.raster.MoveTo(ax, ay)
		case scene.Line:
			p.raster.LineTo(ax, ay)
		case scene.Curve:
			bx, by := pen(s.B)
			cx, cy := pen(s.C)
			p.raster.CubeTo(ax, ay, bx, by, cx, cy)
		case scene.Close:
			p.raster.ClosePath()
		}
	}
	p.blend(box, c)
}

// bounds is the box of pixels that a path, widened by a margin in points, can
// touch in the picture.
func (p *Painter) bounds(segments []scene.Segment, at scene.Point, margin float64) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	take := func(q scene.Point) {
		x0, y0 = min(x0, q.X), min(y0, q.Y)
		x1, y1 = max(x1, q.X), max(y1, q.Y)
	}
	for _, s := range segments {
		switch s.Op {
		case scene.Move, scene.Line:
			take(s.A)
		case scene.Curve:
			take(s.A)
			take(s.B)
			take(s.C)
		}
	}
	if x0 > x1 || math.IsNaN(x0+x1+y0+y1) {
		return image.Rectangle{}
	}
	px := func(v, off, by float64, round func(float64) float64) int {
		v = round((v + off + by) * p.scale)
		return int(max(-1, min(v, 1<<20))) // far outside is as good as just outside
	}
	return image.Rect(
		px(x0, at.X, -margin, math.Floor), px(y0, at.Y, -margin, math.Floor),
		px(x1, at.X, margin, math.Ceil)+1, px(y1, at.Y, margin, math.Ceil)+1,
	).Intersect(p.img.Rect)
}

// blend lays what the rasteriser has gathered over the picture in a colour.
func (p *Painter) blend(box image.Rectangle, c scene.Color) {
	w, h := box.Dx(), box.Dy()
	if p.mask == nil || cap(p.mask.Pix) < w*h {
		p.mask = image.NewAlpha(image.Rect(0, 0, w, h))
	}
	p.mask.Pix, p.mask.Stride, p.mask.Rect = p.mask.Pix[:w*h], w, image.Rect(0, 0, w, h)
	clear(p.mask.Pix)
	p.raster.Draw(p.mask, p.mask.Rect, image.Opaque, image.Point{})
	p.stamp(p.mask, box.Min, c)
}

// stamp lays a colour over the picture through a mask whose corner is at a
// pixel.
func (p *Painter) stamp(mask *image.Alpha, at image.Point, c scene.Color) {
	box := mask.Rect.Add(at.Sub(mask.Rect.Min)).Intersect(p.img.Rect)
	r, g, b := uint32(c.R), uint32(c.G), uint32(c.B)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		from := mask.Pix[(y-at.Y)*mask.Stride+box.Min.X-at.X:]
		to := p.img.Pix[p.img.PixOffset(box.Min.X, y):]
		for x := range box.Dx() {
			a := uint32(from[x])
			if a == 0 {
				continue
			}
			a = a * uint32(c.A) / 255
			d := to[x*4 : x*4+4 : x*4+4]
			rest := 255 - a
			d[0] = uint8((r*a + uint32(d[0])*rest + 127) / 255)
			d[1] = uint8((g*a + uint32(d[1])*rest + 127) / 255)
			d[2] = uint8((b*a + uint32(d[2])*rest + 127) / 255)
			d[3] = uint8((255*a + uint32(d[3])*rest + 127) / 255)
		}
	}
}
