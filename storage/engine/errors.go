package engine

import (
	"errors"
	"fmt"
	"strings"
)

// What can go wrong in a store, to be asked for with errors.Is. Where a type of the same name exists (ConflictError for
// ErrConflict …) errors.As gives the details.
var (
	// ErrNotFound means that nothing is stored under the key.
	ErrNotFound = errors.New("nothing is stored under this key")
	// ErrInvalid means that a key, a value or a batch is not one a store takes: a mistake of the caller.
	ErrInvalid = errors.New("not something the store takes")
	// ErrConflict means that a batch expected something else to be stored than what is; nothing was changed.
	ErrConflict = errors.New("someone else changed this in the meantime")
	// ErrLocked means that another program has the store open.
	ErrLocked = errors.New("the library is open in another program")
	// ErrDamaged means that what is stored is not what was once written.
	ErrDamaged = errors.New("the library is damaged")
	// ErrTooNew means that a newer version wrote the store and this one cannot read it. It was left untouched.
	ErrTooNew = errors.New("the library was written by a newer version")
	// ErrCompacted means that the store can no longer tell what happened since the revision asked for.
	ErrCompacted = errors.New("the changes since this revision are no longer at hand")
	// ErrClosed means that the store was closed.
	ErrClosed = errors.New("the library is closed")
	// ErrFull means that there was no room to write; nothing was changed.
	ErrFull = errors.New("the disk is full")
	// ErrNotSynced means that the disk did not confirm a write. Whether that batch is there after the next open is not
	// known; everything acknowledged before it is. The store refuses further writes.
	ErrNotSynced = errors.New("the disk did not confirm the write")
	// ErrMoved means that the store's file was moved, replaced or deleted while open. The store refuses further writes.
	ErrMoved = errors.New("the library was moved or deleted while open")
)

// Conflict is an expectation that did not hold: the key and the revision that is stored there, 0 when nothing is.
type Conflict struct {
	Key
	Revision uint64
}

// ConflictError lists every key of a refused batch that did not hold what was expected. It is an ErrConflict.
type ConflictError struct {
	Conflicts []Conflict
}

func (e *ConflictError) Error() string {
	var b strings.Builder
	b.WriteString(ErrConflict.Error())
	for i, c := range e.Conflicts {
		if i == 3 && len(e.Conflicts) > 4 {
			fmt.Fprintf(&b, " and %d more", len(e.Conflicts)-i)
			break
		}
		if i == 0 {
			b.WriteString(": ")
		} else {
			b.WriteString(", ")
		}
		if c.Revision == 0 {
			fmt.Fprintf(&b, "%v is absent", c.Key)
		} else {
			fmt.Fprintf(&b, "%v is at revision %d", c.Key, c.Revision)
		}
	}
	return b.String()
}

// Is makes the error an ErrConflict.
func (e *ConflictError) Is(target error) bool { return target == ErrConflict }

// LockedError says who has the store open. It is an ErrLocked.
type LockedError struct {
	// Path is where the store is.
	Path string
	// Program is the holder's name for people, empty when not known.
	Program string
	// PID is the holder's process, 0 when not known.
	PID int
}

func (e *LockedError) Error() string {
	switch {
	case e.Program == "":
		return fmt.Sprintf("the library %s is open in another program", e.Path)
	case e.PID == 0:
		return fmt.Sprintf("the library %s is open in %s", e.Path, e.Program)
	default:
		return fmt.Sprintf("the library %s is open in %s (process %d)", e.Path, e.Program, e.PID)
	}
}

// Is makes the error an ErrLocked.
func (e *LockedError) Is(target error) bool { return target == ErrLocked }

// DamagedError says what is damaged and where. It is an ErrDamaged.
type DamagedError struct {
	// Path is where the store is, empty when it is nowhere.
	Path string
	// Key is the damaged value's; its Space is empty when the damage is not in one value.
	Key Key
	// What is wrong, as the second half of a sentence: "its last 4,096 bytes are missing".
	What string
	// Err is the cause beneath, if there is one.
	Err error
}

func (e *DamagedError) Error() string {
	var b strings.Builder
	b.WriteString("the library ")
	if e.Path != "" {
		b.WriteString(e.Path + " ")
	}
	b.WriteString("is damaged")
	if e.Key.Space != "" {
		fmt.Fprintf(&b, " at %v", e.Key)
	}
	b.WriteString(": " + e.What)
	if e.Err != nil {
		fmt.Fprintf(&b, " (%v)", e.Err)
	}
	return b.String()
}

// Is makes the error an ErrDamaged.
func (e *DamagedError) Is(target error) bool { return target == ErrDamaged }

// Unwrap gives the cause beneath.
func (e *DamagedError) Unwrap() error { return e.Err }

// TooNewError says which version is needed. It is an ErrTooNew.
type TooNewError struct {
	// Path is where the store is.
	Path string
	// Needs is the version of the format, or of the program, that can read it, as people write it.
	Needs string
}

func (e *TooNewError) Error() string {
	return fmt.Sprintf("the library %s was written by a newer version: %s is needed to read it", e.Path, e.Needs)
}

// Is makes the error an ErrTooNew.
func (e *TooNewError) Is(target error) bool { return target == ErrTooNew }

// FullError carries the system's words for having no room. It is an ErrFull.
type FullError struct {
	Path string
	Err  error
}

func (e *FullError) Error() string {
	return fmt.Sprintf("no room to write the library %s: %v", e.Path, e.Err)
}

// Is makes the error an ErrFull.
func (e *FullError) Is(target error) bool { return target == ErrFull }

// Unwrap gives the system's error.
func (e *FullError) Unwrap() error { return e.Err }

// NotSyncedError carries the system's words for a write it did not confirm. It is an ErrNotSynced.
type NotSyncedError struct {
	Path string
	Err  error
}

func (e *NotSyncedError) Error() string {
	return fmt.Sprintf("the disk did not confirm a write to the library %s, nothing more is written to it: %v", e.Path, e.Err)
}

// Is makes the error an ErrNotSynced.
func (e *NotSyncedError) Is(target error) bool { return target == ErrNotSynced }

// Unwrap gives the system's error.
func (e *NotSyncedError) Unwrap() error { return e.Err }

// MovedError says which file is no longer in its place. It is an ErrMoved.
type MovedError struct {
	Path string
}

func (e *MovedError) Error() string {
	return fmt.Sprintf("the library %s was moved, replaced or deleted while open, nothing more is written to it", e.Path)
}

// Is makes the error an ErrMoved.
func (e *MovedError) Is(target error) bool { return target == ErrMoved }
