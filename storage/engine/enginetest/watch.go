package enginetest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
	"testing"

	"footpath/storage/engine"
)

// watched gives the batches after one revision up to another, which must be there already.
func watched(t *testing.T, store engine.Store, from, to uint64) iter.Seq[engine.Batch] {
	t.Helper()
	return func(yield func(engine.Batch) bool) {
		if from >= to {
			return
		}
		for batch, err := range store.Watch(t.Context(), from) {
			if err != nil {
				t.Errorf("Watch from %d: %v", from, err)
				return
			}
			if !yield(batch) || batch.Revision >= to {
				return
			}
		}
	}
}

// watchPromises are those of Watch.
var watchPromises = []promise{
	{"WatchTellsEveryBatchAfterARevisionInOrder", func(t *testing.T, store engine.Store) {
		first := commit(t, store, put(key("a", "k"), "one"), put(key("b", "l"), "two"))
		second := commit(t, store, remove(key("b", "l")), put(key("a", "k"), ""))
		commit(t, store) // tells nothing
		third := commit(t, store, put(key("c", "m"), "three"))
		_, err := store.Commit([]engine.Op{expecting(put(key("c", "m"), "four"), engine.Absent)}) // nor does this
		wantError(t, err, engine.ErrConflict)

		told := []string{
			fmt.Sprintf(`%d: put a/6b "one", put b/6c "two"`, first),
			fmt.Sprintf(`%d: take b/6c, put a/6b ""`, second),
			fmt.Sprintf(`%d: put c/6d "three"`, third),
		}
		for i, from := range []uint64{0, first, second, third} {
			var got []string
			for batch := range watched(t, store, from, third) {
				got = append(got, tell(batch))
			}
			if !slices.Equal(got, told[i:]) {
				t.Errorf("from %d: %q, want %q", from, got, told[i:])
			}
		}
	}},

	{"WatchGoesOnWithWhatComes", func(t *testing.T, store engine.Store) {
		from := commit(t, store, put(key("a", "k"), "before"))
		const n = 40
		var got []uint64
		var wg sync.WaitGroup
		wg.Go(func() {
			for batch, err := range store.Watch(t.Context(), from) {
				if err != nil {
					t.Error(err)
					return
				}
				if got = append(got, batch.Revision); len(got) == n {
					return
				}
			}
		})
		var want []uint64
		for i := range n {
			want = append(want, commit(t, store, put(key("a", "k"), fmt.Sprint(i))))
		}
		wg.Wait()
		if !slices.Equal(got, want) {
			t.Errorf("told %v, want %v", got, want)
		}
	}},

	{"AListenerWhoDoesNotListenHoldsUpNobody", func(t *testing.T, store engine.Store) {
		commit(t, store, put(key("a", "k"), "v"))
		inside, release := make(chan struct{}), make(chan struct{})
		var got []uint64
		const n = 100
		var wg sync.WaitGroup
		wg.Go(func() {
			for batch, err := range store.Watch(t.Context(), 0) {
				if errors.Is(err, engine.ErrCompacted) && len(got) > 0 {
					return // it may be left behind, not lied to
				}
				if err != nil {
					t.Error(err)
					return
				}
				if got = append(got, batch.Revision); len(got) == 1 {
					close(inside)
					<-release
				}
				if len(got) == n+1 {
					return
				}
			}
		})
		<-inside
		want := []uint64{got[0]}
		for i := range n {
			want = append(want, commit(t, store, put(key("a", "k"), fmt.Sprint(i)))) // returns while the listener sleeps
		}
		close(release)
		wg.Wait()
		if !slices.Equal(got, want[:len(got)]) {
			t.Errorf("told %v, want %v", got, want)
		}
	}},

	{"WatchEndsWithItsContext", func(t *testing.T, store engine.Store) {
		commit(t, store, put(key("a", "k"), "v"))
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		rounds := 0
		for batch, err := range store.Watch(ctx, 0) {
			if rounds++; rounds == 1 {
				if err != nil || batch.Revision != store.Revision() {
					t.Errorf("first %v, %v", batch, err)
				}
				go cancel() // before or after it sleeps
				continue
			}
			wantError(t, err, context.Canceled)
		}
		if rounds != 2 {
			t.Errorf("%d rounds, want 2", rounds)
		}
	}},

	{"WatchEndsWhenTheStoreIsClosed", func(t *testing.T, store engine.Store) {
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for _, err := range store.Watch(context.Background(), 0) {
					wantError(t, err, engine.ErrClosed)
				}
			})
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
		wg.Wait()
	}},
}

// tell writes a batch down.
func tell(batch engine.Batch) string {
	s := fmt.Sprintf("%d:", batch.Revision)
	for i, event := range batch.Events {
		if i > 0 {
			s += ","
		}
		if event.Deleted {
			s += fmt.Sprintf(" take %v", event.Key)
		} else {
			s += fmt.Sprintf(" put %v %q", event.Key, event.Value)
		}
	}
	return s
}
