package pdf

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"footpath/render/text"
	"footpath/render/truetype"
)

// shaped is a font of signs that are not the characters of the text one by one:
// letters that join, letters with their marks, emoji. Each piece of a line that
// cannot be parted is one sign, drawn of all its glyphs, so that readers find
// neither marks that say nothing nor gaps. Signs are numbered as they come; one
// that says two things counts as two, so that what is copied is what was
// written. It is embedded as ISO 32000-1, 9.7 has it: Type 0, with codes that
// are glyph numbers.
type shaped struct {
	font  *text.Font
	name  string
	codes map[string]uint16
	list  []sign
}

// sign is one drawing and what it says.
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

// shapedFont gives the document's font for glyphs of one of ours.
func (d *document) shapedFont(f *text.Font) *shaped {
	for _, s := range d.shaped {
		if s.font == f {
			return s
		}
	}
	s := &shaped{font: f, name: "S" + strconv.Itoa(len(d.shaped)+1), codes: map[string]uint16{}}
	d.shaped = append(d.shaped, s)
	return s
}

// code gives the number of a sign; 0, which draws nothing, where there are more
// than numbers.
func (s *shaped) code(g sign) uint16 {
	key := g.key()
	n, ok := s.codes[key]
	if !ok {
		if len(s.list) >= mostSigns {
			return 0
		}
		s.list = append(s.list, g)
		n = uint16(len(s.list))
		s.codes[key] = n
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
func (s *shaped) run(p *painter, line string, spans []text.Span, pen *float64) {
	p.out = append(p.out, '[')
	for i := range spans {
		span := &spans[i]
		if move := (*pen - span.X) * 1000; move > 0.5 || move < -0.5 {
			p.number(move)
			*pen = span.X
		}
		p.out = append(p.out, '<')
		for _, g := range signs(span, said(line[span.Start:span.End])) {
			code := s.code(g)
			p.out = appendHex(p.out, []byte{byte(code >> 8), byte(code)})
			if code > 0 {
				*pen += s.list[code-1].advance
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

// addShaped writes the fonts of glyphs into the file, where the pages find them.
func (f *finisher) addShaped(fonts []*shaped) error {
	if len(fonts) == 0 {
		return nil
	}
	entries := ""
	for _, s := range fonts {
		if len(s.list) >= mostSigns {
			return errGlyphs
		}
		n, err := f.addFont(s)
		if err != nil {
			return err
		}
		entries += "/" + s.name + " " + ref(n) + " "
	}
	const resources = "/Font <<"
	for i, body := range f.list {
		if at := strings.Index(string(body), resources); at >= 0 && !isStream(body) {
			at += len(resources)
			f.list[i] = slices.Concat(body[:at], []byte(entries), body[at:])
			return nil
		}
	}
	return fmt.Errorf("%w: fonts", errObjects)
}

// addFont writes one font and gives its number.
func (f *finisher) addFont(s *shaped) (int, error) {
	glyphs := make([]truetype.Glyph, len(s.list))
	for i := range s.list {
		glyphs[i] = truetype.Glyph{Outline: s.list[i].outline(), Advance: s.list[i].advance}
	}
	file, around, err := truetype.Make(glyphs)
	if err != nil {
		return 0, err
	}
	name := subsetTag(file) + "+" + s.font.Name()
	thousandths := func(v float64) string { return strconv.FormatFloat(v*1000, 'f', 0, 64) }
	program := f.add(stream("/Length1 "+strconv.Itoa(len(file)), file))
	descriptor := f.add([]byte("<</Type/FontDescriptor/FontName/" + name + "/Flags 4/ItalicAngle 0/StemV 80/FontBBox[" +
		thousandths(around.Left) + " " + thousandths(around.Bottom) + " " + thousandths(around.Right) + " " + thousandths(around.Top) +
		"]/Ascent " + thousandths(around.Top) + "/Descent " + thousandths(around.Bottom) + "/CapHeight " + thousandths(around.Top) + "/FontFile2 " + ref(program) + ">>"))
	widths := "[1["
	for _, g := range s.list {
		widths += strconv.FormatFloat(g.advance*1000, 'f', -1, 64) + " "
	}
	descendant := f.add([]byte("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
		"/DW 0/W" + strings.TrimRight(widths, " ") + "]]/CIDToGIDMap/Identity/FontDescriptor " + ref(descriptor) + ">>"))
	unicode := f.add(stream("", s.toUnicode()))
	return f.add([]byte("<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" + ref(descendant) + "]/ToUnicode " + ref(unicode) + ">>")), nil
}

// perBlock is how many lines a block of a CMap may have.
const perBlock = 100

// toUnicode is the table of what each glyph says (ISO 32000-1, 9.10.3).
func (s *shaped) toUnicode() []byte {
	var out []byte
	out = append(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"...)
	for at := 0; at < len(s.list); at += perBlock {
		block := s.list[at:min(at+perBlock, len(s.list))]
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
