package mapmodel

// NewMap gives a map with a title and the standard lanes and nothing else.
func NewMap(title string, src *Source) *Map {
	lanes := StandardLanes()
	records := make([]Record, 0, len(lanes)+1)
	records = append(records, &Header{Common: Common{ID: src.ID()}, Title: CleanName(title), State: Current})
	for i, rank := range Ranks(len(lanes), src) {
		records = append(records, &Lane{Common: Common{ID: src.ID(), Rank: rank}, LaneKind: lanes[i]})
	}
	m, _ := FromRecords(records, src)
	return m
}

// Copy gives an equal map of its own, with fresh IDs throughout, out of the
// bin: what a duplicate and a template need. title, unless empty, is the
// copy's.
func Copy(m *Map, title string, src *Source) *Map {
	fresh := make(map[ID]ID, m.Len())
	for r := range m.Records() {
		fresh[r.Base().ID] = src.ID()
	}
	records := make([]Record, 0, m.Len())
	for r := range m.Records() {
		twin := r.clone()
		twin.Base().ID = fresh[r.Base().ID]
		for _, f := range linkFields(r.Kind()) {
			switch p := f.at(twin).(type) {
			case *ID:
				*p = fresh[*p]
			case *[]ID:
				ids := make([]ID, len(*p))
				for i, id := range *p {
					ids[i] = fresh[id]
				}
				*p = ids
			}
		}
		if header, ok := twin.(*Header); ok {
			header.Bin = false
			if title != "" {
				header.Title = CleanName(title)
			}
		}
		records = append(records, twin)
	}
	copied, _ := FromRecords(records, src)
	return copied
}
