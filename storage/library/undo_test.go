package library

import (
	"path/filepath"
	"testing"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// remembers opens a map anew and wants what was done to its one card to be taken back and brought again, step by step.
func remembers(t *testing.T, l *Library, id, card mapmodel.ID, texts ...string) {
	t.Helper()
	m := mustOpenMapMended(t, l, id)
	doc := mapmodel.NewDocument(m, mapmodel.NewSource(), clock())
	doc.Past(must(l.Past(m, 100)))
	text := func() string {
		if c := mapmodel.Find[*mapmodel.Card](doc.Map(), card); c != nil {
			return c.Text
		}
		return ""
	}
	for i := len(texts) - 1; i >= 0; i-- {
		if got := text(); got != texts[i] {
			t.Fatalf("it says %q, want %q", got, texts[i])
		}
		if _, err := doc.Undo(l.Author()); err != nil {
			t.Fatalf("%q cannot be taken back: %v", texts[i], err)
		}
	}
	for _, want := range texts {
		if _, err := doc.Redo(l.Author()); err != nil || text() != want {
			t.Fatalf("redo gives %q, %v; want %q", text(), err, want)
		}
	}
}

func mustOpenMapMended(t *testing.T, l *Library, id mapmodel.ID) *mapmodel.Map {
	t.Helper()
	m, _, err := l.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestUndoAndRedoSurviveARestartAMigrationAndASalvage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "maps.footpath")
	l := must(Open(path, Options{}))
	m := mustCreate(t, l, "A map")
	p := sit(t, l, m, Listener{})
	card, other := p.addCard(t, "one"), p.addCard(t, "the other")
	p.setText(t, card, "two")
	p.setText(t, card, "three")
	p.setText(t, card, "gone again")
	if _, err := p.doc.Undo(l.Author()); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)

	// A restart: what was taken back can be brought again, too.
	l = must(Open(path, Options{}))
	remembers(t, l, m.ID(), card, "two", "three")
	again := mustOpenMap(t, l, m.ID())
	doc := mapmodel.NewDocument(again, mapmodel.NewSource(), clock())
	doc.Past(must(l.Past(again, 100)))
	if _, err := doc.Redo(l.Author()); err != nil || mapmodel.Find[*mapmodel.Card](doc.Map(), card).Text != "gone again" {
		t.Errorf("redo has forgotten: %v", err)
	}
	mustClose(t, l)

	// A salvage that loses a record for good: the map is written anew, and what was done before is still known.
	store := must(openStore(path))
	if _, err := store.Commit([]engine.Op{{Key: engine.Key{Space: spaceRecords, Bytes: pairKey(m.ID(), other)}, Delete: true}}); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	alone(t, path)
	must(Repair(path, Options{}, noon))
	l = must(Open(path, Options{}))
	if last := must(l.Moments(m.ID(), Present, 1)); last[0].Change.Label.Key != mapmodel.LabelRepair {
		t.Fatalf("the map was not written anew: the last change is %+v", last[0])
	}
	remembers(t, l, m.ID(), card, "two", "three")
	mustClose(t, l)

	// A migration alters records and entries alike.
	l, err := begin(must(openStore(path)), config{format: format + 1, backup: func(engine.Store, int) error { return nil }, migrations: map[int]migration{
		format: func(engine.Item) ([]engine.Op, error) { return nil, nil },
	}})
	if err != nil {
		t.Fatal(err)
	}
	remembers(t, l, m.ID(), card, "two", "three")
	mustClose(t, l)
}
