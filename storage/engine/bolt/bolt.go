// Package bolt is a store in one bbolt file, with the armour bbolt leaves to its callers: safe creation, a look at the file
// before it is mapped, a checksum on every value, and errors where there would be crashes.
package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"footpath/storage/engine"
	"footpath/storage/engine/feed"
	"footpath/storage/engine/journal"
)

// Wait is how long Open waits for another program to let go of the file, so that a second opener has its answer within a second.
const Wait = 700 * time.Millisecond

// appendFill is how full a page of an append-only space is left when it splits; bbolt's own half would waste half the file.
const appendFill = 0.95

// Options are what Open may be told; the zero value will do.
type Options struct {
	// Program is the name by which another opener will know who holds the file; empty means the name of the executable.
	Program string
	// AppendOnly lists the spaces whose keys only rise. Their pages are filled nearly full, which would be wasteful elsewhere.
	AppendOnly []engine.Space
	// Derived lists the spaces whose values can be made anew from the others': they are neither journaled nor salvaged. Where a file
	// falls behind and its journal brings it up again, they are as they were in that file.
	Derived []engine.Space
	// Journal keeps a recovery journal beside the file (see siblings.go), puts back from it what the file has lost, and refuses to
	// make a new file where a journal or a backup says that there was one.
	Journal bool
	// Files are the calls on the file system made around bbolt; tests let them fail.
	Files Files
}

// Store is an open bbolt file. It is an engine.Store.
type Store struct {
	path       string
	appendOnly map[engine.Space]bool
	derived    map[engine.Space]bool
	db         *bbolt.DB
	file       *os.File    // bbolt's own, kept to let go of it where bbolt cannot any more
	identity   fs.FileInfo // of file
	note       note
	warnings   []string
	feed       *feed.Feed
	journal    *journal.Writer // nil when none is kept
	unbacked   atomic.Bool     // no journal and no backup lead to the present state
	lacked     int             // batches that were put back from the journal at opening
	files      Files

	writing  sync.Mutex // one Commit, or Close, at a time
	revision atomic.Uint64
	tag      uint64 // of the batch with that revision; see journal.Mark
	closed   atomic.Bool

	beginning sync.Mutex // held while a transaction begins: see begin
	refusal   atomic.Pointer[error]
	stuck     atomic.Bool // bbolt holds a lock it will never let go of
}

var _ engine.Store = (*Store)(nil)

// Open opens the file at path, making it and its directory when there is none (a file of 0 bytes counts as none). Directories
// it makes are 0700, the file is 0600.
//
// It fails with engine.ErrLocked within a second when another program has the file open, with engine.ErrDamaged when the file
// is not what was once written (or is gone, but its journal or backups are there), with engine.ErrTooNew when a newer version
// wrote it, else with the error of the system. An existing file is not written to, but for what its journal puts back.
func Open(path string, options Options) (*Store, error) {
	if options.Program == "" {
		options.Program = filepath.Base(os.Args[0])
	}
	options.Files = options.Files.withDefaults()
	path, err := settle(path)
	if err != nil {
		return nil, fmt.Errorf("open the library: %w", err)
	}
	// Between the making, the opening and the locking of the file someone else may put another one in its place: then again.
	for range 5 {
		if err := mayCreate(path, options.Journal); err != nil {
			return nil, describe(path, err)
		}
		if err := createIfMissing(path, options.Files); err != nil {
			return nil, describe(path, err)
		}
		if path, err = settle(path); err != nil {
			return nil, fmt.Errorf("open the library: %w", err)
		}
		s, err := open(path, options)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, describe(path, err)
		case s.inPlace():
			s.note = writeNote(path, options.Program)
			if options.Journal {
				if err := s.openJournal(); err != nil {
					return nil, errors.Join(err, s.Close())
				}
			}
			return s, nil
		}
		_ = s.Close()
	}
	return nil, &engine.MovedError{Path: path}
}

// settle makes a path absolute and follows links, so that making the file does not replace a link by a file.
func settle(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target, nil
	}
	return path, nil
}

// describe gives an error of Open a sentence with a place in it, unless it has one.
func describe(path string, err error) error {
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return lockedBy(path)
	case errors.Is(err, engine.ErrDamaged), errors.Is(err, engine.ErrTooNew), errors.Is(err, engine.ErrLocked), errors.Is(err, engine.ErrFull):
		return err
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
		return &engine.DamagedError{Path: path, What: "both its headers are unreadable", Err: err}
	}
	if pathErr := (*fs.PathError)(nil); errors.As(err, &pathErr) && pathErr.Path == path {
		err = pathErr.Err
	}
	return fmt.Errorf("open the library %s: %w", path, err)
}

// open opens an existing file.
func open(path string, options Options) (opened *Store, err error) {
	s := &Store{path: path, files: options.Files, appendOnly: make(map[engine.Space]bool), derived: make(map[engine.Space]bool)}
	for _, space := range options.AppendOnly {
		s.appendOnly[space] = true
	}
	for _, space := range options.Derived {
		s.derived[space] = true
	}
	defer func() {
		if panicked(err) && s.file != nil {
			_ = s.drop() // bbolt has lost it
		}
	}()
	err = s.guard(func() error {
		s.db, err = bbolt.Open(path, 0o600, &bbolt.Options{
			Timeout:         Wait,
			FreelistType:    bbolt.FreelistMapType,
			InitialMmapSize: initialMap(),
			NoStatistics:    true,
			OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
				return s.openFile(name, flag&^os.O_CREATE, mode)
			},
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := s.identify(); err != nil {
		return nil, errors.Join(err, s.letGo())
	}
	return s, nil
}

// identify finds out which file is open and where it stands.
func (s *Store) identify() (err error) {
	if s.identity, err = s.file.Stat(); err != nil {
		return err
	}
	mark, err := s.readMark()
	if err != nil {
		return err
	}
	s.revision.Store(mark.Revision)
	s.tag = mark.Tag
	s.feed = feed.New(mark.Revision, 0, 0)
	return nil
}

// openFile is called by bbolt for the file it is going to lock and map. The lock is taken here already, so that nobody writes to
// the file while it is looked at; bbolt then takes the same lock of the same file, which changes nothing.
func (s *Store) openFile(name string, flag int, mode os.FileMode) (*os.File, error) {
	file, err := s.files.Open(name, flag, mode)
	if err != nil {
		return nil, err
	}
	look := func() error {
		info, err := file.Stat()
		if err != nil {
			return err
		}
		s.warnings, err = preflight(file, info.Size(), name)
		return err
	}
	if err = lockWithin(file, Wait); err == nil {
		err = look()
	}
	for tries := 3; !lockKept && tries > 0 && errors.Is(err, engine.ErrDamaged); tries-- {
		time.Sleep(20 * time.Millisecond) // without a lock its holder may just be writing a header
		err = look()
	}
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	s.file = file
	return file, nil
}

// initialMap is how much of the address space is set aside for the file, so that its growth need not wait for readers. Windows
// would make the file itself that large, and 32-bit machines do not have it.
func initialMap() int {
	if runtime.GOOS == "windows" || strconv.IntSize == 32 {
		return 0
	}
	return 1 << 30
}

// Path returns the file's absolute path.
func (s *Store) Path() string { return s.path }

// Warnings says what was found at opening that does not keep the file from being used but that a person should know: sentences
// about the file, none when all was well.
func (s *Store) Warnings() []string { return s.warnings }

// Revision returns that of the last batch that is known to be on disk.
func (s *Store) Revision() uint64 { return s.revision.Load() }

// Watch gives every batch after a revision. The store remembers the batches since it was opened, at most feed.DefaultBatches.
func (s *Store) Watch(ctx context.Context, from uint64) iter.Seq2[engine.Batch, error] {
	return s.feed.Watch(ctx, from)
}

// Close waits for readings and writings under way and lets go of the file.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.closed.Swap(true) {
		return nil
	}
	s.feed.Close(engine.ErrClosed)
	var err error
	if s.journal != nil {
		err = s.journal.Close()
	}
	s.note.remove() // while the file is still locked: afterwards the note could be the next holder's
	if err := errors.Join(err, s.letGo()); err != nil {
		return fmt.Errorf("close the library %s: %w", s.path, err)
	}
	return nil
}

// letGo closes the file through bbolt, or past it where bbolt would wait for ever.
func (s *Store) letGo() error {
	if s.stuck.Load() {
		return s.drop()
	}
	return s.guard(s.db.Close)
}

// drop closes the file past bbolt. Its mapping stays until the program ends.
func (s *Store) drop() error { return errors.Join(unlock(s.file), s.file.Close()) }

// inPlace reports whether the path still names the open file.
func (s *Store) inPlace() bool {
	there, err := os.Stat(s.path)
	return err == nil && os.SameFile(there, s.identity)
}
