//go:build !nogui

package desktop

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/mapmodel"
)

// look types words into the bar that finds.
func (s *stage) look(words string) {
	s.t.Helper()
	s.Run("find-in-map")
	s.write(words)
	s.settle()
}

func TestWordsAreFoundOneAfterTheOtherAndRoundAgain(t *testing.T) {
	s := newStage(t).openSample()
	m := s.Document().Map()
	s.Board().Select(m.ID())
	s.look("card")
	want := slices.Collect(mapmodel.Search{Words: "card"}.Find(m))
	if len(want) < 3 || s.finding.bar.Said() != "1 of 8" || len(want) != 8 {
		t.Fatalf("%d findings, and the bar says %q", len(want), s.finding.bar.Said())
	}
	s.press(fyne.KeyReturn)
	if f := s.finding.list[s.finding.at]; s.Board().Spot().ID != f.show || f.Finding != want[1] {
		t.Errorf("Enter does not lead to the second finding but to %+v", f)
	}
	s.held = fyne.KeyModifierShift
	s.press(fyne.KeyReturn)
	s.press(fyne.KeyReturn)
	s.held = 0
	if got := s.finding.bar.Said(); got != "8 of 8" {
		t.Errorf("back from the first, it is %q", got)
	}
	s.press(fyne.KeyF3)
	if got := s.finding.bar.Said(); got != "1 of 8" {
		t.Errorf("F3 from the last leads to %q", got)
	}
	s.press(fyne.KeyEscape)
	if s.finding != nil || s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Error("Escape does not lead back to the board")
	}
}

func TestTheFirstFindingIsTheOneAfterTheSelection(t *testing.T) {
	s := newStage(t).openSample()
	m := s.Document().Map()
	var last mapmodel.ID
	for c := range m.Cards() {
		if strings.Contains(c.Text, "card") {
			last = c.ID
		}
	}
	s.Board().Select(last)
	s.look("card")
	if got := s.Board().Spot().ID; got != last {
		t.Errorf("the search went away from what it looks for: %s", mapmodel.NameOf(m.Get(got)))
	}
}

func TestAllIsReplacedInOneStepThatUndoTakesBack(t *testing.T) {
	s := newStage(t).openSample()
	before := s.Document().Map()
	s.Run("replace")
	s.write("card")
	s.settle()
	s.finding.bar.Take(mapmodel.Search{Words: "card"}, "ticket")
	s.settle()
	s.replaceAll("ticket")
	s.settle()
	if got := s.finding.bar.Said(); got != "Nothing found" {
		t.Errorf("after all is replaced, the bar says %q", got)
	}
	if got := s.Toast(); got != "Replaced in 8 places" {
		t.Errorf("the toast says %q", got)
	}
	if n := len(slices.Collect(mapmodel.Search{Words: "ticket"}.Find(s.Document().Map()))); n < 8 {
		t.Errorf("%d places hold the new words", n)
	}
	s.TakeToast()
	s.settle()
	if !mapmodel.Equal(s.Document().Map(), before) {
		t.Error("undo does not bring the map back")
	}
	if got := s.finding.bar.Said(); got != "1 of 8" {
		t.Errorf("after undo, the bar says %q", got)
	}
}

func TestReplacingOneGoesToTheNextAndNotIntoItsOwnWords(t *testing.T) {
	s := newStage(t).openSample()
	s.look("card")
	for range 8 {
		s.replaceOne("card card")
		s.settle()
	}
	m := s.Document().Map()
	if n := len(slices.Collect(mapmodel.Search{Words: "card"}.Find(m))); n != 16 {
		t.Errorf("%d findings after eight were doubled", n)
	}
	if n := len(slices.Collect(mapmodel.Search{Words: "card card card"}.Find(m))); n != 0 {
		t.Errorf("%d were replaced twice", n)
	}
}

func TestCapitalsMatterOnlyWhenAsked(t *testing.T) {
	s := newStage(t).openSample()
	s.look("THE")
	loose := len(s.finding.list)
	s.finding.bar.Take(mapmodel.Search{Words: "THE", MatchCase: true}, "")
	s.settle()
	if strict := len(s.finding.list); loose == 0 || strict != 0 {
		t.Errorf("%d without regard to case, %d with", loose, strict)
	}
}

func TestTypingOnTheBoardIsNotDisturbedByTheSearch(t *testing.T) {
	s := newStage(t).openSample()
	s.look("card")
	s.focus()
	s.Run("add-card")
	s.write("One more card")
	s.Board().Commit()
	s.settle()
	if got := s.finding.bar.Said(); got != "2 of 9" {
		t.Errorf("the bar says %q", got)
	}
	if c, ok := s.Document().Map().Get(s.Board().Spot().ID).(*mapmodel.Card); !ok || c.Text != "One more card" {
		t.Error("something else is selected")
	}
	s.press(fyne.KeyEscape) // lets go of the card
	s.press(fyne.KeyEscape)
	if s.finding != nil {
		t.Error("Escape on the board does not end the search")
	}
}

func TestTheSearchEndsWithItsMap(t *testing.T) {
	s := newStage(t).openSample()
	s.look("card")
	s.Run("language-de")
	s.settle()
	if s.finding == nil || s.finding.bar.Said() != "2 von 8" {
		t.Error("in the other language the search is gone")
	}
	s.OpenHome()
	s.settle()
	if s.finding != nil || s.Run("find-next") {
		t.Error("the search goes on without a map")
	}
}
