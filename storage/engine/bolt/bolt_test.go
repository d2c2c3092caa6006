package bolt

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"footpath/storage/engine"
	"footpath/storage/engine/enginetest"
)

func TestConformance(t *testing.T) {
	enginetest.RunDurable(t, func(t *testing.T, dir string) engine.Store {
		return mustOpen(t, filepath.Join(dir, "library.db"))
	})
}

// mustOpen opens a library and leaves its closing to the test.
func mustOpen(t testing.TB, path string) *Store {
	t.Helper()
	store, err := Open(path, Options{Program: "Test", AppendOnly: []engine.Space{"log"}})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func mustClose(t testing.TB, store *Store) {
	t.Helper()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
}

func mustCommit(t testing.TB, store *Store, ops ...engine.Op) uint64 {
	t.Helper()
	revision, err := store.Commit(ops)
	if err != nil {
		t.Fatal(err)
	}
	return revision
}

func wantError(t testing.TB, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("error %v, want one that is %q", err, want)
	}
}

func records(name string) engine.Key { return engine.Key{Space: "records", Bytes: name} }

func put(name, value string) engine.Op { return engine.Op{Key: records(name), Value: []byte(value)} }

// contents reads the space "records" whole.
func contents(store engine.Store) (map[string]string, error) {
	all := make(map[string]string)
	for item, err := range engine.All(store, engine.Query{Space: "records"}) {
		if err != nil {
			return nil, err
		}
		all[item.Bytes] = string(item.Value)
	}
	return all, nil
}

// batchOf gives the n-th of many batches: twenty values of 300 bytes or so, some of them overwritten by later batches.
func batchOf(n int) []engine.Op {
	var ops []engine.Op
	for i := range 20 {
		ops = append(ops, put(fmt.Sprintf("%02d-%05d", i, n-n%(i+1)), fmt.Sprintf("batch %d value %d %0280d", n, i, n*i)))
	}
	return ops
}

// library makes a closed library of some batches and returns its path and what it holds.
func library(t testing.TB, batches int) (path string, want map[string]string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "library.db")
	store := mustOpen(t, path)
	for n := range batches {
		mustCommit(t, store, batchOf(n)...)
	}
	want, err := contents(store)
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, store)
	return path, want
}

// names lists a directory.
func names(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, entry := range entries {
		all = append(all, entry.Name())
	}
	return all
}
