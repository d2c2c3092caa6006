package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// Part is a piece of a line: what it says, and the characters whose glyphs are
// drawn for it. The two are mostly the same.
type Part struct{ Text, Shown string }

// Drawn gives a text as painters draw it: valid UTF-8, letters and their marks
// composed, since marks are not moved onto letters here; white space of any
// width as a space; the minus, which the faces lack, as the dash of its length;
// nothing for characters that are not to be seen; and one U+FFFD for each
// character of beyond Unicode's first plane, emoji most of all.
func Drawn(s string) string {
	if simple(s) {
		return s
	}
	var b strings.Builder
	for _, p := range clusters(s) {
		b.WriteString(p.Shown)
	}
	return b.String()
}

// Parts cuts a line into pieces, from left to right as they are drawn. The
// drawn characters together are those of Drawn, the text of all parts is s
// (where it is valid UTF-8); right-to-left words, which are read from the right,
// stand in the order of the page. Pieces that are drawn as they are written are
// joined.
func Parts(s string) []Part {
	if simple(s) {
		if s == "" {
			return nil
		}
		return []Part{{s, s}}
	}
	var out []Part
	hidden := ""
	for _, p := range order(clusters(s)) {
		last := len(out) - 1
		switch {
		case p.Shown == "" && last < 0:
			hidden += p.Text
			continue
		case p.Shown == "":
			out[last].Text += p.Text
		case last >= 0 && out[last].Text == out[last].Shown && p.Text == p.Shown:
			out[last].Text += p.Text
			out[last].Shown += p.Shown
		default:
			out = append(out, p)
		}
		if hidden != "" {
			out[0].Text, hidden = hidden+out[0].Text, ""
		}
	}
	return out
}

// AsWritten tells whether Parts gives a text whole and drawn as it is written,
// as nearly all are.
func AsWritten(s string) bool { return simple(s) }

// simple tells whether a text is drawn as it is, one glyph a character, from
// left to right.
func simple(s string) bool {
	for _, r := range s {
		if r >= quick || !drawnAsIs[r] {
			return false
		}
	}
	return true
}

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

// clusters cuts a text at what people see as characters, and says what is drawn
// for each.
func clusters(s string) []Part {
	ends := Graphemes(s)
	out := make([]Part, len(ends))
	at := 0
	for i, end := range ends {
		c := s[at:end]
		out[i] = Part{strings.ToValidUTF8(c, "\uFFFD"), show(c)}
		at = end
	}
	if n := len(out) - 1; n >= 0 && out[n].Text == softHyphen {
		out[n].Shown = "-" // a soft hyphen shows where the line ends
	}
	return out
}

const softHyphen = "\u00AD"

// show gives what is drawn for one cluster.
func show(c string) string {
	var shown []rune
	for _, r := range norm.NFC.String(strings.ToValidUTF8(c, "\uFFFD")) {
		switch {
		case unseen(r):
		case r > 0xFFFF:
			return "\uFFFD"
		default:
			shown = append(shown, likeness(r))
		}
	}
	return string(shown)
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
	case '\u2212':
		return '\u2013'
	}
	return r
}
