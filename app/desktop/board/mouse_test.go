package board_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/play"
	"footpath/mapmodel"
)

// Where the cells of small lie on a headless board at 100 %: the lane heads are
// 168 wide, the columns 180; the tasks begin below header, stages and steps.
const (
	firstX, secondX = 168 + 90, 168 + 180 + 90
	tasksY          = 76 + 48 + 26 + 24
)

func TestAClickSelectsACellAndTypingFillsIt(t *testing.T) {
	w := play.Headless(t, small())
	w.Click(secondX, tasksY).Type("Pick an office").Press(play.Escape)
	w.Expect().Cell("Choose a slot", "tasks").Cards("Pick an office")
	w.Click(firstX, tasksY).Type("Open it")
	w.Click(secondX, 500)
	w.Expect().Cell("Notice", "tasks").Cards("Open it")
}

func TestADoubleClickEditsAndAClickPlacesTheCaret(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("word").Press(play.Escape)
	w.DoubleClick(168+8+15, tasksY).Type("1").Expect()
	w.Click(330, tasksY).Type("9").Press(play.Escape)
	w.Expect().Cell("Notice", "tasks").Cards("1word9")
}

func TestACardIsDraggedToAnotherCell(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("a").Press(play.Enter).Type("b").Press(play.Escape)
	w.Cell("Choose a slot", "tasks").Type("c").Press(play.Escape)
	w.Drag(firstX, tasksY, secondX, tasksY-12)
	w.Expect().Cell("Choose a slot", "tasks").Cards("a", "c")
	w.Expect().Cell("Notice", "tasks").Cards("b")
	w.Press(play.Ctrl, 'Z').Expect().Cell("Notice", "tasks").Cards("a", "b")
	w.Drag(firstX, tasksY, secondX, tasksY+60, play.Ctrl)
	w.Expect().Cell("Notice", "tasks").Cards("a", "b")
	w.Expect().Cell("Choose a slot", "tasks").Cards("c", "a")
}

func TestASlipOfTheHandIsAClick(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("a").Press(play.Escape)
	w.Drag(firstX, tasksY, firstX+4, tasksY+1)
	w.Expect().Cell("Notice", "tasks").Cards("a")
	if got := w.Board.Selection(); len(got) != 1 {
		t.Errorf("%d cards are selected", len(got))
	}
}

func TestShiftAndCtrlClicksSelectSeveral(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("a").Press(play.Enter).Type("b").Press(play.Enter).Type("c").Press(play.Escape)
	w.Click(firstX, tasksY).Click(firstX, tasksY+88, play.Shift)
	if got := w.Board.Selection(); len(got) != 3 {
		t.Errorf("%d cards are selected, want 3", len(got))
	}
	w.Click(firstX, tasksY+44, play.Ctrl)
	if got := w.Board.Selection(); len(got) != 2 {
		t.Errorf("%d cards are selected, want 2", len(got))
	}
}

func TestHeadsStayInSightWhileTheMapScrolls(t *testing.T) {
	w := play.Headless(t, small())
	w.Canvas.Resize(fyne.NewSize(500, 400))
	w.Scroll(-60, -60)
	w.Click(200, 20).Press(play.F2).Press(play.End).Type("!").Press(play.Escape)
	w.Expect().Stages("Notice", "Book!", "Visit")
}

// withNotes opens the small map with notes in its inbox.
func withNotes(t *testing.T, notes ...string) *play.Room {
	t.Helper()
	w := play.Headless(t, small())
	c, _, err := w.Desk.AddCards(w.Doc.Map(), mapmodel.Place{At: -1}, notes)
	if err == nil {
		_, err = w.Doc.Do(c)
	}
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// inbox lists the texts of the notes that stand nowhere yet.
func inbox(w *play.Room) []string {
	var out []string
	for card := range w.Doc.Map().Inbox().Cards() {
		out = append(out, card.Text)
	}
	return out
}

// noteY is within the first row of notes: the inbox is 82 high and stands at the foot of the board.
const noteY = 800 - 82 + 20

func TestANoteIsDraggedFromTheInboxIntoACellHoweverFarTheMapIsScrolled(t *testing.T) {
	w := withNotes(t, "first", "second")
	w.Canvas.Resize(fyne.NewSize(700, 800))
	w.Scroll(-40, 0)
	w.Drag(168+60, noteY, 300, tasksY)
	if got := inbox(w); !slices.Equal(got, []string{"second"}) {
		t.Errorf("the inbox holds %q", got)
	}
	w.Expect().Cell("Choose a slot", "tasks").Cards("first")
	w.Drag(300, tasksY, 400, noteY)
	if got := inbox(w); !slices.Equal(got, []string{"second", "first"}) {
		t.Errorf("dragged back, the inbox holds %q", got)
	}
}

func TestAnInboxOfManyNotesScrollsByItself(t *testing.T) {
	var notes []string
	for i := range 60 {
		notes = append(notes, string(rune('A'+i)))
	}
	w := withNotes(t, notes...)
	w.Press(play.Ctrl, play.Home).Times(30, play.PageDown)
	for range 59 {
		w.Press(play.Right)
	}
	w.Click(168+60, 790)
	if got := w.Doc.Map().Get(w.Board.Spot().ID).(*mapmodel.Card).Text; got < "u" {
		t.Errorf("at the foot of the inbox stands %q, although its end is selected", got)
	}
	w.Click(168+60, 800*0.5)
	if w.Board.Spot().Inbox() {
		t.Error("the inbox covers more than its share")
	}
}

func TestNotesAreTypedAndEditedWhereTheyStand(t *testing.T) {
	w := withNotes(t, "one")
	w.Click(168+60, noteY).Press(play.F2).Type(" more").Press(play.Enter)
	if got := inbox(w); !slices.Equal(got, []string{"one more"}) {
		t.Errorf("the inbox holds %q", got)
	}
	w.DoubleClick(168+22, noteY).Type("x")
	w.Press(play.Escape)
	if got := inbox(w); !slices.Equal(got, []string{"xone more"}) && !slices.Equal(got, []string{"oxne more"}) {
		t.Errorf("a click places the caret wrongly: %q", got)
	}
}
