package mapmodel

import "iter"

// Finding is one place in a map where a search finds its words.
type Finding struct {
	Record ID
	// Field is the row of the table of fields that the words stand in.
	Field *Field
	// Item is the place in a field of Names; 0 for other fields.
	Item int
	// From and To are the bytes of the text, or of the item, that were found.
	From, To int
}

// Find visits every place where the search finds its words, in reading order:
// the map's own fields, personas, stages with their steps, lanes, cards in map
// order, then what stands behind them.
func (s Search) Find(m *Map) iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		if s.Words == "" {
			return
		}
		for r := range m.Reading() {
			table := Fields(r.Kind())
			for i := range table {
				if !s.each(&table[i], r, yield) {
					return
				}
			}
		}
	}
}

// Matches tells whether the search finds its words in a record.
func (s Search) Matches(r Record) bool {
	table := Fields(r.Kind())
	for i := range table {
		if !s.each(&table[i], r, func(Finding) bool { return false }) {
			return true
		}
	}
	return false
}

// each visits the findings in one field; false when the visitor has enough.
func (s Search) each(f *Field, r Record, yield func(Finding) bool) bool {
	if f.Code || f.Type != Text && f.Type != Name && f.Type != Names {
		return true
	}
	in := func(text string, item int) bool {
		for _, at := range s.In(text) {
			if !yield(Finding{Record: r.Base().ID, Field: f, Item: item, From: at[0], To: at[1]}) {
				return false
			}
		}
		return true
	}
	switch v := f.at(r).(type) {
	case *string:
		return in(*v, 0)
	case *[]string:
		for i, text := range *v {
			if !in(text, i) {
				return false
			}
		}
	}
	return true
}

// Reading visits every record in the order in which a person reads a map.
func (m *Map) Reading() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		seen := make(map[ID]bool, m.Len())
		read := func(r Record) bool {
			seen[r.Base().ID] = true
			return yield(r)
		}
		if !read(m.header) {
			return
		}
		for p := range m.Personas() {
			if !read(p) {
				return
			}
		}
		for stage, step := range m.Columns() {
			if step == nil && !read(stage) || step != nil && !read(step) {
				return
			}
		}
		for lane := range m.Lanes() {
			if !read(lane) {
				return
			}
		}
		for card := range m.Cards() {
			if !read(card) {
				return
			}
		}
		for r := range m.Records() {
			if !seen[r.Base().ID] && !yield(r) {
				return
			}
		}
	}
}
