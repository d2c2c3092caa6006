//go:build !nogui

package desktop

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

// toRoom presses a key in the presentation.
func (s *stage) toRoom(key fyne.KeyName) {
	s.t.Helper()
	s.showing.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	s.settle()
}

// stagesOf lists those of the map on the screen.
func (s *stage) stagesOf() []mapmodel.ID {
	var out []mapmodel.ID
	for st := range s.Document().Map().Stages() {
		out = append(out, st.ID)
	}
	return out
}

func TestF5PresentsFromTheStartAndEscapeComesBackAtTheStageThatShowed(t *testing.T) {
	s := newStage(t).openSample()
	s.press(fyne.KeyF5)
	s.settle()
	if s.showing == nil || !s.showing.Opening() {
		t.Fatal("F5 does not present from the start")
	}
	if got := s.status.present.Label(); got != "The room sees the opening" {
		t.Errorf("the facilitator reads %q", got)
	}
	if got := s.status.mode.Words(); got != "Present" {
		t.Errorf("the status bar says %q", got)
	}
	s.toRoom(fyne.Key4)
	s.toRoom(fyne.KeyEscape)
	if s.showing != nil || s.stageHere() != s.stagesOf()[3] {
		t.Error("Escape does not come back to the fourth stage")
	}
	if s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Error("the board has not the keyboard")
	}
	s.held = fyne.KeyModifierShift
	s.press(fyne.KeyF5)
	s.held = 0
	s.settle()
	if s.showing == nil || s.showing.Stage() != s.stagesOf()[3] {
		t.Error("Shift+F5 does not present from where one is")
	}
}

func TestWhatIsBeingTypedIsSeenByTheRoomAndFrozenItIsNot(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("add-card")
	s.write("Said just now")
	s.press(fyne.KeyF5)
	s.settle()
	if !slices.Contains(texts(s.Document().Map()), "Said just now") {
		t.Error("what was being typed is not kept")
	}
	before := s.status.present.Label()
	s.press(fyne.KeyF8)
	s.settle()
	if got := s.status.present.Label(); got == before || !s.showing.Frozen() || !s.find("present-freeze").checked() {
		t.Errorf("F8 does not freeze: %q", got)
	}
	s.Run("add-stage")
	s.press(fyne.KeyEscape)
	s.settle()
	s.press(fyne.KeyF8)
	s.settle()
	if s.showing.Frozen() || s.status.present.Label() != before {
		t.Errorf("F8 does not let go: %q", s.status.present.Label())
	}
}

func TestTheBoardLeadsTheRoomByCommands(t *testing.T) {
	s := newStage(t).openSample()
	if s.Run("present-next") {
		t.Error("there is something to lead before there is a presentation")
	}
	s.Run("present")
	s.settle()
	for s.showing.Stage() != s.stagesOf()[1] {
		s.Run("present-next")
		s.settle()
	}
	for !s.showing.Opening() {
		s.Run("present-previous")
		s.settle()
	}
	s.Run("present-next")
	s.settle()
	if s.showing.Stage() != s.stagesOf()[0] {
		t.Error("back is not the first stage")
	}
	s.Run("timer-5")
	if got := s.showing.Timer().Clock(s.p.Now()); got != "5:00" {
		t.Errorf("the timer shows %s", got)
	}
	s.Run("present-blank")
	if !s.showing.Blank() || s.status.present.Label() != words.English.Say(words.PresentStatusBlank, nil) {
		t.Error("the facilitator is not told that the room sees nothing")
	}
	s.Run("present-end")
	if s.showing != nil || !s.status.present.Hidden {
		t.Error("it does not end")
	}
}

func TestNothingIsPresentedWithoutAMapOrAfterIt(t *testing.T) {
	s := newStage(t).start()
	if s.Run("present") || s.showing != nil {
		t.Error("home is presented")
	}
	s.openSample()
	s.Run("present")
	s.settle()
	s.Run("all-maps")
	s.settle()
	if s.showing != nil {
		t.Error("the map is gone and still presented")
	}
}

func TestThePresentationWearsThePalettesAndHoldsNoSheets(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("present")
	s.settle()
	s.Run("theme-dark")
	s.settle()
	s.Run("save-as")
	s.settle()
	if s.showing.Window().Canvas().Overlays().Top() != nil {
		t.Error("a sheet lies over what the room sees")
	}
	s.press(fyne.KeyEscape)
	s.Run("language-de")
	s.settle()
	if s.showing == nil || s.status.present.Label() == "" {
		t.Error("another language ends the presentation")
	}
}

func TestThePanelIsAboutWhatIsSelectedWhenAPresentationEnds(t *testing.T) {
	s, _ := detailed(t, mapmodel.LaneTasks)
	s.showDetails()
	s.settle()
	last := s.stagesOf()
	s.Run("present")
	s.settle()
	s.showing.GoTo(len(last))
	s.settle()
	s.showing.End()
	s.settle()
	if s.Board().Spot().ID != last[len(last)-1] {
		t.Fatalf("selected is %+v", s.Board().Spot())
	}
	if got := s.open.details.Shown(); got.Kind != mapmodel.KindStage || len(got.IDs) != 1 || got.IDs[0] != last[len(last)-1] {
		t.Errorf("the panel is about %+v", got)
	}
	s.press(fyne.KeyDown)
	s.settle()
	if got := s.open.details.Shown(); got.Kind == mapmodel.KindStage && got.IDs[0] == last[len(last)-1] {
		t.Error("the panel does not follow from there on")
	}
}

func TestAVoteIsOneStepThatUndoTakesBack(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("present")
	s.settle()
	for _, key := range []fyne.KeyName{fyne.Key4, fyne.KeyV, fyne.Key1, fyne.Key2, fyne.Key2} {
		s.toRoom(key)
	}
	if got := s.status.present.Label(); got != "The room votes: 3 dots so far" {
		t.Errorf("the facilitator reads %q", got)
	}
	before := s.Document().Map()
	s.toRoom(fyne.KeyReturn)
	s.toRoom(fyne.KeyReturn)
	n := 0
	for card := range s.Document().Map().Cards() {
		if s.Document().Map().Votes(card.ID).Known {
			n++
		}
	}
	if n == 0 {
		t.Fatal("no votes are kept")
	}
	s.Run("undo")
	s.settle()
	if !mapmodel.Equal(before, s.Document().Map()) {
		t.Error("one undo does not take the vote back")
	}
}

func TestTheBoardOpensAVoteAndTheLinksInTheRoomsWindow(t *testing.T) {
	s := newStage(t).openSample()
	if s.Run("present-vote") || s.Run("present-links") {
		t.Error("there is a vote before there is a presentation")
	}
	s.Run("present")
	s.settle()
	s.Run("present-links")
	s.settle()
	if s.showing.Notice() == "" && s.showing.Link() == "" {
		t.Error("the links are neither shown nor said to be missing")
	}
	s.Run("present-vote")
	s.settle()
	if s.toRoom(fyne.Key2); s.showing.Given() != 1 {
		t.Errorf("%d dots are given", s.showing.Given())
	}
}

func TestThePanelSaysHowManyVotesACardWasGiven(t *testing.T) {
	s, card := detailed(t, mapmodel.LaneOpportunities)
	s.showDetails()
	s.settle()
	s.keepVotes(map[mapmodel.ID]int{card.ID: 7})
	s.settle()
	var said []string
	walk(s.win.Canvas().Content(), func(o fyne.CanvasObject) {
		if words, ok := o.(*parts.Text); ok {
			said = append(said, words.Words())
		}
	})
	if !slices.ContainsFunc(said, func(words string) bool { return strings.HasPrefix(words, "7 votes · ") }) {
		t.Errorf("the window says %q", said)
	}
}
