package yamltree

import (
	"bytes"
)

// run walks over the whole file, line by line where no text or bracket spans
// several.
func (l *lexer) run() {
	for l.more() {
		for l.peek(0) == ' ' {
			l.at++
		}
		if l.peek(0) == '\t' {
			tab := l.at
			if l.gap() {
				l.spoil(tab, "the line is indented with a tab; indent with spaces")
			}
		}
		switch {
		case !l.gap():
		case l.at == l.start && l.marker():
		default:
			l.closeRightOf(l.at - l.start)
			for l.gap() {
				l.block()
			}
		}
		l.newline()
	}
}

// marker steps over a line that ends or begins a document, or tells what YAML
// should do; a map's file has one document and needs none of them.
func (l *lexer) marker() bool {
	rest := l.src[l.at:]
	three := len(rest) < 4 || blank(rest[3])
	switch {
	case bytes.HasPrefix(rest, []byte("---")) && three:
		if l.markers++; l.markers > 1 || l.content {
			l.blame(l.at, "%s", l.file.second())
		}
		l.open, l.ended = nil, false
		l.at += 3
		for l.gap() {
			l.block()
		}
		return true
	case bytes.HasPrefix(rest, []byte("...")) && three:
		l.open, l.ended = nil, true
	case bytes.HasPrefix(rest, []byte("...")): // the parser would leave the dots out
		l.spoil(l.at, "a line cannot begin with \"...\"; write the text in double quotes")
	case rest[0] == '%':
		l.spoil(l.at, "a line that begins with %% is an instruction to YAML; %s has none", l.file.called())
	default:
		if l.ended {
			l.blame(l.at, "%s", l.file.second())
			l.ended = false
		}
		return false
	}
	l.toLineEnd()
	return true
}

// closeRightOf closes the blocks that a line beginning at this column is not
// in.
func (l *lexer) closeRightOf(column int) {
	for n := len(l.open); n > 0 && l.open[n-1].indent > column; n-- {
		l.pop()
	}
}

// block steps over one token outside brackets, or over a text of several
// lines, or over a pair of brackets with all that is between them.
func (l *lexer) block() {
	column := l.at - l.start
	l.content = true
	switch c := l.src[l.at]; {
	case c == '-' && blank(l.peek(1)):
		l.dash(column)
	case !l.token(): // and nothing more
	case c == '[' || c == '{':
		l.brackets()
	case c == '"' || c == '\'':
		from := l.at
		l.quoted(c)
		l.asKey(column, l.at-from)
	case c == '|' || c == '>':
		l.lines()
	case c == '#': // right after a quotation mark; the parser takes it for a comment
		l.comment()
	case c == '!' || c == '&' || c == '*':
		for !blank(l.peek(0)) {
			l.at++
		}
	case c == '?' && blank(l.peek(1)):
		l.spoil(l.at, "a key cannot be begun with \"?\"; write \"key: value\"")
		l.at++
	case c == ':' && blank(l.peek(1)):
		l.spoil(l.at, "a key is missing before the colon")
		l.at++
	case bytes.IndexByte([]byte(",]}%@`"), c) >= 0:
		l.spoil(l.at, "a text cannot begin with \"%c\"; write it in double quotes", c)
		l.text(column)
	default:
		l.text(column)
	}
}

// dash opens or goes on with a list.
func (l *lexer) dash(column int) {
	if n := len(l.open); n == 0 || l.open[n-1].indent < column || l.open[n-1].kind == ':' {
		l.push('-', column)
	}
	if !l.token() {
		return
	}
	l.at++
	if mark := l.at; !l.gap() && l.nextColumn() <= column {
		l.spoil(mark-1, "nothing follows this dash; leave it out, or write \"\" for an empty text")
	}
}

// nextColumn is where the next line begins that says something; a line that
// begins with a dash counts as one column further right.
func (l *lexer) nextColumn() int {
	for at := l.at; at < len(l.src); {
		rest := l.src[at+1:]
		text := bytes.TrimLeft(rest, " ")
		switch {
		case len(text) == 0:
			return 0
		case text[0] == '-' && (len(text) == 1 || blank(text[1])):
			return len(rest) - len(text) + 1
		case text[0] != '\n' && text[0] != '#':
			return len(rest) - len(text)
		}
		n := bytes.IndexByte(rest, '\n')
		if n < 0 {
			return 0
		}
		at += 1 + n
	}
	return 0
}

// asKey takes the text that has just been passed as a key when a colon follows.
func (l *lexer) asKey(column, length int) {
	mark := l.at
	for l.peek(0) == ' ' || l.peek(0) == '\t' {
		l.at++
	}
	if l.peek(0) != ':' || !blank(l.peek(1)) {
		l.at = mark
		return
	}
	l.at++
	for n := len(l.open); n > 0 && l.open[n-1].kind == '-' && l.open[n-1].indent == column; n-- {
		l.pop() // a list under a key of the same column has ended
	}
	if n := len(l.open); n == 0 || l.open[n-1].indent < column {
		l.push(':', column)
	}
	if n := len(l.open); n > 0 { // none is left after a stop
		top := &l.open[n-1]
		top.path = length + 1
		if n > 1 {
			top.path += l.open[n-2].path
		}
		if top.keys++; top.keys > maxKeys {
			l.blame(l.at, "a mapping has more than %d keys", maxKeys)
			l.stop()
		}
	}
	l.token()
}
