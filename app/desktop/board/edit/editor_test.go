package edit_test

import (
	"slices"
	"testing"
	"time"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
)

const (
	tasks       = mapmodel.LaneTasks
	feelings    = mapmodel.LaneFeelings
	touchpoints = mapmodel.LaneTouchpoints
)

func TestTypingInACellMakesCardAfterCardUntilAnEmptyOne(t *testing.T) {
	r := open(t, "Notice", "Visit").at("Notice/tasks")
	r.press("'Open the letter'", "Return", "'Ask a friend'", "Return", "Return")
	r.says("Notice", tasks, "Open the letter", "Ask a friend").at("Notice/tasks")
	if r.State() != edit.Selecting {
		t.Error("Enter on an empty card ends the typing")
	}
}

func TestTabGoesOnInTheNextStageAndThenTheNextLane(t *testing.T) {
	r := open(t, "Notice", "Visit")
	r.press("'One'", "Tab", "'Two'", "Tab", "'Three'", "Escape")
	r.says("Notice", tasks, "One").says("Visit", tasks, "Two").says("Notice", feelings, "Three")
	r.press("Tab").at("Visit/feelings")
	r.press("Shift+Tab").at("Notice/feelings: Three")
}

func TestEscapeKeepsTheText(t *testing.T) {
	r := open(t, "Notice").press("'A spoken sentence'", "Escape")
	r.says("Notice", tasks, "A spoken sentence").at("Notice/tasks: A spoken sentence")
}

func TestAnEmptyNewCardLeavesNoTrace(t *testing.T) {
	for _, end := range []string{"Escape", "Return", "Ctrl+Return"} {
		r := open(t, "Notice").press("Return", end)
		if r.Map().CardCount() != 0 || len(r.changes) != 0 {
			t.Errorf("%s: %d cards, %d changes", end, r.Map().CardCount(), len(r.changes))
		}
	}
	r := open(t, "Notice").press("'x'")
	r.clock.pass(time.Second)
	r.press("BackSpace", "Escape")
	if r.Map().CardCount() != 0 {
		t.Error("typed, kept and deleted again: the card is still there")
	}
	r.press("Ctrl+Z")
	if r.Map().CardCount() != 0 {
		t.Error("undo brings back what was never meant")
	}
}

func TestUndoTakesTheWholeTypingOfACardBack(t *testing.T) {
	r := open(t, "Notice").press("'Open'", "Escape")
	r.press("F2")
	for _, word := range []string{"' the'", "' renewal'", "' letter'"} {
		r.press(word)
		r.clock.pass(400 * time.Millisecond)
	}
	r.press("Escape").says("Notice", tasks, "Open the renewal letter")
	r.press("Ctrl+Z").says("Notice", tasks, "Open")
	r.press("Ctrl+Shift+Z").says("Notice", tasks, "Open the renewal letter")
	r.press("Ctrl+Z", "Ctrl+Z").says("Notice", tasks)
	r.press("Ctrl+Y").says("Notice", tasks, "Open")
}

func TestTypingIsKeptAfterAPauseAndAfterASecondOfUnbrokenTyping(t *testing.T) {
	r := open(t, "Notice").press("'a'")
	r.clock.pass(299 * time.Millisecond)
	if len(r.changes) != 0 {
		t.Fatal("kept before the pause")
	}
	r.clock.pass(time.Millisecond)
	if len(r.changes) != 1 {
		t.Fatalf("%d changes after the pause, want 1", len(r.changes))
	}
	for range 4 {
		r.press("'b'")
		r.clock.pass(250 * time.Millisecond)
	}
	if len(r.changes) != 2 {
		t.Fatalf("%d changes after a second without a pause, want 2", len(r.changes))
	}
	r.press("'c'", "Escape")
	if len(r.changes) != 3 || r.changes[0].Group != r.changes[2].Group {
		t.Errorf("%d changes, the end of the typing makes the third of one group", len(r.changes))
	}
}

func TestASelectedCardIsEditedByTypingAtItsEnd(t *testing.T) {
	r := open(t, "Notice").press("'Pay'", "Escape", "Space").says("Notice", tasks, "Pay")
	r.press("F2", "' the fee'", "Return").says("Notice", tasks, "Pay the fee").at("Notice/tasks: Pay the fee")
	r.press("'!'", "Escape").says("Notice", tasks, "Pay the fee!")
	r.press("Return", "Home", "'Now: '", "Ctrl+Return").says("Notice", tasks, "Now: Pay the fee!")
}

func TestShiftEnterBeginsALineAndTheEndOfACardIsTidy(t *testing.T) {
	r := open(t, "Notice").press("'one'", "Shift+Return", "'two'", "Shift+Return", "Escape")
	r.says("Notice", tasks, "one\ntwo")
}

func TestArrowsWalkOverCardsCellsAndHeads(t *testing.T) {
	r := open(t, "Notice", "Book: Choose, Confirm")
	r.press("'a'", "Return", "'b'", "Escape").at("Notice/tasks: b")
	r.press("Up").at("Notice/tasks: a").press("Up").at("stage Notice").press("Up").at("title")
	r.press("Down").at("field persona").press("Down").at("stage Notice").press("Down").at("Notice/tasks: a")
	r.press("Down", "Down").at("Notice/tasks").press("Down").at("Notice/feelings")
	r.press("Up").at("Notice/tasks").press("Up").at("Notice/tasks: b")
	r.press("Right").at("Choose/tasks").press("Right").at("Confirm/tasks").press("Right").at("Confirm/tasks")
	r.press("Up").at("step Confirm").press("Left").at("step Choose").press("Up").at("stage Book")
	r.press("Down").at("step Choose").press("Down").at("Choose/tasks")
	r.press("Left").at("Notice/tasks").press("Left").at("lane tasks").press("Down").at("lane feelings")
	r.press("Right").at("Notice/feelings")
	r.press("End").at("Confirm/feelings").press("Home").at("Notice/feelings")
	r.press("Ctrl+End").at("Confirm/opportunities").press("Ctrl+Home").at("Notice/tasks: a")
	r.press("Next").at("Notice/feelings").press("Next").at("Notice/curve").press("Prior", "Prior").at("Notice/tasks: a")
	r.press("Ctrl+Down").at("Notice/opportunities").press("Ctrl+Right").at("Confirm/opportunities")
	r.press("Ctrl+Up").at("Confirm/tasks").press("Ctrl+Left").at("Notice/tasks")
	r.press("Ctrl+Down", "Down").at("inbox").press("Up").at("Notice/opportunities")
}

func TestShiftAndArrowsSelectCards(t *testing.T) {
	r := open(t, "Notice", "Visit").press("'a'", "Return", "'b'", "Return", "'c'", "Tab", "'d'", "Escape")
	r.press("Ctrl+Home", "Shift+Down")
	r.selected("a", "b")
	r.press("Shift+Up").selected("a")
	r.press("Shift+Right").selected("a", "b", "c", "d")
	r.press("Escape", "Escape").at("Visit/tasks")
}

func (r *room) selected(want ...string) *room {
	r.t.Helper()
	var got []string
	for _, id := range r.Cards() {
		got = append(got, mapmodel.Find[*mapmodel.Card](r.Map(), id).Text)
	}
	if !slices.Equal(got, want) {
		r.t.Errorf("selected are %q, want %q", got, want)
	}
	return r
}

func TestSelectAllWidensFromCellToLaneToMap(t *testing.T) {
	r := open(t, "Notice", "Visit").press("'a'", "Return", "'b'", "Tab", "'c'", "Escape", "Next", "'d'", "Escape")
	r.press("Ctrl+Home", "Ctrl+A").selected("a", "b")
	r.press("Ctrl+A").selected("a", "b", "c")
	r.press("Ctrl+A").selected("a", "b", "c", "d")
	r.press("Down").selected("b")
}

func TestDeleteTakesCardsAwayWithoutAsking(t *testing.T) {
	r := open(t, "Notice").press("'a'", "Return", "'b'", "Return", "'c'", "Escape", "Up")
	r.press("Delete").says("Notice", tasks, "a", "c").at("Notice/tasks: c")
	if len(r.notices) != 1 || !r.notices[0].Undo || r.notices[0].Key != "board.removed-cards" {
		t.Errorf("notices: %+v", r.notices)
	}
	r.press("BackSpace").says("Notice", tasks, "a").at("Notice/tasks: a")
	r.press("Ctrl+Z", "Ctrl+Z").says("Notice", tasks, "a", "b", "c").at("Notice/tasks: b")
}

func TestAltArrowsMoveCards(t *testing.T) {
	r := open(t, "Notice", "Visit").press("'a'", "Return", "'b'", "Escape")
	r.press("Alt+Up").says("Notice", tasks, "b", "a").at("Notice/tasks: b")
	r.press("Alt+Down").says("Notice", tasks, "a", "b")
	r.press("Alt+Right").says("Notice", tasks, "a").says("Visit", tasks, "b").at("Visit/tasks: b")
	r.press("Alt+Right").says("Visit", tasks, "b")
	r.press("Alt+Down").says("Visit", feelings, "b")
	r.press("Alt+Down").says("Visit", touchpoints, "b")
	r.press("Alt+Up", "Alt+Up", "Alt+Left").says("Notice", tasks, "b", "a")
	r.press("Shift+Down", "Alt+Right").says("Visit", tasks, "b", "a").selected("b", "a")
	r.press("Ctrl+Z").says("Notice", tasks, "b", "a")
}

func TestCtrlEnterAndShiftEnterAddCardsBesideTheSelectedOne(t *testing.T) {
	r := open(t, "Notice").press("'a'", "Return", "'c'", "Escape", "Up")
	r.press("Ctrl+Return", "'b'", "Escape").says("Notice", tasks, "a", "b", "c")
	r.press("Ctrl+Home", "Shift+Return", "'0'", "Escape").says("Notice", tasks, "0", "a", "b", "c")
	r.press("Insert", "'1'", "Return", "'2'", "Escape").says("Notice", tasks, "0", "1", "2", "a", "b", "c")
}

func TestDuplicateJoinAndSplit(t *testing.T) {
	r := open(t, "Notice").press("'a'", "Escape", "Ctrl+D").says("Notice", tasks, "a", "a")
	r.press("Shift+Up", "Ctrl+J").says("Notice", tasks, "a\na")
	r.press("Ctrl+Shift+J").says("Notice", tasks, "a", "a").selected("a", "a")
}

func TestStagesAreAddedNamedMovedAndDeletedInPlace(t *testing.T) {
	r := open(t).at("start")
	r.press("'Notice'", "Return", "'Visit'", "Return", "Return").at("stage Visit")
	r.stages("Notice", "Visit")
	r.press("Left", "Ctrl+Shift+T", "'Book'", "Escape").stages("Notice", "Book", "Visit")
	r.press("Alt+Shift+Right").stages("Notice", "Visit", "Book").at("stage Book")
	r.press("Alt+Left").stages("Notice", "Book", "Visit")
	r.press("F2", "Ctrl+BackSpace", "'Choose'", "Return").stages("Notice", "Choose", "Visit")
	r.press("Ctrl+Z").stages("Notice", "Book", "Visit")
	r.press("Delete").stages("Notice", "Visit").at("stage Visit")
	r.press("Ctrl+Z").stages("Notice", "Book", "Visit").at("stage Book")
	r.press("Tab", "Tab").at("stage Visit")
}

func (r *room) stages(want ...string) *room {
	r.t.Helper()
	var got []string
	for stage := range r.Map().Stages() {
		got = append(got, stage.Name)
	}
	if !slices.Equal(got, want) {
		r.t.Errorf("stages are %q, want %q", got, want)
	}
	return r
}

func TestLanesAreAddedNamedMovedAndDeletedInPlace(t *testing.T) {
	r := open(t, "Notice").press("Ctrl+Shift+L", "'Costs'", "Return", "Escape")
	r.lanes("", "Costs", "", "", "", "", "")
	r.press("Alt+Shift+Down").lanes("", "", "Costs", "", "", "", "")
	r.press("Alt+Up").lanes("", "Costs", "", "", "", "", "")
	r.press("Delete").lanes("", "", "", "", "", "").press("Ctrl+Z").lanes("", "Costs", "", "", "", "", "")
	r.press("Up", "F2", "'My tasks'", "Escape").lanes("My tasks", "Costs", "", "", "", "", "")
}

func (r *room) lanes(want ...string) *room {
	r.t.Helper()
	var got []string
	for lane := range r.Map().Lanes() {
		got = append(got, lane.Name)
	}
	if !slices.Equal(got, want) {
		r.t.Errorf("lanes are %q, want %q", got, want)
	}
	return r
}

func TestTheTitleIsEditedInPlace(t *testing.T) {
	r := open(t, "Notice").press("Up", "Up").at("title")
	r.press("Return", "Ctrl+A", "'Renewing a licence'", "Return")
	if got := r.Map().Header().Title; got != "Renewing a licence" {
		t.Errorf("the title is %q", got)
	}
}

func TestDigitsSetTheEmotionInTheCurvesCells(t *testing.T) {
	r := open(t, "Notice").press("Next", "'Will it last?'", "Escape", "Ctrl+Home", "Next", "Next").at("Notice/curve")
	r.press("'1'").feels(mapmodel.N(-2)).press("'5'").feels(mapmodel.N(2)).press("'-'").feels(mapmodel.N(1)).press("'+'").feels(mapmodel.N(2))
	r.press("Delete").feels(mapmodel.Number{}).says("Notice", feelings, "Will it last?")
}

func TestUndoOnTheCurveStaysThereSoThatTheNextDigitIsAFeelingToo(t *testing.T) {
	r := open(t, "Notice").press("Next", "'Will it last?'", "Escape", "Ctrl+Home", "Next", "Next").at("Notice/curve")
	r.press("'4'", "'5'", "Ctrl+Z").at("Notice/curve").feels(mapmodel.N(1)).press("Ctrl+Shift+Z").at("Notice/curve").feels(mapmodel.N(2))
	r.press("'2'").feels(mapmodel.N(-1)).says("Notice", feelings, "Will it last?")
	r = open(t, "Notice").press("Ctrl+Home", "Next", "Next", "'3'").says("Notice", feelings, "")
	r.press("Ctrl+Z").at("Notice/curve").says("Notice", feelings).press("Ctrl+Shift+Z").at("Notice/curve").says("Notice", feelings, "")
	r = open(t, "Notice").press("Next", "'Will it last?'", "Escape", "Ctrl+Home", "Next", "Next").at("Notice/curve")
	r.press("Ctrl+Z").at("Notice/feelings")
}

func TestOfSeveralFeelingsADigitIsForTheMainPersonasOne(t *testing.T) {
	r := open(t, "Notice").press("Next", "'Mine'", "Return", "'Hers'", "Escape")
	m := r.Map()
	c, main, err := r.desk.AddPersona(m, -1, mapmodel.Persona{Name: "Rosa"})
	r.must(c, err)
	c, other, err := r.desk.AddPersona(r.Map(), -1, mapmodel.Persona{Name: "Theo"})
	r.must(c, err)
	ids := map[mapmodel.ID]mapmodel.ID{}
	for card := range r.Map().Cell(r.column("Notice"), r.Map().LaneOf(feelings).ID).Cards() {
		ids[card.ID] = other
		if card.Text == "Mine" {
			ids[card.ID] = main
		}
	}
	for card, persona := range ids {
		r.must(mapmodel.Alter(r.desk, r.Map(), mapmodel.LabelAlter, []mapmodel.ID{card}, func(c *mapmodel.Card) { c.Persona = persona }, "persona"))
	}
	r.press("Ctrl+Home", "Next", "Next").at("Notice/curve").press("'5'").feels(mapmodel.N(2)).says("Notice", feelings, "Mine", "Hers")
}

func TestEnterOnTheCurveSaysWhichKeysSetAFeeling(t *testing.T) {
	for _, key := range []string{"Return", "F2"} {
		r := open(t, "Notice").press("Ctrl+Home", "Next", "Next", key).at("Notice/curve")
		if r.State() != edit.Selecting || len(r.notices) != 1 || r.notices[0].Key != "board.emotion-keys" {
			t.Errorf("%s: told is %+v", key, r.notices)
		}
	}
}

func TestAWordTypedOnTheCurveBecomesACardOfFeelings(t *testing.T) {
	r := open(t, "Notice").press("Ctrl+Home", "Next", "Next").at("Notice/curve")
	r.press("'Lost again'", "Escape").says("Notice", feelings, "Lost again")
}

func TestTabStopsOnTheCurveAsInAnyLane(t *testing.T) {
	r := open(t, "Notice", "Visit").press("Ctrl+Home", "Next", "'How?'", "Tab", "'At last'", "Tab").at("Notice/curve")
	if r.State() != edit.Selecting {
		t.Fatal("a card is being typed on the curve")
	}
	r.press("'2'").feels(mapmodel.N(-1)).press("Tab").at("Visit/curve").press("'5'", "Tab").at("Notice/touchpoints")
	r.press("'A letter'", "Escape").says("Notice", touchpoints, "A letter").says("Notice", feelings, "How?").says("Visit", feelings, "At last")
	r.press("Escape", "Shift+Tab").at("Visit/curve").press("Shift+Tab").at("Notice/curve").press("Shift+Tab").at("Visit/feelings")
}

func (r *room) feels(want mapmodel.Number) *room {
	r.t.Helper()
	got := r.Map().Cell(r.column("Notice"), r.Map().LaneOf(feelings).ID).Card(0).Emotion
	if got != want {
		r.t.Errorf("the feeling is %v, want %v", got, want)
	}
	return r
}

func TestAnEmotionWithoutWordsComesAndGoes(t *testing.T) {
	r := open(t, "Notice").press("Next", "Next", "'4'").says("Notice", feelings, "")
	r.press("Delete").says("Notice", feelings)
}

func TestElsewhereDigitsType(t *testing.T) {
	open(t, "Notice").press("'112'", "Escape").says("Notice", tasks, "112")
}

func TestLinesPastedBecomeACardEach(t *testing.T) {
	r := open(t, "Notice", "Visit")
	r.clip = "- one\r\n\n* two\n3. three"
	r.press("Ctrl+V").says("Notice", tasks, "one", "two", "three").selected("one", "two", "three")
	r.press("Ctrl+Z").says("Notice", tasks)
	r.press("Ctrl+Shift+V").says("Notice", tasks, "- one\n\n* two\n3. three")
}

func TestATablePastedFillsStagesAndLanes(t *testing.T) {
	r := open(t, "Notice", "Visit")
	r.clip = "a\tb\nc\td"
	r.press("Ctrl+V").says("Notice", tasks, "a").says("Visit", tasks, "b").says("Notice", feelings, "c").says("Visit", feelings, "d")
}

func TestCopyMakesLinesOrATableAndCutPastesTheWholeCard(t *testing.T) {
	r := open(t, "Notice", "Visit").press("'a'", "Return", "'b'", "Tab", "'c'", "Escape", "Ctrl+Home")
	r.press("Ctrl+A", "Ctrl+C")
	if r.clip != "a\nb" {
		t.Errorf("the clipboard holds %q", r.clip)
	}
	r.press("Ctrl+A", "Ctrl+A", "Ctrl+C")
	if r.clip != "\"a\nb\"\tc" {
		t.Errorf("the clipboard holds %q", r.clip)
	}
	id := r.Map().Cell(r.column("Visit"), r.Map().LaneOf(tasks).ID).Card(0).ID
	r.must(mapmodel.Alter(r.desk, r.Map(), mapmodel.LabelAlter, []mapmodel.ID{id}, func(c *mapmodel.Card) { c.Owner = "Priya" }))
	r.press("Ctrl+Home", "Right").at("Visit/tasks: c").press("Ctrl+X").says("Visit", tasks).press("Ctrl+V").says("Visit", tasks, "c")
	if got := r.Map().Cell(r.column("Visit"), r.Map().LaneOf(tasks).ID).Card(0); got.Owner != "Priya" {
		t.Error("cut and pasted, the card has lost its owner")
	}
}

func TestInsideACardKeysEditTheText(t *testing.T) {
	r := open(t, "Notice").press("'one two three'", "Ctrl+Left", "Shift+Home", "Ctrl+X")
	if r.clip != "one two " {
		t.Errorf("cut %q", r.clip)
	}
	r.press("End", "' '", "Ctrl+V", "Ctrl+BackSpace", "Home", "Delete", "'T'", "Escape").says("Notice", tasks, "Three one")
}

func TestUndoInsideACardIsTextualFirst(t *testing.T) {
	open(t, "Notice").press("'one'", "Return", "'two words'", "Ctrl+Z", "Escape").says("Notice", tasks, "one", "two")
	r := open(t, "Notice").press("'one'", "Return", "Ctrl+Z").says("Notice", tasks)
	if r.State() != edit.Selecting {
		t.Error("with nothing typed, undo is the map's")
	}
	r.press("Ctrl+Y").says("Notice", tasks, "one")
}

func TestWhatOthersDoToACardBeingTypedLosesNoWord(t *testing.T) {
	r := open(t, "Notice").press("'mine'", "Escape", "F2", "' and'")
	id := r.Cursor().ID
	r.must(r.desk.RemoveCards(r.Map(), []mapmodel.ID{id}))
	r.press("' more'", "Escape").says("Notice", tasks, "mine and more")

	r = open(t, "Notice").press("'mine'", "Escape", "F2")
	r.must(r.desk.SetText(r.Map(), r.Cursor().ID, "theirs"))
	r.press("'!'", "Escape").says("Notice", tasks, "theirs!")

	r = open(t, "Notice").press("'mine'", "Escape", "F2")
	r.must(r.desk.RemoveStage(r.Map(), r.column("Notice")))
	r.at("start")
}

func TestClicksSelectAndOpen(t *testing.T) {
	r := open(t, "Notice", "Visit").press("'a'", "Return", "'b'", "Tab", "'c'", "Escape")
	card := func(column string, i int) edit.Spot {
		return edit.CardSpot(r.Map().Cell(r.column(column), r.Map().LaneOf(tasks).ID).Card(i))
	}
	r.Select(card("Notice", 0), false, false)
	r.selected("a").Select(card("Notice", 1), true, false)
	r.selected("a", "b").Select(card("Visit", 0), false, true)
	r.selected("a", "b", "c").Select(card("Notice", 0), false, true)
	r.selected("b", "c")
	r.Open(card("Visit", 0))
	r.press("'!'")
	r.Select(card("Notice", 0), false, false)
	r.says("Visit", tasks, "c!").selected("a")
}

func TestTheInboxTakesCardsAndGivesThem(t *testing.T) {
	r := open(t, "Notice").press("Ctrl+Down", "Down").at("inbox").press("'note'", "Return", "'more'", "Escape").at("inbox: more")
	r.press("Left").at("inbox: note").press("Alt+Up").says("Notice", mapmodel.LaneOpportunities, "note").press("Alt+Down").at("inbox: note")
}

func TestAStagesOwnCardsStandInACellAcrossItsSteps(t *testing.T) {
	r := open(t, "Notice", "Book: Choose, Confirm", "Visit")
	lane := r.Map().LaneOf(touchpoints).ID
	c, _, err := r.desk.AddCard(r.Map(), mapmodel.Place{Column: r.column("Book"), Lane: lane, At: -1}, "own", nil)
	r.must(c, err)
	r.press("Right", "Right").at("Confirm/tasks").press("Next", "Next").at("Confirm/curve").press("Next").at("Book/touchpoints: own")
	r.press("Next").at("Confirm/insights").press("Prior").at("Book/touchpoints: own")
	r.press("Right").at("Choose/touchpoints").press("Left").at("Book/touchpoints: own").press("Left").at("Notice/touchpoints")
	r.press("Ctrl+A", "Ctrl+A").selected("own")
	r.press("Right", "Alt+Right").says("Choose", touchpoints, "own").press("Ctrl+Z").says("Book", touchpoints, "own")
}

func TestTheNotesOfTheInboxArePlacedOneAfterTheOther(t *testing.T) {
	r := open(t, "Notice", "Visit")
	c, _, err := r.desk.AddCards(r.Map(), mapmodel.Place{At: -1}, []string{"a", "b", "c"})
	if err == nil {
		_, err = r.doc.Do(c)
	}
	if err != nil {
		t.Fatal(err)
	}
	r.at("Notice/tasks").press("Ctrl+Shift+E").says("Notice", tasks, "a").at("Notice/tasks: a")
	r.press("Ctrl+Shift+E").says("Notice", tasks, "a", "b")
	r.press("Tab", "Ctrl+Shift+E").says("Visit", tasks, "c")
	r.press("Ctrl+Shift+E")
	if n := r.Map().Inbox().Len(); n != 0 || r.Map().CardCount() != 3 {
		t.Errorf("%d notes are left of %d cards", n, r.Map().CardCount())
	}
	r.press("Ctrl+Z").says("Visit", tasks)
}

func TestWhereEnterBeginsALineCtrlEnterTakesTheNextCard(t *testing.T) {
	r := open(t, "Notice")
	r.SetEnterBreaks(true)
	r.press("'one'", "Return", "'two'", "Ctrl+Return", "'three'", "Escape")
	r.says("Notice", tasks, "one\ntwo", "three")
	r.press("Ctrl+Shift+T", "'Visit'", "Return", "Escape")
	if n := r.Map().Siblings(&mapmodel.Stage{}).Len(); n != 2 {
		t.Errorf("Enter in a name made %d stages", n)
	}
}
