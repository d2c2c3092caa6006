package mapmodel_test

import (
	"testing"

	"footpath/mapmodel"

	"github.com/google/go-cmp/cmp"
)

func TestPastedLinesLoseTheirBulletsAndBlankLines(t *testing.T) {
	got := mapmodel.Lines("- one\r\n\n* two\n  3. three\n12) four\n1.5 litres\n• five")
	want := []string{"one", "two", "three", "four", "1.5 litres", "five"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAPastedTableKeepsQuotedCellsWhole(t *testing.T) {
	got := mapmodel.Matrix("a\t\"b\nsays \"\"hi\"\"\"\tc\nd\te\n")
	want := [][]string{{"a", "b\nsays \"hi\"", "c"}, {"d", "e"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if mapmodel.Matrix("no table\nhere") != nil {
		t.Error("lines were taken for a table")
	}
}

func TestAPastedTableFillsStagesAndLanesAndGrowsTheMap(t *testing.T) {
	desk := newDesk(1)
	m := mapmodel.NewMap("Table", desk.Source)
	c, stage, err := desk.AddStage(m, -1, "first")
	if err != nil {
		t.Fatal(err)
	}
	m, _ = m.Apply(c)
	lane := m.LaneOf(mapmodel.LaneOpportunities).ID
	c, ids, err := desk.PasteMatrix(m, mapmodel.Place{Column: stage, Lane: lane}, mapmodel.Matrix("a\tb\nc\td"))
	if err != nil {
		t.Fatal(err)
	}
	if m, err = m.Apply(c); err != nil {
		t.Fatal(err)
	}
	if len(ids) != 4 || len(m.ColumnIDs()) != 2 || m.CardCount() != 4 {
		t.Fatalf("%d cards, %d columns", m.CardCount(), len(m.ColumnIDs()))
	}
	if text := m.Cell(m.ColumnIDs()[1], lane).Card(0).Text; text != "b" {
		t.Errorf("right of a stands %q", text)
	}
}

func TestEmptyCellsAtTheEndOfATableAddNoStagesAndLanes(t *testing.T) {
	desk := newDesk(1)
	m := mapmodel.NewMap("Table", desk.Source)
	c, stage, err := desk.AddStage(m, -1, "first")
	if err != nil {
		t.Fatal(err)
	}
	m, _ = m.Apply(c)
	lane := m.LaneOf(mapmodel.LaneOpportunities).ID
	if c, _, err = desk.PasteMatrix(m, mapmodel.Place{Column: stage, Lane: lane}, mapmodel.Matrix("a\t\t\n\t \t\n")); err != nil {
		t.Fatal(err)
	}
	if len(c.Edits) != 1 {
		t.Errorf("one card makes %d edits", len(c.Edits))
	}
}

func TestReplacingFindsWordsInAnyCaseAndCountsThem(t *testing.T) {
	for _, c := range []struct {
		words, text string
		match       bool
		want        int
	}{{"on", "On and on", false, 2}, {"on", "On and on", true, 1}, {"STRASSE", "Straße", false, 0}, {"é", "É é", false, 2}, {"", "x", false, 0}, {"abc", "ab", false, 0}} {
		if got := len(mapmodel.Search{Words: c.words, MatchCase: c.match}.In(c.text)); got != c.want {
			t.Errorf("%q in %q: %d, want %d", c.words, c.text, got, c.want)
		}
	}
}
