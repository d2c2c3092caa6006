package journey

import (
	"encoding/base64"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"footpath/mapmodel"
)

// schemaLine tells editors where the schema lies that `footpath schema` writes.
const schemaLine = "# yaml-language-server: $schema=./journey.schema.json\n"

// compose writes a map as a file.
func compose(m *mapmodel.Map) []byte {
	w := &writer{m: m}
	w.giveKeys()
	var e emitter
	e.WriteString(schemaLine)
	e.mapping(w.header(), 0)
	return []byte(e.String())
}

// writer makes values of a map's records.
type writer struct {
	m    *mapmodel.Map
	keys map[mapmodel.ID]string
	// first is the first lane of each kind: its cards stand under the kind's
	// name.
	first map[mapmodel.LaneKind]mapmodel.ID
}

// header is the whole file.
func (w *writer) header() value {
	return w.record(w.m.Header(), func(n nest, v *value, key string) {
		switch n {
		case nestFormat:
			v.add(key, rawOf(fmt.Sprintf("footpath/%d", Version)))
		case nestPersonas:
			some(v, key, records(w.m.Personas(), w.simple))
		case nestLanes:
			if !w.standardLanes() {
				v.add(key, records(w.m.Lanes(), w.oneLine))
			}
		case nestStages:
			some(v, key, list(w.m.Stages(), w.stage))
		case nestInbox:
			some(v, key, list(w.m.Inbox().Cards(), w.card))
		case nestEvidence:
			var shared []*mapmodel.Evidence
			for e := range w.m.Evidence() {
				if w.listed(e) {
					shared = append(shared, e)
				}
			}
			some(v, key, records(slices.Values(shared), w.oneLine))
		case nestPictures:
			some(v, key, w.pictures())
		}
	})
}

// record makes a mapping of a record's fields; nested adds what is no field.
func (w *writer) record(r mapmodel.Record, nested func(nest, *value, string)) value {
	v := value{kind: mapValue}
	entries := shapes[r.Kind()].entries
	for i := range entries {
		switch e := &entries[i]; {
		case e.field == nil:
			nested(e.nest, &v, e.name)
		case isKey(e.field):
			if key := w.keys[r.Base().ID]; key != "" {
				v.add(e.name, textOf(key))
			}
		case !e.field.IsZero(r):
			v.add(e.name, w.field(e.field, r))
		}
	}
	return v
}

// simple makes a mapping of a record under which nothing stands.
func (w *writer) simple(r mapmodel.Record) value { return w.record(r, func(nest, *value, string) {}) }

// oneLine is simple, on one line where it fits.
func (w *writer) oneLine(r mapmodel.Record) value {
	v := w.simple(r)
	v.line = true
	return v
}

// field makes a value of a field that says something.
func (w *writer) field(f *mapmodel.Field, r mapmodel.Record) value {
	switch p := f.Pointer(r).(type) {
	case *string:
		return textOf(*p)
	case *bool:
		return rawOf("true")
	case *mapmodel.Number:
		return rawOf(strconv.Itoa(p.Value))
	case *[]string:
		return short(list(slices.Values(*p), textOf))
	case *mapmodel.ID:
		return textOf(w.keys[*p])
	case *[]mapmodel.ID:
		return short(list(slices.Values(*p), w.link))
	case *[]int:
		return short(list(slices.Values(*p), func(n int) value { return rawOf(strconv.Itoa(n)) }))
	case *[]mapmodel.Conflict:
		return short(list(slices.Values(*p), conflict))
	}
	panic(fmt.Sprintf("journey cannot write %s of a %s", f.Name, r.Kind())) // a type of field that no table has
}

func conflict(c mapmodel.Conflict) value {
	v := value{kind: mapValue, line: true}
	v.add("field", textOf(c.Field))
	v.add("text", textOf(c.Text))
	return v
}

// link is the id of a record, or the record itself where it stands nowhere
// else.
func (w *writer) link(id mapmodel.ID) value {
	if evidence := mapmodel.Find[*mapmodel.Evidence](w.m, id); evidence != nil && !w.listed(evidence) {
		return w.oneLine(evidence)
	}
	return textOf(w.keys[id])
}

// listed tells whether evidence stands under the map: one card alone keeps
// what it cites with it.
func (w *writer) listed(e *mapmodel.Evidence) bool { return w.m.Links(e.ID) != 1 }

func (w *writer) standardLanes() bool {
	kinds := mapmodel.StandardLanes()
	i := 0
	for lane := range w.m.Lanes() {
		if i == len(kinds) || lane.LaneKind != kinds[i] || lane.Name != "" || lane.Hidden || lane.Prompt != "" {
			return false
		}
		i++
	}
	return i == len(kinds)
}

func (w *writer) stage(s *mapmodel.Stage) value {
	return w.record(s, func(n nest, v *value, key string) {
		switch n {
		case nestSurveys:
			some(v, key, records(w.m.Surveys(s.ID), w.oneLine))
		case nestSteps:
			some(v, key, list(w.m.Steps(s.ID), w.step))
		default:
			w.cells(n, v, key, s.ID)
		}
	})
}

func (w *writer) step(s *mapmodel.Step) value {
	return w.record(s, func(n nest, v *value, key string) { w.cells(n, v, key, s.ID) })
}

// cells adds the cards of a column: under the name of their lane's kind, or
// under the lane's id.
func (w *writer) cells(n nest, v *value, key string, column mapmodel.ID) {
	if n == nestLane {
		if lane, ok := w.first[mapmodel.LaneKind(key)]; ok {
			some(v, key, list(w.m.Cell(column, lane).Cards(), w.card))
		}
		return
	}
	others := value{kind: mapValue}
	for lane := range w.m.Lanes() {
		if !w.ownKey(lane) {
			some(&others, w.keys[lane.ID], list(w.m.Cell(column, lane.ID).Cards(), w.card))
		}
	}
	some(v, key, others)
}

// ownKey tells whether a lane's cards stand under a key of their own rather
// than under the lane's id.
func (w *writer) ownKey(lane *mapmodel.Lane) bool {
	e := shapes[mapmodel.KindStage].find(string(lane.LaneKind))
	return e != nil && e.nest == nestLane && w.first[lane.LaneKind] == lane.ID
}

// card is a text, or a mapping when it says more.
func (w *writer) card(c *mapmodel.Card) value {
	v := w.record(c, func(n nest, v *value, key string) {
		if n == nestScores {
			some(v, key, short(records(w.m.Scores(c.ID), w.oneLine)))
		}
	})
	if len(v.items) == 0 || len(v.items) == 1 && v.keys[0] == "text" {
		return textOf(c.Text)
	}
	v.line = true
	return v
}

func (w *writer) pictures() value {
	v := value{kind: mapValue}
	for p := range w.m.Pictures() {
		v.add(w.keys[p.ID], textOf(dataAddress(p.Media)+base64.StdEncoding.EncodeToString([]byte(p.Data))))
	}
	return v
}

// list makes a list of what write makes of each item.
func list[T any](items iter.Seq[T], write func(T) value) value {
	v := value{kind: listValue}
	for item := range items {
		v.items = append(v.items, write(item))
	}
	return v
}

// records is list for records of one type.
func records[R mapmodel.Record](items iter.Seq[R], write func(mapmodel.Record) value) value {
	return list(items, func(r R) value { return write(r) })
}

// short lets a list stand on one line where it fits.
func short(v value) value {
	v.line = true
	return v
}

// some adds a list or mapping to a mapping unless it is empty.
func some(v *value, key string, item value) {
	if len(item.items) > 0 {
		v.add(key, item)
	}
}
