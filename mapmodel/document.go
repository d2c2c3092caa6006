package mapmodel

import (
	"errors"
	"time"
)

// ErrNothingToUndo and ErrNothingToRedo say that an author's list is empty.
var (
	ErrNothingToUndo = errors.New("nothing to undo")
	ErrNothingToRedo = errors.New("nothing to redo")
)

// Event tells a listener of a document that one change has been made.
type Event struct {
	Change        Change
	Before, After *Map
}

// Document is one open map: the only thing that may alter it. It lives on one
// goroutine; the maps it hands out may be read on any.
type Document struct {
	now       *Map
	source    *Source
	clock     func() time.Time
	past      map[ID]*past
	listeners []func(Event)
}

// past is what one author can take back and bring again, the latest last.
type past struct {
	undo, redo []step
}

// step is one undo step: all edits of a group, and the change or group that
// taking it back must name. It is called what its latest change is called.
type step struct {
	group ID
	label Label
	edits [][]Edit // one per change, in order
}

// NewDocument opens a map. The source gives changes their IDs, the clock their
// times.
func NewDocument(m *Map, source *Source, clock func() time.Time) *Document {
	return &Document{now: m, source: source, clock: clock, past: map[ID]*past{}}
}

// Map is the map as it is now.
func (d *Document) Map() *Map { return d.now }

// Listen asks to be told of every change, in order, on the document's
// goroutine.
func (d *Document) Listen(f func(Event)) { d.listeners = append(d.listeners, f) }

// Do makes a change. ID, Group and At are filled in where they are zero. A
// change that does not fit is refused whole (see Map.Apply); one without edits
// does nothing. It returns the change as it was made.
func (d *Document) Do(c Change) (Change, error) {
	if len(c.Edits) == 0 {
		return c, nil
	}
	if c.ID.IsZero() {
		c.ID = d.source.ID()
	}
	if c.Group.IsZero() {
		c.Group = c.ID
	}
	if c.At == 0 {
		c.At = d.clock().UnixMilli()
	}
	after, err := d.now.Apply(c)
	if err != nil {
		return c, err
	}
	before := d.now
	d.now = after
	c.Edits = settled(c.Edits, before, after)
	d.remember(c)
	for _, tell := range d.listeners {
		tell(Event{Change: c, Before: before, After: after})
	}
	return c, nil
}

// settled gives the edits with the records as they really were before and are
// now, so that a change made on an older record is kept for what it did.
func settled(edits []Edit, before, after *Map) []Edit {
	out := make([]Edit, len(edits))
	for i, e := range edits {
		out[i] = Edit{Before: before.Get(e.ID()), After: after.Get(e.ID())}
	}
	return out
}

// Past tells the document of changes made before it was opened, the oldest
// first, so that they can be undone: what is undone and redone lives in the
// changes themselves. It must come before the first Do.
func (d *Document) Past(changes []Change) {
	for _, c := range changes {
		d.remember(c)
	}
}

// Undo takes back the author's latest step; ErrNothingToUndo when there is
// none. Where somebody else has changed the same fields since, it gives a
// *Misfit and forgets the step, so that the one before it can be taken back.
func (d *Document) Undo(author ID) (Change, error) {
	return d.takeBack(author, &d.of(author).undo, LabelUndo, ErrNothingToUndo)
}

// Redo brings back what the author undid last; ErrNothingToRedo when there is
// nothing, or something new was done since. A *Misfit is as with Undo.
func (d *Document) Redo(author ID) (Change, error) {
	return d.takeBack(author, &d.of(author).redo, LabelRedo, ErrNothingToRedo)
}

// CanUndo is the label of the step that Undo would take back.
func (d *Document) CanUndo(author ID) (Label, bool) { return top(d.of(author).undo) }

// CanRedo is the label of the step that Redo would bring back.
func (d *Document) CanRedo(author ID) (Label, bool) { return top(d.of(author).redo) }

func top(steps []step) (Label, bool) {
	if len(steps) == 0 {
		return Label{}, false
	}
	return steps[len(steps)-1].label, true
}

func (d *Document) takeBack(author ID, from *[]step, key string, none error) (Change, error) {
	for len(*from) > 0 {
		s := (*from)[len(*from)-1]
		edits := Inverse(Squash(s.edits...))
		if len(edits) > 0 {
			label := Label{Key: key, Args: append([]string{s.label.Key}, s.label.Args...)}
			c, err := d.Do(Change{Undoes: s.group, Label: label, Author: author, Edits: edits})
			if err == nil {
				return c, nil
			}
			*from = (*from)[:len(*from)-1]
			return c, err
		}
		*from = (*from)[:len(*from)-1] // typed and deleted again: nothing to see
	}
	return Change{}, none
}

func (d *Document) of(author ID) *past {
	p := d.past[author]
	if p == nil {
		p = &past{}
		d.past[author] = p
	}
	return p
}

// remember files a change under its author. A change that undoes the top of
// one list moves to the other, under its own group, so that the two lists can
// be rebuilt from the log alone.
func (d *Document) remember(c Change) {
	p := d.of(c.Author)
	if !c.Undoes.IsZero() {
		if s, ok := pop(&p.undo, c.Undoes); ok {
			p.redo = append(p.redo, step{group: c.Group, label: s.label, edits: [][]Edit{c.Edits}})
			return
		}
		if s, ok := pop(&p.redo, c.Undoes); ok {
			p.undo = append(p.undo, step{group: c.Group, label: s.label, edits: [][]Edit{c.Edits}})
			return
		}
	}
	p.redo = nil
	if n := len(p.undo); n > 0 && p.undo[n-1].group == c.Group {
		p.undo[n-1].edits = append(p.undo[n-1].edits, c.Edits)
		p.undo[n-1].label = c.Label
		return
	}
	p.undo = append(p.undo, step{group: c.Group, label: c.Label, edits: [][]Edit{c.Edits}})
}

func pop(steps *[]step, group ID) (step, bool) {
	n := len(*steps)
	if n == 0 || (*steps)[n-1].group != group {
		return step{}, false
	}
	s := (*steps)[n-1]
	*steps = (*steps)[:n-1]
	return s, true
}
