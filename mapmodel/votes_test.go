package mapmodel_test

import (
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
)

func TestDotsAreAThirdOfTheOptionsFromThreeToNine(t *testing.T) {
	for options, want := range map[int]int{0: 3, 1: 3, 8: 3, 10: 3, 11: 4, 12: 4, 13: 4, 14: 5, 26: 9, 27: 9, 400: 9} {
		if got := mapmodel.DotsEach(options); got != want {
			t.Errorf("%d options: %d dots, want %d", options, got, want)
		}
	}
}

func TestVotesNearEachOtherAreTooClose(t *testing.T) {
	for _, c := range []struct {
		a, b int
		want bool
	}{{39, 37, true}, {37, 39, true}, {20, 4, false}, {9, 1, false}, {4, 0, false}, {3, 0, true}, {5, 5, true}, {0, 0, false}} {
		if got := mapmodel.TooClose(c.a, c.b); got != c.want {
			t.Errorf("%d to %d: %v", c.a, c.b, got)
		}
	}
}

func TestAVoteIsOneChangeInPlaceOfTheVoteBefore(t *testing.T) {
	m := mapgen.Grid(2, 5, 2, 3)
	src := mapmodel.NewSeededSource(5)
	desk := &mapmodel.Desk{Author: src.ID(), Source: src, Now: func() time.Time { return time.UnixMilli(0) }}
	var cards []mapmodel.ID
	for card := range m.Cards() {
		cards = append(cards, card.ID)
	}
	vote := func(votes map[mapmodel.ID]int) {
		t.Helper()
		c, err := desk.SetVotes(m, votes)
		if err != nil {
			t.Fatal(err)
		}
		if m, err = m.Apply(c); err != nil {
			t.Fatal(err)
		}
	}
	vote(map[mapmodel.ID]int{cards[0]: 4, cards[1]: 0, cards[2]: 7, src.ID(): 9})
	vote(map[mapmodel.ID]int{cards[0]: 5})
	for i, want := range []mapmodel.Number{mapmodel.N(5), mapmodel.N(0), mapmodel.N(7), {}} {
		if got := m.Votes(cards[i]); got != want {
			t.Errorf("card %d has %+v votes, want %+v", i, got, want)
		}
	}
	n := 0
	for range m.Scores(cards[0]) {
		n++
	}
	if n != 1 {
		t.Errorf("a card has %d scores after two votes", n)
	}
}
