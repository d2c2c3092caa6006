//go:build !nogui

package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// drop lets files fall onto the window.
func (s *stage) drop(paths ...string) {
	s.t.Helper()
	var files []fyne.URI
	for _, path := range paths {
		files = append(files, storage.NewFileURI(path))
	}
	s.dropped(files)
	s.settle()
}

func TestOneFileDroppedIsOpened(t *testing.T) {
	s := newStage(t).start()
	s.drop(s.file("bread.journey.yaml", oneCard))
	if s.Document() == nil || s.Document().Map().Header().Title != "Bread" {
		t.Error("the map is not on the screen")
	}
}

func TestOfSeveralFilesDroppedEachBecomesAMapAndAllThatIsWrongIsToldAtOnce(t *testing.T) {
	s := newStage(t).start()
	bread := s.file("bread.journey.yaml", oneCard)
	cake := s.file("cake.journey.yaml", strings.Replace(oneCard, "title: Bread\n", "", 1))
	bad := s.file("bad.journey.yaml", "format: footpath/1\ntitle: Bad\nstate: yesterday\ncolour: red\n")
	s.drop(bread, s.file("picture.gif", "GIF89a"), cake, bad)
	sheet := s.sheet()
	if sheet.Title() != "2 of 4 files were not imported" {
		t.Errorf("it says %q", sheet.Title())
	}
	said := saidIn(sheet)
	for _, want := range []string{"picture.gif", "bad.journey.yaml", "Line 3, column 8", "Line 4, column 1"} {
		if !strings.Contains(said, want) {
			t.Errorf("the message does not name %s: %s", want, said)
		}
	}
	s.answer("Close")
	if got := s.titles(); !strings.Contains(got, "Bread") || !strings.Contains(got, "cake") || strings.Contains(got, "Bad") {
		t.Errorf("home shows %q", got)
	}
	if s.Toast() != "Imported 2 maps" {
		t.Errorf("the toast says %q", s.Toast())
	}
	n := len(s.Home().Shown())
	s.drop(bread, cake)
	if got := len(s.Home().Shown()); got != n {
		t.Errorf("dropped again, they are %d maps instead of %d", got, n)
	}
}

func TestAFileChangedOutsideIsNotTakenInAmongOthers(t *testing.T) {
	s := newStage(t).start()
	bread, cake := s.file("bread.journey.yaml", oneCard), s.file("cake.journey.yaml", strings.Replace(oneCard, "Bread", "Cake", 1))
	s.drop(bread, cake)
	s.file("bread.journey.yaml", strings.Replace(oneCard, "Knead", "Fold", 1))
	s.drop(bread, cake)
	if got := saidIn(s.sheet()); !strings.Contains(got, "bread.journey.yaml") || !strings.Contains(got, "changed outside") {
		t.Errorf("it says %q", got)
	}
}
