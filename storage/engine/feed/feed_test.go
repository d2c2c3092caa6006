package feed

import (
	"context"
	"errors"
	"sync"
	"testing"

	"footpath/storage/engine"
)

func batch(revision uint64, size int) engine.Batch {
	event := engine.Event{Key: engine.Key{Space: "a", Bytes: "k"}, Value: make([]byte, size)}
	return engine.Batch{Revision: revision, Events: []engine.Event{event}}
}

// told gives the revisions after from that are remembered, and the error that ends the telling.
func told(t *testing.T, f *Feed, from uint64) (revisions []uint64, end error) {
	t.Helper()
	f.Close(engine.ErrClosed)
	for batch, err := range f.Watch(t.Context(), from) {
		if err != nil {
			return revisions, err
		}
		revisions = append(revisions, batch.Revision)
	}
	return revisions, nil
}

func TestTheNewestBatchesAreRememberedAndOlderOnesAreCompacted(t *testing.T) {
	for _, c := range []struct {
		name                 string
		maxBatches, maxBytes int
		size                 int
		first                uint64 // the first remembered of 1 to 20
	}{
		{"by number", 8, 1 << 20, 10, 13},
		{"by bytes", 1000, 5 * 1101, 1000, 16}, // an event is its value, its key of one byte, and a hundred
		{"one larger than all", 1000, 500, 1000, 20},
	} {
		f := New(0, c.maxBatches, c.maxBytes)
		for revision := range uint64(20) {
			f.Publish(batch(revision+1, c.size))
		}
		got, err := told(t, f, c.first-1)
		if len(got) != int(21-c.first) || got[0] != c.first || !errors.Is(err, engine.ErrClosed) {
			t.Errorf("%s: told %v, %v", c.name, got, err)
		}
		got, err = told(t, f, c.first-2)
		if got != nil || !errors.Is(err, engine.ErrCompacted) {
			t.Errorf("%s: told %v, %v of what is forgotten", c.name, got, err)
		}
	}
}

func TestWhatWasBeforeTheFeedIsCompacted(t *testing.T) {
	f := New(7, 0, 0)
	if _, err := told(t, f, 6); !errors.Is(err, engine.ErrCompacted) {
		t.Errorf("from 6: %v", err)
	}
	if got, err := told(t, f, 7); got != nil || !errors.Is(err, engine.ErrClosed) {
		t.Errorf("from 7: %v, %v", got, err)
	}
}

func TestAListenerWhoIsOvertakenIsToldSo(t *testing.T) {
	f := New(0, 4, 0)
	f.Publish(batch(1, 1))
	var got []uint64
	for batch1, err := range f.Watch(t.Context(), 0) {
		if err != nil {
			if !errors.Is(err, engine.ErrCompacted) {
				t.Errorf("it ends with %v", err)
			}
			break
		}
		got = append(got, batch1.Revision)
		for revision := range uint64(5) { // while it is busy
			f.Publish(batch(revision+2, 1))
		}
	}
	if len(got) != 1 {
		t.Errorf("told %v", got)
	}
}

func TestRevisionsMayLeap(t *testing.T) {
	f := New(10, 0, 0)
	for _, revision := range []uint64{12, 20, 21} {
		f.Publish(batch(revision, 1))
	}
	if got, _ := told(t, f, 15); len(got) != 2 || got[0] != 20 {
		t.Errorf("told %v", got)
	}
}

func TestNothingIsToldAfterTheEnd(t *testing.T) {
	f := New(0, 0, 0)
	f.Publish(batch(1, 1))
	f.Close(engine.ErrMoved)
	f.Close(engine.ErrClosed)
	f.Publish(batch(2, 1))
	if got, err := told(t, f, 0); len(got) != 1 || !errors.Is(err, engine.ErrMoved) {
		t.Errorf("told %v, %v", got, err)
	}
}

func TestManyListenersComeAndGoWhileBatchesArePublished(t *testing.T) {
	f := New(0, 0, 0)
	const n = 300
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			last := uint64(0)
			for batch, err := range f.Watch(ctx, 0) {
				switch {
				case errors.Is(err, context.Canceled) && i%2 == 1:
					return
				case err != nil:
					t.Error(err)
					return
				case batch.Revision != last+1:
					t.Errorf("after %d came %d", last, batch.Revision)
				}
				if last = batch.Revision; last == n {
					return
				}
				if i%2 == 1 && last == uint64(i*10) {
					cancel()
				}
			}
		})
	}
	for revision := range uint64(n) {
		f.Publish(batch(revision+1, 1))
	}
	wg.Wait()
}
