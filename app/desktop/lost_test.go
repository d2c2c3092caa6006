//go:build !nogui

package desktop

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestASheetThatAClickTookTheKeyboardFromStillHearsIt(t *testing.T) {
	s := newStage(t).openSample()
	key := func(name fyne.KeyName) {
		s.win.Canvas().Unfocus() // as a click on nothing in particular does
		s.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
		s.settle()
	}
	s.Run("settings")
	key(fyne.KeyRight)
	if s.win.Canvas().Focused() == nil {
		t.Error("nothing has the keyboard")
	}
	key(fyne.KeyEscape)
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close it")
	}
}

func TestWhatWasDoneElsewhereIsNotOfferedOverAnotherMap(t *testing.T) {
	s := newStage(t).openSample()
	s.binOpenMap()
	s.settle()
	if s.Toast() == "" {
		t.Fatal("nothing is said of the bin")
	}
	s.Run("new")
	s.settle()
	if s.open == nil {
		t.Fatal("no map is open")
	}
	if said := s.Toast(); said != "" {
		t.Errorf("over the new map stands %q", said)
	}
}
