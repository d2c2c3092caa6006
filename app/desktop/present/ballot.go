//go:build !nogui

package present

import (
	"slices"

	"footpath/mapmodel"
)

// option is a card that is voted on.
type option struct {
	card *mapmodel.Card
	kind mapmodel.LaneKind
}

// ballot is a vote under way: the room shows hands or dots, and one person counts.
type ballot struct {
	options []option
	votes   []int
	given   []int // the options that were given a dot, in order
	open    bool  // the room sees the totals while it votes
	closed  bool  // the room sees the result
	typed   int   // a number of several digits, on its way
	less    bool  // it takes a dot back
	leaving bool  // the next Escape drops the vote
	missing int   // an option that was called and is not there
}

func newBallot(options []option) *ballot {
	return &ballot{options: options, votes: make([]int, len(options))}
}

// give gives an option, from 1, a dot, and tells whether there is such an option.
func (b *ballot) give(n int) bool {
	if n < 1 || n > len(b.votes) || b.votes[n-1] >= mapmodel.MaxCount {
		return false
	}
	b.votes[n-1]++
	b.given = append(b.given, n)
	return true
}

// take takes a dot from an option, from 1; from one without dots nothing is taken.
func (b *ballot) take(n int) bool {
	if n < 1 || n > len(b.votes) {
		return false
	}
	if b.votes[n-1] == 0 {
		return true
	}
	b.votes[n-1]--
	for i := len(b.given) - 1; i >= 0; i-- {
		if b.given[i] == n {
			b.given = slices.Delete(b.given, i, i+1)
			break
		}
	}
	return true
}

// undo takes the dot back that was given last.
func (b *ballot) undo() {
	if n := len(b.given); n > 0 {
		b.take(b.given[n-1])
	}
}

// all is how many dots were given.
func (b *ballot) all() int { return len(b.given) }

// order lists the options, by index: those with most dots first, once the room sees the result; else as they are numbered.
func (b *ballot) order() []int {
	out := make([]int, len(b.options))
	for i := range out {
		out[i] = i
	}
	if b.closed {
		slices.SortStableFunc(out, func(i, j int) int { return b.votes[j] - b.votes[i] })
	}
	return out
}

// ties gathers the options, by index, among which a few hands more would change the order: those too close to the first of them,
// from the front. What nobody voted for is not among them.
func (b *ballot) ties() [][]int {
	var out [][]int
	order := (&ballot{options: b.options, votes: b.votes, closed: true}).order()
	for len(order) > 0 && b.votes[order[0]] > 0 {
		n := 1
		for n < len(order) && b.votes[order[n]] > 0 && mapmodel.TooClose(b.votes[order[0]], b.votes[order[n]]) {
			n++
		}
		if n > 1 {
			tied := slices.Clone(order[:n])
			slices.Sort(tied)
			out = append(out, tied)
		}
		order = order[n:]
	}
	return out
}

// result is how many votes each card has.
func (b *ballot) result() map[mapmodel.ID]int {
	out := make(map[mapmodel.ID]int, len(b.options))
	for i, o := range b.options {
		out[o.card.ID] = b.votes[i]
	}
	return out
}
