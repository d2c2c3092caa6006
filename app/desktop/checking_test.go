//go:build !nogui

package desktop

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/checks"
	"footpath/app/desktop/filter"
	"footpath/mapmodel"
)

// listed are the places that the list of checks shows under a rule, by their words.
func (s *stage) listed(rule mapmodel.Rule) []string {
	s.t.Helper()
	var out []string
	for _, r := range s.checks.panel.Rows() {
		if !r.Heading && r.Rule == rule {
			out = append(out, r.Text)
		}
	}
	return out
}

// checked opens the map of three stages, two of which hold cards, with an opportunity of which nothing is said, and lists its checks.
func checked(t *testing.T) *stage {
	t.Helper()
	s := newStage(t).room()
	cell("Choose", "opportunities")(s)
	s.write("Show the wait")
	s.hit("Esc").hit("Esc")
	s.hit("Ctrl+Shift+M")
	return s
}

func TestANewMapBeginsWithoutReproaches(t *testing.T) {
	s := newStage(t).start().typist()
	s.hit("Ctrl+N")
	s.Board().Commit()
	s.settle()
	if s.status.checks.Visible() {
		t.Errorf("the status bar says %q", s.status.checks.Label())
	}
	s.hit("Ctrl+Shift+M")
	if rows, note := s.checks.panel.Rows(), s.checks.panel.Note(); len(rows) > 0 || !strings.Contains(note, "half of the stages") {
		t.Errorf("the list says %q, %+v", note, rows)
	}
	s.says("the empty list", "Esc: close", "!Enter")
	s.hit("Down").hit("Enter").hit("Esc")
	if s.checks.panel != nil {
		t.Error("Escape does not close it")
	}
}

func TestTheStatusBarCountsWhatIsWorthALookAndListsIt(t *testing.T) {
	s := newStage(t).openSample().typist()
	if got := s.status.checks.Label(); got != "1 map check" || !s.status.checks.Visible() {
		t.Fatalf("the status bar says %q", got)
	}
	s.status.checks.Tapped(nil)
	s.settle()
	if got := s.listed(mapmodel.RuleOwner); !slices.Equal(got, []string{"Give visitors a screen of their own"}) {
		t.Errorf("without an owner are %q", got)
	}
	if !s.checks.panel.Has(s.win.Canvas().Focused()) {
		t.Error("the list has not the keyboard")
	}
	s.Run("language-de")
	s.settle()
	if got := s.status.checks.Label(); got != "1 Hinweis zur Map" {
		t.Errorf("in German it says %q", got)
	}
	if row := s.checks.panel.Rows()[0]; row.Text != "Für eine Chance ist niemand zuständig" {
		t.Errorf("in German it lists %q", row.Text)
	}
	s.OpenHome()
	s.settle()
	if s.status.checks.Visible() {
		t.Error("home has checks of a map")
	}
}

func TestWalkingThroughTheListShowsEachPlaceOnTheBoard(t *testing.T) {
	s := checked(t)
	s.hit("Home")
	var places int
	for i, r := range s.checks.panel.Rows() {
		if r.Heading {
			continue
		}
		places++
		if at := s.checks.panel.At(); at != r {
			t.Fatalf("row %d is %q, and gone to is %q", i, r.Sentence, at.Sentence)
		}
		if got := s.Board().Spot(); got != r.Spot {
			t.Errorf("%q is %+v, and on the board is %+v", r.Sentence, r.Spot, got)
		}
		if r.Text == "" || r.Where == "" || !strings.Contains(r.Sentence, r.Text) {
			t.Errorf("%+v does not say what and where", r)
		}
		s.hit("Down")
	}
	if places < 5 {
		t.Fatalf("only %d places", places)
	}
	last := s.checks.panel.At()
	s.hit("Up").hit("End")
	if s.checks.panel.At() != last {
		t.Error("End does not lead to the last place")
	}
	s.hit("PgUp").hit("PgUp")
	s.says("the list", "Enter: mend it there", "Esc: close")
	s.hit("Esc")
	if s.checks.panel != nil || s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Error("Escape does not close the list and go on on the board")
	}
	s.says("the board", "!Esc: close")
}

func TestEnterLeadsToTheFieldThatMendsItAndWhatIsMendedLeavesTheList(t *testing.T) {
	s := checked(t)
	before := s.checks.found
	for s.checks.panel.At().Rule != mapmodel.RuleOwner {
		was := s.checks.panel.At()
		if s.hit("Down"); s.checks.panel.At() == was {
			t.Fatalf("no owner lacks: %+v", s.checks.panel.Rows())
		}
	}
	s.hit("Enter")
	if !s.open.details.Has(s.win.Canvas().Focused()) {
		t.Fatal("the details have not the keyboard")
	}
	s.write("Priya")
	s.hit("Esc")
	s.settle()
	if card := mapmodel.Find[*mapmodel.Card](s.Document().Map(), cardOf(s.Document().Map(), "Show the wait")); card.Owner != "Priya" {
		t.Fatalf("the owner is %q", card.Owner)
	}
	if got := s.listed(mapmodel.RuleOwner); got != nil || s.checks.found != before-1 {
		t.Errorf("still listed are %q, %d of %d", got, s.checks.found, before)
	}
	spot := s.Board().Spot()
	s.hit("Ctrl+Shift+M")
	if at := s.checks.panel.At(); at.Heading || at.Rule != mapmodel.RuleScore {
		t.Errorf("the list goes on at %q", at.Sentence)
	}
	if s.Board().Spot() != spot {
		t.Error("the board went elsewhere by itself")
	}
	s.Run("undo")
	s.settle()
	if got := s.listed(mapmodel.RuleOwner); len(got) != 1 {
		t.Errorf("taken back, %q is listed", got)
	}
}

func TestWhenTheLastThingIsMendedTheStatusBarIsQuietAndTheListSaysSo(t *testing.T) {
	s := newStage(t).openSample().typist()
	s.hit("Ctrl+Shift+M").hit("Enter")
	s.write("Hall manager")
	s.hit("Esc")
	if s.status.checks.Visible() {
		t.Errorf("the status bar says %q", s.status.checks.Label())
	}
	if rows, note := s.checks.panel.Rows(), s.checks.panel.Note(); len(rows) > 0 || note != "Nothing left to check." {
		t.Errorf("the list says %q, %+v", note, rows)
	}
}

func TestEveryFieldThatMendsACardIsLedTo(t *testing.T) {
	s := newStage(t).room()
	for i := range 4 {
		s.do(func(m *mapmodel.Map) (mapmodel.Change, error) {
			at := mapmodel.Place{Column: columnOf(m, "Visit"), Lane: laneOf(m, "insights"), At: -1}
			c, _, err := s.desk.AddCard(m, at, fmt.Sprint("insight ", i), func(c *mapmodel.Card) {
				c.Moment = true
				c.Conflicts = []mapmodel.Conflict{{Field: "text", Text: "another"}}
			})
			return c, err
		})
	}
	cell("Visit", "opportunities")(s)
	s.write("An opportunity")
	s.hit("Esc").hit("Esc")
	s.hit("Ctrl+Shift+M")
	led := map[mapmodel.Rule]bool{}
	last := checks.Row{}
	for s.hit("Home"); s.checks.panel.At() != last; s.hit("Down") {
		last = s.checks.panel.At()
		if last.Field == "" || led[last.Rule] {
			continue
		}
		led[last.Rule] = true
		s.hit("Enter")
		if !s.open.details.Has(s.win.Canvas().Focused()) {
			t.Errorf("%q leads to %T", last.Sentence, s.win.Canvas().Focused())
		}
		s.hit("Ctrl+Shift+M")
	}
	for _, rule := range []mapmodel.Rule{
		mapmodel.RuleVersions, mapmodel.RuleMoments, mapmodel.RuleEvidence, mapmodel.RuleAnswers, mapmodel.RuleOwner, mapmodel.RuleScore,
	} {
		if !led[rule] {
			t.Errorf("nothing was found by %s", rule)
		}
	}
}

func TestAPlaceThatTheFilterDoesNotShowCanBeMended(t *testing.T) {
	s := checked(t)
	s.hit("Ctrl+Shift+F")
	s.setFilter(filter.Filter{Word: "hm"})
	s.hideOthers(true)
	s.settle()
	s.hit("Ctrl+Shift+M")
	for s.hit("Home"); s.checks.panel.At().Rule != mapmodel.RuleOwner; s.hit("Down") {
		if s.checks.panel.At().Rule == mapmodel.RuleScore {
			t.Fatal("nobody lacks an owner")
		}
	}
	s.hit("Enter")
	if got := s.chosen(); !slices.Equal(got, []string{"Show the wait"}) || !s.open.details.Has(s.win.Canvas().Focused()) {
		t.Errorf("selected is %q", got)
	}
}

func TestEnterOnAStageOrTheScenarioGoesToTheBoard(t *testing.T) {
	s := checked(t)
	for _, rule := range []mapmodel.Rule{mapmodel.RuleScenario, mapmodel.RuleEmpty} {
		s.hit("Home")
		for s.checks.panel.At().Rule != rule {
			s.hit("Down")
		}
		want := s.checks.panel.At().Spot
		s.hit("Enter")
		if s.win.Canvas().Focused() != fyne.Focusable(s.Board()) || s.Board().Spot() != want {
			t.Errorf("%s leads to %+v", rule, s.Board().Spot())
		}
		s.hit("Ctrl+Shift+M")
	}
	if got := s.listed(mapmodel.RuleEmpty); !slices.Equal(got, []string{"Visit"}) {
		t.Errorf("empty is %q", got)
	}
}

func TestOneListStandsBesideTheBoardAtATime(t *testing.T) {
	s := checked(t)
	s.hit("Ctrl+Shift+O")
	if s.checks.panel != nil || s.outline == nil {
		t.Error("the outline does not take the place of the checks")
	}
	s.hit("Ctrl+Shift+M")
	if s.checks.panel == nil || s.outline != nil {
		t.Error("the checks do not take the place of the outline")
	}
	s.hit("Ctrl+Shift+H")
	if s.checks.panel != nil || s.status.checks.Visible() {
		t.Error("the checks of now stand beside an earlier moment")
	}
	s.hit("Esc")
	if s.checks.panel == nil || !s.status.checks.Visible() {
		t.Error("back from the history, the checks are gone")
	}
}

func TestAMapIsLookedThroughOnceItsChangesRest(t *testing.T) {
	s := newStage(t).room()
	var waiting []func()
	looks := 0
	s.p.Synchronous = false
	s.p.After = func(_ time.Duration, f func()) { waiting = append(waiting, f) }
	work := s.p.Work
	s.p.Work = func(f func()) {
		looks++
		work(f)
	}
	for range 3 {
		s.setState(mapmodel.Future)
		s.setState(mapmodel.Current)
	}
	if looks != 0 || len(waiting) != 6 {
		t.Errorf("while it changes, it is looked through %d times, and %d wait", looks, len(waiting))
	}
	for _, f := range waiting {
		f()
	}
	s.settle()
	if looks != 1 {
		t.Errorf("at rest, it is looked through %d times", looks)
	}
}

func TestAnAnswerAboutWhatHasChangedSinceIsDropped(t *testing.T) {
	s := newStage(t).room()
	s.checks.found = 77
	s.check()
	s.checks.turn++ // as a change does
	s.settle()
	if s.checks.found != 77 {
		t.Errorf("it says %d checks", s.checks.found)
	}
}
