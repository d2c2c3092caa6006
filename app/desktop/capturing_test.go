//go:build !nogui

package desktop

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// notes are the texts in the inbox.
func (s *stage) notes() []string {
	s.t.Helper()
	var out []string
	for c := range s.Document().Map().Inbox().Cards() {
		out = append(out, c.Text)
	}
	return out
}

func TestNotesAreTakenOneAfterTheOtherWithoutLeavingTheLine(t *testing.T) {
	s := newStage(t).openSample()
	where := s.Board().Spot()
	s.Run("quick-note")
	for _, note := range []string{"Hand out numbers", "Call back"} {
		s.write(note)
		s.press(fyne.KeyReturn)
	}
	s.press(fyne.KeyReturn)
	if got := s.notes(); !slices.Equal(got, []string{"Hand out numbers", "Call back"}) {
		t.Errorf("the inbox holds %q", got)
	}
	s.app.Clipboard().SetContent("- one\n- two\n\n")
	s.Run("paste")
	if got := s.notes(); !slices.Equal(got[2:], []string{"one", "two"}) {
		t.Errorf("what was pasted became %q", got[2:])
	}
	s.write("x")
	s.Run("paste")
	if n := len(s.notes()); n != 4 {
		t.Errorf("pasted into words begun, there are %d notes", n)
	}
	s.press(fyne.KeyEscape)
	if s.capture != nil || s.Board().Spot() != where || s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Error("Escape does not lead back to where the board was")
	}
	if got := s.notes(); len(got) != 5 || !strings.HasPrefix(got[4], "x") {
		t.Errorf("put away with words begun, the inbox holds %q", got)
	}
	for _, want := range []int{4, 2} {
		s.Run("undo")
		if n := len(s.notes()); n != want {
			t.Errorf("undo leaves %d notes, not %d", n, want)
		}
	}
}

func TestWhatIsBeingTypedOnTheBoardIsKeptWhenANoteIsTaken(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("add-card")
	s.write("Half a thought")
	s.Run("quick-note")
	s.write("Another")
	s.press(fyne.KeyReturn)
	if !slices.Contains(texts(s.Document().Map()), "Half a thought") {
		t.Error("the card is lost")
	}
	s.OpenHome()
	s.settle()
	if s.capture != nil {
		t.Error("the line stays without its map")
	}
}
