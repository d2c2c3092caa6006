package library

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// Saving is how far the saving of an open map has come.
type Saving uint8

// The states of saving.
const (
	Saved    Saving = iota // the store has this very map, synced
	Pending                // changes are on their way to the disk
	NotSaved               // changes could not be written; they wait for Retry
)

// Status is what a status bar shows of an open map's saving.
type Status struct {
	Saving Saving
	// Revision is the library's when the map was last written.
	Revision uint64
	// Unsaved is how many changes are not on disk.
	Unsaved int
	// Err is why, when Saving is NotSaved.
	Err error
}

// Listener is told by a session. Its functions may be nil. They are called one at a time and in order, on whatever goroutine
// brought the news: they must not wait for another (for a window: hand over, do not wait).
type Listener struct {
	// OnStatus is told of every new status.
	OnStatus func(Status)
	// OnCommitted is told of every change that is on disk, before OnStatus.
	OnCommitted func(change mapmodel.Change, revision uint64)
	// OnForeign is asked to take in what another program has changed in the map: to make these changes, in order, on the document
	// (mapmodel.Rebase makes them fit what has been done there meanwhile), and then to call done, on the document's goroutine, with
	// why they could not be made, if so. It is called on any goroutine and must not wait. Nil refuses other programs.
	OnForeign func(changes []mapmodel.Change, done func(error))
}

// Session keeps a document saved: it writes every change of it, in order, and holds those that could not be written.
type Session struct {
	library *Library
	id      mapmodel.ID
	tell    Listener

	mu      sync.Mutex
	unsaved []mapmodel.Event // in order; all but the failed are queued
	status  Status
	epoch   int           // of the queueing; results of an earlier one no longer count
	closed  bool          // takes no more changes; set under the library's lock, too
	missed  bool          // a change was made after that
	moved   chan struct{} // closed and renewed with every status
	notices []func()      // waiting to be told
	telling bool
}

// Attach keeps a document saved from now on. The document must hold the map just as Open, Create or an earlier session of
// this library left it; a map can have one session at a time. It fails with ErrMapOpen, ErrNoMap, engine.ErrConflict when the
// document holds another map than is stored, or engine.ErrClosed. It does not wait for the disk.
func (l *Library) Attach(doc *mapmodel.Document, tell Listener) (*Session, error) {
	m := doc.Map()
	s := &Session{library: l, id: m.ID(), tell: tell, moved: make(chan struct{})}
	if err := l.admit(s, m); err != nil {
		return nil, fmt.Errorf("edit map %s: %w", s.id, err)
	}
	doc.Listen(s.take)
	return s, nil
}

func (l *Library) admit(s *Session, m *mapmodel.Map) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	h := l.heads[s.id]
	switch {
	case l.closed:
		return engine.ErrClosed
	case l.sessions[s.id] != nil:
		return ErrMapOpen
	case h == nil:
		return ErrNoMap
	case l.written[s.id].now > 0 || !h.holds(m):
		return engine.ErrConflict
	}
	h.broken = nil
	s.status.Revision = h.revision
	l.sessions[s.id] = s
	return nil
}

// Map is the map that is kept saved.
func (s *Session) Map() mapmodel.ID { return s.id }

// Status is the present status.
func (s *Session) Status() Status {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.status
}

// take is the document's listener. It never waits for the disk.
func (s *Session) take(e mapmodel.Event) {
	s.mu.Lock()
	if s.closed {
		s.missed = true
		s.mu.Unlock()
		return
	}
	s.unsaved = append(s.unsaved, e)
	if s.status.Saving != NotSaved {
		s.status.Saving = Pending
		s.queue(e)
	}
	s.news()
	s.mu.Unlock()
	s.tellAll()
}

// queue hands one change to the writer; s.mu is held, so that changes are queued in their order.
func (s *Session) queue(e mapmodel.Event) {
	epoch := s.epoch
	j := job{
		id:     s.id,
		append: func(b *batch) error { return s.library.appendChange(b, e) },
		done:   func(revision uint64, err error) { s.written(epoch, revision, err) },
	}
	if !s.library.queue.add(j) {
		s.stop(engine.ErrClosed)
	}
}

// written is told by the writer of the oldest change queued.
func (s *Session) written(epoch int, revision uint64, err error) {
	s.mu.Lock()
	switch {
	case epoch != s.epoch:
	case err != nil:
		s.stop(err)
		s.news()
	default:
		change := s.unsaved[0].Change
		s.unsaved[0] = mapmodel.Event{} // its maps need not stay in memory
		s.unsaved = s.unsaved[1:]
		s.status.Revision = revision
		if len(s.unsaved) == 0 {
			s.status.Saving = Saved
		}
		if s.tell.OnCommitted != nil {
			s.notices = append(s.notices, func() { s.tell.OnCommitted(change, revision) })
		}
		s.news()
	}
	s.mu.Unlock()
	s.tellAll()
}

// stop queues nothing more until retry: what is queued behind a failed change cannot be written either.
func (s *Session) stop(err error) {
	s.epoch++
	s.status.Saving, s.status.Err = NotSaved, err
}

// retry queues everything anew. The library has cleared the way.
func (s *Session) retry() {
	s.mu.Lock()
	if s.status.Saving == NotSaved {
		s.epoch++
		s.status.Saving, s.status.Err = Pending, nil
		for _, e := range slices.Clone(s.unsaved) {
			s.queue(e)
		}
		s.news()
	}
	s.mu.Unlock()
	s.tellAll()
}

// news puts the present status among the notices; s.mu is held.
func (s *Session) news() {
	s.status.Unsaved = len(s.unsaved)
	status := s.status
	if s.tell.OnStatus != nil {
		s.notices = append(s.notices, func() { s.tell.OnStatus(status) })
	}
	close(s.moved)
	s.moved = make(chan struct{})
}

// tellAll tells what there is to tell, unless another goroutine is at it: then that one tells this as well.
func (s *Session) tellAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.telling {
		return
	}
	s.telling = true
	for len(s.notices) > 0 {
		notice := s.notices[0]
		s.notices = s.notices[1:]
		s.mu.Unlock()
		notice()
		s.mu.Lock()
	}
	s.telling = false
}

// Flush waits until every change made so far is on disk, and returns why not when that fails.
func (s *Session) Flush(ctx context.Context) error {
	for {
		s.mu.Lock()
		status, moved := s.status, s.moved
		s.mu.Unlock()
		switch status.Saving {
		case Saved:
			return nil
		case NotSaved:
			return status.Err
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Close flushes and ends the session: later changes of the document are not saved. When something cannot be saved, or the
// context ends first, it returns why and the session goes on, so that nothing is lost by leaving. Closing again does nothing.
func (s *Session) Close(ctx context.Context) error {
	for {
		if err := s.Flush(ctx); err != nil {
			return err
		}
		if s.end(func() bool { return s.status.Saving == Saved }) {
			return nil
		}
	}
}

// Discard ends the session and gives up what could not be saved.
func (s *Session) Discard() { s.end(func() bool { return true }) }

// end ends the session if it may.
func (s *Session) end(may func() bool) bool {
	l := s.library
	l.mu.Lock()
	defer l.mu.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !may() {
		return false
	}
	s.closed = true
	if l.sessions[s.id] == s {
		delete(l.sessions, s.id)
	}
	return true
}
