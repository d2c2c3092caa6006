//go:build window

package windowtest

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"footpath/app/desktop/play"
)

// crashes is how often the editor is killed, and cards how many cards are being
// typed when it happens.
const crashes, cards = 5, 20

// TestAKilledEditorHasEveryCardItCalledSaved types twenty cards and kills the
// program at a random moment, five times. The trace has a line for each commit
// that came back, written by the event that makes the window say Saved: every
// text in it must be in the library.
func TestAKilledEditorHasEveryCardItCalledSaved(t *testing.T) {
	moments := rand.New(rand.NewPCG(20261114, 5))
	dir := t.TempDir()
	acknowledged := 0
	for round := range crashes {
		p := open(t, dir)
		w := p.play(8)
		w.Cell("Website", "tasks").Press(play.Escape)
		before := len(traced(t, p.trace()))
		typing := make(chan error, 1)
		go func() {
			for n := range cards {
				if err := w.Hands.Type(fmt.Sprintf("Card %d of round %d, typed in one go", n+1, round+1)); err != nil {
					typing <- err
					return
				}
				if err := w.Hands.Press(play.Enter); err != nil {
					typing <- err
					return
				}
			}
			typing <- nil
		}()
		// The moment counts from the first acknowledged word, so that there is
		// always something to lose.
		p.until("the first word is saved", func() bool { return len(traced(t, p.trace())) > before })
		time.Sleep(time.Duration(moments.IntN(6000)) * time.Millisecond)
		p.kill()
		if err := <-typing; err != nil {
			t.Fatal(err)
		}
		m := p.exported()
		var texts []string
		for card := range m.Cards() {
			texts = append(texts, card.Text)
		}
		lines := traced(t, p.trace())
		for _, text := range lines {
			if !begins(texts, text) {
				t.Errorf("round %d: %q was saved and is lost", round+1, text)
			}
		}
		acknowledged += len(lines) - before
	}
	t.Logf("%d kills, %d acknowledged texts, 0 lost when this test passes", crashes, acknowledged)
}

// traced lists the texts of the trace. A card's text is committed while it is
// typed, so a text may be the beginning of a later one.
func traced(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	lines := strings.Split(string(data), "\n")
	for _, line := range lines[:len(lines)-1] { // what has no end was never acknowledged
		for _, quoted := range strings.Split(line, "\t")[1:] {
			var text string
			if err := json.Unmarshal([]byte(quoted), &text); err != nil {
				t.Fatalf("the trace says %q: %v", quoted, err)
			}
			out = append(out, text)
		}
	}
	return out
}

func begins(texts []string, with string) bool {
	for _, text := range texts {
		if strings.HasPrefix(text, with) {
			return true
		}
	}
	return false
}
