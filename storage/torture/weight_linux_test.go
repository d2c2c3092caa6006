package torture

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/library"
)

// weighed is how many letters are typed.
const weighed = 40

func init() { works["weigh"] = weigh }

// weigh types letters into the middle of a card's text in a map of 5,000 cards, each a commit of its own, with the tape running.
func weigh(path string, text int) error {
	l, err := library.Open(path, library.Options{Program: "torture"})
	if err != nil {
		return err
	}
	m := mapgen.Grid(50, 5, 20, 1)
	source := mapmodel.NewSeededSource(2)
	desk := &mapmodel.Desk{Author: l.Author(), Source: source, Now: time.Now}
	doc := mapmodel.NewDocument(m, source, time.Now)
	if err := l.Create(m, mapmodel.Change{At: 1}); err != nil {
		return err
	}
	session, err := l.Attach(doc, library.Listener{})
	if err != nil {
		return err
	}
	var card *mapmodel.Card
	for card = range m.Cards() {
		break
	}
	words := prose(text)
	write := func(at int, letters string) error {
		words = words[:at] + letters + words[at:]
		c, err := desk.SetText(doc.Map(), card.ID, words)
		if err == nil {
			_, err = doc.Do(c)
		}
		return errors.Join(err, session.Flush(context.Background()))
	}
	if err := write(0, ""); err != nil {
		return err
	}
	return recorded(func(say func(string)) error {
		for i := range weighed {
			if err := write(text/2+i, "e"); err != nil {
				return err
			}
			say(fmt.Sprint("saved ", i+1))
		}
		return l.Close()
	})
}

// prose is a text of a length whose words differ as those of a language do.
func prose(length int) string {
	random := rand.New(rand.NewPCG(7, 8))
	vocabulary := make([]string, 2000)
	for i := range vocabulary {
		for range 2 + random.IntN(8) {
			vocabulary[i] += string("etaoinsrhldcumfpgwybvkxjqz"[min(random.IntN(26), random.IntN(26))])
		}
	}
	var b strings.Builder
	for b.Len() < length {
		b.WriteString(vocabulary[min(random.IntN(2000), random.IntN(2000))] + " ")
	}
	return b.String()[:length]
}

// A letter costs the disk what it must: the pages in which something changed, and not the card's text again and again.
func TestALetterIsWrittenWithFewBytes(t *testing.T) {
	for _, c := range []struct{ text, most int }{{500, 64 << 10}, {30_000, 2 * 30_000}} {
		dir := scratch(t)
		tapePath := filepath.Join(dir, "tape")
		cmd := exec.Command(os.Args[0], "-test.run=^$")
		cmd.Env = append(os.Environ(), envWork+"=weigh", envLibrary+"="+filepath.Join(dir, "library.db"), envTape+"="+tapePath, fmt.Sprintf("%s=%d", envCount, c.text))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		var commits []int
		bytes := 0
		for _, e := range mustReadTape(t, tapePath) {
			switch e.Kind {
			case evWrite:
				bytes += len(e.Bytes)
			case evSaid:
				commits, bytes = append(commits, bytes), 0
			}
		}
		if len(commits) != weighed {
			t.Fatalf("%d commits were recorded", len(commits))
		}
		total := 0
		for _, n := range commits {
			total += n
		}
		mean := total / weighed
		t.Logf("a letter in a card of %d bytes: %d bytes are written, at most %d", c.text, mean, slices.Max(commits))
		if mean > c.most {
			t.Errorf("a letter in a card of %d bytes: %d bytes are written; %d are allowed", c.text, mean, c.most)
		}
	}
}
