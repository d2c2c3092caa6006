package library

import (
	"bytes"
	"errors"
	"fmt"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/engine/bolt"
)

// Outcome is what became of one map that was to be recovered.
type Outcome string

// The outcomes of a recovery.
const (
	OutcomeAdded    Outcome = "added"    // the library did not have it
	OutcomeAdvanced Outcome = "advanced" // the library had it at an earlier moment of the same history
	OutcomeThere    Outcome = "there"    // the library says the same, or goes on from there
	OutcomeCopied   Outcome = "copied"   // the library's went another way: this one stands beside it
	OutcomeOpen     Outcome = "open"     // it is being edited, so nothing was done
	OutcomeGone     Outcome = "gone"     // there are only traces of it
)

// Recovered is a map of a file that was recovered.
type Recovered struct {
	// Health is as it was found in the file.
	Health
	Outcome Outcome
	// As is the map's ID in the library; another one than Health.ID when it was copied.
	As mapmodel.ID
}

// Recover takes the maps of another library's file, a backup or a damaged one, into this one, with their history; what is beside
// that file (its journal, its backups) counts as part of it. Nothing in it is altered, and no map of this library is lost. It
// fails with fs.ErrNotExist, with ErrNothingLeft, or as reading and writing fail; maps recovered before stay.
func (l *Library) Recover(path string, options Options) (checkup Checkup, maps []Recovered, err error) {
	if _, err := anythingAt(path); err != nil {
		return checkup, nil, err
	}
	err = aside(path, options, func(store *bolt.Store, from bolt.Salvaged) error {
		checkup.Damaged = len(from.Faults) > 0
		other, err := checkup.mended(store, from)
		if err != nil {
			return err
		}
		for _, health := range checkup.Maps {
			r := Recovered{Health: health, Outcome: OutcomeGone, As: health.ID}
			if !health.Gone {
				err = l.do(func() error { return l.recover(other, &r) })
			}
			if err != nil {
				break
			}
			maps = append(maps, r)
		}
		return errors.Join(err, other.Close())
	})
	if err != nil {
		return checkup, maps, fmt.Errorf("recover %s: %w", path, err)
	}
	return checkup, maps, nil
}

// recover takes one map in; the writer runs it.
func (l *Library) recover(from *Library, r *Recovered) error {
	ours, theirs := opened{}, opened{}
	if err := from.readSummary(r.ID, &theirs); err != nil {
		return err
	}
	err := l.readSummary(r.ID, &ours)
	if errors.Is(err, ErrNoMap) {
		r.Outcome = OutcomeAdded
		return l.takeMap(from, r.ID, newBatch())
	}
	if err != nil {
		return err
	}
	l.mu.Lock()
	open := l.sessions[r.ID] != nil
	l.mu.Unlock()
	common, err := l.sameMoment(from, r.ID, min(ours.summary.Seq, theirs.summary.Seq))
	switch {
	case err != nil:
		return err
	case common && theirs.summary.Seq <= ours.summary.Seq:
		r.Outcome = OutcomeThere
		return nil
	case open:
		r.Outcome = OutcomeOpen
		return nil
	case common:
		r.Outcome = OutcomeAdvanced
		return l.advance(from, r, ours.report.Revision)
	}
	return l.takeBeside(from, r)
}

// sameMoment tells whether two libraries have the same change of a map under a number. Where the one has it sealed in a step and the
// other not, the step tells.
func (l *Library) sameMoment(other *Library, id mapmodel.ID, seq uint64) (bool, error) {
	if seq == 0 {
		return l.sameMaking(other, id)
	}
	ours, err := l.change(id, seq)
	if err == nil {
		var theirs logged
		if theirs, err = other.change(id, seq); err == nil && ours.last == theirs.last {
			return ours.change.ID == theirs.change.ID, nil
		} else if err == nil {
			return ours.change.Group == theirs.change.Group, nil
		}
	}
	if errors.Is(err, engine.ErrDamaged) {
		return false, nil
	}
	return false, err
}

// sameMaking tells whether two libraries have a map as it was made in the same way.
func (l *Library) sameMaking(other *Library, id mapmodel.ID) (bool, error) {
	key := engine.Key{Space: spaceCheckpoints, Bytes: partKey(id, 0, 0)}
	ours, err := l.store.Get(key)
	if err == nil {
		var theirs engine.Item
		if theirs, err = other.store.Get(key); err == nil {
			return bytes.Equal(ours.Value, theirs.Value), nil
		}
	}
	if errors.Is(err, engine.ErrNotFound) || errors.Is(err, engine.ErrDamaged) {
		return false, nil
	}
	return false, err
}

// takeMap adds everything of a map, with the pictures it shows, to a batch and commits it.
func (l *Library) takeMap(from *Library, id mapmodel.ID, b *batch) error {
	for _, space := range mapSpaces {
		for item, err := range engine.All(from.store, engine.Query{Space: space, Prefix: idKey(id)}) {
			if err != nil {
				return err
			}
			b.put(space, item.Bytes, item.Value)
			if space != spaceBlobUses {
				continue
			}
			blob, err := from.store.Get(engine.Key{Space: spaceBlobs, Bytes: item.Bytes[idSize:]})
			if err == nil {
				b.put(spaceBlobs, blob.Bytes, blob.Value)
			} else if !errors.Is(err, engine.ErrNotFound) {
				return err
			}
		}
	}
	if _, err := l.store.Commit(b.ops); err != nil {
		l.fail(err)
		return err
	}
	l.mu.Lock()
	delete(l.heads, id) // who edits it opens it first
	l.mu.Unlock()
	return nil
}

// advance exchanges a map for a later moment of it.
func (l *Library) advance(from *Library, r *Recovered, revision uint64) error {
	id, b := r.ID, newBatch()
	b.add(engine.Op{Key: engine.Key{Space: spaceSummaries, Bytes: idKey(id)}, Delete: true, Expect: engine.At(revision)})
	err := l.deleteAll(b, engine.Query{Space: spaceRecords, Prefix: idKey(id)}, func(string) bool { return true })
	if err == nil && r.LostHistory == 0 { // else what the other lacks stays
		err = l.deleteAll(b, engine.Query{Space: spaceLog, Prefix: idKey(id)}, func(string) bool { return true })
	}
	if err != nil {
		return err
	}
	if err := l.takeMap(from, id, b); err != nil {
		return err
	}
	return l.dropDoubled(id)
}

// takeBeside adds a map that went another way as a map of its own, unless both say the same.
func (l *Library) takeBeside(from *Library, r *Recovered) error {
	theirs, err := from.readMap(r.ID)
	if err != nil {
		return err
	}
	ours, err := l.readMap(r.ID)
	if err != nil {
		return err
	}
	if mapmodel.Equal(ours.m, theirs.m) {
		r.Outcome = OutcomeThere
		return nil
	}
	title := fmt.Sprintf("%s (recovered)", theirs.m.Header().Title)
	fresh := mapmodel.Copy(theirs.m, title, l.source)
	r.Outcome, r.As = OutcomeCopied, fresh.ID()
	id := l.source.ID()
	return l.create(fresh, mapmodel.Change{
		ID: id, Group: id, Author: l.author, At: theirs.summary.Edited, Label: mapmodel.Label{Key: mapmodel.LabelRepair},
	})
}
