package formats_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"footpath/app/formats"
	"footpath/app/formats/pagecheck"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/pdf"
	"footpath/render/scene"
)

// posterOf lays a map out as a poster on sheets.
func posterOf(t *testing.T, m *mapmodel.Map, paper, size string, landscape bool) *scene.Scene {
	t.Helper()
	sheet, err := scene.NamedSheet(paper, landscape)
	if err != nil {
		t.Fatal(err)
	}
	sheet.Fit = scene.FitTiles
	if size != "" {
		if sheet.Poster, err = scene.NamedPoster(size); err != nil {
			t.Fatal(err)
		}
	}
	return scene.Layout(m, scene.Print(), formats.PageWords(m), sheet)
}

// runs gathers what a scene's pages say.
type runs struct{ strings.Builder }

func (*runs) Box(*scene.Box, scene.Point)         {}
func (*runs) Path(*scene.Path, scene.Point)       {}
func (*runs) Picture(*scene.Picture, scene.Point) {}
func (r *runs) Run(e *scene.Run, _ scene.Point)   { r.WriteString(e.Text) }

// letters counts the characters of a text, white space left out.
func letters(s string) map[rune]int {
	out := map[rune]int{}
	for _, r := range pagecheck.Bare(s) {
		out[r]++
	}
	return out
}

func TestAPosterIsReadOnceWhateverItsSheets(t *testing.T) {
	m := licence(t)
	for _, paper := range []string{"A4", "A3", "Letter"} {
		for _, size := range []string{"", "A0"} {
			for _, landscape := range []bool{true, false} {
				name := fmt.Sprintf("%s on %s landscape %t", size, paper, landscape)
				s := posterOf(t, m, paper, size, landscape)
				if len(s.Findings) > 0 {
					t.Errorf("%s: %v", name, s.Findings)
				}
				_, path := painted(t, s, nil)
				said(t, "qpdf", "--check", path)
				found := said(t, "pdftotext", "-raw", path, "-")
				for _, card := range pagecheck.Lost(m, found) {
					t.Errorf("%s: %q is not found", name, card.Text)
				}
				var all runs
				for _, page := range s.Pages {
					page.Draw(&all)
				}
				if !maps.Equal(letters(found), letters(all.String())) {
					t.Errorf("%s: the file has other words than its sheets", name)
				}
				if rows, columns := s.Poster.Count(); strings.Count(found, fmt.Sprintf(" of %d × %d", rows, columns)) != len(s.Pages) {
					t.Errorf("%s: not every sheet says which it is", name)
				}
			}
		}
	}
}

func TestWhatSeveralSheetsShowStandsInTheFileOnce(t *testing.T) {
	_, path := painted(t, posterOf(t, licence(t), "A4", "A0", true), nil)
	d := told(t, path)
	layers := 0 // forms that paint with what pages paint with; shapes met again and again need nothing
	for _, form := range d.Streams("/Subtype", "/Form") {
		if _, shared := form["/Resources"].(string); shared {
			layers++
		}
	}
	if layers != 1 {
		t.Errorf("%d layers", layers)
	}
	plain := said(t, "qpdf", "--qdf", "--object-streams=disable", path, "-")
	if used, pages := strings.Count(plain, "/Sheets Do"), strings.Count(plain, "re W n"); used < 2 || used != pages {
		t.Errorf("%d pages of %d show it", used, pages)
	}
}

func TestPostersOfOddMapsHaveSheetsForAll(t *testing.T) {
	one := mapgen.Grid(1, 1, 1, 1)
	for _, paper := range []string{"A4", "A3", "Letter"} {
		for _, landscape := range []bool{true, false} {
			if s := posterOf(t, one, paper, "", landscape); len(s.Pages) != 1 {
				t.Errorf("one card takes %d sheets of %s", len(s.Pages), paper)
			}
			s := posterOf(t, mapgen.Grid(60, 5, 2, 1), paper, "", landscape)
			if len(s.Findings) > 0 || len(s.Pages) < 10 {
				t.Errorf("60 stages on %d sheets of %s: %v", len(s.Pages), paper, s.Findings)
			}
		}
	}
}

func TestACardLargerThanASheetIsCutBetweenItsLinesAndThatIsSaid(t *testing.T) {
	m := mapgen.Grid(2, 2, 2, 1)
	desk := &mapmodel.Desk{Source: mapmodel.NewSeededSource(1), Now: time.Now}
	var long *mapmodel.Card
	for card := range m.Cards() {
		long = card
	}
	text := strings.Repeat("word and another word ", 1200)
	c, err := desk.SetText(m, long.ID, text)
	if err != nil {
		t.Fatal(err)
	}
	if m, err = m.Apply(c); err != nil {
		t.Fatal(err)
	}
	s := posterOf(t, m, "A4", "", true)
	if !slices.Contains(s.Findings, scene.Finding{Kind: scene.CutThrough, Card: long.ID}) { // others share its height
		t.Fatalf("the findings are %v", s.Findings)
	}
	_, path := painted(t, s, nil)
	said(t, "qpdf", "--check", path)
	if n := strings.Count(pagecheck.Bare(said(t, "pdftotext", "-raw", path, "-")), pagecheck.Bare("word and another word")); n < 1100 {
		t.Errorf("%d of 1,200 phrases stand together", n)
	}
	var all runs
	for _, page := range s.Pages {
		page.Draw(&all)
	}
	if got, want := letters(said(t, "pdftotext", "-raw", path, "-")), letters(all.String()); !maps.Equal(got, want) {
		t.Error("the file has other words than its sheets")
	}
}

func TestAPageTooLargeForAPDFIsRefusedWithTheWayOut(t *testing.T) {
	m := mapgen.Grid(170, 1, 1, 1)
	o := formats.Options{Fit: scene.FitContent}
	f, _ := formats.Named(formats.PDF)
	var out bytes.Buffer
	if _, err := f.Write(&out, m, o); !errors.Is(err, pdf.ErrTooLarge) || !strings.Contains(err.Error(), "the fit tiles") || out.Len() > 0 {
		t.Errorf("the error is %v, and %d bytes are written", err, out.Len())
	}
	look, err := formats.Preview(f, m, o)
	if err != nil || !slices.ContainsFunc(look.Findings, func(f formats.Finding) bool { return f.Partly && f.Key == words.FindingTooLarge }) {
		t.Errorf("before printing it is said: %v, %v", look.Findings, err)
	}
	o.Fit = scene.FitTiles
	if findings, err := f.Write(&out, m, o); err != nil || len(findings) != 1 || findings[0].Partly {
		t.Errorf("the way out leads nowhere: %v, %v", findings, err)
	}
}
