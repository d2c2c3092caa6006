package journey

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/storage/yamltree"
)

// fill reads a mapping's fields into a record and gives back what is nested in
// it instead.
func (r *reader) fill(record mapmodel.Record, n *yamltree.Node, s *shape) map[nest]*yamltree.Node {
	under := map[nest]*yamltree.Node{}
	values := map[string]*yamltree.Node{}
	seen := map[string]*yamltree.Node{}
	for i, key := range n.Keys {
		if r.Double(seen, key) {
			continue
		}
		e := s.find(key.Text)
		switch {
		case e == nil:
			r.Unknown(key, s.called, s.names())
		case e.field == nil:
			under[e.nest] = n.Items[i]
		default:
			values[e.name] = n.Items[i]
			r.field(record, e.field, n.Items[i])
		}
	}
	r.checked(record, n, values)
	return under
}

// checked sends a record through the model's door and blames each field it
// turns away. n is where the record stands, values where its fields do.
func (r *reader) checked(record mapmodel.Record, n *yamltree.Node, values map[string]*yamltree.Node) {
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
			r.Blame(at, "%s", bad.Error())
			return
		}
		r.Blame(at, "%s %s", bad.Field, bad.Problem)
		field.Copy(record, mapmodel.New(record.Kind(), mapmodel.ID{})) // and look for the next
	}
}

// countless blames a survey's counts that nobody can understand.
func (r *reader) countless(record mapmodel.Record, values map[string]*yamltree.Node) {
	s, ok := record.(*mapmodel.Survey)
	if !ok || len(s.Counts) == 0 || s.SurveyKind != "" {
		return
	}
	if values["kind"] == nil { // otherwise the kind has been blamed
		r.Blame(values["counts"], "counts need the survey's kind beside them: %s", yamltree.Listed(mapmodel.FieldNamed(mapmodel.KindSurvey, "kind").Words, "or"))
	}
	s.Counts = nil
}

// field reads the value of a field. What the model's door will find wrong is
// left to it.
func (r *reader) field(record mapmodel.Record, f *mapmodel.Field, n *yamltree.Node) {
	if n.Kind == yamltree.Nothing {
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
		if text, ok := r.Word(f.Name, n); ok {
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

func (r *reader) text(f *mapmodel.Field, n *yamltree.Node) string {
	if f.Type == mapmodel.Text {
		text, _ := r.Word(f.Name, n)
		return text
	}
	return r.Line(f.Name, n)
}

func (r *reader) truth(called string, n *yamltree.Node) bool {
	if n.Kind == yamltree.Truth && (n.Text == "true" || n.Text == "false") {
		return n.Text == "true"
	}
	r.Blame(n, "%s must be true or false, not %s", called, n.Found())
	return false
}

// wholeNumber is what every reader of YAML takes for the same whole number.
var wholeNumber = regexp.MustCompile(`^[-+]?(0|[1-9][0-9]*)$`)

func (r *reader) whole(f *mapmodel.Field, n *yamltree.Node) (int, bool) {
	must := fmt.Sprintf("%s must be a whole number from %d to %d", f.Name, f.Min, f.Max)
	if n.Scalar() && wholeNumber.MatchString(n.Text) {
		v, err := strconv.Atoi(strings.TrimPrefix(n.Text, "+"))
		switch {
		case n.Quoted:
			r.Blame(n, "%s without quotes, not %s", must, n.Found())
		case err != nil: // more digits than a number has here
			r.Blame(n, "%s, not %s", must, n.Text)
		default:
			return v, true
		}
		return 0, false
	}
	r.Blame(n, "%s, not %s", must, n.Found())
	return 0, false
}

// names reads a list of texts; a single one is a list of one.
func (r *reader) names(called string, n *yamltree.Node) []string {
	if n.Scalar() {
		return []string{r.Line(called, n)}
	}
	var out []string
	r.Each(n, called, func(n *yamltree.Node) {
		out = append(out, r.Line("each of "+called, n))
	})
	return out
}

func (r *reader) counts(f *mapmodel.Field, n *yamltree.Node) []int {
	var out []int
	each := *f
	each.Name = "each of " + f.Name
	r.Each(n, f.Name, func(n *yamltree.Node) {
		v, _ := r.whole(&each, n)
		out = append(out, v)
	})
	return out
}

// conflicts reads what a merge kept: {field, text} each.
func (r *reader) conflicts(f *mapmodel.Field, n *yamltree.Node) []mapmodel.Conflict {
	var out []mapmodel.Conflict
	r.Each(n, f.Name, func(n *yamltree.Node) {
		if n.Kind != yamltree.Mapping {
			r.Blame(n, "a conflict must be written as {field: …, text: …}, not %s", n.Found())
			return
		}
		var c mapmodel.Conflict
		seen := map[string]*yamltree.Node{}
		for i, key := range n.Keys {
			if r.Double(seen, key) || n.Items[i].Kind == yamltree.Nothing {
				continue
			}
			switch key.Text {
			case "field":
				c.Field = r.Line("field", n.Items[i])
			case "text":
				c.Text, _ = r.Word("text", n.Items[i])
			default:
				r.Unknown(key, "a conflict", []string{"field", "text"})
			}
		}
		out = append(out, c)
	})
	return out
}
