package library

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/engine/bolt"
	"footpath/storage/engine/socket"
)

// Library is all maps of a person, on one store. All methods may be called from any goroutine.
//
// One goroutine writes. What is to be written waits in a queue, in order; whatever has gathered while the disk was busy goes
// into one commit. Reading never waits for writing.
type Library struct {
	store  engine.Store
	file   *moving // the store, where it is a file
	config config
	source *mapmodel.Source
	id     mapmodel.ID
	author mapmodel.ID
	queue  *queue
	index  *index
	remote bool // the store is used through a socket: another program holds it
	// warnings are what the opening of the file found.
	warnings []string
	ended    chan struct{}  // closed when the writer has ended
	leaving  chan struct{}  // closed when Close begins
	watchman sync.WaitGroup // KeepBackedUp, KeepSealed
	// sealing is held by who reads a log; nothing is sealed meanwhile.
	sealing sync.RWMutex

	mu       sync.Mutex
	heads    map[mapmodel.ID]*head // of maps that were opened or made
	sessions map[mapmodel.ID]*Session
	written  map[mapmodel.ID]foreignWrites
	failed   error // why nothing is written any more, until Retry
	closed   bool
	server   *socket.Server // while the library is served to others
}

// Options are what Open may be told; the zero value will do.
type Options struct {
	// Program is the name by which another opener will know who holds the library; empty means the name of the executable.
	Program string
	// Socket is where a program that holds the library would serve it (Serve): where one does, the library is used through it.
	// Empty means that the file itself is opened in any case.
	Socket string
	// Refuges are folders, the best one first, to which the library may go when its own file cannot be written to any more.
	Refuges []string
	// Moved, unless nil, is told when it has gone there, on any goroutine.
	Moved func(Elsewhere)
}

// store gives a store's options.
func (o Options) store(journal bool) bolt.Options {
	return bolt.Options{Program: o.Program, AppendOnly: []engine.Space{spaceLog}, Derived: derivedSpaces, Journal: journal}
}

// Open opens the library in the file at path and makes it when there is none. A library of an older format is first copied to
// path.format-N, N being that format, and then brought up to date.
//
// It fails with engine.ErrLocked within a second when another program has it open, with engine.ErrTooNew (a
// *engine.TooNewError says which version is needed) when a newer version wrote it, leaving it untouched, with
// engine.ErrDamaged when the file is not what was once written, else with the error of the system.
func Open(path string, options Options) (*Library, error) {
	if l, served, err := through(options.Socket); served {
		return l, err
	}
	store, err := bolt.Open(path, options.store(true))
	if err != nil {
		return nil, err
	}
	present := present
	present.backup = func(_ engine.Store, format int) error {
		return backUpFormat(store, fmt.Sprintf("%s.format-%d", path, format))
	}
	file := newMoving(store, options)
	l, err := begin(file, present)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	l.file, l.warnings = file, store.Warnings()
	return l, nil
}

// New opens the library on a store, which belongs to it from then on. A library of an older format is refused: only Open knows
// where to put a backup. On an error the store stays open and the caller's.
func New(store engine.Store) (*Library, error) { return begin(store, present) }

func begin(store engine.Store, config config) (*Library, error) {
	l := &Library{
		store:    store,
		config:   config,
		source:   mapmodel.NewSource(),
		queue:    newQueue(),
		index:    newIndex(store),
		ended:    make(chan struct{}),
		leaving:  make(chan struct{}),
		heads:    make(map[mapmodel.ID]*head),
		sessions: make(map[mapmodel.ID]*Session),
		written:  make(map[mapmodel.ID]foreignWrites),
	}
	if err := l.readMeta(); err != nil {
		return nil, err
	}
	go l.write()
	return l, nil
}

// ID tells libraries apart.
func (l *Library) ID() mapmodel.ID { return l.id }

// Warnings says what was found at opening that does not keep the library from being used but that a person should know:
// sentences, none when all was well.
func (l *Library) Warnings() []string { return l.warnings }

// PutBack is how many commits the file lacked when it was opened, and its recovery journal had.
func (l *Library) PutBack() int {
	if l.file == nil {
		return 0
	}
	return l.file.file.Load().PutBack()
}

// Revision is that of the latest commit.
func (l *Library) Revision() uint64 { return l.store.Revision() }

// Close writes what is waiting, ends every session and lets go of the store. It returns why something could not be written.
// Closing again does nothing.
func (l *Library) Close() error {
	l.mu.Lock()
	if l.closed {
		l.mu.Unlock()
		return nil
	}
	l.closed = true
	sessions := make([]*Session, 0, len(l.sessions))
	for _, s := range l.sessions {
		sessions = append(sessions, s)
	}
	l.mu.Unlock()
	close(l.leaving)
	l.watchman.Wait()
	l.index.stop()

	var unsaved []error
	for _, s := range sessions {
		unsaved = append(unsaved, s.Close(context.Background()))
		s.Discard()
	}
	unsaved = append(unsaved, l.stopServing())
	l.queue.close()
	<-l.ended
	return errors.Join(append(unsaved, l.store.Close())...)
}

// Retry tries again to write, after a commit failed: what the sessions could not write is queued anew, in order. It waits for the
// writer, but not for what it queued: whether that goes through this time, each session's status says, and its Flush. A store that refuses to write for good (engine.ErrNotSynced,
// engine.ErrMoved, engine.ErrDamaged) refuses again.
func (l *Library) Retry() {
	done := make(chan struct{})
	queued := l.queue.add(job{run: func() {
		defer close(done)
		l.mu.Lock()
		l.failed = nil
		for _, h := range l.heads {
			if !errors.Is(h.broken, engine.ErrConflict) {
				h.broken = nil
			}
		}
		sessions := make([]*Session, 0, len(l.sessions))
		for _, s := range l.sessions {
			sessions = append(sessions, s)
		}
		l.mu.Unlock()
		for _, s := range sessions {
			s.retry()
		}
	}})
	if queued {
		<-done
	}
}

// Failure is why nothing is written at present, or nil.
func (l *Library) Failure() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.failed
}
