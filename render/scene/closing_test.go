package scene_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"
)

// onSheet is a named sheet, lying.
func onSheet(t *testing.T, name string, fit scene.Fit) scene.Sheet {
	t.Helper()
	sheet, err := scene.NamedSheet(name, true)
	if err != nil {
		t.Fatal(err)
	}
	sheet.Fit = fit
	return sheet
}

// numbered says what say does, and "numbers" for what the lane of opportunities
// says of the list behind the map.
func numbered(key string) string {
	if key == "page.actions.hint" {
		return "numbers"
	}
	return say(key)
}

// closing counts a scene's pages of opportunities, and tells whether the lane of
// opportunities says that there is a list of them.
func closing(s *scene.Scene) (pages int, told bool) {
	for _, page := range s.Pages {
		here := false
		for g := range page.All() {
			here = here || g.Group.Role == scene.ActionRole
			var words gatherer
			if g.Group.Role == scene.LaneRole {
				g.Group.Draw(&words, g.At)
			}
			told = told || strings.Contains(bare(words.words.String()), "numbers")
		}
		if here {
			pages++
		}
	}
	return pages, told
}

func TestAMapIsFollowedByItsOpportunitiesUnlessItIsAPosterOrAPicture(t *testing.T) {
	m := everyMark(t)
	for _, c := range []struct {
		paper string
		fit   scene.Fit
		alone bool
		want  int
	}{
		{"A3", scene.FitAuto, false, 1},
		{"A3", scene.FitPage, false, 1},
		{"A4", scene.FitAuto, false, 1},
		{"A4", scene.FitStages, false, 1},
		{"A1", scene.FitStages, false, 1},
		{"A3", scene.FitAuto, true, 0},
		{"A4", scene.FitStages, true, 0},
		{"A1", scene.FitAuto, false, 0},
		{"A3", scene.FitContent, false, 0},
		{"A4", scene.FitTiles, false, 0},
	} {
		sheet := onSheet(t, c.paper, c.fit)
		sheet.Alone = c.alone
		if pages, told := closing(scene.Layout(m, scene.Print(), numbered, sheet)); pages != c.want || told != (c.want > 0) {
			t.Errorf("%+v: %d pages of opportunities; that they follow is told: %v", c, pages, told)
		}
	}
}

func TestAMapWithoutOpportunitiesIsFollowedByNothing(t *testing.T) {
	m := everyMark(t)
	desk := &mapmodel.Desk{Source: mapmodel.NewSeededSource(2), Now: func() time.Time { return time.Unix(0, 0) }}
	var ids []mapmodel.ID
	for card := range m.Cards() {
		if lane := mapmodel.Find[*mapmodel.Lane](m, card.Lane); lane != nil && lane.LaneKind == mapmodel.LaneOpportunities {
			ids = append(ids, card.ID)
		}
	}
	change, err := desk.RemoveCards(m, ids)
	if err != nil {
		t.Fatal(err)
	}
	if m, err = m.Apply(change); err != nil {
		t.Fatal(err)
	}
	if s := scene.Layout(m, scene.Print(), say, scene.A3()); len(s.Pages) != 1 {
		t.Errorf("%d pages", len(s.Pages))
	}
}

// opportune is a map of one stage with opportunities, of impacts falling from 5.
func opportune(t *testing.T, count int, alter func(*mapmodel.Card)) *mapmodel.Map {
	t.Helper()
	source := mapmodel.NewSeededSource(3)
	m := mapmodel.NewMap("Few", source)
	desk := &mapmodel.Desk{Source: source, Now: func() time.Time { return time.Unix(0, 0) }}
	do := func(c mapmodel.Change, err error) {
		if err == nil {
			m, err = m.Apply(c)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	c, stage, err := desk.AddStage(m, -1, "A stage")
	do(c, err)
	for i := range count {
		c, _, err := desk.AddCard(m, mapmodel.Place{Column: stage, Lane: m.LaneOf(mapmodel.LaneOpportunities).ID, At: -1}, "An idea", func(c *mapmodel.Card) {
			c.Impact, c.Effort = mapmodel.N(5-i), mapmodel.N(2)
			alter(c)
		})
		do(c, err)
	}
	return m
}

// everyWord is all that a scene says.
func everyWord(s *scene.Scene) string {
	var w words
	for _, page := range s.Pages {
		page.Draw(&w)
	}
	return w.text.String()
}

func TestAListOfOpportunitiesFollowsWhereItSaysMoreThanTheMap(t *testing.T) {
	for _, c := range []struct {
		name  string
		count int
		alter func(*mapmodel.Card)
		want  int
	}{
		{"two, as on the map", 2, func(*mapmodel.Card) {}, 1},
		{"three with owners, as on the map", 3, func(c *mapmodel.Card) { c.Owner = "Rosa" }, 1},
		{"four, sorted", 4, func(*mapmodel.Card) {}, 2},
		{"one with a note", 1, func(c *mapmodel.Card) { c.Note = "Ask the desk first" }, 2},
		{"one that is due", 1, func(c *mapmodel.Card) { c.Due = "2026-10-01" }, 2},
	} {
		if s := scene.Layout(opportune(t, c.count, c.alter), scene.Print(), say, scene.A3()); len(s.Pages) != c.want {
			t.Errorf("%s: %d pages, want %d", c.name, len(s.Pages), c.want)
		}
	}
}

func TestNothingIsSaidOfATopThreeWhereThereAreNoOthers(t *testing.T) {
	due := func(c *mapmodel.Card) { c.Due = "2026-10-01" }
	key := func(key string) string { return key }
	for _, word := range []string{"page.top-three", "page.top-three.note", "page.actions.next"} {
		few := everyWord(scene.Layout(opportune(t, 3, due), scene.Print(), key, scene.A3()))
		many := everyWord(scene.Layout(opportune(t, 4, due), scene.Print(), key, scene.A3()))
		if strings.Contains(few, word) || !strings.Contains(many, word) {
			t.Errorf("%s: said of three: %v, of four: %v", word, strings.Contains(few, word), strings.Contains(many, word))
		}
		if strings.Contains(many, "page.letters.note") {
			t.Error("letters are explained where there is no insight")
		}
	}
}

func TestFewOpportunitiesFillTheirPageAndManyKeepTheSizeOfType(t *testing.T) {
	largest := func(m *mapmodel.Map) float64 {
		s := scene.Layout(m, scene.Print(), say, onSheet(t, "A3", scene.FitPage))
		out := 0.0
		for _, page := range s.Pages {
			for g := range page.All() {
				if g.Group.Role != scene.ActionRole || g.Group.ID.IsZero() {
					continue
				}
				for _, e := range g.Group.Elements {
					if run, ok := e.(*scene.Run); ok {
						out = max(out, run.Size)
					}
				}
			}
		}
		return out
	}
	few, many := largest(everyMark(t)), largest(mapgen.Grid(8, len(mapmodel.StandardLanes()), 12, 3))
	if few < 12 || many != 9 {
		t.Errorf("type of %v for few, of %v for many", few, many)
	}
}

func TestRowsOfTheListStandApartWhereThereIsRoom(t *testing.T) {
	s := scene.Layout(everyMark(t), scene.Print(), say, onSheet(t, "A4", scene.FitStages))
	var highs []float64
	for g := range s.Pages[len(s.Pages)-1].All() {
		if g.Group.Role == scene.ActionRole && !g.Group.ID.IsZero() {
			highs = append(highs, g.Group.Size.Y)
		}
	}
	if len(highs) != 2 || slices.Min(highs) < 46 {
		t.Errorf("rows as high as %v", highs)
	}
}

func TestASheetTooSmallForTheMapHasItsHeaderWithTheNotes(t *testing.T) {
	m := mapgen.Grid(5, len(mapmodel.StandardLanes()), 2, 3)
	sheet := onSheet(t, "A4", scene.FitPage)
	s := scene.Layout(m, scene.Print(), say, sheet)
	if size := s.Pages[0].Size; size.X != sheet.Width || size.Y != sheet.Height {
		t.Errorf("the sheet is %v, and was to be %v × %v", size, sheet.Width, sheet.Height)
	}
	var personas []int
	for i, page := range s.Pages {
		for g := range page.All() {
			if g.Group.Role == scene.PersonaRole {
				personas = append(personas, i)
			}
		}
	}
	if len(personas) == 0 || personas[0] < 1 {
		t.Errorf("the personas stand on the pages %v", personas)
	}
	if first := slices.IndexFunc(s.Findings, func(f scene.Finding) bool { return f.Kind == scene.TextMoved }); first < 0 {
		t.Error("nothing is told of the notes")
	}
	for _, f := range s.Findings {
		if f.Kind == scene.SheetGrew {
			t.Error("the sheet is said to have grown")
		}
	}
}
