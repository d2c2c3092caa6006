package mapmodel

import (
	"maps"
	"slices"
)

// Rebase gives the change that does to m what c did to the map it was made on,
// which m has left behind since: two at once. What m's own changes left alone
// is as c has it. Where both changed a field, m's value stands and c's is kept
// beside it, as [Merge] has it; what one side took away and the other changed
// stays, changed. A change that fits, and touches nothing in began, is given
// back as it is.
//
// began are records as they were when somebody began to type in them: what was
// typed since stands, even where c was made after it.
func Rebase(m *Map, c Change, src *Source, began ...Record) (Change, []KeptBoth) {
	touches := func(e Edit) bool {
		return slices.ContainsFunc(began, func(r Record) bool { return r.Base().ID == e.ID() })
	}
	if !slices.ContainsFunc(c.Edits, touches) {
		if _, err := m.Apply(c); err == nil {
			return c, nil
		}
	}
	g := merger{base: m, ours: m, theirs: m, src: src}
	var edits []Edit
	for _, e := range c.Edits {
		now := m.Get(e.ID())
		base := g.began(e.Before, now, began)
		switch {
		case now == nil && e.After == nil:
		case now == nil:
			edits = append(edits, Edit{After: e.After})
		case e.After == nil:
			if base != nil && sameSaid(base, now) {
				edits = append(edits, Edit{Before: now})
			}
		case now.Kind() == e.After.Kind():
			if base == nil {
				base = New(now.Kind(), e.ID()) // made by both
			}
			if after := g.fields(base, now, e.After); !SameFields(now, after) {
				edits = append(edits, Edit{Before: now, After: after})
			}
		}
	}
	records := map[ID]Record{}
	for r := range m.Records() {
		records[r.Base().ID] = r
	}
	for _, e := range edits {
		if delete(records, e.ID()); e.After != nil {
			records[e.ID()] = e.After
		}
	}
	c.Edits = stillNeeded(edits, records)
	if _, err := m.Apply(c); err == nil && len(g.out) == 0 {
		return c, g.kept
	}
	// What it leads to may be gone, and notes need a place: FromRecords sees to that.
	all := g.out
	for _, r := range records {
		all = append(all, r)
	}
	whole, _ := FromRecords(all, src)
	c.Edits = Diff(m, whole)
	return c, g.kept
}

// stillNeeded leaves the removals out of edits that take away what records
// that stay lead to, and puts those back among the records.
func stillNeeded(edits []Edit, records map[ID]Record) []Edit {
	removed := map[ID]Record{}
	for _, e := range edits {
		if e.After == nil {
			removed[e.ID()] = e.Before
		}
	}
	var keep func(Record)
	need := func(id ID) {
		if r := removed[id]; r != nil {
			delete(removed, id)
			records[id] = r
			keep(r)
		}
	}
	keep = func(r Record) {
		for _, f := range linkFields(r.Kind()) {
			switch p := f.at(r).(type) {
			case *ID:
				need(*p)
			case *[]ID:
				for _, id := range *p {
					need(id)
				}
			}
		}
	}
	for _, r := range slices.Collect(maps.Values(records)) {
		if len(removed) == 0 {
			break
		}
		keep(r)
	}
	return slices.DeleteFunc(edits, func(e Edit) bool { return e.After == nil && removed[e.ID()] == nil })
}

// began is what a record was for who made a change, but for the fields that
// have been typed in since somebody began: those are as they were then.
func (g *merger) began(before, now Record, began []Record) Record {
	at := slices.IndexFunc(began, func(r Record) bool { return now != nil && r.Base().ID == now.Base().ID })
	if before == nil || now == nil || at < 0 || began[at].Kind() != now.Kind() || before.Kind() != now.Kind() {
		return before
	}
	base := before.clone()
	table := Fields(now.Kind())
	for i := range table {
		if f := &table[i]; !f.Equal(began[at], now) {
			f.Copy(base, began[at])
		}
	}
	return base
}
