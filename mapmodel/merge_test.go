package mapmodel_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"footpath/mapmodel"

	"pgregory.net/rapid"
)

// threeWays draws a map and what two sides made of it.
func threeWays(t *rapid.T) (base, ours, theirs *mapmodel.Map, src *mapmodel.Source) {
	w := newWalker(rapid.Uint64().Draw(t, "seed"))
	w.wander(t, rapid.IntRange(0, 25).Draw(t, "before"))
	base = w.m()
	side := func(name string) *mapmodel.Map {
		w.doc = mapmodel.NewDocument(base, w.desk.Source, w.desk.Now)
		w.wander(t, rapid.IntRange(0, 8).Draw(t, name))
		return w.m()
	}
	return base, side("ours"), side("theirs"), w.desk.Source
}

func TestWhatOnlyOneSideChangedIsAsThatSideHasIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, ours, theirs, src := threeWays(t)
		for what, c := range map[string]struct{ ours, theirs, want *mapmodel.Map }{
			"ours alone":   {ours, base, ours},
			"theirs alone": {base, theirs, theirs},
			"both alike":   {ours, ours, ours},
			"neither":      {base, base, base},
		} {
			merged := mapmodel.Merge(base, c.ours, c.theirs, src)
			if !mapmodel.Equal(merged.Map, c.want) {
				t.Fatalf("%s: it is something else: %+v", what, mapmodel.Diff(c.want, merged.Map))
			}
			if len(merged.Kept) > 0 || len(merged.Healings) > 0 {
				t.Fatalf("%s: %+v, %+v", what, merged.Kept, merged.Healings)
			}
		}
	})
}

// said gathers all that the cards of a map say, beside their texts too.
func said(m *mapmodel.Map) string {
	var b strings.Builder
	for card := range m.Cards() {
		fmt.Fprintf(&b, "\x00%s\x00", card.Text)
		for _, c := range card.Conflicts {
			fmt.Fprintf(&b, "\x00%s\x00", c.Text)
		}
	}
	return b.String()
}

func TestNoWordThatASideWroteIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, ours, theirs, src := threeWays(t)
		merged := mapmodel.Merge(base, ours, theirs, src)
		all, before := said(merged.Map), said(base)
		for _, side := range []*mapmodel.Map{ours, theirs} {
			for card := range side.Cards() {
				if strings.Contains(before, "\x00"+card.Text+"\x00") {
					continue // base's words: the other side may have taken them away
				}
				if !strings.Contains(all, "\x00"+card.Text+"\x00") {
					t.Fatalf("%q is lost", card.Text)
				}
			}
		}
	})
}

func TestAMergeOfFilesIsThatOfTheirMaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, ours, _, src := threeWays(t)
		// As read from files: nothing shares an ID.
		merged := mapmodel.Merge(mapmodel.Copy(base, "", src), mapmodel.Copy(ours, "", src), mapmodel.Copy(base, "", src), src)
		if want := mapmodel.Copy(ours, "", src); !mapmodel.Equal(merged.Map, want) {
			t.Fatalf("it is something else: %+v", mapmodel.Diff(want, mapmodel.Align(want, merged.Map, src)))
		}
	})
}

// oneCard is a map with one card, as a base for both sides.
func oneCard(t *testing.T) (*walker, mapmodel.ID) {
	t.Helper()
	w := newWalker(5)
	do := func(c mapmodel.Change, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.doc.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	c, stage, err := w.desk.AddStage(w.m(), -1, "Notice")
	do(c, err)
	var lane mapmodel.ID
	for l := range w.m().Lanes() {
		if l.LaneKind == mapmodel.LaneTasks {
			lane = l.ID
		}
	}
	c, card, err := w.desk.AddCard(w.m(), mapmodel.Place{Column: stage, Lane: lane, At: -1}, "Open the letter", nil)
	do(c, err)
	return w, card
}

// side is what somebody makes of a map.
func (w *walker) side(t *testing.T, base *mapmodel.Map, alter func(m *mapmodel.Map) (mapmodel.Change, error)) *mapmodel.Map {
	t.Helper()
	c, err := alter(base)
	if err != nil {
		t.Fatal(err)
	}
	m, err := base.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestTwoTextsForOneCardAreBothKept(t *testing.T) {
	w, card := oneCard(t)
	base := w.m()
	text := func(s string) func(*mapmodel.Map) (mapmodel.Change, error) {
		return func(m *mapmodel.Map) (mapmodel.Change, error) { return w.desk.SetText(m, card, s) }
	}
	merged := mapmodel.Merge(base, w.side(t, base, text("Open the e-mail")), w.side(t, base, text("Open the envelope")), w.desk.Source)
	got := mapmodel.Find[*mapmodel.Card](merged.Map, card)
	if got.Text != "Open the e-mail" || !slices.Equal(got.Conflicts, []mapmodel.Conflict{{Field: "text", Text: "Open the envelope"}}) {
		t.Errorf("the card says %q beside %+v", got.Text, got.Conflicts)
	}
	if want := (mapmodel.KeptBoth{Record: card, Field: "text", Ours: "Open the e-mail", Theirs: "Open the envelope"}); !slices.Equal(merged.Kept, []mapmodel.KeptBoth{want}) {
		t.Errorf("it tells of %+v", merged.Kept)
	}
}

func TestFieldsAreMergedOneByOne(t *testing.T) {
	w, card := oneCard(t)
	base := w.m()
	alter := func(f func(*mapmodel.Card)) func(*mapmodel.Map) (mapmodel.Change, error) {
		return func(m *mapmodel.Map) (mapmodel.Change, error) {
			return mapmodel.Alter(w.desk, m, mapmodel.LabelAlter, []mapmodel.ID{card}, f)
		}
	}
	ours := w.side(t, base, alter(func(c *mapmodel.Card) { c.Text, c.Tags = "Open the e-mail", []string{"paper", "first"} }))
	theirs := w.side(t, base, alter(func(c *mapmodel.Card) { c.Note, c.Tags = "Ask the post office", []string{"second"} }))
	merged := mapmodel.Merge(base, ours, theirs, w.desk.Source)
	got := mapmodel.Find[*mapmodel.Card](merged.Map, card)
	if got.Text != "Open the e-mail" || got.Note != "Ask the post office" || !slices.Equal(got.Tags, []string{"paper", "first", "second"}) || len(merged.Kept) > 0 {
		t.Errorf("the card became %+v; kept %+v", got, merged.Kept)
	}
}

func TestWhatOneSideTookAwayAndTheOtherChangedStays(t *testing.T) {
	w, card := oneCard(t)
	base := w.m()
	gone := w.side(t, base, func(m *mapmodel.Map) (mapmodel.Change, error) {
		return w.desk.RemoveCards(m, []mapmodel.ID{card})
	})
	changed := w.side(t, base, func(m *mapmodel.Map) (mapmodel.Change, error) { return w.desk.SetText(m, card, "Open it") })
	for what, sides := range map[string][2]*mapmodel.Map{"theirs": {changed, gone}, "ours": {gone, changed}} {
		merged := mapmodel.Merge(base, sides[0], sides[1], w.desk.Source)
		if got := mapmodel.Find[*mapmodel.Card](merged.Map, card); got == nil || got.Text != "Open it" {
			t.Errorf("taken away by %s: %+v", what, got)
		}
	}
	merged := mapmodel.Merge(base, gone, base, w.desk.Source)
	if mapmodel.Find[*mapmodel.Card](merged.Map, card) != nil {
		t.Error("what one side took away and the other left is still there")
	}
}

func TestAStageWithTwoNewNamesKeepsTheOtherInTheInbox(t *testing.T) {
	w, _ := oneCard(t)
	base := w.m()
	stage := base.ColumnIDs()[0]
	name := func(s string) func(*mapmodel.Map) (mapmodel.Change, error) {
		return func(m *mapmodel.Map) (mapmodel.Change, error) { return w.desk.Rename(m, stage, s) }
	}
	merged := mapmodel.Merge(base, w.side(t, base, name("Letter")), w.side(t, base, name("Announcement")), w.desk.Source)
	if got := mapmodel.NameOf(merged.Map.Get(stage)); got != "Letter" {
		t.Errorf("the stage is called %q", got)
	}
	kept := false
	for card := range merged.Map.Cards() {
		kept = kept || card.Column.IsZero() && strings.Contains(card.Text, "Announcement")
	}
	if !kept || len(merged.Kept) != 1 {
		t.Errorf("the other name is lost; kept %+v", merged.Kept)
	}
}
