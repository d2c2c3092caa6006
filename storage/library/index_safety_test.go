package library

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/engine/bolt"
)

// indexedFile makes a library with an index in a file and gives its path, a map of it, and the words of a card of it.
func indexedFile(t *testing.T) (path string, id mapmodel.ID) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "library.db")
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	m := mustCreate(t, l, "Renewing a licence")
	p := sit(t, l, m, Listener{})
	p.addCard(t, "Wait for the letter")
	p.flush(t)
	mustUpdate(t, l)
	mustClose(t, l)
	return path, m.ID()
}

// spoil alters a byte of every copy of a text in a file that stands in the index of words.
func spoil(t *testing.T, path, text string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for at := 0; ; n++ {
		i := bytes.Index(raw[at:], []byte(text))
		if i < 0 {
			break
		}
		at += i + len(text)
		raw[at+8] ^= 0xff // in the value behind the key
	}
	if n == 0 {
		t.Fatalf("%q is not in the file", text)
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestWithADamagedIndexWordsAreFoundAndABackupIsMade(t *testing.T) {
	path, id := indexedFile(t)
	spoil(t, path, "tletter\x00\x00\x00")
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, l)
	if _, err := l.store.Get(termKey("letter", 0)); !errors.Is(err, engine.ErrDamaged) {
		t.Fatal("the index is not damaged:", err)
	}
	mustMatch(t, l, "letter", id)
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := l.BackUp(backup); err != nil {
		t.Fatal(err)
	}
	mustMatch(t, l, "letter", id)
	mustUpdate(t, l)
	mustMatch(t, l, "letter", id)
	copied, err := Open(backup, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, copied)
	mustMatch(t, copied, "letter", id)
}

func TestARepairDropsTheIndex(t *testing.T) {
	path, id := indexedFile(t)
	spoil(t, path, "tletter\x00\x00\x00")
	checkup, err := Repair(path, Options{}, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if !checkup.Intact() || !checkup.Exact {
		t.Errorf("something is said to be lost: %+v", checkup)
	}
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, l)
	page, err := l.store.List(engine.Query{Space: spaceSearch})
	if err != nil || len(page.Items) != 0 {
		t.Errorf("%d keys are left of the index, %v", len(page.Items), err)
	}
	mustMatch(t, l, "letter wait", id)
	mustUpdate(t, l)
	mustMatch(t, l, "letter wait", id)
}

func TestAnOlderFileBroughtUpByItsJournalIsSearchedRightly(t *testing.T) {
	path, id := indexedFile(t)
	older, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := sit(t, l, mustOpenMap(t, l, id), Listener{})
	for card := range p.doc.Map().Cards() {
		p.setText(t, card.ID, "Wait for the postman")
	}
	p.flush(t)
	other := mustCreate(t, l, "The postman rings")
	mustUpdate(t, l)
	mustClose(t, l)
	if err := os.WriteFile(path, older, 0o600); err != nil {
		t.Fatal(err)
	}
	l, err = Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, l)
	if l.PutBack() == 0 {
		t.Fatal("nothing was put back")
	}
	for range 2 {
		mustMatch(t, l, "letter")
		mustMatch(t, l, "postman", id, other.ID())
		mustUpdate(t, l)
	}
}

func TestTheIndexIsNotInTheJournal(t *testing.T) {
	path, _ := indexedFile(t)
	journals, err := bolt.Journals(path)
	if err != nil || len(journals) == 0 {
		t.Fatal(journals, err)
	}
	for _, journal := range journals {
		raw, err := os.ReadFile(journal)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(raw), "tletter") {
			t.Errorf("%s holds a term", journal)
		}
		if !strings.Contains(string(raw), "Wait for the letter") {
			t.Errorf("%s does not hold the card", journal)
		}
	}
}
