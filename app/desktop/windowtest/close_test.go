//go:build window

package windowtest

import (
	"slices"
	"testing"
	"time"

	"footpath/app/desktop/play"
)

// TestAnEditorClosedInMidWordKeepsTheWord closes the window while a card is being typed, by each way a person has, without a pause
// after the last letter. (Ends that nobody asked for have tests of their own: signals in end_test.go, a crash in crash_test.go.)
func TestAnEditorClosedInMidWordKeepsTheWord(t *testing.T) {
	const words = "In the middle of a wor"
	for way, close := range map[string]func(w *play.Window){
		"by the window manager": func(w *play.Window) { w.Press(play.Alt, play.F4) },
		"by the key":            func(w *play.Window) { w.Press(play.Ctrl, 'Q') },
		"by the menu":           func(w *play.Window) { w.Press(play.F10).Press(play.Up).Press(play.Enter) },
	} {
		t.Run(way, func(t *testing.T) {
			p := open(t, t.TempDir())
			w := p.play(0)
			w.Cell("Website", "tasks").Type(words)
			close(w)
			p.untilEnded()
			if all := texts(p.exported()); !slices.Contains(all, words) {
				t.Errorf("the words are lost; there are %q", all)
			}
		})
	}
}

// untilEnded waits for the program to end by itself, and well.
func (p *program) untilEnded() {
	p.t.Helper()
	select {
	case err := <-p.ended:
		p.ended <- err
		if err != nil {
			p.t.Fatalf("it ended badly: %v: %s", err, p.words.String())
		}
	case <-time.After(patience):
		p.t.Fatal("it did not end")
	}
}
