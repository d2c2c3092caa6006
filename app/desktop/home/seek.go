//go:build !nogui

package home

import (
	"slices"
	"time"

	"footpath/mapmodel"
	"footpath/storage/library"
)

// seeking is a search in all maps. It belongs to the UI goroutine; the searching itself happens elsewhere, one at a time, and
// what was typed meanwhile is searched for next.
type seeking struct {
	h       *Home
	query   library.Query
	running bool // a search is under way
	stale   bool // and its answer is not to this query
	enter   bool // Enter was pressed before there was an answer

	places  map[mapmodel.ID]*library.Place // where the words stand in a map; nil where that is being looked for
	wanted  []mapmodel.ID                  // maps whose place is wanted, the one asked for last at the end
	reading bool
	turn    int // of places: answers of an earlier one no longer count
}

// answer is what a search brought.
type answer struct {
	found  map[mapmodel.ID]bool
	titled map[mapmodel.ID]bool // those whose title says it all
	unread int
}

// unreadAgain is after which time a search is made again that could not look at every map.
const unreadAgain = time.Second

// typed takes in what stands in the search field.
func (s *seeking) typed(text string) {
	query := library.NewQuery(text)
	if s.enter = false; query.Equal(s.query) {
		return
	}
	s.query = query
	s.forget()
	if query.Len() == 0 {
		s.stale = s.running
		s.h.shelf.seek("", nil)
		s.h.changed(true)
		return
	}
	s.again()
}

// again searches for what stands in the field.
func (s *seeking) again() {
	if s.query.Len() == 0 {
		return
	}
	if s.running {
		s.stale = true
		return
	}
	s.running, s.stale = true, false
	query, all := s.query, s.h.shelf.all
	s.h.p.Work(func() {
		matches, err := s.h.p.Match(query)
		a := answer{found: matches.Maps, titled: make(map[mapmodel.ID]bool), unread: matches.Unread}
		if err != nil {
			a.found, a.unread = make(map[mapmodel.ID]bool), 1
		}
		for _, m := range all {
			if a.unread > 0 && query.Holds(m.Text()) {
				a.found[m.ID] = true // this much is at hand
			}
			if a.found[m.ID] && query.Holds(m.Title) {
				a.titled[m.ID] = true
			}
		}
		s.h.p.Later(func() { s.answered(query, a) })
	})
}

func (s *seeking) answered(query library.Query, a answer) {
	s.running = false
	if s.stale || !query.Equal(s.query) {
		s.again()
		return
	}
	top := s.h.shelf.query != s.h.search.Text
	s.h.shelf.seek(s.h.search.Text, &a)
	s.h.changed(top)
	if a.unread > 0 && s.h.p.After != nil {
		s.h.p.After(unreadAgain, func() {
			if query.Equal(s.query) && s.h.search.Text != "" {
				s.again()
			}
		})
	}
	if s.enter {
		s.enter = false
		s.h.openFocused()
	}
}

// entered opens what is found; before there is an answer, as soon as there is one.
func (s *seeking) entered() {
	if s.running || s.stale {
		s.enter = true
		return
	}
	s.h.openFocused()
}

// forget gives up what was found in single maps.
func (s *seeking) forget() {
	s.places, s.wanted = make(map[mapmodel.ID]*library.Place), nil
	s.turn++
}

// place is where the words stand in a map, when that is known; else it is looked for.
func (s *seeking) place(id mapmodel.ID) *library.Place {
	if s.h.shelf.query == "" || s.query.Len() == 0 {
		return nil
	}
	p, asked := s.places[id]
	if !asked {
		s.places[id] = nil
		s.wanted = append(s.wanted, id)
		s.next()
	}
	return p
}

// seen drops what was wanted of maps that are out of sight again.
func (s *seeking) seen(sight map[mapmodel.ID]bool) {
	s.wanted = slices.DeleteFunc(s.wanted, func(id mapmodel.ID) bool {
		if !sight[id] {
			delete(s.places, id)
			return true
		}
		return false
	})
}

func (s *seeking) next() {
	if s.reading || len(s.wanted) == 0 {
		return
	}
	s.reading = true
	id, query, turn := s.wanted[0], s.query, s.turn
	s.wanted = s.wanted[1:]
	s.h.p.Work(func() {
		places, err := s.h.p.Places(id, query)
		s.h.p.Later(func() {
			s.reading = false
			if turn == s.turn {
				s.placed(id, places, err)
			}
			s.next()
		})
	})
}

// placed shows where the words stand. A map that does not hold them any more leaves.
func (s *seeking) placed(id mapmodel.ID, places []library.Place, err error) {
	switch {
	case len(places) > 0:
		s.places[id] = &places[0]
		s.h.view.arrange()
	case err == nil:
		s.h.shelf.lost(id)
		s.h.changed(false)
	}
}

// open opens a map where the words stand in it.
func (s *seeking) open(id mapmodel.ID) {
	if p := s.places[id]; p != nil {
		s.h.p.OnFound(id, p.Target())
		return
	}
	query := s.query
	s.h.p.Work(func() {
		target := id
		if places, err := s.h.p.Places(id, query); err == nil && len(places) > 0 {
			target = places[0].Target()
		}
		s.h.p.Later(func() { s.h.p.OnFound(id, target) })
	})
}
