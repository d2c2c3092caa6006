// Package engine says what a store of bytes by key must do for a library: Get, List, Commit, Watch.
//
// It knows nothing of maps. A store keeps values under keys in a few flat spaces, gives every batch of
// changes one revision that only rises, and tells whoever listens what was committed, in order.
// engine/bolt keeps the bytes in one file, engine/memory in memory; enginetest is what all of them must pass.
package engine

import (
	"context"
	"encoding/hex"
	"iter"
)

// Limits that every store keeps, so that what one holds fits into another.
const (
	// MaxSpace is the longest name of a space, in bytes.
	MaxSpace = 64
	// MaxKey is the longest key, in bytes. The shortest is one byte.
	MaxKey = 512
	// MaxValue is the longest value, in bytes. A value may be empty.
	MaxValue = 64 << 20
	// PageItems and PageBytes bound one answer of List: whichever is reached first ends the page.
	// A map of some 5,000 cards fits into one page, so it is read at one moment.
	PageItems = 16384
	// PageBytes counts keys and values.
	PageBytes = 16 << 20
)

// Space names one of the flat key spaces of a store ("records", "log"): 1 to MaxSpace bytes from a–z, 0–9 and '-',
// beginning with a letter. Whatever begins otherwise belongs to the store itself.
type Space string

// Key is the place of one value: a space and 1 to MaxKey bytes of any kind within it. Within a space keys are ordered by
// their bytes; across spaces there is no order.
type Key struct {
	Space Space
	// Bytes is a string so that a Key can be compared and used in a Go map; it need not be text.
	Bytes string
}

// String gives the space and the key in hexadecimal, for messages.
func (k Key) String() string { return string(k.Space) + "/" + hex.EncodeToString([]byte(k.Bytes)) }

// Item is a value as the store holds it. Value belongs to whoever received it and may be altered.
type Item struct {
	Key
	Value []byte
	// Revision is that of the batch which wrote the value: 1 or more.
	Revision uint64
}

// Expect is what the writer of an Op believes to be stored under its key now. The zero value expects nothing.
type Expect uint64

const (
	// Any holds whatever is stored.
	Any Expect = 0
	// Absent holds when nothing is stored under the key.
	Absent Expect = ^Expect(0)
)

// At holds when the stored value is the one written at that revision. No value has revision 0, so At(0) is Absent.
func At(revision uint64) Expect {
	if revision == 0 {
		return Absent
	}
	return Expect(revision)
}

// Holds reports whether the expectation is met by a value of that revision, 0 meaning that there is none.
func (e Expect) Holds(revision uint64) bool {
	switch e {
	case Any:
		return true
	case Absent:
		return revision == 0
	default:
		return uint64(e) == revision
	}
}

// Op puts a value under a key, or takes away what is there. Taking away what is not there is no mistake.
type Op struct {
	Key
	// Value is what to put. The store does not keep the slice: it may be used again after Commit has returned.
	Value []byte
	// Delete takes the key away; Value is then not looked at.
	Delete bool
	// Expect must hold for the whole batch to be committed.
	Expect Expect
}

// Query asks List for the keys of one space, in byte order.
type Query struct {
	Space Space
	// Prefix limits the answer to keys beginning with it; empty means the whole space.
	Prefix string
	// From is the first key wanted: keys before it (with Reverse: after it) are left out. Empty means from the end that
	// comes first.
	From string
	// Reverse gives the greatest key first.
	Reverse bool
	// Limit is the most items wanted. 0, or anything above PageItems, means PageItems.
	Limit int
}

// MaxItems is the most items a page of the query may hold: 1 to PageItems.
func (q Query) MaxItems() int {
	if q.Limit <= 0 || q.Limit > PageItems {
		return PageItems
	}
	return q.Limit
}

// Page is a part of a space, copied out at one moment.
type Page struct {
	Items []Item
	// Revision is the store's at the moment of the reading. Two pages of one revision belong to one moment.
	Revision uint64
	// Next is the From with which the listing goes on; empty when it is complete.
	Next string
}

// Event is one Op of a committed batch. Value belongs to whoever received it.
type Event struct {
	Key
	Value   []byte
	Deleted bool
}

// Batch is what one Commit did: its operations in the order they were given, all at one revision.
type Batch struct {
	Revision uint64
	Events   []Event
}

// Store keeps bytes by key. All methods may be called from any goroutine at any time; after Close they fail with ErrClosed.
//
// Besides the errors named at each method, any of them may fail with ErrDamaged, ErrTooNew, or an error of the system
// beneath. Errors are found with errors.Is; those that carry details with errors.As.
type Store interface {
	// Get returns the value under a key, or ErrNotFound.
	Get(key Key) (Item, error)

	// List returns a page of keys and values. A space nobody wrote to is empty. One page is one short reading: nothing is
	// held open while the caller works on it. All walks over as many pages as there are.
	List(query Query) (Page, error)

	// Commit does all operations or none. When it returns without an error the batch is on disk, as far as the disk tells
	// the truth, and has the returned revision, greater than all before it. A batch without operations does nothing and
	// returns the present revision.
	//
	// It fails with ErrInvalid (an operation that no store takes, or one key twice), ErrConflict (some expectation does not
	// hold; a *ConflictError lists all that do not), ErrFull (no room; nothing changed, try again when there is),
	// ErrNotSynced (the disk did not confirm; from now on the store refuses to write) or ErrMoved (the same, because the
	// store's file is no longer in its place).
	Commit(ops []Op) (revision uint64, err error)

	// Watch gives every batch with a revision greater than from, in order and without a gap, first those committed already,
	// then each new one, until the loop is left or something ends it: the context's error, ErrClosed, or ErrCompacted
	// when from is older than what the store can still tell. The latter also meets a listener who falls too far behind:
	// listeners never hold up a commit. On ErrCompacted read anew with List and watch from Page.Revision.
	//
	//	for batch, err := range store.Watch(ctx, page.Revision) {
	//		if err != nil { … } // the last round
	//	}
	Watch(ctx context.Context, from uint64) iter.Seq2[Batch, error]

	// Revision returns that of the last batch committed; 0 for a store never written to.
	Revision() uint64

	// Close waits for readings and writings under way, ends every Watch and lets go of the file. Closing again does nothing.
	Close() error
}
