package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footpath/app/places"
	"footpath/mapmodel"
	"footpath/storage/library"
)

// TestCommandsBesideAnOpenMapGoThroughItsDocument stands for the window: a document on a goroutine of its own, served at the
// socket where commands look for one.
func TestCommandsBesideAnOpenMapGoThroughItsDocument(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "library.db")
	socket := places.Socket(path)
	t.Cleanup(func() { _ = os.Remove(socket) })
	l, err := library.Open(path, library.Options{Program: "footpath"})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Serve(socket, nil); err != nil {
		t.Fatal(err)
	}
	src := mapmodel.NewSeededSource(21)
	m := licence(t, src)
	if err := l.Create(m, mapmodel.Change{Author: l.Author(), At: time.Now().UnixMilli()}); err != nil {
		t.Fatal(err)
	}
	m, _, err = l.Open(m.ID())
	if err != nil {
		t.Fatal(err)
	}
	doc := mapmodel.NewDocument(m, src, time.Now)
	jobs := make(chan func())
	defer close(jobs)
	go func() {
		for job := range jobs {
			job()
		}
	}()
	session, err := l.Attach(doc, library.Listener{OnForeign: func(changes []mapmodel.Change, done func(error)) {
		jobs <- func() {
			for _, c := range changes {
				c, _ = mapmodel.Rebase(doc.Map(), c, src)
				if _, err := doc.Do(c); err != nil {
					done(err)
					return
				}
			}
			done(nil)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	now := func() *mapmodel.Map {
		shown := make(chan *mapmodel.Map)
		jobs <- func() { shown <- doc.Map() }
		return <-shown
	}
	id, file := m.ID().String(), filepath.Join(dir, "edited.journey.yaml")
	does := func(args ...string) {
		t.Helper()
		if _, words, code := run(append(args, "--library", path)...); code != 0 {
			t.Fatalf("%v ended with %d: %s", args, code, words)
		}
	}
	does("export", id, "-o", file)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	edited := strings.Replace(string(text), "Renewing a driving licence", "Renewing it by post", 1)
	if err := os.WriteFile(file, []byte(edited), 0o600); err != nil {
		t.Fatal(err)
	}
	does("import", file, "--into", id)
	if got := now().Header().Title; got != "Renewing it by post" {
		t.Fatalf("the open map is called %q", got)
	}
	does("history", id, "--restore", "0")
	if !mapmodel.Equal(now(), m) {
		t.Fatal("the open map has not gone back")
	}
	does("merge", id+"@0", id, file)
	if got := now().Header().Title; got != "Renewing it by post" {
		t.Fatalf("after the merge the open map is called %q", got)
	}
	does("bin", id)
	if !now().Header().Bin {
		t.Error("the open map is not in the bin")
	}
	if err := session.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	stored, _, err := l.Open(m.ID())
	if err != nil || !mapmodel.Equal(stored, now()) {
		t.Errorf("what is stored is another map: %v", err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}
