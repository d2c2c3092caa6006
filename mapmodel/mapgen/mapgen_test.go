package mapgen_test

import (
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"

	"pgregory.net/rapid"
)

func TestARandomMapNeedsNoMendingAndPassesTheDoor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for r := range mapgen.Map(t).Records() {
			if err := mapmodel.Clean(r); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestEveryFieldOfTheTableIsFilledSoonOrLate(t *testing.T) {
	type field struct {
		kind mapmodel.Kind
		name string
	}
	missing := map[field]bool{}
	for _, kind := range mapmodel.Kinds() {
		for _, f := range mapmodel.Fields(kind) {
			if kind != mapmodel.KindHeader || f.Type != mapmodel.Order { // a map has no siblings
				missing[field{kind, f.Name}] = true
			}
		}
	}
	maps := rapid.Custom(mapgen.Map)
	for seed := range 400 {
		for r := range maps.Example(seed).Records() {
			table := mapmodel.Fields(r.Kind())
			for i := range table {
				if !table[i].IsZero(r) {
					delete(missing, field{r.Kind(), table[i].Name})
				}
			}
		}
		if len(missing) == 0 {
			return
		}
	}
	t.Errorf("400 maps left these fields empty: %v", missing)
}

func TestAGridHasTheCardsAskedFor(t *testing.T) {
	for _, c := range []struct{ stages, lanes, cards int }{{0, 0, 0}, {1, 1, 1}, {4, 5, 2}, {3, 20, 1}, {10, 5, 100}} {
		m := mapgen.Grid(c.stages, c.lanes, c.cards, 7)
		if want := c.stages * c.lanes * c.cards; m.CardCount() != want {
			t.Errorf("Grid(%v) has %d cards, not %d", c, m.CardCount(), want)
		}
		again := mapgen.Grid(c.stages, c.lanes, c.cards, 7)
		if again.ID() != m.ID() || !mapmodel.Equal(again, m) {
			t.Errorf("Grid(%v) came out differently the second time", c)
		}
	}
}
