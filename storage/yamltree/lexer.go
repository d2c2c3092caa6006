package yamltree

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
	maxKeys   = 2000
	maxPaths  = 256 << 20
	maxRun    = 10_000
	maxChomp  = 1 << 30
)

const secondDocument = "a second document begins here"

// lexer walks over a file as YAML's grammar would, without building anything:
// enough to know where quotes, comments, blocks of text and brackets begin and
// end, how deep lists and mappings stand inside each other, and how much there
// is. Where a file breaks the grammar it goes on counting; the parser will
// refuse the file with a sentence of its own.
type lexer struct {
	src      []byte
	file     File
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
