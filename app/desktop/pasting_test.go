//go:build !nogui

package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/mapmodel"
)

// table is a text of so many lines and columns, as a spreadsheet copies it.
func table(lines, columns int) string {
	row := strings.TrimSuffix(strings.Repeat("cell\t", columns), "\t")
	return strings.Repeat(row+"\n", lines)
}

// pastes puts a text on the clipboard and pastes it in the first cell.
func (s *stage) pastes(text string) int {
	s.t.Helper()
	before := s.Document().Map().CardCount()
	s.app.Clipboard().SetContent(text)
	s.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{})
	s.settle()
	return s.Document().Map().CardCount() - before
}

func TestATableOfTwentyCellsIsPastedAtOnce(t *testing.T) {
	s := newStage(t).openSample()
	if got := s.pastes(table(4, 5)); got != 20 {
		t.Errorf("%d cards came", got)
	}
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("it asks for twenty cells")
	}
}

func TestALargerTableIsShownBeforeItIsPasted(t *testing.T) {
	s := newStage(t).openSample()
	if got := s.pastes(table(3, 7)); got != 0 {
		t.Fatalf("%d cards came before the answer", got)
	}
	if got := s.sheet().Title(); got != "Paste 21 cards?" {
		t.Errorf("it asks %q", got)
	}
	s.press(fyne.KeyEscape)
	if s.win.Canvas().Overlays().Top() != nil || s.win.Canvas().Focused() != fyne.Focusable(s.open.board) {
		t.Error("Escape does not lead back to the board")
	}
	before := s.Document().Map()
	s.pastes(table(3, 7))
	s.press(fyne.KeyReturn)
	s.settle()
	if got := s.Document().Map().CardCount() - before.CardCount(); got != 21 {
		t.Errorf("%d cards came after Enter", got)
	}
	s.Run("undo")
	s.settle()
	if !mapmodel.Equal(s.Document().Map(), before) {
		t.Error("one undo does not take it back")
	}
}
