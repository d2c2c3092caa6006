//go:build !nogui

package launch

import (
	"log"
	"os"
	"path/filepath"
	"runtime/debug"

	"footpath/app/places"
)

// keepNotes has the runtime write down why it ended, should it ever crash, and the toolkit what it grumbles about, for whoever
// is to mend it. What stands on standard error is for people. Without these files the program runs as well. It gives the path
// of what an earlier run wrote down when it crashed; empty when all was well.
func keepNotes() (crashed string) {
	folder := places.State()
	if os.MkdirAll(folder, 0o700) != nil {
		return ""
	}
	path := filepath.Join(folder, "crash.log")
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		if last := filepath.Join(folder, "crash-last.log"); os.Rename(path, last) == nil {
			crashed = last
		}
	}
	if crash, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600); err == nil {
		_ = debug.SetCrashOutput(crash, debug.CrashOptions{})
		_ = crash.Close() // the runtime has its own
	}
	if notes, err := os.OpenFile(filepath.Join(folder, "toolkit.log"), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600); err == nil {
		log.SetOutput(notes) // open until the end
	}
	return crashed
}
