package library

import (
	"bytes"
	"maps"
	"reflect"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// seeds are a record and a change of every kind.
func seeds(f *testing.F) (records []mapmodel.Record) {
	f.Helper()
	src := mapmodel.NewSeededSource(5)
	for _, kind := range append(mapmodel.Kinds(), 99) {
		r := mapmodel.New(kind, src.ID())
		table := mapmodel.Fields(kind)
		for i := range table {
			switch p := table[i].Pointer(r).(type) {
			case *string:
				*p = table[i].Example
			case *mapmodel.Rank:
				*p = "V"
			case *bool:
				*p = true
			case *mapmodel.Number:
				*p = mapmodel.N(table[i].Min)
			case *mapmodel.ID:
				*p = src.ID()
			case *[]string:
				*p = []string{table[i].Example, ""}
			case *[]mapmodel.ID:
				*p = []mapmodel.ID{src.ID(), src.ID()}
			case *[]int:
				*p = []int{1, 0, 300}
			case *[]mapmodel.Conflict:
				*p = []mapmodel.Conflict{{Field: "text", Text: "other"}}
			}
		}
		r.Base().Kept = string(append(appendHead(nil, cborUint, 500), 0xf9, 0x3c, 0x00))
		records = append(records, r)
	}
	return records
}

func FuzzDecodeRecord(f *testing.F) {
	blobs := shelf{}
	for _, r := range seeds(f) {
		f.Add(appendRecord(nil, r, blobs.keep))
	}
	f.Add(appendRecord(nil, &mapmodel.Card{Text: strings.Repeat("the queue is long; ", 400)}, blobs.keep))
	f.Fuzz(func(t *testing.T, encoded []byte) {
		id := mapmodel.NewSeededSource(1).ID()
		record, err := decodeRecord(id, string(encoded), shelf{}.load)
		if err != nil {
			return
		}
		// What was read is written in a form that reads the same, and stays so.
		once := appendRecord(nil, record, hashOf)
		again, err := decodeRecord(id, string(once), blobLoader(shelf{}.load))
		if err != nil || !mapmodel.SameFields(record, again) {
			t.Fatalf("%v: %#v came back as %#v", err, record, again)
		}
		if twice := appendRecord(nil, again, hashOf); !bytes.Equal(once, twice) {
			t.Fatalf("% x, then % x", once, twice)
		}
	})
}

func FuzzDecodeChange(f *testing.F) {
	blobs := shelf{}
	records := seeds(f)
	id := records[0].Base().ID
	s := state{}
	c := mapmodel.Change{ID: id, Group: id, At: 1, Label: mapmodel.Label{Key: "label.x", Args: []string{"a"}}}
	for i, r := range records {
		s[r.Base().ID] = r
		blank := mapmodel.New(r.Kind(), r.Base().ID)
		for _, edit := range []mapmodel.Edit{{After: r}, {Before: r}, {Before: r, After: blank}, {Before: blank, After: r}} {
			c.Edits = []mapmodel.Edit{edit}
			f.Add(appendEntry(nil, c, i%2 == 0, blobs.keep))
		}
	}
	f.Fuzz(func(t *testing.T, encoded []byte) {
		e, err := decodeEntry(string(encoded), blobs.load)
		if err != nil {
			return
		}
		for _, way := range []direction{forward, backward} {
			now := maps.Clone(s)
			change, err := now.step(e, way, blobs.load)
			if err != nil {
				continue
			}
			// What fits one way fits back the other way.
			if _, err := now.step(e, !way, blobs.load); err != nil && len(change.Edits) > 0 && distinct(e) {
				t.Fatalf("%v does not go back: %v", change, err)
			}
		}
	})
}

// distinct tells whether an entry speaks of each record once, as every one written does.
func distinct(e entry) bool {
	seen := map[mapmodel.ID]bool{}
	for _, edit := range e.edits {
		if seen[edit.id] {
			return false
		}
		seen[edit.id] = true
	}
	return true
}

func FuzzDecodeSummary(f *testing.F) {
	f.Add(appendSummary(nil, storedSummary{}))
	f.Add(appendSummary(nil, storedSummary{
		Title: "Ice cream", Personas: []string{"Rosa", ""}, State: "future", Stages: 3, Cards: 1000, Edited: -5, Bin: true, Records: 1010, Seq: 1 << 40, Format: 1,
	}))
	f.Fuzz(func(t *testing.T, encoded []byte) {
		s, err := decodeSummary(engine.Item{Value: encoded})
		if err != nil {
			return
		}
		again, err := decodeSummary(engine.Item{Value: appendSummary(nil, s)})
		if err != nil || !reflect.DeepEqual(s, again) {
			t.Fatalf("%+v came back as %+v, %v", s, again, err)
		}
	})
}

func FuzzCheckpointPart(f *testing.F) {
	m := mapmodel.NewMap("A map", mapmodel.NewSeededSource(1))
	parts, err := packMap(m, mapmodel.Change{ID: m.ID(), At: 5})
	if err != nil {
		f.Fatal(err)
	}
	for _, part := range parts {
		f.Add(part)
	}
	f.Fuzz(func(t *testing.T, packed []byte) {
		s := state{}
		if _, _, err := unpackPart(s, packed, shelf{}.load); err != nil && len(s) > 0 {
			t.Fatalf("%v, but %d records were read", err, len(s))
		}
	})
}
