package mapmodel

import "slices"

// Apply gives the map after the change. A change that does not fit is refused
// whole with a *Misfit and alters nothing: an alteration fits when the fields
// it changes still hold what Before says, a creation when the ID is new, a
// removal when the record is wholly as Before says; and no link may be left
// pointing at nothing.
func (m *Map) Apply(c Change) (*Map, error) {
	if err := oncePerRecord(c.Edits); err != nil {
		return nil, err
	}
	next := *m
	for _, e := range c.Edits {
		if err := next.put(e); err != nil {
			return nil, err
		}
	}
	for _, e := range c.Edits {
		if err := next.link(m, e); err != nil {
			return nil, err
		}
	}
	for _, e := range c.Edits {
		if err := next.settle(e); err != nil {
			return nil, err
		}
	}
	return &next, nil
}

// put exchanges the record itself, links and families aside. A removed record
// stays until settle, so that the links it loses can be counted.
func (m *Map) put(e Edit) error {
	id := e.ID()
	old := m.root.get(id)
	switch {
	case e.Before == nil:
		if old != nil {
			return &Misfit{Record: id, Kind: e.After.Kind(), Reason: "exists already"}
		}
		if e.After.Kind() == KindHeader {
			return &Misfit{Record: id, Kind: KindHeader, Reason: "would be a second one"}
		}
		if id.IsZero() {
			return &Misfit{Kind: e.After.Kind(), Reason: "has no id"}
		}
		m.set(id, &entry{record: e.After})
		return nil
	case old == nil:
		return &Misfit{Record: id, Kind: e.Before.Kind(), Reason: "is not there"}
	case e.Before.Base().ID != id || old.record.Kind() != e.Before.Kind() || e.After != nil && e.After.Kind() != e.Before.Kind():
		return &Misfit{Record: id, Kind: old.record.Kind(), Reason: "is another record"}
	case e.After == nil:
		if id == m.header.ID {
			return &Misfit{Record: id, Kind: KindHeader, Reason: "cannot be removed from its map"}
		}
		return whole(old.record, e.Before)
	}
	after, err := alter(old.record, e)
	if err != nil {
		return err
	}
	m.set(id, &entry{record: after, refs: old.refs, kids: old.kids})
	if header, ok := after.(*Header); ok {
		m.header = header
	}
	return nil
}

func (m *Map) set(id ID, e *entry) { m.root = m.root.with(id, e, 0) }

// whole tells whether a record to be removed is what the change says it is.
func whole(now, before Record) error {
	table := Fields(now.Kind())
	for i := range table {
		if !table[i].Equal(now, before) {
			return &Misfit{Record: now.Base().ID, Kind: now.Kind(), Field: table[i].Name, Reason: "has changed meanwhile"}
		}
	}
	return nil
}

// alter is the present record with the fields changed that the edit changes.
func alter(now Record, e Edit) (Record, error) {
	if now == e.Before {
		return e.After, nil
	}
	after := now.clone()
	table := Fields(now.Kind())
	for i := range table {
		f := &table[i]
		if f.Equal(e.Before, e.After) {
			continue
		}
		if !f.Equal(now, e.Before) {
			return nil, &Misfit{Record: now.Base().ID, Kind: now.Kind(), Field: f.Name, Reason: "has changed meanwhile"}
		}
		f.Copy(after, e.After)
	}
	return after, nil
}

// link counts the links that an edit makes and takes away, and moves the
// record between families. was is the map before the change.
func (m *Map) link(was *Map, e Edit) error {
	id := e.ID()
	var old, fresh Record
	if before := was.root.get(id); before != nil {
		old = before.record
	}
	if e.After != nil {
		fresh = m.root.get(id).record
	}
	for _, f := range linkFields(kindOf(old, fresh)) {
		if old != nil && fresh != nil && f.Equal(old, fresh) {
			continue
		}
		for target := range targets(f, old) {
			m.count(target, -1)
		}
		for target := range targets(f, fresh) {
			to := m.root.get(target)
			if to == nil || !slices.Contains(f.Refers, to.record.Kind()) {
				return &Misfit{Record: id, Kind: fresh.Kind(), Field: f.Name, Reason: "points at nothing"}
			}
			m.count(target, +1)
		}
	}
	m.records += tally(old, fresh, func(Record) bool { return true })
	m.cards += tally(old, fresh, func(r Record) bool { return r.Kind() == KindCard })
	m.rehome(old, fresh)
	return nil
}

func (m *Map) count(id ID, by int) {
	if e := m.root.get(id); e != nil {
		m.set(id, &entry{record: e.record, refs: e.refs + by, kids: e.kids})
	}
}

// rehome takes a record out of the family it stood in and puts it into the one
// it stands in now; either may be absent.
func (m *Map) rehome(old, fresh Record) {
	var from, to home
	if old != nil {
		from = old.home(m.header.ID)
	}
	if fresh != nil {
		to = fresh.home(m.header.ID)
	}
	if from == to {
		m.refamily(to, old, fresh)
		return
	}
	m.refamily(from, old, nil)
	m.refamily(to, nil, fresh)
}

// refamily exchanges one record in one family.
func (m *Map) refamily(h home, old, fresh Record) {
	if h == (home{}) || old == nil && fresh == nil {
		return
	}
	parent := m.root.get(h.parent)
	if parent == nil { // its parent goes in the same change
		return
	}
	kids := make([]*Cell, 0, len(parent.kids)+1)
	found := false
	for _, c := range parent.kids {
		if c.kind != h.kind || c.lane != h.lane {
			kids = append(kids, c)
			continue
		}
		found = true
		if next := c.with(old, fresh, h); next.Len() > 0 {
			kids = append(kids, next)
		}
	}
	if !found && fresh != nil {
		var none *Cell
		kids = append(kids, none.with(nil, fresh, h))
	}
	m.set(h.parent, &entry{record: parent.record, refs: parent.refs, kids: kids})
}

// settle takes removed records out for good and refuses a change that would
// leave something pointing at them, or a card half placed.
func (m *Map) settle(e Edit) error {
	id := e.ID()
	now := m.root.get(id)
	if e.After == nil {
		if now != nil && now.refs > 0 {
			return &Misfit{Record: id, Kind: e.Before.Kind(), Reason: "is still referred to"}
		}
		m.root = m.root.without(id, 0)
		return nil
	}
	return placed(now.record, m.Get)
}

// placed tells whether a record stands where it can be found; get finds other
// records.
func placed(r Record, get func(ID) Record) error {
	misfit := func(field, reason string) error {
		return &Misfit{Record: r.Base().ID, Kind: r.Kind(), Field: field, Reason: reason}
	}
	switch r := r.(type) {
	case *Step:
		if r.Stage.IsZero() {
			return misfit("stage", "is missing")
		}
	case *Survey:
		if r.Stage.IsZero() {
			return misfit("stage", "is missing")
		}
	case *Score:
		if r.Card.IsZero() {
			return misfit("card", "is missing")
		}
	case *Card:
		if r.Column.IsZero() != r.Lane.IsZero() {
			return misfit("lane", "and column must be given together")
		}
		if lane, ok := get(r.Lane).(*Lane); ok && !lane.LaneKind.HoldsCards() {
			return misfit("lane", "holds no cards")
		}
	}
	return nil
}

// oncePerRecord refuses a change that speaks of a record twice: which of the
// two would hold?
func oncePerRecord(edits []Edit) error {
	seen := make(map[ID]bool, len(edits))
	for _, e := range edits {
		if e.Before == nil && e.After == nil {
			return &Misfit{Reason: "is an edit of nothing"}
		}
		if seen[e.ID()] {
			return &Misfit{Record: e.ID(), Kind: kindOf(e.Before, e.After), Reason: "is edited twice"}
		}
		seen[e.ID()] = true
	}
	return nil
}

func kindOf(old, fresh Record) Kind {
	if fresh != nil {
		return fresh.Kind()
	}
	return old.Kind()
}

func tally(old, fresh Record, counts func(Record) bool) int {
	n := 0
	if fresh != nil && counts(fresh) {
		n++
	}
	if old != nil && counts(old) {
		n--
	}
	return n
}

// targets visits the IDs a link field of a record names; none for no record.
func targets(f *Field, r Record) func(yield func(ID) bool) {
	return func(yield func(ID) bool) {
		if r == nil {
			return
		}
		switch p := f.at(r).(type) {
		case *ID:
			if !p.IsZero() {
				yield(*p)
			}
		case *[]ID:
			for _, id := range *p {
				if !yield(id) {
					return
				}
			}
		}
	}
}
