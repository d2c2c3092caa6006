//go:build window

package windowtest

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"footpath/app/desktop/play"
)

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// TestFromTheKeyboardToThePage is the main job, done once: open the sample, add
// three cards by keyboard alone, undo one, close the window, and find the two
// on the page and in the file.
func TestFromTheKeyboardToThePage(t *testing.T) {
	p := open(t, t.TempDir())
	w := p.play(12)
	w.Cell("Website", "tasks").
		Type("Try the search box first").Press(play.Enter).
		Type("Give up and phone a friend").Press(play.Escape)
	w.Cell("Counter", "insights").
		Type("Nobody asks for the old card").Press(play.Escape).
		Press(play.Ctrl, 'Z')
	p.close()

	page, err := exec.Command("pdftotext", p.export("pdf"), "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	file, err := os.ReadFile(p.export("yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for text, wanted := range map[string]bool{
		"Try the search box first": true, "Give up and phone a friend": true, "Nobody asks for the old card": false,
	} {
		if found := strings.Contains(bare(string(page)), bare(text)); found != wanted {
			t.Errorf("%q on the page: %t, want %t", text, found, wanted)
		}
		if found := strings.Contains(string(file), text); found != wanted {
			t.Errorf("%q in the file: %t, want %t", text, found, wanted)
		}
	}
	w.Map = p.exported
	w.Expect().Cell("Website", "tasks").Cards("Look up the fee and the papers", "Try the search box first", "Give up and phone a friend")
}
