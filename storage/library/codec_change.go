package library

import (
	"fmt"
	"math"

	"footpath/mapmodel"
)

// A change is stored as one CBOR map: 1 ID, 2 group (absent when it is the ID), 3 what it undoes, 4 the label's key, 5 its
// arguments, 6 author, 7 time, 8 the edits, 9 whether the history before it has been broken off (see checkpoint.go). Numbers this
// version does not know are passed over.
//
// An edit is [record, before, after] with whole records, or the word for absence, where one is created or removed, and else [record, kind,
// {number: [before, after] or [position, removed, inserted]}] with only the fields that differ. So an entry alone does not
// hold whole records: it is applied, in either direction, to the state before or after it.
const (
	changeID     = 1
	changeGroup  = 2
	changeUndoes = 3
	changeLabel  = 4
	changeArgs   = 5
	changeAuthor = 6
	changeAt     = 7
	changeEdits  = 8
	changeBroken = 9
)

// entry is a stored change.
type entry struct {
	change mapmodel.Change // without edits
	edits  []storedEdit
	broken bool
}

// storedEdit is what an entry knows of one edit: whole records, or fields.
type storedEdit struct {
	id            mapmodel.ID
	before, after mapmodel.Record
	kind          mapmodel.Kind // with fields only
	fields        []fieldEdit
}

// fieldEdit is a field's values before and after as they are stored, or a splice.
type fieldEdit struct {
	number        int64
	before, after string
	splice        splice
	spliced       bool
}

// appendEntry writes a change whose edits hold the records as they were in the map before and are in the map after.
func appendEntry(b []byte, c mapmodel.Change, broken bool, keep blobKeeper) []byte {
	ids := []struct {
		key uint64
		id  mapmodel.ID
	}{{changeID, c.ID}, {changeGroup, c.Group}, {changeUndoes, c.Undoes}}
	if c.Group == c.ID {
		ids[1].id = mapmodel.ID{}
	}
	pairs := 0
	head := b
	b = append(b, 0) // the head, with fewer than 24 pairs
	for _, f := range ids {
		if !f.id.IsZero() {
			b = appendBytes(appendHead(b, cborUint, f.key), f.id[:])
			pairs++
		}
	}
	if c.Label.Key != "" {
		b = appendText(appendHead(b, cborUint, changeLabel), c.Label.Key)
		pairs++
	}
	if len(c.Label.Args) > 0 {
		b = appendHead(appendHead(b, cborUint, changeArgs), cborArray, uint64(len(c.Label.Args)))
		for _, arg := range c.Label.Args {
			b = appendText(b, arg)
		}
		pairs++
	}
	if !c.Author.IsZero() {
		b = appendBytes(appendHead(b, cborUint, changeAuthor), c.Author[:])
		pairs++
	}
	if c.At != 0 {
		b = appendInt(appendHead(b, cborUint, changeAt), c.At)
		pairs++
	}
	if len(c.Edits) > 0 {
		b = appendHead(appendHead(b, cborUint, changeEdits), cborArray, uint64(len(c.Edits)))
		for _, e := range c.Edits {
			b = appendEdit(b, e, keep)
		}
		pairs++
	}
	if broken {
		b = append(appendHead(b, cborUint, changeBroken), cborTrue)
		pairs++
	}
	b[len(head)] = cborMap<<5 | byte(pairs)
	return b
}

func appendEdit(b []byte, e mapmodel.Edit, keep blobKeeper) []byte {
	id := e.ID()
	b = appendBytes(appendHead(b, cborArray, 3), id[:])
	if e.Before == nil || e.After == nil || e.Before.Kind() != e.After.Kind() {
		for _, r := range []mapmodel.Record{e.Before, e.After} {
			if r == nil {
				b = append(b, cborAbsent)
			} else {
				b = appendRecord(b, r, keep)
			}
		}
		return b
	}
	b = appendHead(b, cborUint, uint64(e.After.Kind()))
	edits := fieldEdits(e.Before, e.After, keep)
	b = appendHead(b, cborMap, uint64(len(edits)))
	for _, f := range edits {
		b = appendHead(b, cborUint, uint64(f.number))
		if f.spliced {
			b = f.splice.append(b)
			continue
		}
		b = append(append(appendHead(b, cborArray, 2), f.before...), f.after...)
	}
	return b
}

// fieldEdits lists the fields in which two records of one kind differ, rising by number, those of a later version included.
func fieldEdits(before, after mapmodel.Record, keep blobKeeper) []fieldEdit {
	var known []fieldEdit
	for _, f := range rowsFor(after.Kind()) {
		if f.Equal(before, after) {
			continue
		}
		edit := fieldEdit{number: int64(f.Number)}
		if edit.splice, edit.spliced = spliced(f, before, after); !edit.spliced {
			edit.before = string(appendValue(nil, f, before, keep))
			edit.after = string(appendValue(nil, f, after, keep))
		}
		known = append(known, edit)
	}
	if before.Base().Kept == after.Base().Kept {
		return known
	}
	return merged(known, keptEdits(pairsOf(before.Base().Kept), pairsOf(after.Base().Kept)))
}

func keptEdits(before, after []pair) []fieldEdit {
	var out []fieldEdit
	absent := string([]byte{cborAbsent})
	for len(before) > 0 || len(after) > 0 {
		switch {
		case len(after) == 0 || len(before) > 0 && before[0].number < after[0].number:
			out = append(out, fieldEdit{number: before[0].number, before: before[0].value, after: absent})
			before = before[1:]
		case len(before) == 0 || after[0].number < before[0].number:
			out = append(out, fieldEdit{number: after[0].number, before: absent, after: after[0].value})
			after = after[1:]
		default:
			if before[0].value != after[0].value {
				out = append(out, fieldEdit{number: before[0].number, before: before[0].value, after: after[0].value})
			}
			before, after = before[1:], after[1:]
		}
	}
	return out
}

func merged(a, b []fieldEdit) []fieldEdit {
	out := make([]fieldEdit, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].number < b[0].number {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// decodeEntry reads what appendEntry wrote. A mistake in the encoding is a *codecError.
func decodeEntry(encoded string, load blobLoader) (entry, error) {
	r := reader{s: encoded}
	var e entry
	last := int64(-1)
	for range r.dict() {
		if last = r.key(last); r.err != nil {
			break
		}
		switch last {
		case changeID:
			e.change.ID = r.id()
		case changeGroup:
			e.change.Group = r.id()
		case changeUndoes:
			e.change.Undoes = r.id()
		case changeLabel:
			e.change.Label.Key = r.text()
		case changeArgs:
			e.change.Label.Args = readList(&r, (*reader).text)
		case changeAuthor:
			e.change.Author = r.id()
		case changeAt:
			e.change.At = r.int()
		case changeEdits:
			e.edits = readList(&r, func(r *reader) storedEdit { return r.edit(load) })
		case changeBroken:
			e.broken = r.flag()
		default:
			r.raw()
		}
	}
	if err := r.done(); err != nil {
		return entry{}, fmt.Errorf("a change: %w", err)
	}
	if e.change.Group.IsZero() {
		e.change.Group = e.change.ID
	}
	return e, nil
}

func (r *reader) edit(load blobLoader) storedEdit {
	if r.array() != 3 {
		r.fail("an edit has three parts")
		return storedEdit{}
	}
	e := storedEdit{id: r.id()}
	if next := r.peek(); next == cborAbsent || next>>5 == cborMap {
		e.before, e.after = r.recordIfAny(e.id, load), r.recordIfAny(e.id, load)
		if e.before == nil && e.after == nil {
			r.fail("an edit says nothing")
		}
		return e
	}
	kind := r.uint()
	if kind == 0 || kind > math.MaxUint8 {
		r.fail("there is no such kind of record")
		return e
	}
	e.kind = mapmodel.Kind(kind)
	last := int64(0)
	for range r.dict() {
		f := fieldEdit{}
		last = r.key(last)
		f.number = last
		switch r.array() {
		case 2:
			f.before, f.after = r.raw(), r.raw()
		case 3:
			f.spliced = true
			at := r.uint()
			if at > math.MaxInt32 {
				r.fail("a position is too large")
			}
			f.splice = splice{at: int(at), removed: r.long(), inserted: r.long()}
		default:
			r.fail("a field's edit has two parts or three")
		}
		if r.err != nil {
			return e
		}
		e.fields = append(e.fields, f)
	}
	return e
}

func (r *reader) recordIfAny(id mapmodel.ID, load blobLoader) mapmodel.Record {
	if r.absent() {
		return nil
	}
	return r.record(id, load)
}
