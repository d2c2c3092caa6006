package bolt

import (
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

// mustOpen opens a library that the test closes, or leaves to the end of the process.
func mustOpen(t testing.TB, path string) *Store {
	t.Helper()
	store, err := Open(path, Options{Program: "Test", AppendOnly: []engine.Space{"log"}})
	if err != nil {
		t.Fatal(err)
	}
	return store
}
