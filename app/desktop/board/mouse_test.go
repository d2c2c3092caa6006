package board_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/play"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// Where the cells of small lie on a headless board at 100 %: the lane heads are
// 168 wide, the four columns share 1,184; the tasks begin below header, stages and steps.
const (
	column          = (1184 - 168) / 4
	firstX, secondX = 168 + column/2, 168 + column + column/2
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

func TestAPointOfTheCurveIsDraggedAsOneChange(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "curve").Press('3')
	card := firstCard(w)
	w.Drag(firstX, curveY(w, card, 0), firstX+3, curveY(w, card, 2)+9)
	if got := firstCard(w).Emotion; got != mapmodel.N(2) {
		t.Fatalf("dragged up, it feels %v", got)
	}
	w.Drag(firstX, curveY(w, card, 2), firstX, curveY(w, card, -2)+60)
	if got := firstCard(w).Emotion; got != mapmodel.N(-2) {
		t.Errorf("dragged down beyond the end, it feels %v", got)
	}
	w.Press(play.Ctrl, 'Z')
	if got := firstCard(w).Emotion; got != mapmodel.N(2) {
		t.Errorf("one undo brings %v", got)
	}
}

// curveY is where a feeling stands on the board.
func curveY(w *play.Room, card *mapmodel.Card, value int) float32 {
	page := scene.NewLayouter(scene.ScreenLight(), words.English.Page()).Layout(w.Doc.Map(), scene.Sheet{Width: 1200, Share: 1184}).Pages[0]
	for _, row := range page.Grid.Rows {
		if row.Kind == mapmodel.LaneCurve {
			return float32(row.Y + scene.ScreenLight().FeelingLevel(row.H, value))
		}
	}
	return 0
}

func TestEscapeEndsADragAndNothingHasChanged(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("a").Press(play.Escape)
	w.Cell("Notice", "curve").Press('3')
	before := w.Doc.Map()
	for _, from := range []float32{tasksY, curveY(w, nil, 0)} {
		w.Lift(firstX, from, secondX, from-56).Press(play.Escape)
		w.LetGo(secondX, from-56)
		if w.Doc.Map() != before {
			t.Errorf("a drag from %v that was cancelled has changed the map", from)
		}
	}
}

func TestABoxDrawnAroundCardsSelectsThem(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("a").Press(play.Enter).Type("b").Press(play.Escape)
	w.Cell("Choose a slot", "tasks").Type("c").Press(play.Escape)
	w.Cell("Confirm", "tasks").Type("d").Press(play.Escape)
	below := float32(tasksY + 100)
	w.Drag(168+10, below, secondX, tasksY)
	if got := chosen(w); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Errorf("the box selects %q", got)
	}
	w.Hold(play.Ctrl).Lift(secondX+column, below, secondX+column+10, tasksY).LetGo(secondX+column+10, tasksY).Hold()
	if got := chosen(w); !slices.Equal(got, []string{"a", "b", "c", "d"}) {
		t.Errorf("with Ctrl held, a second box makes it %q", got)
	}
}

// chosen are the texts of the selected cards.
func chosen(w *play.Room) []string {
	var out []string
	for _, id := range w.Board.Selection() {
		out = append(out, mapmodel.Find[*mapmodel.Card](w.Doc.Map(), id).Text)
	}
	return out
}

func TestCardsDroppedOnAStageHeadStayInTheirLanes(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("a").Press(play.Escape)
	w.Cell("Notice", "touchpoints").Type("b").Press(play.Escape)
	w.Press(play.Ctrl, 'A').Press(play.Ctrl, 'A').Press(play.Ctrl, 'A') // the map
	w.Drag(firstX, tasksY, 168+3*column+column/2, 76+20)
	w.Expect().Cell("Visit", "tasks").Cards("a")
	w.Expect().Cell("Visit", "touchpoints").Cards("b")
	w.Press(play.Ctrl, 'Z').Expect().Cell("Notice", "touchpoints").Cards("b")
}

func TestCardsMoveAmongThoseThatAFilterShows(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("a1").Press(play.Enter).Type("x1").Press(play.Enter).Type("a2").Press(play.Enter).Type("x2").Press(play.Enter).Type("a3").Press(play.Escape)
	w.Cell("Visit", "tasks").Type("x").Press(play.Enter).Type("a").Press(play.Escape)
	w.Cell("Notice", "touchpoints")
	w.Board.SetFilter(func(c *mapmodel.Card) bool { return strings.HasPrefix(c.Text, "a") }, true)
	const row = 35 + 8 // of a card and the gap below it
	w.Drag(firstX, cardY+2*row+10, firstX, cardY+row+2)
	w.Expect().Cell("Notice", "tasks").Cards("a1", "x1", "a3", "a2", "x2")
	w.Press(play.Alt, play.Up).Expect().Cell("Notice", "tasks").Cards("a3", "a1", "x1", "a2", "x2")
	w.Press(play.Alt, play.Down).Press(play.Alt, play.Down).Expect().Cell("Notice", "tasks").Cards("a1", "x1", "a2", "a3", "x2")
	w.Drag(firstX, cardY+10, firstX, cardY+3*row-4)
	w.Expect().Cell("Notice", "tasks").Cards("x1", "a2", "a3", "a1", "x2")
	w.Press(play.Alt, play.Right).Press(play.Alt, play.Right).Press(play.Alt, play.Right).Expect().Cell("Visit", "tasks").Cards("a1", "x", "a")
	w.Press(play.Ctrl, 'Z').Press(play.Ctrl, 'Z').Press(play.Ctrl, 'Z').Press(play.Ctrl, 'Z')
	w.Expect().Cell("Notice", "tasks").Cards("a1", "x1", "a2", "a3", "x2")
	w.Cell("Notice", "tasks").Type("b").Press(play.Escape) // what is typed shows as long as it is selected
	if spot := w.Board.Spot(); spot.Kind != edit.Card {
		t.Errorf("the new card is not selected but %+v", spot)
	}
	w.Press(play.Up).Press(play.Down)
	if spot := w.Board.Spot(); spot.Kind == edit.Card && mapmodel.Find[*mapmodel.Card](w.Doc.Map(), spot.ID).Text == "b" {
		t.Error("a card that is hidden is walked to")
	}
	w.Board.SetFilter(nil, false)
	w.Expect().Cell("Notice", "tasks").Cards("a1", "x1", "a2", "a3", "x2", "b")
}
