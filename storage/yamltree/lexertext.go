package yamltree

import (
	"bytes"
	"strings"
)

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
