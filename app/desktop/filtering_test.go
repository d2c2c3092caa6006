//go:build !nogui

package desktop

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
)

// pick chooses the line of a criterion's menu that begins with some words.
func (s *stage) pick(criterion, words string) {
	s.t.Helper()
	for _, item := range s.filter.bar.Items(criterion) {
		if strings.HasPrefix(item.Label, words) && item.Do != nil {
			item.Do()
			s.settle()
			return
		}
	}
	s.t.Fatalf("%s has no %q", criterion, words)
}

func TestAFilterIsSaidInTheStatusBarAndEndsWithEscape(t *testing.T) {
	s := newStage(t).openSample()
	before := s.Document().Map()
	s.Run("filter")
	s.settle()
	if got := s.filterSaid(); got != "" {
		t.Errorf("nothing is asked for, and the status bar says %q", got)
	}
	s.pick("pillar", "Process")
	if got := s.status.filter.Label(); got != "Filter: 3 of 51 cards" || s.status.filter.Hidden {
		t.Errorf("the status bar says %q", got)
	}
	s.pick("pillar", "Product")
	if got := s.filterSaid(); got != "Filter: 8 of 51 cards" {
		t.Errorf("with two values the status bar says %q", got)
	}
	s.pick("pillar", "Product")
	s.pick("persona", "Theo")
	if f := s.filter.wants; !slices.Equal(f["pillar"], []string{"process"}) || len(f["persona"]) != 1 {
		t.Errorf("asked for is %v", f)
	}
	s.focus()
	s.press(fyne.KeyEscape) // lets go of the card
	s.press(fyne.KeyEscape)
	if s.filter != nil || !s.status.filter.Hidden {
		t.Error("Escape on the board does not end the filter")
	}
	if s.Document().Map() != before {
		t.Error("looking altered the map")
	}
}

func TestAFilterFollowsTheMap(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("filter")
	s.settle()
	s.pick("pillar", "People")
	if got := s.filterSaid(); got != "Filter: 1 of 51 cards" {
		t.Fatalf("the status bar says %q", got)
	}
	var other mapmodel.ID
	for c := range s.Document().Map().Cards() {
		if c.Pillar == mapmodel.Process {
			other = c.ID
		}
	}
	s.do(func(m *mapmodel.Map) (mapmodel.Change, error) {
		return mapmodel.Alter(s.desk, m, mapmodel.LabelAlter, []mapmodel.ID{other}, func(c *mapmodel.Card) { c.Pillar = mapmodel.People }, "pillar")
	})
	s.settle()
	if got := s.filterSaid(); got != "Filter: 2 of 51 cards" {
		t.Errorf("after the change the status bar says %q", got)
	}
	s.Run("language-de")
	s.settle()
	if got := s.status.filter.Label(); got != "Filter: 2 von 51 Karten" {
		t.Errorf("in German the status bar says %q", got)
	}
	s.OpenHome()
	s.settle()
	if s.filter != nil {
		t.Error("the filter stays without its map")
	}
}

func TestTheOthersAreHiddenAndWalkedPastAndSafeFromWhatIsDoneToAll(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("filter")
	s.settle()
	s.pick("pillar", "Process")
	s.Run("hide-others")
	if got := s.filterSaid(); got != "Filter: 3 of 51 cards, others hidden" {
		t.Errorf("the status bar says %q", got)
	}
	s.focus()
	all := slices.Collect(s.Document().Map().Cards())
	for _, c := range all {
		s.Board().SelectCell(c.Column, c.Lane)
		s.Run("select-all") // the cell
		s.Run("select-all") // the lane
		for _, id := range s.Board().Selection() {
			if got := now[*mapmodel.Card](s, id); got.Pillar != mapmodel.Process {
				t.Fatalf("%q is among the selected, which nobody sees", got.Text)
			}
		}
	}
	s.Run("select-all") // the map
	if n := len(s.Board().Selection()); n != 3 {
		t.Errorf("%d cards of the map are selected, want the 3 in sight", n)
	}
	first := all[0]
	if first.Pillar == mapmodel.Process {
		t.Fatal("the first card of the sample is in sight")
	}
	s.Board().SelectCell(first.Column, first.Lane)
	s.press(fyne.KeyUp)
	if s.Board().Spot().Kind == edit.Card {
		t.Error("a hidden card is walked to")
	}
	s.Run("hide-others")
	if got := s.filterSaid(); got != "Filter: 3 of 51 cards" {
		t.Errorf("with the others back the status bar says %q", got)
	}
}
