package journey

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"footpath/storage/yamltree"
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
			if !yamltree.Shows(c) {
				return false
			}
		}
	}
	return true
}

// scalar writes a text so that it can stand anywhere on a line.
func scalar(s string) string {
	if plain(s) {
		return s
	}
	return yamltree.Quote(s)
}
