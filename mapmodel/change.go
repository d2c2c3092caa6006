package mapmodel

import "fmt"

// Change is one thing that happened to a map. Everything that ever happens to
// a map is a change; undo is a change too.
type Change struct {
	// ID names the change.
	ID ID
	// Group is the undo step the change belongs to: the pieces of one typing
	// share it. A change that stands alone has its own ID here.
	Group ID
	// Undoes is the group this change takes back, or zero.
	Undoes ID
	// Label says what was done, for people, in any language.
	Label Label
	// Author is who did it.
	Author ID
	// At is when, in milliseconds UTC, handed in by the author's clock. It is
	// for people only: the store gives changes their order.
	At int64
	// Edits are the records replaced, each record once.
	Edits []Edit
}

// Label is a message key with its arguments, never a sentence.
type Label struct {
	Key  string
	Args []string
}

// Edit replaces one record. Without Before the record is created, without
// After it is removed.
type Edit struct {
	Before, After Record
}

// ID is the ID of the record the edit is about.
func (e Edit) ID() ID {
	if e.After != nil {
		return e.After.Base().ID
	}
	return e.Before.Base().ID
}

// Misfit says why a change does not fit a map. Nothing was altered.
type Misfit struct {
	// Record and Kind name the record; Field is the name of its field, or
	// empty where the record as a whole does not fit.
	Record ID
	Kind   Kind
	Field  string
	// Reason is the rest of the sentence.
	Reason string
}

// Error is a sentence naming record and field.
func (m *Misfit) Error() string {
	if m.Field == "" {
		return fmt.Sprintf("the change does not fit: %s %s %s", m.Kind, m.Record, m.Reason)
	}
	return fmt.Sprintf("the change does not fit: %s of %s %s %s", m.Field, m.Kind, m.Record, m.Reason)
}

// Inverse is the edits that take these edits back.
func Inverse(edits []Edit) []Edit {
	out := make([]Edit, len(edits))
	for i, e := range edits {
		out[len(edits)-1-i] = Edit{Before: e.After, After: e.Before}
	}
	return out
}

// Squash gives the one list of edits, each record once, that does what the
// lists do one after the other. Records that come and go leave no trace.
func Squash(lists ...[]Edit) []Edit {
	var out []Edit
	at := map[ID]int{}
	for _, edits := range lists {
		for _, e := range edits {
			i, seen := at[e.ID()]
			if !seen {
				at[e.ID()] = len(out)
				out = append(out, e)
				continue
			}
			out[i] = follow(out[i], e)
		}
	}
	kept := out[:0]
	for _, e := range out {
		if e.Before == nil && e.After == nil || e.Before != nil && e.After != nil && SameFields(e.Before, e.After) {
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// follow joins two edits of one record. The second may have been made on a
// record that others had altered in other fields meanwhile, so only what it
// changes is carried on.
func follow(first, second Edit) Edit {
	if first.After == nil || second.After == nil || second.Before == nil {
		return Edit{Before: first.Before, After: second.After}
	}
	after := first.After.clone()
	table := Fields(after.Kind())
	for i := range table {
		if f := &table[i]; !f.Equal(second.Before, second.After) {
			f.Copy(after, second.After)
		}
	}
	return Edit{Before: first.Before, After: after}
}
