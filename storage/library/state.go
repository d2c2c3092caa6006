package library

import (
	"fmt"
	"maps"
	"slices"

	"footpath/mapmodel"
)

// state is the set of a map's records at one moment of its history. The records are shared and never altered.
type state map[mapmodel.ID]mapmodel.Record

func stateOf(m *mapmodel.Map) state {
	s := make(state, m.Len())
	for r := range m.Records() {
		s[r.Base().ID] = r
	}
	return s
}

// records lists them rising by ID.
func (s state) records() []mapmodel.Record {
	return slices.SortedFunc(maps.Values(s), func(a, b mapmodel.Record) int {
		x, y := a.Base().ID, b.Base().ID
		return slices.Compare(x[:], y[:])
	})
}

// direction is the way through a history.
type direction bool

const (
	forward  direction = false
	backward direction = true
)

// step takes the state through one entry, to the moment after it or (backward) to the moment before it, and gives the
// change with whole records, as it was made. A *historyError means that the entry was not made on this state.
func (s state) step(e entry, way direction, load blobLoader) (mapmodel.Change, error) {
	change := e.change
	change.Edits = make([]mapmodel.Edit, 0, len(e.edits))
	for i := range e.edits {
		from, to := e.edits[i].before, e.edits[i].after
		if way == backward {
			from, to = to, from
		}
		now := s[e.edits[i].id]
		if fields := e.edits[i].kind != 0; fields {
			if now == nil || now.Kind() != e.edits[i].kind {
				return change, &historyError{Record: e.edits[i].id, Reason: "is not there"}
			}
			var err error
			if to, err = withFields(now, e.edits[i].fields, way, load); err != nil {
				return change, err
			}
		} else if err := whole(now, from, e.edits[i].id); err != nil {
			return change, err
		}
		if to == nil {
			delete(s, e.edits[i].id)
		} else {
			s[e.edits[i].id] = to
		}
		if way == backward {
			now, to = to, now
		}
		change.Edits = append(change.Edits, mapmodel.Edit{Before: now, After: to})
	}
	return change, nil
}

// historyError says which record of a stored change is not as the change found it.
type historyError struct {
	Record mapmodel.ID
	Field  string
	Reason string
}

func (e *historyError) Error() string {
	if e.Field != "" {
		return fmt.Sprintf("the history does not fit together: %s of record %s %s", e.Field, e.Record, e.Reason)
	}
	return fmt.Sprintf("the history does not fit together: record %s %s", e.Record, e.Reason)
}

func whole(now, from mapmodel.Record, id mapmodel.ID) error {
	switch {
	case now == nil && from == nil:
		return nil
	case now == nil:
		return &historyError{Record: id, Reason: "is not there"}
	case from == nil:
		return &historyError{Record: id, Reason: "was there already"}
	case !mapmodel.SameFields(now, from):
		return &historyError{Record: id, Reason: "is not what it was"}
	}
	return nil
}

// withFields is a record with some of its fields altered.
func withFields(now mapmodel.Record, edits []fieldEdit, way direction, load blobLoader) (mapmodel.Record, error) {
	next := mapmodel.Draft(now)
	kept := pairsOf(now.Base().Kept)
	table := rowsFor(now.Kind())
	for _, e := range edits {
		if way == backward {
			e.before, e.after, e.splice = e.after, e.before, e.splice.inverse()
		}
		var err error
		if f := table.find(e.number); f != nil {
			err = alterField(next, f, e, load)
		} else {
			kept, err = alterKept(next.Base().ID, kept, e)
		}
		if err != nil {
			return nil, err
		}
	}
	next.Base().Kept = joinPairs(kept)
	return next, nil
}

func alterField(draft mapmodel.Record, f *mapmodel.Field, e fieldEdit, load blobLoader) error {
	misfit := &historyError{Record: draft.Base().ID, Field: f.Name, Reason: "is not what it was"}
	if e.spliced {
		p, ok := f.Pointer(draft).(*string)
		if !ok || f.Type == mapmodel.Blob {
			return misfit
		}
		text, ok := e.splice.apply(validText(*p))
		if !ok {
			return misfit
		}
		*p = text
		return nil
	}
	if fits, err := says(draft, f, e.before, load); err != nil {
		return err
	} else if !fits {
		return misfit
	}
	after := reader{s: e.after}
	after.value(f, draft, load)
	return after.done()
}

// says tells whether a record says in a field what is encoded.
func says(r mapmodel.Record, f *mapmodel.Field, encoded string, load blobLoader) (bool, error) {
	if f.Type != mapmodel.Blob {
		var room [128]byte
		if string(appendValue(room[:0], f, r, nil)) == encoded {
			return true, nil
		}
	}
	then := mapmodel.New(r.Kind(), mapmodel.ID{})
	in := reader{s: encoded}
	in.value(f, then, load)
	return f.Equal(then, r), in.done()
}

// alterKept exchanges the value of a field that this version does not know.
func alterKept(id mapmodel.ID, kept []pair, e fieldEdit) ([]pair, error) {
	misfit := &historyError{Record: id, Field: fmt.Sprintf("field %d", e.number), Reason: "is not what it was"}
	i, found := slices.BinarySearchFunc(kept, e.number, func(p pair, n int64) int { return int(p.number - n) })
	now := string([]byte{cborAbsent})
	if found {
		now = kept[i].value
	}
	next := e.after
	if e.spliced {
		r := reader{s: now}
		text, ok := e.splice.apply(r.long())
		if r.done() != nil || !ok {
			return nil, misfit
		}
		next = string(appendLong(nil, text))
	} else if now != e.before {
		return nil, misfit
	}
	p := pair{number: e.number, value: next, raw: string(appendHead(nil, cborUint, uint64(e.number))) + next}
	absent := next == string([]byte{cborAbsent})
	switch {
	case found && absent:
		return slices.Delete(slices.Clone(kept), i, i+1), nil
	case found:
		kept = slices.Clone(kept)
		kept[i] = p
		return kept, nil
	case absent:
		return kept, nil
	}
	return slices.Insert(slices.Clone(kept), i, p), nil
}
