package text

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// AsWritten tells whether a line is drawn as it is written in the face's own
// font, one glyph a character from left to right, as nearly all are.
func AsWritten(s string, d Direction) bool { return d != Leftward && simple(s) }

// simple tells whether a text is drawn as it is, one glyph a character, from
// left to right.
func simple(s string) bool {
	plain := plain()
	for _, r := range s {
		if r >= quick || !plain[r] {
			return false
		}
	}
	return true
}

// plain marks the characters that are drawn as they are and that every face's
// own font has.
var plain = sync.OnceValue(func() *[quick]bool {
	is := new([quick]bool)
	for r := range rune(quick) {
		is[r] = drawnAsIs[r]
		for _, f := range Faces() {
			is[r] = is[r] && f.Font().table[r].known
		}
	}
	return is
})

// drawnAsIs marks the characters that are drawn as they are and seen as one,
// whatever their neighbours: Latin, Greek, Cyrillic and punctuation.
var drawnAsIs = func() (is [quick]bool) {
	for r := rune(' '); r < quick; r++ {
		p := norm.NFC.PropertiesString(string(r))
		switch c := class(r); {
		case r >= 0x590 && r < 0x1D00, unicode.Is(unicode.M, r):
		case c == bidi.R, c == bidi.AL, c == bidi.AN, c == bidi.NSM:
		case !p.BoundaryBefore(), !norm.NFC.IsNormalString(string(r)), unseen(r), likeness(r) != r:
		default:
			is[r] = true
		}
	}
	return is
}()

// character is what people see as one: a grapheme of a line.
type character struct {
	start, end int // its bytes
	from, to   int // the runes that are shaped for it; none where nothing is to be seen
	first      rune
	class      bidi.Class
	level      uint8
	plain      bool
	font       *Font
}

// characters cuts a line at what people see as characters, and gives the runes
// to shape for them: valid Unicode, white space of any width as a space,
// controls left out, joiners and choices of a variant kept, since fonts heed them.
func characters(s string) ([]character, []rune) {
	ends := Graphemes(s)
	out := make([]character, len(ends))
	runes := make([]rune, 0, len(s))
	plain := plain()
	at := 0
	for i, end := range ends {
		c := character{start: at, end: end, from: len(runes), first: -1}
		last := i == len(ends)-1
		n := 0
		for _, r := range strings.ToValidUTF8(s[at:end], "\uFFFD") {
			n++
			if c.first < 0 {
				c.first = r
			}
			switch {
			case r == softHyphen && last && c.from == len(runes):
				runes = append(runes, '-') // it shows where the line ends
			case !unseen(r) || steers(r):
				runes = append(runes, likeness(r))
			}
		}
		c.to = len(runes)
		if c.to > c.from && onlySteering(runes[c.from:]) {
			runes = runes[:c.from]
			c.to = c.from
		}
		c.class = classOf(c.first)
		c.plain = n == 1 && c.first < quick && plain[c.first]
		out[i] = c
		at = end
	}
	return out, runes
}

const softHyphen = '\u00AD'

// steers tells of characters that are not seen and change how a font draws
// their neighbours: joiners, choices of a variant, and the tags of flags.
func steers(r rune) bool {
	return r == 0x200C || r == 0x200D || r == 0x34F || unicode.Is(unicode.Variation_Selector, r) || r >= 0xE0020 && r <= 0xE007F
}

func onlySteering(runes []rune) bool {
	for _, r := range runes {
		if !steers(r) {
			return false
		}
	}
	return true
}

// unseen tells of characters that only steer how others are drawn: controls,
// joiners, marks of direction, choices of a variant.
func unseen(r rune) bool {
	switch {
	case likeness(r) != r:
		return false
	case r < ' ':
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Variation_Selector, r)
}

// likeness is the character whose glyph is drawn for r.
func likeness(r rune) rune {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return ' '
	case '\u2212': // as long as the dash, and of the same hand
		return '\u2013'
	}
	return r
}
