// Package text measures and breaks text and gives its glyphs, so that every
// painter draws the same words at the same points.
package text

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"footpath/assets/fonts"

	"github.com/go-text/typesetting/font"
	"golang.org/x/text/unicode/norm"
)

// Face is one of the embedded typefaces.
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

// File is the face's TrueType file; it is shared and must not be written into.
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

// Glyph is one glyph of a line, placed from the line's origin.
type Glyph struct {
	// ID is the glyph's number in its font; 0 is the box that stands for a
	// character the font does not have.
	ID uint32
	// Rune is the character it draws.
	Rune rune
	// X is where it starts and Advance how far the next one is, in em: times
	// the type size they are points.
	X, Advance float64
}

// quick is the number of characters whose glyphs each face looks up once, so
// that measuring needs no lock: all of Latin, Greek, Cyrillic and punctuation.
const quick = 0x2500

// loaded is a face ready to measure. All but face is read without the lock.
type loaded struct {
	once            sync.Once
	face            *font.Face
	em              float64
	ascent, descent float64 // in em, both positive
	table           [quick]cell
}

type cell struct {
	id      uint32
	known   bool
	advance float64
}

var (
	all [faceCount]loaded
	// lock guards everything of go-text's that is not safe for several
	// goroutines: faces and their caches.
	lock sync.Mutex
)

func get(f Face) *loaded {
	l := &all[f%faceCount]
	l.once.Do(func() {
		face, err := font.ParseTTF(bytes.NewReader(f.File()))
		if err != nil {
			panic(fmt.Sprintf("the embedded font %s is broken: %v", f, err)) // the build is at fault, not the map
		}
		l.face, l.em = face, float64(face.Upem())
		e, _ := face.FontHExtents() // every embedded face has them
		l.ascent, l.descent = float64(e.Ascender)/l.em, -float64(e.Descender)/l.em
		for r := range rune(quick) {
			l.table[r] = l.find(r)
		}
	})
	return l
}

func (l *loaded) find(r rune) cell {
	id, ok := l.face.NominalGlyph(r)
	if !ok {
		id = 0
	}
	return cell{id: uint32(id), known: ok, advance: float64(l.face.HorizontalAdvance(id)) / l.em}
}

func (l *loaded) look(r rune) cell {
	if r >= 0 && r < quick {
		return l.table[r]
	}
	lock.Lock()
	defer lock.Unlock()
	return l.find(r)
}

// Metrics are a face's vertical measures at a size, in points: Ascent above
// and Descent below the baseline, both positive, and the height of a line set
// solid.
type Metrics struct {
	Ascent, Descent, Line float64
}

// Metrics gives the face's vertical measures at a size in points.
func (f Face) Metrics(size float64) Metrics {
	l := get(f)
	return Metrics{Ascent: l.ascent * size, Descent: l.descent * size, Line: (l.ascent + l.descent) * size}
}

// Measure is the width of a line of text in points.
func (f Face) Measure(s string, size float64) float64 {
	return get(f).measure(s) * size
}

// measure is the width in em.
func (l *loaded) measure(s string) float64 {
	width := 0.0
	for _, r := range s {
		if r >= quick || !drawnAsIs[r] {
			width = 0
			for _, r := range Drawn(s) {
				width += l.look(r).advance
			}
			return width
		}
		width += l.table[r].advance
	}
	return width
}

// Glyphs places the glyphs of a line of text, from left to right.
func (f Face) Glyphs(s string) []Glyph { return f.AppendGlyphs(make([]Glyph, 0, len(s)), s) }

// AppendGlyphs is Glyphs for those who paint many lines: it adds the glyphs to
// others'.
func (f Face) AppendGlyphs(to []Glyph, s string) []Glyph {
	l, x := get(f), 0.0
	add := func(s string) {
		for _, r := range s {
			c := l.look(r)
			to = append(to, Glyph{ID: c.id, Rune: r, X: x, Advance: c.advance})
			x += c.advance
		}
	}
	if simple(s) {
		add(s)
		return to
	}
	for _, part := range Parts(s) {
		add(part.Shown)
	}
	return to
}

// Missing lists the characters of a text that no face can draw, each once, in
// order. A box stands for each of them on the page; the text beside the drawing
// keeps them.
func Missing(s string) []rune {
	var out []rune
	seen := map[rune]bool{}
	for _, r := range norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")) {
		if !seen[r] && !unseen(r) && !get(Regular).look(likeness(r)).known {
			seen[r] = true
			out = append(out, r)
		}
	}
	return out
}
