package command_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"footpath/assets/maps"
	"footpath/mapmodel"
	"footpath/storage/journey"
)

// bare is a text without white space.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// pdfText exports a map file and gives what pdftotext finds in the page.
func pdfText(t *testing.T, file string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "map.pdf")
	if _, words, code := run("export", file, "-o", out); code != 0 {
		t.Fatalf("exit %d: %s", code, words)
	}
	if said, err := exec.Command("qpdf", "--check", out).CombinedOutput(); err != nil {
		t.Fatalf("qpdf does not accept the page: %v\n%s", err, said)
	}
	text, err := exec.Command("pdftotext", out, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return bare(string(text))
}

// missing lists the cards of a map whose whole text is not in a page's text.
// Inbox cards stand beside the map and are not printed.
func missing(m *mapmodel.Map, page string) []string {
	var out []string
	for card := range m.Cards() {
		if !card.Column.IsZero() && !strings.Contains(page, bare(card.Text)) {
			out = append(out, card.Text)
		}
	}
	return out
}

func TestEveryCardsWholeTextIsInThePDFAndATakenOneIsMissed(t *testing.T) {
	for _, sample := range maps.All() {
		m, mistakes := journey.Read(sample.Data, mapmodel.NewSeededSource(1))
		if len(mistakes) > 0 {
			t.Fatal(mistakes)
		}
		file := filepath.Join(t.TempDir(), sample.Name)
		if err := os.WriteFile(file, sample.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		if lost := missing(m, pdfText(t, file)); len(lost) > 0 {
			t.Errorf("%s: the page lacks %q", sample.Name, lost)
		}
		if m.CardCount() == 0 {
			continue
		}
		// The check itself is checked: a card less on the page must be missed.
		first := m.Cell(m.ColumnIDs()[0], m.LaneOf(mapmodel.LaneTasks).ID).Card(0)
		desk := &mapmodel.Desk{Source: mapmodel.NewSeededSource(2), Now: someDay}
		c, err := desk.RemoveCards(m, []mapmodel.ID{first.ID})
		if err != nil {
			t.Fatal(err)
		}
		less, err := m.Apply(c)
		if err != nil {
			t.Fatal(err)
		}
		text, err := journey.Marshal(less)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if lost := missing(m, pdfText(t, file)); len(lost) != 1 || lost[0] != first.Text {
			t.Errorf("%s: %q was taken out, but %q is missed", sample.Name, first.Text, lost)
		}
	}
}

func TestTwoExportsHaveTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "map.journey.yaml")
	if err := os.WriteFile(file, maps.All()[0].Data, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"pdf", "png", "svg", "yaml"} {
		one, words, code := run("export", file, "-f", format, "-o", "-")
		if code != 0 {
			t.Fatal(words)
		}
		two, _, _ := run("export", file, "-f", format, "-o", "-")
		if !bytes.Equal([]byte(one), []byte(two)) || one == "" {
			t.Errorf("two exports as %s differ", format)
		}
	}
}

func someDay() time.Time { return time.Date(2026, 11, 14, 9, 0, 0, 0, time.UTC) }
