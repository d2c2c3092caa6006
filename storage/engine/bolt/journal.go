package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"go.etcd.io/bbolt"

	"footpath/storage/engine"
	"footpath/storage/engine/feed"
	"footpath/storage/engine/journal"
)

// replayBytes is how many bytes of values one transaction puts back from a journal.
const replayBytes = 4 << 20

// openJournal puts back what the file has lost and the journals beside it know, and goes on with the newest one, or begins one
// where that belongs to another state. That none can be kept (a directory only to be read) is a warning, no failure.
func (s *Store) openJournal() error {
	paths, err := Journals(s.path)
	if err == nil {
		err = s.takeUp(paths)
	}
	if panicked(err) || errors.Is(err, engine.ErrDamaged) || errors.Is(err, engine.ErrNotSynced) {
		return err
	}
	if err != nil {
		s.warnings = append(s.warnings, fmt.Sprintf("no recovery journal can be kept: %v", err))
	}
	return nil
}

// takeUp does so with the journals there are, the oldest first.
func (s *Store) takeUp(paths []string) error {
	before := s.mark().Revision
	for _, path := range slices.Backward(paths) {
		if done, err := s.goOnClosed(path); done || err != nil {
			return err
		}
		if base, _ := journalBase(s.path, path); base >= before {
			break // it may lead on from where the file is
		}
	}
	found, err := s.putBack(paths)
	if err != nil {
		return err
	}
	if n := s.mark().Revision - before; n > 0 {
		s.lacked = int(n)
		s.warnings = append(s.warnings, fmt.Sprintf("the file had lost %d changes: they were put back from its recovery journal", n))
	}
	if found {
		for _, path := range slices.Backward(paths) {
			if done, err := s.goOn(path); done || err != nil {
				return err
			}
		}
	}
	s.unbacked.Store(!found && before != 0)
	return s.beginJournal()
}

// mark is the state the file is in.
func (s *Store) mark() journal.Mark { return journal.Mark{Revision: s.revision.Load(), Tag: s.tag} }

// PutBack is how many batches the file lacked when it was opened, and its journals had.
func (s *Store) PutBack() int { return s.lacked }

// goOnClosed goes on with a journal that was closed in the very state the file is in, without reading it.
func (s *Store) goOnClosed(path string) (bool, error) {
	file, size, err := s.openToAppend(path)
	if err != nil {
		return false, err
	}
	_, end, frames, closed, err := journal.Ends(file, size)
	if err != nil || !closed || end != s.mark() {
		return false, ignoreUnreadable(errors.Join(err, file.Close()))
	}
	s.journal, err = journal.Continue(file, frames, end)
	return err == nil, err
}

// goOn goes on with a journal whose last whole frame leads to the state the file is in.
func (s *Store) goOn(path string) (bool, error) {
	file, size, err := s.openToAppend(path)
	if err != nil {
		return false, err
	}
	r, err := journal.NewReader(file, size)
	for more := err == nil; more; {
		_, more, err = r.Next()
	}
	if err != nil || r.End() != s.mark() {
		return false, ignoreUnreadable(errors.Join(err, file.Close()))
	}
	s.journal, err = journal.Continue(file, r.Offset(), r.End())
	return err == nil, err
}

func ignoreUnreadable(err error) error {
	if errors.Is(err, journal.ErrUnreadable) {
		return nil
	}
	return err
}

func (s *Store) openToAppend(path string) (*os.File, int64, error) {
	file, err := s.files.Open(path, os.O_RDWR, 0o600)
	if err != nil {
		return nil, 0, err
	}
	info, err := file.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, file.Close())
	}
	return file, info.Size(), nil
}

// beginJournal begins a journal at the present state, beside those there are.
func (s *Store) beginJournal() error {
	base := s.mark()
	name := fmt.Sprintf("%s%s%012d", s.path, journalMark, base.Revision)
	for n := 1; ; n++ {
		path := name
		if n > 1 { // the same revision of another history
			path = fmt.Sprintf("%s-%d", name, n)
		}
		file, err := s.files.Open(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return err
		}
		w, err := journal.Begin(file, base)
		if err == nil {
			err = s.files.SyncDir(filepath.Dir(path))
		}
		if err != nil {
			return errors.Join(err, os.Remove(path))
		}
		s.journal = w
		return nil
	}
}

// putBack brings the file to the newest state that its journals lead to. found tells whether they know the state it is in.
func (s *Store) putBack(paths []string) (found bool, err error) {
	var waiting []journal.Frame
	size := 0
	flush := func() error {
		err := s.replay(waiting)
		waiting, size = waiting[:0], 0
		return err
	}
	_, found, err = journal.Replay(paths, s.mark(), func(f journal.Frame) error {
		waiting = append(waiting, f)
		for i := range f.Ops {
			size += len(f.Ops[i].Value)
		}
		if size >= replayBytes {
			return flush()
		}
		return nil
	})
	if err == nil {
		err = flush()
	}
	return found, err
}

// replay writes batches of a journal again, each with the revision it had.
func (s *Store) replay(frames []journal.Frame) error {
	if len(frames) == 0 {
		return nil
	}
	end := frames[len(frames)-1].After
	refused, failed := s.update(func(tx *bbolt.Tx) error {
		for _, f := range frames {
			if err := s.write(tx, f.Ops, prepare(f.Ops, f.After)); err != nil {
				return err
			}
		}
		return nil
	})
	if refused != nil {
		return refused
	}
	if failed != nil {
		return s.failure(failed, s.revision.Load())
	}
	s.revision.Store(end.Revision)
	s.tag = end.Tag
	s.feed = feed.New(end.Revision, 0, 0)
	return nil
}

// log writes a batch into the journal, before bbolt commits it.
func (s *Store) log(to journal.Mark, ops []engine.Op) error {
	if s.journal == nil {
		return nil
	}
	kept := ops
	if slices.ContainsFunc(ops, func(op engine.Op) bool { return s.derived[op.Space] }) {
		kept = slices.DeleteFunc(slices.Clone(ops), func(op engine.Op) bool { return s.derived[op.Space] })
	}
	err := s.journal.Append(to, kept)
	switch {
	case err == nil, errors.Is(err, engine.ErrInvalid):
		return err
	case noRoom(err) && s.journal.Err() == nil:
		return &engine.FullError{Path: s.path, Err: err}
	}
	err = &engine.NotSyncedError{Path: s.path, Err: err}
	s.refuse(err)
	return err
}

// unlog takes the batch out of the journal that bbolt did not commit.
func (s *Store) unlog() error {
	if s.journal == nil {
		return nil
	}
	return s.journal.Rewind()
}

// nextJournal closes the journal and begins another, as after each backup.
func (s *Store) nextJournal() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.closed.Load() || s.refusal.Load() != nil {
		return nil
	}
	if s.journal != nil {
		if s.journal.Empty() {
			return nil
		}
		err := s.journal.Close()
		if s.journal = nil; err != nil {
			err = &engine.NotSyncedError{Path: s.path, Err: err}
			s.refuse(err)
			return err
		}
	}
	return s.beginJournal()
}

func (s *Store) journalSize() int64 {
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.journal == nil {
		return 0
	}
	return s.journal.Size()
}
