//go:build !nogui

package home

import (
	"testing"

	"footpath/mapmodel"
	"footpath/storage/library"
)

func shelfOf(titles ...string) *shelf {
	source := mapmodel.NewSeededSource(1)
	s := &shelf{templates: 3, columns: 4, small: 6}
	var all []library.Summary
	for _, title := range titles {
		all = append(all, library.Summary{ID: source.ID(), Title: title, Personas: []string{"Rosa", "Theo of " + title}})
	}
	s.set(all)
	return s
}

func TestASearchShowsWhatWasFoundTitlesFirst(t *testing.T) {
	s := shelfOf("Renewing a licence", "Ice cream", "A long way home")
	ids := []mapmodel.ID{s.all[0].ID, s.all[1].ID, s.all[2].ID}
	s.setPins(map[mapmodel.ID]bool{ids[0]: true})
	s.seek("ho", &answer{found: map[mapmodel.ID]bool{ids[0]: true, ids[2]: true}, titled: map[mapmodel.ID]bool{ids[2]: true}})
	if len(s.shown) != 2 || s.mapAt(0).ID != ids[2] || s.pinned != 0 || s.hasTemplates() {
		t.Errorf("%d maps are shown, %d pinned", len(s.shown), s.pinned)
	}
	s.focusOn(ids[0])
	s.lost(ids[2])
	if len(s.shown) != 1 || s.focused().ID != ids[0] {
		t.Errorf("%d maps are shown, the focus is on %q", len(s.shown), s.focused().Title)
	}
	s.seek("", nil)
	if len(s.shown) != 3 || s.pinned != 1 || s.focused().ID != ids[0] {
		t.Errorf("after the search %d maps are shown, the focus is on %q", len(s.shown), s.focused().Title)
	}
}

func TestTheFocusStaysOnItsMapWhenTheListChanges(t *testing.T) {
	s := shelfOf("One", "Two", "Three")
	s.focusOn(s.all[2].ID)
	s.set([]library.Summary{s.all[2], s.all[0]})
	if got := s.focused().Title; got != "Three" {
		t.Errorf("the focus is on %q", got)
	}
	s.set([]library.Summary{s.all[1]})
	if got := s.focused().Title; got != "One" {
		t.Errorf("its map gone, the focus is on %q", got)
	}
	s.set(nil)
	if !s.at.template {
		t.Error("without maps the focus is not on a template")
	}
}

func TestArrowsWalkTheRowsAndStopAtTheEnds(t *testing.T) {
	s := shelfOf("0", "1", "2", "3", "4", "5")
	steps := []struct {
		right, down int
		want        place
	}{
		{-1, 0, place{index: 0}},
		{1, 0, place{index: 1}},
		{0, 1, place{index: 5}},
		{0, 1, place{index: 5}},
		{1, 0, place{index: 5}},
		{0, -1, place{index: 1}},
		{0, -1, place{template: true, index: 1}},
		{0, -1, place{template: true, index: 1}},
		{1, 0, place{template: true, index: 2}},
		{1, 0, place{template: true, index: 2}},
		{0, 1, place{index: 1}},
		{1, 0, place{index: 2}},
		{1, 0, place{index: 3}},
		{0, 1, place{index: 5}}, // the last row is shorter
	}
	for i, step := range steps {
		s.move(step.right, step.down)
		if s.at != step.want {
			t.Fatalf("step %d: at %+v, want %+v", i, s.at, step.want)
		}
	}
}

func TestTheBinShowsWhatWasThrownAwayAndNothingElse(t *testing.T) {
	s := shelfOf("Kept", "Gone")
	s.all[1].Bin = true
	s.bin = true
	s.set(s.all)
	if len(s.shown) != 1 || s.mapAt(0).Title != "Gone" || s.hasTemplates() {
		t.Errorf("the bin shows %v, templates %t", s.shown, s.hasTemplates())
	}
	if s.count(true) != 1 || s.count(false) != 1 {
		t.Error("the maps are counted wrongly")
	}
}

// names are the titles of what is shown.
func (s *shelf) names() string {
	out := ""
	for i := range s.shown {
		m := s.mapAt(i)
		out += m.Title + " "
	}
	return out
}

func TestPinnedMapsStandFirstUnlessSomebodySearches(t *testing.T) {
	s := shelfOf("a", "b", "c", "d", "e", "f", "g")
	s.focusOn(s.all[2].ID)
	s.setPins(map[mapmodel.ID]bool{s.all[2].ID: true, s.all[5].ID: true})
	if got := s.names(); got != "c f a b d e g " || s.pinned != 2 || s.focused().Title != "c" {
		t.Errorf("shown is %q, %d of it pinned, and the focus is on %q", got, s.pinned, s.focused().Title)
	}
	// c f
	// a b d e
	// g
	for i, step := range []struct {
		right, down int
		want        string
	}{{0, 1, "a"}, {1, 0, "b"}, {1, 0, "d"}, {0, -1, "f"}, {0, 1, "b"}, {0, 1, "g"}, {0, 1, "g"}, {0, -1, "a"}, {0, -1, "c"}, {0, -1, ""}} {
		s.move(step.right, step.down)
		if got := s.focused().Title; got != step.want {
			t.Fatalf("step %d leads to %q, want %q", i, got, step.want)
		}
	}
	found := map[mapmodel.ID]bool{}
	for _, m := range s.all {
		found[m.ID] = true
	}
	s.seek("rosa", &answer{found: found})
	if s.pinned != 0 || len(s.shown) != 7 {
		t.Errorf("in a search %d stand first", s.pinned)
	}
}

func TestMapsAreSortedAndChosenByState(t *testing.T) {
	s := shelfOf("b", "C", "a")
	for i := range s.all {
		s.all[i].Cards = []int{5, 9, 7}[i]
	}
	s.all[1].State = mapmodel.Future
	s.set(s.all)
	for order, want := range map[Order]string{ByEdited: "b C a ", ByTitle: "a b C ", ByCards: "C a b "} {
		s.setOrder(order)
		if got := s.names(); got != want {
			t.Errorf("order %d shows %q, want %q", order, got, want)
		}
	}
	s.setOrder(ByTitle)
	for state, want := range map[mapmodel.State]string{"": "a b C ", mapmodel.Current: "a b ", mapmodel.Future: "C "} {
		s.setState(state)
		if got := s.names(); got != want || s.countState(state) != len(s.shown) {
			t.Errorf("of the state %q shown is %q, counted %d", state, got, s.countState(state))
		}
	}
}
