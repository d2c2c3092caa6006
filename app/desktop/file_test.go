//go:build !nogui

package desktop

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/mapmodel"
	"footpath/storage/journey"
)

const oneCard = "format: footpath/1\ntitle: Bread\nstages:\n  - name: Bake\n    tasks:\n      - Knead the dough\n"

func TestAFileOpenedTwiceIsOneMap(t *testing.T) {
	s := newStage(t).start()
	path := s.file("bread.journey.yaml", oneCard)
	s.OpenFile(path)
	s.settle()
	if s.Document() == nil || s.win.Title() != "Bread – Footpath" {
		t.Fatalf("the window says %q", s.win.Title())
	}
	id := s.Document().Map().ID()
	s.Run("all-maps")
	s.settle()
	s.OpenFile(path)
	s.settle()
	if got := s.Document().Map().ID(); got != id {
		t.Error("the file became another map")
	}
	s.OpenHome()
	s.settle()
	if n := len(s.Home().Shown()); n != 2 {
		t.Errorf("home shows %q", s.titles())
	}
}

func TestAProgramStartedWithAFileShowsItAndNothingElseComes(t *testing.T) {
	s := newStage(t)
	s.OpenFile(s.file("bread.journey.yaml", oneCard))
	s.settle()
	if s.Document() == nil {
		t.Fatal("no map is open")
	}
	s.OpenHome()
	s.settle()
	if got := s.titles(); got != "Bread" {
		t.Errorf("home shows %q", got)
	}
}

func TestAFileThatIsNoMapIsToldWithEveryMistakeAndItsPlace(t *testing.T) {
	s := newStage(t)
	s.OpenFile(s.file("bad.journey.yaml", "format: footpath/1\ntitle: Bad\nstate: yesterday\ncolour: red\n"))
	s.settle()
	if got := s.sheet().Title(); got != "“bad.journey.yaml” has 2 mistakes" {
		t.Errorf("it says %q", got)
	}
	said := saidIn(s.sheet())
	for _, want := range []string{"Line 3, column 8: ", "Line 4, column 1: "} {
		if !strings.Contains(said, want) {
			t.Errorf("%q does not say %q", said, want)
		}
	}
	s.answer("Close")
	for path, want := range map[string]string{
		filepath.Join(s.folder, "none.journey.yaml"): "The file was not opened",
		s.file("picture.gif", "GIF89a"):              "The file was not opened",
	} {
		s.OpenFile(path)
		s.settle()
		if got := s.sheet().Title(); got != want {
			t.Errorf("%s: it says %q", path, got)
		}
		s.answer("Close")
	}
	if n := len(s.Home().Shown()); n != 0 && s.titles() != licence {
		t.Errorf("something was taken in: %q", s.titles())
	}
}

func TestAFileChangedOutsideIsAskedAbout(t *testing.T) {
	changed := strings.Replace(oneCard, "Knead the dough", "Knead the dough twice", 1)
	for answer, want := range map[string]struct {
		cards string
		maps  int
		again bool // whether it asks once more when the file is opened again
	}{
		"Take in":     {"Knead the dough twice", 1, false},
		"Keep mine":   {"Knead the dough", 1, false},
		"Open a copy": {"Knead the dough twice", 2, true},
	} {
		t.Run(answer, func(t *testing.T) {
			s := newStage(t)
			path := s.file("bread.journey.yaml", oneCard)
			s.OpenFile(path)
			s.settle()
			s.file("bread.journey.yaml", changed)
			s.OpenFile(path)
			s.settle()
			if got := s.sheet().Title(); got != "“bread.journey.yaml” was changed outside Footpath" {
				t.Fatalf("it asks %q", got)
			}
			s.answer(answer)
			if got := strings.Join(texts(s.Document().Map()), ", "); got != want.cards {
				t.Errorf("the map says %q", got)
			}
			if answer == "Take in" {
				s.Run("undo")
				if got := strings.Join(texts(s.Document().Map()), ", "); got != "Knead the dough" {
					t.Errorf("undone, it says %q", got)
				}
			}
			s.OpenHome()
			s.settle()
			if n := len(s.Home().Shown()); n != want.maps {
				t.Errorf("home shows %q", s.titles())
			}
			s.OpenFile(path)
			s.settle()
			if asks := s.win.Canvas().Overlays().Top() != nil; asks != want.again {
				t.Errorf("opened once more, it asks: %t", asks)
			}
		})
	}
}

func TestAFileOpenedAgainTellsWhatItLacks(t *testing.T) {
	s := newStage(t)
	path := s.file("bread.journey.yaml", oneCard)
	open := func() string {
		s.toasts.Clear()
		s.OpenHome()
		s.settle()
		s.OpenFile(path)
		s.settle()
		return s.toasts.Note().Words
	}
	if open(); open() != "" {
		t.Fatalf("of what is the same it says %q", s.toasts.Note().Words)
	}
	s.Run("add-card")
	s.write("Let it rise")
	s.press(fyne.KeyEscape)
	if got := open(); got != "The map has changes that “bread.journey.yaml” does not have yet" {
		t.Fatalf("it says %q", got)
	}
	s.toasts.Note().Do()
	s.settle()
	if !strings.Contains(s.read(path), "Let it rise") || open() != "" {
		t.Error("saved from there, the file lacks it still")
	}
}

func TestSavingWritesTheFileTheMapCameFrom(t *testing.T) {
	s := newStage(t)
	path := s.file("bread.journey.yaml", oneCard)
	s.OpenFile(path)
	s.settle()
	s.Run("add-card")
	s.write("Let it rise")
	s.Run("save")
	s.settle()
	if got := s.Toast(); got != "Saved to "+path {
		t.Errorf("it says %q", got)
	}
	if m, bad := journey.Read([]byte(s.read(path)), mapmodel.NewSeededSource(1)); len(bad) > 0 || !mapmodel.Equal(m, s.Document().Map()) {
		t.Errorf("the file does not say what the map says: %v", bad)
	}
	s.OpenFile(path)
	s.settle()
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("our own writing is taken for somebody else's")
	}
	s.file("bread.journey.yaml", oneCard)
	s.Run("save")
	s.settle()
	if got := s.sheet().Title(); got != "“bread.journey.yaml” was changed outside Footpath" {
		t.Fatalf("it asks %q", got)
	}
	s.answer("Replace")
	if !strings.Contains(s.read(path), "Let it rise") {
		t.Error("told to replace, it did not")
	}
}

func TestSavingTheFirstTimeAsksWhere(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("save")
	s.settle()
	if got := s.sheet().Title(); got != "Save to a file" {
		t.Fatalf("it asks %q", got)
	}
	s.press(fyne.KeyReturn)
	s.settle()
	path := filepath.Join(s.folder, licence+".journey.yaml")
	m, bad := journey.Read([]byte(s.read(path)), mapmodel.NewSeededSource(1))
	if len(bad) > 0 || !mapmodel.Equal(m, s.Document().Map()) {
		t.Errorf("the file does not say what the map says: %v", bad)
	}
	s.OpenHome()
	s.settle()
	s.OpenFile(path)
	s.settle()
	s.OpenHome()
	s.settle()
	if got := s.titles(); got != licence {
		t.Errorf("the file written became a second map: %q", got)
	}
}

func TestExportAsksBeforeItReplacesAndSaysWhereItWent(t *testing.T) {
	s := newStage(t).openSample()
	export := func() {
		s.Run("export")
		if got := s.sheet().Title(); got != "Export" {
			t.Fatalf("it asks %q", got)
		}
		s.answer("Export")
	}
	export()
	path := filepath.Join(s.folder, licence+".pdf")
	if got := s.Toast(); !strings.HasPrefix(got, "Exported to "+path) {
		t.Fatalf("it says %q", got)
	}
	if !strings.HasPrefix(s.read(path), "%PDF-") {
		t.Error("what is there is no PDF")
	}
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	export()
	if got := s.sheet().Title(); got != "Replace “"+licence+".pdf”?" {
		t.Fatalf("it asks %q", got)
	}
	s.answer("Cancel")
	s.answer("Cancel")
	if s.read(path) != "mine" {
		t.Error("cancelled, and replaced")
	}
	export()
	s.answer("Replace")
	if !strings.HasPrefix(s.read(path), "%PDF-") {
		t.Error("told to replace, it did not")
	}
}

func TestAnExportThatFailsSaysWhyAndLeavesNothing(t *testing.T) {
	s := newStage(t).openSample()
	s.exporting().path.SetText(filepath.Join(s.folder, "not", "there", "licence.pdf"))
	s.answer("Export")
	if got := s.sheet().Title(); got != "The map was not exported" {
		t.Errorf("it says %q", got)
	}
	s.answer("Close")
	if s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Error("the board has lost the keyboard")
	}
}

func TestTheNameOfAFileHoldsNothingASystemRefuses(t *testing.T) {
	for title, want := range map[string]string{
		"Bread": "Bread", "a/b\\c:d": "a-b-c-d", "..": "map", "": "map", " x. ": "x", "Tür\nzu": "Tür-zu",
	} {
		if got := fileName(title); got != want {
			t.Errorf("%q became %q", title, got)
		}
	}
	if got := fileName(strings.Repeat("ü", 300)); len(got) > 100 {
		t.Errorf("a long title became %d bytes", len(got))
	}
}

func TestTheChooserIsWorkedByKeysAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("paths there begin otherwise; the rest is the same")
	}
	s := newStage(t).start()
	if err := os.Mkdir(filepath.Join(s.folder, "breads"), 0o700); err != nil {
		t.Fatal(err)
	}
	s.file("breads/rye.journey.yaml", oneCard)
	s.file("breads/notes.txt", "no map")
	s.Run("open")
	s.settle()
	s.write("bre")
	s.settle()
	s.press(fyne.KeyDown)
	s.press(fyne.KeyReturn)
	s.settle()
	s.press(fyne.KeyDown)
	s.press(fyne.KeyReturn)
	s.settle()
	if s.Document() == nil || !slices.Contains(texts(s.Document().Map()), "Knead the dough") {
		t.Errorf("the window says %q", s.win.Title())
	}
}

func TestAProgramStartedWithAFileThatFailsShowsHomeBehindTheWords(t *testing.T) {
	for name, text := range map[string]string{"bad.journey.yaml": "format: footpath/1\nstate: yesterday\n", "picture.gif": "GIF89a"} {
		s := newStage(t)
		s.OpenFile(s.file(name, text))
		s.settle()
		s.sheet()
		if len(s.frame.Objects) == 0 || s.Document() != nil {
			t.Errorf("%s: behind the words there is nothing", name)
		}
		s.answer("Close")
		if s.win.Canvas().Focused() == nil {
			t.Errorf("%s: nothing has the keyboard", name)
		}
		if got := s.titles(); got != licence {
			t.Errorf("%s: a newcomer sees %q", name, got)
		}
	}
}
