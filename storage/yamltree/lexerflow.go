package yamltree

import "strings"

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
	maps   int  // mappings open
	spaces bool // an empty line with spaces in it was met within a plain text
	fresh  bool // a token may begin here: no plain text has begun
	value  bool // the last token was a colon
	from   int  // where the last text began, for the length of keys
	run    int  // of "<"
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
		f.spaces = f.spaces || !f.fresh && l.at > l.start && strings.Trim(string(l.src[l.start:l.at]), " \t") == ""
		l.newline()
	case c == '\t' && !f.fresh:
		l.tabInside(",[]{}")
	case c == ' ' || c == '\t':
		l.at++
	case c == '#' && (f.fresh || l.at == l.start || blank(l.src[l.at-1])):
		l.comment()
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
		f.from, f.value = l.at, false
		if l.token() {
			l.quoted(c)
		}
	case f.fresh && (c == '|' || c == '>'):
		l.spoil(l.at, "a text between brackets cannot begin with \"%c\"; write it in double quotes", c)
		f.fresh = false
		l.at++
	case f.fresh && c == '!': // a tag, which the parser ends at a space or a comma
		for l.token(); !blank(l.peek(0)) && l.peek(0) != ','; {
			l.at++
		}
	case f.fresh && c == '?' && blank(l.peek(1)):
		l.spoil(l.at, "a key cannot be begun with \"?\"; write \"key: value\"")
		l.at++
	case c == ':' && !f.value && f.tight():
		l.spoil(l.at, "a space is missing after the colon; or write the text in double quotes")
		l.at++
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
			f.from, f.fresh, f.spaces = l.at, false, false
			if !l.token() {
				return
			}
		}
		if f.spaces {
			l.spoil(l.at, "an empty line above holds spaces, and a text goes on after it; remove them, or write the text in double quotes")
			f.spaces = false
		}
		l.at++
	}
}

// colon tells whether a colon here ends a key: before a space, a bracket or a
// comma, and in a mapping the parser takes any.
func (f *flow) colon() bool {
	next := f.peek(1)
	return blank(next) || f.maps > 0 && next != '/' || strings.IndexByte(",[]{}", next) >= 0
}

// tight tells whether a colon ends a key to one reader of YAML and stands
// within a text to another: right after a plain text and before the next.
func (f *flow) tight() bool {
	next := f.peek(1)
	bracket := strings.IndexByte(",[]{}", next) >= 0
	if f.fresh || f.maps == 0 {
		return bracket && f.maps == 0
	}
	return !blank(next) && next != '/'
}

// mark steps over a mark, after which a token may begin.
func (f *flow) mark() {
	f.fresh, f.value = true, false
	if f.token() {
		f.at++
	}
}
