package engine

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
)

func TestAnExpectationOfRevisionZeroMeansAbsent(t *testing.T) {
	if At(0) != Absent || At(0).Holds(1) || !At(0).Holds(0) || !At(3).Holds(3) || At(3).Holds(0) || !Any.Holds(0) || !Any.Holds(9) {
		t.Error("an expectation holds where it should not")
	}
}

func TestErrorsSayWhatAndWhereAndAreTheirSentinels(t *testing.T) {
	key := Key{Space: "records", Bytes: "\x00k"}
	many := make([]Conflict, 9)
	for i := range many {
		many[i] = Conflict{Key: key}
	}
	for _, c := range []struct {
		err  error
		is   error
		says string
	}{
		{
			&ConflictError{Conflicts: []Conflict{{key, 7}, {key, 0}}}, ErrConflict,
			"someone else changed this in the meantime: records/006b is at revision 7, records/006b is absent",
		},
		{&ConflictError{Conflicts: many}, ErrConflict, " is absent and 6 more"},
		{&LockedError{Path: "/lib", Program: "Footpath", PID: 123}, ErrLocked, "the library /lib is open in Footpath (process 123)"},
		{&LockedError{Path: "/lib", Program: "Footpath"}, ErrLocked, "the library /lib is open in Footpath"},
		{&LockedError{Path: "/lib"}, ErrLocked, "the library /lib is open in another program"},
		{&DamagedError{Path: "/lib", Key: key, What: "gone", Err: fs.ErrInvalid}, ErrDamaged, "the library /lib is damaged at records/006b: gone (invalid argument)"},
		{&DamagedError{What: "gone"}, ErrDamaged, "the library is damaged: gone"},
		{&TooNewError{Path: "/lib", Needs: "Footpath 2.0"}, ErrTooNew, "Footpath 2.0 is needed"},
		{&FullError{Path: "/lib", Err: fs.ErrInvalid}, ErrFull, "no room to write the library /lib: invalid argument"},
		{&NotSyncedError{Path: "/lib", Err: fs.ErrInvalid}, ErrNotSynced, "nothing more is written to it: invalid argument"},
		{&MovedError{Path: "/lib"}, ErrMoved, "the library /lib was moved"},
	} {
		if !errors.Is(c.err, c.is) || !strings.Contains(c.err.Error(), c.says) {
			t.Errorf("%v, want %q in it", c.err, c.says)
		}
		if errors.Is(c.err, ErrClosed) {
			t.Errorf("%v is everything", c.err)
		}
	}
	if err := error(&FullError{Err: fs.ErrInvalid}); !errors.Is(err, fs.ErrInvalid) {
		t.Error("the cause is lost")
	}
}
