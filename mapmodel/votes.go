package mapmodel

import (
	"bytes"
	"slices"
)

// VotesMethod is the scores' method under which a room's votes are kept.
const VotesMethod = "votes"

// The fewest and most dots that a person is given.
const (
	fewestDots = 3
	mostDots   = 9
)

// DotsEach is how many dots each person is given for so many options: a third of
// them, rounded, from 3 to 9. It joins two rules of facilitators: n/3, and "three
// to nine".
func DotsEach(options int) int {
	return min(max((options+1)/3, fewestDots), mostDots)
}

// TooClose tells whether two counts of votes lie so near each other that another
// show of hands might turn them round: less than 2·√(a+b) apart, two standard
// deviations of their difference. Two options without votes are not compared.
func TooClose(a, b int) bool {
	apart := a - b
	return apart*apart < 4*(a+b)
}

// Votes is how many votes a card was given; unknown where none were counted.
func (m *Map) Votes(card ID) Number {
	for score := range m.Scores(card) {
		if score.Method == VotesMethod {
			return score.Value
		}
	}
	return Number{}
}

// SetVotes keeps a vote's result, in the place of an earlier one of these cards.
// Cards that are no longer on the map are left out.
func (d *Desk) SetVotes(m *Map, votes map[ID]int) (Change, error) {
	p := d.plan(m)
	cards := make([]ID, 0, len(votes))
	for card := range votes {
		if Find[*Card](m, card) != nil {
			cards = append(cards, card)
		}
	}
	slices.SortFunc(cards, func(a, b ID) int { return bytes.Compare(a[:], b[:]) })
	for _, card := range cards {
		p.score(card, VotesMethod, N(votes[card]))
	}
	return p.change(LabelVote)
}
