package library

import (
	"errors"
	"fmt"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// Snapshot is a moment of a map's history that somebody named. It copies nothing: the history holds every moment.
type Snapshot struct {
	// Seq is the number of the change after which the map is as it was then.
	Seq  uint64
	Name string
	// Author named it, at At: UTC in milliseconds.
	Author mapmodel.ID
	At     int64
}

// ErrNoSnapshot means that no moment of the map goes by that name.
var ErrNoSnapshot = errors.New("no moment of this map goes by that name")

// storedSnapshot is a snapshot as the store has it, under its map and seq.
type storedSnapshot struct {
	Name   string `cbor:"1,keyasint"`
	At     int64  `cbor:"2,keyasint,omitempty"`
	Author []byte `cbor:"3,keyasint,omitempty"`
}

// snapshotFields is the greatest number of a storedSnapshot's field.
const snapshotFields = 3

// Snapshot names the present moment of a map, as it is stored, at a time in UTC milliseconds; a name that the moment had before
// gives way. It fails with ErrNoMap, or as writing fails.
func (l *Library) Snapshot(id mapmodel.ID, name string, at int64) (Snapshot, error) {
	s := Snapshot{Name: mapmodel.CleanName(name), Author: l.author, At: at}
	err := l.do(func() error {
		found := opened{}
		if err := l.readSummary(id, &found); err != nil {
			return err
		}
		s.Seq = found.summary.Seq
		key := engine.Key{Space: spaceSnapshots, Bytes: seqKey(id, s.Seq)}
		var older []byte
		if item, err := l.store.Get(key); err == nil {
			older = item.Value
		}
		value, err := mergePlain(storedSnapshot{Name: s.Name, At: at, Author: s.Author[:]}, older, snapshotFields)
		if err != nil {
			return err
		}
		_, err = l.store.Commit([]engine.Op{{Key: key, Value: value}})
		return err
	})
	if err != nil {
		return Snapshot{}, fmt.Errorf("name a moment of map %s: %w", id, err)
	}
	return s, nil
}

// Snapshots lists a map's named moments, the oldest first. One that cannot be read is left out: the moment itself is not lost.
func (l *Library) Snapshots(id mapmodel.ID) ([]Snapshot, error) {
	var out []Snapshot
	err := l.walk(engine.Query{Space: spaceSnapshots, Prefix: idKey(id)}, func(items []engine.Item) {
		for _, item := range items {
			var v storedSnapshot
			if decodePlain(item, &v) != nil {
				continue
			}
			s := Snapshot{Seq: seqOf(item.Bytes), Name: v.Name, At: v.At}
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
		if list[i].Name == name {
			return list[i], nil
		}
	}
	return Snapshot{}, fmt.Errorf("%q: %w", name, ErrNoSnapshot)
}
