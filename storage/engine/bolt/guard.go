package bolt

import (
	"errors"
	"fmt"
	"runtime/debug"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"footpath/storage/engine"
)

// guard runs something that enters bbolt. A damaged page makes bbolt panic, and one that the file no longer has makes the
// processor fault, which without SetPanicOnFault nobody can recover from; both become an engine.ErrDamaged here. The setting
// belongs to the goroutine, so every entry into bbolt goes through a guard.
func guard(path string, enter func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			cause, ok := p.(error)
			if !ok {
				cause = fmt.Errorf("%v", p)
			}
			err = &engine.DamagedError{Path: path, What: "a page is missing or unreadable", Err: &panicError{cause}}
		}
	}()
	return enter()
}

// panicError marks what came as a panic.
type panicError struct{ error }

func (e *panicError) Unwrap() error { return e.error }

func panicked(err error) bool {
	var p *panicError
	return errors.As(err, &p)
}

// guard is the store's guard: it remembers to write no more once bbolt was seen to lose its way, since a change made on
// pages that point astray may spread the damage.
func (s *Store) guard(enter func() error) error {
	err := guard(s.path, enter)
	if panicked(err) {
		s.refuse(err)
	}
	return err
}

// refuse makes every Commit from now on fail with err. The first reason stays.
func (s *Store) refuse(err error) { s.refusal.CompareAndSwap(nil, &err) }

// begin begins a transaction. When that itself panics bbolt keeps its locks, and whoever came next would wait for ever: so
// transactions begin one after the other, and after such a panic none does.
func (s *Store) begin(writable bool) (*bbolt.Tx, error) {
	s.beginning.Lock()
	defer s.beginning.Unlock()
	if s.closed.Load() {
		return nil, engine.ErrClosed
	}
	if s.stuck.Load() {
		return nil, *s.refusal.Load()
	}
	var tx *bbolt.Tx
	err := s.guard(func() (err error) {
		tx, err = s.db.Begin(writable)
		return err
	})
	switch {
	case panicked(err):
		s.stuck.Store(true)
	case errors.Is(err, bolterrors.ErrDatabaseNotOpen):
		return nil, engine.ErrClosed
	case err != nil:
		err = fmt.Errorf("the library %s: %w", s.path, err)
	}
	return tx, err
}

// view runs a short reading. What bbolt gives it is gone when it returns.
func (s *Store) view(read func(tx *bbolt.Tx) error) error {
	tx, err := s.begin(false)
	if err != nil {
		return err
	}
	err = s.guard(func() error { return read(tx) })
	if rollbackErr := s.guard(tx.Rollback); err == nil {
		err = rollbackErr
	}
	return err
}

// update runs a writing and brings it to the disk. refused is an error of write itself: nothing was changed. failed is one of
// bbolt's commit.
func (s *Store) update(write func(tx *bbolt.Tx) error) (refused, failed error) {
	tx, err := s.begin(true)
	if err != nil {
		return err, nil
	}
	if err := s.guard(func() error { return write(tx) }); err != nil {
		s.abandon(tx)
		return err, nil
	}
	err = s.guard(tx.Commit)
	if panicked(err) {
		s.abandon(tx)
	}
	return nil, err
}

// abandon ends a writing that cannot be finished. If bbolt cannot even do that, it keeps its lock for writers.
func (s *Store) abandon(tx *bbolt.Tx) {
	if err := s.guard(tx.Rollback); panicked(err) {
		s.stuck.Store(true)
	}
}
