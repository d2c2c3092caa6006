package library

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// Another program writes to a map as if it had the library to itself: records, an entry of the log, the summary, at one revision.
// Where the map is open here, its document is what has the last word, and may be ahead of what the other has read. So of all
// that is written only the changes are taken, out of the entries of the log, and made on the document, which puts them behind what
// was done before; the session then writes them as it writes every other. The answer comes once they are on disk.

// takeForeign has a session's listener take in what another program writes to its map. taken is false when the session ended before:
// then the map is not open any more, and can be written to.
func (l *Library) takeForeign(s *Session, ops []engine.Op) (revision uint64, taken bool, err error) {
	changes, err := l.changesIn(s.id, ops)
	if err != nil {
		return 0, false, err
	}
	if s.tell.OnForeign == nil || len(changes) == 0 {
		return 0, false, refused()
	}
	made := make(chan error, 1)
	s.tell.OnForeign(changes, func(err error) { made <- err })
	select {
	case err = <-made:
	case <-l.leaving:
		err = engine.ErrClosed
	}
	if err != nil {
		return 0, false, err
	}
	s.mu.Lock()
	ended := s.missed
	s.mu.Unlock()
	if ended {
		return 0, false, nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		select {
		case <-l.leaving: // Close writes what is waiting; who waits here goes
			cancel()
		case <-ctx.Done():
		}
	}()
	if err := s.Flush(ctx); err != nil {
		return 0, false, fmt.Errorf("it is in the map that is open in the window, and not saved yet: %w", err)
	}
	return s.Status().Revision, true, nil
}

// changesIn reads the changes out of what another program writes to a map, in order, with whole records.
func (l *Library) changesIn(id mapmodel.ID, ops []engine.Op) ([]mapmodel.Change, error) {
	garbled := func(err error) error {
		return fmt.Errorf("what another program writes to map %s cannot be read: %w", id, errors.Join(err, engine.ErrInvalid))
	}
	fresh := map[string]string{}
	var log []engine.Op
	for _, op := range ops {
		switch {
		case op.Delete:
		case op.Space == spaceBlobs:
			fresh[op.Bytes] = string(op.Value)
		case op.Space == spaceLog && idAt(op.Bytes, 0) == id:
			log = append(log, op)
		}
	}
	stored := blobs{store: l.store}
	load := func(hash string) (string, error) {
		if data, ok := fresh[hash]; ok && hashOf(data) == hash {
			return data, nil
		}
		return stored.load(hash)
	}
	after := state{} // what is put, as it is after the last change
	for _, op := range ops {
		if op.Space != spaceRecords || op.Delete || idAt(op.Bytes, 0) != id {
			continue
		}
		record := idAt(op.Bytes, idSize)
		r, err := decodeRecord(record, string(op.Value), load)
		if err != nil {
			return nil, garbled(err)
		}
		after[record] = r
	}
	slices.SortFunc(log, func(a, b engine.Op) int { return int(int64(seqOf(b.Bytes)) - int64(seqOf(a.Bytes))) })
	changes := make([]mapmodel.Change, 0, len(log))
	for _, op := range log {
		e, err := decodeEntry(string(op.Value), load)
		if err != nil {
			return nil, garbled(err)
		}
		if e.broken {
			return nil, refused() // the other had to mend the map; here that has been done, or will be
		}
		change, err := after.step(e, backward, load)
		if err != nil {
			return nil, garbled(err)
		}
		changes = append(changes, change)
	}
	slices.Reverse(changes)
	return changes, nil
}
