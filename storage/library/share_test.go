package library

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// socketPath is short enough for every system.
func socketPath(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "fp")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return filepath.Join(folder, "run", "s")
}

func TestALibraryThatIsOpenIsUsedThroughItsHolder(t *testing.T) {
	file, at := filepath.Join(t.TempDir(), "library.db"), socketPath(t)
	holder, err := Open(file, Options{Program: "holder", Socket: at})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(file, Options{Socket: at}); !errors.Is(err, engine.ErrLocked) {
		t.Fatalf("before it is served, opening it is answered %v", err)
	}
	if err := holder.Serve(at, func(m []byte) ([]byte, error) { return m, nil }); err != nil {
		t.Fatal(err)
	}
	if reply, err := Tell(at, []byte("hello")); err != nil || string(reply) != "hello" {
		t.Errorf("told, it answers %q, %v", reply, err)
	}
	other, err := Open(file, Options{Socket: at})
	if err != nil {
		t.Fatal(err)
	}
	if other.ID() != holder.ID() || other.Author() != holder.Author() {
		t.Error("it is another library")
	}
	source := mapmodel.NewSeededSource(7)
	m := mapmodel.NewMap("Made elsewhere", source)
	if err := other.Create(m, mapmodel.Change{}); err != nil {
		t.Fatal(err)
	}
	found, _, err := holder.Open(m.ID())
	if err != nil || !mapmodel.Equal(found, m) {
		t.Fatalf("the holder does not see it: %v", err)
	}

	session, err := holder.Attach(mapmodel.NewDocument(found, source, time.Now), Listener{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := other.Open(m.ID()); err != nil {
		t.Errorf("a map that is open cannot be read: %v", err)
	}
	err = other.Delete(m.ID())
	if err == nil || !strings.Contains(err.Error(), ErrMapOpen.Error()) {
		t.Errorf("deleting a map that is open is answered %v", err)
	}
	session.Discard()
	if err := other.Delete(m.ID()); err != nil {
		t.Errorf("deleting a map that is no longer open: %v", err)
	}
	if err := other.Close(); err != nil {
		t.Error(err)
	}
	if holder.Failure() != nil {
		t.Error("the holder was closed with it")
	}
	if err := holder.Close(); err != nil {
		t.Error(err)
	}
	again, err := Open(file, Options{Socket: at})
	if err != nil {
		t.Fatalf("after the holder has gone: %v", err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

func TestWhatAnotherProgramReadsIsNotSealedMeanwhile(t *testing.T) {
	file, at := filepath.Join(t.TempDir(), "library.db"), socketPath(t)
	holder := must(Open(file, Options{}))
	defer mustClose(t, holder)
	holder.config.block = 4
	id := typed(t, holder, 30)[0].ID()
	if err := holder.Serve(at, nil); err != nil {
		t.Fatal(err)
	}
	other := must(Open(file, Options{Socket: at}))
	seen := 0
	for _, err := range other.History(id, 0) {
		if err != nil {
			t.Fatal(err)
		}
		if err := holder.Seal(id); !errors.Is(err, ErrInterrupted) {
			t.Fatalf("sealed while another program reads: %v", err)
		}
		seen++
	}
	mustClose(t, other)
	for holder.server.Callers() > 0 { // its connections end a moment after it
		time.Sleep(time.Millisecond)
	}
	mustSeal(t, holder, id)

	// Sealed, it is told to others as well.
	other = must(Open(file, Options{Socket: at}))
	defer mustClose(t, other)
	after := 0
	for _, err := range other.History(id, 0) {
		if err != nil {
			t.Fatal(err)
		}
		after++
	}
	if blocks, _ := logItems(t, other, id); len(blocks) == 0 || after >= seen || after < seen/3 {
		t.Errorf("%d moments before, %d after; %d blocks", seen, after, len(blocks))
	}
}
