package library

import (
	"errors"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/engine/bolt"
)

// Health says of one map whether it is whole, and what it has lost.
type Health struct {
	ID    mapmodel.ID
	Title string
	Cards int
	// Gone tells that there are traces of a map from which none can be made.
	Gone bool
	// Restored is how many records were brought back from the map's history: they are not lost.
	Restored int
	// LostRecords is how many records (cards, stages …) are nowhere to be found, LostPictures how many pictures.
	LostRecords, LostPictures int
	// Older tells that the latest changes of the map may be missing: what it says may be older than what was last saved.
	Older bool
	// LostHistory is how many changes of its past can no longer be shown.
	LostHistory int
	// Healings is how much did not fit together and was mended.
	Healings int
}

// Whole tells whether the map, with its past, is as it was left.
func (h Health) Whole() bool {
	return !h.Gone && h.LostRecords == 0 && h.LostPictures == 0 && !h.Older && h.LostHistory == 0 && h.Healings == 0
}

// losses are what a salvage could not read in its newest state.
type losses []bolt.Span

// of tells whether something of a map may be missing in a space.
func (l losses) of(space engine.Space, id mapmodel.ID, from string) bool {
	for _, s := range l {
		if s.Space == space && (s.To == "" || s.To > from) && (s.From <= from || idAt(s.From, 0) == id) {
			return true
		}
	}
	return false
}

// diagnosis is a map as far as it can be read, and what is to be done about it.
type diagnosis struct {
	Health
	m       *mapmodel.Map
	summary storedSummary
	mend    mending
	// rewrite tells that what is stored is not this map; damaged that a part of its past cannot be read.
	rewrite, damaged bool
}

// diagnose reads a map and the whole of its history, and holds them against each other.
func (l *Library) diagnose(id mapmodel.ID, lost losses) (diagnosis, error) {
	found, err := l.readMap(id)
	if err != nil {
		return diagnosis{}, err
	}
	d := diagnosis{m: found.m, summary: found.summary, Health: Health{ID: id, Healings: len(found.report.Healings)}}
	if found.mend != nil {
		d.mend, d.rewrite = *found.mend, true
	}
	for _, damage := range found.report.Damages {
		switch damage.What {
		case RecordRestored:
			d.Restored++
		case RecordLost:
			d.LostRecords++
		case PictureLost:
			d.LostPictures++
		}
	}
	pictures := blobs{store: l.store}
	if err := d.walkPast(l, &pictures); err != nil {
		return d, err
	}
	then, err := l.stateAt(id, d.summary.Seq, pictures.load)
	switch {
	case errors.Is(err, engine.ErrDamaged) || isHistory(err):
		if d.LostHistory == 0 {
			d.LostHistory = 1
		}
		d.rewrite = true // a new beginning, from which its history goes on
		d.Older = lost.of(spaceRecords, id, idKey(id))
	case err != nil:
		return d, err
	case !sameState(then, stateOf(d.m)):
		d.takeState(l, then)
	default:
		d.LostRecords = 0 // the history proves that they never were
	}
	if lost.of(spaceSummaries, id, idKey(id)) && lost.of(spaceLog, id, seqKey(id, d.summary.Seq+1)) {
		d.Older = true
	}
	d.Title, d.Cards = d.m.Header().Title, d.m.CardCount()
	return d, nil
}

// walkPast counts the changes that cannot be shown any more. Where a repair has begun the history anew, what was lost before is
// no new damage.
func (d *diagnosis) walkPast(l *Library, pictures *blobs) error {
	for next, began := uint64(0), uint64(0); ; {
		err := l.history(d.ID, next, pictures.load, func(m Moment) bool { next = m.Seq + 1; return true })
		switch {
		case err == nil:
			return nil
		case !errors.Is(err, engine.ErrDamaged) && !isHistory(err):
			return err
		}
		anew, found, err := l.beganAnew(d.ID, max(next, began+1))
		if err != nil {
			return err
		}
		if found {
			d.LostHistory += int(anew - next)
			next, began = anew, anew
			continue
		}
		// From the latest whole moment on it may go on.
		d.damaged = true
		_, at, _, err := l.base(d.ID, d.summary.Seq, pictures.load)
		if err != nil || at < next {
			at = d.summary.Seq
		}
		d.LostHistory += int(max(at, next) - next + 1)
		return nil
	}
}

// beganAnew finds the first change, from one on, before which a map was written anew.
func (l *Library) beganAnew(id mapmodel.ID, from uint64) (seq uint64, found bool, err error) {
	err = l.walk(engine.Query{Space: spaceLog, Prefix: idKey(id), From: seqKey(id, from)}, func(items []engine.Item) {
		for _, item := range items {
			list, _ := decodeLogged(nil, item, leaveHash)
			for _, e := range list {
				if e.broken && e.first >= from && !found {
					seq, found = e.first, true
				}
			}
		}
	}, func(engine.Key, error) {})
	return seq, found, err
}

func isHistory(err error) bool {
	var misfit *historyError
	return errors.As(err, &misfit)
}

func sameState(a, b state) bool {
	if len(a) != len(b) {
		return false
	}
	for id, r := range a {
		if other := b[id]; other == nil || !mapmodel.SameFields(r, other) {
			return false
		}
	}
	return true
}

// takeState takes the map as its history has it, which is known to be complete.
func (d *diagnosis) takeState(l *Library, then state) {
	now := stateOf(d.m)
	for id, r := range then {
		if other := now[id]; other == nil || !mapmodel.SameFields(r, other) {
			d.Restored++
		}
	}
	for id := range now {
		if then[id] == nil {
			d.mend.drop = append(d.mend.drop, pairKey(d.ID, id))
		}
	}
	set := recordSet{header: -1}
	for _, r := range then.records() {
		set.add(r, d.ID)
	}
	var healings []mapmodel.Healing
	d.m, healings = mapmodel.FromRecords(set.withHeader(d.ID), l.source)
	d.Healings, d.LostRecords, d.rewrite = len(healings), 0, true
}
