//go:build !nogui

package filter

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
)

func TestEveryCriterionIsAFieldOfCards(t *testing.T) {
	for _, name := range Criteria {
		if fields[name] == nil {
			t.Errorf("cards have no field %s", name)
		}
	}
}

func TestACardStandsOutWhenItHasOneValueOfEachCriterion(t *testing.T) {
	rosa, theo := mapmodel.NewSeededSource(1).ID(), mapmodel.NewSeededSource(2).ID()
	card := &mapmodel.Card{Tags: []string{"waiting", "quick win"}, Pillar: mapmodel.Process, Persona: rosa}
	everybodys := &mapmodel.Card{Pillar: mapmodel.People}
	var none Filter
	for _, c := range []struct {
		f                Filter
		passes, everyone bool
	}{
		{none, true, true},
		{none.Toggle("tags", "waiting"), true, false},
		{none.Toggle("tags", "elsewhere").Toggle("tags", "quick win"), true, false},
		{none.Toggle("tags", "waiting").Toggle("pillar", "people"), false, false},
		{none.Toggle("tags", "waiting").Toggle("tags", "waiting"), true, true},
		{none.Toggle("persona", rosa.String()), true, true},
		{none.Toggle("persona", theo.String()), false, true},
		{none.Toggle("persona", theo.String()).Without("persona"), true, true},
	} {
		if got := c.f.Passes(card); got != c.passes {
			t.Errorf("%v: %v", c.f, got)
		}
		if got := c.f.Passes(everybodys); got != c.everyone {
			t.Errorf("%v, everybody's card: %v", c.f, got)
		}
	}
}

func TestEveryChoiceLetsAsManyCardsStandOutAsItSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		everybodys := 0
		for c := range m.Cards() {
			if c.Persona.IsZero() {
				everybodys++
			}
		}
		for name, choices := range Choices(m) {
			for _, choice := range choices {
				f := Filter{}.Toggle(name, choice.Value)
				want := choice.Cards
				if name == "persona" {
					want += everybodys
				}
				if got := f.Count(m); got != want {
					t.Fatalf("%s %q: %d cards, said were %d", name, choice.Value, got, want)
				}
			}
		}
		var off Filter
		if off.Active() || off.Count(m) != len(slices.Collect(m.Cards())) {
			t.Fatal("without a filter not all cards stand out")
		}
	})
}
