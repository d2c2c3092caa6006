package torture

import (
	"context"
	"errors"
	"fmt"
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

const (
	// envText is how many bytes a card's text has to which letters are added.
	envText = "TORTURE_TEXT"
	// weighed is how many letters.
	weighed = 40
)

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
	words := strings.Repeat("the queue at the front desk, ", text/29+1)[:text]
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

// A letter costs the disk what it must: the pages in which something changed, and not the card's text again and again.
func TestALetterIsWrittenWithFewBytes(t *testing.T) {
	for _, c := range []struct{ text, most int }{{500, 64 << 10}, {30_000, 2 * 30_000}} {
		dir := scratch(t)
		tapePath := filepath.Join(dir, "tape")
		cmd := exec.Command(os.Args[0], "-test.run=^$")
		cmd.Env = append(os.Environ(), envWork+"=weigh", envLibrary+"="+filepath.Join(dir, "library.db"), envTape+"="+tapePath, fmt.Sprintf("%s=%d", envText, c.text))
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
		slices.Sort(commits)
		middle, most := commits[weighed/2], commits[weighed-1]
		t.Logf("a letter in a card of %d bytes: %d bytes are written, at most %d", c.text, middle, most)
		if most > c.most {
			t.Errorf("a letter in a card of %d bytes: %d bytes are written, at most %d; %d are allowed", c.text, middle, most, c.most)
		}
	}
}
