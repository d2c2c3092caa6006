package library

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/terms"
)

// How the index is written: so that nobody who types waits for it, and that it does not take much memory.
const (
	// indexOps is how many keys one commit of the index writes at most.
	indexOps = 512
	// bulkMaps and bulkTerms are how many maps, and terms of maps, are written together.
	bulkMaps  = 256
	bulkTerms = 100_000
	// indexQuiet is how long nobody must have written before the index follows, indexPatience how long it waits for that.
	indexQuiet    = time.Second
	indexPatience = 15 * time.Second
)

// KeepIndexed lets the index of words follow what is written, in a goroutine of its own, from now until Close: when an edit has
// ended, in commits of its own. Only the library that holds the store does so. While it cannot be written, words are looked for in
// the maps themselves, so there is nothing to tell.
func (l *Library) KeepIndexed() {
	if l.remote {
		return
	}
	l.index.start()
	l.watchman.Go(func() {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		go func() {
			select {
			case <-l.leaving:
				cancel()
			case <-ctx.Done():
			}
		}()
		for {
			select {
			case <-l.leaving:
				return
			case <-l.index.gone:
				return
			case <-l.index.kick:
			}
			if l.index.quiet(ctx, indexQuiet) != nil {
				return
			}
			_ = l.updateIndex(ctx, func() error { return l.index.giveWay(ctx) }, func(int, int) {})
		}
	})
}

// UpdateIndex brings the index of words up to date and waits for it; a new one takes a minute or two for a million cards. step,
// called on the same goroutine, is told how many maps of how many are done. Through a socket it does nothing: the program that
// holds the library does.
func (l *Library) UpdateIndex(ctx context.Context, step func(done, all int)) error {
	if l.remote {
		return nil
	}
	return l.updateIndex(ctx, func() error { return ctx.Err() }, step)
}

// giveWay waits while somebody else writes.
func (x *index) giveWay(ctx context.Context) error {
	if x.store.Revision() == x.own {
		return ctx.Err()
	}
	return x.quiet(ctx, indexQuiet/10)
}

// commit writes to the index; x.build is held.
func (x *index) commit(ops []engine.Op) error {
	revision, err := x.store.Commit(ops)
	if err == nil {
		x.own = revision
	}
	return err
}

// quiet waits until nobody has written for a time, but not for ever.
func (x *index) quiet(ctx context.Context, pause time.Duration) error {
	for end, seen := time.Now().Add(indexPatience), x.store.Revision(); ; {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
		now := x.store.Revision()
		if now == seen || time.Now().After(end) {
			return nil
		}
		seen = now
	}
}

// updateIndex brings the index up to date. between is called before each commit.
func (l *Library) updateIndex(ctx context.Context, between func() error, step func(done, all int)) error {
	x := l.index
	x.build.Lock()
	defer x.build.Unlock()
	for try := 0; ; try++ {
		if err := x.catchUp(ctx); err != nil {
			return err
		}
		err := x.update(ctx, l.source, between, step)
		if key, damaged := damagedKey(err); damaged && key.Space == spaceSearch || errors.Is(err, errIndex) {
			if err = x.distrust(); err == nil && try < 3 {
				continue
			}
		}
		return err
	}
}

// distrust has the index made anew.
func (x *index) distrust() error {
	return x.commit([]engine.Op{{Key: indexKey(keyHead), Value: indexHead{version: indexVersion}.bytes()}})
}

// update goes through the maps that are behind.
func (x *index) update(ctx context.Context, source *mapmodel.Source, between func() error, step func(done, all int)) error {
	x.mu.RLock()
	trusted := x.trusted()
	x.mu.RUnlock()
	if !trusted {
		if err := x.empty(between); err != nil {
			return err
		}
		if err := x.catchUp(ctx); err != nil {
			return err
		}
	}
	queue := x.waiting()
	for done := 0; done < len(queue); {
		w := indexing{index: x, blocks: make(map[engine.Key]*blockChange)}
		for w.wants() && done < len(queue) {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := w.read(queue[done]); err != nil {
				return err
			}
			done++
		}
		if err := w.write(between); err != nil {
			return err
		}
		if err := x.catchUp(ctx); err != nil {
			return err
		}
		step(done, len(queue))
	}
	return nil
}

// waiting lists the maps that are behind, those that are gone first: they free their numbers.
func (x *index) waiting() []mapmodel.ID {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return slices.SortedFunc(maps.Keys(x.behind), func(a, b mapmodel.ID) int {
		m, n := x.behind[a], x.behind[b]
		if gone := m.revision == 0; gone != (n.revision == 0) {
			if gone {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(m.mark.number, n.mark.number), slices.Compare(a[:], b[:]))
	})
}

// discard takes everything out of the index at once.
func (x *index) discard() error {
	x.build.Lock()
	defer x.build.Unlock()
	return x.empty(func() error { return nil })
}

// empty takes everything out of the index, whatever has become of it.
func (x *index) empty(between func() error) error {
	if err := x.distrust(); err != nil {
		return err
	}
	var ops []engine.Op
	flush := func() error {
		if err := between(); err != nil {
			return err
		}
		err := x.commit(ops)
		ops = ops[:0]
		return err
	}
	for query := (engine.Query{Space: spaceSearch, Limit: x.most}); ; {
		page, err := x.store.List(query)
		if key, damaged := damagedKey(err); damaged && key.Space == spaceSearch {
			page = engine.Page{Next: key.Bytes + "\x00", Items: []engine.Item{{Key: key}}}
			if query.Limit > 1 { // what stands before it comes first, one by one
				query.Limit = 1
				continue
			}
		} else if err != nil {
			return err
		}
		for _, item := range page.Items {
			if item.Bytes != keyHead {
				ops = append(ops, engine.Op{Key: item.Key, Delete: true})
			}
		}
		if len(ops) >= x.most || page.Next == "" {
			if err := flush(); err != nil {
				return err
			}
		}
		if query.From = page.Next; query.From == "" {
			break
		}
	}
	return x.commit([]engine.Op{{Key: indexKey(keyHead), Value: indexHead{version: indexVersion, ready: true}.bytes()}})
}

// indexing is a writing of the index, of several maps at once.
type indexing struct {
	index  *index
	maps   []indexedMap
	blocks map[engine.Key]*blockChange
	terms  int
	taken  []uint32 // numbers given to maps that have none in the index yet
}

// indexedMap is one of the maps of a writing.
type indexedMap struct {
	id   mapmodel.ID
	mark mark     // as it will be
	all  []string // terms that the index may have while the writing goes on
	now  []string // and in the end; nil when the map is gone
}

// blockChange is what of a block is to be set and cleared.
type blockChange struct{ set, clear block }

func (w *indexing) wants() bool { return len(w.maps) < bulkMaps && w.terms < bulkTerms }

// read takes a map into the writing.
func (w *indexing) read(id mapmodel.ID) error {
	x := w.index
	x.mu.RLock()
	m, behind := x.behind[id]
	var known indexed
	if behind {
		known = *m
	}
	x.mu.RUnlock()
	if !behind || known.unread {
		return nil
	}
	var was []string
	if known.marked {
		item, err := x.store.Get(listKey(id))
		if errors.Is(err, engine.ErrNotFound) {
			return errIndex
		}
		if err == nil {
			was, err = unpackTerms(item.Value)
		}
		if err != nil {
			return err
		}
	}
	now, err := x.termsOf(id)
	if err != nil {
		return err
	}
	summary, err := x.store.Get(engine.Key{Space: spaceSummaries, Bytes: idKey(id)})
	_, damaged := damagedKey(err)
	switch {
	case errors.Is(err, engine.ErrNotFound) && known.revision == 0:
		now = nil
	case errors.Is(err, engine.ErrNotFound), damaged, err == nil && summary.Revision != known.revision:
		return nil // it is being written to: it will fall behind again
	case err != nil:
		return err
	}
	if !known.marked {
		known.mark = mark{number: w.freeNumber()}
	}
	w.add(indexedMap{id: id, mark: mark{number: known.mark.number, revision: known.revision}, now: now}, was, known.mark.settling)
	return nil
}

// add notes what has to be written of a map whose list in the index was that. settling tells that none of its terms is known to
// be in the index.
func (w *indexing) add(m indexedMap, was []string, settling bool) {
	note := func(term string, on bool) {
		key := termKey(term, uint16(m.mark.number/blockMaps))
		change := w.blocks[key]
		if change == nil {
			change = &blockChange{}
			w.blocks[key] = change
		}
		if on {
			change.set.set(uint16(m.mark.number%blockMaps), true)
		} else {
			change.clear.set(uint16(m.mark.number%blockMaps), true)
		}
		w.terms++
	}
	i, j := 0, 0
	for i < len(was) || j < len(m.now) {
		switch {
		case j == len(m.now) || i < len(was) && was[i] < m.now[j]:
			note(was[i], false)
			m.all = append(m.all, was[i])
			i++
		case i == len(was) || m.now[j] < was[i]:
			note(m.now[j], true)
			m.all = append(m.all, m.now[j])
			j++
		default:
			if settling {
				note(m.now[j], true)
			}
			m.all = append(m.all, m.now[j])
			i, j = i+1, j+1
		}
	}
	w.maps = append(w.maps, m)
}

// freeNumber is the least number that no map has.
func (w *indexing) freeNumber() uint32 {
	x := w.index
	x.mu.RLock()
	defer x.mu.RUnlock()
	n := uint32(0)
	if len(w.taken) > 0 {
		n = w.taken[len(w.taken)-1] + 1
	}
	for int(n) < len(x.numbers) && !x.numbers[n].IsZero() {
		n++
	}
	w.taken = append(w.taken, n)
	return n
}

// write commits it. What fits into one commit is one; else the maps' lists say first what the index may have of them, so that a
// writing broken off can be begun again.
func (w *indexing) write(between func() error) error {
	if len(w.maps) == 0 {
		return nil
	}
	keys := slices.SortedFunc(maps.Keys(w.blocks), func(a, b engine.Key) int { return cmp.Compare(a.Bytes, b.Bytes) })
	batch := writing{index: w.index, between: between}
	whole := len(keys)+2*len(w.maps) <= w.index.most
	if !whole {
		for _, m := range w.maps {
			settling := m.mark
			settling.settling = true
			batch.put(listKey(m.id), packTerms(m.all))
			batch.put(markKey(m.id), settling.bytes())
			if err := batch.flush(w.index.most); err != nil {
				return err
			}
		}
		if err := batch.flush(0); err != nil {
			return err
		}
	}
	for _, key := range keys {
		if err := w.writeBlock(&batch, key); err != nil {
			return err
		}
		if !whole {
			if err := batch.flush(w.index.most); err != nil {
				return err
			}
		}
	}
	if !whole {
		if err := batch.flush(0); err != nil {
			return err
		}
	}
	for _, m := range w.maps {
		if m.now == nil {
			batch.delete(listKey(m.id))
			batch.delete(markKey(m.id))
		} else {
			if whole || len(m.now) != len(m.all) {
				batch.put(listKey(m.id), packTerms(m.now))
			}
			batch.put(markKey(m.id), m.mark.bytes())
		}
		if !whole {
			if err := batch.flush(w.index.most); err != nil {
				return err
			}
		}
	}
	return batch.flush(0)
}

// writeBlock adds a block, as it will be, to a commit.
func (w *indexing) writeBlock(batch *writing, key engine.Key) error {
	var b block
	item, err := w.index.store.Get(key)
	if err == nil {
		err = b.add(item.Value)
	}
	if err != nil && !errors.Is(err, engine.ErrNotFound) {
		return err
	}
	change := w.blocks[key]
	for i := range b {
		b[i] = b[i]&^change.clear[i] | change.set[i]
	}
	if stored := b.bytes(); stored != nil {
		batch.put(key, stored)
	} else {
		batch.delete(key)
	}
	return nil
}

// writing gathers what is put into commits of a bounded size.
type writing struct {
	index   *index
	between func() error
	ops     []engine.Op
}

func (w *writing) put(key engine.Key, value []byte) {
	w.ops = append(w.ops, engine.Op{Key: key, Value: value})
}

func (w *writing) delete(key engine.Key) {
	w.ops = append(w.ops, engine.Op{Key: key, Delete: true})
}

// flush commits when there are at least so many operations.
func (w *writing) flush(least int) error {
	if len(w.ops) == 0 || len(w.ops) < least {
		return nil
	}
	if err := w.between(); err != nil {
		return err
	}
	err := w.index.commit(w.ops)
	w.ops = w.ops[:0]
	return err
}

// termsOf is the rising list of a map's terms; what cannot be read is passed over.
func (x *index) termsOf(id mapmodel.ID) ([]string, error) {
	set := terms.Set{}
	err := eachText(x.store, id, func(_ mapmodel.Record, _ *mapmodel.Field, text string) bool {
		set.Add(text)
		return true
	})
	if err != nil {
		return nil, err
	}
	all := make([]string, 0, len(set))
	for term := range set {
		all = append(all, term)
	}
	slices.Sort(all)
	return all, nil
}
