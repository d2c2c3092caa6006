package text

import (
	"bytes"
	"fmt"
	"sync"

	"footpath/assets/fonts"

	"github.com/go-text/typesetting/font"
)

// Font is one font file: an embedded one, or one of the system's. It may be
// used from several goroutines.
type Font struct {
	name string
	// file is the file of an embedded font.
	file []byte
	once sync.Once

	shared          *font.Font
	em              float64
	ascent, descent float64 // in em, both positive

	// lock guards face, whose caches are not made for several goroutines.
	lock sync.Mutex
	face *font.Face
	// table is for the fonts of faces, and read without the lock.
	table *[quick]cell
}

// Name is the font's name for people and files, of letters and hyphens.
func (f *Font) Name() string { return f.name }

// Heights are the font's ascent above and descent below the baseline, both
// positive, in em.
func (f *Font) Heights() (ascent, descent float64) { return f.ascent, f.descent }

// quick is the number of characters whose glyphs each face looks up once, so
// that measuring needs no lock: all of Latin, Greek, Cyrillic and punctuation.
const quick = 0x2500

type cell struct {
	id      uint32
	known   bool
	advance float64
}

// The embedded fonts. Those of the faces come first; all others draw what the
// faces lack.
var (
	regular = &Font{name: "NotoSans-Regular", file: fonts.Regular, table: new([quick]cell)}
	bold    = &Font{name: "NotoSans-Bold", file: fonts.Bold, table: new([quick]cell)}
	italic  = &Font{name: "NotoSans-Italic", file: fonts.Italic, table: new([quick]cell)}

	scripts = []*Font{
		{name: "NotoSansArabic-Regular", file: fonts.Arabic},
		{name: "NotoSansHebrew-Regular", file: fonts.Hebrew},
		{name: "NotoSansDevanagari-Regular", file: fonts.Devanagari},
		{name: "NotoSansThai-Regular", file: fonts.Thai},
	}
	boldScripts = []*Font{
		{name: "NotoSansArabic-Bold", file: fonts.ArabicBold},
		{name: "NotoSansHebrew-Bold", file: fonts.HebrewBold},
		{name: "NotoSansDevanagari-Bold", file: fonts.DevanagariBold},
		{name: "NotoSansThai-Bold", file: fonts.ThaiBold},
	}
	signs = []*Font{
		{name: "NotoSansSymbols-Regular", file: fonts.Symbols},
		{name: "NotoSansMath-Regular", file: fonts.Math},
		{name: "NotoSansSymbols2-Regular", file: fonts.Symbols2},
		emoji,
	}
	emoji = &Font{name: "NotoEmoji-Regular", file: fonts.Emoji}
)

// Font is the face's own font.
func (f Face) Font() *Font {
	switch f {
	case Bold:
		return bold.load()
	case Italic:
		return italic.load()
	}
	return regular.load()
}

// load makes an embedded font ready; it is the build that is at fault where
// one is broken, not the map.
func (f *Font) load() *Font {
	f.once.Do(func() {
		if f.shared != nil {
			return // it came ready
		}
		face, err := font.ParseTTF(bytes.NewReader(f.file))
		if err != nil {
			panic(fmt.Sprintf("the embedded font %s is broken: %v", f.name, err))
		}
		f.take(face)
		if f.table != nil {
			for r := range rune(quick) {
				f.table[r] = f.find(r)
			}
		}
	})
	return f
}

// take makes a font of a parsed file.
func (f *Font) take(face *font.Face) {
	f.face, f.shared, f.em = face, face.Font, float64(face.Upem())
	e, _ := face.FontHExtents() // one without is as high as nothing
	f.ascent, f.descent = float64(e.Ascender)/f.em, -float64(e.Descender)/f.em
}

func (f *Font) find(r rune) cell {
	id, ok := f.shared.NominalGlyph(r)
	if !ok {
		id = 0
	}
	return cell{id: uint32(id), known: ok, advance: float64(f.face.HorizontalAdvance(id)) / f.em}
}

// has tells whether the font can draw a character.
func (f *Font) has(r rune) bool {
	if f.table != nil && r >= 0 && r < quick {
		return f.table[r].known
	}
	_, ok := f.shared.NominalGlyph(r)
	return ok
}
