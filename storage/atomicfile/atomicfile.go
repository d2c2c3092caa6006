// Package atomicfile writes a file whole or not at all: whoever looks sees the
// old content or the new, also after a crash or a power cut.
package atomicfile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Write makes path hold what write writes: into a temporary file beside it,
// synced, renamed over it, the folder synced. A file that is there keeps its
// mode; a new one gets perm, less the umask. Where anything fails, path is as
// it was and the temporary file is gone. A link is followed: what it points to
// is replaced, not the link.
func Write(path string, perm fs.FileMode, write func(io.Writer) error) (err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return &fs.PathError{Op: "write", Path: path, Err: errors.New("is not a regular file")}
		}
		perm = info.Mode().Perm()
	}
	temp, err := create(path, perm)
	if err != nil {
		return err
	}
	placed := false
	defer func() { // also when write panics
		if !placed {
			err = errors.Join(err, ignoreClosed(temp.Close()), os.Remove(temp.Name()))
		}
	}()
	if err := fill(temp, write); err != nil {
		return err
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return err
	}
	placed = true
	return syncFolder(filepath.Dir(path))
}

// tries is how many names are tried for a temporary file before giving up.
const tries = 1000

// create makes a temporary file beside path with the mode a plain new file
// there would have, which os.CreateTemp's would not.
func create(path string, perm fs.FileMode) (*os.File, error) {
	dir, base := filepath.Split(path)
	for n := range tries {
		name := filepath.Join(dir, fmt.Sprintf(".%s.%d-%d.tmp", base, os.Getpid(), n))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		return f, err
	}
	return nil, &fs.PathError{Op: "create", Path: path, Err: errors.New("too many unfinished files of this name lie beside it")}
}

func fill(f *os.File, write func(io.Writer) error) error {
	buffered := bufio.NewWriter(f)
	if err := write(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}

func ignoreClosed(err error) error {
	if errors.Is(err, os.ErrClosed) {
		return nil
	}
	return err
}

// syncFolder makes a rename last. Systems that cannot sync a folder say so with
// an error that says nothing about the file.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil //nolint:nilerr // the file is written; its folder just cannot be opened to be synced
	}
	syncing := d.Sync()
	closing := d.Close()
	if errors.Is(syncing, fs.ErrInvalid) || errors.Is(syncing, errors.ErrUnsupported) {
		syncing = nil
	}
	return errors.Join(syncing, closing)
}
