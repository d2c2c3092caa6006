//go:build !nogui

package home

import (
	"cmp"
	"slices"
	"strings"

	"footpath/mapmodel"
	"footpath/storage/library"
)

// place is where the focus is: on a template or on a map.
type place struct {
	template bool
	index    int
}

// Order is the order in which maps stand.
type Order uint8

// The orders.
const (
	ByEdited Order = iota // the one edited last first
	ByTitle
	ByCards // the largest first
)

// shelf is what home knows: the maps, what of them is shown, and where the focus is. It knows no widget.
type shelf struct {
	all       []library.Summary
	counts    counts
	sorted    []int // indices of all, in order
	pins      map[mapmodel.ID]bool
	order     Order
	state     mapmodel.State // only maps of today, or of the future; empty for all
	shown     []int          // indices of all
	pinned    int            // the first so many of shown stand by themselves
	templates int
	query     string // what is looked for; empty while nobody searches
	answer    answer // the maps that hold it
	bin       bool   // whether the bin is shown instead of the maps
	list      bool   // whether the maps stand below each other, in lines
	at        place
	columns   int // of the maps' grids
	small     int // columns of the templates
}

// set takes a fresh list in; the focus stays on the map it was on, and comes to the first map when there was none. A bin that has
// become empty gives way to the maps.
func (s *shelf) set(all []library.Summary) {
	id := s.focused().ID
	if len(s.shown) == 0 {
		s.at = place{}
	}
	s.all = all
	binned := s.counts.bin > 0
	s.counts = counts{}
	for i := range all {
		switch m := &all[i]; {
		case m.Bin:
			s.counts.bin++
		case m.State == mapmodel.Future:
			s.counts.future++
		default:
			s.counts.current++
		}
	}
	if binned && s.counts.bin == 0 {
		s.bin = false // the last one was restored or deleted: there is nothing more to see
	}
	s.sort()
	s.filter()
	s.focusOn(id)
}

// sort brings the maps into their order. They come with the one edited last first.
func (s *shelf) sort() {
	s.sorted = make([]int, len(s.all))
	for i := range s.sorted {
		s.sorted[i] = i
	}
	switch s.order {
	case ByTitle:
		titles := make([]string, len(s.all))
		for i := range titles {
			titles[i] = strings.ToLower(s.all[i].Title)
		}
		slices.SortStableFunc(s.sorted, func(a, b int) int { return cmp.Compare(titles[a], titles[b]) })
	case ByCards:
		slices.SortStableFunc(s.sorted, func(a, b int) int { return cmp.Compare(s.all[b].Cards, s.all[a].Cards) })
	}
}

// setOrder chooses an order; the focus stays on its map.
func (s *shelf) setOrder(order Order) {
	s.order = order
	s.again(s.sort)
}

// setState shows maps of today, or of the future, or all.
func (s *shelf) setState(state mapmodel.State) {
	s.state = state
	s.again(func() {})
}

// setPins says which maps stand first.
func (s *shelf) setPins(pins map[mapmodel.ID]bool) {
	s.pins = pins
	s.again(func() {})
}

// again chooses anew what is shown; the focus stays on its map.
func (s *shelf) again(change func()) {
	id := s.focused().ID
	change()
	s.filter()
	if !id.IsZero() {
		s.focusOn(id)
	}
}

// seek shows the maps that a search has found, or, with no query, all again. A new search begins with its first map.
func (s *shelf) seek(query string, found *answer) {
	fresh := query != s.query
	id := s.focused().ID
	s.query, s.answer = query, answer{}
	if found != nil {
		s.answer = *found
	}
	s.filter()
	if !fresh || query == "" {
		s.focusOn(id)
	} else {
		s.at = place{}
	}
}

// lost takes out a map that does not hold the words any more.
func (s *shelf) lost(id mapmodel.ID) {
	s.again(func() { delete(s.answer.found, id) })
}

// filter chooses what is shown: maps or bin, and while somebody searches those of them that were found, the ones first whose title
// says it. Pinned ones come first otherwise.
func (s *shelf) filter() {
	s.shown, s.pinned = make([]int, 0, len(s.all)), 0
	rest := make([]int, 0, len(s.all))
	for _, i := range s.sorted {
		m := &s.all[i]
		switch {
		case m.Bin != s.bin || !s.bin && !s.ofState(m) || s.query != "" && !s.answer.found[m.ID]:
		case s.query != "" && s.answer.titled[m.ID]:
			s.shown = append(s.shown, i)
		case s.pins[m.ID] && s.query == "" && !s.bin:
			s.shown = append(s.shown, i)
		default:
			rest = append(rest, i)
		}
	}
	if s.query == "" {
		s.pinned = len(s.shown)
	}
	s.shown = append(s.shown, rest...)
	s.clamp()
}

func (s *shelf) ofState(m *library.Summary) bool {
	return s.state == "" || (m.State == mapmodel.Future) == (s.state == mapmodel.Future)
}

// counts are how many maps there are of a kind.
type counts struct{ bin, current, future int }

// count is how many maps there are, in the bin or out of it.
func (s *shelf) count(bin bool) int {
	if bin {
		return s.counts.bin
	}
	return s.counts.current + s.counts.future
}

// countState is how many maps outside the bin are of a state; of the empty one, all.
func (s *shelf) countState(state mapmodel.State) int {
	switch state {
	case mapmodel.Future:
		return s.counts.future
	case mapmodel.Current:
		return s.counts.current
	}
	return s.count(false)
}

// hasTemplates tells whether the templates are shown: while somebody searches or looks into the bin they are in the way.
func (s *shelf) hasTemplates() bool { return s.templates > 0 && s.query == "" && !s.bin }

// clamp brings the focus back onto something that is shown.
func (s *shelf) clamp() {
	if s.at.template && !s.hasTemplates() {
		s.at = place{}
	}
	if s.at.template {
		s.at.index = max(0, min(s.at.index, s.templates-1))
		return
	}
	s.at.index = max(0, min(s.at.index, len(s.shown)-1))
	if len(s.shown) == 0 && s.hasTemplates() {
		s.at = place{template: true}
	}
}

// mapAt is what is shown at a place.
func (s *shelf) mapAt(at int) *library.Summary { return &s.all[s.shown[at]] }

// focused is the map with the focus; the zero Summary when a template or nothing has it.
func (s *shelf) focused() library.Summary {
	if s.at.template || s.at.index >= len(s.shown) {
		return library.Summary{}
	}
	return *s.mapAt(s.at.index)
}

// focusOn puts the focus on a map, when it is shown.
func (s *shelf) focusOn(id mapmodel.ID) bool {
	for i := range s.shown {
		if s.mapAt(i).ID == id {
			s.at = place{index: i}
			return true
		}
	}
	s.clamp()
	return false
}

// cell is where a map's tile stands: pinned maps have rows of their own.
func (s *shelf) cell(index int) (row, column int) {
	columns := max(s.columns, 1)
	if index < s.pinned {
		return index / columns, index % columns
	}
	above := (s.pinned + columns - 1) / columns
	return above + (index-s.pinned)/columns, (index - s.pinned) % columns
}

// indexAt is the map at a cell, or the last before it in its row; false where there is no such row.
func (s *shelf) indexAt(row, column int) (int, bool) {
	columns := max(s.columns, 1)
	above := (s.pinned + columns - 1) / columns
	first, end := row*columns, s.pinned
	if row >= above {
		first, end = s.pinned+(row-above)*columns, len(s.shown)
	}
	if row < 0 || first >= end {
		return 0, false
	}
	return min(first+min(column, columns-1), end-1), true
}

// move moves the focus by columns to the right and rows down. It stops at the ends, and passes between templates and maps.
func (s *shelf) move(right, down int) {
	if s.at.template {
		s.moveTemplate(right, down)
		return
	}
	if right != 0 {
		if index := s.at.index + right; index >= 0 && index < len(s.shown) {
			s.at.index = index
		}
		return
	}
	columns, small := max(s.columns, 1), max(s.small, 1)
	row, column := s.cell(s.at.index)
	if index, ok := s.indexAt(row+down, column); ok {
		s.at.index = index
	} else if down < 0 && s.hasTemplates() {
		last := (s.templates - 1) / small * small // the templates' last row
		s.at = place{template: true, index: min(last+column*small/columns, s.templates-1)}
	}
}

func (s *shelf) moveTemplate(right, down int) {
	columns, small := max(s.columns, 1), max(s.small, 1)
	index := s.at.index + right + down*small
	switch {
	case down > 0 && index >= s.templates:
		if len(s.shown) == 0 {
			return
		}
		first, _ := s.indexAt(0, s.at.index%small*columns/small)
		s.at = place{index: first}
	case index >= 0 && index < s.templates:
		s.at.index = index
	}
}
