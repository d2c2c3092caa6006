//go:build !nogui

package desktop

import (
	"slices"
	"testing"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/mapmodel"
)

// tabbed lists the fields of the panel that Tab leads through, each once, from the first on.
func (s *stage) tabbed() []string {
	s.t.Helper()
	s.field("")
	var out []string
	for range 80 { // more than any panel has places
		name := s.open.details.Field()
		if name == "" {
			return out
		}
		if len(out) == 0 || out[len(out)-1] != name {
			out = append(out, name)
		}
		s.win.Canvas().FocusNext()
		s.settle()
	}
	s.t.Fatalf("Tab does not leave the panel: %q", out)
	return nil
}

func TestTabLeadsThroughEveryFieldOfACardInTheOrderItStands(t *testing.T) {
	for kind, want := range map[mapmodel.LaneKind][]string{
		mapmodel.LaneFeelings: {
			"text", "emotion", "mood", "moment", "persona", "sign", "pillar", "level", "evidence", "tags", "department", "note", "links", "pictures",
		},
		mapmodel.LaneTouchpoints: {
			"text", "channel", "where", "reason", "people", "surveys", "emotion", "mood", "moment", "persona", "sign", "pillar", "level",
			"evidence", "tags", "department", "note", "links", "pictures",
		},
		mapmodel.LaneOpportunities: {
			"text", "impact", "effort", "answers", "owner", "due", "status", "persona", "reach", "confidence", "sign", "pillar", "level",
			"evidence", "tags", "department", "note", "links", "pictures",
		},
	} {
		s, _ := detailed(t, kind)
		if got := s.tabbed(); !slices.Equal(got, want) {
			t.Errorf("%s: Tab leads through\n%q, want\n%q", kind, got, want)
		}
	}
}

func TestTabLeadsThroughWhatAPersonaAStageALaneAndTheMapSay(t *testing.T) {
	s := newStage(t).openSample()
	m := s.Document().Map()
	var persona *mapmodel.Persona
	for persona = range m.Personas() {
		break
	}
	for _, c := range []struct {
		id   mapmodel.ID
		want []string
	}{
		{persona.ID, []string{"name", "role", "picture", "goals", "quote"}},
		{s.stagesOf()[0], []string{"name", "description", "surveys"}},
		{m.LaneOf(mapmodel.LaneTasks).ID, []string{"name", "kind", "prompt", "hidden"}},
		{m.ID(), []string{"title", "scenario", "expectations", "state", "owner", "team", "version", "date", "language"}},
	} {
		s.Board().Select(c.id)
		s.settle()
		if got := s.tabbed(); !slices.Equal(got, c.want) {
			t.Errorf("Tab leads through %q, want %q", got, c.want)
		}
	}
}

func TestALongTextShowsWholeInThePanelFromTheBeginning(t *testing.T) {
	s := newStage(t).openSample()
	m := s.Document().Map()
	s.do(func(m *mapmodel.Map) (mapmodel.Change, error) {
		return mapmodel.Alter(s.desk, m, mapmodel.LabelAlter, []mapmodel.ID{m.ID()}, func(h *mapmodel.Header) {
			h.Scenario = "She starts early and reads Portuguese faster than English. " + h.Scenario + " " + h.Scenario
		}, "scenario")
	})
	s.Board().Select(m.ID())
	s.field("scenario")
	s.settle()
	area := s.win.Canvas().Focused().(*parts.Area)
	if lines := area.Size().Height / look.BodyLine; lines < 9 {
		t.Errorf("the text has room for %v lines", lines)
	}
	high := area.Size().Height
	s.write(" And so on, and on, and on, and on.")
	s.settle()
	if area.Size().Height <= high {
		t.Error("the panel does not make room for what is typed")
	}
}

func TestWhatHasToBeChosenStandsRightBelowTheText(t *testing.T) {
	for _, kind := range []mapmodel.LaneKind{mapmodel.LaneTasks, mapmodel.LaneInsights, mapmodel.LaneOpportunities} {
		s, card := detailed(t, kind)
		s.do(func(m *mapmodel.Map) (mapmodel.Change, error) {
			return mapmodel.Alter(s.desk, m, mapmodel.LabelAlter, []mapmodel.ID{card.ID}, func(c *mapmodel.Card) {
				c.Conflicts = []mapmodel.Conflict{{Field: "text", Text: "In other words"}}
			}, "conflicts")
		})
		s.settle()
		if got := s.tabbed(); len(got) < 2 || got[1] != "conflicts" {
			t.Errorf("%s: Tab leads through %q", kind, got)
		}
	}
}
