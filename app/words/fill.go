package words

import (
	"strconv"
	"strings"
)

// fill puts arguments into the gaps of a sentence. A gap is a name in braces,
// {title}. A gap with two forms, {n|one card|{n} cards}, takes the first when
// the number is one and the second otherwise, which is the rule of every
// language here; the forms may hold gaps themselves. What an argument says is
// never looked into for gaps.
func (l Language) fill(sentence string, args Args) string {
	var out strings.Builder
	for {
		open := strings.IndexByte(sentence, '{')
		if open < 0 {
			break
		}
		length := gapLength(sentence[open:])
		if length == 0 { // a brace that opens nothing
			break
		}
		out.WriteString(sentence[:open])
		out.WriteString(l.gap(sentence[open:open+length], args))
		sentence = sentence[open+length:]
	}
	out.WriteString(sentence)
	return out.String()
}

// gap is what stands in place of a gap, braces included.
func (l Language) gap(gap string, args Args) string {
	parts := split(gap[1 : len(gap)-1])
	v, ok := args[parts[0]]
	switch {
	case !ok:
		return gap
	case len(parts) == 1:
		return l.value(v)
	case one(v):
		return l.fill(parts[1], args)
	}
	return l.fill(parts[len(parts)-1], args)
}

// one tells whether an argument is the number one; the arguments of a map's
// changes are numbers written out.
func one(v any) bool {
	switch v := v.(type) {
	case int:
		return v == 1
	case string:
		n, err := strconv.Atoi(v)
		return err == nil && n == 1
	}
	return false
}

// gapLength is the length of the gap a text begins with, or 0 when its brace
// is never closed.
func gapLength(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// split parts the inside of a gap at the bars that are in no inner gap.
func split(s string) []string {
	var parts []string
	depth, from := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		case '|':
			if depth == 0 {
				parts = append(parts, s[from:i])
				from = i + 1
			}
		}
	}
	return append(parts, s[from:])
}

// Capital makes the first letter of a sentence a capital.
func Capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
