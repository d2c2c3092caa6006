package library

import (
	"errors"
	"fmt"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// Changes that nobody is about to take back are sealed: the pieces of one step (one Group, by one author, one after the other)
// are folded into one entry, and entries are compressed into blocks (block.go). No entry reaches over a moment that has a name, a
// mark or a checkpoint, nor over the place where a repair began the history anew.

// Seal seals what there is to seal of a map's history; what does not fill a block stays as it is. Each block is a commit of its own,
// so it may be broken off anywhere. It gives up, with ErrInterrupted, as soon as anybody else writes or somebody reads the
// history, and without an error where the history cannot be read any further. Only who holds the store may seal, not who reaches
// it through another program. It fails with ErrNoMap, or as reading and writing fail.
func (l *Library) Seal(id mapmodel.ID) error {
	if err := l.seal(id); err != nil {
		return fmt.Errorf("seal the history of map %s: %w", id, err)
	}
	return nil
}

// SealAll seals the history of every map, as Seal does.
func (l *Library) SealAll() error {
	list, err := l.List()
	if err != nil {
		return err
	}
	for _, s := range list {
		if err := l.Seal(s.ID); err != nil {
			return err
		}
	}
	return nil
}

func (l *Library) seal(id mapmodel.ID) error {
	revision := l.store.Revision()
	if err := l.readSummary(id, &opened{}); err != nil {
		return err
	}
	from, open, err := l.firstUnsealed(id)
	if err != nil || open < l.config.block {
		return err
	}
	for {
		blocks, more, err := l.foldLog(id, from)
		if err != nil {
			return err
		}
		for _, b := range blocks {
			if revision, err = l.commitBlock(b, revision); err != nil {
				return err
			}
			from = b.last() + 1
		}
		if !more {
			return nil
		}
	}
}

// commitBlock puts a block in the place of what it stands for, unless somebody has written since a revision, or is reading: a
// log of several pages must not change between two of them.
func (l *Library) commitBlock(b sealedBlock, since uint64) (revision uint64, err error) {
	ops := make([]engine.Op, len(b.items))
	for i, item := range b.items {
		ops[i] = engine.Op{Key: item.Key, Delete: true, Expect: engine.At(item.Revision)}
	}
	last := &ops[len(ops)-1]
	last.Delete, last.Value = false, b.value
	err = l.do(func() error {
		if l.store.Revision() != since || !l.sealing.TryLock() {
			return ErrInterrupted
		}
		defer l.sealing.Unlock()
		if l.othersRead() {
			return ErrInterrupted
		}
		var err error
		revision, err = l.store.Commit(ops)
		return err
	})
	return revision, err
}

// maxFolded bounds how many blocks are made before they are written.
const maxFolded = 16

// foldLog makes the next blocks of a map's log, from a change on; more tells that others may follow.
func (l *Library) foldLog(id mapmodel.ID, from uint64) (blocks []sealedBlock, more bool, err error) {
	w := folder{entries: l.config.block, fixed: make(map[uint64]bool)}
	list, err := l.Snapshots(id)
	if err != nil {
		return nil, false, err
	}
	for _, s := range list {
		w.fixed[s.Seq] = true
	}
	s, at, _, err := l.base(id, from-1, leaveHash)
	if err == nil {
		err = l.follow(id, s, at, leaveHash, func(e logged, c mapmodel.Change) bool {
			if e.first >= from && !isBlock(e.item.Value) {
				w.add(e, c)
			}
			return len(w.blocks) < maxFolded
		})
	}
	if errors.Is(err, engine.ErrDamaged) || isHistory(err) {
		return w.blocks, false, nil // for a repair to see to
	}
	return w.blocks, len(w.blocks) == maxFolded, err
}

// firstUnsealed is the first change that is in no block, and how many follow from there. What was before a repair is not touched.
func (l *Library) firstUnsealed(id mapmodel.ID) (from uint64, n int, err error) {
	from = 1
	for item, err := range engine.All(l.store, engine.Query{Space: spaceLog, Prefix: idKey(id), Reverse: true}) {
		switch {
		case errors.Is(err, engine.ErrDamaged):
			return from, 0, nil
		case err != nil:
			return 0, 0, err
		case isBlock(item.Value):
			return seqOf(item.Bytes) + 1, n, nil
		}
		n++
		if e, err := decodeEntry(string(item.Value), leaveHash); err == nil && e.broken {
			return seqOf(item.Bytes), n, nil
		}
	}
	return from, n, nil
}
