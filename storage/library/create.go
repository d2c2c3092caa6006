package library

import (
	"errors"
	"fmt"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// ErrMapExists means that the library has a map of this ID already.
var ErrMapExists = errors.New("the library has this map already")

// Create takes a map into the library: all its records, its summary and the beginning of its history in one commit. origin says
// who made it, when and how (Author, At, Label); its edits are not looked at, an absent ID is filled in. It fails with
// ErrMapExists, or as writing fails.
func (l *Library) Create(m *mapmodel.Map, origin mapmodel.Change) error {
	if origin.ID.IsZero() {
		origin.ID = l.source.ID()
	}
	if origin.Group.IsZero() {
		origin.Group = origin.ID
	}
	if err := l.do(func() error { return l.create(m, origin) }); err != nil {
		return fmt.Errorf("save map %s: %w", m.ID(), err)
	}
	return nil
}

func (l *Library) create(m *mapmodel.Map, origin mapmodel.Change) error {
	b := newBatch()
	if err := l.appendNew(b, m, origin); err != nil {
		return err
	}
	revision, err := l.store.Commit(b.ops)
	switch {
	case errors.Is(err, engine.ErrConflict):
		return ErrMapExists
	case errors.Is(err, engine.ErrInvalid):
		return err
	case err != nil:
		l.fail(err)
		return err
	}
	l.committed(b, revision)
	return nil
}

// appendNew adds a whole new map to a batch.
func (l *Library) appendNew(b *batch, m *mapmodel.Map, origin mapmodel.Change) error {
	id := m.ID()
	parts, err := packMap(m, origin)
	if err != nil {
		return err
	}
	summary := appendSummary(nil, summarise(m, origin.At, 0, l.config.format))
	b.add(engine.Op{Key: engine.Key{Space: spaceSummaries, Bytes: idKey(id)}, Value: summary, Expect: engine.Absent})
	for r := range m.Records() {
		b.put(spaceRecords, pairKey(id, r.Base().ID), appendRecord(nil, r, l.keeper(b, id)))
	}
	putParts(b, id, 0, parts)
	b.heads[id] = &head{edited: origin.At, maps: weakly(m)}
	return nil
}
