// Package socket lets several programs of one person use one store: the one that holds it serves it at a socket of the file
// system (Serve), the others reach it there (Dial) and hardly know the difference.
package socket

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"net"
	"sync"
	"sync/atomic"

	"footpath/storage/engine"
)

// Store is an engine.Store that another program holds. When that program goes, calls fail with engine.ErrClosed; a commit whose
// answer is lost with it fails with engine.ErrNotSynced, since it may have been done.
type Store struct {
	path   string
	newest atomic.Uint64 // the greatest revision heard of
	calls  sync.WaitGroup
	ctx    context.Context
	stop   context.CancelFunc

	mu     sync.Mutex
	idle   []*conn
	closed bool
}

// conn is one connection, used by one caller at a time.
type conn struct {
	net.Conn
	in *bufio.Reader
}

var _ engine.Store = (*Store)(nil)

// maxIdle is how many connections are kept for the next caller.
const maxIdle = 4

// Dial reaches the store served at a path. It fails with the system's error where nobody serves, or where the program that
// does speaks another version.
func Dial(path string) (*Store, error) {
	s := &Store{path: path}
	s.ctx, s.stop = context.WithCancel(context.Background())
	c, err := s.dial()
	if err != nil {
		return nil, fmt.Errorf("reach the open library: %w", err)
	}
	s.idle = append(s.idle, c)
	if _, err := s.revision(); err != nil {
		return nil, errors.Join(fmt.Errorf("reach the open library: %w", err), s.Close())
	}
	return s, nil
}

func (s *Store) dial() (*conn, error) {
	c, err := net.Dial("unix", s.path)
	if err != nil {
		return nil, err
	}
	out := &conn{c, bufio.NewReader(c)}
	if err := exchange(c, out.in); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return out, nil
}

// take gives a connection to one caller.
func (s *Store) take() (*conn, error) {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil, engine.ErrClosed
	}
	s.calls.Add(1)
	if n := len(s.idle); n > 0 {
		c := s.idle[n-1]
		s.idle = s.idle[:n-1]
		s.mu.Unlock()
		return c, nil
	}
	s.mu.Unlock()
	c, err := s.dial()
	if err != nil {
		s.calls.Done()
		return nil, s.gone(err)
	}
	return c, nil
}

// give takes the connection back; one that failed is of no more use.
func (s *Store) give(c *conn, good bool) {
	defer s.calls.Done()
	s.mu.Lock()
	defer s.mu.Unlock()
	if good && !s.closed && len(s.idle) < maxIdle {
		s.idle = append(s.idle, c)
		return
	}
	_ = c.Close() // it is not used any more
}

// gone is the error of a connection that ended: the program that holds the store has closed it.
func (s *Store) gone(err error) error {
	return fmt.Errorf("%w: the program that had it open has gone (%w)", engine.ErrClosed, err)
}

// call asks and reads the answer. sent tells whether the other side may have done what was asked although there is no answer.
func (s *Store) call(message []byte, read func(*reader)) (sent bool, err error) {
	c, err := s.take()
	if err != nil {
		return false, err
	}
	good := false
	defer func() { s.give(c, good) }()
	if err := writeFrame(c, message); err != nil {
		if errors.Is(err, errFrame) {
			good = true
			return false, fmt.Errorf("%w: %w", engine.ErrInvalid, err)
		}
		return false, s.gone(err)
	}
	answer, err := readFrame(c.in)
	if err != nil {
		return true, s.gone(err)
	}
	r := &reader{b: answer}
	if r.byte() == statusError {
		err := r.fault()
		good = !errors.Is(err, errGarbled)
		return false, err
	}
	read(r)
	if err := r.done(); err != nil {
		return true, s.gone(err)
	}
	good = true
	return true, nil
}

// Get implements engine.Store.
func (s *Store) Get(key engine.Key) (item engine.Item, err error) {
	if err := engine.CheckKey(key); err != nil {
		return engine.Item{}, err
	}
	_, err = s.call(appendKey(append(frame(), callGet), key), func(r *reader) { item = r.item() })
	if err != nil {
		return engine.Item{}, err
	}
	return item, nil
}

// List implements engine.Store.
func (s *Store) List(query engine.Query) (page engine.Page, err error) {
	if err := engine.CheckSpace(query.Space); err != nil {
		return engine.Page{}, err
	}
	_, err = s.call(appendQuery(append(frame(), callList), query), func(r *reader) { page = r.page() })
	if err != nil {
		return engine.Page{}, err
	}
	s.heard(page.Revision)
	return page, nil
}

// Commit implements engine.Store.
func (s *Store) Commit(ops []engine.Op) (revision uint64, err error) {
	if err := engine.CheckOps(ops); err != nil {
		return 0, err
	}
	sent, err := s.call(appendOps(append(frame(), callCommit), ops), func(r *reader) { revision = r.number() })
	switch {
	case err != nil && sent:
		return 0, &engine.NotSyncedError{Path: s.path, Err: err}
	case err != nil:
		return 0, err
	}
	s.heard(revision)
	return revision, nil
}

// Revision implements engine.Store; when the other side cannot be asked, it is the newest revision heard of.
func (s *Store) Revision() uint64 {
	_, _ = s.revision() // what was heard before will do
	return s.newest.Load()
}

func (s *Store) revision() (revision uint64, err error) {
	_, err = s.call(append(frame(), callRevision), func(r *reader) { revision = r.number() })
	s.heard(revision)
	return revision, err
}

// heard remembers the greatest revision.
func (s *Store) heard(revision uint64) {
	for {
		old := s.newest.Load()
		if revision <= old || s.newest.CompareAndSwap(old, revision) {
			return
		}
	}
}

// Tell sends a message to whoever serves and gives the answer.
func (s *Store) Tell(message []byte) (reply []byte, err error) {
	_, err = s.call(appendBytes(append(frame(), callTell), message), func(r *reader) { reply = r.bytes() })
	return reply, err
}

// Watch implements engine.Store, on a connection of its own.
func (s *Store) Watch(ctx context.Context, from uint64) iter.Seq2[engine.Batch, error] {
	return func(yield func(engine.Batch, error) bool) {
		if err := s.watch(ctx, from, yield); err != nil {
			yield(engine.Batch{}, err)
		}
	}
}

// watch gives batches; the error is why there are no more, nil when the listener has left.
func (s *Store) watch(ctx context.Context, from uint64, yield func(engine.Batch, error) bool) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	c, err := s.take()
	if err != nil {
		return err
	}
	// Close waits for calls, not for listeners: it ends them.
	s.calls.Done()
	defer func() { _ = c.Close() }()
	over := make(chan struct{})
	defer close(over)
	go func() {
		select {
		case <-ctx.Done():
		case <-s.ctx.Done():
		case <-over:
		}
		_ = c.Close() // which ends the reading below
	}()
	why := func(err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case s.ctx.Err() != nil:
			return engine.ErrClosed
		}
		return err
	}
	if err := writeFrame(c, binary.AppendUvarint(append(frame(), callWatch), from)); err != nil {
		return why(s.gone(err))
	}
	for {
		message, err := readFrame(c.in)
		if err != nil {
			return why(s.gone(err))
		}
		r := &reader{b: message}
		if r.byte() == statusError {
			return why(r.fault())
		}
		batch := r.batch()
		if err := r.done(); err != nil {
			return s.gone(err)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		s.heard(batch.Revision)
		if !yield(batch, nil) {
			return nil
		}
	}
}

// Close implements engine.Store. The store itself stays open in the program that holds it.
func (s *Store) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	idle := s.idle
	s.idle = nil
	s.mu.Unlock()
	s.stop()
	s.calls.Wait()
	var errs []error
	for _, c := range idle {
		if err := c.Close(); err != nil && !errors.Is(err, io.ErrClosedPipe) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}
