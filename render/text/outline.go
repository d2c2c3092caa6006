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
	face  Face
	glyph uint32
}

var outlines sync.Map // outlineKey to []Segment

// Outline is the glyph's outline; nothing for one that draws nothing. It is
// shared and must not be altered.
func (f Face) Outline(glyph uint32) []Segment {
	key := outlineKey{f, glyph}
	if found, ok := outlines.Load(key); ok {
		return found.([]Segment)
	}
	l := get(f)
	lock.Lock()
	data, _ := l.face.GlyphData(font.GID(glyph)).(font.GlyphOutline)
	lock.Unlock()
	out := make([]Segment, len(data.Segments))
	for i, s := range data.Segments {
		out[i].Op = operation(s.Op)
		for j, p := range s.ArgsSlice() {
			out[i].Points[j] = [2]float32{p.X / float32(l.em), -p.Y / float32(l.em)}
		}
	}
	outlines.Store(key, out)
	return out
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
