//go:build !nogui

package present

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
)

// voters are a room that votes on the first stage's opportunities: so many.
func voters(t *testing.T, options int) *room {
	t.Helper()
	m := mapgen.Grid(3, 5, options, 1)
	r := presented(t, m, stages(m)[0])
	return r.press(fyne.KeyV).wait()
}

// held presses a key with Shift.
func (r *room) held(key fyne.KeyName) *room {
	r.mods = fyne.KeyModifierShift
	r.press(key)
	r.mods = 0
	return r
}

// reads is all that stands on what the room sees.
func (r *room) reads() string {
	r.wait()
	var words gatherer
	for g := range r.screen.shown.laid.All() {
		g.Group.Draw(&words, g.At)
	}
	return words.String()
}

// totals are the votes of the options as they are counted.
func (r *room) totals() []int { return r.vote.votes }

func TestDigitsGiveDotsAndShiftTakesThemBack(t *testing.T) {
	r := voters(t, 4)
	r.press(fyne.Key1, fyne.Key1, fyne.Key3, fyne.Key4, fyne.Key4).held(fyne.Key4).held(fyne.Key2)
	if got := r.totals(); !slices.Equal(got, []int{2, 0, 1, 1}) {
		t.Errorf("counted %v", got)
	}
	r.press(fyne.KeyBackspace, fyne.KeyBackspace)
	if got := r.totals(); !slices.Equal(got, []int{2, 0, 0, 0}) || r.Given() != 2 {
		t.Errorf("after two Backspaces %v, %d given", got, r.Given())
	}
	r.press(fyne.Key9)
	if got := r.reads(); !strings.Contains(got, "There is no option 9.") {
		t.Errorf("of a number that is no option the room reads %q", got)
	}
	if r.press(fyne.Key1); strings.Contains(r.reads(), "no option") {
		t.Error("it is still said after the next key")
	}
}

func TestMoreThanNineOptionsAreCalledByNumberAndEnter(t *testing.T) {
	r := voters(t, 12)
	r.press(fyne.Key1, fyne.Key2)
	if got := r.reads(); !strings.Contains(got, "Option 12") || r.Given() != 0 {
		t.Errorf("before Enter %d dots are given, and the room reads %q", r.Given(), got)
	}
	r.press(fyne.KeyEnter, fyne.Key1, fyne.KeyEnter, fyne.Key1, fyne.Key1, fyne.KeyBackspace, fyne.KeyReturn)
	r.press(fyne.Key1).held(fyne.Key2).press(fyne.KeyEnter)
	want := make([]int, 12)
	want[0] = 2
	if got := r.totals(); !slices.Equal(got, want) {
		t.Errorf("counted %v", got)
	}
}

func TestTotalsAreSecretUntilTheResultUnlessTheVoteIsOpen(t *testing.T) {
	r := voters(t, 4)
	for range 17 {
		r.press(fyne.Key2)
	}
	r.press(fyne.Key1)
	secret := r.ballotFace()
	if secret.Shown || !strings.Contains(r.reads(), "18 dots so far") {
		t.Error("the room sees totals, or not how many dots there are")
	}
	if r.press(fyne.KeyO); !r.ballotFace().Shown || r.ballotFace().Options[0].Number != 1 {
		t.Error("an open vote shows no totals, or moves its options about")
	}
	if r.press(fyne.KeyO); r.ballotFace().Shown {
		t.Error("O does not hide them again")
	}
	r.press(fyne.KeyV)
	if f := r.ballotFace(); !f.Shown || f.Options[0].Number != 2 || f.Options[0].Votes != 17 {
		t.Errorf("the result begins with %+v", f.Options[0])
	}
	if got := r.reads(); !strings.Contains(got, "17") {
		t.Errorf("the result reads %q", got)
	}
}

func TestTheResultNamesWhatIsTooCloseToCall(t *testing.T) {
	r := voters(t, 5)
	for n, times := range []int{37, 3, 39, 0, 2} {
		for range times {
			r.vote.give(n + 1)
		}
	}
	r.press(fyne.KeyReturn)
	if got := r.reads(); !strings.Contains(got, "Too close to call: 1 and 3; 2 and 5.") {
		t.Errorf("the room reads %q", got)
	}
	r = voters(t, 3)
	for range 30 {
		r.vote.give(2)
	}
	for range 9 {
		r.vote.give(1)
	}
	r.press(fyne.KeyReturn)
	if got := r.reads(); !strings.Contains(got, "No two options are too close to call.") {
		t.Errorf("the room reads %q", got)
	}
}

func TestTheResultIsKeptOnceAndTheSlideComesBack(t *testing.T) {
	r := voters(t, 4)
	r.press(fyne.Key2, fyne.Key2, fyne.Key1, fyne.KeyV)
	if len(r.votes) > 0 {
		t.Fatal("the result is kept before it was seen")
	}
	r.press(fyne.KeyReturn)
	if r.sees(1, 0); r.Voting() || len(r.votes) != 1 {
		t.Fatalf("kept %d times", len(r.votes))
	}
	var got []int
	for _, o := range r.options() {
		got = append(got, r.votes[0][o.card.ID])
	}
	if !slices.Equal(got, []int{1, 2, 0, 0}) {
		t.Errorf("kept %v", got)
	}
	if !strings.Contains(r.Notice(), "Kept: 3 dots on 4 options.") {
		t.Errorf("the room reads %q", r.Notice())
	}
	if r.pass(noticeTime); r.Notice() != "" {
		t.Error("the notice stays")
	}
}

func TestEscapeSaysWhatIsLostBeforeItDropsAVote(t *testing.T) {
	r := voters(t, 4)
	if r.press(fyne.KeyEscape); r.Voting() || len(r.ended) > 0 {
		t.Fatal("a vote without dots is not left by one Escape")
	}
	r.press(fyne.KeyV, fyne.Key1, fyne.Key2, fyne.KeyEscape)
	if got := r.reads(); !r.Voting() || !strings.Contains(got, "2 dots are not kept") {
		t.Errorf("the room reads %q", got)
	}
	if r.press(fyne.Key2); r.Given() != 3 || strings.Contains(r.reads(), "not kept") {
		t.Error("another key does not go on")
	}
	r.press(fyne.KeyEscape, fyne.KeyEscape)
	if r.sees(1, 0); r.Voting() || len(r.votes) > 0 || len(r.ended) > 0 {
		t.Error("the second Escape does not come back to the slide with nothing kept")
	}
}

func TestAVoteIsNotLeftByARemoteControl(t *testing.T) {
	r := voters(t, 4)
	r.press(fyne.Key1, fyne.KeyRight, fyne.KeyPageDown, fyne.KeyLeft, fyne.KeyHome, fyne.KeyEnd, fyne.KeySpace, fyne.KeyV).wait()
	r.Next()
	r.GoTo(2)
	if r.wait(); !r.Voting() || r.Given() != 1 {
		t.Error("the vote is gone")
	}
	r.press(fyne.KeyT, fyne.Key5)
	if !r.Timer().Set() || r.Given() != 1 {
		t.Error("a vote has no timer")
	}
}

func TestWhatIsVotedOnIsWhatTheSlideIsAbout(t *testing.T) {
	m := mapgen.Grid(3, 5, 2, 1)
	for _, c := range []struct {
		n, options int
		kind       mapmodel.LaneKind
	}{{0, 6, mapmodel.LaneOpportunities}, {1, 2, mapmodel.LaneOpportunities}, {4, 6, mapmodel.LaneOpportunities}} {
		r := presented(t, m, mapmodel.ID{})
		r.GoTo(c.n)
		r.wait().press(fyne.KeyV)
		if o := r.vote.options; len(o) != c.options || o[0].kind != c.kind {
			t.Errorf("at place %d there are %d options", c.n, len(o))
		}
	}
	bare := mapgen.Grid(3, 3, 2, 1) // no opportunities, insights or pains
	r := presented(t, bare, stages(bare)[1])
	r.press(fyne.KeyV)
	if o := r.vote.options; len(o) != 6 || r.m.StageOf(o[0].card.Column).ID != r.Stage() {
		t.Errorf("without opportunities there are %d options", len(o))
	}
	r = presented(t, mapgen.Grid(3, 1, 1, 1), mapmodel.ID{})
	r.press(fyne.Key1, fyne.KeyV)
	if r.wait(); r.Voting() || !strings.HasPrefix(r.Notice(), "There is nothing to vote on here") {
		t.Errorf("with one card the room reads %q", r.Notice())
	}
}

func TestEscTakesAwayWhatWasAnsweredAndEndsOnlyThen(t *testing.T) {
	r := presented(t, mapgen.Grid(3, 1, 1, 1), mapmodel.ID{})
	r.press(fyne.Key1, fyne.KeyV, fyne.KeyEscape)
	if r.wait(); r.over || r.Notice() != "" {
		t.Fatalf("over: %v, with “%s” still said", r.over, r.Notice())
	}
	if r.press(fyne.KeyEscape); !r.over {
		t.Error("the next Esc does not end it")
	}
	r = presented(t, mapgen.Grid(3, 1, 1, 1), mapmodel.ID{})
	if r.wait(); r.Notice() == "" {
		t.Fatal("a presentation begins without a word about its keys")
	}
	if r.press(fyne.KeyEscape); !r.over {
		t.Error("the keys named at the beginning keep Esc from ending it")
	}
}

func TestAVoteOutlivesAnEditAndComesBackToAPlaceThatIsThere(t *testing.T) {
	r := voters(t, 3)
	r.press(fyne.Key2)
	r.SetMap(r.without(0))
	if r.wait(); !r.Voting() || r.Given() != 1 {
		t.Fatal("the edit ends the vote")
	}
	r.press(fyne.KeyEscape, fyne.KeyEscape)
	r.sees(1, 0)
}
