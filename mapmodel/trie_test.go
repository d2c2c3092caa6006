package mapmodel

import (
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func testClock() time.Time { return time.Date(2026, 11, 14, 9, 0, 0, 0, time.UTC) }

func TestATrieHoldsWhatAMapHoldsAndOldOnesStayAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// IDs that share their first digits make deep paths.
		ids := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) ID {
			var id ID
			for i := range id {
				id[i] = byte(rapid.SampledFrom([]int{0, 1, 255}).Draw(t, "byte"))
			}
			return id
		}), 1, 30).Draw(t, "ids")
		var root *node
		model := map[ID]*entry{}
		type moment struct {
			root  *node
			model map[ID]*entry
		}
		var history []moment
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			id := rapid.SampledFrom(ids).Draw(t, "id")
			if rapid.Bool().Draw(t, "put") {
				e := &entry{}
				root = root.with(id, e, 0)
				model[id] = e
			} else {
				root = root.without(id, 0)
				delete(model, id)
			}
			history = append(history, moment{root, maps.Clone(model)})
		}
		for _, at := range history {
			for _, id := range ids {
				if at.root.get(id) != at.model[id] {
					t.Fatalf("%s: %p, want %p", id, at.root.get(id), at.model[id])
				}
			}
		}
		sorted := slices.SortedFunc(maps.Keys(model), func(a, b ID) int { return slices.Compare(a[:], b[:]) })
		slots := make([]slot, len(sorted))
		for i, id := range sorted {
			slots[i] = slot{id: id, entry: model[id]}
		}
		grown := grow(slots, 0)
		var order []*entry
		grown.each(func(e *entry) bool { order = append(order, e); return true })
		i := 0
		root.each(func(e *entry) bool {
			if order[i] != e || e != model[sorted[i]] {
				t.Fatalf("entry %d is out of order", i)
			}
			i++
			return true
		})
		if i != len(model) || len(order) != len(model) {
			t.Fatalf("%d and %d entries, want %d", i, len(order), len(model))
		}
	})
}

func TestAnIDSurvivesBeingWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := NewSeededSource(rapid.Uint64().Draw(t, "seed")).ID()
		text := id.String()
		again, err := ParseID(text)
		if err != nil || again != id || len(text) != IDLetters {
			t.Fatalf("%s came back as %s: %v", text, again, err)
		}
		for i := range IDLetters {
			if idDigits[id.digit(i)] != text[i] {
				t.Fatalf("digit %d of %s is %c", i, text, idDigits[id.digit(i)])
			}
		}
	})
	for _, bad := range []string{"", "abc", "0123456789abcdefg", "ILOU0000000000000"[:16], "üüüüüüüü"} {
		if _, err := ParseID(bad); err == nil {
			t.Errorf("%q was taken for an id", bad)
		}
	}
}
