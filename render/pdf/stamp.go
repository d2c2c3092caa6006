package pdf

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"strconv"

	"footpath/render/scene"
)

// stamps are the shapes that pages show again and again: cards of one size, the
// faces of the curve, the digits in discs. Each stands in the file once, as a
// form (ISO 32000-1, 8.10), and is painted wherever it is needed, in the
// colours that are set there.
type stamps struct {
	list  []stamp
	known map[string]int // a shape's number from 1, or how often it was met, negative
	key   []byte
}

// often is how often a shape is drawn in place before it becomes a stamp: a form
// takes some three hundred bytes, and a shape that has stood on the page before
// some fifteen, once it is packed.
const often = 20

// stamp is a shape whose first point is the origin.
type stamp struct {
	content        []byte
	x0, y0, x1, y1 float64
}

// fewest is how many segments a shape must have to be worth a place of its own.
const fewest = 5

// mostStamps is how many stamps a file has; further shapes are drawn in place.
const mostStamps = 2000

// stampName begins what the pages call a stamp.
const stampName = "/X"

// shape paints a path by an operator. The path is cut into shapes that do not
// touch, such as the digits of a number: a stamp is more often met again.
func (p *painter) shape(segments []scene.Segment, at scene.Point, mode string) {
	if mode != "f" {
		p.stamp(segments, at, mode)
		return
	}
	from, box := 0, none
	for i := 0; i < len(segments); {
		end := contour(segments, i)
		b := bounds(segments[i:end])
		if i > from && !b.touches(box) {
			p.stamp(segments[from:i], at, mode)
			from, box = i, none
		}
		box = box.with(b)
		i = end
	}
	p.stamp(segments[from:], at, mode)
}

// contour is where the contour ends that begins at i.
func contour(segments []scene.Segment, i int) int {
	for {
		i++
		if i == len(segments) || segments[i].Op == scene.Move {
			return i
		}
	}
}

// stamp paints one shape: by its form, if it has been met often; else from its
// own first point, so that it is the same text wherever it stands.
func (p *painter) stamp(segments []scene.Segment, at scene.Point, mode string) {
	if len(segments) < fewest {
		p.trace(segments, at)
		p.op(mode)
		return
	}
	from := segments[0].A
	p.out = append(p.out, "q 1 0 0 1 "...)
	p.point(from, at)
	p.out = append(p.out, "cm "...)
	if n, again := p.doc.stamps.number(p, segments, mode); again {
		p.out = append(p.out, stampName...)
		p.out = strconv.AppendInt(p.out, int64(n), 10)
		p.op(" Do Q")
		return
	}
	height := p.height
	p.height = 0
	p.trace(segments, scene.Point{X: -from.X, Y: -from.Y})
	p.height = height
	p.op(mode + " Q")
}

// number gives a shape's number, if it has been met often.
func (s *stamps) number(p *painter, segments []scene.Segment, mode string) (int, bool) {
	from := segments[0].A
	key := append(s.key[:0], mode...)
	if mode != "f" {
		key = binary.LittleEndian.AppendUint64(key, math.Float64bits(p.width))
	}
	for i := range segments {
		seg := &segments[i]
		key = append(key, byte(seg.Op))
		switch seg.Op {
		case scene.Move, scene.Line:
			key = hundredths(key, seg.A, from)
		case scene.Curve:
			key = hundredths(hundredths(hundredths(key, seg.A, from), seg.B, from), seg.C, from)
		case scene.Close:
		}
	}
	s.key = key
	n := s.known[string(key)]
	if n <= 0 {
		if n--; n >= -often || len(s.list) == mostStamps {
			if s.known == nil {
				s.known = map[string]int{}
			}
			s.known[string(key)] = n
			return 0, false
		}
		n = s.add(p, segments, mode)
		s.known[string(key)] = n
	}
	return n, true
}

// hundredths is a point as the pages have it: to a hundredth.
func hundredths(key []byte, p, from scene.Point) []byte {
	key = binary.LittleEndian.AppendUint32(key, uint32(int32(math.Round((p.X-from.X)*100))))
	return binary.LittleEndian.AppendUint32(key, uint32(int32(math.Round((p.Y-from.Y)*100))))
}

// add makes a stamp of a shape and gives its number.
func (s *stamps) add(p *painter, segments []scene.Segment, mode string) int {
	from := segments[0].A
	origin := scene.Point{X: -from.X, Y: -from.Y}
	own := &painter{doc: p.doc, sink: io.Discard}
	own.trace(segments, origin)
	own.op(mode)
	b := bounds(segments)
	room := 1 + 2*p.width // of the line, and of its corners
	s.list = append(s.list, stamp{own.out, b.x0 - from.X - room, from.Y - b.y1 - room, b.x1 - from.X + room, from.Y - b.y0 + room})
	return len(s.list)
}

// addStamps adds the stamps to the file and makes them known to the pages.
func (f *finisher) addStamps(list []stamp) {
	for i, s := range list {
		dict := fmt.Sprintf("/Type/XObject/Subtype/Form/Resources<<>>/BBox[%.2f %.2f %.2f %.2f]", s.x0, s.y0, s.x1, s.y1)
		f.enter(stampName+strconv.Itoa(i+1), f.stream(dict, s.content))
	}
}

// extent is the box around a path's points.
type extent struct{ x0, y0, x1, y1 float64 }

var none = extent{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (e extent) with(o extent) extent {
	return extent{min(e.x0, o.x0), min(e.y0, o.y0), max(e.x1, o.x1), max(e.y1, o.y1)}
}

func (e extent) touches(o extent) bool {
	return e.x0 <= o.x1 && o.x0 <= e.x1 && e.y0 <= o.y1 && o.y0 <= e.y1
}

func bounds(segments []scene.Segment) extent {
	e := none
	point := func(p scene.Point) { e = e.with(extent{p.X, p.Y, p.X, p.Y}) }
	for i := range segments {
		switch s := &segments[i]; s.Op {
		case scene.Move, scene.Line:
			point(s.A)
		case scene.Curve:
			point(s.A)
			point(s.B)
			point(s.C)
		case scene.Close:
		}
	}
	return e
}
