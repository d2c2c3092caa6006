package command

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/fsnotify/fsnotify"
)

// follower tells when any of some files changes, however it is saved: editors
// put another file in the place of the old one, so it is the folders that are
// followed.
type follower struct {
	*fsnotify.Watcher
	files   []string // where they really lie
	folders []string
}

func newFollower() (*follower, error) {
	w, err := fsnotify.NewWatcher()
	return &follower{Watcher: w}, err
}

// follow makes these the files that are followed. Of a file that is not there it
// is told when it comes; of one whose folder is not there, never: that is
// skipped. Its error is that of the first one that cannot be followed.
func (f *follower) follow(files []string) error {
	var first error
	f.files = f.files[:0]
	folders := make([]string, 0, len(files))
	for _, file := range files {
		full, err := reallyAt(file)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		folder := filepath.Dir(full)
		if err == nil && !slices.Contains(folders, folder) {
			if err = f.Add(folder); err == nil {
				folders = append(folders, folder)
			}
		}
		if err != nil {
			first = errors.Join(first, err)
			continue
		}
		f.files = append(f.files, full)
	}
	for _, folder := range f.folders {
		if !slices.Contains(folders, folder) {
			_ = f.Remove(folder) // what has gone is not followed any more anyway
		}
	}
	f.folders = folders
	return first
}

// reallyAt is the whole path of a file, links followed; of one that is not there,
// where it would be.
func reallyAt(file string) (string, error) {
	full, err := filepath.EvalSymlinks(file)
	if errors.Is(err, os.ErrNotExist) {
		if full, err = filepath.EvalSymlinks(filepath.Dir(file)); err == nil {
			full = filepath.Join(full, filepath.Base(file))
		}
	}
	if err != nil {
		return "", err
	}
	return filepath.Abs(full)
}

// concerns tells whether an event is about one of the files; what only changes
// their rights is not.
func (f *follower) concerns(e fsnotify.Event) bool {
	return slices.Contains(f.files, e.Name) && !e.Has(fsnotify.Chmod)
}

// lost tells whether an event takes away the folder of the first file.
func (f *follower) lost(e fsnotify.Event) bool {
	return len(f.files) > 0 && e.Name == filepath.Dir(f.files[0]) && e.Has(fsnotify.Remove|fsnotify.Rename)
}
