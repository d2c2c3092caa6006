package mapmodel_test

import (
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"

	"pgregory.net/rapid"
)

func TestAChangeFromElsewhereLosesNoWordOfEitherSide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, ours, theirs, src := threeWays(t)
		change := mapmodel.Change{ID: src.ID(), Edits: mapmodel.Diff(base, theirs)}
		rebased, kept := mapmodel.Rebase(ours, change, src)
		after, err := ours.Apply(rebased)
		if err != nil {
			t.Fatalf("it does not fit: %v", err)
		}
		if rebased.ID != change.ID {
			t.Fatal("it is another change")
		}
		// As a merge has it: whatever either side wrote anew is there, in the field or beside it.
		texts := said(after)
		for _, side := range []*mapmodel.Map{ours, theirs} {
			for card := range side.Cards() {
				was := mapmodel.Find[*mapmodel.Card](base, card.ID)
				if card.Text != "" && (was == nil || was.Text != card.Text) && !strings.Contains(texts, "\x00"+card.Text+"\x00") {
					t.Fatalf("%q is lost; kept are %+v", card.Text, kept)
				}
			}
		}
		if same, _ := mapmodel.Rebase(base, change, src); len(same.Edits) != len(change.Edits) {
			t.Fatal("a change that fits is altered")
		}
	})
}

func TestWhatIsBeingTypedStandsAndWhatComesIsKeptBesideIt(t *testing.T) {
	src := mapmodel.NewSeededSource(4)
	desk := &mapmodel.Desk{Author: src.ID(), Source: src, Now: time.Now}
	m := mapmodel.NewMap("A map", src)
	do := func(c mapmodel.Change, err error) {
		t.Helper()
		if err == nil {
			m, err = m.Apply(c)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	c, id, err := desk.AddCard(m, mapmodel.Place{At: -1}, "one", nil)
	do(c, err)
	card := func() *mapmodel.Card { return mapmodel.Find[*mapmodel.Card](m, id) }
	began := card()
	do(desk.SetText(m, id, "one, typed"))
	c, err = desk.SetText(m, id, "something else") // by who has seen what was typed
	if err != nil {
		t.Fatal(err)
	}
	rebased, kept := mapmodel.Rebase(m, c, src, began)
	do(rebased, nil)
	if card().Text != "one, typed" || len(card().Conflicts) != 1 || card().Conflicts[0].Text != "something else" || len(kept) != 1 {
		t.Errorf("the card is %+v, kept is %+v", card(), kept)
	}
	c, err = desk.RemoveCards(m, []mapmodel.ID{id})
	if err != nil {
		t.Fatal(err)
	}
	rebased, _ = mapmodel.Rebase(m, c, src, began)
	do(rebased, nil)
	if card() == nil {
		t.Error("the card is gone under the typing hands")
	}
}
