// Package text measures and breaks text and gives its glyphs, so that every
// painter draws the same words at the same points.
package text

import (
	"footpath/assets/fonts"
)

// Face is one of the typefaces that text is set in. What a face's own font
// lacks is drawn by others, see [Font].
type Face uint8

// The faces.
const (
	Regular Face = iota
	Bold
	Italic

	faceCount
)

// Faces lists every face.
func Faces() []Face { return []Face{Regular, Bold, Italic} }

// File is the TrueType file of the face's own font; it is shared and must not
// be written into.
func (f Face) File() []byte {
	switch f {
	case Bold:
		return fonts.Bold
	case Italic:
		return fonts.Italic
	}
	return fonts.Regular
}

// String names the face.
func (f Face) String() string { return [...]string{"regular", "bold", "italic"}[f%faceCount] }

// Direction is where a line of text runs to.
type Direction uint8

// The directions.
const (
	// Natural is the direction of the line's first letter.
	Natural Direction = iota
	Rightward
	Leftward
)

// Glyph is one glyph of a line, placed from the line's origin.
type Glyph struct {
	Font *Font
	// ID is the glyph's number in its font; 0 is the box that stands for a
	// character that no font has.
	ID uint32
	// X and Y are where it stands, Y downward, and Advance how far the next one
	// is, in em: times the type size they are points.
	X, Y, Advance float64
}

// Metrics are a face's vertical measures at a size, in points: Ascent above
// and Descent below the baseline, both positive, and the height of a line set
// solid.
type Metrics struct {
	Ascent, Descent, Line float64
}

// Metrics gives the face's vertical measures at a size in points.
func (f Face) Metrics(size float64) Metrics {
	l := f.Font()
	return Metrics{Ascent: l.ascent * size, Descent: l.descent * size, Line: (l.ascent + l.descent) * size}
}

// Measure is the width of a line of text in points.
func (f Face) Measure(s string, size float64) float64 { return f.measure(s) * size }

// measure is the width in em.
func (f Face) measure(s string) float64 {
	own, plain := f.Font(), plain()
	width := 0.0
	for _, r := range s {
		if r >= quick || !plain[r] {
			return f.measureAny(s)
		}
		width += own.table[r].advance
	}
	return width
}

// measureAny is measure for any text.
func (f Face) measureAny(s string) float64 {
	width := 0.0
	for _, span := range f.Spans(s, Natural) {
		width += span.Advance
	}
	return width
}

// Glyphs places the glyphs of a line of text, from left to right.
func (f Face) Glyphs(s string, d Direction) []Glyph {
	return f.AppendGlyphs(make([]Glyph, 0, len(s)), s, d)
}

// AppendGlyphs is Glyphs for those who paint many lines: it adds the glyphs to
// others'.
func (f Face) AppendGlyphs(to []Glyph, s string, d Direction) []Glyph {
	if d != Leftward && simple(s) {
		return f.appendPlain(to, s, 0)
	}
	for _, span := range f.Spans(s, d) {
		if span.Plain {
			to = f.appendPlain(to, s[span.Start:span.End], span.X)
			continue
		}
		to = append(to, span.Glyphs...)
	}
	return to
}

// appendPlain adds the glyphs of a plain text that begins at x.
func (f Face) appendPlain(to []Glyph, s string, x float64) []Glyph {
	own := f.Font()
	for _, r := range s {
		c := &own.table[r]
		to = append(to, Glyph{Font: own, ID: c.id, X: x, Advance: c.advance})
		x += c.advance
	}
	return to
}
