package png

import (
	"image"
	"math"

	"footpath/render/scene"
	"footpath/render/text"
)

// glyphSet holds the masks of one font at one size. Glyphs are placed to a
// quarter of a pixel across and to whole pixels down, so that letters stand
// evenly and lines are crisp.
type glyphSet struct {
	font *text.Font
	size float32 // pixels an em
	// masks are by glyph and quarter.
	masks map[uint32]glyphMask
}

type glyphMask struct {
	mask *image.Alpha // nil where the glyph draws nothing
	at   image.Point  // of the mask's corner from the glyph's origin
}

// glyphs keeps sets, up to a number of bytes; past it it starts anew.
type glyphs struct {
	sets  []*glyphSet
	bytes int
	line  []text.Glyph // of the run being drawn
}

const (
	maxGlyphBytes = 4 << 20
	// maxGlyphSize is in pixels an em: larger letters fill any screen.
	maxGlyphSize = 4096
)

// Run implements scene.Painter.
func (p *Painter) Run(e *scene.Run, at scene.Point) {
	size := e.Size * p.scale
	if e.Color.A == 0 || !(size > 0 && size <= maxGlyphSize) {
		return
	}
	x, y := p.pixel(e.X+at.X), math.Round(p.pixel(e.Y+at.Y))
	p.glyphs.line = e.Face.AppendGlyphs(p.glyphs.line[:0], e.Text, e.Direction)
	var set *glyphSet
	for _, g := range p.glyphs.line {
		if set == nil || set.font != g.Font {
			set = p.glyphs.set(g.Font, float32(size))
		}
		gx := x + g.X*size
		whole := math.Floor(gx)
		if m := p.glyph(set, g.ID, uint8((gx-whole)*4)); m.mask != nil {
			p.stamp(m.mask, image.Pt(int(whole)+m.at.X, int(y+math.Round(g.Y*size))+m.at.Y), e.Color)
		}
	}
}

// set finds the masks of a font at a size. A picture has a handful of them.
func (g *glyphs) set(font *text.Font, size float32) *glyphSet {
	if g.bytes > maxGlyphBytes || len(g.sets) > 64 {
		g.sets, g.bytes = nil, 0
	}
	for _, s := range g.sets {
		if s.font == font && s.size == size {
			return s
		}
	}
	s := &glyphSet{font: font, size: size, masks: map[uint32]glyphMask{}}
	g.sets = append(g.sets, s)
	return s
}

func (p *Painter) glyph(set *glyphSet, id uint32, quarter uint8) glyphMask {
	key := id<<2 | uint32(quarter)
	if m, ok := set.masks[key]; ok {
		return m
	}
	m := p.drawGlyph(set, id, quarter)
	set.masks[key] = m
	if m.mask != nil {
		p.glyphs.bytes += len(m.mask.Pix)
	}
	return m
}

func (p *Painter) drawGlyph(set *glyphSet, id uint32, quarter uint8) glyphMask {
	outline, size := set.font.Outline(id), set.size
	if len(outline) == 0 {
		return glyphMask{}
	}
	shift := float32(quarter) / 4
	x0, y0, x1, y1 := float32(math.Inf(1)), float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.Inf(-1))
	for _, s := range outline {
		for i := range points(s.Op) {
			x, y := s.Points[i][0]*size+shift, s.Points[i][1]*size
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		}
	}
	box := image.Rect(int(math.Floor(float64(x0))), int(math.Floor(float64(y0))), int(math.Ceil(float64(x1)))+1, int(math.Ceil(float64(y1)))+1)
	p.raster.Reset(box.Dx(), box.Dy())
	pen := func(s text.Segment, i int) (x, y float32) {
		return s.Points[i][0]*size + shift - float32(box.Min.X), s.Points[i][1]*size - float32(box.Min.Y)
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
