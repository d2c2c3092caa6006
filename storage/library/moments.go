package library

import (
	"errors"
	"fmt"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// Moments lists up to n moments of a map's history before a number, the latest first and each without its edits: what a time line
// shows, page by page. Present as the number begins at the latest change; moment 0, the making, ends the last page. Where the
// history cannot be read any further back, it gives what is after that, and a *engine.DamagedError. It fails with ErrNoMap.
func (l *Library) Moments(id mapmodel.ID, before uint64, n int) ([]Moment, error) {
	if err := l.readSummary(id, &opened{}); errors.Is(err, ErrNoMap) {
		return nil, fmt.Errorf("history of map %s: %w", id, err)
	}
	if n <= 0 || before == 0 {
		return nil, nil
	}
	out := make([]Moment, 0, min(n, 1<<10))
	if before != Present {
		if e, err := l.change(id, before); err == nil {
			before = e.first // of the step that the number is in
		}
	}
	next, known := before-1, before != Present
	for e, err := range l.logBackwards(id, before, n, leaveHash) {
		if err != nil {
			return out, fmt.Errorf("history of map %s: %w", id, err)
		}
		if known && e.last != next {
			break // one between is missing
		}
		if out = append(out, Moment{Seq: e.last, Change: e.change}); len(out) == n {
			return out, nil
		}
		next, known = e.first-1, true
	}
	if known && next != 0 {
		key := engine.Key{Space: spaceLog, Bytes: seqKey(id, next)}
		return out, fmt.Errorf("history of map %s: %w", id, &engine.DamagedError{Key: key, What: "a change is missing from the map's history"})
	}
	_, origin, err := l.checkpoint(id, 0, leaveHash)
	if err != nil {
		return out, fmt.Errorf("history of map %s: %w", id, err)
	}
	return append(out, Moment{Change: origin}), nil
}
