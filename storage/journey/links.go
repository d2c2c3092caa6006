package journey

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"footpath/mapmodel"
	"footpath/storage/yamltree"
)

// maxID is the longest id a file may have, in characters.
const maxID = 100

// idOf is an id in a file; each kind has its own.
type idOf struct {
	kind mapmodel.Kind
	id   string
}

// target is the record that has an id, and where the file says so.
type target struct {
	record mapmodel.Record
	at     *yamltree.Node
}

// link is a field that names other records, to be looked up when all are
// read.
type link struct {
	record mapmodel.Record
	field  *mapmodel.Field
	names  []named
}

// named is one record a link names: by an id, or read on the spot.
type named struct {
	id     string
	at     *yamltree.Node
	record mapmodel.ID
}

// validID tells whether a text can be an id: letters, digits, "-", "_" and
// ".", so that it reads the same in a list, as a key and in a sentence.
func validID(s string) bool {
	if s == "" || utf8.RuneCountInString(s) > maxID {
		return false
	}
	for _, c := range s {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) && c != '-' && c != '_' && c != '.' {
			return false
		}
	}
	return true
}

// key reads a record's id.
func (r *reader) key(record mapmodel.Record, n *yamltree.Node) {
	text, ok := r.Word("id", n)
	if !ok {
		return
	}
	r.claim(record, text, n)
}

// claim gives a record an id that no other of its kind has.
func (r *reader) claim(record mapmodel.Record, id string, n *yamltree.Node) {
	if !validID(id) {
		r.Blame(n, "an id has at most %d letters, digits, \"-\", \"_\" and \".\", unlike %s", maxID, yamltree.InText(id))
		return
	}
	at := idOf{record.Kind(), id}
	if first := r.ids[at]; first != nil {
		r.Blame(n, "the id %s belongs to the %s in line %d already", yamltree.InText(id), record.Kind(), first.at.Line)
		return
	}
	record.Base().Key = id
	r.ids[at] = &target{record, n}
}

func (r *reader) find(kind mapmodel.Kind, id string) *target { return r.ids[idOf{kind, id}] }

// several reads a field that names any number of records. Evidence may stand
// there itself instead of an id.
func (r *reader) several(record mapmodel.Record, f *mapmodel.Field, n *yamltree.Node) {
	l := link{record: record, field: f}
	one := func(called string, n *yamltree.Node) {
		if n.Kind == yamltree.Mapping && slices.Contains(f.Refers, mapmodel.KindEvidence) {
			if evidence, _ := r.record(mapmodel.KindEvidence, n, r.header); evidence != nil {
				l.names = append(l.names, named{"", n, evidence.Base().ID})
			}
			return
		}
		if id, ok := r.Word(called, n); ok {
			l.names = append(l.names, named{id, n, mapmodel.ID{}})
		}
	}
	if n.Scalar() {
		one(f.Name, n)
	} else {
		r.Each(n, f.Name, func(n *yamltree.Node) { one("each of "+f.Name, n) })
	}
	if len(l.names) > mapmodel.MaxItems {
		r.Blame(n, "%s must hold at most %d items, not %d", f.Name, mapmodel.MaxItems, len(l.names))
	}
	r.links = append(r.links, l)
}

// join looks up what the links name, now that everything is read.
func (r *reader) join() {
	for _, l := range r.links {
		var ids []mapmodel.ID
		seen := map[mapmodel.ID]bool{}
		for _, name := range l.names {
			id := name.record
			if id.IsZero() {
				to := r.lookUp(l.field, name.id)
				if to == nil {
					r.Blame(name.at, "%s", r.missing(l.field.Name, name.id, l.field.Refers))
					continue
				}
				id = to.record.Base().ID
			}
			if seen[id] {
				r.Blame(name.at, "%s names %s twice", l.field.Name, yamltree.InText(name.id))
				continue
			}
			seen[id] = true
			ids = append(ids, id)
		}
		switch p := l.field.Pointer(l.record).(type) {
		case *mapmodel.ID:
			if len(ids) > 0 {
				*p = ids[0]
			}
		case *[]mapmodel.ID:
			*p = ids
		}
	}
}

func (r *reader) lookUp(f *mapmodel.Field, id string) *target {
	for _, kind := range f.Refers {
		if to := r.find(kind, id); to != nil {
			return to
		}
	}
	return nil
}

// missing says that nothing has the id that a key names, and what the id
// should be.
func (r *reader) missing(called, id string, kinds []mapmodel.Kind) string {
	var have, names []string
	for at := range r.ids {
		if slices.Contains(kinds, at.kind) {
			have = append(have, at.id)
		}
	}
	slices.Sort(have)
	for _, kind := range kinds {
		names = append(names, kind.String())
	}
	nothing := fmt.Sprintf("%s names %s, but no %s has that id", called, yamltree.InText(id), yamltree.Listed(names, "or"))
	if slices.Contains(kinds, mapmodel.KindPicture) {
		nothing = fmt.Sprintf("%s names %s, but no picture under the map's pictures has that name", called, yamltree.InText(id))
	}
	if meant, ok := yamltree.Suggest(id, have); ok {
		return nothing + "; did you mean " + yamltree.InText(meant) + "?"
	}
	if slices.Contains(kinds, mapmodel.KindPicture) {
		return nothing
	}
	return nothing + "; give the one that is meant the id: " + id
}
