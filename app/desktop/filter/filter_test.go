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
	lane := mapmodel.NewSeededSource(3).ID()
	card := &mapmodel.Card{Tags: []string{"waiting", "quick win"}, Pillar: mapmodel.Process, Persona: rosa, Text: "A long queue", Lane: lane}
	everybodys := &mapmodel.Card{Pillar: mapmodel.People, Owner: "Web team", Status: mapmodel.Planned}
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
		{none.WithWord("QUEUE"), true, false},
		{none.WithWord("queue").Toggle("tags", "elsewhere"), false, false},
		{none.WithWord("web"), false, true},
		{none.WithWord("web").WithWord(""), true, true},
		{none.Toggle("owner", "Web team").Toggle("status", "planned"), false, true},
		{none.Toggle("lane", lane.String()), true, false},
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
		for name, choices := range Choices(m) {
			for _, choice := range choices {
				f := Filter{}.Toggle(name, choice.Value)
				if got, _ := f.Count(m); got != choice.Cards {
					t.Fatalf("%s %q: %d cards, said were %d", name, choice.Value, got, choice.Cards)
				}
			}
		}
		var off Filter
		if n, _ := off.Count(m); off.Active() || n != len(slices.Collect(m.Cards())) {
			t.Fatal("without a filter not all cards stand out")
		}
	})
}
