package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/engine/bolt"
)

// ErrInterrupted means that a backup was given up because somebody was working.
var ErrInterrupted = bolt.ErrInterrupted

// BackUp copies the whole library, as it is stored at this moment, to a file where there is none, and verifies the copy: every
// value, and that each map has as many records as it says. It fails with fs.ErrExist, with engine.ErrDamaged when the library is
// not whole, or as writing fails; then nothing is left at the path. A library that another program serves can be written to
// meanwhile: then it is ErrInterrupted.
func (l *Library) BackUp(path string) error {
	if l.file == nil {
		return bolt.Gather(path, l.store, everySpace(), verify)
	}
	return l.withSoundIndex(func() error { return l.file.file.Load().BackUp(path, bolt.Copy{Verify: verify}) })
}

// withSoundIndex makes a copy of everything. Where only the index of words is damaged it is emptied, to be made anew: it shall not
// keep anybody from having a backup.
func (l *Library) withSoundIndex(copied func() error) error {
	err := copied()
	if key, damaged := damagedKey(err); damaged && key.Space == spaceSearch {
		if err := l.index.discard(); err != nil {
			return err
		}
		return copied()
	}
	return err
}

// BackUpIfDue makes a backup beside the library when the newest is older than a day and something has changed since, and keeps the
// latest three. As soon as something is written meanwhile it gives up, with ErrInterrupted: whoever works does not wait for it.
func (l *Library) BackUpIfDue(now time.Time) (made bool, err error) {
	if l.file == nil {
		return false, nil
	}
	file := l.file.file.Load()
	err = l.withSoundIndex(func() (err error) {
		at := file.Revision()
		made, err = file.BackUpIfDue(now, bolt.Copy{Verify: verify, Busy: func() bool { return file.Revision() != at || l.isClosed() }})
		return err
	})
	return made, err
}

// How often it is looked whether a backup is due, how long after the beginning first, and how long nothing must have been written
// after one that was interrupted.
const (
	backUpLook  = time.Hour
	backUpQuiet = time.Minute
	backUpFirst = 2 * time.Second // a start has other things to do
)

// KeepBackedUp makes backups whenever they are due and nobody writes, in a goroutine of its own, from now until Close. failed,
// called on that goroutine, is told why one could not be made.
func (l *Library) KeepBackedUp(failed func(error)) {
	l.watchman.Go(func() {
		for wait := backUpFirst; ; {
			select {
			case <-l.leaving:
				return
			case <-time.After(wait):
			}
			wait = backUpLook
			_, err := l.BackUpIfDue(time.Now())
			if errors.Is(err, ErrInterrupted) {
				wait = backUpQuiet
			} else if err != nil {
				failed(err)
			}
		}
	})
}

func (l *Library) isClosed() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.closed
}

// backUpFormat keeps a copy of a library of an older format before it is altered. One that is there already is of the same
// library before, and stays.
func backUpFormat(file *bolt.Store, path string) error {
	err := file.BackUp(path, bolt.Copy{Verify: verify})
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}

// verify reads all of a store and compares the number of each map's records with what its summary says.
func verify(store *bolt.Store) error {
	if err := store.ReadAll(); err != nil {
		return err
	}
	found := make(map[mapmodel.ID]int)
	for item, err := range engine.All(store, engine.Query{Space: spaceRecords}) {
		if err != nil {
			return err
		}
		found[idAt(item.Bytes, 0)]++
	}
	for item, err := range engine.All(store, engine.Query{Space: spaceSummaries}) {
		if err != nil {
			return err
		}
		s, err := decodeSummary(item)
		if err != nil {
			return err
		}
		if n := found[idAt(item.Bytes, 0)]; n != s.Records {
			return &engine.DamagedError{Path: store.Path(), Key: item.Key, What: fmt.Sprintf("the map has %d records, not %d", n, s.Records)}
		}
	}
	return nil
}

// Compact seals the history of every map, writes the library in a file anew without the room that is free in it, and verifies it
// before it takes the old one's place. Nobody may have it open. It gives the size before and after in bytes.
func Compact(path string, options Options) (before, after int64, err error) {
	info, err := os.Stat(path)
	if err == nil {
		err = sealFile(path, options)
	}
	if err != nil {
		return 0, 0, fmt.Errorf("compact the library: %w", err)
	}
	_, after, err = bolt.Compact(path, options.store(true))
	return info.Size(), after, err
}

func sealFile(path string, options Options) error {
	options.Socket = "" // the file itself, or nothing
	l, err := Open(path, options)
	if err != nil {
		return err
	}
	return errors.Join(l.SealAll(), l.Close())
}
