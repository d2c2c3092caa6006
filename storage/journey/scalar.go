package journey

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordsOfYAML are the texts without a digit or a mark that some version of
// YAML takes for something else than a text.
var wordsOfYAML = map[string]bool{
	"true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true, "null": true,
}

// plain tells whether a text can stand in a file without quotes, in a block
// and on a line between braces alike, and is the same text to every reader of
// any version of YAML. It begins with a letter, or with a number, a space and
// a letter ("6 visitors"), and holds letters, digits, spaces and marks that
// mean nothing to YAML; so it is no number, date or sign, and holds no ": "
// and no " #".
func plain(s string) bool {
	word := s
	if after := strings.TrimLeft(s, "0123456789"); len(after) < len(s) {
		word = strings.TrimPrefix(after, " ")
		if word == after {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsLetter(first) || strings.HasSuffix(s, " ") || wordsOfYAML[strings.ToLower(s)] {
		return false
	}
	for _, c := range word {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) && !strings.ContainsRune(" .'-/()+%;_@’‘–—…“”„«»€", c) {
			return false
		}
	}
	return true
}

// literal tells whether a text can stand as a block of lines under "|-" and
// come back unaltered: two lines or more, the first and the last not empty, no
// line with a space at either end, every character one that shows, and no long
// run of empty lines.
func literal(s string) bool {
	if !strings.Contains(s, "\n") || strings.Contains(s, strings.Repeat("\n", 10)) {
		return false
	}
	lines := strings.Split(s, "\n")
	if lines[0] == "" || lines[len(lines)-1] == "" {
		return false
	}
	for _, line := range lines {
		if strings.TrimSpace(line) != line {
			return false
		}
		for _, c := range line {
			if !shows(c) {
				return false
			}
		}
	}
	return true
}

// shows tells whether a character can stand in a file as it is. What cannot
// are control characters, what some reader takes for the end of a line, what
// is no character at all, and what turns the writing direction around so that
// an editor shows a file other than it is.
func shows(c rune) bool {
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

// quote writes any text between double quotes, as JSON does, for every reader
// of YAML.
func quote(s string) string {
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
		case shows(c):
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

// scalar writes a text so that it can stand anywhere on a line.
func scalar(s string) string {
	if plain(s) {
		return s
	}
	return quote(s)
}
