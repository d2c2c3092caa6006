package scene_test

import (
	"slices"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"

	"pgregory.net/rapid"
)

// wordsOn gathers all that groups of a role say on slides, by the record they are about; of the map, by its field.
func wordsOn(s *scene.Scene, role scene.Role) map[any]string {
	said := map[any]*gatherer{}
	for _, page := range s.Pages {
		for g := range page.All() {
			if g.Group.Role != role {
				continue
			}
			var about any = g.Group.ID
			if g.Group.Field != "" {
				about = g.Group.Field
			}
			if said[about] == nil {
				said[about] = &gatherer{}
			}
			g.Group.Draw(said[about], g.At)
		}
	}
	out := map[any]string{}
	for id, words := range said {
		out[id] = bare(words.words.String())
	}
	return out
}

// screens draws what slides are shown on.
func screens(t *rapid.T) (*scene.Style, scene.Screen) {
	return presenting()[rapid.SampledFrom([]string{"light", "dark", "stark"}).Draw(t, "style")], scene.Screen{
		Aspect: rapid.SampledFrom([]float64{wide, 16.0 / 10, 4.0 / 3, 21.0 / 9, 0.6}).Draw(t, "aspect"),
		Zoom:   rapid.SampledFrom([]float64{1, 1.5}).Draw(t, "zoom"),
		Aside:  rapid.SampledFrom([]float64{0, 700}).Draw(t, "aside"),
	}
}

// apart fails where two groups of a role overlap, or leave the slide.
func apart(t *rapid.T, s *scene.Scene, roles ...scene.Role) {
	for _, page := range s.Pages {
		var boxes []scene.Rect
		foot := page.Size.Y
		for g := range page.All() {
			if g.Group.Role == scene.CurveRole {
				foot = min(foot, g.At.Y)
			}
		}
		for g := range page.All() {
			if !slices.Contains(roles, g.Group.Role) {
				continue
			}
			b := g.Box()
			if b.X < 0 || b.Y < 0 || b.Right() > page.Size.X+0.01 || b.Bottom() > foot+0.01 {
				t.Fatalf("at %+v of a slide of %+v, of which %v are free", b, page.Size, foot)
			}
			for _, other := range boxes {
				if b.Overlaps(other) {
					t.Fatalf("%+v and %+v lie over each other", b, other)
				}
			}
			boxes = append(boxes, b)
		}
	}
}

func TestTheOpeningSaysAllOfTheMapAndOfWhomItFollows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		style, screen := screens(t)
		s := scene.Opening(m, style, say, screen)
		if least := s.Smallest(); least < 28 {
			t.Fatalf("type of %v on a slide", least)
		}
		apart(t, s, scene.PersonaRole)
		said := wordsOn(s, scene.HeaderRole)
		h := m.Header()
		for field, words := range map[string]string{"scenario": h.Scenario, "expectations": h.Expectations} {
			if strings.TrimSpace(words) != "" && !strings.Contains(said[field], bare(words)) {
				t.Fatalf("of %q the opening says %q", words, said[field])
			}
		}
		people := wordsOn(s, scene.PersonaRole)
		for who := range m.Personas() {
			for _, words := range append([]string{who.Name, who.Role, who.Quote}, who.Goals...) {
				if !strings.Contains(people[who.ID], bare(words)) {
					t.Fatalf("of %q the opening says %q", words, people[who.ID])
				}
			}
		}
	})
}

func TestATitleAloneStandsLargeOnTheOpening(t *testing.T) {
	src := mapmodel.NewSeededSource(4)
	m, _ := mapmodel.FromRecords([]mapmodel.Record{&mapmodel.Header{Common: mapmodel.Common{ID: src.ID()}, Title: "Moving house"}}, src)
	s := scene.Opening(m, presenting()["light"], say, scene.Screen{Aspect: wide})
	if len(s.Pages) != 1 {
		t.Fatalf("%d slides", len(s.Pages))
	}
	for g := range s.Pages[0].All() {
		for _, e := range g.Group.Elements {
			if run, ok := e.(*scene.Run); ok && run.Text == "Moving house" {
				if run.Size < 100 || g.At.Y < 100 {
					t.Errorf("the title is %v high at %v", run.Size, g.At.Y)
				}
				return
			}
		}
	}
	t.Error("the title is missing")
}

func TestTheClosingListsEveryOpportunityThoseWithMostVotesFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		style, screen := screens(t)
		if !scene.HasClosing(m) {
			return
		}
		s := scene.Closing(m, style, say, screen)
		if least := s.Smallest(); least < 28-0.001 {
			t.Fatalf("type of %v on a slide", least)
		}
		apart(t, s, scene.CardRole, scene.MatrixRole)
		said := wordsOn(s, scene.CardRole)
		before, first := 0, true
		for _, page := range s.Pages {
			for g := range page.All() {
				if g.Group.Role != scene.CardRole {
					continue
				}
				votes := -1
				if n := m.Votes(g.Group.ID); n.Known {
					votes = n.Value
				}
				if !first && votes > before {
					t.Fatalf("%d votes behind %d", votes, before)
				}
				before, first = votes, false
			}
		}
		for lane := range m.Lanes() {
			if lane.LaneKind != mapmodel.LaneOpportunities || lane.Hidden {
				continue
			}
			for _, column := range m.ColumnIDs() {
				for card := range m.Cell(column, lane.ID).Cards() {
					if !strings.Contains(said[card.ID], bare(card.Text)) {
						t.Fatalf("of %q the closing says %q", card.Text, said[card.ID])
					}
				}
			}
		}
	})
}

func TestTheLegendOfASlideNamesTheMarksOnItAndNoOthers(t *testing.T) {
	m := everyMark(t)
	for stage := range m.Stages() {
		for _, page := range scene.Present(m, presenting()["light"], say, stage.ID, scene.Screen{Aspect: wide}).Pages {
			shown := map[mapmodel.ID]bool{}
			legend := map[string]bool{}
			for g := range page.All() {
				shown[g.Group.ID] = true
				if g.Group.Role == scene.LegendRole {
					for _, e := range g.Group.Elements {
						if run, ok := e.(*scene.Run); ok {
							legend[run.Text] = true
						}
					}
				}
			}
			there := map[string]bool{}
			for _, card := range inStage(m, stage) {
				lane := mapmodel.Find[*mapmodel.Lane](m, card.Lane).LaneKind
				if !shown[card.ID] || lane == mapmodel.LaneFeelings {
					continue
				}
				if lane == mapmodel.LaneTouchpoints && card.Reason != "" {
					there["page."+string(card.Reason)] = true
				} else if card.Level != "" && lane != mapmodel.LaneOpportunities {
					there["page.level."+string(card.Level)] = true
				}
			}
			for _, key := range []string{"page.service", "page.experience", "page.level.researched", "page.level.partly", "page.level.assumed"} {
				if told := legend[say(key)]; told != there[key] {
					t.Errorf("%s: the legend says %v, and the mark %q is there: %v", stage.Name, legend, say(key), there[key])
				}
			}
		}
	}
}
