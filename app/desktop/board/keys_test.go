package board_test

import (
	"strings"
	"testing"
	"time"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/play"
	"footpath/mapmodel"
)

// small is a map with three stages, the second in two steps, and no card.
func small() *mapmodel.Map {
	src := mapmodel.NewSeededSource(3)
	now := func() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }
	desk := &mapmodel.Desk{Author: src.ID(), Source: src, Now: now}
	doc := mapmodel.NewDocument(mapmodel.NewMap("Renewing a licence", src), src, now)
	do := func(c mapmodel.Change, err error) {
		if err == nil {
			_, err = doc.Do(c)
		}
		if err != nil {
			panic(err)
		}
	}
	for _, name := range []string{"Notice", "Book", "Visit"} {
		c, id, err := desk.AddStage(doc.Map(), -1, name)
		do(c, err)
		if name == "Book" {
			for _, step := range []string{"Choose a slot", "Confirm"} {
				c, _, err := desk.AddStep(doc.Map(), id, -1, step)
				do(c, err)
			}
		}
	}
	return doc.Map()
}

func TestTheCaptureLoopNeedsNoMouse(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("Open the letter").Press(play.Enter).Type("Ask a relative").Press(play.Enter).Press(play.Enter)
	w.Expect().Cell("Notice", "tasks").Cards("Open the letter", "Ask a relative")
	w.Cell("Choose a slot", "touchpoints").Type("Online booking").Press(play.Tab).Type("Confirmation").Press(play.Escape)
	w.Expect().Cell("Choose a slot", "touchpoints").Cards("Online booking")
	w.Expect().Cell("Confirm", "touchpoints").Cards("Confirmation")
	w.Press(play.Ctrl, 'Z').Expect().Cell("Confirm", "touchpoints").Cards()
	w.Press(play.Ctrl, play.Shift, 'Z').Expect().Cell("Confirm", "touchpoints").Cards("Confirmation")
	w.Press(play.Ctrl, 'Z').Press(play.Ctrl, 'Y').Expect().Cell("Confirm", "touchpoints").Cards("Confirmation")
}

func TestCardsAreReachedEditedMovedDuplicatedAndDeletedByKeys(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("a").Press(play.Enter).Type("b").Press(play.Enter).Type("c").Press(play.Escape)
	w.Card("Notice", "tasks", 2).Press(play.F2).Type("!").Press(play.Enter).Expect().Cell("Notice", "tasks").Cards("a", "b!", "c")
	w.Press(play.Alt, play.Up).Expect().Cell("Notice", "tasks").Cards("b!", "a", "c")
	w.Press(play.Alt, play.Right).Expect().Cell("Choose a slot", "tasks").Cards("b!")
	w.Press(play.Ctrl, 'D').Expect().Cell("Choose a slot", "tasks").Cards("b!", "b!")
	w.Press(play.Delete).Expect().Cell("Choose a slot", "tasks").Cards("b!")
	w.Press(play.Ctrl, 'Z').Expect().Cell("Choose a slot", "tasks").Cards("b!", "b!")
	w.Card("Notice", "tasks", 1).Press(play.Insert).Type("between").Press(play.Escape).Expect().Cell("Notice", "tasks").Cards("a", "between", "c")
	w.Press(play.Shift, play.Enter).Type("above").Press(play.Escape).Expect().Cell("Notice", "tasks").Cards("a", "above", "between", "c")
	w.Press(play.Ctrl, play.Enter).Type("below").Press(play.Ctrl, play.Enter).Expect().Cell("Notice", "tasks").Cards("a", "above", "below", "between", "c")
	if len(w.Notices) != 1 || !strings.Contains(w.Notices[0], "Deleted") {
		t.Errorf("notices: %q", w.Notices)
	}
}

func TestHeadsAreReachedAndRenamedByKeys(t *testing.T) {
	w := play.Headless(t, small())
	w.Stage("Visit").Press(play.F2).Type("Visiting").Press(play.Enter).Expect().Stages("Notice", "Book", "Visiting")
	w.Stage("Notice").Press(play.Ctrl, play.Shift, 'T').Type("Look up").Press(play.Escape).Expect().Stages("Notice", "Look up", "Book", "Visiting")
	w.Press(play.Alt, play.Shift, play.Left).Expect().Stages("Look up", "Notice", "Book", "Visiting")
	w.Lane("tasks").Press(play.Ctrl, play.Shift, 'L').Type("Costs").Press(play.Escape)
	w.Cell("Notice", "Costs").Type("12 euro").Press(play.Escape).Expect().Cell("Notice", "Costs").Cards("12 euro")
	w.Lane("Costs").Press(play.Alt, play.Shift, play.Up)
	w.Title().Press(play.Enter).Press(play.Ctrl, 'A').Type("Another title").Press(play.Enter)
	if got := w.Doc.Map().Header().Title; got != "Another title" {
		t.Errorf("the title is %q", got)
	}
}

func TestDigitsSetEmotionsInTheCurve(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "curve").Press('2').Press(play.Tab).Press('5')
	want := map[string]int{"Notice": -1, "Choose a slot": 2}
	for card := range w.Doc.Map().Cards() {
		if name := mapmodel.NameOf(w.Doc.Map().Get(card.Column)); card.Emotion != mapmodel.N(want[name]) {
			t.Errorf("%s feels %v, want %d", name, card.Emotion, want[name])
		}
	}
	w.Press(play.Delete)
	if n := w.Doc.Map().CardCount(); n != 1 {
		t.Errorf("%d cards after the feeling is taken away, want 1", n)
	}
}

func TestArrowsInsideACardFollowItsLines(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("A text that is long enough to be broken into three lines").Press(play.Home).Type("[").Press(play.Up).Type("]")
	text := firstCard(w).Text
	if strings.Index(text, "]") >= strings.Index(text, "[") || strings.HasPrefix(text, "[") {
		t.Errorf("Home goes to the line's beginning and Up to the line above: %q", text)
	}
	w.Press(play.F2).Press(play.Ctrl, play.Home).Type("1").Press(play.Down).Press(play.End).Type("2").Press(play.Escape)
	text = firstCard(w).Text
	if !strings.HasPrefix(text, "1") || !strings.Contains(text, "2") {
		t.Errorf("the text is %q", text)
	}
}

func firstCard(w *play.Room) *mapmodel.Card {
	w.Board.Commit()
	for card := range w.Doc.Map().Cards() {
		return card
	}
	return &mapmodel.Card{}
}

func TestTheStatusNamesStateAndPlace(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Choose a slot", "tasks")
	if s := w.Board.Status(); s.Editing || s.Place != "Tasks & Actions, Choose a slot" || s.Zoom != 100 {
		t.Errorf("selecting, the status is %+v", s)
	}
	w.Type("x")
	if s := w.Board.Status(); !s.Editing || s.Place != "Tasks & Actions, Choose a slot, card 1 of 1" {
		t.Errorf("typing, the status is %+v", s)
	}
}

func TestEveryKeyOfTheTableMeansOneThingInAState(t *testing.T) {
	seen := map[edit.State]map[edit.Stroke]edit.Command{edit.Selecting: {}, edit.Editing: {}}
	for _, b := range edit.Bindings() {
		if other, twice := seen[b.State][b.Stroke]; twice {
			t.Errorf("%v means %s and %s", b.Stroke, other, b.Do)
		}
		seen[b.State][b.Stroke] = b.Do
	}
}

func TestClosingKeepsWhatIsBeingTyped(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("The last word")
	w.Board.Close()
	w.Expect().Cell("Notice", "tasks").Cards("The last word")
}

func TestZoomKeysGoInSteps(t *testing.T) {
	w := play.Headless(t, small())
	w.Press(play.Ctrl, '=')
	if z := w.Board.Status().Zoom; z != 119 {
		t.Errorf("one step in is %d %%", z)
	}
	w.Press(play.Ctrl, '0').Press(play.Ctrl, play.Minus)
	if z := w.Board.Status().Zoom; z != 84 {
		t.Errorf("one step out is %d %%", z)
	}
	w.Times(3, play.Escape).Press(play.Ctrl, '1')
	if z := w.Board.Status().Zoom; z > 100 {
		t.Errorf("the map fits at %d %%", z)
	}
}

func TestWhatIsSelectedFitsBetweenTheHeadsAndTheInbox(t *testing.T) {
	w := play.Headless(t, small())
	c, _, err := w.Desk.PasteLines(w.Doc.Map(), mapmodel.Place{At: -1}, "one note\nanother note")
	if err == nil {
		_, err = w.Doc.Do(c)
	}
	c, err2 := mapmodel.Alter(w.Desk, w.Doc.Map(), mapmodel.LabelAlter, []mapmodel.ID{w.Doc.Map().ID()}, func(h *mapmodel.Header) {
		h.Scenario = strings.Repeat("The licence runs out in January, and the queues are long. ", 6)
	})
	if err2 == nil {
		_, err2 = w.Doc.Do(c)
	}
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	w.Cell("Visit", "opportunities")
	for range 6 {
		w.Type("Send a message when four people are left in front").Press(play.Enter)
	}
	w.Type("The last").Press(play.Escape).Press(play.Ctrl, '2')
	if at := w.Board.Beside(); at.Y < 100 || at.Y > 640 {
		t.Errorf("the selected card ends at %v of 800", at.Y)
	}
	if z := w.Board.Status().Zoom; z < 100 || z > 200 {
		t.Errorf("one card is shown at %d %%", z)
	}
}
