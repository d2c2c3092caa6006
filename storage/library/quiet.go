package library

import (
	"errors"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// How long nothing must have been written before anything is sealed, and how long it is not tried again after it failed.
const (
	sealQuiet = 30 * time.Second
	sealPause = time.Hour
)

// KeepSealed seals the history of the maps that were opened whenever nothing was written for half a minute, in a goroutine of its
// own, from now until Close. failed, called on that goroutine, is told why it could not.
func (l *Library) KeepSealed(failed func(error)) {
	l.watchman.Go(func() {
		done := make(map[mapmodel.ID]uint64) // by map: the revision up to which it was looked at
		for seen, wait := l.store.Revision(), sealQuiet; ; {
			select {
			case <-l.leaving:
				return
			case <-time.After(wait):
			}
			wait = sealQuiet
			if now := l.store.Revision(); now != seen {
				seen = now
				continue
			}
			if err := l.sealOpened(done); err != nil && !errors.Is(err, ErrInterrupted) && !l.isClosed() {
				failed(err)
				wait = sealPause
			}
			seen = l.store.Revision()
		}
	})
}

// sealOpened seals the maps that were opened or made and have changed since they were last looked at.
func (l *Library) sealOpened(done map[mapmodel.ID]uint64) error {
	l.mu.Lock()
	written := make(map[mapmodel.ID]uint64, len(l.heads))
	for id, h := range l.heads {
		if done[id] != h.revision {
			written[id] = h.revision
		}
	}
	l.mu.Unlock()
	for id, revision := range written {
		if l.isClosed() {
			return nil
		}
		if err := l.Seal(id); err != nil && !errors.Is(err, ErrNoMap) && !errors.Is(err, engine.ErrConflict) {
			return err
		}
		done[id] = revision
	}
	return nil
}
