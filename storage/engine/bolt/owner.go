package bolt

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"syscall"
	"time"

	"footpath/storage/engine"
)

// noteSuffix is appended to the library's path to name the note that says who has it open.
const noteSuffix = ".lock-owner"

// note is what the holder of a file leaves beside it. It locks nothing: bbolt's lock on the file does. It only lets the next
// opener say more than "in use".
type note struct {
	path string
	text []byte // empty when it could not be written
}

// owner is the content of a note.
type owner struct {
	Program string    `json:"program"`
	PID     int       `json:"pid"`
	Since   time.Time `json:"since"`
}

// writeNote says that this process holds the library. That it cannot be written (a directory only to be read, a full disk) is no
// reason not to work.
func writeNote(library, program string) note {
	n := note{path: library + noteSuffix}
	text, err := json.Marshal(owner{Program: program, PID: os.Getpid(), Since: time.Now().UTC().Truncate(time.Second)})
	if err != nil || os.WriteFile(n.path, append(text, '\n'), 0o600) != nil {
		return n
	}
	n.text = append(text, '\n')
	return n
}

// remove takes the note away, unless by now it is someone else's.
func (n note) remove() {
	if text, err := os.ReadFile(n.path); err == nil && len(n.text) > 0 && bytes.Equal(text, n.text) {
		_ = os.Remove(n.path)
	}
}

// EndedUncleanly tells whether the program that had a library open last did not come to close it.
func EndedUncleanly(library string) bool {
	_, err := os.Stat(library + noteSuffix)
	return err == nil
}

// lockedBy says who holds a library, as far as its note can be believed: a crash leaves one behind.
func lockedBy(library string) error {
	locked := &engine.LockedError{Path: library}
	text, err := os.ReadFile(library + noteSuffix)
	if err != nil {
		return locked
	}
	var o owner
	if json.Unmarshal(text, &o) == nil && alive(o.PID) {
		locked.Program, locked.PID = o.Program, o.PID
	}
	return locked
}

// alive reports whether a process of that number may be running. Where it cannot be asked, it may.
func alive(pid int) bool {
	if pid <= 0 {
		return false
	}
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer process.Release() //nolint:errcheck // nothing to be done about it
	err = process.Signal(syscall.Signal(0))
	return !errors.Is(err, os.ErrProcessDone)
}
