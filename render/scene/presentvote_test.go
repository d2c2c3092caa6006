package scene_test

import (
	"fmt"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"

	"pgregory.net/rapid"
)

func TestEveryOptionOfAVoteIsReadWholeFromTheBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		style, screen := screens(t)
		ballot := &scene.Ballot{Title: "Vote: Visit", Said: "3 dots each", Shown: rapid.Bool().Draw(t, "shown"), Foot: []string{"Totals are secret", "A digit gives a dot"}}
		for card := range m.Cards() {
			n := len(ballot.Options) + 1
			ballot.Options = append(ballot.Options, scene.BallotOption{
				Number: n, Card: card.ID, Kind: mapmodel.LaneOpportunities, Text: card.Text, Votes: n * 7 % 40, Close: n%3 == 0,
			})
		}
		s := scene.Vote(m, style, say, ballot, screen)
		if least := s.Smallest(); least < 28 {
			t.Fatalf("type of %v on a slide", least)
		}
		apart(t, s, scene.CardRole, scene.LegendRole)
		said := wordsOn(s, scene.CardRole)
		for _, o := range ballot.Options {
			if !strings.Contains(said[o.Card], bare(o.Text)) {
				t.Fatalf("of %q the room reads %q", o.Text, said[o.Card])
			}
			if told := strings.Contains(said[o.Card], fmt.Sprint(o.Votes)); ballot.Shown && !told {
				t.Fatalf("of %d votes the room reads %q", o.Votes, said[o.Card])
			}
		}
	})
}

func TestASecretVoteShowsNoTotals(t *testing.T) {
	m := everyMark(t)
	ballot := &scene.Ballot{Title: "Vote"}
	for card := range m.Cards() {
		ballot.Options = append(ballot.Options, scene.BallotOption{Number: 1, Card: card.ID, Kind: mapmodel.LaneTasks, Text: "An idea", Votes: 77})
	}
	for id, said := range wordsOn(scene.Vote(m, presenting()["light"], say, ballot, scene.Screen{Aspect: wide}), scene.CardRole) {
		if strings.Contains(said, "77") {
			t.Errorf("%v says %q", id, said)
		}
	}
}
