package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// drawn is a text as it is drawn: valid UTF-8 with letters and their marks
// composed, since marks are not moved onto letters here, white space of any
// width drawn as a space, and the minus, which the faces lack, as the dash of
// its length.
func drawn(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] < ' ' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.Map(likeness, norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
}

// Drawn gives a text as painters draw it.
func Drawn(s string) string { return drawn(s) }

// likeness is the character whose glyph is drawn for r.
func likeness(r rune) rune {
	switch r {
	case '\t', '\u2028', '\u2029', '\u0085', '\v', '\f':
		return ' '
	case '\u2212':
		return '\u2013'
	}
	return r
}
