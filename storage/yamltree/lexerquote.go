package yamltree

import (
	"bytes"
	"unicode/utf8"
)

// quoted steps over a text between quotes.
func (l *lexer) quoted(mark byte) {
	at, line, start := l.at, l.line, l.start
	l.at++
	for l.more() {
		switch c := l.src[l.at]; {
		case c == '\n':
			if spaceless := bytes.TrimRight(l.src[at:l.at], " "); mark == '\'' && bytes.HasSuffix(spaceless, []byte("\t")) {
				l.spoil(l.at, "a tab ends a line of a text; write the text in double quotes and the tab as \\t")
			}
			l.newline()
		case c == mark && mark == '\'' && l.peek(1) == '\'' && l.at+1 < len(l.src):
			if l.line > line && len(bytes.TrimLeft(l.src[l.start:l.at], " \t")) == 0 {
				l.spoil(l.at, "a line of a text begins with a quotation mark; write the text in double quotes") // the parser would begin a paragraph
			}
			l.at += 2
		case c == mark:
			l.at++
			return
		case c == '\t' && mark == '"':
			l.spoil(l.at, "a tab stands between double quotes; write it \\t")
			l.at++
		case c == '\\' && mark == '"':
			l.escape()
		default:
			l.at++
		}
	}
	if !l.stopped {
		l.at, l.line, l.start = at, line, start
		l.blame(at, "the quotation mark that begins here is never closed")
		l.stop()
	}
}

// escape steps over a backslash and what it stands for, and blames what the
// parser would take for something without a word.
func (l *lexer) escape() {
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[l.peek(1)]
	switch c := l.peek(1); {
	case l.at+1 >= len(l.src):
		l.at++
	case digits > 0:
		code, ok := l.hex(l.at+2, digits)
		next := l.at + 2 + digits
		if ok && code >= 0xd800 && code < 0xdc00 && digits == 4 && bytes.HasPrefix(l.src[min(next, len(l.src)):], []byte(`\u`)) {
			if low, isLow := l.hex(next+2, 4); isLow && low >= 0xdc00 && low < 0xe000 {
				l.at = next + 6
				return
			}
		}
		if !ok || !utf8.ValidRune(rune(code)) {
			l.spoil(l.at, "\\%c needs %d hexadecimal digits that name a character", c, digits)
			l.at += 2
			return
		}
		l.at = next
	case c == '\n':
		l.at++
		l.newline()
		if rest := bytes.TrimLeft(l.src[l.at:], " \t"); len(rest) > 0 && rest[0] == '\n' {
			l.spoil(l.at, "an empty line follows a backslash at a line's end; leave one of them out")
		}
	case bytes.IndexByte([]byte(`0abtnvfre "/\N_LP`), c) < 0:
		l.spoil(l.at, "a backslash in double quotes begins a sign such as \\n; write two for one backslash")
		l.at++
	default:
		l.at += 2
		if rest := bytes.TrimLeft(l.src[l.at:], " \t"); c == ' ' && len(rest) > 0 && rest[0] == '\n' {
			l.spoil(l.at-2, "a space ends a line of a text; write the text on one line") // the parser would leave it out
		}
	}
}

// hex reads hexadecimal digits.
func (l *lexer) hex(at, digits int) (code uint32, ok bool) {
	if at+digits > len(l.src) {
		return 0, false
	}
	for _, c := range l.src[at : at+digits] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		code = code<<4 | uint32(c)
	}
	return code, true
}
