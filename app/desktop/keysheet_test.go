//go:build !nogui

package desktop

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"footpath/app/desktop/parts"
	"footpath/app/words"
)

// keysFound are the lines of a section that a query finds.
func (s *stage) keysFound(query string) (here, there []string) {
	for _, section := range s.keySections(query) {
		for _, g := range section.groups {
			for _, line := range g.lines {
				if section.title == "" {
					here = append(here, line.what)
				} else {
					there = append(there, line.what)
				}
			}
		}
	}
	return here, there
}

func TestTheSheetOfKeysBeginsWithWhatCanBeDoneHereAndHasAllTheRestBelow(t *testing.T) {
	all := 0
	s := newStage(t).start()
	for _, g := range s.keyGroups() {
		all += len(g.lines)
	}
	here, there := s.keysFound("")
	if !slices.Contains(here, "Rename") || slices.Contains(here, "Fit map") || !slices.Contains(there, "Fit map") || len(here)+len(there) != all {
		t.Errorf("among all maps: %q, and below %q, of %d", here, there, all)
	}
	s = newStage(t).openSample()
	here, there = s.keysFound("")
	if here[0] != "Move the selection" || slices.Contains(here, "Maps as a list") || !slices.Contains(there, "Maps as a list") || len(here)+len(there) != all {
		t.Errorf("in a map: %q, and below %q, of %d", here, there, all)
	}
}

func TestTheSheetOfKeysFindsALineByWhatItDoesByItsKeyAndByOtherWordsForIt(t *testing.T) {
	s := newStage(t).openSample()
	for query, want := range map[string]string{"zoom out": "Zoom out", "ctrl+k": "Find or run a command", "CTRL+1": "Fit map", "middle button": "Move the map"} {
		if here, _ := s.keysFound(query); !slices.Contains(here, want) || len(here) > 12 {
			t.Errorf("%q finds %q, not %q", query, here, want)
		}
	}
	if here, there := s.keysFound("zzz"); len(here)+len(there) != 0 {
		t.Errorf("letters that stand nowhere find %q and %q", here, there)
	}
}

func TestTheSheetOfKeysIsSearchedWhileTypingScrolledByArrowsAndClosedByEscape(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("keys")
	scroll := scrollIn(s.sheet())
	if scroll == nil {
		t.Fatal("the keys cannot be scrolled")
	}
	s.press(fyne.KeyDown)
	if scroll.Offset.Y == 0 {
		t.Error("Down does not scroll")
	}
	whole := scroll.Content.MinSize().Height
	s.write("zoom")
	if got := scroll.Content.MinSize().Height; got == 0 || got > whole/4 || scroll.Offset.Y != 0 {
		t.Errorf("a word leaves %g of %g points, scrolled by %g", got, whole, scroll.Offset.Y)
	}
	s.write("zzz")
	if scroll.Content.MinSize().Height == 0 {
		t.Error("nothing says that nothing was found")
	}
	s.press(fyne.KeyEscape)
	if s.win.Canvas().Overlays().Top() != nil || s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Error("Escape does not lead back to the board")
	}
}

// scrollIn is what is scrolled within an object.
func scrollIn(o fyne.CanvasObject) *container.Scroll {
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *container.Scroll:
		return o
	case *fyne.Container:
		inside = o.Objects
	case *parts.Sheet, *parts.Panel:
		inside = test.WidgetRenderer(o.(fyne.Widget)).Objects()
	}
	for _, child := range inside {
		if found := scrollIn(child); found != nil {
			return found
		}
	}
	return nil
}

func TestEveryLineOfTheSheetOfKeysStaysInItsColumn(t *testing.T) {
	for _, language := range words.Languages() {
		s := newStage(t).start()
		s.speak(language)
		s.settle()
		for _, wide := range []float32{keysWide, 280} {
			for _, g := range s.keyGroups() {
				for _, line := range g.lines {
					if got := keySheetRow(line, wide).MinSize().Width; got > wide {
						t.Errorf("%s, %g wide: %q with %q%v needs %g", language.Tag(), wide, line.what, line.how, line.keys, got)
					}
				}
			}
		}
	}
}
