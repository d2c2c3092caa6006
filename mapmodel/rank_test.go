package mapmodel

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestARankBetweenTwoOthersStandsBetweenThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := NewSeededSource(rapid.Uint64().Draw(t, "seed"))
		var ranks []Rank
		for range rapid.IntRange(1, 300).Draw(t, "inserts") {
			at := rapid.IntRange(0, len(ranks)).Draw(t, "at")
			var after, until Rank
			if at > 0 {
				after = ranks[at-1]
			}
			if at < len(ranks) {
				until = ranks[at]
			}
			rank, ok := between(after, until, src)
			if !ok {
				ranks = spread(len(ranks), src)
				continue
			}
			if !rank.valid() {
				t.Fatalf("%q is no rank", rank)
			}
			ranks = slices.Insert(ranks, at, rank)
			if !slices.IsSorted(ranks) || len(slices.Compact(slices.Clone(ranks))) != len(ranks) {
				t.Fatalf("%q does not stand between %q and %q", rank, after, until)
			}
		}
	})
}

func TestAddingAtTheEndForAWorkshopKeepsRanksShort(t *testing.T) {
	src := NewSeededSource(1)
	var last Rank
	for range 100_000 {
		next, ok := between(last, "", src)
		if !ok || next <= last {
			t.Fatalf("no room after %q", last)
		}
		last = next
	}
	if len(last) > headDigits+tieBreakers {
		t.Fatalf("rank grew to %q", last)
	}
}

func TestEqualNeighboursAreRankedAnewInTheSameChange(t *testing.T) {
	src := NewSeededSource(3)
	m := NewMap("Equal ranks", src)
	one, two := &Stage{Common: Common{ID: src.ID(), Rank: "V1"}, Name: "one"}, &Stage{Common: Common{ID: src.ID(), Rank: "V1"}, Name: "two"}
	m, _ = FromRecords(append(slices.Collect(m.Records()), one, two), src)
	desk := &Desk{Source: src, Now: testClock}
	c, id, err := desk.AddStage(m, 1, "between")
	if err != nil {
		t.Fatal(err)
	}
	if m, err = m.Apply(c); err != nil {
		t.Fatal(err)
	}
	stages := slices.Collect(m.Stages())
	if len(stages) != 3 || stages[1].ID != id {
		t.Fatalf("the new stage does not stand between: %v", stages)
	}
}
