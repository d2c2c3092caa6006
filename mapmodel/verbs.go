package mapmodel

// Alter changes fields of records of one kind: set is called with a draft of
// each. It serves every plain edit: a stage's name, a card's owner, the map's
// title.
func Alter[R Record](d *Desk, m *Map, label string, ids []ID, set func(R), args ...string) (Change, error) {
	p := d.plan(m)
	for _, id := range ids {
		draft, ok := p.draft(id).(R)
		if !ok {
			return Change{}, gone(id)
		}
		set(draft)
		draft.Base().ID = id
	}
	c, err := p.change(label, args...)
	c.Label = about(c, args...)
	return c, err
}

// Rename gives a stage, step, lane, persona or the map itself a name.
func (d *Desk) Rename(m *Map, id ID, name string) (Change, error) {
	p := d.plan(m)
	switch r := p.draft(id).(type) {
	case *Header:
		r.Title = name
	case *Stage:
		r.Name = name
	case *Step:
		r.Name = name
	case *Lane:
		r.Name = name
	case *Persona:
		r.Name = name
	case nil:
		return Change{}, gone(id)
	default:
		return Change{}, &Misfit{Record: id, Kind: r.Kind(), Reason: "has no name"}
	}
	return p.change(LabelRename, name)
}

// SetBin throws the map into the library's bin or takes it out again.
func (d *Desk) SetBin(m *Map, bin bool) (Change, error) {
	return Alter(d, m, LabelAlter, []ID{m.ID()}, func(h *Header) { h.Bin = bin }, "bin")
}

// TakeIn makes the map what another map says, as one change: what an outside
// program did to a file, say. name is the file's, for the label.
func (d *Desk) TakeIn(m, other *Map, name string) (Change, error) {
	if Equal(m, other) { // what a file calls its records is not a change
		return Change{}, nil
	}
	edits := Diff(m, Align(m, other, d.Source))
	for i, e := range edits {
		if header, ok := e.After.(*Header); ok && header.Bin != m.Header().Bin {
			draft := header.clone().(*Header)
			draft.Bin = m.Header().Bin
			edits[i].After = draft
		}
	}
	c := Change{Author: d.Author, At: d.Now().UnixMilli(), Label: Label{Key: LabelTakeIn, Args: []string{name}}}
	for _, e := range edits {
		if e.Before == nil || e.After == nil || !SameFields(e.Before, e.After) {
			c.Edits = append(c.Edits, e)
		}
	}
	return c, nil
}

// Restore makes the map what it was at an earlier moment of its own history,
// as one change that can itself be undone; it stays where it is, in the bin or
// out of it. moment names it, for the label.
func (d *Desk) Restore(m, past *Map, moment string) (Change, error) {
	c := Change{Author: d.Author, At: d.Now().UnixMilli(), Label: Label{Key: LabelRestore, Args: []string{moment}}}
	for _, e := range Diff(m, past) {
		if header, ok := e.After.(*Header); ok && header.Bin != m.Header().Bin {
			draft := header.clone().(*Header)
			draft.Bin = m.Header().Bin
			e.After = draft
		}
		if e.Before == nil || e.After == nil || !SameFields(e.Before, e.After) {
			c.Edits = append(c.Edits, e)
		}
	}
	return c, nil
}
