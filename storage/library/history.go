package library

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// Moment is one change in a map's history.
type Moment struct {
	// Seq is the change's number: 1 for the first after the map was made. Of a step whose pieces were folded when it was sealed, it is
	// that of the last.
	Seq uint64
	// Change is as it was made, with whole records. Moment 0 is the making itself, without edits.
	Change mapmodel.Change
}

// History visits a map's changes in order, from one number on (0 is the making). An error is given last and ends the walk: a
// *engine.DamagedError where the history cannot be read. It holds what is stored, not what waits to be written.
func (l *Library) History(id mapmodel.ID, from uint64) iter.Seq2[Moment, error] {
	return func(yield func(Moment, error) bool) {
		pictures := blobs{store: l.store}
		err := l.history(id, from, pictures.load, func(m Moment) bool { return yield(m, nil) })
		if err != nil {
			yield(Moment{}, fmt.Errorf("history of map %s: %w", id, err))
		}
	}
}

func (l *Library) history(id mapmodel.ID, from uint64, load blobLoader, visit func(Moment) bool) error {
	if err := l.readSummary(id, &opened{}); errors.Is(err, ErrNoMap) {
		return err
	}
	s, at, origin, err := l.base(id, max(from, 1)-1, load)
	if err != nil {
		return err
	}
	if from == 0 && at == 0 && !visit(Moment{Change: origin}) {
		return nil
	}
	return l.replay(id, s, at, load, func(m Moment) bool { return m.Seq < from || visit(m) })
}

// replay takes a state from change at on through all that follow, until visit says stop.
func (l *Library) replay(id mapmodel.ID, s state, at uint64, load blobLoader, visit func(Moment) bool) error {
	return l.follow(id, s, at, load, func(e logged, c mapmodel.Change) bool { return visit(Moment{Seq: e.last, Change: c}) })
}

// follow is replay by entries of the log.
func (l *Library) follow(id mapmodel.ID, s state, at uint64, load blobLoader, visit func(logged, mapmodel.Change) bool) error {
	for e, err := range l.log(id, at+1, load) {
		if err != nil {
			return err
		}
		if e.first != at+1 {
			return &engine.DamagedError{Key: engine.Key{Space: spaceLog, Bytes: seqKey(id, at+1)}, What: "a change is missing from the map's history"}
		}
		if e.broken {
			anew, _, err := l.checkpoint(id, at, load)
			if err != nil {
				return err
			}
			clear(s)
			maps.Copy(s, anew)
		}
		change, err := s.step(e.entry, forward, load)
		if err != nil {
			return &engine.DamagedError{Key: e.item.Key, What: "it does not follow from what was before", Err: err}
		}
		if at = e.last; !visit(e, change) {
			return nil
		}
	}
	return nil
}

// At gives a map as it was after a change, 0 being as it was made. Within a step that was sealed, it is as it was after the step. It
// fails with ErrNoMap, or as History does.
func (l *Library) At(id mapmodel.ID, seq uint64) (*mapmodel.Map, error) {
	found := opened{}
	if err := l.readSummary(id, &found); err != nil {
		return nil, fmt.Errorf("history of map %s: %w", id, err)
	}
	if seq > found.summary.Seq {
		return nil, fmt.Errorf("history of map %s: there are %d changes, not %d", id, found.summary.Seq, seq)
	}
	pictures := blobs{store: l.store}
	s, err := l.stateAt(id, seq, pictures.load)
	if err != nil {
		return nil, fmt.Errorf("history of map %s: %w", id, err)
	}
	set := recordSet{header: -1}
	for _, r := range s.records() {
		set.add(r, id)
	}
	m, _ := mapmodel.FromRecords(set.withHeader(id), l.source)
	return m, nil
}

func (l *Library) stateAt(id mapmodel.ID, seq uint64, load blobLoader) (state, error) {
	s, at, _, err := l.base(id, seq, load)
	if err != nil || at == seq {
		return s, err
	}
	last := at
	err = l.replay(id, s, at, load, func(m Moment) bool { last = m.Seq; return m.Seq < seq })
	if err == nil && last < seq {
		err = &engine.DamagedError{Key: engine.Key{Space: spaceLog, Bytes: seqKey(id, last+1)}, What: "a change is missing from the map's history"}
	}
	return s, err
}

// Past gives the last n changes that led to a map just opened, the oldest first, so that a document can take them back. Where
// the history cannot be read or does not lead to this map, it gives those that do. Changes from before a repair do not lead to
// it, but may still be taken back where what they did is still so; they come as they were made.
func (l *Library) Past(m *mapmodel.Map, n int) ([]mapmodel.Change, error) {
	if n <= 0 {
		return nil, nil
	}
	pictures := blobs{store: l.store}
	s := stateOf(m)
	changes := make([]mapmodel.Change, 0, min(n, 1<<10))
	next := uint64(0)
	for e, err := range l.logBackwards(m.ID(), Present, n, pictures.load) {
		if errors.Is(err, engine.ErrDamaged) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("history of map %s: %w", m.ID(), err)
		}
		if next != 0 && e.last != next {
			break
		}
		next = e.first - 1
		change, err := s.step(e.entry, backward, pictures.load)
		if err != nil {
			break
		}
		if changes = append(changes, change); e.broken {
			changes = append(changes, l.beforeRepair(m.ID(), e.first, n-len(changes))...)
			break
		}
	}
	slices.Reverse(changes)
	return changes, nil
}

// beforeRepair gives up to n changes before one at which the history was broken off, the latest first, as far as they can be read.
func (l *Library) beforeRepair(id mapmodel.ID, seq uint64, n int) []mapmodel.Change {
	if n <= 0 || seq <= 1 {
		return nil
	}
	pictures := blobs{store: l.store}
	var changes []mapmodel.Change
	last := uint64(0)
	err := l.history(id, seq-min(seq-1, uint64(n)), pictures.load, func(m Moment) bool {
		if m.Seq < seq {
			changes, last = append(changes, m.Change), m.Seq
		}
		return m.Seq+1 < seq
	})
	if err != nil || last != seq-1 {
		return nil // what can be read does not reach up to it
	}
	slices.Reverse(changes)
	return changes
}
