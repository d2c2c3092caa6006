package yamltree

import (
	"fmt"
	"strings"
)

// Reader notes the mistakes found on the way through a tree, and reads what
// all our files have alike. "called" names what is read, in a sentence.
type Reader struct{ Mistakes Mistakes }

// Blame notes a mistake at a node: a sentence without a full stop.
func (r *Reader) Blame(n *Node, format string, args ...any) {
	r.Mistakes = append(r.Mistakes, Mistake{n.Line, n.Column, fmt.Sprintf(format, args...)})
}

// Double blames a key that stood in the mapping before.
func (r *Reader) Double(seen map[string]*Node, key *Node) bool {
	first := seen[key.Text]
	if first != nil {
		r.Blame(key, "%s stands here for the second time; the first is in line %d", InText(key.Text), first.Line)
		return true
	}
	seen[key.Text] = key
	return false
}

// Unknown blames a key that a mapping cannot have, and names those it can.
func (r *Reader) Unknown(key *Node, called string, names []string) {
	if meant, ok := Suggest(key.Text, names); ok {
		r.Blame(key, "%s has no %s; did you mean %s?", called, InText(key.Text), InText(meant))
		return
	}
	r.Blame(key, "%s has no %s; it can have %s", called, InText(key.Text), Listed(names, "and"))
}

// Word reads a single text.
func (r *Reader) Word(called string, n *Node) (string, bool) {
	switch n.Kind {
	case Text, Number, Truth:
		return n.Text, true
	case Null:
		r.Blame(n, "%s cannot be %s; leave it out, or write the word in quotes", called, n.Text)
	default:
		r.Blame(n, "%s must be a text, not %s", called, n.Found())
	}
	return "", false
}

// Line reads a single text that must stand on one line. Line ends after it,
// which a block of lines brings along, say nothing.
func (r *Reader) Line(called string, n *Node) string {
	text, _ := r.Word(called, n)
	text = strings.TrimRight(text, "\r\n")
	if strings.ContainsAny(text, "\r\n") {
		r.Blame(n, "%s must be one line, not several", called)
		return ""
	}
	return text
}

// Each reads each item of a list; nothing after the key is an empty one.
func (r *Reader) Each(n *Node, called string, each func(*Node)) {
	switch {
	case n == nil || n.Kind == Nothing:
	case n.Kind != List:
		r.Blame(n, "%s must be a list, each item on a line that begins with \"- \", not %s", called, n.Found())
	default:
		for _, item := range n.Items {
			each(item)
		}
	}
}
