//go:build !nogui

package home

import (
	"strings"

	"footpath/mapmodel"
	"footpath/storage/library"
)

// place is where the focus is: on a template or on a map.
type place struct {
	template bool
	index    int
}

// shelf is what home knows: the maps, what of them is shown, and where the focus is. It knows no widget.
type shelf struct {
	all       []library.Summary
	shown     []library.Summary
	templates int
	query     string
	bin       bool // whether the bin is shown instead of the maps
	at        place
	columns   int // of the maps' grid
	small     int // columns of the templates
}

// set takes a fresh list in; the focus stays on the map it was on, and comes to the first map when there was none.
func (s *shelf) set(all []library.Summary) {
	id := s.focused().ID
	if len(s.shown) == 0 {
		s.at = place{}
	}
	s.all = all
	s.filter()
	s.focusOn(id)
}

// filter chooses what is shown: maps or bin, and of them those in whose title or personas every word of the query stands.
func (s *shelf) filter() {
	s.shown = s.shown[:0:0]
	words := strings.Fields(strings.ToLower(s.query))
	for _, m := range s.all {
		if m.Bin == s.bin && matches(m, words) {
			s.shown = append(s.shown, m)
		}
	}
	s.clamp()
}

func matches(m library.Summary, words []string) bool {
	text := strings.ToLower(m.Title + "\n" + strings.Join(m.Personas, "\n"))
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// count is how many maps there are, in the bin or out of it.
func (s *shelf) count(bin bool) int {
	n := 0
	for _, m := range s.all {
		if m.Bin == bin {
			n++
		}
	}
	return n
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

// focused is the map with the focus; the zero Summary when a template or nothing has it.
func (s *shelf) focused() library.Summary {
	if s.at.template || s.at.index >= len(s.shown) {
		return library.Summary{}
	}
	return s.shown[s.at.index]
}

// focusOn puts the focus on a map, when it is shown.
func (s *shelf) focusOn(id mapmodel.ID) bool {
	for i, m := range s.shown {
		if m.ID == id {
			s.at = place{index: i}
			return true
		}
	}
	s.clamp()
	return false
}

// move moves the focus by columns to the right and rows down. It stops at the ends, and passes between templates and maps.
func (s *shelf) move(right, down int) {
	columns, n := max(s.columns, 1), len(s.shown)
	if s.at.template {
		columns, n = max(s.small, 1), s.templates
	}
	index := s.at.index + right + down*columns
	switch {
	case s.at.template && down > 0 && index >= n && len(s.shown) > 0:
		s.at = place{index: min(s.at.index%columns*max(s.columns, 1)/columns, len(s.shown)-1)}
	case !s.at.template && down < 0 && index < 0 && s.hasTemplates():
		s.at = place{template: true, index: min(s.at.index*max(s.small, 1)/columns, s.templates-1)}
	case down > 0 && index >= n:
		if last := n - 1; last/columns > s.at.index/columns {
			s.at.index = last // the last row is shorter
		}
	case index >= 0 && index < n:
		s.at.index = index
	}
}
