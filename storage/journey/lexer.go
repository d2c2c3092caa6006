package journey

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// What a file can cost the parser. Measured with goccy 1.19.2: about 600 bytes
// for each token; time that grows with the square of a block mapping's keys
// and of a run of "<"; and a path kept with every node.
const (
	maxTokens = 1_000_000
	maxKeys   = 4000
	maxPaths  = 256 << 20
	maxRun    = 10_000
	maxChomp  = 1 << 30
)

// lexer walks over a file as YAML's grammar would, without building anything:
// enough to know where quotes, comments, blocks of text and brackets begin and
// end, how deep lists and mappings stand inside each other, and how much there
// is. Where a file breaks the grammar it goes on counting; the parser will
// refuse the file with a sentence of its own.
type lexer struct {
	src      []byte
	at       int // the next byte
	line     int // of at, from 1
	start    int // where the line begins
	open     []level
	tokens   int
	paths    int // bytes of all paths the parser will keep
	markers  int // lines of "---" met
	ended    bool
	mistakes Mistakes
	// spoilt is true once the parser would stumble over a mistake, or read
	// past it; stopped is true once going on costs too much as well.
	spoilt, stopped bool
}

// level is one list or mapping that is open.
type level struct {
	kind   byte // '-' or ':' in a block, '[' or '{' between brackets
	indent int  // the column of a block's dashes or keys, from 0
	keys   int  // of a block mapping
	path   int  // bytes of the path down to what stands here now
}

// blame notes a mistake at a byte of the current line.
func (l *lexer) blame(at int, format string, args ...any) {
	column := 1
	if at > l.start {
		column += utf8.RuneCount(l.src[l.start:at])
	}
	l.mistakes = append(l.mistakes, Mistake{l.line, column, fmt.Sprintf(format, args...)})
	if len(l.mistakes) > maxMistakes {
		l.stop()
	}
}

// spoil notes a mistake that leaves nothing for the parser to do.
func (l *lexer) spoil(at int, format string, args ...any) {
	l.blame(at, format, args...)
	l.spoilt = true
}

// stop ends the walk: going on, or parsing, would cost too much.
func (l *lexer) stop() {
	l.spoilt, l.stopped = true, true
	l.at = len(l.src)
}

func (l *lexer) more() bool { return l.at < len(l.src) }

// peek is the byte n further on; at the end of the file, a line end.
func (l *lexer) peek(n int) byte {
	if l.at+n < len(l.src) {
		return l.src[l.at+n]
	}
	return '\n'
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// newline steps over a line end.
func (l *lexer) newline() {
	if l.more() {
		l.at++
		l.line++
		l.start = l.at
	}
}

// toLineEnd steps to the end of the line.
func (l *lexer) toLineEnd() {
	if n := bytes.IndexByte(l.src[l.at:], '\n'); n >= 0 {
		l.at += n
	} else {
		l.at = len(l.src)
	}
}

// gap steps over spaces and tabs, and over a comment that follows them; it
// tells whether the line goes on.
func (l *lexer) gap() bool {
	for l.more() && (l.src[l.at] == ' ' || l.src[l.at] == '\t') {
		l.at++
	}
	if l.peek(0) == '#' && (l.at == l.start || blank(l.src[l.at-1])) {
		l.toLineEnd()
	}
	return l.more() && l.src[l.at] != '\n'
}

// token counts something the parser will keep.
func (l *lexer) token() {
	l.tokens++
	if n := len(l.open); n > 0 {
		l.paths += l.open[n-1].path
	}
	if l.tokens > maxTokens || l.paths > maxPaths {
		l.blame(l.at, "the file holds more than can be read: at most %d texts, keys and marks", maxTokens)
		l.stop()
	}
}

// push opens a list or a mapping.
func (l *lexer) push(kind byte, indent int) {
	path := 1
	if n := len(l.open); n > 0 {
		path = l.open[n-1].path
	}
	l.open = append(l.open, level{kind: kind, indent: indent, path: path + 8})
	if len(l.open) > MaxDepth {
		l.blame(l.at, "lists and mappings stand more than %d deep inside each other", MaxDepth)
		l.stop()
	}
}

func (l *lexer) pop() { l.open = l.open[:len(l.open)-1] }

// parent is the column that what belongs to the innermost block must be right
// of; -1 at the top.
func (l *lexer) parent() int {
	if n := len(l.open); n > 0 {
		return l.open[n-1].indent
	}
	return -1
}

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
		if l.markers++; l.markers > 1 || l.tokens > 0 {
			l.blame(l.at, "a second document begins here; a file holds one map")
		}
		l.open, l.ended = nil, false
		l.at += 3
		for l.gap() {
			l.block()
		}
		return true
	case bytes.HasPrefix(rest, []byte("...")) && three:
		l.open, l.ended = nil, true
	case rest[0] == '%':
		l.spoil(l.at, "a line that begins with %% is an instruction to YAML; a map's file has none")
	default:
		if l.ended {
			l.blame(l.at, "something follows the end of the document; a file holds one map")
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
	switch c := l.src[l.at]; {
	case c == '-' && blank(l.peek(1)):
		l.dash(column)
	case c == '[' || c == '{':
		l.token()
		l.brackets()
	case c == '"' || c == '\'':
		from := l.at
		l.token()
		l.quoted(c)
		l.asKey(column, l.at-from)
	case c == '|' || c == '>':
		l.token()
		l.lines()
	case c == '#': // right after a quotation mark; the parser takes it for a comment
		l.toLineEnd()
	case c == '!' || c == '&' || c == '*':
		l.token()
		for !blank(l.peek(0)) {
			l.at++
		}
	case c == '?' && blank(l.peek(1)):
		l.spoil(l.at, "a key cannot be begun with \"?\"; write \"key: value\"")
		l.at++
	default:
		l.token()
		l.text(column)
	}
}

// dash opens or goes on with a list.
func (l *lexer) dash(column int) {
	if n := len(l.open); n == 0 || l.open[n-1].indent < column || l.open[n-1].kind == ':' {
		l.push('-', column)
	}
	l.token()
	l.at++
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

// text steps over a plain text: up to a colon that makes it a key, a comment,
// or the end of its last line.
func (l *lexer) text(column int) {
	from := l.at
	for {
		if l.plainLine() {
			l.asKey(column, l.at-from)
			return
		}
		// The text goes on in the next line that is further right than the
		// block it stands in, unless a comment lies between.
		end, line, start := l.at, l.line, l.start
		if l.peek(0) == '#' || !l.more() {
			return
		}
		for l.more() && l.peek(0) == '\n' {
			l.newline()
			for l.peek(0) == ' ' || l.peek(0) == '\t' {
				l.at++
			}
		}
		if here := l.at - l.start; !l.more() || here <= l.parent() || l.peek(0) == '#' || here == 0 && l.atMarker() || l.holdsKey() {
			l.at, l.line, l.start = end, line, start
			return
		}
	}
}

func (l *lexer) atMarker() bool {
	rest := l.src[l.at:]
	return bytes.HasPrefix(rest, []byte("---")) || bytes.HasPrefix(rest, []byte("..."))
}

// plainLine steps over the rest of a plain text's line and tells whether it
// stopped before a colon that makes it a key.
func (l *lexer) plainLine() bool {
	run := 0
	for l.more() && l.src[l.at] != '\n' {
		switch c := l.src[l.at]; {
		case c == ':' && blank(l.peek(1)):
			return true
		case c == '#' && l.at > l.start && blank(l.src[l.at-1]):
			return false
		case c == '<':
			if run++; run > maxRun {
				l.blame(l.at, "more than %d \"<\" in a row; write the text in double quotes", maxRun)
				l.stop()
				return false
			}
		default:
			run = 0
		}
		l.at++
	}
	return false
}

// holdsKey tells whether the rest of the line has a colon that would make what
// stands before it a key.
func (l *lexer) holdsKey() bool {
	rest := l.src[l.at:]
	if n := bytes.IndexByte(rest, '\n'); n >= 0 {
		rest = rest[:n]
	}
	return bytes.Contains(rest, []byte(": ")) || bytes.Contains(rest, []byte(":\t")) || bytes.HasSuffix(rest, []byte(":"))
}

// lines steps over a block of text under "|" or ">".
func (l *lexer) lines() {
	indent := 0 // as the header says, or as the first line shows
	for l.more() && l.src[l.at] != '\n' {
		if c := l.src[l.at]; c >= '1' && c <= '9' {
			indent = max(l.parent(), 0) + int(c-'0')
		} else if c == '#' {
			l.toLineEnd()
			break
		}
		l.at++
	}
	from, empty, most := l.at, 0, 0
	for l.more() {
		at, line, start := l.at, l.line, l.start
		l.newline()
		for l.peek(0) == ' ' {
			l.at++
		}
		if l.peek(0) == '\n' {
			empty++
			most = max(most, empty)
			continue
		}
		column := l.at - l.start
		if column <= l.parent() || indent > 0 && column < indent {
			l.at, l.line, l.start = at, line, start
			break
		}
		empty = 0
		l.toLineEnd()
	}
	if most > 100 && most*(l.at-from) > maxChomp {
		l.blame(l.at, "a text has %d empty lines in a row; write it in double quotes with \\n", most)
		l.stop()
	}
}
