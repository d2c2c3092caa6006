package enginetest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"footpath/storage/engine"
)

// valuePromises are those of Get and Commit, called by one side.
var valuePromises = []promise{
	{"AnEmptyStoreHasRevisionZeroAndNothing", func(t *testing.T, store engine.Store) {
		if got := store.Revision(); got != 0 {
			t.Errorf("Revision = %d", got)
		}
		wantValue(t, store, key("a", "k"), "", 0)
		wantKeys(t, store, engine.Query{Space: "a"})
		page, err := store.List(engine.Query{Space: "a", Reverse: true})
		if err != nil || page.Revision != 0 || page.Next != "" {
			t.Errorf("List = %+v, %v", page, err)
		}
	}},

	{"WhatWasPutIsThereAndWhatWasTakenIsNot", func(t *testing.T, store engine.Store) {
		first := commit(t, store, put(key("a", "k"), "one"), put(key("a", "l"), "other"))
		wantValue(t, store, key("a", "k"), "one", first)
		second := commit(t, store, put(key("a", "k"), "two"))
		wantValue(t, store, key("a", "k"), "two", second)
		wantValue(t, store, key("a", "l"), "other", first)
		commit(t, store, remove(key("a", "k")), remove(key("a", "never there")), remove(key("no-such-space", "k")))
		wantValue(t, store, key("a", "k"), "", 0)
		wantKeys(t, store, engine.Query{Space: "a"}, "l")
	}},

	{"SpacesDoNotMix", func(t *testing.T, store engine.Store) {
		revision := commit(t, store, put(key("a", "k"), "in a"), put(key("b", "k"), "in b"), put(key("ab", "x"), "in ab"))
		wantValue(t, store, key("a", "k"), "in a", revision)
		wantValue(t, store, key("b", "k"), "in b", revision)
		commit(t, store, remove(key("a", "k")))
		wantValue(t, store, key("b", "k"), "in b", revision)
		wantKeys(t, store, engine.Query{Space: "a"})
		wantKeys(t, store, engine.Query{Space: "ab"}, "x")
	}},

	{"EveryCommitHasAGreaterRevisionAndAnEmptyOneHasNone", func(t *testing.T, store engine.Store) {
		last := store.Revision()
		for range 5 {
			revision := commit(t, store, put(key("a", "k"), "v"))
			if revision <= last || store.Revision() != revision {
				t.Errorf("after %d came %d, Revision says %d", last, revision, store.Revision())
			}
			last = revision
		}
		if got := commit(t, store); got != last || store.Revision() != last {
			t.Errorf("an empty batch gave %d, Revision %d, want %d", got, store.Revision(), last)
		}
	}},

	{"KeysAndValuesAreAnyBytesWithinTheLimits", func(t *testing.T, store engine.Store) {
		all := make([]byte, 256)
		for i := range all {
			all[i] = byte(i)
		}
		big := strings.Repeat("0123456789abcdef", 1<<16) // 1 MiB
		revision := commit(t, store,
			put(key("a", "\x00"), ""), put(key("a", string(all)), string(all)), put(key("a", "\xff\xff"), "\x00"),
			put(key("a", strings.Repeat("k", engine.MaxKey)), big), put(key(engine.Space(strings.Repeat("s", engine.MaxSpace)), "k"), "v"))
		wantValue(t, store, key("a", "\x00"), "", revision)
		wantValue(t, store, key("a", string(all)), string(all), revision)
		wantValue(t, store, key("a", strings.Repeat("k", engine.MaxKey)), big, revision)
		wantKeys(t, store, engine.Query{Space: "a"}, "\x00", string(all), strings.Repeat("k", engine.MaxKey), "\xff\xff")
		wantKeys(t, store, engine.Query{Space: "a", Prefix: "\xff"}, "\xff\xff")
		wantKeys(t, store, engine.Query{Space: "a", Prefix: "\xff", Reverse: true}, "\xff\xff")
	}},

	{"WhatNoStoreTakesIsRefusedWhole", func(t *testing.T, store engine.Store) {
		good := put(key("a", "good"), "v")
		for name, bad := range map[string][]engine.Op{
			"no space":      {good, put(key("", "k"), "v")},
			"space's name":  {good, put(key(".engine", "k"), "v")},
			"capital":       {good, put(key("Records", "k"), "v")},
			"long space":    {good, put(key(engine.Space(strings.Repeat("s", engine.MaxSpace+1)), "k"), "v")},
			"no key":        {good, put(key("a", ""), "v")},
			"long key":      {good, put(key("a", strings.Repeat("k", engine.MaxKey+1)), "v")},
			"long value":    {good, {Key: key("a", "k"), Value: make([]byte, engine.MaxValue+1)}},
			"twice":         {good, put(key("a", "k"), "v"), remove(key("a", "k"))},
			"twice in many": append(many("k", 40), good, put(key("a", "k007"), "v")),
		} {
			_, err := store.Commit(bad)
			if !errors.Is(err, engine.ErrInvalid) {
				t.Errorf("%s: %v, want ErrInvalid", name, err)
			}
		}
		_, err := store.Get(key("a", ""))
		wantError(t, err, engine.ErrInvalid)
		_, err = store.List(engine.Query{Space: "A"})
		wantError(t, err, engine.ErrInvalid)
		wantKeys(t, store, engine.Query{Space: "a"})
		if store.Revision() != 0 {
			t.Errorf("Revision = %d", store.Revision())
		}
	}},

	{"AnExpectationThatDoesNotHoldRefusesTheBatchAndNamesEveryKey", func(t *testing.T, store engine.Store) {
		first := commit(t, store, put(key("a", "k"), "one"), put(key("a", "l"), "one"))
		second := commit(t, store, put(key("a", "k"), "two"))
		_, err := store.Commit([]engine.Op{
			put(key("a", "new"), "v"),
			expecting(put(key("a", "k"), "three"), engine.At(first)),
			expecting(put(key("a", "l"), "three"), engine.At(first)), // holds
			expecting(remove(key("a", "l2")), engine.At(first)),
			expecting(put(key("b", "k"), "v"), engine.Absent), // holds
		})
		var conflict *engine.ConflictError
		if !errors.As(err, &conflict) || !errors.Is(err, engine.ErrConflict) {
			t.Fatalf("Commit: %v, want a ConflictError", err)
		}
		want := []engine.Conflict{{Key: key("a", "k"), Revision: second}, {Key: key("a", "l2")}}
		if !slices.Equal(conflict.Conflicts, want) {
			t.Errorf("conflicts %v, want %v", conflict.Conflicts, want)
		}
		wantValue(t, store, key("a", "k"), "two", second)
		wantValue(t, store, key("a", "l"), "one", first)
		wantKeys(t, store, engine.Query{Space: "a"}, "k", "l")
		if store.Revision() != second {
			t.Errorf("Revision = %d, want %d", store.Revision(), second)
		}
	}},

	{"ExpectationsThatHoldLetTheBatchThrough", func(t *testing.T, store engine.Store) {
		first := commit(t, store, expecting(put(key("a", "k"), "one"), engine.Absent), expecting(put(key("a", "l"), "x"), engine.At(0)))
		second := commit(t, store, expecting(put(key("a", "k"), "two"), engine.At(first)), expecting(put(key("a", "l"), "y"), engine.Any))
		commit(t, store, expecting(remove(key("a", "k")), engine.At(second)))
		third := commit(t, store, expecting(put(key("a", "k"), "again"), engine.Absent))
		wantValue(t, store, key("a", "k"), "again", third)
		_, err := store.Commit([]engine.Op{expecting(put(key("a", "k"), "v"), engine.Absent)})
		wantError(t, err, engine.ErrConflict)
	}},

	{"AClosedStoreSaysSo", func(t *testing.T, store engine.Store) {
		commit(t, store, put(key("a", "k"), "v"))
		for range 2 {
			if err := store.Close(); err != nil {
				t.Errorf("Close: %v", err)
			}
		}
		_, err := store.Get(key("a", "k"))
		wantError(t, err, engine.ErrClosed)
		_, err = store.List(engine.Query{Space: "a"})
		wantError(t, err, engine.ErrClosed)
		_, err = store.Commit([]engine.Op{put(key("a", "k"), "w")})
		wantError(t, err, engine.ErrClosed)
		for _, err := range store.Watch(t.Context(), store.Revision()) {
			wantError(t, err, engine.ErrClosed)
		}
	}},
}
