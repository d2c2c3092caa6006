//go:build !nogui

package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/words"
)

// hinted is what the status bar says of the keys.
func (s *stage) hinted() string { return s.status.keys.Words() }

// says tells what the status bar should say of the keys, piece by piece; a piece that begins with "!" should not be there.
func (s *stage) says(where string, want ...string) {
	s.t.Helper()
	for _, piece := range want {
		said, not := strings.CutPrefix(piece, "!")
		if strings.Contains(s.hinted(), said) == not {
			s.t.Errorf("%s: the status bar says %q, want %q", where, s.hinted(), piece)
		}
	}
}

func TestTheStatusBarSaysWhatEnterAndF2DoBeforeTheyDoIt(t *testing.T) {
	s := newStage(t).room()
	card("b")(s)
	s.says("a card", "Enter or F2: edit text", "Space: details", "Alt+arrows: move", "Tab: next stage")
	s.hit("Space").says("the details", "Tab: next field", "Esc: back to the map", "!Del")
	s.hit("Esc").says("the card again", "Enter or F2: edit text", "!next field")
	s.hit("Ctrl+E").says("the line for notes", "Ctrl+Shift+I: to the notes", "Esc: back to the map", "!Del")
	s.hit("Esc").says("the card after a note", "Enter or F2: edit text")
	s.hit("Enter").says("a card being edited", "Enter: done", "Shift+Enter: new line", "!next card")
	s.hit("Esc").hit("Esc").says("behind the last card", "Type, Enter or F2: new card", "!edit")
	s.hit("F2")
	s.write("x")
	s.says("a new card", "Enter: next card", "Esc: done")
	s.hit("Esc")
	s.hit("Esc").hit("Ctrl+F").says("where words are found", "Enter: next place", "Shift+Enter: the one before", "Esc: end the search", "!edit")
	s.hit("Ctrl+H").says("where they are found to be replaced", "Enter: next place")
	s.hit("Tab").says("what they are replaced with", "Enter: replace", "!Enter: next place")
	s.hit("Esc").hit("Ctrl+H")
	s.write("a")
	s.settle()
	s.hit("Tab").hit("Tab").says("on replacing one", "Enter: replace, and on", "!Enter: next place")
	s.hit("Tab").says("on replacing all", "Enter: replace all", "!Enter: next place")
	s.hit("Esc").says("behind a search", "Enter or F2", "!replace")
	s.hit("Ctrl+Shift+O").says("the outline", "Arrows: next line", "Enter: to the map", "!Del")
	s.hit("Down").says("a line on in the outline", "Arrows: next line", "!Del")
	s.hit("Enter").says("the map again", "!Arrows: next line")
	s.hit("Ctrl+Shift+O")
	head("Notice")(s)
	s.hit("F2").says("the name of a stage", "Enter: done", "!Shift+Enter")
	s.hit("Ctrl+Shift+T").says("a new stage", "Enter: next stage", "Esc: done")
	s.hit("Esc").hit("Ctrl+Shift+L").says("a new lane", "Enter: next lane")
	s.hit("Esc").hit("Ctrl+Shift+R").says("a new persona", "Enter: done", "Tab: next persona", "!next field")
	s.write("Rosa")
	s.hit("Enter").says("a persona", "Enter or F2: edit text", "Space: role and goals", "Ctrl+Enter: next persona")
	s.hit("Space")
	s.write("student, 19")
	s.hit("Esc")
	for p := range s.Document().Map().Personas() {
		if p.Name != "Rosa" || p.Role != "student, 19" {
			t.Errorf("what is written behind Space makes %q of %q", p.Role, p.Name)
		}
	}
	s.hit("Tab").says("where a persona may come", "Type or Enter: new persona")
	s.hit("Tab").says("where the scenario may come", "Type or Enter: fill in", "Tab: next field")
	cell("Notice", "curve")(s)
	s.says("the curve", "1 very bad (−2) … 5 very good (+2)", "Tab: next stage")
	s.Board().SetEnterBreaks(true)
	card("b")(s)
	s.hit("F2").says("a card with long words", "Ctrl+Enter: done", "Enter: new line")
}

func TestALetterTypedOnTheStateIsAnsweredInWords(t *testing.T) {
	s := newStage(t).room()
	s.Board().SelectSpot(edit.Spot{Kind: edit.HeadField, ID: s.Document().Map().ID(), Field: "state"})
	s.says("the state", "Enter: current or future state")
	s.hit("F")
	if want := s.say(words.BoardStateKeys); s.Toast() != want {
		t.Errorf("said is %q, want %q", s.Toast(), want)
	}
}

func TestEditingIsCalledTheSameInHintsMenusAndPalette(t *testing.T) {
	for _, l := range words.Languages() {
		name, hint := strings.ToLower(l.Say(words.CommandEdit, nil)), strings.ToLower(l.Say(words.HintEdit, nil))
		if !strings.HasSuffix(hint, ": "+name) {
			t.Errorf("%s: the hint says %q, the menu %q", l.Tag(), hint, name)
		}
	}
}

func TestANewMapIsNamedByTypingAndEnterGoesOnToItsFirstCard(t *testing.T) {
	s := newStage(t).start().typist()
	for i := range s.templates {
		s.NewMap(i)
		s.settle()
		if !s.Board().Editing() || s.Board().Spot().Kind != edit.Title {
			t.Fatalf("template %d opens with %+v", i, s.Board().Spot())
		}
		s.says("a new map", "Enter: on to the map", "Tab: next field")
		s.write("Buying a bicycle")
		s.hit("Enter")
		if got := s.Document().Map().Header().Title; got != "Buying a bicycle" {
			t.Errorf("template %d: the map is called %q", i, got)
		}
		if spot := s.Board().Spot(); s.Board().Editing() || spot.InHead() {
			t.Errorf("template %d: Enter goes on to %+v", i, spot)
		}
		s.write("First words")
		s.hit("Esc")
		if !strings.Contains(strings.Join(texts(s.Document().Map()), "|"), "First words") {
			t.Errorf("template %d: the first card is lost", i)
		}
	}
	s.NewMap(0)
	s.settle()
	title := s.Document().Map().Header().Title
	s.hit("Tab")
	s.says("beside the title", "Type or Enter: new persona")
	if got := s.Document().Map().Header().Title; got != title || s.canUndo() {
		t.Errorf("nothing was typed, and the title is %q, was %q", got, title)
	}
}

func TestTheInboxIsEnteredAndLeftByKeysAndSaysHowANoteComesAndGoes(t *testing.T) {
	s := newStage(t).room()
	card("d")(s)
	s.hit("Ctrl+Shift+I")
	if got := s.chosen(); len(got) != 1 || got[0] != "note" || s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Fatalf("selected are %q", got)
	}
	s.says("a note", "Enter or F2: edit text", "Alt+↑: place on the map", "Esc: back to the map", "!Tab: next stage")
	s.hit("Alt+Up")
	if got := s.cellTexts("Choose", "opportunities"); len(got) != 1 || got[0] != "note" {
		t.Errorf("placed are %q", got)
	}
	card("d")(s)
	s.hit("Ctrl+Shift+I").says("the empty inbox", "Type, Enter or F2: new note", "Esc: back to the map")
	if s.Run("take-note") {
		t.Error("a note can be placed in the inbox it lies in")
	}
	s.write("Later")
	s.hit("Esc").hit("Esc")
	if got := s.chosen(); len(got) != 1 || got[0] != "d" {
		t.Errorf("Escape leads back to %q", got)
	}
	s.Run("show-details")
	s.hit("Space").hit("Ctrl+Shift+I")
	if s.win.Canvas().Focused() != fyne.Focusable(s.Board()) || !s.Board().Spot().Inbox() {
		t.Error("from the details it does not lead to the inbox")
	}
}

func TestAnEmptyPlaceHasNoTextToEditInMenusAndPalette(t *testing.T) {
	s := newStage(t).room()
	for _, c := range []struct {
		from func(*stage)
		can  bool
	}{{card("b"), true}, {head("Notice"), true}, {lane("tasks"), true}, {cell("Visit", "tasks"), false}, {cell("Notice", "curve"), false}} {
		c.from(s)
		if got := !s.disabled(s.find("edit")); got != c.can {
			t.Errorf("at %+v text can be edited: %t, want %t", s.Board().Spot(), got, c.can)
		}
	}
	cell("Visit", "tasks")(s)
	s.hit("F2")
	if !s.Board().Editing() {
		t.Error("F2 does not begin a card where the status bar says so")
	}
}

func TestThePointerLeftOnAToolDoesNotHideTheKeysOfTyping(t *testing.T) {
	s := newStage(t).room()
	card("b")(s)
	s.status.setHint("Card details")
	s.says("a tool pointed at", "Card details", "!Enter")
	s.hit("F2").says("typing then", "Enter: done", "!Card details")
}
