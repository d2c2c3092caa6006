package library

import (
	"fmt"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// Mark says why a moment was marked by itself, as a message key.
type Mark string

// The marks. Each stands at the moment just before what it names, but for the end of a session.
const (
	MarkSessionStart  Mark = "moment.session-start"
	MarkSessionEnd    Mark = "moment.session-end"
	MarkBeforeExport  Mark = "moment.before-export"
	MarkBeforeRestore Mark = "moment.before-restore"
	MarkBeforeTakeIn  Mark = "moment.before-take-in"
	MarkBeforeMerge   Mark = "moment.before-merge"
)

// MarkMoment marks the present moment of a map, as it is stored, at a time in UTC milliseconds. It does nothing when nothing has changed
// since the latest moment that is named or marked, or since the map was made; and it takes away older marks, so that they do not pile
// up (see spareMarks). Names that people gave stay. It fails with ErrNoMap, or as writing fails.
func (l *Library) MarkMoment(id mapmodel.ID, mark Mark, at int64) error {
	err := l.do(func() error {
		seq, err := l.momentOf(id, Present)
		if err != nil || seq == 0 {
			return err
		}
		list, err := l.Snapshots(id)
		if err != nil {
			return err
		}
		if n := len(list); n > 0 && list[n-1].Seq == seq {
			return nil
		}
		fresh := Snapshot{Seq: seq, Mark: mark, Author: l.author, At: at}
		op, err := l.snapshotOp(id, fresh)
		if err != nil {
			return err
		}
		ops := []engine.Op{op}
		for _, s := range spareMarks(append(list, fresh)) {
			ops = append(ops, engine.Op{Key: snapshotKey(id, s.Seq), Delete: true})
		}
		_, err = l.store.Commit(ops)
		return err
	})
	if err != nil {
		return fmt.Errorf("mark a moment of map %s: %w", id, err)
	}
	return nil
}

// How many marks stay: the latest, then the last one of each day, then the last one of each month.
const (
	latestMarks = 24
	dailyMarks  = 60
)

// spareMarks lists the marks, of moments given the oldest first, that may go: the latest 24 stay, of those before them the last of
// each day, for the latest 60 days that have any, and of those before, the last of each month. Days and months are those of UTC.
func spareMarks(list []Snapshot) []Snapshot {
	var spare []Snapshot
	kept, days := 0, 0
	day, month := "", ""
	for i := len(list) - 1; i >= 0; i-- {
		s := list[i]
		if s.Mark == "" {
			continue
		}
		when := time.UnixMilli(s.At).UTC()
		thisDay, thisMonth := when.Format(time.DateOnly), when.Format("2006-01")
		switch {
		case kept < latestMarks:
			kept++
		case days < dailyMarks && thisDay != day:
			days++
		case days >= dailyMarks && thisMonth != month:
		default:
			spare = append(spare, s)
			continue
		}
		day, month = thisDay, thisMonth
	}
	return spare
}
