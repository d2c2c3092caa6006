package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// drawn is a text as it is drawn: valid UTF-8 with letters and their marks
// composed, since marks are not moved onto letters here.
func drawn(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
		}
	}
	return s
}

// Drawn gives a text as painters draw it: valid UTF-8 in normal form C.
func Drawn(s string) string { return drawn(s) }

// shape is the character whose glyph draws r: white space of any width other
// than the usual is drawn as a space.
func shape(r rune) rune {
	switch r {
	case '\t', '\u2028', '\u2029', '\u0085', '\v', '\f':
		return ' '
	}
	return r
}
