//go:build !nogui

package desktop

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
)

func TestTheMenuOfASelectionOffersOnlyWhatTheTableHas(t *testing.T) {
	s := newStage(t).start()
	for kind := edit.None; kind <= edit.Card; kind++ {
		if len(meant[kind]) == 0 {
			t.Errorf("kind %d has no menu", kind)
		}
	}
	for _, groups := range append([][][]string{meantTyping}, meant[edit.None], meant[edit.Title], meant[edit.HeadField], meant[edit.PersonaHead], meant[edit.Start], meant[edit.StageHead], meant[edit.StepHead], meant[edit.LaneHead], meant[edit.Cell], meant[edit.Card]) {
		for _, name := range slices.Concat(groups...) {
			if c := s.find(name); c == nil || c.where&atMap == 0 {
				t.Errorf("%s is no command of a map", name)
			}
		}
	}
}

func TestTheMenuOfASelectionIsOpenedAndLeftByKeys(t *testing.T) {
	s := newStage(t).openSample()
	for _, open := range []func(){
		func() { s.press(desktop.KeyMenu) },
		func() {
			s.held = fyne.KeyModifierShift
			s.press(fyne.KeyF10)
			s.held = 0
		},
	} {
		n := s.Document().Map().CardCount()
		open()
		if s.win.Canvas().Overlays().Top() == nil {
			t.Fatal("no menu shows")
		}
		s.press(fyne.KeyEscape)
		if s.win.Canvas().Overlays().Top() != nil || s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
			t.Fatal("Escape does not lead back to the board")
		}
		open()
		s.press(fyne.KeyUp) // the last line
		s.press(fyne.KeyReturn)
		s.settle()
		if got := s.Document().Map().CardCount(); got != n-1 {
			t.Errorf("%d cards after deleting one of %d from the menu", got, n)
		}
	}
}

func TestTheMenuWhileTypingIsAboutTheWords(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("add-card")
	s.write("half a word")
	s.press(desktop.KeyMenu)
	s.write("s") // select all
	s.press(fyne.KeyReturn)
	if !s.Board().Editing() {
		t.Fatal("the menu ended the typing")
	}
	s.write("other")
	s.press(fyne.KeyEscape)
	if got := texts(s.Document().Map()); !slices.Contains(got, "other") {
		t.Errorf("the words were not selected: %q", got)
	}
}

func TestTheSecondButtonOpensTheMenuOfWhatItIsOn(t *testing.T) {
	s := newStage(t).openSample()
	s.Board().Select(s.stagesOf()[0])
	at := s.Board().Beside()
	s.Run("select-all")
	e := &desktop.MouseEvent{Button: desktop.MouseButtonSecondary}
	e.Position = at.SubtractXY(0, 20)
	e.AbsolutePosition = e.Position
	s.Board().MouseDown(e)
	s.Board().MouseUp(e)
	if s.Board().Spot().Kind != edit.StageHead || s.win.Canvas().Overlays().Top() == nil {
		t.Fatalf("selected is %v", s.Board().Spot())
	}
	before := len(s.stagesOf())
	s.press(fyne.KeyUp)
	s.press(fyne.KeyReturn)
	if got := len(s.stagesOf()); got != before-1 {
		t.Errorf("%d stages of %d after deleting one", got, before)
	}
}

func TestALaneIsHiddenAndBroughtBack(t *testing.T) {
	s := newStage(t).openSample()
	lanes := func() (shown int) {
		for l := range s.Document().Map().Lanes() {
			if !l.Hidden {
				shown++
			}
		}
		return shown
	}
	all, lane := lanes(), s.Board().Lane()
	if s.Run("show-lanes") {
		t.Error("hidden lanes can be shown where none are")
	}
	s.Run("hide-lane")
	if lanes() != all-1 || s.Board().Lane() == lane || s.Board().Spot().Kind == edit.None {
		t.Fatalf("%d lanes of %d show, selected is %v", lanes(), all, s.Board().Spot())
	}
	s.Run("undo")
	s.Run("redo")
	if lanes() != all-1 || mapmodel.Find[*mapmodel.Lane](s.Document().Map(), s.Board().Lane()) != nil && s.Board().Lane() == lane {
		t.Error("redone, the hidden lane is selected")
	}
	s.Run("show-lanes")
	if lanes() != all || s.Board().Lane() != lane {
		t.Error("the one hidden lane is not shown and selected")
	}
	for range all {
		s.Run("hide-lane")
	}
	if lanes() != 1 {
		t.Errorf("%d lanes are left in sight, want the last", lanes())
	}
	s.Run("show-lanes") // asks which
	s.press(fyne.KeyReturn)
	if lanes() != 2 {
		t.Errorf("%d lanes show after one was chosen", lanes())
	}
	s.Run("show-lanes")
	s.press(fyne.KeyUp)
	s.press(fyne.KeyReturn)
	if lanes() != all {
		t.Errorf("%d lanes show after all were asked for", lanes())
	}
}

func TestDetailsAreThoseOfACardOnlyWhereOneIsSelected(t *testing.T) {
	s := newStage(t).openSample()
	for id, want := range map[mapmodel.ID]string{
		s.cardsOf(mapmodel.LaneTasks)[0].ID: "Card details",
		s.stagesOf()[0]:                     "Details",
	} {
		s.Board().Select(id)
		s.settle()
		if got := s.saidOf(s.find("show-details")); got != want {
			t.Errorf("the menu says %q, want %q", got, want)
		}
	}
}
