package library

import (
	"context"
	"errors"
	"sync"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// index is what a library knows in memory of its index of words: which maps there are, and how far the index is with each. It
// follows the store, so it is right whoever writes: this library, or another at the other side of a socket.
type index struct {
	store engine.Store

	begin  sync.Once
	follow context.CancelFunc
	gone   chan struct{} // closed when nothing is followed any more

	mu      sync.RWMutex
	moved   chan struct{} // closed and renewed when seen moves
	seen    uint64        // everything up to this revision is known
	loads   int           // how often the store was read anew
	failed  error         // why nothing more is learnt
	head    indexHead
	maps    map[mapmodel.ID]*indexed
	numbers []mapmodel.ID            // of maps with a mark, by number; zero where one is free
	behind  map[mapmodel.ID]*indexed // maps whose words are not what the index has
	kick    chan struct{}            // told, without waiting, when a map falls behind
	build   sync.Mutex               // held by whoever brings the index up to date
	most    int                      // how many keys one commit of the index writes; some more where a map ends
	own     uint64                   // the revision of the latest commit of the index; under build
}

// indexed is what the index knows of a map.
type indexed struct {
	revision uint64 // of its summary; 0 when there is no such map any more
	unread   bool   // its summary is damaged: what revision it has cannot be told
	mark     mark
	marked   bool
	touched  uint64 // the revision at which any of this changed
}

func (m *indexed) isBehind() bool {
	return m.unread || !m.marked || m.mark.settling || m.mark.revision != m.revision
}

func newIndex(store engine.Store) *index {
	return &index{store: store, most: indexOps, gone: make(chan struct{}), moved: make(chan struct{}), kick: make(chan struct{}, 1)}
}

// start begins to follow the store, once.
func (x *index) start() {
	x.begin.Do(func() {
		ctx, cancel := context.WithCancel(context.Background())
		x.mu.Lock()
		x.follow = cancel
		x.mu.Unlock()
		go func() {
			defer close(x.gone)
			for {
				err := x.run(ctx)
				if errors.Is(err, engine.ErrCompacted) {
					continue // too much has happened: it is read anew
				}
				x.mu.Lock()
				x.failed = err
				x.tell()
				x.mu.Unlock()
				return
			}
		}()
	})
}

// stop ends the following; none can begin after it.
func (x *index) stop() {
	x.begin.Do(func() { x.failed = engine.ErrClosed; close(x.gone) })
	x.mu.Lock()
	cancel := x.follow
	x.mu.Unlock()
	if cancel != nil {
		cancel()
	}
	<-x.gone
}

// tell wakes who waits for seen; x.mu is held.
func (x *index) tell() {
	close(x.moved)
	x.moved = make(chan struct{})
}

// run reads the store and follows it until an error ends that.
func (x *index) run(ctx context.Context) error {
	from, err := x.load()
	if err != nil {
		return err
	}
	for batch, err := range x.store.Watch(ctx, from) {
		if err != nil {
			if ctx.Err() != nil {
				return engine.ErrClosed
			}
			return err
		}
		x.apply(batch)
	}
	return engine.ErrClosed
}

// load reads which maps there are and how far the index is with each. Between its pages something may have been written: from is
// the revision after which everything must still be heard.
func (x *index) load() (from uint64, err error) {
	page, err := x.store.List(engine.Query{Space: spaceSummaries, Limit: 1})
	if _, damaged := damagedKey(err); err != nil && !damaged {
		return 0, err
	}
	if from = page.Revision; err != nil {
		from = x.store.Revision()
	}
	fresh := index{maps: make(map[mapmodel.ID]*indexed)}
	head, err := x.store.Get(indexKey(keyHead))
	if _, damaged := damagedKey(err); err == nil {
		fresh.head = parseIndexHead(head.Value)
	} else if !damaged && !errors.Is(err, engine.ErrNotFound) {
		return 0, err
	}
	err = walk(x.store, engine.Query{Space: spaceSummaries}, func(items []engine.Item) {
		for _, item := range items {
			fresh.of(idAt(item.Bytes, 0)).revision = item.Revision
		}
	}, func(key engine.Key, _ error) {
		m := fresh.of(idAt(key.Bytes, 0))
		m.revision, m.unread = 1, true
	})
	if err != nil {
		return 0, err
	}
	err = walk(x.store, engine.Query{Space: spaceSearch, Prefix: keyMark}, func(items []engine.Item) {
		for _, item := range items {
			fresh.marked(idAt(item.Bytes, len(keyMark)), item.Value)
		}
	}, func(engine.Key, error) { fresh.head.ready = false })
	if err != nil {
		return 0, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.head, x.maps, x.numbers, x.behind = fresh.head, fresh.maps, fresh.numbers, make(map[mapmodel.ID]*indexed)
	for id, m := range x.maps {
		x.judge(id, m)
	}
	x.seen = from
	x.loads++
	x.tell()
	return from, nil
}

func (x *index) of(id mapmodel.ID) *indexed {
	m := x.maps[id]
	if m == nil {
		m = &indexed{}
		x.maps[id] = m
	}
	return m
}

// marked takes in a mark; nil when it was taken away. One that cannot be read makes the index worth nothing.
func (x *index) marked(id mapmodel.ID, stored []byte) {
	m := x.of(id)
	if m.marked && x.numbers[m.mark.number] == id {
		x.numbers[m.mark.number] = mapmodel.ID{}
	}
	m.marked = false
	if stored == nil {
		return
	}
	parsed, err := parseMark(stored)
	if err != nil {
		x.head.ready = false
		return
	}
	for int(parsed.number) >= len(x.numbers) {
		x.numbers = append(x.numbers, mapmodel.ID{})
	}
	if other := x.numbers[parsed.number]; !other.IsZero() && other != id {
		x.head.ready = false // two maps with one number: neither can be told
		return
	}
	x.numbers[parsed.number] = id
	m.mark, m.marked = parsed, true
}

// judge puts a map among those that are behind, or takes it out; one of which nothing is left is forgotten.
func (x *index) judge(id mapmodel.ID, m *indexed) {
	switch {
	case m.revision == 0 && !m.marked:
		delete(x.maps, id)
		delete(x.behind, id)
	case m.isBehind():
		x.behind[id] = m
		select {
		case x.kick <- struct{}{}:
		default:
		}
	default:
		delete(x.behind, id)
	}
}

// apply learns what a batch did.
func (x *index) apply(batch engine.Batch) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, event := range batch.Events {
		var id mapmodel.ID
		switch {
		case event.Space == spaceSummaries:
			id = idAt(event.Bytes, 0)
			m := x.of(id)
			m.revision, m.unread = batch.Revision, false
			if event.Deleted {
				m.revision = 0
			}
		case event.Space == spaceSearch && event.Bytes == keyHead:
			x.head = parseIndexHead(event.Value)
			continue
		case event.Space == spaceSearch && event.Bytes[0] == keyMark[0]:
			id = idAt(event.Bytes, len(keyMark))
			if event.Deleted {
				event.Value = nil
			}
			x.marked(id, event.Value)
		default:
			continue
		}
		m := x.of(id)
		m.touched = batch.Revision
		x.judge(id, m)
	}
	x.seen = batch.Revision
	x.tell()
}

// catchUp waits until everything committed so far is known.
func (x *index) catchUp(ctx context.Context) error {
	x.start()
	until := x.store.Revision()
	for {
		x.mu.RLock()
		seen, failed, moved, loaded := x.seen, x.failed, x.moved, x.loads > 0
		x.mu.RUnlock()
		switch {
		case failed != nil:
			return failed
		case loaded && seen >= until:
			return nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// trusted tells whether the index is of this version and whole, as far as anybody knows.
func (x *index) trusted() bool { return x.head == indexHead{version: indexVersion, ready: true} }
