package pdffile

import (
	"bytes"
	"strconv"
	"unicode/utf16"
)

// The kinds of values in a PDF (ISO 32000-1, 7.3). Whole numbers are int64,
// others float64; true, false and null are themselves.
type (
	dict      map[string]any
	array     []any
	name      string
	text      []byte
	reference struct{ number int }
	// word is anything else: an operator or keyword.
	word string
)

// String is the text in UTF-8: a text is in UTF-16 or UTF-8 when it begins by
// saying so, else its bytes are taken for Latin letters.
func (t text) String() string {
	if rest, ok := bytes.CutPrefix(t, []byte{0xFE, 0xFF}); ok {
		units := make([]uint16, len(rest)/2)
		for i := range units {
			units[i] = uint16(rest[2*i])<<8 | uint16(rest[2*i+1])
		}
		return string(utf16.Decode(units))
	}
	if rest, ok := bytes.CutPrefix(t, []byte{0xEF, 0xBB, 0xBF}); ok {
		return string(rest)
	}
	runes := make([]rune, len(t))
	for i, b := range t {
		runes[i] = rune(b)
	}
	return string(runes)
}

// Limits against files made to harm.
const (
	maxDepth  = 64
	maxValues = 4 << 20 // in a file
)

// reader reads values from bytes.
type reader struct {
	data []byte
	at   int
	left *int // how many values may still be read
	deep int
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// skip passes white space and comments.
func (r *reader) skip() {
	for r.at < len(r.data) {
		switch c := r.data[r.at]; {
		case space(c):
			r.at++
		case c == '%':
			for r.at < len(r.data) && r.data[r.at] != '\n' && r.data[r.at] != '\r' {
				r.at++
			}
		default:
			return
		}
	}
}

// takes passes a text where it stands next.
func (r *reader) takes(s string) bool {
	if !bytes.HasPrefix(r.data[r.at:], []byte(s)) {
		return false
	}
	r.at += len(s)
	return true
}

// value reads the next value; false where there is none, or nothing that a
// value can begin with, or too much of it.
func (r *reader) value() (any, bool) {
	r.skip()
	if *r.left--; *r.left < 0 || r.at >= len(r.data) || r.deep > maxDepth {
		return nil, false
	}
	switch c := r.data[r.at]; {
	case r.takes("<<"):
		return r.dict()
	case c == '<':
		r.at++
		return r.hex(), true
	case c == '(':
		r.at++
		return r.literal(), true
	case c == '/':
		r.at++
		return r.name(), true
	case c == '[':
		r.at++
		return r.array()
	case delimiter(c):
		return nil, false
	}
	return r.bare(), true
}

func (r *reader) dict() (any, bool) {
	r.deep++
	defer func() { r.deep-- }()
	d := dict{}
	for {
		r.skip()
		if r.takes(">>") {
			return d, true
		}
		if r.at >= len(r.data) || r.data[r.at] != '/' {
			return d, false
		}
		r.at++
		key := r.name()
		r.skip()
		if r.takes(">>") { // a key without a value
			return d, true
		}
		v, ok := r.value()
		if !ok {
			return d, false
		}
		d[string(key)] = v
	}
}

func (r *reader) array() (any, bool) {
	r.deep++
	defer func() { r.deep-- }()
	var a array
	for {
		r.skip()
		if r.takes("]") {
			return a, true
		}
		v, ok := r.value()
		if !ok {
			return a, false
		}
		a = append(a, v)
	}
}

// run gives the regular characters that stand next.
func (r *reader) run() []byte {
	from := r.at
	for r.at < len(r.data) && !space(r.data[r.at]) && !delimiter(r.data[r.at]) {
		r.at++
	}
	return r.data[from:r.at]
}

func (r *reader) name() name {
	raw := r.run()
	if bytes.IndexByte(raw, '#') < 0 {
		return name(raw)
	}
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if b, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(b))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return name(out)
}

// bare reads a number, a reference, or a word.
func (r *reader) bare() any {
	raw := string(r.run())
	switch raw {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	if n, err := strconv.ParseInt(raw, 10, 64); err == nil {
		if n > 0 && n < 1<<31 && r.isReference() {
			return reference{int(n)}
		}
		return n
	}
	if v, err := strconv.ParseFloat(raw, 64); err == nil {
		return v
	}
	return word(raw)
}

// isReference passes the generation and the R of a reference, if they follow.
func (r *reader) isReference() bool {
	at := r.at
	r.skip()
	generation := r.run()
	ok := len(generation) > 0 && len(generation) <= 5 && bytes.Trim(generation, "0123456789") == nil
	if ok {
		r.skip()
		ok = string(r.run()) == "R"
	}
	if !ok {
		r.at = at
	}
	return ok
}

func (r *reader) hex() text {
	var out text
	half, high := false, byte(0)
	for r.at < len(r.data) {
		c := r.data[r.at]
		r.at++
		var digit byte
		switch {
		case c == '>':
			if half {
				out = append(out, high)
			}
			return out
		case c >= '0' && c <= '9':
			digit = c - '0'
		case c >= 'a' && c <= 'f':
			digit = c - 'a' + 10
		case c >= 'A' && c <= 'F':
			digit = c - 'A' + 10
		default:
			continue
		}
		if half {
			out = append(out, high|digit)
		} else {
			high = digit << 4
		}
		half = !half
	}
	return out
}

func (r *reader) literal() text {
	var out text
	for depth := 1; r.at < len(r.data); {
		c := r.data[r.at]
		r.at++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		case '\\':
			out = r.escape(out)
			continue
		}
		out = append(out, c)
	}
	return out
}

// escape reads what follows a backslash.
func (r *reader) escape(out text) text {
	if r.at >= len(r.data) {
		return out
	}
	c := r.data[r.at]
	r.at++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\r':
		r.takes("\n")
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := int(c - '0')
	for i := 0; i < 2 && r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '7'; i++ {
		v = v<<3 | int(r.data[r.at]-'0')
		r.at++
	}
	return append(out, byte(v))
}
