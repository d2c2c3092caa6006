package library

import (
	"maps"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"footpath/mapmodel"
)

// anyChange draws a change of anything into anything, and the states before and after it.
func anyChange(t *rapid.T) (c mapmodel.Change, before, after state) {
	before, after = state{}, state{}
	for _, id := range rapid.SliceOfNDistinct(rapid.Custom(anyID), 1, 6, rapid.ID[mapmodel.ID]).Draw(t, "ids") {
		old := anyRecord(t, id)
		fresh := old
		switch rapid.SampledFrom([]string{"create", "remove", "alter", "alter", "alter", "replace", "leave"}).Draw(t, "edit") {
		case "create":
			old = nil
		case "remove":
			fresh = nil
		case "alter":
			fresh = mapmodel.Draft(old)
			table := mapmodel.Fields(old.Kind())
			for range rapid.IntRange(1, 3).Draw(t, "fields") {
				alterAny(t, &table[rapid.IntRange(0, len(table)-1).Draw(t, "field")], fresh)
			}
			if rapid.IntRange(0, 3).Draw(t, "later fields altered") == 0 {
				fresh.Base().Kept = anyKept(t)
			}
		case "replace":
			fresh = anyRecord(t, id)
		}
		if old != nil {
			before[id] = old
		}
		if fresh != nil {
			after[id] = fresh
		}
		if fresh != old {
			c.Edits = append(c.Edits, mapmodel.Edit{Before: old, After: fresh})
		}
	}
	c.ID, c.Author = anyID(t), anyID(t)
	c.Group, c.Undoes = c.ID, mapmodel.ID{}
	if rapid.Bool().Draw(t, "in a group") {
		c.Group, c.Undoes = anyID(t), anyID(t)
	}
	c.Label.Key = rapid.String().Draw(t, "label")
	c.Label.Args = rapid.SliceOfN(rapid.String(), 0, 2).Draw(t, "args")
	c.At = rapid.Int64().Draw(t, "at")
	return c, before, after
}

// alterAny sets a field to something else, or edits a text in place as a person would.
func alterAny(t *rapid.T, f *mapmodel.Field, r mapmodel.Record) {
	if p, ok := f.Pointer(r).(*string); ok && f.Type == mapmodel.Text && *p != "" {
		runes := []rune(*p)
		from := rapid.IntRange(0, len(runes)).Draw(t, "from")
		to := rapid.IntRange(from, len(runes)).Draw(t, "to")
		*p = string(runes[:from]) + rapid.String().Draw(t, "typed") + string(runes[to:])
		return
	}
	fillField(t, f, r)
}

func wantState(t *rapid.T, what string, got, want state) {
	t.Helper()
	if !maps.EqualFunc(got, want, mapmodel.SameFields) {
		t.Fatalf("%s: the state is\n%v\nwant\n%v", what, got.records(), want.records())
	}
}

func TestAStoredChangeLeadsForwardAndBackward(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, before, after := anyChange(t)
		blobs := shelf{}
		for _, s := range []state{before, after} { // the records put them there
			for _, r := range s {
				appendRecord(nil, r, blobs.keep)
			}
		}
		encoded := appendEntry(nil, c, false, blobs.keep)
		e, err := decodeEntry(string(encoded), blobs.load)
		if err != nil {
			t.Fatalf("%v: % x", err, encoded)
		}

		now := maps.Clone(before)
		forth, err := now.step(e, forward, blobs.load)
		if err != nil {
			t.Fatal(err)
		}
		wantState(t, "forward", now, after)
		back, err := now.step(e, backward, blobs.load)
		if err != nil {
			t.Fatal(err)
		}
		wantState(t, "backward", now, before)

		for _, got := range []mapmodel.Change{forth, back} {
			if got.ID != c.ID || got.Group != c.Group || got.Undoes != c.Undoes || got.Author != c.Author || got.At != c.At ||
				got.Label.Key != c.Label.Key || strings.Join(got.Label.Args, "|") != strings.Join(c.Label.Args, "|") {
				t.Fatalf("the change came back as %+v, was %+v", got, c)
			}
			if len(got.Edits) != len(c.Edits) {
				t.Fatalf("%d edits came back, there were %d", len(got.Edits), len(c.Edits))
			}
			for i, edit := range got.Edits {
				if !same(edit.Before, c.Edits[i].Before) || !same(edit.After, c.Edits[i].After) {
					t.Fatalf("an edit came back as %+v, was %+v", edit, c.Edits[i])
				}
			}
		}
	})
}

// same tells whether two records, or none, say the same.
func same(a, b mapmodel.Record) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return a.Base().ID == b.Base().ID && mapmodel.SameFields(a, b)
}

func TestAStoredChangeIsRefusedWhereItWasNotMade(t *testing.T) {
	id := mapmodel.NewSeededSource(3).ID()
	long := strings.Repeat("The notice is in English only. ", 4)
	old := &mapmodel.Card{Common: mapmodel.Common{ID: id}, Text: long, Mood: "anxious"}
	fresh := &mapmodel.Card{Common: mapmodel.Common{ID: id}, Text: long + "Always.", Mood: "calm"}
	for name, test := range map[string]struct {
		change mapmodel.Edit
		state  state
	}{
		"the record is gone":        {mapmodel.Edit{Before: old, After: fresh}, state{}},
		"another field value":       {mapmodel.Edit{Before: old, After: fresh}, state{id: &mapmodel.Card{Common: old.Common, Text: long, Mood: "bored"}}},
		"another text":              {mapmodel.Edit{Before: fresh, After: old}, state{id: &mapmodel.Card{Common: old.Common, Text: long, Mood: "calm"}}},
		"another kind":              {mapmodel.Edit{Before: old, After: fresh}, state{id: &mapmodel.Stage{Common: old.Common}}},
		"created and there already": {mapmodel.Edit{After: fresh}, state{id: fresh}},
		"removed and altered":       {mapmodel.Edit{Before: old}, state{id: fresh}},
	} {
		e, err := decodeEntry(string(appendEntry(nil, mapmodel.Change{Edits: []mapmodel.Edit{test.change}}, false, hashOf)), shelf{}.load)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := test.state.step(e, forward, shelf{}.load); err == nil {
			t.Errorf("%s: not refused", name)
		}
	}
}

func TestAWordTypedIntoALongTextIsStoredAsThatWord(t *testing.T) {
	id := mapmodel.NewSeededSource(3).ID()
	text := strings.Repeat("a long note ", 1000)
	old := &mapmodel.Card{Common: mapmodel.Common{ID: id}, Note: text}
	fresh := &mapmodel.Card{Common: mapmodel.Common{ID: id}, Note: text[:6000] + "WORD " + text[6000:]}
	edit := mapmodel.Change{ID: id, Group: id, Edits: []mapmodel.Edit{{Before: old, After: fresh}}}
	if n := len(appendEntry(nil, edit, false, hashOf)); n > 60 {
		t.Errorf("%d bytes", n)
	}
}

func TestASpliceNeverCutsARune(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOf(rapid.SampledFrom([]rune("aä漢😀e\u0301\n")))
		before, after := letters.Draw(t, "before"), letters.Draw(t, "after")
		p := spliceOf(before, after)
		if !utf8.ValidString(p.removed) || !utf8.ValidString(p.inserted) {
			t.Fatalf("%+v", p)
		}
		if got, ok := p.apply(before); !ok || got != after {
			t.Fatalf("%+v makes %q of %q, want %q", p, got, before, after)
		}
		if got, ok := p.inverse().apply(after); !ok || got != before {
			t.Fatalf("%+v back makes %q of %q, want %q", p, got, after, before)
		}
	})
}
