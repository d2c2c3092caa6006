package journey

import (
	"bytes"
	"unicode/utf8"
)

// lines steps over a block of text under "|" or ">".
func (l *lexer) lines() {
	mark, at, line, start := l.src[l.at], l.at, l.line, l.start
	l.at++
	indent := 0 // of the text: as the header says, or as its first line shows
	for range 2 {
		switch c := l.peek(0); {
		case c >= '1' && c <= '9':
			indent = max(l.parent(), 0) + int(c-'0')
			l.at++
		case c == '+' || c == '-':
			l.at++
		}
	}
	if !blank(l.peek(0)) || l.gap() {
		l.spoil(at, "after \"%c\" the line must end; the text follows, indented, on the lines below", mark)
		l.toLineEnd()
	}
	from := l.at
	most, some := l.body(mark, indent)
	if some && (most <= 100 || most*(l.at-from) <= maxChomp) {
		return
	}
	end, endLine, endStart := l.at, l.line, l.start
	l.line, l.start = line, start
	if !some {
		l.spoil(at, "no text follows the \"%c\"; indent it, or leave the key out", mark)
		l.at, l.line, l.start = end, endLine, endStart
		return
	}
	l.blame(at, "a text has %d empty lines in a row; write it in double quotes with \\n", most)
	l.stop()
}

// body steps over the lines of a block of text. It gives the longest run of
// empty lines, and whether there is any other.
func (l *lexer) body(mark byte, indent int) (most int, some bool) {
	empty, widest := 0, 0
	for l.more() {
		at, line, start := l.at, l.line, l.start
		l.newline()
		for l.peek(0) == ' ' {
			l.at++
		}
		column := l.at - l.start
		if l.peek(0) == '\n' {
			empty++
			most = max(most, empty)
			if some && mark == '>' && column > indent {
				l.spoil(l.start, "an empty line in a text holds spaces; remove them")
			} else if !some {
				widest = max(widest, column)
			}
			continue
		}
		if column <= l.parent() || indent > 0 && !some && column < indent {
			l.at, l.line, l.start = at, line, start
			break
		}
		switch {
		case !some && indent == 0 && widest > column:
			l.spoil(l.at, "an empty line above is indented further than the text it belongs to; remove its spaces")
		case l.peek(0) == '\t':
			l.spoil(l.at, "a tab begins a line of a text; write the text in double quotes and the tab as \\t")
		}
		if !some && indent == 0 {
			indent = column
		}
		empty, some = 0, true
		l.toLineEnd()
	}
	return most, some
}

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
