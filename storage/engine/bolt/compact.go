package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"footpath/storage/engine"
)

// compactBatch is how many bytes one transaction of a compaction writes.
const compactBatch = 4 << 20

// Compact writes a file anew without the room that was left by what is gone, verifies it and puts it in the old one's place.
// Nobody else may have it open. It gives the size before and after. On an error the file is as it was.
func Compact(path string, options Options) (before, after int64, err error) {
	s, err := Open(path, options)
	if err != nil {
		return 0, 0, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	fail := func(err error) (int64, int64, error) {
		return 0, 0, fmt.Errorf("compact the library %s: %w", path, err)
	}
	fresh := s.path + ".compact"
	if err := os.Remove(fresh); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fail(err)
	}
	if err := s.compactTo(fresh); err != nil {
		return fail(errors.Join(err, os.Remove(fresh)))
	}
	info, err := os.Stat(fresh)
	if err != nil {
		return fail(err)
	}
	old, err := s.file.Stat()
	if err != nil {
		return fail(err)
	}
	// The old file stays locked until it is closed: who waits for it then finds the new one in its place.
	if err := s.files.Rename(fresh, s.path); err != nil {
		return fail(errors.Join(err, os.Remove(fresh)))
	}
	return old.Size(), info.Size(), s.files.SyncDir(filepath.Dir(s.path))
}

func (s *Store) compactTo(path string) error {
	return finish(path, func(partial string) error {
		err := s.guard(func() (err error) {
			to, err := bbolt.Open(partial, 0o600, &bbolt.Options{FreelistType: bbolt.FreelistMapType, NoSync: true})
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, to.Sync(), to.Close()) }()
			return bbolt.Compact(to, s.db, compactBatch)
		})
		if err != nil {
			return err
		}
		return verifyCopy(partial, s.mark(), func(copied *Store) error { return s.sameAs(copied) })
	})
}

// sameAs compares two stores value by value.
func (s *Store) sameAs(other *Store) error {
	spaces, err := s.Spaces()
	if err != nil {
		return err
	}
	for _, space := range spaces {
		for query := (engine.Query{Space: space}); ; {
			left, err := s.List(query)
			if err != nil {
				return err
			}
			right, err := other.List(query)
			if err != nil {
				return err
			}
			if len(left.Items) != len(right.Items) || left.Next != right.Next {
				return fmt.Errorf("the copy of space %q is not complete", space)
			}
			for i, item := range left.Items {
				if there := right.Items[i]; item.Key != there.Key || item.Revision != there.Revision || !bytes.Equal(item.Value, there.Value) {
					return fmt.Errorf("the copy of %v differs", item.Key)
				}
			}
			if query.From = left.Next; query.From == "" {
				break
			}
		}
	}
	return nil
}
