package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footpath/storage/engine"
)

var monday = time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC)

func TestABackupHoldsTheMomentItWasMadeAt(t *testing.T) {
	path, want := library(t, 30)
	store := mustOpen(t, path)
	to := path + ".copy"
	busy := 0
	err := store.BackUp(to, Copy{Busy: func() bool { // work goes on meanwhile
		if busy++; busy < 5 {
			mustCommit(t, store, put("later", fmt.Sprint(busy)))
		}
		return false
	}})
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, store)
	copied := mustOpen(t, to)
	wantHeld(t, copied, want)
	if copied.Revision() != 30 {
		t.Errorf("revision %d", copied.Revision())
	}
	mustClose(t, copied)
	if info, err := os.Stat(to); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestABackupThatDoesNotComeAboutLeavesNothing(t *testing.T) {
	path, _ := library(t, 3)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rotten := path + ".rotten"
	at := strings.LastIndex(string(data), "batch 2 value 2 ") // the live value
	data[at] ^= 1
	if err := os.WriteFile(rotten, data, 0o600); err != nil {
		t.Fatal(err)
	}
	store, damaged := mustOpen(t, path), mustOpen(t, rotten)
	defer mustClose(t, store)
	defer mustClose(t, damaged)
	refused := errors.New("refused")
	for name, c := range map[string]struct {
		make func(to string) error
		want error
	}{
		"interrupted": {func(to string) error { return store.BackUp(to, Copy{Busy: func() bool { return true }}) }, ErrInterrupted},
		"not whole":   {func(to string) error { return damaged.BackUp(to, Copy{}) }, engine.ErrDamaged},
		"refused":     {func(to string) error { return store.BackUp(to, Copy{Verify: func(*Store) error { return refused }}) }, refused},
		"no place":    {func(to string) error { return store.BackUp(filepath.Join(to, "below"), Copy{}) }, fs.ErrNotExist},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			wantError(t, c.make(filepath.Join(dir, "copy")), c.want)
			if left := names(t, dir); left != nil {
				t.Errorf("%v", left)
			}
		})
	}
	wantError(t, store.BackUp(path, Copy{}), fs.ErrExist)
}

func TestThreeBackupsStayAndAreMadeOnlyOfADayWithChanges(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	backUp := func(day float64, want bool) {
		t.Helper()
		store := openKept(t, path)
		defer mustClose(t, store)
		made, err := store.BackUpIfDue(monday.Add(time.Duration(day*24)*time.Hour), Copy{})
		if err != nil || made != want {
			t.Errorf("day %v: %v, %v", day, made, err)
		}
	}
	change := func() {
		t.Helper()
		store := openKept(t, path)
		mustCommit(t, store, put("k", fmt.Sprint(store.Revision())))
		mustClose(t, store)
	}
	backUp(0, false) // nothing is in it
	change()
	backUp(0, true)
	backUp(5, false)
	change()
	backUp(0.5, false)
	for day := 1.5; day < 7; day++ {
		change()
		backUp(day, true)
		backUp(day, false)
	}
	change()
	backups, err := Backups(path)
	if err != nil || len(backups) != KeptBackups {
		t.Fatal(backups, err)
	}
	// Each of them and the journals give back the present state.
	store := openKept(t, path)
	want, err := contents(store)
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, store)
	for _, b := range backups {
		copyFile(t, b.Path, path)
		store := openKept(t, path)
		wantHeld(t, store, want)
		mustClose(t, store)
	}
	if kept, err := Journals(path); err != nil || len(kept) != KeptBackups {
		t.Errorf("journals %v, %v", kept, err)
	}
}

func TestWhatNoJournalLeadsToIsBackedUpAtOnce(t *testing.T) {
	path, _ := library(t, 3) // without a journal
	for _, want := range []bool{true, false} {
		store := openKept(t, path)
		made, err := store.BackUpIfDue(monday, Copy{})
		if err != nil || made != want {
			t.Errorf("%v, want %v, %v", made, want, err)
		}
		mustClose(t, store)
	}
	store := mustOpen(t, path)
	mustCommit(t, store, put("unlogged", "v"))
	mustClose(t, store)
	store = openKept(t, path)
	if made, err := store.BackUpIfDue(monday.Add(time.Hour), Copy{}); err != nil || !made {
		t.Errorf("%v, %v", made, err)
	}
	mustClose(t, store)
}

func TestCompactingGivesBackTheRoomAndKeepsEveryValueAndTheJournal(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	store := openKept(t, path)
	for n := range 60 {
		mustCommit(t, store, batchOf(n)...)
	}
	mustCommit(t, store, put("big", strings.Repeat("x", 8<<20)))
	mustCommit(t, store, engine.Op{Key: records("big"), Delete: true})
	want, err := contents(store)
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, store)
	before, after, err := Compact(path, Options{Journal: true})
	if err != nil || before < 8<<20 || after > 2<<20 {
		t.Errorf("from %d to %d bytes, %v", before, after, err)
	}
	store = openKept(t, path)
	wantHeld(t, store, want)
	if store.Revision() != 62 || len(store.Warnings()) != 0 || store.unbacked.Load() {
		t.Errorf("revision %d, %v", store.Revision(), store.Warnings())
	}
	_, _, err = Compact(path, Options{})
	wantError(t, err, engine.ErrLocked)
	mustClose(t, store)
	if got := names(t, filepath.Dir(path)); len(got) != 2 {
		t.Errorf("there is %v", got)
	}
}
