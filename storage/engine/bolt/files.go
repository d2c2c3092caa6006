package bolt

import (
	"os"
	"runtime"
)

// Files are the calls on the file system that the store makes itself. A nil one means the system's own.
type Files struct {
	// Open opens the file bbolt is going to work on.
	Open func(name string, flag int, mode os.FileMode) (*os.File, error)
	// Sync brings a file's bytes to the disk.
	Sync func(file *os.File) error
	// Rename puts a finished file into its place.
	Rename func(from, to string) error
	// SyncDir brings a directory's entries to the disk.
	SyncDir func(dir string) error
}

func (f Files) withDefaults() Files {
	if f.Open == nil {
		f.Open = os.OpenFile
	}
	if f.Sync == nil {
		f.Sync = (*os.File).Sync
	}
	if f.Rename == nil {
		f.Rename = os.Rename
	}
	if f.SyncDir == nil {
		f.SyncDir = syncDir
	}
	return f
}

// syncDir makes a new name in a directory outlast a power cut. Windows knows no such call and needs none on NTFS.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if closeErr := d.Close(); err == nil {
		err = closeErr
	}
	return err
}
