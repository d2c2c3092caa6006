package mapmodel_test

import (
	"fmt"
	"runtime"
	"slices"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"

	"pgregory.net/rapid"
)

// allocated is the bytes that one edit of a card's text allocates, verb and
// all, as a mean over many edits of different cards.
func allocated(t *testing.T, m *mapmodel.Map) (bytes uint64) {
	desk := newDesk(9)
	cards := slices.Collect(m.Cards())
	const edits = 400
	run := func() {
		for i := range edits {
			c, err := desk.SetText(m, cards[i*7%len(cards)].ID, "Open the renewal notice")
			if err != nil {
				t.Fatal(err)
			}
			if _, err := m.Apply(c); err != nil {
				t.Fatal(err)
			}
		}
	}
	run()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	run()
	runtime.ReadMemStats(&after)
	return (after.TotalAlloc - before.TotalAlloc) / edits
}

func TestAnEditInALargeMapAllocatesAtMostTwiceThatInASmallOne(t *testing.T) {
	small, large := allocated(t, mapgen.Grid(2, 5, 5, 1)), allocated(t, mapgen.Grid(50, 5, 20, 1))
	t.Logf("an edit allocates %d bytes with 50 cards, %d with 5,000", small, large)
	if large > 2*small {
		t.Fatalf("an edit allocates %d bytes with 50 cards, but %d with 5,000", small, large)
	}
}

func TestUntouchedCellsAreSharedBetweenSuccessiveMaps(t *testing.T) {
	m, desk := mapgen.Grid(3, 5, 4, 1), newDesk(1)
	columns := m.ColumnIDs()
	lane := m.LaneOf(mapmodel.LaneTasks)
	c, err := desk.SetText(m, m.Cell(columns[0], lane.ID).Card(0).ID, "changed")
	if err != nil {
		t.Fatal(err)
	}
	next, err := m.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, column := range columns {
		for other := range m.Lanes() {
			changed := m.Cell(column, other.ID) != next.Cell(column, other.ID)
			if wanted := column == columns[0] && other.ID == lane.ID; changed != wanted {
				t.Errorf("cell %s %s: changed is %t", column, other.LaneKind, changed)
			}
		}
	}
}

func TestWhatStandsBelowAColumnIsEqualUntilSomethingInItChanges(t *testing.T) {
	m, desk := mapgen.Grid(3, 5, 4, 1), newDesk(1)
	columns := m.ColumnIDs()
	lane := m.LaneOf(mapmodel.LaneTasks)
	c, err := desk.SetText(m, m.Cell(columns[1], lane.ID).Card(2).ID, "changed")
	if err != nil {
		t.Fatal(err)
	}
	next, err := m.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	for i, column := range columns {
		if equal := m.Below(column) == next.Below(column); equal != (i != 1) {
			t.Errorf("column %d: equal is %t", i, equal)
		}
	}
}

func TestOneLookBelowARecordFindsAllItsFamilies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		for _, column := range m.ColumnIDs() {
			below := m.Below(column)
			for lane := range m.Lanes() {
				if below.Cards(lane.ID) != m.Cell(column, lane.ID) {
					t.Fatalf("another cell of %s in %s", column, lane.ID)
				}
			}
			for step := range m.Steps(column) {
				if below.Family(mapmodel.KindStep).Index(step.ID) < 0 {
					t.Fatalf("step %s is not below its stage", step.ID)
				}
			}
			for survey := range m.Surveys(column) {
				if below.Family(mapmodel.KindSurvey).Index(survey.ID) < 0 {
					t.Fatalf("survey %s is not below its stage", survey.ID)
				}
			}
		}
		if below := m.Below(mapmodel.ID{}); below.Family(mapmodel.KindStage).Len() > 0 || below.Cards(mapmodel.ID{}).Len() > 0 {
			t.Fatal("something stands below nothing")
		}
	})
}

func TestAnySetOfRecordsMakesAMapThatNeedsNoMoreHealing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := mapmodel.NewSeededSource(rapid.Uint64().Draw(t, "seed"))
		records := mapgen.Records(t, src)
		kept := records[:0]
		for _, r := range records { // some are lost, some come twice
			switch rapid.IntRange(0, 5).Draw(t, "fate") {
			case 0:
			case 1:
				kept = append(kept, r, r)
			default:
				kept = append(kept, r)
			}
		}
		texts := map[string]bool{}
		for _, r := range kept {
			if card, ok := r.(*mapmodel.Card); ok {
				texts[card.Text] = true
			}
		}
		m, _ := mapmodel.FromRecords(kept, src)
		again, healings := mapmodel.FromRecords(slices.Collect(m.Records()), src)
		if len(healings) > 0 {
			t.Fatalf("a healed map was healed again: %+v", healings[0])
		}
		same(t, "healed twice", m, again)
		for card := range m.Cards() {
			delete(texts, card.Text)
		}
		if len(texts) > 0 {
			t.Fatalf("healing lost words: %v", texts)
		}
	})
}

func TestACopyIsEqualAndSharesNoID(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		src := mapmodel.NewSeededSource(0xf00d_f00d_f00d_f00d)
		twin := mapmodel.Copy(m, "", src)
		if !mapmodel.Equal(m, twin) {
			t.Fatal("the copy is not equal")
		}
		for r := range twin.Records() {
			if m.Get(r.Base().ID) != nil {
				t.Fatal("the copy has an ID of the original")
			}
		}
	})
}

func TestEqualSeesEveryChangeOfAField(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(rapid.Uint64().Draw(t, "seed"))
		w.wander(t, 12)
		before := w.m()
		src := mapmodel.NewSeededSource(7)
		c, _, err := w.desk.AddCard(before, mapmodel.Place{At: -1}, "something new", nil)
		if err != nil {
			t.Fatal(err)
		}
		after, err := before.Apply(c)
		if err != nil {
			t.Fatal(err)
		}
		if mapmodel.Equal(before, after) || mapmodel.Equal(mapmodel.Copy(before, "", src), after) {
			t.Fatal("a card more was not seen")
		}
	})
}

// TestTakingInAnotherMapMakesThisOneEqual is what opening a file changed
// outside hangs on: whatever the file says, one change makes the map say it.
func TestTakingInAnotherMapMakesThisOneEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(rapid.Uint64().Draw(t, "seed"))
		w.wander(t, 15)
		base := w.m()
		w.wander(t, rapid.IntRange(0, 10).Draw(t, "meanwhile"))
		other := mapmodel.Copy(w.m(), "", w.desk.Source) // as a file would give it: other IDs
		if rapid.Bool().Draw(t, "quite another") {
			other = mapgen.Map(t)
		}
		c, err := w.desk.TakeIn(base, other, "map.journey.yaml")
		if err != nil {
			t.Fatal(err)
		}
		taken, err := base.Apply(c)
		if err != nil {
			t.Fatal(err)
		}
		if !mapmodel.Equal(taken, other) {
			t.Fatal("not equal after taking in")
		}
		if mapmodel.Equal(base, other) && len(c.Edits) > 0 {
			t.Fatalf("nothing had changed, but %d edits were made, first %+v to %+v", len(c.Edits), c.Edits[0].Before, c.Edits[0].After)
		}
	})
}

func TestAlignFindsTheOneCardWhoseFeelingChanged(t *testing.T) {
	m, desk := mapgen.Grid(6, 5, 3, 4), newDesk(5)
	lane := m.LaneOf(mapmodel.LaneFeelings)
	card := m.Cell(m.ColumnIDs()[2], lane.ID).Card(1)
	other := mapmodel.Copy(m, "", desk.Source)
	twin := other.Cell(other.ColumnIDs()[2], other.LaneOf(mapmodel.LaneFeelings).ID).Card(1)
	c, err := mapmodel.Alter(desk, other, mapmodel.LabelAlter, []mapmodel.ID{twin.ID}, func(c *mapmodel.Card) {
		c.Emotion = mapmodel.N((card.Emotion.Value+3)%5 - 2)
	})
	if err != nil {
		t.Fatal(err)
	}
	if other, err = other.Apply(c); err != nil {
		t.Fatal(err)
	}
	edits := mapmodel.Diff(m, mapmodel.Align(m, other, desk.Source))
	if len(edits) != 1 || edits[0].ID() != card.ID {
		t.Fatalf("%d edits", len(edits))
	}
	if fields := mapmodel.ChangedFields(edits[0]); len(fields) != 1 || fields[0].Name != "emotion" {
		t.Fatalf("fields %v", fields)
	}
}

func TestNoFieldNumberIsUsedTwice(t *testing.T) {
	for _, kind := range mapmodel.Kinds() {
		seen := map[string]bool{}
		for _, f := range mapmodel.Fields(kind) {
			for _, mark := range []string{fmt.Sprint(f.Number), f.Name} {
				if seen[mark] {
					t.Errorf("%s: %s stands twice", kind, mark)
				}
				seen[mark] = true
			}
			if f.Doc == "" || f.Example == "" {
				t.Errorf("%s.%s lacks a description or an example", kind, f.Name)
			}
			if f.Pointer(mapmodel.New(kind, mapmodel.ID{})) == nil {
				t.Errorf("%s.%s points nowhere", kind, f.Name)
			}
		}
	}
}
