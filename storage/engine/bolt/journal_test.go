package bolt

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"footpath/storage/engine"
)

// openKept opens a library that keeps a journal.
func openKept(t testing.TB, path string) *Store {
	t.Helper()
	store, err := Open(path, Options{Program: "Test", AppendOnly: []engine.Space{"log"}, Journal: true})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func copyFile(t testing.TB, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func wantHeld(t testing.TB, store *Store, want map[string]string) {
	t.Helper()
	if got, err := contents(store); err != nil || !same(got, want) {
		t.Errorf("%d of %d values at revision %d, %v, %v", len(got), len(want), store.Revision(), store.Warnings(), err)
	}
}

func TestAnOlderCopyInTheLibrarysPlaceGetsBackWhatItLacks(t *testing.T) {
	for name, unclean := range map[string]bool{"closed": false, "cut short": true} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "library.db")
			store := openKept(t, path)
			for n := range 10 {
				mustCommit(t, store, batchOf(n)...)
			}
			mustClose(t, store)
			copyFile(t, path, path+".old")
			store = openKept(t, path)
			for n := range 10 {
				mustCommit(t, store, batchOf(n+10)...)
			}
			mustCommit(t, store, engine.Op{Key: records("00-00000"), Delete: true})
			want, err := contents(store)
			if err != nil {
				t.Fatal(err)
			}
			mustClose(t, store)
			copyFile(t, path+".old", path)
			if unclean {
				kept, err := Journals(path)
				if err != nil || len(kept) != 1 {
					t.Fatal(kept, err)
				}
				info, err := os.Stat(kept[0])
				if err == nil {
					err = os.Truncate(kept[0], info.Size()-30) // within the foot
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			for range 2 { // a second time there is nothing to do
				store = openKept(t, path)
				wantHeld(t, store, want)
				if store.Revision() != 21 || store.unbacked.Load() {
					t.Errorf("revision %d, %v", store.Revision(), store.Warnings())
				}
				mustCommit(t, store) // nothing
				mustClose(t, store)
			}
			store = openKept(t, path)
			if got := mustCommit(t, store, put("more", "v")); got != 22 || len(store.Warnings()) != 0 {
				t.Errorf("revision %d, %v", got, store.Warnings())
			}
			mustClose(t, store)
			if kept, err := Journals(path); err != nil || len(kept) != 1 {
				t.Errorf("journals %v, %v", kept, err)
			}
		})
	}
}

func TestWhatWasPutBackIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	store := openKept(t, path)
	mustCommit(t, store, put("k", "1"))
	mustClose(t, store)
	copyFile(t, path, path+".old")
	store = openKept(t, path)
	mustCommit(t, store, put("k", "2"))
	mustCommit(t, store, put("k", "3"))
	mustClose(t, store)
	copyFile(t, path+".old", path)
	store = openKept(t, path)
	if got := strings.Join(store.Warnings(), "\n"); got != "the file had lost 2 changes: they were put back from its recovery journal" {
		t.Errorf("it says %q", got)
	}
	mustClose(t, store)
}

func TestAJournalOfAnotherLibraryOrAnotherHistoryIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	path, other := filepath.Join(dir, "library.db"), filepath.Join(dir, "other.db")
	for _, p := range []string{path, other} {
		store := openKept(t, p)
		mustCommit(t, store, put("of", p))
		mustCommit(t, store, put("more", p))
		mustClose(t, store)
	}
	// The other one, one step back, in the first one's place: its journal knows that revision, but not this history.
	store := mustOpen(t, other)
	mustCommit(t, store, put("unlogged", "v"))
	want, err := contents(store)
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, store)
	copyFile(t, other, path)
	store = openKept(t, path)
	wantHeld(t, store, want)
	if !store.unbacked.Load() {
		t.Error("it is not known that nothing leads to this state")
	}
	mustCommit(t, store, put("k", "v"))
	mustClose(t, store)
	if kept, err := Journals(path); err != nil || len(kept) != 2 {
		t.Errorf("journals %v, %v", kept, err)
	}
}

func TestALibraryThatIsGoneIsNotMadeAnewWhereItsJournalIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	store := openKept(t, path)
	mustCommit(t, store, put("k", "v"))
	mustClose(t, store)
	for _, gone := range []func() error{func() error { return os.Remove(path) }, func() error { return os.WriteFile(path, nil, 0o600) }} {
		if err := gone(); err != nil {
			t.Fatal(err)
		}
		_, err := Open(path, Options{Journal: true})
		wantError(t, err, engine.ErrDamaged)
	}
}

func TestABatchThatWasRefusedIsNotInTheJournal(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	store := openKept(t, path)
	mustCommit(t, store, put("k", "v"))
	size := store.journal.Size()
	stale := put("k", "w")
	stale.Expect = engine.Absent
	_, err := store.Commit([]engine.Op{stale})
	wantError(t, err, engine.ErrConflict)
	if store.journal.Size() != size {
		t.Error("it is")
	}
	mustClose(t, store)
}

func TestAJournalThatCannotBeSyncedEndsTheWriting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	store := openKept(t, path)
	mustCommit(t, store, put("k", "v"))
	broken := errors.New("input/output error")
	store.journal.Fail(broken)
	_, err := store.Commit([]engine.Op{put("k", "w")})
	wantError(t, err, engine.ErrNotSynced)
	wantError(t, err, broken)
	if err := store.Close(); !errors.Is(err, broken) {
		t.Errorf("closing: %v", err)
	}
	store = openKept(t, path)
	wantHeld(t, store, map[string]string{"k": "v"})
	mustClose(t, store)
}

func TestWhereNoJournalCanBeKeptTheLibraryWorksAndSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	mustClose(t, mustOpen(t, path))
	denied := errors.New("not here")
	store, err := Open(path, Options{Journal: true, Files: Files{Open: func(name string, flag int, mode os.FileMode) (*os.File, error) {
		if strings.Contains(name, journalMark) {
			return nil, denied
		}
		return os.OpenFile(name, flag, mode)
	}}})
	if err != nil {
		t.Fatal(err)
	}
	mustCommit(t, store, put("k", "v"))
	if got := strings.Join(store.Warnings(), "\n"); got != "no recovery journal can be kept: not here" {
		t.Errorf("it says %q", got)
	}
	mustClose(t, store)
}

// BenchmarkJournal takes turns at commits of a keystroke's size without a journal, with one brought to the disk behind the
// commits, and with one brought there before each commit returns.
func BenchmarkJournal(b *testing.B) {
	dir := b.TempDir()
	bare, behind, with := mustOpen(b, filepath.Join(dir, "bare")), openKept(b, filepath.Join(dir, "behind")), openKept(b, filepath.Join(dir, "with"))
	sides := []func(ops []engine.Op){
		func(ops []engine.Op) { mustCommit(b, bare, ops...) },
		func(ops []engine.Op) { mustCommit(b, behind, ops...) },
		func(ops []engine.Op) {
			mustCommit(b, with, ops...)
			if err := with.journal.Sync(); err != nil {
				b.Fatal(err)
			}
		},
	}
	for n := range 100 {
		for _, side := range sides {
			side(batchOf(n))
		}
	}
	times := make([][]time.Duration, len(sides))
	for n := range b.N {
		ops := []engine.Op{
			put("00-00000", fmt.Sprintf("%0500d", n)), put("summary", fmt.Sprintf("%0100d", n)),
			{Key: engine.Key{Space: "log", Bytes: fmt.Sprintf("%020d", n)}, Value: make([]byte, 60)},
		}
		for i := range sides {
			side := (i + n) % len(sides) // none always comes after the same other
			began := time.Now()
			sides[side](ops)
			times[side] = append(times[side], time.Since(began))
		}
	}
	median := func(side int) float64 {
		slices.Sort(times[side])
		return float64(times[side][len(times[side])/2])
	}
	b.ReportMetric(median(1)/median(0), "x-behind")
	b.ReportMetric(median(2)/median(0), "x-with-each")
	for _, store := range []*Store{bare, behind, with} {
		mustClose(b, store)
	}
}
