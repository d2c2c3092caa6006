package socket

import (
	"encoding/binary"
	"errors"

	"footpath/storage/engine"
)

// fault numbers the errors that travel as what they are; all others travel as a sentence.
type fault byte

const (
	faultOther fault = iota
	faultNotFound
	faultInvalid
	faultConflict
	faultLocked
	faultDamaged
	faultTooNew
	faultCompacted
	faultClosed
	faultFull
	faultNotSynced
	faultMoved
)

// faults are the errors that say nothing more than what they are, by number.
var faults = map[fault]error{
	faultNotFound: engine.ErrNotFound, faultInvalid: engine.ErrInvalid, faultConflict: engine.ErrConflict,
	faultLocked: engine.ErrLocked, faultDamaged: engine.ErrDamaged, faultTooNew: engine.ErrTooNew, faultCompacted: engine.ErrCompacted,
	faultClosed: engine.ErrClosed, faultFull: engine.ErrFull, faultNotSynced: engine.ErrNotSynced, faultMoved: engine.ErrMoved,
}

// appendError writes an error with what it says for people and what programs ask of it.
func appendError(to []byte, err error) []byte {
	n := faultOther
	for number, sentinel := range faults {
		if errors.Is(err, sentinel) {
			n = number
			break
		}
	}
	to = appendText(append(to, byte(n)), err.Error())
	var conflict *engine.ConflictError
	var damaged *engine.DamagedError
	var tooNew *engine.TooNewError
	switch {
	case errors.As(err, &conflict):
		to = binary.AppendUvarint(append(to, byte(faultConflict)), uint64(len(conflict.Conflicts)))
		for _, c := range conflict.Conflicts {
			to = binary.AppendUvarint(appendKey(to, c.Key), c.Revision)
		}
	case errors.As(err, &damaged):
		to = appendText(appendKey(appendText(append(to, byte(faultDamaged)), damaged.Path), damaged.Key), damaged.What)
	case errors.As(err, &tooNew):
		to = appendText(appendText(append(to, byte(faultTooNew)), tooNew.Path), tooNew.Needs)
	default:
		to = append(to, byte(faultOther))
	}
	return to
}

// told is an error that came from the other side: its words, and what it is.
type told struct {
	words string
	is    error // one of the engine's, with its details; nil for any other
}

func (e *told) Error() string { return e.words }

// Unwrap makes the error the engine's.
func (e *told) Unwrap() error { return e.is }

// fault reads an error.
func (r *reader) fault() error {
	out := &told{}
	n := fault(r.byte())
	out.is = faults[n]
	out.words = r.text()
	switch fault(r.byte()) {
	case faultConflict:
		conflict := &engine.ConflictError{}
		for n := r.number(); n > 0 && !r.bad; n-- {
			conflict.Conflicts = append(conflict.Conflicts, engine.Conflict{Key: r.key(), Revision: r.number()})
		}
		out.is = conflict
	case faultDamaged:
		out.is = &engine.DamagedError{Path: r.text(), Key: r.key(), What: r.text()}
	case faultTooNew:
		out.is = &engine.TooNewError{Path: r.text(), Needs: r.text()}
	}
	if err := r.done(); err != nil {
		return err
	}
	return out
}
