package library

import (
	"errors"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine/memory"
)

func TestANamedMomentIsFoundByItsNewestName(t *testing.T) {
	l, err := New(memory.New())
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}()
	source := mapmodel.NewSeededSource(3)
	m := mapmodel.NewMap("A map", source)
	if err := l.Create(m, mapmodel.Change{Author: l.Author()}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Snapshot(source.ID(), "nowhere", 1); !errors.Is(err, ErrNoMap) {
		t.Errorf("a moment of no map is answered %v", err)
	}
	first, err := l.Snapshot(m.ID(), "  the  start ", 1)
	if err != nil || first.Seq != 0 {
		t.Fatalf("%+v, %v", first, err)
	}
	doc := mapmodel.NewDocument(m, source, time.Now)
	session, err := l.Attach(doc, Listener{})
	if err != nil {
		t.Fatal(err)
	}
	desk := &mapmodel.Desk{Author: l.Author(), Source: source, Now: time.Now}
	change, err := desk.Rename(m, m.ID(), "Another name")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := doc.Do(change); err != nil {
		t.Fatal(err)
	}
	if err := session.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	second, err := l.Snapshot(m.ID(), first.Name, 2)
	if err != nil || second.Seq != 1 || second.Author != l.Author() {
		t.Fatalf("%+v, %v", second, err)
	}
	if got, err := l.Named(m.ID(), first.Name); err != nil || got != second {
		t.Errorf("found is %+v, %v", got, err)
	}
	if _, err := l.Snapshot(m.ID(), "renamed", 3); err != nil {
		t.Fatal(err)
	}
	list, err := l.Snapshots(m.ID())
	if err != nil || len(list) != 2 || list[0] != first || list[1].Name != "renamed" {
		t.Errorf("the moments are %+v, %v", list, err)
	}
	if _, err := l.Named(m.ID(), "never"); !errors.Is(err, ErrNoSnapshot) {
		t.Errorf("what nobody named is answered %v", err)
	}
	if err := l.Delete(m.ID()); err != nil {
		t.Fatal(err)
	}
	if list, err := l.Snapshots(m.ID()); err != nil || len(list) > 0 {
		t.Errorf("a map's moments outlive it: %+v, %v", list, err)
	}
}
