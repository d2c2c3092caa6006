//go:build !nogui

package desktop

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/words"
	"footpath/storage/settings"
)

func TestEverySettingHoldsAtOnceAndIsKept(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("settings")
	s.press(fyne.KeyRight)
	s.press(fyne.KeyRight)
	if got := s.shown(); got != look.Contrast {
		t.Errorf("the palette is %q", got)
	}
	if s.win.Canvas().Overlays().Top() == nil {
		t.Fatal("the settings are gone after one of them")
	}
	s.press(fyne.KeyEscape)
	if s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Error("the board does not have the keyboard back")
	}
	s.settingsOn(largerControl)
	s.press(fyne.KeySpace)
	s.press(fyne.KeySpace)
	s.settingsOn(languageControl)
	s.press(fyne.KeyRight)
	if got := s.sheet().Title(); got != "Einstellungen" {
		t.Errorf("in the other language the settings are called %q", got)
	}
	s.setEnterBreaks(true)
	s.settle()
	want := settings.Settings{Theme: "high-contrast", TextSize: 120, EnterBreaks: true, Language: "de"}
	if got := s.saved[len(s.saved)-1]; got.Theme != want.Theme || got.TextSize != want.TextSize || got.EnterBreaks != want.EnterBreaks || got.Language != want.Language {
		t.Errorf("kept is %+v, want %+v", got, want)
	}
	if !slices.Equal(s.scales, []float32{1, 1.1, 1.2}) {
		t.Errorf("the toolkit was told to draw %v times as large", s.scales)
	}
	if s.Document() == nil {
		t.Error("the map is gone from the screen")
	}
}

func TestTextIsNeverSmallerOrLargerThanCanBeUsed(t *testing.T) {
	s := newStage(t).start()
	s.setTextSize(170)
	for range 3 {
		s.stepTextSize(1)
	}
	if got := s.textSize(); got != 200 {
		t.Errorf("the largest text is %d %%", got)
	}
	s.setTextSize(110)
	for range 3 {
		s.stepTextSize(-1)
	}
	if got := s.textSize(); got != 90 {
		t.Errorf("the smallest text is %d %%", got)
	}
	for set, want := range map[int]int{0: 100, 5: 85, 1000: 200, 125: 125} {
		s.set.TextSize = set
		if got := s.textSize(); got != want {
			t.Errorf("%d in the settings gives %d", set, got)
		}
	}
}

func TestWhereEnterBeginsANewLineTheHintsAndTheKeysSaySo(t *testing.T) {
	s := newStage(t).openSample()
	s.setEnterBreaks(true)
	s.Run("add-card")
	s.write("one")
	s.press(fyne.KeyReturn)
	s.write("two")
	if got := s.Board().Status().Hints[:2]; !slices.Equal(got, []words.Key{words.HintCtrlEnter, words.HintEnterLine}) {
		t.Errorf("the hints are %v", got)
	}
	s.press(fyne.KeyEscape)
	if got := texts(s.Document().Map()); !slices.Contains(got, "one\ntwo") {
		t.Error("Enter did not begin a line")
	}
	for _, g := range s.keyGroups() {
		for _, line := range g.lines {
			if line.what == s.say(words.MannerKeepNext) && !slices.Equal(line.keys, []string{"Ctrl+Enter"}) {
				t.Errorf("the next card is said to be %v", line.keys)
			}
		}
	}
}

func TestTheProgramBeginsWhereItEnded(t *testing.T) {
	s := newStage(t).openSample()
	id := s.Document().Map().ID()
	s.settle()
	again := onDisk(t, s.disk, s.set)
	again.Resume()
	again.settle()
	if again.Document() == nil || again.Document().Map().ID() != id {
		t.Fatal("the map is not on the screen again")
	}
	again.OpenHome()
	again.settle()
	third := onDisk(t, s.disk, again.set)
	third.Resume()
	third.settle()
	if third.Document() != nil {
		t.Error("all maps were looked at last, and a map is on the screen")
	}
	third.Home().FocusOn(id)
	third.press(fyne.KeyDelete)
	third.settle()
	set := third.set
	set.AtHome = false
	fourth := onDisk(t, s.disk, set)
	fourth.Resume()
	fourth.settle()
	if fourth.Document() != nil {
		t.Error("a map is on the screen that lies in the bin")
	}
}
