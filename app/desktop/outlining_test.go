//go:build !nogui

package desktop

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/outline"
	"footpath/mapmodel"
)

// outlined opens the sample with its outline.
func outlined(t *testing.T) *stage {
	t.Helper()
	s := newStage(t).openSample()
	s.Run("outline")
	s.settle()
	return s
}

func TestTheOutlineNamesEveryStageAndEveryCardOnce(t *testing.T) {
	s := outlined(t)
	m := s.Document().Map()
	times := map[mapmodel.ID]int{}
	for _, r := range s.outline.Rows() {
		if r.Text == "" || r.Sentence == "" {
			t.Errorf("%+v says nothing", r.Spot)
		}
		times[r.Spot.ID]++
	}
	for c := range m.Cards() {
		if times[c.ID] != 1 {
			t.Errorf("the card %q is named %d times", c.Text, times[c.ID])
		}
	}
	for stage, step := range m.Columns() {
		if step == nil && times[stage.ID] != 1 || step != nil && times[step.ID] != 1 {
			t.Errorf("the stage %q or a step of it is not named", stage.Name)
		}
	}
	at := slices.IndexFunc(s.outline.Rows(), func(r outline.Row) bool { return strings.Contains(r.Sentence, "−1") })
	if at < 0 || !strings.Contains(s.outline.Rows()[at].Sentence, "Thoughts & Feelings, Notice, 1 of") {
		t.Error("a feeling is not read out with its place")
	}
}

func TestTheOutlineLeadsTheBoardAndFollowsIt(t *testing.T) {
	s := outlined(t)
	rows := s.outline.Rows()
	s.press(fyne.KeyHome)
	for i := 1; i < 14; i++ { // a title, a stage, lanes, cards, the next stage
		s.press(fyne.KeyDown)
		if got := s.Board().Spot(); got != rows[i].Spot {
			t.Fatalf("row %d is %+v, and on the board is %+v", i, rows[i].Spot, got)
		}
	}
	s.press(fyne.KeyReturn)
	if s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Fatal("Enter does not lead to the board")
	}
	for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyPageUp, fyne.KeyUp, fyne.KeyRight, fyne.KeyPageDown, fyne.KeyDown} {
		s.press(key)
		s.settle()
		spot, row := s.Board().Spot(), s.outline.At()
		if row.Spot != spot && (spot.Kind != edit.Cell || row.Spot.ID != spot.Column) {
			t.Errorf("after %s the board is at %+v, the outline at %q", key, spot, row.Text)
		}
	}
}

func TestTheOutlineNamesThePersonasAndWhatTheMapSaysOfItself(t *testing.T) {
	s := outlined(t)
	m := s.Document().Map()
	want := []string{m.Header().Scenario}
	for p := range m.Personas() {
		want = append(want, p.Name)
	}
	for _, words := range want {
		at := slices.IndexFunc(s.outline.Rows(), func(r outline.Row) bool { return strings.Contains(r.Text, words) })
		if at < 0 {
			t.Errorf("%q is not in the outline", words)
			continue
		}
		if row := s.outline.Rows()[at]; row.Level != 1 || !strings.Contains(row.Sentence, ": ") {
			t.Errorf("%q is read out as %q", words, row.Sentence)
		}
	}
}

func TestTheOutlineFoldsAndFollowsTheMap(t *testing.T) {
	s := outlined(t)
	all := len(s.outline.Rows())
	first := slices.Collect(s.Document().Map().Stages())[0]
	s.press(fyne.KeyHome)
	for s.outline.At().Spot != edit.HeadSpot(first) { // past what the map says of itself
		s.press(fyne.KeyDown)
	}
	s.press(fyne.KeyLeft)
	s.settle()
	if s.outline.At().Spot.ID != first.ID || !s.outline.At().Folded || len(s.outline.Rows()) >= all {
		t.Fatalf("%q is not folded", s.outline.At().Text)
	}
	s.press(fyne.KeyRight)
	s.settle()
	s.press(fyne.KeyRight)
	if len(s.outline.Rows()) != all || s.outline.At().Level != 1 {
		t.Error("it does not open again")
	}
	s.focus()
	s.Run("add-card")
	s.write("Something new")
	s.Board().Commit()
	s.settle()
	if !slices.ContainsFunc(s.outline.Rows(), func(r outline.Row) bool { return r.Text == "Something new" }) {
		t.Error("the new card is not in the outline")
	}
	s.Run("add-stage")
	s.write("Nothing yet")
	s.Board().Commit()
	s.settle()
	for i, r := range s.outline.Rows() {
		if holds := i+1 < len(s.outline.Rows()) && s.outline.Rows()[i+1].Level > r.Level; r.Heading && r.Level == 0 && i > 0 && r.Folds != holds {
			t.Errorf("%q can be folded: %v", r.Text, r.Folds)
		}
	}
	s.Run("language-de")
	s.settle()
	if !slices.ContainsFunc(s.outline.Rows(), func(r outline.Row) bool { return strings.HasPrefix(r.Sentence, "Phase 1 von ") }) {
		t.Error("the outline does not speak the other language")
	}
	s.Run("outline")
	if s.outline != nil || s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Error("the outline is not put away")
	}
}
