//go:build !nogui

package desktop

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/render/scene"
)

// exporting opens the export dialog and waits for its pages.
func (s *stage) exporting() *exporter {
	s.t.Helper()
	e := s.newExporter()
	e.renew()
	e.show()
	s.settle()
	return e
}

// pageShown is what the pager says.
func (e *exporter) pageShown() string { return e.preview.words.Words() }

// choose goes to an option of a stepper by its words.
func choose(t *testing.T, s *parts.Stepper, words string) {
	t.Helper()
	press := func(key fyne.KeyName) { s.TypedKey(&fyne.KeyEvent{Name: key}) }
	press(fyne.KeyHome)
	for s.AccessibilityLabel() != s.Name()+": "+words {
		before := s.Chosen()
		if press(fyne.KeyRight); s.Chosen() == before {
			t.Fatalf("there is no %q", words)
		}
	}
}

func TestTheExportDialogShowsThePagesAsTheyAreChosen(t *testing.T) {
	s := newStage(t).openSample()
	e := s.exporting()
	if got := e.pageShown(); got != "Page 1 of 2" || e.preview.image.Image == nil {
		t.Fatalf("it shows %q", got)
	}
	wide := e.preview.image.Image.Bounds()
	if wide.Dx() <= wide.Dy() {
		t.Errorf("the sheet lies upright: %v", wide)
	}
	choose(t, e.page.paper, "A4")
	choose(t, e.page.fit, "By stage")
	s.settle()
	first := e.preview.image.Image
	if got := e.pageShown(); !strings.HasPrefix(got, "Page 1 of ") || got == "Page 1 of 1" {
		t.Fatalf("A4 by stage shows %q", got)
	}
	e.path.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	s.settle()
	if got := e.pageShown(); !strings.HasPrefix(got, "Page 2 of ") || e.preview.image.Image == first {
		t.Errorf("the next page is %q", got)
	}
	e.page.lies.Choose(1)
	s.settle()
	if size := e.preview.image.Image.Bounds(); size.Dx() >= size.Dy() {
		t.Errorf("the sheet lies down: %v", size)
	}
	e.choice.Choose(1)
	s.settle()
	if !e.page.paper.Disabled() || !e.page.lies.Disabled() || !e.page.dpi.Disabled() || e.preview.image.Image != nil || e.pageShown() != "" {
		t.Error("a file of words has pages")
	}
	if got := e.why[words.DialogPaper].Words(); got != "not for YAML" {
		t.Errorf("beside the paper stands %q", got)
	}
	e.choice.Choose(2)
	s.settle()
	if e.page.paper.Disabled() || e.page.dpi.Disabled() || e.preview.image.Image == nil {
		t.Error("a picture has no pages")
	}
	if got := e.why[words.DialogPaper].Words() + e.why[words.ExportSize].Words(); got != "" {
		t.Errorf("of a picture's paper and size is said %q", got)
	}
	s.answer("Cancel")
}

func TestAPictureIsOfThePageThatIsSeen(t *testing.T) {
	s := newStage(t).openSample()
	e := s.exporting()
	choose(t, e.page.fit, "Poster over sheets")
	choose(t, e.page.paper, "A4")
	e.choice.Choose(3)
	s.settle()
	if !strings.HasPrefix(e.preview.said, "The picture shows the page that is seen here. ") {
		t.Errorf("of a picture is said %q", e.preview.said)
	}
	e.path.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	s.settle()
	s.answer("Export")
	if got := s.read(s.open.view.Export[exportPath]); !strings.Contains(got, "Row 1, column 2 of") {
		t.Error("another page was exported than was seen")
	}
	if !strings.Contains(s.toasts.Note().Words, "shows page 2;") {
		t.Errorf("it says %q", s.toasts.Note().Words)
	}
}

func TestTheExportDialogRemembersItsChoicesForEachMap(t *testing.T) {
	s := newStage(t).openSample()
	e := s.exporting()
	choose(t, e.page.paper, "A2")
	choose(t, e.page.fit, "As large as needed")
	e.page.lies.Choose(1)
	s.settle()
	s.answer("Export")
	if got := s.read(s.open.view.Export[exportPath]); !strings.HasPrefix(got, "%PDF-") {
		t.Fatal("nothing was exported")
	}
	again := s.exporting()
	o := again.page.options(again.format())
	if o.Paper != "A2" || o.Fit != scene.FitContent || !o.Upright {
		t.Errorf("it comes back with %+v", o)
	}
	s.answer("Cancel")
}

func TestAnExportDoesNotGoToAFolderThatIsGone(t *testing.T) {
	s := newStage(t).openSample()
	gone := filepath.Join(t.TempDir(), "gone")
	s.open.view.Export = map[string]string{exportPath: filepath.Join(gone, "licence.pdf")}
	e := s.exporting()
	if want := filepath.Join(s.Program.folder(), "licence.pdf"); e.path.Text != want {
		t.Errorf("it would go to %q, not to %q", e.path.Text, want)
	}
	s.answer("Cancel")
}

func TestAPosterIsMadeAsLargeAsIsChosenOnSheetsThatLieAsFewerAreNeeded(t *testing.T) {
	s := newStage(t).openSample()
	e := s.exporting()
	choose(t, e.page.paper, "A4")
	if !e.page.poster.Disabled() {
		t.Error("one sheet has the size of a poster")
	}
	if got := e.why[words.ExportPoster].Words(); got != "only for “Poster over sheets”" {
		t.Errorf("beside the poster stands %q", got)
	}
	choose(t, e.page.fit, "Poster over sheets")
	choose(t, e.page.poster, "A0")
	sheets := map[int]string{}
	for _, lies := range []int{liesDown, liesUpright, liesEither} {
		e.page.lies.Choose(lies)
		s.settle()
		sheets[lies] = e.pageShown()
	}
	if sheets[liesDown] == sheets[liesUpright] || sheets[liesEither] != min(sheets[liesDown], sheets[liesUpright]) {
		t.Errorf("it shows %v", sheets)
	}
	s.answer("Export")
	again := s.exporting()
	if o := again.page.options(again.format()); o.Poster != "A0" || !o.Either || o.Upright || o.Fit != scene.FitTiles {
		t.Errorf("it comes back with %+v", o)
	}
	choose(t, again.page.fit, "One sheet")
	s.settle()
	if o := again.page.options(again.format()); o.Poster != "" || o.Either {
		t.Errorf("one sheet is made with %+v", o)
	}
	s.answer("Cancel")
}

func TestWhatDoesNotFitIsSaidBeforeItIsPrinted(t *testing.T) {
	s := newStage(t).openSample()
	e := s.exporting()
	choose(t, e.page.paper, "A4")
	choose(t, e.page.fit, "One sheet")
	s.settle()
	said := e.preview.said
	if !strings.Contains(said, "The smallest text has") || !strings.Contains(said, "page of notes") {
		t.Errorf("it says %q", said)
	}
	s.answer("Cancel")
}

func TestAThemeIsSeenBeforeItIsUsed(t *testing.T) {
	s := newStage(t).openSample()
	e := s.exporting()
	printed := e.preview.image.Image
	choose(t, e.page.theme, "Dark, for screens")
	s.settle()
	if e.preview.image.Image == printed {
		t.Fatal("another theme looks the same")
	}
	r, g, b, _ := e.preview.image.Image.At(2, 2).RGBA()
	if r+g+b > 3*0x8000 {
		t.Errorf("the dark page has the ground %x %x %x", r, g, b)
	}
	s.answer("Export")
	again := s.exporting()
	if got := again.page.themed(); got != scene.ThemeScreenDark {
		t.Errorf("it comes back as %q", got)
	}
	broken := s.file("broken.yaml", "format: footpath-theme/1\nnaem: Riverbank\n")
	again.page.nameThemes(s.say, broken, func(int) { again.renew() })
	again.renew()
	s.settle()
	if again.preview.image.Image != nil || !strings.Contains(again.preview.said, "naem") {
		t.Errorf("a theme with mistakes is answered %q", again.preview.said)
	}
	s.answer("Cancel")
}
