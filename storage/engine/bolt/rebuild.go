package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"footpath/storage/engine"
)

const (
	salvagedMark = ".salvaged"
	damagedMark  = ".damaged-"
)

// Rebuild salvages a file and puts the result in its place. The damaged file stays beside it, under the name it gives (empty
// where there was none). mend is given the result before anybody else sees it, open, and may alter it; when it fails everything
// stays as it was. Rebuild fails with engine.ErrLocked when another program has the file open.
func Rebuild(path string, options Options, spaces []engine.Space, now time.Time, mend func(*Store, Salvaged) error) (report Salvaged, kept string, err error) {
	if path, err = settle(path); err != nil {
		return report, "", err
	}
	held, err := os.OpenFile(path, os.O_RDWR, 0o600)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return report, "", describe(path, err)
	default:
		defer held.Close() //nolint:errcheck // it was only locked
		if err := lockWithin(held, Wait); err != nil {
			return report, "", describe(path, err)
		}
	}
	report, err = salvageTo(path, path+salvagedMark, options, spaces, mend)
	if err != nil {
		return report, "", err
	}
	if held != nil {
		if kept, err = keep(path, now); err != nil {
			return report, "", fmt.Errorf("keep the damaged library: %w", errors.Join(err, os.Remove(path+salvagedMark)))
		}
	}
	if err := options.Files.withDefaults().Rename(path+salvagedMark, path); err != nil {
		return report, kept, err
	}
	return report, kept, syncDir(filepath.Dir(path))
}

// Try salvages a file to another place, has look see the result, and takes it away again: nothing is altered.
func Try(path, scratch string, options Options, spaces []engine.Space, look func(*Store, Salvaged) error) (Salvaged, error) {
	path, err := settle(path)
	if err != nil {
		return Salvaged{}, err
	}
	report, err := salvageTo(path, scratch, options, spaces, look)
	return report, errors.Join(err, removed(scratch))
}

func removed(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// salvageTo salvages a file to another path and gives it to mend. On an error nothing is left there.
func salvageTo(path, to string, options Options, spaces []engine.Space, mend func(*Store, Salvaged) error) (report Salvaged, err error) {
	if err := removed(to); err != nil { // one left by a crash is of no use to anyone
		return report, err
	}
	if report, err = Salvage(path, to, spaces, options.Derived); err != nil {
		return report, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, removed(to))
		}
	}()
	options.Journal = false
	store, err := Open(to, options)
	if err != nil {
		return report, err
	}
	if err := errors.Join(mend(store, report), store.Close()); err != nil {
		return report, err
	}
	faults, err := Inspect(to)
	if err == nil && faults != nil {
		err = &engine.DamagedError{Path: to, What: faults[0]}
	}
	return report, err
}

// keep gives a file a second name, or a copy where the file system knows no second names.
func keep(path string, now time.Time) (kept string, err error) {
	name := path + damagedMark + now.UTC().Format(backupLayout)
	for n := 1; ; n++ {
		if kept = name; n > 1 {
			kept = fmt.Sprintf("%s-%d", name, n)
		}
		err := os.Link(path, kept)
		if err == nil {
			return kept, nil
		}
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		return kept, copyBase(baseState{path: path}, kept)
	}
}
