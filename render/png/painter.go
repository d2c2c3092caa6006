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
	img      *image.RGBA
	scale    float64
	raster   vector.Rasterizer
	gathers  image.Rectangle // what the rasteriser gathers for
	mask     *image.Alpha
	glyphs   glyphs
	pictures pictures
}

var _ scene.Painter = (*Painter)(nil)

// NewPainter gives a painter that paints nothing yet.
func NewPainter() *Painter { return &Painter{} }

func (p *Painter) on(img *image.RGBA, scale float64) { p.img, p.scale = img, scale }

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
	p.reset(box)
	p.trace(segments, at)
	p.blend(box, c)
}

// reset makes the rasteriser gather anew, for a box of pixels.
func (p *Painter) reset(box image.Rectangle) {
	p.raster.Reset(box.Dx(), box.Dy())
	p.gathers = box
}

// pen turns pixels of the picture into those of the box the rasteriser gathers
// for. What lies several boxes outside it is drawn nearer: the rasteriser's
// numbers are small.
func (p *Painter) pen(q scene.Point) (x, y float32) {
	most := float64(8 * (max(p.gathers.Dx(), p.gathers.Dy()) + 512))
	near := func(v float64, from int) float32 { return float32(max(-most, min(v-float64(from), most))) }
	return near(q.X, p.gathers.Min.X), near(q.Y, p.gathers.Min.Y)
}

// trace adds a path to what the rasteriser gathers.
func (p *Painter) trace(segments []scene.Segment, at scene.Point) {
	pen := func(q scene.Point) (x, y float32) {
		return p.pen(scene.Point{X: p.pixel(q.X + at.X), Y: p.pixel(q.Y + at.Y)})
	}
	for i := range segments {
		s := &segments[i]
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
}

// far is farther than any picture reaches, in pixels.
const far = 1 << 21

// pixel turns points into pixels; what is no number, or beyond every picture,
// becomes a number that tools can take.
func (p *Painter) pixel(v float64) float64 {
	if v *= p.scale; math.IsNaN(v) {
		return 0
	}
	return max(-far, min(v, far))
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
		return int(round(p.pixel(v + off + by)))
	}
	return image.Rect(
		px(x0, at.X, -margin, math.Floor), px(y0, at.Y, -margin, math.Floor),
		px(x1, at.X, margin, math.Ceil)+1, px(y1, at.Y, margin, math.Ceil)+1,
	).Intersect(p.img.Rect)
}
