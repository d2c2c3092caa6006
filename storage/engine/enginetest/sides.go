package enginetest

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"testing"

	"footpath/storage/engine"
)

// sidePromises are those that matter once there are several sides: callers who keep slices, and callers at the same time.
var sidePromises = []promise{
	{"WhatIsReturnedAndWhatIsGivenMayBeAltered", func(t *testing.T, store engine.Store) {
		given := []byte("value")
		revision, err := store.Commit([]engine.Op{{Key: key("a", "k"), Value: given}, {Key: key("a", "l"), Value: given}})
		if err != nil {
			t.Fatal(err)
		}
		spoil(given)
		for range 2 {
			item, err := store.Get(key("a", "k"))
			if err != nil || string(item.Value) != "value" {
				t.Errorf("Get = %q, %v", item.Value, err)
			}
			spoil(item.Value)
			_ = append(item.Value, "more"...)
			items := list(t, store, engine.Query{Space: "a"})
			if len(items) != 2 || string(items[0].Value) != "value" || string(items[1].Value) != "value" {
				t.Fatalf("List = %q", items)
			}
			spoil(items[0].Value)
			_ = append(items[0].Value, "more"...)
			if string(items[1].Value) != "value" {
				t.Errorf("a neighbour became %q", items[1].Value)
			}
			for batch := range watched(t, store, revision-1, revision) {
				for _, event := range batch.Events {
					if string(event.Value) != "value" {
						t.Errorf("Watch gave %q", event.Value)
					}
					spoil(event.Value)
				}
			}
		}
	}},

	{"CommitsFromManySidesFollowEachOther", func(t *testing.T, store engine.Store) {
		const writers, each = 8, 12
		counter := key("a", "counter")
		commit(t, store, put(counter, ""))
		var wg sync.WaitGroup
		for w := range writers {
			wg.Go(func() {
				for i := range each {
					if err := increment(store, counter, key("b", fmt.Sprintf("%d-%d", w, i))); err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		wg.Wait()
		item, err := store.Get(counter)
		if err != nil || len(item.Value) != writers*each {
			t.Errorf("the counter stands at %d, want %d (%v)", len(item.Value), writers*each, err)
		}
		if got := len(keys(t, store, engine.Query{Space: "b"})); got != writers*each {
			t.Errorf("%d marks, want %d", got, writers*each)
		}
	}},

	{"AReaderSeesABatchWholeOrNotAtAll", func(t *testing.T, store engine.Store) {
		const rounds = 60
		batch := func(round int) []engine.Op {
			var ops []engine.Op
			for _, op := range many("k", 20) {
				op.Value = []byte(fmt.Sprint(round))
				ops = append(ops, op)
			}
			return ops
		}
		commit(t, store, batch(0)...)
		done := make(chan struct{})
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				for {
					select {
					case <-done:
						return
					default:
					}
					page, err := store.List(engine.Query{Space: "a"})
					if err != nil || len(page.Items) != 20 {
						t.Errorf("List: %d items, %v", len(page.Items), err)
						return
					}
					for _, item := range page.Items {
						if !bytes.Equal(item.Value, page.Items[0].Value) || item.Revision != page.Revision {
							t.Errorf("a torn page at revision %d: %q", page.Revision, page.Items)
							return
						}
					}
				}
			})
		}
		for round := range rounds {
			commit(t, store, batch(round+1)...)
		}
		close(done)
		wg.Wait()
	}},
}

func spoil(b []byte) {
	for i := range b {
		b[i] = '!'
	}
}

// increment adds a byte to the counter and puts a mark, trying again as long as others are faster.
func increment(store engine.Store, counter, mark engine.Key) error {
	for {
		item, err := store.Get(counter)
		if err != nil {
			return err
		}
		_, err = store.Commit([]engine.Op{
			expecting(put(counter, string(item.Value)+"+"), engine.At(item.Revision)),
			expecting(put(mark, ""), engine.Absent),
		})
		if !errors.Is(err, engine.ErrConflict) {
			return err
		}
	}
}
