package journey

import (
	"bytes"
	"unicode/utf8"
)

// brackets steps over a list or mapping between brackets with all that is in
// it, which may span lines.
func (l *lexer) brackets() {
	outside := len(l.open)
	f := flow{lexer: l, fresh: true}
	for l.more() && !l.stopped {
		f.step()
		if len(l.open) <= outside {
			return
		}
	}
}

// flow is the state of the walk between brackets.
type flow struct {
	*lexer
	maps  int  // mappings open
	fresh bool // a token may begin here: no plain text has begun
	value bool // the last token was a colon
	from  int  // where the last text began, for the length of keys
	run   int  // of "<"
}

func (f *flow) step() {
	l := f.lexer
	c := l.src[l.at]
	if c == '<' {
		if f.run++; f.run > maxRun {
			l.blame(l.at, "more than %d \"<\" in a row; write the text in double quotes", maxRun)
			l.stop()
			return
		}
	} else {
		f.run = 0
	}
	switch {
	case c == '\n':
		l.newline()
	case c == ' ' || c == '\t':
		l.at++
	case c == '#' && (f.fresh || l.at == l.start || blank(l.src[l.at-1])):
		l.toLineEnd()
	case c == '[' || c == '{':
		l.push(c, l.parent())
		if c == '{' {
			f.maps++
		}
		f.mark()
	case c == ']' || c == '}':
		if n := len(l.open); l.open[n-1].kind == '{' {
			f.maps--
		}
		l.pop()
		f.mark()
	case c == ',':
		f.mark()
	case f.fresh && (c == '"' || c == '\''):
		f.from = l.at
		l.token()
		l.quoted(c)
		f.value = false
	case f.fresh && (c == '|' || c == '>'):
		l.spoil(l.at, "a text between brackets cannot begin with \"%c\"; write it in double quotes", c)
		f.fresh = false
		l.at++
	case f.fresh && c == '!': // a tag, which the parser ends at a space or a comma
		l.token()
		for !blank(l.peek(0)) && l.peek(0) != ',' {
			l.at++
		}
	case c == ':' && !f.value && f.colon():
		if n := len(l.open); n > 0 {
			top := &l.open[n-1]
			top.path = l.at - f.from + 8
			if n > 1 {
				top.path += l.open[n-2].path
			}
		}
		f.mark()
		f.value = true
	default:
		if f.fresh {
			f.from, f.fresh = l.at, false
			l.token()
		}
		l.at++
	}
}

// colon tells whether a colon here ends a key: before a space, a bracket or a
// comma, and in a mapping the parser takes any.
func (f *flow) colon() bool {
	next := f.peek(1)
	return blank(next) || f.maps > 0 && next != '/' || bytes.IndexByte([]byte(",[]{}"), next) >= 0
}

// mark steps over a mark, after which a token may begin.
func (f *flow) mark() {
	f.token()
	f.fresh, f.value = true, false
	if f.more() {
		f.at++
	}
}

// quoted steps over a text between quotes.
func (l *lexer) quoted(mark byte) {
	at, line, start := l.at, l.line, l.start
	l.at++
	for l.more() {
		switch c := l.src[l.at]; {
		case c == '\n':
			l.newline()
		case c == mark && mark == '\'' && l.peek(1) == '\'' && l.at+1 < len(l.src):
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
	case bytes.IndexByte([]byte(`0abtnvfre "/\N_LP`), c) < 0:
		l.spoil(l.at, "a backslash in double quotes begins a sign such as \\n; write two for one backslash")
		l.at++
	default:
		l.at += 2
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
