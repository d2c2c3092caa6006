package library

import (
	"fmt"

	"footpath/storage/engine"
	"footpath/storage/engine/socket"

	"footpath/mapmodel"
)

// shared is the store as others may use it. What they write to a map that is open here goes through its document (foreign.go), or
// the two would overwrite each other.
type shared struct {
	engine.Store
	library *Library
}

// Commit implements engine.Store. Where a map that is open cannot be written to from elsewhere it fails with ErrMapOpen, which to
// the other side is a conflict.
func (s *shared) Commit(ops []engine.Op) (uint64, error) {
	ids := map[mapmodel.ID]bool{}
	for i := range ops {
		if ops[i].Space == spaceSummaries { // every writing to a map writes its summary, too
			ids[idAt(ops[i].Bytes, 0)] = true
		}
	}
	for id := range ids {
		session, end := s.library.otherWrites(id)
		if session == nil {
			defer end()
			continue
		}
		if len(ids) > 1 {
			return 0, fmt.Errorf("a map of several is open, each comes alone: %w", engine.ErrConflict)
		}
		revision, taken, err := s.library.takeForeign(session, ops)
		if taken || err != nil {
			return revision, err
		}
		if session, end = s.library.otherWrites(id); session != nil { // it was closed, and opened again meanwhile
			return 0, refused()
		}
		defer end()
	}
	return s.Store.Commit(ops)
}

// List implements engine.Store. While a log is being sealed it waits: who comes then has not begun to read it.
func (s *shared) List(query engine.Query) (engine.Page, error) {
	if query.Space == spaceLog {
		s.library.sealing.RLock()
		defer s.library.sealing.RUnlock()
	}
	return s.Store.List(query)
}

// othersRead tells whether other programs use the library, so that one of them may be in the middle of a log.
func (l *Library) othersRead() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.server != nil && l.server.Callers() > 0
}

func refused() error {
	return fmt.Errorf("%w in the window, and is written there alone (%w)", ErrMapOpen, engine.ErrConflict)
}

// foreignWrites counts what other programs write to a map that is not open: what is under way now, and what has been done.
type foreignWrites struct{ now, done int }

// otherWrites gives the session of a map that another program writes to; where there is none, the map cannot be edited here until
// end is called, and has to be read anew then.
func (l *Library) otherWrites(id mapmodel.ID) (session *Session, end func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if s := l.sessions[id]; s != nil {
		return s, nil
	}
	w := l.written[id]
	w.now++
	l.written[id] = w
	return nil, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		w := l.written[id]
		w.now--
		w.done++
		l.written[id] = w
		if h := l.heads[id]; h != nil {
			h.maps = nil // what was read before is not what is stored
		}
	}
}

// Serve lets other programs of the same person use the library at a socket, until Close. told, which may be nil, receives what
// they Tell, on any goroutine, and gives the answer.
func (l *Library) Serve(path string, told func(message []byte) ([]byte, error)) error {
	server, err := socket.Serve(path, &shared{l.store, l}, told)
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.server = server
	return nil
}

// Tell sends a message to the program that serves a library at a socket, and gives its answer. It fails where nobody serves.
func Tell(path string, message []byte) ([]byte, error) {
	store, err := socket.Dial(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = store.Close() }() // only this end of it
	return store.Tell(message)
}

// through opens a library that another program serves; false where nobody does.
func through(path string) (*Library, bool, error) {
	if path == "" {
		return nil, false, nil
	}
	store, err := socket.Dial(path)
	if err != nil {
		return nil, false, nil //nolint:nilerr // then the file is opened, which says more about who holds it
	}
	l, err := begin(store, present)
	if err != nil {
		_ = store.Close() // only this end of it
		return nil, true, err
	}
	l.remote = true
	return l, true, nil
}

// stopServing ends what Serve began.
func (l *Library) stopServing() error {
	l.mu.Lock()
	server := l.server
	l.server = nil
	l.mu.Unlock()
	if server == nil {
		return nil
	}
	return server.Close()
}
