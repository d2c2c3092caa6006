//go:build !nogui

package desktop

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/mapmodel"
	"footpath/storage/library"
)

func TestWhatIsTypedIsSaidToBeSavedOnceItIs(t *testing.T) {
	s := newStage(t).openSample()
	if got := s.Saving(); got != "Saved" {
		t.Fatalf("a map just opened is %q", got)
	}
	s.Run("add-card")
	s.write("Ask the neighbour")
	s.press(fyne.KeyEscape)
	if got := s.Saving(); got != "Saved" && got != "Saving…" {
		t.Errorf("while it is written, the status bar says %q", got)
	}
	s.until("all is saved", func() bool {
		return s.Saving() == "Saved" && s.open.status.Unsaved == 0 && s.open.session.Status().Saving == library.Saved
	})
	if !slices.Contains(texts(s.stored()), "Ask the neighbour") {
		t.Error("saved, and not in the library")
	}
}

func TestNotSavedIsSaidWithItsReasonAndTriedAgain(t *testing.T) {
	s := newStage(t).openSample()
	s.disk.full.Store(true)
	s.Run("add-card")
	s.write("Nowhere to go")
	s.press(fyne.KeyEscape)
	s.until("the failure is told", func() bool { return strings.HasPrefix(s.Saving(), "Not saved") })
	if got := s.Saving(); got != "Not saved: The disk is full." {
		t.Errorf("the status bar says %q", got)
	}
	if !s.status.retry.Visible() {
		t.Error("there is no way to try again")
	}
	s.Quit()
	s.settle()
	if got := s.sheet().Title(); got != "Not everything is saved" {
		t.Errorf("quitting asks %q", got)
	}
	s.answer("Stay")
	s.disk.full.Store(false)
	s.retry()
	s.until("all is saved", func() bool { return s.Saving() == "Saved" })
	if !slices.Contains(texts(s.stored()), "Nowhere to go") {
		t.Error("the words are lost")
	}
}

func TestAMapLeftBeforeItWasWrittenIsTheSameWhenItIsOpenedAgain(t *testing.T) {
	s := newStage(t).openSample()
	id := s.Document().Map().ID()
	s.disk.full.Store(true)
	s.Run("add-card")
	s.write("Do not forget me")
	s.Run("all-maps")
	s.settle()
	if got := s.Saving(); !strings.HasPrefix(got, "Not saved") {
		t.Errorf("home says %q", got)
	}
	s.OpenMap(id)
	s.settle()
	if s.Document() == nil || !slices.Contains(texts(s.Document().Map()), "Do not forget me") {
		t.Fatal("the words are gone")
	}
	s.disk.full.Store(false)
	s.retry()
	s.until("all is saved", func() bool { return s.Saving() == "Saved" })
	s.Run("all-maps")
	s.settle()
	if len(s.kept) != 0 {
		t.Error("a saved map is still held")
	}
}

func TestTheEndKeepsWhatIsBeingTyped(t *testing.T) {
	for where, begin := range map[string]func(*stage){
		"on the board":       func(s *stage) { s.Run("add-card") },
		"in the details":     func(s *stage) { s.field("note") },
		"as a note":          func(s *stage) { s.Run("quick-note") },
		"on the slides":      func(s *stage) { s.Run("present"); s.showing.TakeNotes() },
		"with details aside": func(s *stage) { s.showDetails(); s.Run("quick-note") },
	} {
		for _, end := range []string{"by the menu", "without a word", "by going home"} {
			t.Run(where+", "+end, func(t *testing.T) {
				s := newStage(t).openSample()
				id := s.Document().Map().ID()
				begin(s)
				on := s.win.Canvas()
				if s.showing != nil {
					on = s.showing.Window().Canvas()
				}
				for _, r := range "The last wor" {
					on.Focused().TypedRune(r)
				}
				switch end {
				case "by the menu":
					s.Quit()
					s.settle()
				case "by going home":
					s.OpenHome()
					s.settle()
				}
				if err := s.Stop(); err != nil {
					t.Fatal(err)
				}
				l, err := library.New(s.disk)
				if err != nil {
					t.Fatal(err)
				}
				m, _, err := l.Open(id)
				if err != nil {
					t.Fatal(err)
				}
				if !slices.ContainsFunc(slices.Collect(m.Cards()), func(c *mapmodel.Card) bool { return c.Text == "The last wor" || c.Note == "The last wor" }) {
					t.Error("it is lost")
				}
				if err := l.Close(); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

func TestTheEndKeepsATitleThatIsBeingWrittenOnHome(t *testing.T) {
	for _, quits := range []bool{true, false} {
		s := newStage(t).start()
		id := s.Home().Shown()[0].ID
		s.Run("home-rename")
		s.write("Half a titl")
		if quits {
			s.Quit()
			s.settle()
		}
		if err := s.Stop(); err != nil {
			t.Fatal(err)
		}
		again := onDisk(t, s.disk, s.params.Settings)
		again.OpenMap(id)
		again.settle()
		if got := again.Document().Map().Header().Title; got != "Half a titl" {
			t.Errorf("by the menu: %v: the map is called %q", quits, got)
		}
	}
}

func TestTheDetailsAreShownAgainAsTheEndOfTheProgramFoundThem(t *testing.T) {
	for _, shown := range []bool{true, false} {
		s := newStage(t).openSample()
		id := s.Document().Map().ID()
		if s.showDetails(); !shown {
			s.hideDetails()
		}
		if err := s.Stop(); err != nil {
			t.Fatal(err)
		}
		again := onDisk(t, s.disk, s.params.Settings)
		again.OpenMap(id)
		again.settle()
		if got := again.showsDetails(); got != shown {
			t.Errorf("left with details: %v, come back with: %v", shown, got)
		}
	}
}

func TestUndoGoesOnWhereItWasLeftYesterday(t *testing.T) {
	s := newStage(t).openSample()
	before := s.Document().Map()
	s.Run("add-card")
	s.write("A thought")
	s.press(fyne.KeyEscape)
	s.Run("all-maps")
	s.settle()
	s.OpenMap(before.ID())
	s.settle()
	if !s.toolbar.undo.Enabled() {
		t.Fatal("there is nothing to undo")
	}
	s.Run("undo")
	if !mapmodel.Equal(s.Document().Map(), before) {
		t.Error("undone, the map is not what it was")
	}
	if !s.toolbar.redo.Enabled() || !s.Run("redo") {
		t.Error("it cannot be brought back")
	}
}

func TestTheTraceHasALineForEveryChangeOnDisk(t *testing.T) {
	s := newStage(t)
	path := filepath.Join(s.folder, "trace")
	trace, err := OpenTrace(path)
	if err != nil {
		t.Fatal(err)
	}
	s.p.Trace = trace
	s.openSample()
	s.disk.full.Store(true)
	s.Run("add-card")
	s.write("Two\tparts")
	s.press(fyne.KeyEscape)
	s.until("the failure is told", func() bool { return strings.HasPrefix(s.Saving(), "Not saved") })
	if got := s.read(path); got != "" {
		t.Errorf("nothing is on disk, and the trace says %q", got)
	}
	s.disk.full.Store(false)
	s.retry()
	s.until("all is saved", func() bool { return s.Saving() == "Saved" })
	lines := strings.Split(strings.TrimSpace(s.read(path)), "\n")
	last := strings.Split(lines[len(lines)-1], "\t")
	if len(last) != 2 || last[1] != `"Two\tparts"` {
		t.Errorf("the last line is %q", lines[len(lines)-1])
	}
	if _, err := mapmodel.ParseID(last[0]); err != nil {
		t.Error(err)
	}
}

func TestWhereThePersonWasIsRemembered(t *testing.T) {
	s := newStage(t).openSample()
	id := s.Document().Map().ID()
	s.press(fyne.KeyRight)
	s.Board().ZoomTo(141)
	spot, zoom := s.Board().Spot(), s.Board().Status().Zoom
	s.Run("all-maps")
	s.settle()
	s.OpenMap(id)
	s.settle()
	if got := s.Board().Status().Zoom; got != zoom {
		t.Errorf("the zoom is %d, it was %d", got, zoom)
	}
	if got := s.Board().Spot(); got.Column != spot.Column || got.Lane != spot.Lane {
		t.Errorf("at %+v, it was %+v", got, spot)
	}
}

func TestTheOfferToUndoEndsWithTheNextChange(t *testing.T) {
	s := newStage(t).openSample()
	n := s.Document().Map().CardCount()
	s.press(fyne.KeyDelete)
	if s.Toast() != "Deleted one card" {
		t.Fatalf("the toast says %q", s.Toast())
	}
	s.TakeToast()
	if got := s.Document().Map().CardCount(); got != n || s.Toast() != "" {
		t.Errorf("%d cards of %d after undo; the toast says %q", got, n, s.Toast())
	}
	s.press(fyne.KeyDelete)
	s.Run("undo")
	if s.Toast() != "" {
		t.Errorf("undone by its key, it is still offered: %q", s.Toast())
	}
}
