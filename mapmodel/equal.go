package mapmodel

// Equal tells whether two maps say the same: the same header, order, fields,
// and links to the same places. IDs, ranks, keys, and what belongs to a
// library alone do not count.
func Equal(a, b *Map) bool {
	left, right := canonical(a), canonical(b)
	if len(left) != len(right) {
		return false
	}
	atLeft, atRight := ordinals(left), ordinals(right)
	for i := range left {
		if left[i].Kind() != right[i].Kind() || !sameSaying(left[i], right[i], atLeft, atRight) {
			return false
		}
	}
	return true
}

// canonical lists a map's records in the one order that does not hang on IDs:
// as a reader meets them. Evidence comes in the order it is first cited, what
// nobody cites last. Records of unknown kinds are left out.
func canonical(m *Map) []Record {
	out := []Record{m.Header()}
	for r := range m.Personas() {
		out = append(out, r)
	}
	for r := range m.Lanes() {
		out = append(out, r)
	}
	for stage, step := range m.Columns() {
		if step != nil {
			out = append(out, step)
			continue
		}
		out = append(out, stage)
		for r := range m.Surveys(stage.ID) {
			out = append(out, r)
		}
	}
	cited := map[ID]bool{}
	for card := range m.Cards() {
		out = append(out, card)
		for r := range m.Scores(card.ID) {
			out = append(out, r)
		}
		for _, id := range card.Evidence {
			if !cited[id] {
				cited[id] = true
				out = append(out, m.Get(id))
			}
		}
	}
	for r := range m.Evidence() {
		if !cited[r.ID] {
			out = append(out, r)
		}
	}
	for r := range m.Pictures() {
		out = append(out, r)
	}
	return out
}

func ordinals(records []Record) map[ID]int {
	at := make(map[ID]int, len(records))
	for i, r := range records {
		at[r.Base().ID] = i
	}
	return at
}

// sameSaying compares two records field by field, links by where their targets
// stand.
func sameSaying(a, b Record, atLeft, atRight map[ID]int) bool {
	table := Fields(a.Kind())
	for i := range table {
		f := &table[i]
		switch {
		case f.Type == Order || f.Local || f.Number == keyField.Number:
		case f.Type == Ref:
			x, y := *f.at(a).(*ID), *f.at(b).(*ID)
			if x.IsZero() != y.IsZero() || atLeft[x] != atRight[y] {
				return false
			}
		case f.Type == Refs:
			x, y := *f.at(a).(*[]ID), *f.at(b).(*[]ID)
			if len(x) != len(y) {
				return false
			}
			for j := range x {
				if atLeft[x[j]] != atRight[y[j]] {
					return false
				}
			}
		case !f.Equal(a, b):
			return false
		}
	}
	return true
}
