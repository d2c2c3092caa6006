package library

import (
	"errors"
	"iter"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// logged is one entry of a map's log and the changes it stands for, first to last: one as it was made, several where the pieces of one
// step were folded when they were sealed (seal.go).
type logged struct {
	entry
	first, last uint64
	item        engine.Item // that it was read from
}

// decodeLogged reads an item of the log, a change or a block of sealed ones, into a list made before, if any. A mistake in it is a
// *engine.DamagedError.
func decodeLogged(list []logged, item engine.Item, load blobLoader) ([]logged, error) {
	var err error
	if isBlock(item.Value) {
		list, err = decodeBlock(item, load)
	} else {
		seq := seqOf(item.Bytes)
		list = append(list[:0], logged{first: seq, last: seq})
		list[0].entry, err = decodeEntry(string(item.Value), load)
	}
	if err != nil {
		return nil, &engine.DamagedError{Key: item.Key, What: "it cannot be read", Err: err}
	}
	for i := range list {
		list[i].item = item
	}
	return list, nil
}

// log visits the entries of a map's log that reach to a change or beyond it, the earliest first. Nothing is sealed meanwhile.
func (l *Library) log(id mapmodel.ID, from uint64, load blobLoader) iter.Seq2[logged, error] {
	return func(yield func(logged, error) bool) {
		l.sealing.RLock()
		defer l.sealing.RUnlock()
		var list []logged
		for item, err := range engine.All(l.store, engine.Query{Space: spaceLog, Prefix: idKey(id), From: seqKey(id, from)}) {
			if err == nil {
				list, err = decodeLogged(list, item, load)
			}
			if err != nil {
				yield(logged{}, err)
				return
			}
			for _, e := range list {
				if e.last < from {
					continue // of a block that begins earlier
				}
				if from = e.last + 1; !yield(e, nil) {
					return
				}
			}
		}
	}
}

// logBackwards visits up to n entries that end before a change (Present: all), the latest first.
func (l *Library) logBackwards(id mapmodel.ID, before uint64, n int, load blobLoader) iter.Seq2[logged, error] {
	return func(yield func(logged, error) bool) {
		l.sealing.RLock()
		defer l.sealing.RUnlock()
		var list []logged
		visit := func(item engine.Item, err error) bool {
			if err == nil {
				list, err = decodeLogged(list, item, load)
			}
			if err != nil {
				yield(logged{}, err)
				return false
			}
			for i := len(list) - 1; i >= 0; i-- {
				if list[i].last >= before {
					continue
				}
				before = list[i].first
				if n--; !yield(list[i], nil) || n <= 0 {
					return false
				}
			}
			return true
		}
		if before != Present {
			// A block stands under its last change, which may be later.
			page, err := l.store.List(engine.Query{Space: spaceLog, Prefix: idKey(id), From: seqKey(id, before), Limit: 1})
			if err == nil && len(page.Items) > 0 && isBlock(page.Items[0].Value) && !visit(page.Items[0], nil) {
				return
			}
			if err != nil && !errors.Is(err, engine.ErrDamaged) {
				yield(logged{}, err)
				return
			}
		}
		query := engine.Query{Space: spaceLog, Prefix: idKey(id), From: seqKey(id, before-1), Reverse: true, Limit: n}
		for item, err := range engine.All(l.store, query) {
			if !visit(item, err) {
				return
			}
		}
	}
}

// change finds the entry of the log that holds a change.
func (l *Library) change(id mapmodel.ID, seq uint64) (logged, error) {
	missing := &engine.DamagedError{Key: engine.Key{Space: spaceLog, Bytes: seqKey(id, seq)}, What: "a change is missing from the map's history"}
	for e, err := range l.log(id, seq, leaveHash) {
		if err == nil && e.first > seq {
			err = missing
		}
		return e, err
	}
	return logged{}, missing
}
