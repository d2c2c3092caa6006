package library

import (
	"fmt"

	"footpath/storage/engine"
	"footpath/storage/engine/socket"
)

// shared is the store as others may use it: a map that is open here is written here alone, or the two would overwrite each
// other.
type shared struct {
	engine.Store
	library *Library
}

// Commit implements engine.Store; for a map that has a session it fails with ErrMapOpen, which to the other side is a conflict.
func (s *shared) Commit(ops []engine.Op) (uint64, error) {
	for i := range ops {
		if ops[i].Space != spaceSummaries {
			continue // every writing to a map writes its summary, too
		}
		id := idAt(ops[i].Bytes, 0)
		s.library.mu.Lock()
		open := s.library.sessions[id] != nil
		s.library.mu.Unlock()
		if open {
			return 0, fmt.Errorf("%w in the window, and is written there alone (%w)", ErrMapOpen, engine.ErrConflict)
		}
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
