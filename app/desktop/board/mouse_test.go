package board_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/play"
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
