//go:build window

package windowtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"footpath/app/desktop/play"
	"footpath/mapmodel"
	"footpath/storage/journey"
)

// TestAFirstMapTakesNoMouseAndAtMostEightyKeys makes a map of three stages, fifteen cards, an emotion curve and two opportunities,
// from the program's start to the exported PDF, and counts the keys pressed beyond the letters typed.
func TestAFirstMapTakesNoMouseAndAtMostEightyKeys(t *testing.T) {
	dir := t.TempDir()
	p := start(t, dir)
	w := p.play(8)
	w.Press(play.Ctrl, 'N')
	p.until("the new map is on the screen", func() bool {
		title, err := exec.Command("xdotool", "getwindowname", p.window).Output()
		return err == nil && strings.Contains(string(title), "Untitled map")
	})
	w.Type("Buying a bicycle").Press(play.Enter)
	row := func(cells ...[]string) {
		for i, cell := range cells {
			for j, text := range cell {
				if w.Type(text); j < len(cell)-1 {
					w.Press(play.Enter)
				}
			}
			if i < len(cells)-1 {
				w.Press(play.Tab)
			}
		}
	}
	next := func() { w.Press(play.Escape).Press(play.PageDown).Press(play.Home) }
	row([]string{"Dream of riding to work", "Ask friends which kind"}, []string{"Visit two shops", "Ride three of them"}, []string{"Fetch it", "Ride home"})
	w.Press(play.Tab)
	row([]string{"So many kinds!"}, []string{"This one fits."}, []string{"Why did I wait so long?"})
	w.Press(play.Tab).Type("2").Press(play.Tab).Type("4").Press(play.Tab).Type("5").Press(play.Tab)
	w.Pressed += 3 // these are no letters
	row([]string{"Shop's website"}, []string{"Test ride"})
	next()
	row([]string{"Nobody explains the sizes"}, []string{"A ride decides"})
	next()
	row([]string{"Show sizes on a drawing"}, []string{"Offer rides without a booking"})
	w.Press(play.Ctrl, 'P').Press(play.Enter)

	page := filepath.Join(dir, "Buying a bicycle.pdf")
	p.until("the page is written", func() bool {
		_, err := os.Stat(page)
		return err == nil
	})
	t.Logf("%d keys beyond the letters typed", w.Pressed)
	if w.Pressed > 80 {
		t.Errorf("it took %d keys beyond the letters typed", w.Pressed)
	}
	said, err := exec.Command("pdftotext", page, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"Buying a bicycle", "Ride three of them", "Why did I wait so long?", "Offer rides without a booking", "Before", "After"} {
		if !strings.Contains(bare(string(said)), bare(text)) {
			t.Errorf("the page does not say %q", text)
		}
	}
	code, file := p.second("export", "Buying a bicycle", "-f", "yaml", "-o", "-")
	m, mistakes := journey.Read([]byte(file), mapmodel.NewSeededSource(1))
	if code != 0 || len(mistakes) > 0 {
		t.Fatalf("export ended with %d: %s", code, file)
	}
	written, points, ideas := 0, 0, 0
	for card := range m.Cards() {
		if card.Text != "" {
			written++
		}
		if card.Emotion.Known {
			points++
		}
		if lane := mapmodel.Find[*mapmodel.Lane](m, card.Lane); lane != nil && lane.LaneKind == mapmodel.LaneOpportunities {
			ideas++
		}
	}
	if written != 15 || points != 3 || ideas != 2 {
		t.Errorf("the map has %d cards, %d points of the curve and %d opportunities", written, points, ideas)
	}
	p.close()
}
