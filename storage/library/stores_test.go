package library

import (
	"errors"
	"sync"

	"footpath/storage/engine"
	"footpath/storage/engine/memory"
)

// lasting is a store that outlives its closing, as a file does.
type lasting struct{ engine.Store }

func (lasting) Close() error { return nil }

func newLasting() lasting { return lasting{memory.New()} }

// brittle is a store whose commits a test can hold up and let fail.
type brittle struct {
	engine.Store
	mu      sync.Mutex
	err     error         // what the next commits fail with
	written bool          // whether they are written all the same
	gate    chan struct{} // when not nil, every commit takes a token from it first
	batches int           // how many commits were asked for
}

func (s *brittle) Commit(ops []engine.Op) (uint64, error) {
	s.mu.Lock()
	gate := s.gate
	s.mu.Unlock()
	if gate != nil {
		<-gate
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.batches++
	if s.err != nil {
		if s.written {
			if _, err := s.Store.Commit(ops); err != nil {
				return 0, err
			}
		}
		return 0, s.err
	}
	return s.Store.Commit(ops)
}

func (s *brittle) set(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
}

// mortal is a store on which the power fails at a commit: before it is written, or after it and before anybody hears of it.
type mortal struct {
	engine.Store
	mu    sync.Mutex
	lives int // commits that still go through; below 0 for ever
	after bool
}

var errPower = errors.New("the power failed")

func (s *mortal) Commit(ops []engine.Op) (uint64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lives == 0 {
		if s.after {
			s.after = false
			if _, err := s.Store.Commit(ops); err != nil {
				return 0, err
			}
		}
		return 0, errPower
	}
	s.lives--
	return s.Store.Commit(ops)
}

// worn is a store with values that can no longer be read.
type worn struct {
	engine.Store
	holes map[engine.Key]bool
}

func (s worn) damage(key engine.Key) error {
	if s.holes[key] {
		return &engine.DamagedError{Key: key, What: "its checksum does not fit"}
	}
	return nil
}

func (s worn) Get(key engine.Key) (engine.Item, error) {
	if err := s.damage(key); err != nil {
		return engine.Item{}, err
	}
	return s.Store.Get(key)
}

func (s worn) List(query engine.Query) (engine.Page, error) {
	page, err := s.Store.List(query)
	for _, item := range page.Items {
		if err := s.damage(item.Key); err != nil {
			return engine.Page{}, err
		}
	}
	return page, err
}

// Commit writes over holes, but cannot expect anything of them.
func (s worn) Commit(ops []engine.Op) (uint64, error) {
	for _, op := range ops {
		if err := s.damage(op.Key); err != nil && op.Expect != engine.Any {
			return 0, err
		}
	}
	revision, err := s.Store.Commit(ops)
	if err == nil {
		for _, op := range ops {
			delete(s.holes, op.Key)
		}
	}
	return revision, err
}
