package pagecheck_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"footpath/app/formats"
	"footpath/app/formats/pagecheck"
	"footpath/assets/maps"
	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/pdf"
	"footpath/render/scene"
	"footpath/storage/journey"
)

func licence(t *testing.T) *mapmodel.Map {
	t.Helper()
	m, mistakes := journey.Read(maps.All()[0].Data, mapmodel.NewSeededSource(1))
	if err := mistakes.Err(); err != nil {
		t.Fatal(err)
	}
	return m
}

// without is a map less one card.
func without(t *testing.T, m *mapmodel.Map, card *mapmodel.Card) *mapmodel.Map {
	t.Helper()
	desk := &mapmodel.Desk{Source: mapmodel.NewSeededSource(2), Now: func() time.Time { return time.Unix(0, 0) }}
	c, err := desk.RemoveCards(m, []mapmodel.ID{card.ID})
	if err != nil {
		t.Fatal(err)
	}
	less, err := m.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	return less
}

// faults looks at a PDF that shows one map and carries another.
func faults(t *testing.T, shown, inside *mapmodel.Map, fit scene.Fit) []string {
	t.Helper()
	text, err := journey.Marshal(inside)
	if err != nil {
		t.Fatal(err)
	}
	sheet := scene.A3()
	sheet.Fit = fit
	var out bytes.Buffer
	s := scene.Layout(shown, scene.Print(), formats.PageWords(shown), sheet)
	if err := pdf.PaintWith(&out, s, pdf.Options{Attachment: text, AttachmentName: "map.journey.yaml", AttachmentType: "application/yaml"}); err != nil {
		t.Fatal(err)
	}
	return look(t, out.Bytes())
}

func look(t *testing.T, data []byte) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	found, err := pagecheck.File(path)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestAFileThatShowsItsMapHasNoFault(t *testing.T) {
	m := licence(t)
	for _, fit := range []scene.Fit{scene.FitAuto, scene.FitContent, scene.FitStages, scene.FitTiles} {
		if found := faults(t, m, m, fit); len(found) > 0 {
			t.Errorf("%s: %q", fit, found)
		}
	}
}

func TestWordsThatRunLeftwardMayStandInAnotherOrderButNoneMayLack(t *testing.T) {
	m := mapgen.Grid(1, 1, 1, 1)
	card := slices.Collect(m.Cards())[0]
	desk := &mapmodel.Desk{Source: mapmodel.NewSeededSource(2), Now: func() time.Time { return time.Unix(0, 0) }}
	set := func(text string) *mapmodel.Map {
		c, err := desk.SetText(m, card.ID, text)
		if err != nil {
			t.Fatal(err)
		}
		with, err := m.Apply(c)
		if err != nil {
			t.Fatal(err)
		}
		return with
	}
	for _, c := range []struct {
		text, page string
		lost       bool
	}{
		{"أين المكتب 12؟", "؟12 أين المكتب", false},
		{"أين المكتب 12؟", "؟ أين المكتب", true},
		{"where is 12?", "? where is 12", true}, // others have one order
	} {
		if lost := pagecheck.Lost(set(c.text), c.page); (len(lost) > 0) != c.lost {
			t.Errorf("of %q on %q, %d cards are lost", c.text, c.page, len(lost))
		}
	}
}

func TestACardTakenOutIsMissed(t *testing.T) {
	m := licence(t)
	cards := slices.Collect(m.Cards())
	for _, n := range []int{0, len(cards) / 2, len(cards) - 1} {
		want := `the card "` + cards[n].Text + `" is not on the pages`
		if found := faults(t, without(t, m, cards[n]), m, scene.FitAuto); !slices.Contains(found, want) {
			t.Errorf("without %q the faults are %q", cards[n].Text, found)
		}
	}
}

func TestAWordOfNeitherMapNorLegendIsFound(t *testing.T) {
	m := licence(t)
	for card := range m.Cards() {
		if card.Text != "Have a neighbour read it" {
			continue
		}
		found := faults(t, m, without(t, m, card), scene.FitAuto)
		if !slices.ContainsFunc(found, func(s string) bool { return strings.HasPrefix(s, `the word "neighbour" is on the pages`) }) {
			t.Errorf("the faults are %q", found)
		}
		return
	}
	t.Fatal("the sample has another text")
}

func TestWhatOtherSoftwareComplainsOfIsAFault(t *testing.T) {
	m := licence(t)
	f, _ := formats.Named(formats.PDF)
	var out bytes.Buffer
	if _, err := f.Write(&out, m, formats.Options{}); err != nil {
		t.Fatal(err)
	}
	// A reader that mends finds all in it and says that it had to.
	broken := bytes.Replace(out.Bytes(), []byte("startxref\n"), []byte("startxref\n1"), 1)
	if found := look(t, broken); len(found) == 0 || !strings.Contains(found[0], "qpdf") {
		t.Errorf("the faults are %q", found)
	}
}

func TestAFileWithoutItsMapIsNotLookedAt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := pagecheck.File(path); err == nil {
		t.Error("no error")
	}
}
