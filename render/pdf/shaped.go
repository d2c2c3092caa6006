package pdf

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"footpath/render/text"
)

// sign is one drawing and what it says: a letter of plain text, or a piece of a
// line that cannot be parted (letters that join, letters with their marks,
// emoji), drawn of all its glyphs, so that readers find neither marks that say
// nothing nor gaps. One that says two things counts as two, so that what is
// copied is what was written.
type sign struct {
	// glyphs stand from the sign's origin.
	glyphs []text.Glyph
	// advance is in em.
	advance float64
	says    string
}

var errGlyphs = errors.New("the map shows more different signs than a font can have")

// mostSigns is how many signs a font can number.
const mostSigns = 1<<16 - 2

// code gives the number of a sign; 0, which draws nothing, where there are more
// than numbers.
func (t *typeface) code(g sign) uint16 {
	key := g.key()
	n, ok := t.codes[key]
	if !ok {
		if len(t.list) >= mostSigns {
			return 0
		}
		t.list = append(t.list, g)
		n = uint16(len(t.list))
		t.codes[key] = n
	}
	return n
}

// key is the same for signs that look and say the same.
func (g *sign) key() string {
	out := make([]byte, 0, 32)
	add := func(v float64) { out = append(strconv.AppendInt(out, int64(math.Round(v*4096)), 36), ' ') }
	add(g.advance)
	for _, part := range g.glyphs {
		out = append(strconv.AppendUint(out, uint64(part.ID), 36), ' ')
		add(part.X)
		add(part.Y)
	}
	return string(append(append(out, '|'), g.says...))
}

// outline is that of all the sign's glyphs together.
func (g *sign) outline() []text.Segment {
	var out []text.Segment
	for _, part := range g.glyphs {
		dx, dy := float32(part.X), float32(part.Y)
		for _, s := range part.Font.Outline(part.ID) {
			for i := range s.Points {
				s.Points[i][0] += dx
				s.Points[i][1] += dy
			}
			out = append(out, s)
		}
	}
	return out
}

// run writes spans that all are of the font: pen is where the text stands, in
// em from the line's origin, and is moved on.
func (t *typeface) run(p *painter, line string, spans []text.Span, pen *float64) {
	p.out = append(p.out, '[')
	for i := range spans {
		span := &spans[i]
		if move := (*pen - span.X) * 1000; move > 0.5 || move < -0.5 {
			p.number(move)
			*pen = span.X
		}
		p.out = append(p.out, '<')
		for _, g := range signs(span, said(line[span.Start:span.End])) {
			code := t.code(g)
			p.out = appendHex(p.out, []byte{byte(code >> 8), byte(code)})
			if code > 0 {
				*pen += t.list[code-1].advance
			}
		}
		p.out = append(p.out, '>')
	}
	p.out = append(p.out, "]TJ "...)
}

// signs makes a span's one sign, or several where it must be said in parts: the
// first is the drawing and says what stands leftmost, blank ones on its way say
// the rest.
func signs(span *text.Span, says string) []sign {
	glyphs := slices.Clone(span.Glyphs)
	for i := range glyphs {
		glyphs[i].X -= span.X
	}
	runes := []rune(says)
	if !parted(runes, span.Leftward) || span.Advance <= 0 {
		return []sign{{glyphs, span.Advance, says}}
	}
	if span.Leftward {
		slices.Reverse(runes)
	}
	out := make([]sign, len(runes))
	for i, r := range runes {
		out[i] = sign{advance: span.Advance / float64(len(runes)), says: string(r)}
	}
	out[0].glyphs = glyphs
	return out
}

// parted tells whether a sign that says several characters is said in parts:
// readers turn leftward text round sign by sign, and some know no more than one
// character a sign beyond Unicode's first plane.
func parted(says []rune, leftward bool) bool {
	if len(says) < 2 {
		return false
	}
	return leftward || slices.ContainsFunc(says, func(r rune) bool { return r > 0xFFFF })
}

// mostSaid is how many UTF-16 units one glyph can say: a string in a CMap has
// at most 512 bytes. Nobody's letters have so many marks.
const mostSaid = 250

// said is what is copied for a span: valid, white space as spaces.
func said(s string) string {
	out := strings.ToValidUTF8(s, "\uFFFD")
	if strings.TrimSpace(out) == "" {
		return " "
	}
	if units := utf16.Encode([]rune(out)); len(units) > mostSaid {
		return string(utf16.Decode(units[:mostSaid]))
	}
	return out
}

// perBlock is how many lines a block of a CMap may have.
const perBlock = 100

// toUnicode is the table of what each glyph says (ISO 32000-1, 9.10.3).
func (t *typeface) toUnicode() []byte {
	var out []byte
	out = append(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"...)
	for at := 0; at < len(t.list); at += perBlock {
		block := t.list[at:min(at+perBlock, len(t.list))]
		out = append(strconv.AppendInt(out, int64(len(block)), 10), " beginbfchar\n"...)
		for i, g := range block {
			n := at + i + 1
			out = append(appendHex(append(out, '<'), []byte{byte(n >> 8), byte(n)}), "> <"...)
			for _, u := range utf16.Encode([]rune(g.says)) {
				out = appendHex(out, []byte{byte(u >> 8), byte(u)})
			}
			out = append(out, ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}
