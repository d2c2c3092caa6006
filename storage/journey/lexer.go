package journey

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// What a file can cost the parser. Measured with goccy 1.19.2: about 600 bytes
// for each token; time that grows with the square of a block mapping's keys
// and of a run of "<"; and a path kept with every node.
const (
	maxTokens = 1_000_000
	maxKeys   = 2000
	maxPaths  = 256 << 20
	maxRun    = 10_000
	maxChomp  = 1 << 30
)

const secondDocument = "a second document begins here; a file holds one map"

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
	content  bool
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

// comment steps over a comment, which to the parser is a token too.
func (l *lexer) comment() {
	if l.token() {
		l.toLineEnd()
	}
}

// gap steps over spaces and tabs, and over a comment that follows them; it
// tells whether the line goes on.
func (l *lexer) gap() bool {
	for l.more() && (l.src[l.at] == ' ' || l.src[l.at] == '\t') {
		l.at++
	}
	if l.peek(0) == '#' && (l.at == l.start || blank(l.src[l.at-1])) {
		l.comment()
	}
	return l.more() && l.src[l.at] != '\n'
}

// token counts something the parser will keep, and tells whether there is room
// for it.
func (l *lexer) token() bool {
	l.tokens++
	if n := len(l.open); n > 0 {
		l.paths += l.open[n-1].path
	}
	if l.tokens > maxTokens || l.paths > maxPaths {
		l.blame(l.at, "the file holds more than can be read: at most %d texts, keys and marks", maxTokens)
		l.stop()
	}
	return !l.stopped
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
		if l.markers++; l.markers > 1 || l.content {
			l.blame(l.at, secondDocument)
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
		l.spoil(l.at, "a line that begins with %% is an instruction to YAML; a map's file has none")
	default:
		if l.ended {
			l.blame(l.at, secondDocument)
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
		spaces := false // on a line that is empty otherwise
		for l.more() && l.peek(0) == '\n' {
			spaces = spaces || l.line > line && l.at > l.start
			l.newline()
			for l.peek(0) == ' ' || l.peek(0) == '\t' {
				l.at++
			}
		}
		here := l.at - l.start
		ends := !l.more() || here <= l.parent() || l.peek(0) == '#' || here == 0 && l.atMarker()
		if !ends && l.peek(0) == '-' { // the parser would take a comment after it for text
			l.spoil(l.at, "a text from the line above goes on here with \"-\"; write it in double quotes, or the list under a key of its own")
		}
		if !ends && l.holdsKey() {
			l.spoil(l.at, "this line is indented further than the key it follows, or the text above goes on here and needs double quotes")
			ends = true
		}
		if ends {
			l.at, l.line, l.start = end, line, start
			return
		}
		if spaces {
			l.spoil(l.at, "an empty line above holds spaces, and a text goes on after it; remove them, or write the text in double quotes")
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
		case c == '\t':
			l.tabInside("")
			continue
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

// tabInside steps over blanks with a tab among them. Within a plain text it
// blames the tab, which the parser would leave out; before a comment, a key's
// colon or the line's end it means nothing.
// In brackets, further marks end the text.
func (l *lexer) tabInside(ends string) {
	tab := l.at
	for l.peek(0) == ' ' || l.peek(0) == '\t' {
		l.at++
	}
	if c := l.peek(0); c != '\n' && c != '#' && strings.IndexByte(ends, c) < 0 && (c != ':' || !blank(l.peek(1))) {
		l.spoil(tab, "a tab stands in a text; write the text in double quotes and the tab as \\t")
	}
}

// holdsKey tells whether the rest of the line has a colon that would make what
// stands before it a key.
func (l *lexer) holdsKey() bool {
	rest := l.src[l.at:]
	if n := bytes.IndexByte(rest, '\n'); n >= 0 {
		rest = rest[:n]
	}
	if n := bytes.Index(rest, []byte(" #")); n >= 0 {
		rest = rest[:n]
	}
	return bytes.Contains(rest, []byte(": ")) || bytes.Contains(rest, []byte(":\t")) || bytes.HasSuffix(rest, []byte(":"))
}
