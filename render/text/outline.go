package text

import (
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Op is what a segment of an outline does.
type Op uint8

// The operations of outlines.
const (
	MoveTo Op = iota // one point
	LineTo           // one point
	QuadTo           // a control point and an end
	CubeTo           // two control points and an end
)

// Segment is one stroke of a glyph's outline, in em, y down, from the
// baseline's origin. Only as many points as the operation has are set.
type Segment struct {
	Op     Op
	Points [3][2]float32
}

type outlineKey struct {
	font  *Font
	glyph uint32
}

var outlines sync.Map // outlineKey to []Segment

// Outline is the glyph's outline; nothing for one that draws nothing. It is
// shared and must not be altered.
func (f *Font) Outline(glyph uint32) []Segment {
	key := outlineKey{f, glyph}
	if found, ok := outlines.Load(key); ok {
		return found.([]Segment)
	}
	data := f.glyphOutline(glyph)
	out := make([]Segment, len(data.Segments))
	for i, s := range data.Segments {
		out[i].Op = operation(s.Op)
		for j, p := range s.ArgsSlice() {
			out[i].Points[j] = [2]float32{p.X / float32(f.em), -p.Y / float32(f.em)}
		}
	}
	outlines.Store(key, out)
	return out
}

// glyphOutline reads an outline from the font; a system's font may be broken
// where only this glyph shows it.
func (f *Font) glyphOutline(glyph uint32) (out font.GlyphOutline) {
	f.lock.Lock()
	defer f.lock.Unlock()
	defer func() {
		if recover() != nil {
			out = font.GlyphOutline{}
		}
	}()
	switch data := f.face.GlyphData(font.GID(glyph)).(type) {
	case font.GlyphOutline:
		return data
	case font.GlyphSVG:
		return data.Outline
	}
	return font.GlyphOutline{}
}

func operation(op opentype.SegmentOp) Op {
	switch op {
	case opentype.SegmentOpMoveTo:
		return MoveTo
	case opentype.SegmentOpLineTo:
		return LineTo
	case opentype.SegmentOpQuadTo:
		return QuadTo
	}
	return CubeTo
}
