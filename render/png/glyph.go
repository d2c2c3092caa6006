package png

import (
	"image"
	"math"

	"footpath/render/scene"
	"footpath/render/text"
)

// glyphKey names one mask: glyphs are placed to a quarter of a pixel across and
// to whole pixels down, so that letters stand evenly and lines are crisp.
type glyphKey struct {
	face    text.Face
	glyph   uint32
	size    float32 // pixels an em
	quarter uint8
}

type glyphMask struct {
	mask *image.Alpha // nil where the glyph draws nothing
	at   image.Point  // of the mask's corner from the glyph's origin
}

// glyphs keeps masks, up to a number of bytes; past it it starts anew.
type glyphs struct {
	masks map[glyphKey]glyphMask
	bytes int
}

const maxGlyphBytes = 4 << 20

// Run implements scene.Painter.
func (p *Painter) Run(e *scene.Run, at scene.Point) {
	if e.Color.A == 0 {
		return
	}
	size := e.Size * p.scale
	x, y := (e.X+at.X)*p.scale, math.Round((e.Y+at.Y)*p.scale)
	for _, g := range e.Face.Glyphs(e.Text) {
		gx := x + g.X*size
		whole := math.Floor(gx)
		m := p.glyph(glyphKey{e.Face, g.ID, float32(size), uint8((gx - whole) * 4)})
		if m.mask != nil {
			p.stamp(m.mask, image.Pt(int(whole)+m.at.X, int(y)+m.at.Y), e.Color)
		}
	}
}

func (p *Painter) glyph(key glyphKey) glyphMask {
	if m, ok := p.glyphs.masks[key]; ok {
		return m
	}
	m := p.drawGlyph(key)
	if p.glyphs.masks == nil || p.glyphs.bytes > maxGlyphBytes {
		p.glyphs = glyphs{masks: map[glyphKey]glyphMask{}}
	}
	p.glyphs.masks[key] = m
	if m.mask != nil {
		p.glyphs.bytes += len(m.mask.Pix)
	}
	return m
}

func (p *Painter) drawGlyph(key glyphKey) glyphMask {
	outline := key.face.Outline(key.glyph)
	if len(outline) == 0 {
		return glyphMask{}
	}
	shift := float32(key.quarter) / 4
	x0, y0, x1, y1 := float32(math.Inf(1)), float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.Inf(-1))
	for _, s := range outline {
		for i := range points(s.Op) {
			x, y := s.Points[i][0]*key.size+shift, s.Points[i][1]*key.size
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		}
	}
	box := image.Rect(int(math.Floor(float64(x0))), int(math.Floor(float64(y0))), int(math.Ceil(float64(x1)))+1, int(math.Ceil(float64(y1)))+1)
	p.raster.Reset(box.Dx(), box.Dy())
	pen := func(s text.Segment, i int) (x, y float32) {
		return s.Points[i][0]*key.size + shift - float32(box.Min.X), s.Points[i][1]*key.size - float32(box.Min.Y)
	}
	for _, s := range outline {
		ax, ay := pen(s, 0)
		switch s.Op {
		case text.MoveTo:
			p.raster.MoveTo(ax, ay)
		case text.LineTo:
			p.raster.LineTo(ax, ay)
		case text.QuadTo:
			bx, by := pen(s, 1)
			p.raster.QuadTo(ax, ay, bx, by)
		case text.CubeTo:
			bx, by := pen(s, 1)
			cx, cy := pen(s, 2)
			p.raster.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	p.raster.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return glyphMask{mask: mask, at: box.Min}
}

// points is how many points a segment of an outline has.
func points(op text.Op) int {
	switch op {
	case text.QuadTo:
		return 2
	case text.CubeTo:
		return 3
	}
	return 1
}
