package bolt

import (
	"os"
	"path/filepath"
	"testing"

	"footpath/storage/engine"
)

func TestALibraryMovedOrDeletedWhileOpenIsWrittenToNoMore(t *testing.T) {
	for name, move := range map[string]func(path string) error{
		"renamed": func(path string) error { return os.Rename(path, path+".away") },
		"deleted": os.Remove,
		"replaced": func(path string) error {
			if err := os.WriteFile(path+".other", []byte("other"), 0o600); err != nil {
				return err
			}
			return os.Rename(path+".other", path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "library.db")
			store := mustOpen(t, path)
			acknowledged := mustCommit(t, store, put("k", "v"))
			if err := move(path); err != nil {
				t.Fatal(err)
			}
			for range 2 {
				_, err := store.Commit([]engine.Op{put("k", "w")})
				wantError(t, err, engine.ErrMoved)
			}
			if got := store.Revision(); got != acknowledged {
				t.Errorf("Revision = %d, want %d", got, acknowledged)
			}
			for batch, err := range store.Watch(t.Context(), 0) { // tells of the acknowledged batch only
				if err != nil || batch.Revision != acknowledged {
					t.Errorf("Watch told %v, %v", batch, err)
				}
				break
			}
			if _, err := store.Get(records("k")); err != nil {
				t.Errorf("what is there cannot be read any more: %v", err)
			}
			mustClose(t, store)
		})
	}
}

func TestClosingAMovedLibraryLeavesTheNextOnesNoteAlone(t *testing.T) {
	t.Parallel() // it mostly waits
	path := filepath.Join(t.TempDir(), "library.db")
	first := mustOpen(t, path)
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	second, err := Open(path, Options{Program: "Second"})
	if err != nil {
		t.Fatal(err)
	}
	mustCommit(t, second, put("k", "v"))
	mustClose(t, first)
	_, err = Open(path, Options{})
	if err == nil || err.(*engine.LockedError).Program != "Second" { //nolint:errorlint // the very type is meant
		t.Errorf("it is open in %v", err)
	}
	mustClose(t, second)
}

// A page that vanishes under the open file makes the processor fault; that must end in an error, and closing must not wait.
func TestAFileCutWhileOpenIsAnErrorNotACrash(t *testing.T) {
	for _, size := range []int64{0, int64(pageSize), int64(2 * pageSize), int64(3 * pageSize), int64(5 * pageSize)} {
		path, _ := library(t, 30)
		store := mustOpen(t, path)
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			_, err := contents(store)
			wantError(t, err, engine.ErrDamaged)
			_, err = store.Get(records("00-00001"))
			if size < int64(2*pageSize) {
				wantError(t, err, engine.ErrDamaged)
			}
			_, err = store.Commit(batchOf(31))
			if err == nil {
				t.Errorf("cut to %d: a commit succeeded", size)
			}
		}
		if err := store.Close(); err != nil {
			t.Errorf("cut to %d: Close: %v", size, err)
		}
		if size > 0 {
			_, err := Open(path, Options{}) // neither locked nor a crash
			wantError(t, err, engine.ErrDamaged)
		}
	}
}
