package scene

import (
	"footpath/mapmodel"
	"footpath/render/text"
)

// strand is what stands on slides as a column of lines, with a ground below
// them: it is parted between lines where a slide cannot hold it.
type strand struct {
	id    mapmodel.ID
	field string // of the record, where it shows no more than that
	role  Role
	pad   float64 // above and below the lines
	least float64 // height
	lines []strandLine
	// ground draws what lies under the lines; first is false for what goes on
	// from the slide before. Nil draws nothing.
	ground func(width, high float64, first bool) []Element
	rest   bool // it goes on from the slide before
}

// strandLine is so much of a strand: boxes, pictures and runs, counted from its
// upper left corner.
type strandLine struct {
	high  float64
	draws []Element
}

// put adds a text's lines; each may begin another slide.
func (s *strand) put(b *TextBox, ink Color) {
	for i := range b.Lines {
		one := *b
		one.Lines = b.Lines[i : i+1]
		s.lines = append(s.lines, strandLine{b.Step, one.runs(ink)})
	}
}

// gap adds room to the last line.
func (s *strand) gap(high float64) {
	if n := len(s.lines); n > 0 {
		s.lines[n-1].high += high
	}
}

// bare is the height that the lines need, and high that of the strand.
func (s *strand) bare() float64 {
	high := 2 * s.pad
	for _, l := range s.lines {
		high += l.high
	}
	return high
}

func (s *strand) high() float64 {
	if s.rest {
		return s.bare()
	}
	return max(s.bare(), s.least)
}

// cut takes as many lines as fit into a height off the strand; one at the least
// where it must.
func (s *strand) cut(room float64, must bool) (part strand, ok bool) {
	part = *s
	high, n := 2*s.pad, 0
	for n < len(s.lines) && high+s.lines[n].high <= room {
		high += s.lines[n].high
		n++
	}
	if n == 0 && !must || len(s.lines) == 0 {
		return part, false
	}
	n = max(n, 1)
	part.lines = s.lines[:n:n]
	s.lines, s.rest = s.lines[n:], true
	return part, true
}

// flow is a column of slides, with what stands in it still.
type flow struct {
	x, w    float64
	gap     float64 // between strands
	strands []*strand
}

// high is the height of all that stands in the column still.
func (f *flow) high() float64 {
	high := 0.0
	for _, s := range f.strands {
		high += s.high() + f.gap
	}
	return high
}

// fill draws on the page what fits between two heights, and tells how far down
// that reaches. A strand that fits between head and foot of a slide is not
// parted; of one that does not, a line is drawn at the least where the column
// begins at the head.
func (p *slides) fill(f *flow, head, top, foot float64) float64 {
	y := top
	for len(f.strands) > 0 {
		next, at := f.strands[0], y
		if y > top {
			at += f.gap
		}
		high := next.high()
		if at+high <= foot {
			p.strand(next, f.x, at, f.w, high)
			f.strands, y = f.strands[1:], at+high
			continue
		}
		if high <= foot-head {
			break
		}
		part, ok := next.cut(foot-at, at == head)
		if !ok && at > head {
			break
		}
		high = max(min(part.high(), foot-at), part.bare())
		p.strand(&part, f.x, at, f.w, high)
		if y = at + high; len(next.lines) > 0 {
			break
		}
		f.strands = f.strands[1:]
	}
	return y
}

// strand draws a strand, or a part of it.
func (p *slides) strand(s *strand, x, y, width, high float64) {
	var out []Element
	if s.ground != nil {
		out = s.ground(width, high, !s.rest)
	}
	at := s.pad
	if !s.rest { // in the middle, where a mark is higher
		at += min(max(high-s.bare(), 0)/2, 0.6*s.pad)
	}
	for _, l := range s.lines {
		for _, e := range l.draws {
			out = append(out, below(e, at))
		}
		at += l.high
	}
	g := &Group{Role: s.role, ID: s.id, Field: s.field, Size: Point{width, high}, Elements: out}
	p.page.Front = append(p.page.Front, []Placed{{g.sealed(), Point{x, y}}})
}

// oneLine is a text on one line, at a baseline.
func oneLine(words string, face text.Face, size, x, y float64, ink Color) *Run {
	return &Run{X: x, Y: y, Text: words, Face: face, Size: size, Color: ink, Width: face.Measure(words, size)}
}
