package library

import (
	"context"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

func mustNew(t testing.TB, store engine.Store) *Library {
	t.Helper()
	l, err := New(store)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func mustClose(t testing.TB, l *Library) {
	t.Helper()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// someone works at a map: a desk, a document, a session.
type someone struct {
	*mapmodel.Desk
	doc     *mapmodel.Document
	session *Session
}

// clock gives a new minute each time it is asked.
func clock() func() time.Time {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	return func() time.Time { now = now.Add(time.Minute); return now }
}

func sit(t testing.TB, l *Library, m *mapmodel.Map, tell Listener) someone {
	t.Helper()
	src, now := mapmodel.NewSource(), clock()
	doc := mapmodel.NewDocument(m, src, now)
	session, err := l.Attach(doc, tell)
	if err != nil {
		t.Fatal(err)
	}
	return someone{Desk: &mapmodel.Desk{Author: l.Author(), Source: src, Now: now}, doc: doc, session: session}
}

// addCard writes a card into the inbox, by way of the document.
func (p someone) addCard(t testing.TB, text string) mapmodel.ID {
	t.Helper()
	c, id, err := p.AddCard(p.doc.Map(), mapmodel.Place{}, text, nil)
	p.made(t, c, err)
	return id
}

func (p someone) setText(t testing.TB, card mapmodel.ID, text string) {
	t.Helper()
	c, err := p.SetText(p.doc.Map(), card, text)
	p.made(t, c, err)
}

func (p someone) made(t testing.TB, c mapmodel.Change, err error) {
	t.Helper()
	if err == nil {
		_, err = p.doc.Do(c)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func (p someone) flush(t testing.TB) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := p.session.Flush(ctx); err != nil {
		t.Fatal(err)
	}
}

func mustCreate(t testing.TB, l *Library, title string) *mapmodel.Map {
	t.Helper()
	m := mapmodel.NewMap(title, mapmodel.NewSource())
	if err := l.Create(m, mapmodel.Change{Author: l.Author(), At: 1000, Label: mapmodel.Label{Key: mapmodel.LabelNewMap, Args: []string{title}}}); err != nil {
		t.Fatal(err)
	}
	return m
}

func mustOpenMap(t testing.TB, l *Library, id mapmodel.ID) *mapmodel.Map {
	t.Helper()
	m, report, err := l.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	if !report.Whole() {
		t.Fatalf("the map had to be mended: %+v", report)
	}
	return m
}

// wantSame fails unless two maps are the very same, IDs, ranks and all.
func wantSame(t failer, what string, got, want *mapmodel.Map) {
	t.Helper()
	if got.ID() != want.ID() {
		t.Fatalf("%s: it is map %s, want %s", what, got.ID(), want.ID())
	}
	if edits := mapmodel.Diff(want, got); len(edits) > 0 {
		t.Fatalf("%s: %d records differ, the first from %+v to %+v", what, len(edits), edits[0].Before, edits[0].After)
	}
}

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}
