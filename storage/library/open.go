package library

import (
	"errors"
	"fmt"

	"footpath/mapmodel"
)

// ErrNoMap means that the library has no such map.
var ErrNoMap = errors.New("there is no such map in the library")

// Report says what the opening of a map had to mend. What is stored stays as it is until the map's next change.
type Report struct {
	// Revision is the library's when the map was last written.
	Revision uint64
	// Damages are what the store had lost.
	Damages []Damage
	// Healings are what did not fit together.
	Healings []mapmodel.Healing
}

// Whole tells whether the map was found as it was left.
func (r Report) Whole() bool { return len(r.Damages) == 0 && len(r.Healings) == 0 }

// Damage is one thing that was stored and could not be read any more.
type Damage struct {
	// Record is what was damaged; zero where that is not known.
	Record mapmodel.ID
	What   DamageKind
	// Err is what the store says of it; nil where it just was not there.
	Err error
}

// DamageKind says what became of what was damaged, as a message key.
type DamageKind string

// The kinds of damage.
const (
	RecordRestored DamageKind = "damage.record-restored" // brought back from the map's history
	RecordLost     DamageKind = "damage.record-lost"     // nowhere to be found
	PictureLost    DamageKind = "damage.picture-lost"    // the record is there, its picture is not
	SummaryLost    DamageKind = "damage.summary-lost"    // gathered anew
)

// Look reads a map as Open does, for somebody who only looks at it: a thumbnail, an export, a copy. A document of it cannot be
// attached, and one that another opened meanwhile still can.
func (l *Library) Look(id mapmodel.ID) (*mapmodel.Map, Report, error) {
	found, err := l.readMap(id)
	if err != nil {
		return nil, Report{}, fmt.Errorf("look at map %s: %w", id, err)
	}
	return found.m, found.report, nil
}

// Open reads a map to edit it: its records and nothing else. Whatever has become of them, it gives a map, and the report says what was
// lost or mended; only when there is no such map (ErrNoMap) or the store cannot be read it fails.
//
// The map is as stored: changes still waiting to be written are not in it.
func (l *Library) Open(id mapmodel.ID) (*mapmodel.Map, Report, error) {
	l.mu.Lock()
	before := l.written[id].done
	l.mu.Unlock()
	found, err := l.readMap(id)
	if err != nil {
		return nil, Report{}, fmt.Errorf("open map %s: %w", id, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.sessions[id] != nil {
		return found.m, found.report, nil
	}
	fresh := &head{
		revision: found.report.Revision, seq: found.summary.Seq, edited: found.summary.Edited,
		maps: weakly(found.m), mend: found.mend,
	}
	if old := l.heads[id]; old != nil && old.revision == fresh.revision && old.mend == nil && fresh.mend == nil {
		// What was read before is the same map.
		for _, p := range old.maps {
			if p.Value() != nil {
				fresh.maps = append(fresh.maps, p)
			}
		}
	}
	if l.written[id].done != before {
		fresh.maps = nil // another program wrote to it while it was read: it cannot be attached, and has to be opened again
	}
	l.heads[id] = fresh
	return found.m, found.report, nil
}
