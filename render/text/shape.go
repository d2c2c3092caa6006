package text

import (
	"sync"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Span is a piece of a line: characters whose glyphs belong together.
type Span struct {
	// Start and End are its bytes in the line.
	Start, End int
	// Leftward tells that it is read from the right.
	Leftward bool
	// Plain tells that it is drawn as it is written, each character by its
	// glyph in the face's own font; Glyphs is nil then.
	Plain bool
	// Glyphs stand as they are drawn, from left to right; none where nothing is
	// to be seen.
	Glyphs []Glyph
	// X is where the span begins and Advance how wide it is, in em.
	X, Advance float64

	level uint8
}

// Spans cuts a line into its pieces and places them, in the order they stand
// on the page from left to right (UAX #9, rules P2 to L4; what a mark of
// direction sets ends with its line).
func (f Face) Spans(s string, d Direction) []Span {
	if s == "" {
		return nil
	}
	if AsWritten(s, d) {
		return []Span{{End: len(s), Plain: true, Advance: f.measure(s)}}
	}
	line, runes := characters(s)
	base := resolve(line, d)
	f.route(line, runes)
	var out []Span
	for i := 0; i < len(line); {
		end := i + 1
		for end < len(line) && joined(&line[i], &line[end]) {
			end++
		}
		out = f.span(out, s, line[i:end], runes)
		i = end
	}
	reorder(out, base)
	x := 0.0
	for i := range out {
		out[i].X = x
		for g := range out[i].Glyphs {
			out[i].Glyphs[g].X += x
		}
		x += out[i].Advance
	}
	return out
}

// joined tells whether two neighbours are shaped, or drawn plainly, as one.
func joined(a, b *character) bool {
	return a.plain == b.plain && a.level == b.level && a.font == b.font && (a.from == a.to) == (b.from == b.to)
}

// route chooses the font of every character. White space, figures and
// punctuation beside letters of another script stay with them, where no letter
// of the face's own parts them.
func (f Face) route(line []character, runes []rune) {
	own := f.Font()
	for i := range line {
		c := &line[i]
		shaped := runes[c.from:c.to]
		if len(shaped) == 0 {
			c.plain = false
			continue
		}
		if c.level&1 == 0 && c.plain {
			c.font = own
			continue
		}
		c.plain = false
		if i > 0 {
			before := &line[i-1]
			if before.font != nil && before.font != own && before.level == c.level && before.font.adopts() &&
				language.LookupScript(shaped[0]) == language.Common && all(before.font, shaped) {
				c.font = before.font
				continue
			}
		}
		c.font = f.fontOf(shaped)
	}
}

// span adds the spans of characters that are shaped together.
func (f Face) span(to []Span, s string, line []character, runes []rune) []Span {
	first, last := &line[0], &line[len(line)-1]
	whole := Span{Start: first.start, End: last.end, Leftward: first.level&1 == 1, level: first.level}
	switch {
	case first.from == first.to:
		return append(to, whole)
	case first.plain:
		whole.Plain, whole.Advance = true, f.measure(s[whole.Start:whole.End])
		return append(to, whole)
	}
	return shapeSpan(to, whole, line, runes)
}

// shaper shapes text; it is kept for its memory and its fonts.
type shaper struct {
	shaping.HarfbuzzShaper
	faces map[*Font]*font.Face
}

var shapers = sync.Pool{New: func() any { return &shaper{faces: map[*Font]*font.Face{}} }}

// shapeSpan shapes characters of one font and level, and adds a span for each
// cluster of glyphs that cannot be parted, in reading order.
func shapeSpan(to []Span, whole Span, line []character, runes []rune) []Span {
	font := line[0].font
	glyphs, ok := shape(font, runes, line[0].from, line[len(line)-1].to, whole.Leftward)
	if !ok {
		return append(to, boxes(whole, line, font))
	}
	if len(glyphs) == 0 {
		return append(to, whole)
	}
	// Glyphs come from left to right; clusters are taken in reading order.
	type cluster struct{ from, to, rune int }
	var clusters []cluster
	for i := 0; i < len(glyphs); {
		end := i + 1
		for end < len(glyphs) && glyphs[end].TextIndex() == glyphs[i].TextIndex() {
			end++
		}
		clusters = append(clusters, cluster{i, end, glyphs[i].TextIndex()})
		i = end
	}
	if whole.Leftward {
		for i, j := 0, len(clusters)-1; i < j; i, j = i+1, j-1 {
			clusters[i], clusters[j] = clusters[j], clusters[i]
		}
	}
	at := 0 // the character that the next cluster begins in
	for i := 0; i < len(clusters); {
		// A cluster that ends within a character is joined with the next.
		end := i + 1
		stop := len(line)
		for ; end < len(clusters); end++ {
			next := at
			for next < len(line) && line[next].to <= clusters[end].rune {
				next++
			}
			if next < len(line) && line[next].from == clusters[end].rune && next > at {
				stop = next
				break
			}
		}
		span := Span{Start: line[at].start, End: line[stop-1].end, Leftward: whole.Leftward, level: whole.level}
		low, high := clusters[i].from, clusters[end-1].to
		if whole.Leftward {
			low, high = clusters[end-1].from, clusters[i].to
		}
		span.place(font, glyphs[low:high])
		to = append(to, span)
		at, i = stop, end
	}
	return to
}

// place takes in shaped glyphs.
func (s *Span) place(font *Font, glyphs []shaping.Glyph) {
	unit := 1 / (64 * font.em)
	s.Glyphs = make([]Glyph, len(glyphs))
	for i, g := range glyphs {
		advance := float64(g.Advance) * unit
		s.Glyphs[i] = Glyph{
			Font: font, ID: uint32(g.GlyphID),
			X: s.Advance + float64(g.XOffset)*unit, Y: -float64(g.YOffset) * unit, Advance: advance,
		}
		s.Advance += advance
	}
}

// boxes is the span of characters whose font cannot be used after all.
func boxes(whole Span, line []character, font *Font) Span {
	c := font.find(0)
	for range line {
		whole.Glyphs = append(whole.Glyphs, Glyph{Font: font, X: whole.Advance, Advance: c.advance})
		whole.Advance += c.advance
	}
	return whole
}

// shape gives the glyphs of some runes, with clusters numbered by runes; false
// where the font breaks the shaper.
func shape(f *Font, runes []rune, from, to int, leftward bool) (glyphs []shaping.Glyph, ok bool) {
	s := shapers.Get().(*shaper)
	defer func() {
		if recover() == nil {
			shapers.Put(s) // one that failed is not used again
		} else {
			glyphs, ok = nil, false
		}
	}()
	face := s.faces[f]
	if face == nil {
		face = font.NewFace(f.shared)
		s.faces[f] = face
	}
	direction := di.DirectionLTR
	if leftward {
		direction = di.DirectionRTL
	}
	out := s.Shape(shaping.Input{
		Text: runes, RunStart: from, RunEnd: to, Direction: direction, Face: face,
		Size: fixed.I(int(f.em)), Script: scriptOf(runes[from:to]), Language: language.NewLanguage("und"),
	})
	return out.Glyphs, true
}

// scriptOf is the script of the first rune that has one.
func scriptOf(runes []rune) language.Script {
	for _, r := range runes {
		if s := language.LookupScript(r); s != language.Common && s != language.Inherited && s != language.Unknown {
			return s
		}
	}
	return language.Common
}
