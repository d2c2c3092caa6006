//go:build !nogui

package present

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// fewest is how many options a vote has at the least.
const fewest = 2

// OpenVote has the room vote on the stage's opportunities; where it has not two of them, on its insights and pain points, or else
// on all its cards. From the opening and the closing it is about all opportunities.
func (s *Show) OpenVote() {
	if s.over || s.covered() {
		return
	}
	options := s.options()
	if len(options) < fewest {
		s.notify(s.say(words.VoteNothing, nil))
		return
	}
	s.vote = newBallot(options)
	s.cover(voting)
}

// Voting tells whether the room votes, and Given how many dots it has given.
func (s *Show) Voting() bool { return s.vote != nil }

// Given is how many dots the room has given.
func (s *Show) Given() int {
	if s.vote == nil {
		return 0
	}
	return s.vote.all()
}

// options finds what the room can vote on.
func (s *Show) options() []option {
	columns := s.columns()
	if out := s.cards(columns, mapmodel.LaneOpportunities); len(out) >= fewest || s.at.part != middle {
		return out
	}
	if out := s.cards(columns, mapmodel.LaneInsights, mapmodel.LanePains); len(out) >= fewest {
		return out
	}
	return s.cards(columns)
}

// columns are those of the stage that shows; without one, of all stages.
func (s *Show) columns() []mapmodel.ID {
	stage := mapmodel.Find[*mapmodel.Stage](s.m, s.at.stage)
	var out []mapmodel.ID
	for _, column := range s.m.ColumnIDs() {
		if stage == nil || s.m.StageOf(column) == stage {
			out = append(out, column)
		}
	}
	return out
}

// shown goes over the cards of some columns, in lanes of some kinds; without kinds, in all that the room sees.
func (s *Show) shown(columns []mapmodel.ID, kinds ...mapmodel.LaneKind) iter.Seq2[*mapmodel.Card, mapmodel.LaneKind] {
	return func(yield func(*mapmodel.Card, mapmodel.LaneKind) bool) {
		for _, column := range columns {
			for lane := range s.m.Lanes() {
				if lane.Hidden || lane.LaneKind == mapmodel.LaneCurve || len(kinds) > 0 && !slices.Contains(kinds, lane.LaneKind) {
					continue
				}
				for card := range s.m.Cell(column, lane.ID).Cards() {
					if !yield(card, lane.LaneKind) {
						return
					}
				}
			}
		}
	}
}

// cards are those of them that say something, as options.
func (s *Show) cards(columns []mapmodel.ID, kinds ...mapmodel.LaneKind) []option {
	var out []option
	for card, kind := range s.shown(columns, kinds...) {
		if wordsOf(card) != "" {
			out = append(out, option{card, kind})
		}
	}
	return out
}

// wordsOf is what a card says.
func wordsOf(card *mapmodel.Card) string {
	if said := strings.TrimSpace(card.Text); said != "" {
		return said
	}
	return strings.TrimSpace(card.Mood)
}

// voteKey does what a key means to a vote, and tells whether it means anything.
func (s *Show) voteKey(key fyne.KeyName) bool {
	b := s.vote
	if key == fyne.KeyEscape {
		s.escapeVote()
		return true
	}
	b.leaving, b.missing = false, 0
	if n := digits[key]; n > 0 {
		s.call(n%10, s.p.Mods()&fyne.KeyModifierShift != 0)
		return true
	}
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		if b.typed > 0 {
			s.score(b.typed, b.less)
			return true
		}
		s.advance()
	case fyne.KeyV:
		s.advance()
	case fyne.KeyBackspace, fyne.KeyDelete:
		if b.typed > 0 {
			b.typed /= 10
		} else {
			b.undo()
		}
		s.ask()
	case fyne.KeyO:
		b.open = !b.open
		s.ask()
	case fyne.KeyHome, fyne.KeyEnd, fyne.KeyQ:
	default:
		s.ask() // what was said of the key before goes
		return false
	}
	return true
}

// call takes a digit: an option's number where there are no more than nine, else the next of its digits.
func (s *Show) call(digit int, less bool) {
	b := s.vote
	if len(b.options) <= 9 {
		s.score(digit, less)
		return
	}
	if b.typed < 100 {
		b.typed = b.typed*10 + digit
	}
	b.less = less
	s.ask()
}

// score gives an option a dot, or takes one from it.
func (s *Show) score(n int, less bool) {
	b := s.vote
	b.typed = 0
	do := b.give
	if less {
		do = b.take
	}
	if !do(n) {
		b.missing = n
	}
	s.ask()
	s.tell()
}

// advance shows the room the result, and then keeps it.
func (s *Show) advance() {
	b := s.vote
	b.typed = 0
	if !b.closed {
		b.closed = true
		s.toFirst()
		s.ask()
		return
	}
	n := b.all()
	if n > 0 && s.p.OnVotes != nil && !s.p.OnVotes(b.result()) {
		return
	}
	s.endVote()
	if n > 0 {
		s.notify(s.say(words.VoteKept, words.Args{"n": n, "options": len(b.options)}))
	}
}

// escapeVote says what would be lost, and the second time drops it.
func (s *Show) escapeVote() {
	if b := s.vote; b.all() > 0 && !b.leaving {
		b.leaving = true
		s.ask()
		return
	}
	s.endVote()
}

// endVote goes back to the slide before the vote.
func (s *Show) endVote() {
	s.vote = nil
	s.uncover()
}

// ballotFace is the vote as the room sees it.
func (s *Show) ballotFace() *scene.Ballot {
	b := s.vote
	face := &scene.Ballot{
		Title: s.say(words.VoteTitle, words.Args{"what": s.underName()}), Shown: b.open || b.closed,
		Said: s.say(words.VoteDots, words.Args{"n": mapmodel.DotsEach(len(b.options))}),
		Foot: []string{s.voteState(), s.voteHow()},
	}
	if b.closed {
		face.Title = s.say(words.VoteResult, words.Args{"what": s.underName()})
		face.Said = s.say(words.VoteGiven, words.Args{"n": b.all()})
	}
	tied := map[int]bool{}
	if b.closed {
		for _, group := range b.ties() {
			for _, i := range group {
				tied[i] = true
			}
		}
	}
	for _, i := range b.order() {
		o := b.options[i]
		face.Options = append(face.Options, scene.BallotOption{
			Number: i + 1, Card: o.card.ID, Kind: o.kind, Text: wordsOf(o.card), Votes: b.votes[i], Close: tied[i],
		})
	}
	return face
}

// underName names what lies under the vote.
func (s *Show) underName() string {
	if stage := mapmodel.Find[*mapmodel.Stage](s.m, s.under.stage); stage != nil && stage.Name != "" {
		return stage.Name
	}
	return s.say("page.actions", nil)
}

// voteState is the first line below the options.
func (s *Show) voteState() string {
	b := s.vote
	switch {
	case b.leaving:
		return s.say(words.VoteLeaving, words.Args{"n": b.all()})
	case b.missing > 0:
		return s.say(words.VoteMissing, words.Args{"n": b.missing})
	case b.typed > 0 && b.less:
		return s.say(words.VoteTypedLess, words.Args{"n": b.typed})
	case b.typed > 0:
		return s.say(words.VoteTyped, words.Args{"n": b.typed})
	case !b.closed && b.open:
		return s.say(words.VoteOpen, words.Args{"n": b.all()})
	case !b.closed:
		return s.say(words.VoteSecret, words.Args{"n": b.all()})
	case b.all() == 0:
		return s.say(words.VoteNone, nil)
	}
	var groups []string
	for _, group := range b.ties() {
		var numbers []string
		for _, i := range group {
			numbers = append(numbers, strconv.Itoa(i+1))
		}
		last := len(numbers) - 1
		groups = append(groups, s.say(words.VoteAnd, words.Args{"some": strings.Join(numbers[:last], ", "), "last": numbers[last]}))
	}
	if len(groups) == 0 {
		return s.say(words.VoteClear, nil)
	}
	return s.say(words.VoteClose, words.Args{"which": strings.Join(groups, "; ")})
}

// voteHow is the second line: the keys.
func (s *Show) voteHow() string {
	b := s.vote
	switch {
	case b.closed && b.all() == 0:
		return s.say(words.VoteKeysNone, nil)
	case b.closed:
		return s.say(words.VoteKeysResult, nil)
	case len(b.options) > 9:
		return s.say(words.VoteKeysMany, nil)
	}
	return s.say(words.VoteKeys, nil)
}
