// Package enginetest is what every store must pass: the promises of engine.Store, as tests.
package enginetest

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"footpath/storage/engine"
)

// Run tests a store. open returns an empty one each time; Run closes it.
func Run(t *testing.T, open func(t *testing.T) engine.Store) {
	t.Helper()
	for _, promise := range slices.Concat(valuePromises, listPromises, sidePromises, watchPromises) {
		t.Run(promise.name, func(t *testing.T) { promise.test(t, opened(t, open)) })
	}
	t.Run("AnyRunOfCallsAgreesWithAMap", func(t *testing.T) {
		machine{open: func() engine.Store { return open(t) }}.check(t)
	})
}

// RunDurable tests a store that outlasts its closing: all of Run, and that what was committed is there afterwards. open returns
// the store kept in dir, an empty one when there is none yet.
func RunDurable(t *testing.T, open func(t *testing.T, dir string) engine.Store) {
	t.Helper()
	Run(t, func(t *testing.T) engine.Store { return open(t, t.TempDir()) })
	for _, promise := range durable {
		t.Run(promise.name, func(t *testing.T) {
			dir := t.TempDir()
			promise.test(t, func() engine.Store { return open(t, dir) })
		})
	}
	t.Run("AnyRunOfCallsAndReopeningsAgreesWithAMap", func(t *testing.T) {
		dir := t.TempDir()
		n := 0
		machine{
			open:   func() engine.Store { n++; return open(t, fmt.Sprintf("%s/%d", dir, n)) },
			reopen: func() engine.Store { return open(t, fmt.Sprintf("%s/%d", dir, n)) },
		}.check(t)
	})
}

// promise is a test of one thing engine.Store says.
type promise struct {
	name string
	test func(t *testing.T, store engine.Store)
}

// opened opens a store and closes it at the end of the test.
func opened(t *testing.T, open func(t *testing.T) engine.Store) engine.Store {
	t.Helper()
	store := open(t)
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return store
}

func key(space engine.Space, bytes string) engine.Key { return engine.Key{Space: space, Bytes: bytes} }

func put(k engine.Key, value string) engine.Op { return engine.Op{Key: k, Value: []byte(value)} }

func remove(k engine.Key) engine.Op { return engine.Op{Key: k, Delete: true} }

// expecting adds an expectation to an operation.
func expecting(op engine.Op, expect engine.Expect) engine.Op {
	op.Expect = expect
	return op
}

func commit(t *testing.T, store engine.Store, ops ...engine.Op) uint64 {
	t.Helper()
	revision, err := store.Commit(ops)
	if err != nil {
		t.Fatalf("Commit: %v", err)
	}
	return revision
}

func list(t *testing.T, store engine.Store, query engine.Query) []engine.Item {
	t.Helper()
	var items []engine.Item
	for item, err := range engine.All(store, query) {
		if err != nil {
			t.Fatalf("List %+v: %v", query, err)
		}
		items = append(items, item)
	}
	return items
}

// keys lists only the keys.
func keys(t *testing.T, store engine.Store, query engine.Query) []string {
	t.Helper()
	var names []string
	for _, item := range list(t, store, query) {
		names = append(names, item.Bytes)
	}
	return names
}

func wantKeys(t *testing.T, store engine.Store, query engine.Query, want ...string) {
	t.Helper()
	if got := keys(t, store, query); !slices.Equal(got, want) {
		t.Errorf("List %+v = %q, want %q", query, got, want)
	}
}

// wantValue checks a value; "" with revision 0 means that there is none.
func wantValue(t *testing.T, store engine.Store, k engine.Key, value string, revision uint64) {
	t.Helper()
	item, err := store.Get(k)
	switch {
	case revision == 0:
		wantError(t, err, engine.ErrNotFound)
	case err != nil:
		t.Errorf("Get %v: %v", k, err)
	case item.Key != k || string(item.Value) != value || item.Revision != revision:
		t.Errorf("Get %v = %v %q at %d, want %q at %d", k, item.Key, item.Value, item.Revision, value, revision)
	}
}

func wantError(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("error %v, want one that is %q", err, want)
	}
}
