package mapmodel

// Diff is the edits that make b of a, record by record by ID; b may belong to
// another map, whose header then stands for a's. For two maps that were read
// from files and share no IDs, Align the second to the first before.
func Diff(a, b *Map) []Edit {
	var edits []Edit
	for r := range b.Records() {
		old := a.Get(r.Base().ID)
		if r.Kind() == KindHeader {
			old = a.Header()
			if r.Base().ID != a.ID() {
				r = r.clone()
				r.Base().ID = a.ID()
			}
		}
		if old == nil || !SameFields(old, r) {
			edits = append(edits, Edit{Before: old, After: r})
		}
	}
	for r := range a.Records() {
		if r.Kind() != KindHeader && b.Get(r.Base().ID) == nil {
			edits = append(edits, Edit{Before: r})
		}
	}
	return edits
}

// ChangedFields lists the fields of the table in which the two records of an
// alteration differ.
func ChangedFields(e Edit) []*Field {
	if e.Before == nil || e.After == nil {
		return nil
	}
	var changed []*Field
	table := Fields(e.After.Kind())
	for i := range table {
		if !table[i].Equal(e.Before, e.After) {
			changed = append(changed, &table[i])
		}
	}
	return changed
}
