package enginetest

import (
	"testing"

	"footpath/storage/engine"
)

// durable are the promises of a store that outlasts its closing. reopen opens it, at first and again.
var durable = []struct {
	name string
	test func(t *testing.T, reopen func() engine.Store)
}{
	{"WhatWasCommittedIsThereAfterReopening", func(t *testing.T, reopen func() engine.Store) {
		store := reopen()
		first := commit(t, store, put(key("a", "k"), "one"), put(key("a", "gone"), "v"))
		second := commit(t, store, remove(key("a", "gone")), put(key("b", "l"), ""))
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
		for range 3 {
			store = reopen()
			if store.Revision() != second {
				t.Errorf("Revision = %d, want %d", store.Revision(), second)
			}
			wantValue(t, store, key("a", "k"), "one", first)
			wantValue(t, store, key("b", "l"), "", second)
			wantValue(t, store, key("a", "gone"), "", 0)
			if err := store.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}},

	{"RevisionsGoOnRisingAfterReopening", func(t *testing.T, reopen func() engine.Store) {
		last := uint64(0)
		for range 4 {
			store := reopen()
			revision := commit(t, store, expecting(put(key("a", "k"), "v"), engine.At(last)))
			if revision <= last {
				t.Errorf("after %d came %d", last, revision)
			}
			last = revision
			if err := store.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}},

	{"WatchFromTheRevisionAtReopeningMissesNothing", func(t *testing.T, reopen func() engine.Store) {
		store := reopen()
		from := commit(t, store, put(key("a", "k"), "v"))
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
		store = reopen()
		to := commit(t, store, put(key("a", "k"), "w"))
		n := 0
		for batch := range watched(t, store, from, to) {
			if n++; batch.Revision != to {
				t.Errorf("told %d, want %d", batch.Revision, to)
			}
		}
		if n != 1 {
			t.Errorf("told %d batches, want 1", n)
		}
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
	}},
}
