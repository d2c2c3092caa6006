//go:build !nogui

package desktop

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/mapmodel"
)

// surveys are the results of a stage.
func (s *stage) surveys(of mapmodel.ID) []*mapmodel.Survey {
	return slices.Collect(s.Document().Map().Surveys(of))
}

// survey opens the menu of surveys at the button that adds one, and takes its n-th line.
func (s *stage) survey(nth int) *stage {
	s.t.Helper()
	s.press(fyne.KeyReturn)
	menu := s.win.Canvas().Overlays().Top().(fyne.Focusable)
	for range nth {
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	return s
}

func TestASurveyIsTypedAsCountsAndSaysWhatTheyComeTo(t *testing.T) {
	s := newStage(t).openSample()
	stage := s.stagesOf()[0]
	had := len(s.surveys(stage))
	past := func() {
		s.field("surveys")
		for range had {
			s.win.Canvas().FocusNext()
		}
	}
	s.Board().Select(stage)
	past()
	s.survey(1) // satisfaction
	for i, n := range []string{"4", "6", "11", "40", "35"} {
		if i > 0 {
			s.press(fyne.KeyReturn) // to the next score
		}
		s.write(n)
	}
	s.press(fyne.KeyEscape)
	s.settle()
	all := s.surveys(stage)
	if len(all) != had+1 || all[had].SurveyKind != mapmodel.CSAT || !slices.Equal(all[had].Counts, []int{4, 6, 11, 40, 35}) {
		t.Fatalf("the stage has %+v", all)
	}
	if r := all[had].Result(); r.N != 96 || int(r.Score) != 78 {
		t.Errorf("they come to %+v", r)
	}
	s.Run("undo") // what was typed last
	if got := s.surveys(stage)[had].Counts; slices.Equal(got, all[had].Counts) {
		t.Errorf("undone, the counts are %v", got)
	}
	s.Run("redo")
	past()
	s.press(fyne.KeyDelete)
	if got := s.surveys(stage); len(got) != had {
		t.Errorf("it is not taken away: %v", got)
	}
}

func TestAnswersThatAreNoNumberStayWhereTheyAreWithAWordAboutThem(t *testing.T) {
	s := newStage(t).openSample()
	stage := s.stagesOf()[0]
	had := len(s.surveys(stage))
	s.Board().Select(stage)
	s.field("surveys")
	for range had {
		s.win.Canvas().FocusNext()
	}
	s.survey(0)
	s.write("many")
	s.settle()
	if s.entry() != "many" {
		t.Errorf("the words are gone: %q", s.entry())
	}
	all := s.surveys(stage)
	if fresh := all[len(all)-1]; len(all) != had+1 || fresh.SurveyKind != mapmodel.NPS || len(fresh.Counts) != 0 {
		t.Errorf("the survey is %+v", fresh)
	}
}

func TestATouchpointHasTheSurveysThatAreAboutIt(t *testing.T) {
	s, card := detailed(t, mapmodel.LaneTouchpoints)
	stage := s.Document().Map().StageOf(card.Column)
	had := len(s.surveys(stage.ID))
	s.field("surveys").survey(2) // ease
	s.write("3")
	s.press(fyne.KeyEscape)
	s.settle()
	all := s.surveys(stage.ID)
	if len(all) != had+1 {
		t.Fatalf("the stage has %d surveys, had %d", len(all), had)
	}
	if fresh := all[len(all)-1]; fresh.Touchpoint != card.ID || fresh.SurveyKind != mapmodel.CES || len(fresh.Counts) != 7 || fresh.Counts[0] != 3 {
		t.Errorf("the survey is %+v", fresh)
	}
}
