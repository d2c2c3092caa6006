package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"footpath/storage/engine"
)

// What stands beside a library's file, named after it:
//
//	library.db.journal-000000000000            a recovery journal, by the revision it begins at
//	library.db.backup-000000001234-20261114T150405Z  a backup, by its revision and when it was made
const (
	journalMark  = ".journal-"
	backupMark   = ".backup-"
	partialMark  = ".partial"
	backupLayout = "20060102T150405Z"
)

// Journals lists the recovery journals beside a file, the oldest first.
func Journals(path string) ([]string, error) {
	names, err := siblings(path, journalMark)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, name := range names {
		if _, ok := journalBase(path, name); ok {
			all = append(all, name)
		}
	}
	return all, nil
}

// journalBase reads the revision a journal begins at out of its name.
func journalBase(path, name string) (uint64, bool) {
	digits, _, _ := strings.Cut(strings.TrimPrefix(name, path+journalMark), "-")
	base, err := strconv.ParseUint(digits, 10, 64)
	return base, err == nil
}

// Backup is a verified copy of a file beside it.
type Backup struct {
	Path string
	// Revision is that of the copied state.
	Revision uint64
	// Made is when, to the second.
	Made time.Time
}

// Backups lists the backups beside a file, the oldest first.
func Backups(path string) ([]Backup, error) {
	names, err := siblings(path, backupMark)
	if err != nil {
		return nil, err
	}
	var all []Backup
	for _, name := range names {
		digits, when, _ := strings.Cut(strings.TrimPrefix(name, path+backupMark), "-")
		revision, revisionErr := strconv.ParseUint(digits, 10, 64)
		made, madeErr := time.Parse(backupLayout, when)
		if revisionErr == nil && madeErr == nil {
			all = append(all, Backup{name, revision, made})
		}
	}
	slices.SortStableFunc(all, func(a, b Backup) int { return a.Made.Compare(b.Made) })
	return all, nil
}

func backupPath(path string, revision uint64, made time.Time) string {
	return fmt.Sprintf("%s%s%012d-%s", path, backupMark, revision, made.UTC().Format(backupLayout))
}

// siblings lists the files beside a path whose names go on with a mark, sorted.
func siblings(path, mark string) ([]string, error) {
	dir, name := filepath.Split(path)
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var found []string
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), name+mark) && entry.Type().IsRegular() {
			found = append(found, filepath.Join(dir, entry.Name()))
		}
	}
	return found, nil
}

// mayCreate refuses to make a new file where there was one whose journal or backups are still there.
func mayCreate(path string, journals bool) error {
	if info, err := os.Stat(path); !journals || err == nil && info.Size() > 0 {
		return nil
	}
	kept, err := Journals(path)
	if err != nil {
		return err
	}
	backups, err := Backups(path)
	if err != nil {
		return err
	}
	if len(kept) == 0 && len(backups) == 0 {
		return nil
	}
	return &engine.DamagedError{Path: path, What: "it is gone, though its journal or its backups are there"}
}
