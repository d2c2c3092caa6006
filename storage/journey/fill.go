package journey

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"footpath/mapmodel"
)

// fill reads a mapping's fields into a record and gives back what is nested in
// it instead.
func (r *reader) fill(record mapmodel.Record, n *node, s *shape) map[nest]*node {
	under := map[nest]*node{}
	values := map[string]*node{}
	seen := map[string]*node{}
	for i, key := range n.keys {
		if r.double(seen, key) {
			continue
		}
		e := s.find(key.text)
		switch {
		case e == nil:
			r.unknown(key, s.called, s.names())
		case e.field == nil:
			under[e.nest] = n.items[i]
		default:
			values[e.name] = n.items[i]
			r.field(record, e.field, n.items[i])
		}
	}
	r.checked(record, n, values)
	return under
}

// double blames a key that stood in the mapping before.
func (r *reader) double(seen map[string]*node, key *node) bool {
	first := seen[key.text]
	if first != nil {
		r.blame(key, "%s stands here for the second time; the first is in line %d", inText(key.text), first.line)
		return true
	}
	seen[key.text] = key
	return false
}

func (r *reader) unknown(key *node, called string, names []string) {
	if meant, ok := suggest(key.text, names); ok {
		r.blame(key, "%s has no %s; did you mean %s?", called, inText(key.text), inText(meant))
		return
	}
	r.blame(key, "%s has no %s; it can have %s", called, inText(key.text), listed(names, "and"))
}

// checked sends a record through the model's door and blames each field it
// turns away. n is where the record stands, values where its fields do.
func (r *reader) checked(record mapmodel.Record, n *node, values map[string]*node) {
	for {
		r.countless(record, values)
		var bad *mapmodel.BadValue
		if !errors.As(mapmodel.Clean(record), &bad) {
			return
		}
		at := values[bad.Field]
		if at == nil {
			at = n
		}
		field := mapmodel.FieldNamed(record.Kind(), bad.Field)
		if field == nil {
			r.blame(at, "%s", bad.Error())
			return
		}
		r.blame(at, "%s %s", bad.Field, bad.Problem)
		field.Copy(record, mapmodel.New(record.Kind(), mapmodel.ID{})) // and look for the next
	}
}

// countless blames a survey's counts that nobody can understand.
func (r *reader) countless(record mapmodel.Record, values map[string]*node) {
	s, ok := record.(*mapmodel.Survey)
	if !ok || len(s.Counts) == 0 || s.SurveyKind != "" {
		return
	}
	if values["kind"] == nil { // otherwise the kind has been blamed
		r.blame(values["counts"], "counts need the survey's kind beside them: %s", listed(mapmodel.FieldNamed(mapmodel.KindSurvey, "kind").Words, "or"))
	}
	s.Counts = nil
}

// field reads the value of a field. What the model's door will find wrong is
// left to it.
func (r *reader) field(record mapmodel.Record, f *mapmodel.Field, n *node) {
	if n.kind == nodeNothing {
		return // a key without a value says nothing
	}
	if isKey(f) {
		r.key(record, n)
		return
	}
	switch p := f.Pointer(record).(type) {
	case *string:
		*p = r.text(f, n)
	case *bool:
		*p = r.truth(f.Name, n)
	case *mapmodel.Number:
		if v, ok := r.whole(f, n); ok {
			*p = mapmodel.N(v)
		}
	case *[]string:
		*p = r.names(f.Name, n)
	case *mapmodel.ID:
		if text, ok := r.word(f.Name, n); ok {
			r.links = append(r.links, link{record: record, field: f, names: []named{{text, n, mapmodel.ID{}}}})
		}
	case *[]mapmodel.ID:
		r.several(record, f, n)
	case *[]int:
		*p = r.counts(f, n)
	case *[]mapmodel.Conflict:
		*p = r.conflicts(f, n)
	}
}

// word reads a single text.
func (r *reader) word(called string, n *node) (string, bool) {
	switch n.kind {
	case nodeText, nodeNumber, nodeTruth:
		return n.text, true
	case nodeNull:
		r.blame(n, "%s cannot be %s; leave it out, or write the word in quotes", called, n.text)
	default:
		r.blame(n, "%s must be a text, not %s", called, n.found())
	}
	return "", false
}

// line reads a single text that must stand on one line. Line ends after it,
// which a block of lines brings along, say nothing.
func (r *reader) line(called string, n *node) string {
	text, _ := r.word(called, n)
	text = strings.TrimRight(text, "\r\n")
	if strings.ContainsAny(text, "\r\n") {
		r.blame(n, "%s must be one line, not several", called)
		return ""
	}
	return text
}

func (r *reader) text(f *mapmodel.Field, n *node) string {
	if f.Type == mapmodel.Text {
		text, _ := r.word(f.Name, n)
		return text
	}
	return r.line(f.Name, n)
}

func (r *reader) truth(called string, n *node) bool {
	if n.kind == nodeTruth && (n.text == "true" || n.text == "false") {
		return n.text == "true"
	}
	r.blame(n, "%s must be true or false, not %s", called, n.found())
	return false
}

// wholeNumber is what every reader of YAML takes for the same whole number.
var wholeNumber = regexp.MustCompile(`^[-+]?(0|[1-9][0-9]*)$`)

func (r *reader) whole(f *mapmodel.Field, n *node) (int, bool) {
	must := fmt.Sprintf("%s must be a whole number from %d to %d", f.Name, f.Min, f.Max)
	if n.scalar() && wholeNumber.MatchString(n.text) {
		v, err := strconv.Atoi(strings.TrimPrefix(n.text, "+"))
		switch {
		case n.quoted:
			r.blame(n, "%s without quotes, not %s", must, n.found())
		case err != nil: // more digits than a number has here
			r.blame(n, "%s, not %s", must, n.text)
		default:
			return v, true
		}
		return 0, false
	}
	r.blame(n, "%s, not %s", must, n.found())
	return 0, false
}

// names reads a list of texts; a single one is a list of one.
func (r *reader) names(called string, n *node) []string {
	if n.scalar() {
		return []string{r.line(called, n)}
	}
	var out []string
	r.list(n, called, func(n *node) {
		out = append(out, r.line("each of "+called, n))
	})
	return out
}

func (r *reader) counts(f *mapmodel.Field, n *node) []int {
	var out []int
	each := *f
	each.Name = "each of " + f.Name
	r.list(n, f.Name, func(n *node) {
		v, _ := r.whole(&each, n)
		out = append(out, v)
	})
	return out
}

// conflicts reads what a merge kept: {field, text} each.
func (r *reader) conflicts(f *mapmodel.Field, n *node) []mapmodel.Conflict {
	var out []mapmodel.Conflict
	r.list(n, f.Name, func(n *node) {
		if n.kind != nodeMapping {
			r.blame(n, "a conflict must be written as {field: …, text: …}, not %s", n.found())
			return
		}
		var c mapmodel.Conflict
		seen := map[string]*node{}
		for i, key := range n.keys {
			if r.double(seen, key) || n.items[i].kind == nodeNothing {
				continue
			}
			switch key.text {
			case "field":
				c.Field = r.line("field", n.items[i])
			case "text":
				c.Text, _ = r.word("text", n.items[i])
			default:
				r.unknown(key, "a conflict", []string{"field", "text"})
			}
		}
		out = append(out, c)
	})
	return out
}
