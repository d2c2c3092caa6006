package journey

import (
	"strings"
	"unicode/utf8"
)

// width is the column up to which a card or a short list stands on one line.
const width = 100

// value is what a file is composed of: a text, something written as it is
// (a number, true), a list, or a mapping in the order of its keys.
type value struct {
	kind  valueKind
	text  string
	keys  []string // of a mapping, one for each item
	items []value
	// line is true for a list or mapping that stands on one line where it fits.
	line bool
}

type valueKind uint8

const (
	textValue valueKind = iota
	rawValue
	listValue
	mapValue
)

func textOf(s string) value { return value{kind: textValue, text: s} }
func rawOf(s string) value  { return value{kind: rawValue, text: s} }

// add puts a key into a mapping.
func (v *value) add(key string, item value) {
	v.keys = append(v.keys, key)
	v.items = append(v.items, item)
}

// inLine writes a value on one line, unless a text in it has several lines or
// it does not fit into the room, counted in characters.
func (v value) inLine(room int) (string, bool) {
	var b strings.Builder
	if !v.appendTo(&b, room*utf8.UTFMax) || utf8.RuneCountInString(b.String()) > room {
		return "", false
	}
	return b.String(), true
}

// appendTo gives up once most bytes are written: no need to write a whole
// picture to see that it does not fit.
func (v value) appendTo(b *strings.Builder, most int) bool {
	switch v.kind {
	case rawValue:
		b.WriteString(v.text)
	case textValue:
		if len(v.text) > most || strings.Contains(v.text, "\n") {
			return false
		}
		b.WriteString(scalar(v.text))
	default:
		left, right := "[", "]"
		if v.kind == mapValue {
			left, right = "{", "}"
		}
		b.WriteString(left)
		for i := range v.items {
			if i > 0 {
				b.WriteString(", ")
			}
			if v.kind == mapValue {
				b.WriteString(scalar(v.keys[i]) + ": ")
			}
			if !v.items[i].appendTo(b, most) {
				return false
			}
		}
		b.WriteString(right)
	}
	return b.Len() <= most
}

// emitter writes values as a file.
type emitter struct{ strings.Builder }

// mapping writes a mapping's keys, each on a line of its own. The first key
// stands where the cursor is, the others indent spaces from the left.
func (e *emitter) mapping(v value, indent int) {
	for i, item := range v.items {
		if i > 0 {
			e.spaces(indent)
		}
		key := scalar(v.keys[i])
		e.WriteString(key)
		e.WriteByte(':')
		e.under(item, indent, utf8.RuneCountInString(key)+1)
	}
}

// under writes the value of a key or of a dash, used columns right of the
// indent, and ends the line.
func (e *emitter) under(v value, indent, used int) {
	switch {
	case v.kind == rawValue:
		e.WriteString(" " + v.text + "\n")
	case v.kind == textValue:
		e.WriteByte(' ')
		e.text(v.text, indent+2)
	case len(v.items) == 0:
		e.WriteString(map[valueKind]string{listValue: " []\n", mapValue: " {}\n"}[v.kind])
	default:
		if v.line {
			if line, ok := v.inLine(width - indent - used - 1); ok {
				e.WriteString(" " + line + "\n")
				return
			}
		}
		e.WriteByte('\n')
		if v.kind == mapValue {
			e.spaces(indent + 2)
			e.mapping(v, indent+2)
			return
		}
		for _, item := range v.items {
			e.item(item, indent+2)
		}
	}
}

// item writes one item of a list, its dash indent spaces from the left.
func (e *emitter) item(v value, indent int) {
	e.spaces(indent)
	e.WriteByte('-')
	if v.kind == mapValue && len(v.items) > 0 {
		if v.line {
			if line, ok := v.inLine(width - indent - 2); ok {
				e.WriteString(" " + line + "\n")
				return
			}
		}
		e.WriteByte(' ')
		e.mapping(v, indent+2)
		return
	}
	e.under(v, indent, 1)
}

// text writes a text and ends the line; a text of several lines goes under
// "|-" where it can, indent spaces from the left.
func (e *emitter) text(s string, indent int) {
	if !literal(s) {
		e.WriteString(scalar(s) + "\n")
		return
	}
	e.WriteString("|-\n")
	for line := range strings.SplitSeq(s, "\n") {
		if line != "" {
			e.spaces(indent)
			e.WriteString(line)
		}
		e.WriteByte('\n')
	}
}

func (e *emitter) spaces(n int) { e.WriteString(strings.Repeat(" ", n)) }
