package library

import (
	"errors"
	"fmt"
	"strings"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// ErrMapOpen means that a map is being edited.
var ErrMapOpen = errors.New("the map is open")

// Delete takes a map out of the library for ever, with its history, pictures no other map shows, and views. (To throw a map
// into the bin is a change of its header.) It fails with ErrNoMap, with ErrMapOpen while the map has a session, or as writing
// fails; then nothing was taken.
func (l *Library) Delete(id mapmodel.ID) error {
	if err := l.do(func() error { return l.delete(id) }); err != nil {
		return fmt.Errorf("delete map %s: %w", id, err)
	}
	return nil
}

func (l *Library) delete(id mapmodel.ID) error {
	l.mu.Lock()
	open := l.sessions[id] != nil
	l.mu.Unlock()
	if open {
		return ErrMapOpen
	}
	summary, err := l.store.Get(engine.Key{Space: spaceSummaries, Bytes: idKey(id)})
	if errors.Is(err, engine.ErrNotFound) {
		return ErrNoMap
	}
	b := newBatch()
	if err == nil {
		b.add(engine.Op{Key: summary.Key, Delete: true, Expect: engine.At(summary.Revision)})
	} else if _, damaged := damagedKey(err); !damaged {
		return err
	}
	for _, space := range mapSpaces {
		if err := l.deleteAll(b, engine.Query{Space: space, Prefix: idKey(id)}, func(string) bool { return true }); err != nil {
			return err
		}
	}
	if err := l.deleteAll(b, engine.Query{Space: spaceViews}, func(key string) bool { return idAt(key, idSize) == id }); err != nil {
		return err
	}
	if err := l.deleteBlobs(b, id); err != nil {
		return err
	}
	if _, err := l.store.Commit(b.ops); err != nil {
		if !errors.Is(err, engine.ErrConflict) {
			l.fail(err)
		}
		return err
	}
	l.mu.Lock()
	delete(l.heads, id)
	l.mu.Unlock()
	return nil
}

// deleteAll takes away what a query describes, damaged or not.
func (l *Library) deleteAll(b *batch, query engine.Query, which func(key string) bool) error {
	remove := func(key engine.Key) {
		if which(key.Bytes) {
			b.delete(key.Space, key.Bytes)
		}
	}
	return l.walk(query, func(items []engine.Item) {
		for _, item := range items {
			remove(item.Key)
		}
	}, func(key engine.Key, _ error) { remove(key) })
}

// deleteBlobs takes away the blobs that only this map uses. The writer runs it, so no map begins to use one meanwhile.
func (l *Library) deleteBlobs(b *batch, id mapmodel.ID) error {
	mine := make(map[string]bool)
	note := func(key engine.Key) {
		hash := key.Bytes[min(idSize, len(key.Bytes)):]
		if strings.HasPrefix(key.Bytes, idKey(id)) {
			if _, other := mine[hash]; !other {
				mine[hash] = true
			}
		} else {
			mine[hash] = false
		}
	}
	err := l.walk(engine.Query{Space: spaceBlobUses}, func(items []engine.Item) {
		for _, item := range items {
			note(item.Key)
		}
	}, func(key engine.Key, _ error) { note(key) })
	if err != nil {
		return err
	}
	for hash, only := range mine {
		if only && hash != "" {
			b.delete(spaceBlobs, hash)
		}
	}
	return nil
}
