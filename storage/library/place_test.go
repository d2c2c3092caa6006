package library

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
)

// clinic is a map with words in many places.
func clinic(t *testing.T) *mapmodel.Map {
	t.Helper()
	desk := &mapmodel.Desk{Source: mapmodel.NewSeededSource(4), Now: clock()}
	m := mapmodel.NewMap("A day at the clinic", desk.Source)
	do := func(c mapmodel.Change, err error) {
		t.Helper()
		if err == nil {
			m, err = m.Apply(c)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	do(mapmodel.Alter(desk, m, mapmodel.LabelAlter, []mapmodel.ID{m.ID()}, func(h *mapmodel.Header) { h.Team = []string{"Letters and forms"} }))
	c, stage, err := desk.AddStage(m, 0, "Arrive")
	do(c, err)
	c, step, err := desk.AddStep(m, stage, 0, "Front desk")
	do(c, err)
	insights := m.LaneOf(mapmodel.LaneInsights).ID
	c, card, err := desk.AddCard(m, mapmodel.Place{Column: step, Lane: insights}, "Signs are missed", func(c *mapmodel.Card) { c.Note = "They are letters of glass" })
	do(c, err)
	c, _, err = desk.Cite(m, card, mapmodel.Evidence{EvidenceKind: mapmodel.Interview, Quote: "Nobody reads the letters"})
	do(c, err)
	c, _, err = desk.AddCard(m, mapmodel.Place{}, "Bring the letter\nand the card", nil)
	do(c, err)
	return m
}

func TestTheFirstPlaceIsTheOneThatSaysMost(t *testing.T) {
	m := clinic(t)
	for _, c := range []struct {
		query, kind, field, text, stage, step string
		lane                                  mapmodel.LaneKind
	}{
		{query: "clinic", kind: "map", field: "title", text: "A day at the [clinic]"},
		{query: "letter", kind: "card", field: "text", text: "Bring the [letter] and the card"},
		{query: "letter card", kind: "card", field: "text", text: "Bring the [letter] and the [card]"},
		{query: "reads letter", kind: "evidence", field: "quote", text: "Nobody [reads] the [letter]s", stage: "Arrive", step: "Front desk", lane: mapmodel.LaneInsights},
		{query: "glass", kind: "card", field: "note", text: "They are letters of [glass]", stage: "Arrive", step: "Front desk", lane: mapmodel.LaneInsights},
		{query: "front", kind: "step", field: "name", text: "[Front] desk", stage: "Arrive", step: "Front desk"},
		{query: "forms", kind: "map", field: "team", text: "Letters and [forms]"},
	} {
		places := PlacesIn(m, NewQuery(c.query), 1)
		if len(places) != 1 {
			t.Errorf("%q: %d places", c.query, len(places))
			continue
		}
		p := places[0]
		if p.Record.Kind().String() != c.kind || p.Field.Name != c.field || bracketed(p) != c.text {
			t.Errorf("%q: %s %s %q", c.query, p.Record.Kind(), p.Field.Name, bracketed(p))
		}
		if (p.Stage != nil) != (c.stage != "") || p.Stage != nil && p.Stage.Name != c.stage ||
			(p.Step != nil) != (c.step != "") || p.Step != nil && p.Step.Name != c.step ||
			(p.Lane != nil) != (c.lane != "") || p.Lane != nil && p.Lane.LaneKind != c.lane {
			t.Errorf("%q: it stands in %v, %v, %v", c.query, p.Stage, p.Step, p.Lane)
		}
	}
	if places := PlacesIn(m, NewQuery("letter reads"), 9); len(places) != 1 {
		t.Errorf("%d places, though one holds both words", len(places))
	}
	if places := PlacesIn(m, NewQuery("clinic nowhere"), 9); len(places) != 0 {
		t.Errorf("%d places of a query that is not in the map", len(places))
	}
	places := PlacesIn(m, NewQuery("clinic glass"), 9)
	if len(places) != 2 || places[0].Field.Name != "title" || places[1].Target() != places[1].Card {
		t.Errorf("two words in two places: %+v", places)
	}
}

func bracketed(p Place) string {
	var b strings.Builder
	at := 0
	for _, mark := range p.Marks {
		b.WriteString(p.Text[at:mark[0]] + "[" + p.Text[mark[0]:mark[1]] + "]")
		at = mark[1]
	}
	return b.String() + p.Text[at:]
}

func TestAnExcerptIsOneShortLineAroundWhatWasFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := strings.Join(rapid.SliceOfN(mapgen.Text(), 0, 5).Draw(t, "before"), " ")
		after := strings.Join(rapid.SliceOfN(mapgen.Text(), 0, 20).Draw(t, "after"), "\n")
		text := before + " Führerschein " + after
		query := NewQuery("fuhrer")
		line, marks := excerpt(text, query.In(text))
		if !utf8.ValidString(line) || strings.ContainsAny(line, "\n\t") || len(line) > excerptBefore+excerptAfter+excerptWhole+64 {
			t.Fatalf("%q", line)
		}
		if len(marks) == 0 || !slices.ContainsFunc(marks, func(m [2]int) bool { return line[m[0]:m[1]] == "Führer" }) {
			t.Fatalf("marked is %v of %q", marks, line)
		}
		for i, m := range marks {
			if m[0] >= m[1] || m[1] > len(line) || i > 0 && m[0] < marks[i-1][1] {
				t.Fatalf("%v of %q", marks, line)
			}
		}
	})
}
