package yamltree

import (
	"fmt"
	"strings"
	"unicode"
)

// Quote writes any text between double quotes, as JSON does, for every reader
// of YAML.
func Quote(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte('"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case Shows(c):
			b.WriteRune(c)
		case c > 0xffff:
			fmt.Fprintf(&b, `\U%08x`, c)
		default:
			fmt.Fprintf(&b, `\u%04x`, c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Shows tells whether a character can stand in a file as it is. What cannot
// are control characters, what some reader takes for the end of a line, what
// is no character at all, and what turns the writing direction around so that
// an editor shows a file other than it is.
func Shows(c rune) bool {
	switch {
	case unicode.IsControl(c), c == '\u2028', c == '\u2029', c == '\ufeff':
		return false
	case c >= '\u202a' && c <= '\u202e', c >= '\u2066' && c <= '\u2069':
		return false
	case c >= '\ufdd0' && c <= '\ufdef', c&0xfffe == 0xfffe:
		return false
	}
	return true
}
