package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"footpath/storage/engine"
	"footpath/storage/engine/bolt"
)

// Elsewhere says that a library's file can no longer be written to, and where it goes on.
type Elsewhere struct {
	// Path is the other file: a verified copy of everything, to which all that follows is written.
	Path string
	// Err is why.
	Err error
}

// noteElsewhere is appended to a library's path to name the note that says where it went on.
const noteElsewhere = ".elsewhere"

// moving is the store of a library in a file. When that file refuses to be written for good (the disk did not confirm, the file was
// moved or deleted), it saves everything to another place, verifies that, and goes on there. The old file stays locked until the
// end, so that nobody else works on it meanwhile.
type moving struct {
	options Options
	file    atomic.Pointer[bolt.Store]

	committing sync.Mutex
	left       []*bolt.Store
	moved      chan struct{} // closed and renewed with every move; under mu
	mu         sync.Mutex
}

var _ engine.Store = (*moving)(nil)

func newMoving(file *bolt.Store, options Options) *moving {
	m := &moving{options: options, moved: make(chan struct{})}
	m.file.Store(file)
	return m
}

// Get implements engine.Store.
func (m *moving) Get(key engine.Key) (engine.Item, error) { return m.file.Load().Get(key) }

// List implements engine.Store.
func (m *moving) List(query engine.Query) (engine.Page, error) { return m.file.Load().List(query) }

// Revision implements engine.Store.
func (m *moving) Revision() uint64 { return m.file.Load().Revision() }

// Commit implements engine.Store.
func (m *moving) Commit(ops []engine.Op) (uint64, error) {
	m.committing.Lock()
	defer m.committing.Unlock()
	file := m.file.Load()
	before := file.Revision()
	revision, err := file.Commit(ops)
	if !forGood(err) {
		return revision, err
	}
	next, moveErr := m.move(file, err)
	if moveErr != nil {
		return 0, errors.Join(err, moveErr)
	}
	if now := next.Revision(); now > before {
		return now, nil // it had reached the file before that gave up
	}
	return next.Commit(ops)
}

// forGood tells whether an error means that the file will not be written to any more.
func forGood(err error) bool {
	if errors.Is(err, engine.ErrNotSynced) || errors.Is(err, engine.ErrMoved) {
		return true
	}
	_, oneValue := damagedKey(err)
	return errors.Is(err, engine.ErrDamaged) && !oneValue
}

// move goes to the first place that takes everything.
func (m *moving) move(from *bolt.Store, because error) (*bolt.Store, error) {
	var errs []error
	for _, dir := range m.options.Refuges {
		next, err := m.moveTo(dir, from)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		m.left = append(m.left, from)
		m.file.Store(next)
		m.mu.Lock()
		close(m.moved)
		m.moved = make(chan struct{})
		m.mu.Unlock()
		// It leads the next start there. Where it cannot be written, the words that are told must do.
		_ = os.WriteFile(m.left[0].Path()+noteElsewhere, []byte(next.Path()+"\n"), 0o600)
		if m.options.Moved != nil {
			m.options.Moved(Elsewhere{Path: next.Path(), Err: because})
		}
		return next, nil
	}
	return nil, errors.Join(errs...)
}

func (m *moving) moveTo(dir string, from *bolt.Store) (*bolt.Store, error) {
	path, err := freshPath(filepath.Join(dir, "footpath-"+time.Now().UTC().Format("20060102T150405Z")))
	if err != nil {
		return nil, err
	}
	if err := from.BackUp(path, bolt.Copy{Verify: verify}); err != nil {
		// What cannot be read in the file may be in its journal.
		made, salvageErr := bolt.Salvage(from.Path(), path, everySpace(), derivedSpaces)
		if salvageErr != nil {
			return nil, errors.Join(err, salvageErr)
		}
		if !made.Exact || made.Revision < from.Revision() {
			return nil, errors.Join(err, os.Remove(path))
		}
	}
	return bolt.Open(path, m.options.store(true))
}

// freshPath is a name for a library that nothing has yet.
func freshPath(base string) (string, error) {
	for n := 1; ; n++ {
		path := base + ".db"
		if n > 1 {
			path = fmt.Sprintf("%s-%d.db", base, n)
		}
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path, nil
		} else if err != nil {
			return "", err
		}
	}
}

// Watch implements engine.Store. Whoever watches when the store moves is told ErrCompacted: what they hold is to be read anew.
func (m *moving) Watch(ctx context.Context, from uint64) iter.Seq2[engine.Batch, error] {
	return func(yield func(engine.Batch, error) bool) {
		m.mu.Lock()
		file, moved := m.file.Load(), m.moved
		m.mu.Unlock()
		here, leave := context.WithCancel(ctx)
		defer leave()
		go func() {
			select {
			case <-moved:
				leave()
			case <-here.Done():
			}
		}()
		for batch, err := range file.Watch(here, from) {
			if err != nil && ctx.Err() == nil && here.Err() != nil {
				err = engine.ErrCompacted
			}
			if !yield(batch, err) {
				return
			}
		}
	}
}

// Close implements engine.Store.
func (m *moving) Close() error {
	err := m.file.Load().Close()
	for _, file := range m.left {
		_ = file.Close() // it failed long ago, and was told of
	}
	return err
}

// WentElsewhere gives the file in which the library at a path went on when its own could not be written to any more; empty when it
// did not, or has come back.
func WentElsewhere(path string) string {
	note, err := os.ReadFile(path + noteElsewhere)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(note))
}

// ComeBack takes in what was written elsewhere, when this library could not be written to. from is empty when there is no such
// file. It fails as Recover does, and can be tried again.
func (l *Library) ComeBack() (from string, maps []Recovered, err error) {
	if l.file == nil {
		return "", nil, nil
	}
	path := l.file.file.Load().Path()
	if from = WentElsewhere(path); from == "" {
		return "", nil, nil
	}
	_, maps, err = l.Recover(from, l.file.options)
	if err == nil {
		err = os.Remove(path + noteElsewhere)
	}
	return from, maps, err
}
