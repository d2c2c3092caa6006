//go:build !nogui

package desktop

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/filter"
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
	if f := s.filter.wants; !slices.Equal(f.Values("pillar"), []string{"process"}) || len(f.Values("persona")) != 1 {
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

func TestAWordAloneLetsCardsStandOutWhileItIsTyped(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("filter")
	s.write("wait")
	s.settle()
	want := 0
	for c := range s.Document().Map().Cards() {
		if (mapmodel.Search{Words: "wait"}).Matches(c) {
			want++
		}
	}
	if s.filter.shown != want || want == 0 || want == s.filter.all {
		t.Errorf("%d of %d cards stand out, want %d", s.filter.shown, s.filter.all, want)
	}
	s.says("in the filter", "Enter: to the map", "Tab: next choice", "Esc: all cards again")
	s.win.Canvas().FocusNext()
	s.settle()
	s.says("on a choice", "Enter: choose", "Tab: next choice", "Esc: all cards again")
	s.win.Canvas().FocusPrevious()
	s.press(fyne.KeyReturn)
	if s.win.Canvas().Focused() != s.Board() || s.filter == nil || s.filter.wants.Word != "wait" {
		t.Error("Enter does not lead to the map with the filter kept")
	}
	if got := s.hinted(); strings.Contains(got, "Enter: to the map") {
		t.Errorf("on the map the status bar says %q", got)
	}
	if got := now[*mapmodel.Card](s, s.Board().Spot().ID); !(mapmodel.Search{Words: "wait"}).Matches(got) {
		t.Errorf("Enter leads to %q, which does not stand out", got.Text)
	}
	s.filter.bar.Focus()
	s.press(fyne.KeyEscape)
	if s.filter != nil {
		t.Error("Escape in the word does not end the filter")
	}
}

func TestAFilterOffersOnlyWhatTheCardsCanBeToldApartBy(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("filter")
	s.settle()
	offers := func() []string {
		var out []string
		for _, criterion := range filter.Criteria {
			if s.filter.bar.Offers(criterion) {
				out = append(out, criterion)
			}
		}
		return out
	}
	var all []mapmodel.ID
	for c := range s.Document().Map().Cards() {
		all = append(all, c.ID)
	}
	department := func(of []mapmodel.ID, name string) {
		s.do(func(m *mapmodel.Map) (mapmodel.Change, error) {
			return mapmodel.Alter(s.desk, m, mapmodel.LabelAlter, of, func(c *mapmodel.Card) { c.Department = name }, "department")
		})
		s.settle()
	}
	department(all, "")
	before := offers()
	if !slices.Contains(before, "lane") || !slices.Contains(before, "persona") || slices.Contains(before, "department") {
		t.Fatalf("offered are %v", before)
	}
	s.pick("lane", "Opportunities")
	if want := len(s.cardsOf(mapmodel.LaneOpportunities)); s.filter.shown != want {
		t.Errorf("%d cards of the lane stand out, want %d", s.filter.shown, want)
	}
	department(all[:1], "Front desk")
	if got := offers(); !slices.Contains(got, "department") || len(got) != len(before)+1 {
		t.Errorf("after a card has a department offered are %v", got)
	}
	s.pick("lane", "All")
	s.pick("department", "Front desk (1)")
	if s.filter.shown != 1 {
		t.Errorf("%d cards stand out", s.filter.shown)
	}
}

func TestWhatIsSelectedStaysInSightWhenABarOpens(t *testing.T) {
	for _, bar := range []string{"filter", "find-in-map", "quick-note"} {
		s := newStage(t).openSample()
		s.press(fyne.KeyEnd)
		cards := s.cardsOf(mapmodel.LaneOpportunities)
		s.Board().Select(cards[len(cards)-1].ID)
		s.settle()
		foot := func() float32 { return s.Board().Size().Height - s.Board().Foot() - s.Board().Beside().Y }
		if foot() < 1 {
			t.Fatalf("%s: the card was not in sight before", bar)
		}
		s.Run(bar)
		s.settle()
		if foot() < 1 {
			t.Errorf("%s: the card lies below the board", bar)
		}
	}
}
