package library

import (
	"errors"
	"fmt"
	"math"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// Snapshot is a moment of a map's history that somebody named, or that was marked by itself. It copies nothing: the history holds
// every moment.
type Snapshot struct {
	// Seq is the number of the change after which the map is as it was then.
	Seq uint64
	// Name is what somebody called it; empty where it was marked by itself.
	Name string
	// Mark says why it was marked by itself; empty where somebody named it.
	Mark Mark
	// Author named it, at At: UTC in milliseconds.
	Author mapmodel.ID
	At     int64
}

// ErrNoSnapshot means that no moment of the map goes by that name.
var ErrNoSnapshot = errors.New("no moment of this map goes by that name")

// Present stands for the number of a map's latest change.
const Present uint64 = math.MaxUint64

// storedSnapshot is a snapshot as the store has it, under its map and seq.
type storedSnapshot struct {
	Name   string `cbor:"1,keyasint"`
	At     int64  `cbor:"2,keyasint,omitempty"`
	Author []byte `cbor:"3,keyasint,omitempty"`
	Mark   string `cbor:"4,keyasint,omitempty"`
}

// snapshotFields is the greatest number of a storedSnapshot's field.
const snapshotFields = 4

func snapshotKey(id mapmodel.ID, seq uint64) engine.Key {
	return engine.Key{Space: spaceSnapshots, Bytes: seqKey(id, seq)}
}

// Snapshot names the present moment of a map, as it is stored, at a time in UTC milliseconds; a name that the moment had before
// gives way. It fails with ErrNoMap, or as writing fails.
func (l *Library) Snapshot(id mapmodel.ID, name string, at int64) (Snapshot, error) {
	return l.NameMoment(id, Present, name, at)
}

// NameMoment names the moment of a map after a change, as Snapshot names the present one. It also fails when there are not so many
// changes.
func (l *Library) NameMoment(id mapmodel.ID, seq uint64, name string, at int64) (Snapshot, error) {
	s := Snapshot{Name: mapmodel.CleanName(name), Author: l.author, At: at}
	err := l.do(func() (err error) {
		if s.Seq, err = l.momentOf(id, seq); err != nil {
			return err
		}
		op, err := l.snapshotOp(id, s)
		if err == nil {
			_, err = l.store.Commit([]engine.Op{op})
		}
		return err
	})
	if err != nil {
		return Snapshot{}, fmt.Errorf("name a moment of map %s: %w", id, err)
	}
	return s, nil
}

// Unname takes a moment's name, or mark, away; the moment itself stays. It returns once that is on disk.
func (l *Library) Unname(id mapmodel.ID, seq uint64) error {
	err := l.do(func() error {
		_, err := l.store.Commit([]engine.Op{{Key: snapshotKey(id, seq), Delete: true}})
		return err
	})
	if err != nil {
		return fmt.Errorf("take the name of a moment of map %s: %w", id, err)
	}
	return nil
}

// momentOf checks the number of a moment.
func (l *Library) momentOf(id mapmodel.ID, seq uint64) (uint64, error) {
	found := opened{}
	if err := l.readSummary(id, &found); err != nil {
		return 0, err
	}
	switch last := found.summary.Seq; {
	case seq == Present:
		return last, nil
	case seq > last:
		return 0, fmt.Errorf("there are %d changes, not %d", last, seq)
	}
	return seq, nil
}

// snapshotOp writes a snapshot over the one that the moment has, if any.
func (l *Library) snapshotOp(id mapmodel.ID, s Snapshot) (engine.Op, error) {
	key := snapshotKey(id, s.Seq)
	var older []byte
	if item, err := l.store.Get(key); err == nil {
		older = item.Value
	}
	value, err := mergePlain(storedSnapshot{Name: s.Name, At: s.At, Author: s.Author[:], Mark: string(s.Mark)}, older, snapshotFields)
	return engine.Op{Key: key, Value: value}, err
}

// Snapshots lists a map's named and marked moments, the oldest first. One that cannot be read is left out: the moment itself is
// not lost.
func (l *Library) Snapshots(id mapmodel.ID) ([]Snapshot, error) {
	var out []Snapshot
	err := l.walk(engine.Query{Space: spaceSnapshots, Prefix: idKey(id)}, func(items []engine.Item) {
		for _, item := range items {
			var v storedSnapshot
			if decodePlain(item, &v) != nil {
				continue
			}
			s := Snapshot{Seq: seqOf(item.Bytes), Name: v.Name, Mark: Mark(v.Mark), At: v.At}
			copy(s.Author[:], v.Author)
			out = append(out, s)
		}
	}, func(engine.Key, error) {})
	if err != nil {
		return nil, fmt.Errorf("named moments of map %s: %w", id, err)
	}
	return out, nil
}

// Named finds the newest moment of a map that goes by a name. It fails with ErrNoSnapshot.
func (l *Library) Named(id mapmodel.ID, name string) (Snapshot, error) {
	list, err := l.Snapshots(id)
	if err != nil {
		return Snapshot{}, err
	}
	name = mapmodel.CleanName(name)
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Name == name && list[i].Mark == "" {
			return list[i], nil
		}
	}
	return Snapshot{}, fmt.Errorf("%q: %w", name, ErrNoSnapshot)
}
