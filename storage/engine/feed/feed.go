// Package feed tells any number of listeners what a store committed, from a bounded memory of the newest batches.
package feed

import (
	"context"
	"iter"
	"slices"
	"sort"
	"sync"

	"footpath/storage/engine"
)

// Limits of a feed that does not set its own.
const (
	// DefaultBatches is how many of the newest batches are remembered.
	DefaultBatches = 1024
	// DefaultBytes is how many bytes of keys and values they may hold together. The newest batch is always remembered.
	DefaultBytes = 16 << 20
)

// Feed remembers the newest batches of a store and hands them to its listeners. Publishing never waits for a listener: each
// walks through the memory at its own pace, and one who is overtaken by the forgetting gets engine.ErrCompacted.
type Feed struct {
	maxBatches, maxBytes int

	mu      sync.Mutex
	batches []engine.Batch // rising revisions, all above floor
	bytes   int            // of all batches
	floor   uint64         // everything after this revision is remembered
	end     error          // set once the store is closed
	waiting int            // listeners who sleep on wake
	wake    chan struct{}  // closed to wake them
}

// New returns the feed of a store that stands at a revision. maxBatches and maxBytes bound its memory; 0 means the default.
func New(revision uint64, maxBatches, maxBytes int) *Feed {
	if maxBatches <= 0 {
		maxBatches = DefaultBatches
	}
	if maxBytes <= 0 {
		maxBytes = DefaultBytes
	}
	return &Feed{maxBatches: maxBatches, maxBytes: maxBytes, floor: revision, wake: make(chan struct{})}
}

// Publish appends a batch, whose revision must be greater than all before it. The feed keeps the slices in it, which must
// not be altered any more.
func (f *Feed) Publish(batch engine.Batch) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.end != nil {
		return
	}
	f.batches = append(f.batches, batch)
	f.bytes += size(batch)
	for len(f.batches) > f.maxBatches || f.bytes > f.maxBytes && len(f.batches) > 1 {
		f.floor = f.batches[0].Revision
		f.bytes -= size(f.batches[0])
		f.batches[0] = engine.Batch{} // else the array would hold its values
		f.batches = f.batches[1:]
	}
	f.rouse()
}

// Close ends every Watch with err once it has given what was published before. Closing again does nothing.
func (f *Feed) Close(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.end == nil {
		f.end = err
		f.rouse()
	}
}

// Watch is engine.Store's Watch.
func (f *Feed) Watch(ctx context.Context, from uint64) iter.Seq2[engine.Batch, error] {
	return func(yield func(engine.Batch, error) bool) {
		for from := from; ; {
			batch, err := f.next(ctx, from)
			if err != nil {
				yield(engine.Batch{}, err)
				return
			}
			if !yield(batch, nil) {
				return
			}
			from = batch.Revision
		}
	}
}

// next waits for the first batch after a revision and returns a copy of it.
func (f *Feed) next(ctx context.Context, from uint64) (engine.Batch, error) {
	for {
		if err := ctx.Err(); err != nil {
			return engine.Batch{}, err
		}
		batch, found, err := f.find(from)
		switch {
		case err != nil:
			return engine.Batch{}, err
		case found:
			return clone(batch), nil
		}
		if err := f.sleep(ctx, from); err != nil {
			return engine.Batch{}, err
		}
	}
}

// find looks up the first batch after a revision.
func (f *Feed) find(from uint64) (engine.Batch, bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.findLocked(from)
}

func (f *Feed) findLocked(from uint64) (engine.Batch, bool, error) {
	if from < f.floor {
		return engine.Batch{}, false, engine.ErrCompacted
	}
	i := sort.Search(len(f.batches), func(i int) bool { return f.batches[i].Revision > from })
	if i < len(f.batches) {
		return f.batches[i], true, nil
	}
	return engine.Batch{}, false, f.end
}

// toldLocked reports whether find has something to say, be it an error.
func (f *Feed) toldLocked(from uint64) bool {
	_, found, err := f.findLocked(from)
	return found || err != nil
}

// sleep returns when there may be something after a revision, or with the context's error.
func (f *Feed) sleep(ctx context.Context, from uint64) error {
	f.mu.Lock()
	if f.toldLocked(from) { // published or closed since we looked
		f.mu.Unlock()
		return nil
	}
	wake := f.wake
	f.waiting++
	f.mu.Unlock()

	select {
	case <-wake:
		return nil // rouse has counted us out
	case <-ctx.Done():
		f.mu.Lock()
		if wake == f.wake {
			f.waiting--
		}
		f.mu.Unlock()
		return ctx.Err()
	}
}

// rouse wakes whoever sleeps. The channel is only renewed when someone does, so that a commit nobody listens to costs nothing.
func (f *Feed) rouse() {
	if f.waiting > 0 {
		close(f.wake)
		f.wake, f.waiting = make(chan struct{}), 0
	}
}

// clone copies the values, which the listener may alter.
func clone(batch engine.Batch) engine.Batch {
	batch.Events = slices.Clone(batch.Events)
	for i := range batch.Events {
		batch.Events[i].Value = slices.Clone(batch.Events[i].Value)
	}
	return batch
}

// size counts what a batch holds in memory, with a rough hundred bytes for each event's own fields.
func size(batch engine.Batch) int {
	n := 0
	for i := range batch.Events {
		n += 100 + len(batch.Events[i].Bytes) + len(batch.Events[i].Value)
	}
	return n
}
