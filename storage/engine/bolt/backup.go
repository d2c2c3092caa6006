package bolt

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"footpath/storage/engine"
	"footpath/storage/engine/journal"
)

const (
	// BackUpEvery is the age from which the newest backup is no longer new enough.
	BackUpEvery = 24 * time.Hour
	// KeptBackups is how many backups stay.
	KeptBackups = 3
	// longJournal is the size from which a journal asks for a backup before its day is over.
	longJournal = 64 << 20
)

// ErrInterrupted means that a copy was given up because there was something more important to do.
var ErrInterrupted = errors.New("interrupted by other work")

// Copy is how a copy is made.
type Copy struct {
	// Verify looks at the finished copy before it gets its name; nil looks at every value's checksum only.
	Verify func(copied *Store) error
	// Busy tells, now and then, that the copy is to be given up; nil never does.
	Busy func() bool
}

// BackUp copies the file as it is at this moment to a path where nothing is, byte by byte, and verifies the copy. The file can be
// read and written meanwhile. It fails with fs.ErrExist, ErrInterrupted, engine.ErrDamaged when a value cannot be read, or as
// writing fails; then nothing is left at the path.
func (s *Store) BackUp(to string, c Copy) error {
	if err := s.backUp(to, c); err != nil {
		return fmt.Errorf("back up the library to %s: %w", to, err)
	}
	return nil
}

func (s *Store) backUp(to string, c Copy) error {
	return finish(to, func(partial string) error {
		mark, err := s.writeCopy(partial, c.Busy)
		if err != nil {
			return err
		}
		return verifyCopy(partial, mark, c.Verify)
	})
}

// finish has a file written under another name, and gives it its own once it is whole and on the disk.
func finish(to string, write func(partial string) error) (err error) {
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, &fs.PathError{Op: "create", Path: to, Err: fs.ErrExist})
	}
	partial := to + partialMark
	if err := os.Remove(partial); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(partial)
		}
	}()
	if err := write(partial); err != nil {
		if noRoom(err) {
			return &engine.FullError{Path: to, Err: err}
		}
		return err
	}
	if err := os.Rename(partial, to); err != nil {
		return err
	}
	return syncDir(filepath.Dir(to))
}

// writeCopy writes the pages of one moment to a new file and brings them to the disk.
func (s *Store) writeCopy(path string, busy func() bool) (mark journal.Mark, err error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return mark, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	err = s.view(func(tx *bbolt.Tx) error {
		bucket := tx.Bucket([]byte(ownSpace))
		if bucket == nil {
			return &engine.DamagedError{Path: s.path, What: "it is a bbolt file, but not one of a library"}
		}
		if mark, err = openMark(s.path, bucket.Get([]byte(revisionKey.Bytes))); err != nil {
			return err
		}
		to := &patient{to: file, busy: busy}
		_, err := tx.WriteTo(to)
		return cmp.Or(to.err, err) // bbolt keeps the words of an error only
	})
	if err != nil {
		return mark, err
	}
	return mark, file.Sync()
}

// patient is a writer that gives up when there is other work.
type patient struct {
	to   io.Writer
	busy func() bool
	err  error
}

func (p *patient) Write(b []byte) (int, error) {
	if p.busy != nil && p.busy() {
		p.err = ErrInterrupted
		return 0, p.err
	}
	n, err := p.to.Write(b)
	p.err = err
	return n, err
}

// verifyCopy opens a copy and looks at all of it.
func verifyCopy(path string, mark journal.Mark, verify func(*Store) error) (err error) {
	copied, err := open(path, Options{Files: Files{}.withDefaults()})
	if err != nil {
		return describe(path, err)
	}
	defer func() { err = errors.Join(err, copied.Close()) }()
	if copied.mark() != mark {
		return fmt.Errorf("the copy is of another moment: %v, not %v", copied.mark(), mark)
	}
	if verify == nil {
		verify = (*Store).ReadAll
	}
	return verify(copied)
}

// ReadAll reads every value of every space once. It fails with engine.ErrDamaged at the first that is not as it was written.
func (s *Store) ReadAll() error {
	spaces, err := s.Spaces()
	if err != nil {
		return err
	}
	for _, space := range spaces {
		for _, err := range engine.All(s, engine.Query{Space: space}) {
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// Spaces lists the spaces that were ever written to.
func (s *Store) Spaces() (spaces []engine.Space, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(name []byte, bucket *bbolt.Bucket) error {
			if space := engine.Space(name); bucket != nil && space != ownSpace {
				if err := engine.CheckSpace(space); err != nil {
					return &engine.DamagedError{Path: s.path, What: "a space has a name that none has", Err: err}
				}
				spaces = append(spaces, space)
			}
			return nil
		})
	})
	return spaces, err
}

// BackUpIfDue makes a backup beside the file when there is none, when the newest is older than a day, or when the journal does
// not lead to it or has grown long; and never when nothing has changed since. The oldest backups above KeptBackups go, and the
// journals that end before the oldest that stays. It fails as BackUp does.
func (s *Store) BackUpIfDue(now time.Time, c Copy) (made bool, err error) {
	backups, err := Backups(s.path)
	if err != nil || !s.due(backups, now) {
		return false, err
	}
	if err := s.BackUp(backupPath(s.path, s.revision.Load(), now), c); err != nil {
		return false, err
	}
	s.unbacked.Store(false)
	return true, errors.Join(s.nextJournal(), s.prune())
}

func (s *Store) due(backups []Backup, now time.Time) bool {
	revision := s.revision.Load()
	if len(backups) == 0 || s.unbacked.Load() {
		return revision != 0
	}
	newest := backups[len(backups)-1]
	age := now.Sub(newest.Made)
	return newest.Revision != revision && (age >= BackUpEvery || age < -BackUpEvery || s.journalSize() > longJournal)
}

// prune takes away backups and journals that are no longer of use.
func (s *Store) prune() error {
	backups, err := Backups(s.path)
	if err != nil || len(backups) < KeptBackups {
		return err
	}
	var errs []error
	for _, b := range backups[:len(backups)-KeptBackups] {
		errs = append(errs, os.Remove(b.Path))
	}
	oldest := backups[len(backups)-KeptBackups].Revision
	journals, err := Journals(s.path)
	if err != nil {
		return err
	}
	for i := range max(1, len(journals)) - 1 {
		if next, _ := journalBase(s.path, journals[i+1]); next <= oldest {
			errs = append(errs, os.Remove(journals[i]))
		}
	}
	return errors.Join(errs...)
}
