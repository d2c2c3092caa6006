package journey

import (
	"iter"

	"footpath/mapmodel"
)

// giveKeys decides under which ids the records stand in the file. A record
// keeps the key it has; one that something refers to and that has none, or one
// that a file cannot hold, gets one made of its text. The map stays as it is.
func (w *writer) giveKeys() {
	w.keys = map[mapmodel.ID]string{}
	w.first = map[mapmodel.LaneKind]mapmodel.ID{}
	for lane := range w.m.Lanes() {
		if _, ok := w.first[lane.LaneKind]; !ok {
			w.first[lane.LaneKind] = lane.ID
		}
	}
	taken := map[idOf]bool{}
	for r := range w.keyed() {
		key := idOf{r.Kind(), r.Base().Key}
		if validID(key.id) && !taken[key] {
			taken[key] = true
			w.keys[r.Base().ID] = key.id
		}
	}
	named := w.named()
	for r := range w.keyed() {
		id := r.Base().ID
		if w.keys[id] != "" || !named[id] {
			continue
		}
		key := mapmodel.Slug(titleOf(r), r.Kind(), func(s string) bool { return taken[idOf{r.Kind(), s}] })
		taken[idOf{r.Kind(), key}] = true
		w.keys[id] = key
	}
}

// keyed visits the records that can have an id in a file, in the map's order.
func (w *writer) keyed() iter.Seq[mapmodel.Record] {
	return func(yield func(mapmodel.Record) bool) {
		_ = visit(w.m.Personas(), yield) && visit(w.m.Lanes(), yield) && visit(w.m.Stages(), yield) &&
			w.steps(yield) && visit(w.m.Cards(), yield) && visit(w.m.Evidence(), yield) && visit(w.m.Pictures(), yield)
	}
}

func (w *writer) steps(yield func(mapmodel.Record) bool) bool {
	for _, step := range w.m.Columns() {
		if step != nil && !yield(step) {
			return false
		}
	}
	return true
}

func visit[R mapmodel.Record](records iter.Seq[R], yield func(mapmodel.Record) bool) bool {
	for r := range records {
		if !yield(r) {
			return false
		}
	}
	return true
}

// named are the records that the file has to name: what a field refers to,
// unless it stands there itself; lanes whose cards stand under their id; and
// every picture.
func (w *writer) named() map[mapmodel.ID]bool {
	named := map[mapmodel.ID]bool{}
	for r := range w.m.Records() {
		table := mapmodel.Fields(r.Kind())
		for i := range table {
			f := &table[i]
			if f.Place || f.Type != mapmodel.Ref && f.Type != mapmodel.Refs || f.IsZero(r) {
				continue
			}
			switch p := f.Pointer(r).(type) {
			case *mapmodel.ID:
				named[*p] = true
			case *[]mapmodel.ID:
				for _, id := range *p {
					if e := mapmodel.Find[*mapmodel.Evidence](w.m, id); e == nil || w.listed(e) {
						named[id] = true
					}
				}
			}
		}
	}
	for p := range w.m.Pictures() {
		named[p.ID] = true
	}
	for card := range w.m.Cards() {
		if lane := mapmodel.Find[*mapmodel.Lane](w.m, card.Lane); lane != nil && !w.ownKey(lane) {
			named[lane.ID] = true
		}
	}
	return named
}

// titleOf is the text a record's key is made of: its first text that says
// something, or for a lane without a name its kind.
func titleOf(r mapmodel.Record) string {
	if lane, ok := r.(*mapmodel.Lane); ok && lane.Name == "" {
		return string(lane.LaneKind) // rather than the question that it asks while it is empty
	}
	table := mapmodel.Fields(r.Kind())
	for _, types := range [][2]mapmodel.Type{{mapmodel.Name, mapmodel.Text}, {mapmodel.Enum}} {
		for i := range table {
			f := &table[i]
			if (f.Type == types[0] || f.Type == types[1]) && !isKey(f) && !f.IsZero(r) {
				return *f.Pointer(r).(*string)
			}
		}
	}
	return ""
}
