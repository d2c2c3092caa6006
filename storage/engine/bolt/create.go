package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"footpath/storage/engine"
	"footpath/storage/engine/journal"
)

// makeWait is how long another program may take to make the file; with Wait it stays below a second.
const makeWait = 250 * time.Millisecond

// createIfMissing makes a new library where there is no file or an empty one. bbolt would write its first pages into the very
// file and never sync the directory: a power cut then leaves a file that cannot be opened. So a finished file is renamed into place.
//
// Two programs that begin at once must not replace each other's file: whoever makes it holds a lock on the empty file it
// replaces. When it fails there is no file, or the empty one that was there.
func createIfMissing(path string, files Files) error {
	missing := false
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		missing = true
		if err := makeDir(filepath.Dir(path), files); err != nil {
			return err
		}
	case err != nil:
		return err
	case info.IsDir():
		return &fs.PathError{Op: "open", Path: path, Err: syscall.EISDIR}
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "open", Path: path, Err: errors.New("not a regular file")}
	case info.Size() > 0:
		return nil
	}
	empty, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	defer empty.Close() //nolint:errcheck // nothing was written to it
	if err := lockWithin(empty, makeWait); err != nil {
		return err
	}
	if path, err = settle(path); err != nil { // where a link that led to nothing has led us
		return err
	}
	if mine, err := stillEmpty(empty, path); err != nil || !mine {
		return err // someone else was faster
	}
	if !lockKept {
		_ = empty.Close()
	}
	if err := replace(path, files); err != nil {
		if missing {
			_ = os.Remove(path)
		}
		return err
	}
	return nil
}

// stillEmpty reports whether the locked file is what the path names, and empty.
func stillEmpty(file *os.File, path string) (bool, error) {
	held, err := file.Stat()
	if err != nil {
		return false, err
	}
	there, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return os.SameFile(held, there) && held.Size() == 0, nil
}

// replace makes a new library beside the path and renames it into place.
func replace(path string, files Files) (err error) {
	fresh := path + ".new"
	// One left by a crash is of no use to anyone.
	if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(fresh)
		}
	}()
	if err := initialise(fresh, files); err != nil {
		if noRoom(err) {
			return &engine.FullError{Path: path, Err: err}
		}
		return fmt.Errorf("make a new one: %w", err)
	}
	if err := files.Rename(fresh, path); err != nil {
		return err
	}
	if err := files.SyncDir(filepath.Dir(path)); err != nil {
		// It holds nothing yet; a file that may vanish with the next power cut must not be filled.
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// initialise writes an empty library and brings it to the disk.
func initialise(path string, files Files) error {
	return guard(path, func() error { return writeEmpty(path, files) })
}

func writeEmpty(path string, files Files) (err error) {
	var file *os.File
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{
		Timeout:      Wait,
		FreelistType: bbolt.FreelistMapType,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			var err error
			file, err = files.Open(name, flag|os.O_EXCL, mode)
			return file, err
		},
	})
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := db.Close(); err == nil {
			err = closeErr
		}
	}()
	err = db.Update(func(tx *bbolt.Tx) error {
		bucket, err := tx.CreateBucket([]byte(ownSpace))
		if err != nil {
			return err
		}
		return bucket.Put([]byte(revisionKey.Bytes), appendMark(nil, journal.Mark{}))
	})
	if err != nil {
		return err
	}
	return files.Sync(file)
}

// makeDir makes a directory and those above it, for their owner only, and brings their names to the disk.
func makeDir(dir string, files Files) error {
	if info, err := os.Stat(dir); err == nil {
		if !info.IsDir() {
			return &fs.PathError{Op: "mkdir", Path: dir, Err: syscall.ENOTDIR}
		}
		return nil
	}
	parent := filepath.Dir(dir)
	if parent != dir {
		if err := makeDir(parent, files); err != nil {
			return err
		}
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := files.SyncDir(parent); err != nil {
		return errors.Join(err, os.Remove(dir)) // else the next start would believe in it
	}
	return nil
}

// lockWithin takes the lock bbolt takes, so that it also fails where bbolt has the file open.
func lockWithin(file *os.File, wait time.Duration) error {
	for deadline := time.Now().Add(wait); ; time.Sleep(20 * time.Millisecond) {
		got, err := tryLock(file)
		if got || err != nil {
			return err
		}
		if time.Now().After(deadline) {
			return bolterrors.ErrTimeout
		}
	}
}
