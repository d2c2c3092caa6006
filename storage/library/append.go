package library

import (
	"errors"
	"fmt"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// checkpointEvery is after how many changes the whole map is stored, so that no moment of its history is further away.
const checkpointEvery = 1000

// errOutOfTurn means that a change was not made on the map as stored. After a failure that is so for what was queued behind it.
var errOutOfTurn = errors.New("an earlier change has not been saved")

// appendChange adds one change of a map to a batch: the records it touches, its entry in the log, the summary and, now and then,
// a checkpoint.
func (l *Library) appendChange(b *batch, e mapmodel.Event) error {
	id := e.After.ID()
	h, err := l.headFor(b, id)
	if err != nil {
		return err
	}
	if !h.holds(e.Before) {
		return errOutOfTurn
	}
	broken := false
	if h.mend != nil {
		if err := l.appendAnew(b, e.Before, h); err != nil {
			return err
		}
		broken = true
	}
	at := h.seq + 1
	var checkpoint [][]byte
	if at%checkpointEvery == 0 {
		if checkpoint, err = packMap(e.After, mapmodel.Change{}); err != nil {
			return err
		}
	}
	edited := h.edited
	if !onlyBins(e.Change) {
		edited = max(edited, e.Change.At)
	}
	summary := appendSummary(nil, summarise(e.After, edited, at, l.config.format))

	for _, edit := range e.Change.Edits {
		key := pairKey(id, edit.ID())
		if after := e.After.Get(edit.ID()); after == nil {
			b.delete(spaceRecords, key)
		} else {
			b.put(spaceRecords, key, appendRecord(nil, after, l.keeper(b, id)))
		}
	}
	b.add(engine.Op{
		Key:    engine.Key{Space: spaceLog, Bytes: seqKey(id, at)},
		Value:  appendEntry(nil, e.Change, broken, hashOf),
		Expect: engine.Absent,
	})
	putParts(b, id, at, checkpoint)
	expect := engine.At(h.revision)
	if h.mend != nil && h.mend.summary {
		expect = engine.Any
	}
	b.add(engine.Op{Key: engine.Key{Space: spaceSummaries, Bytes: idKey(id)}, Value: summary, Expect: expect})
	b.heads[id] = &head{seq: at, edited: edited, maps: weakly(e.After)}
	return nil
}

// headFor is where a map stands after what is in the batch already.
func (l *Library) headFor(b *batch, id mapmodel.ID) (*head, error) {
	if h := b.heads[id]; h != nil {
		return h, nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	h := l.heads[id]
	switch {
	case h == nil:
		return nil, fmt.Errorf("map %s: %w", id, ErrNoMap)
	case h.broken != nil:
		return nil, h.broken
	}
	return h, nil
}

// appendAnew adds a map whose opening had to mend something, whole, with a checkpoint: from here its history begins again, since
// what it was before does not lead to what it is.
func (l *Library) appendAnew(b *batch, m *mapmodel.Map, h *head) error {
	parts, err := packMap(m, mapmodel.Change{})
	if err != nil {
		return err
	}
	for _, key := range h.mend.drop {
		b.delete(spaceRecords, key)
	}
	for r := range m.Records() {
		b.put(spaceRecords, pairKey(m.ID(), r.Base().ID), appendRecord(nil, r, l.keeper(b, m.ID())))
	}
	putParts(b, m.ID(), h.seq, parts)
	return nil
}

// onlyBins tells of a change that throws a map into the bin or takes it out again: what people see as the time of its last edit does
// not move.
func onlyBins(c mapmodel.Change) bool {
	for _, edit := range c.Edits {
		if _, header := edit.After.(*mapmodel.Header); !header || edit.Before == nil {
			return false
		}
		for _, field := range mapmodel.ChangedFields(edit) {
			if field.Name != "bin" {
				return false
			}
		}
	}
	return len(c.Edits) > 0
}
