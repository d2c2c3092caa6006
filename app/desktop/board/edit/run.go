//go:build !nogui

package edit

import (
	"slices"
	"strings"

	"footpath/mapmodel"
)

// nobody is the ID of nothing: the end of a row of siblings.
var nobody mapmodel.ID

// Do carries out a command, whatever the state; one that has no meaning now
// does nothing.
func (e *Editor) Do(c Command) {
	if e.typing != nil && e.doTyping(c) {
		e.p.Changed()
		return
	}
	switch c {
	case Undo:
		e.Commit()
		e.travel(e.p.Doc.Undo)
	case Redo:
		e.Commit()
		e.travel(e.p.Doc.Redo)
	case Cut:
		e.cut()
	case Copy:
		e.copy()
	case Paste:
		e.paste(false)
	case PasteOne:
		e.paste(true)
	case SelectAll:
		e.widen()
	case EditText:
		e.editText()
	case AddCard, AddCardAbove:
		e.addCard(c == AddCardAbove)
	case AddStage:
		e.addStage()
	case AddStep:
		e.addStep()
	case AddLane:
		e.addLane()
	case Remove:
		e.remove()
	case Duplicate:
		e.duplicate()
	case Join:
		e.join()
	case Split:
		e.split()
	case Details:
		e.p.Details()
	case MoveUp, MoveDown, MoveLeft, MoveRight:
		e.move(c)
	case StageLeft, StageOn:
		e.moveStage(c == StageOn)
	case LaneUpper, LaneLower:
		e.moveLane(c == LaneLower)
	case Escape:
		e.escape()
	case StageNext:
		e.walk(Ahead, false)
	case StageBefore:
		e.walk(Back, false)
	}
	e.p.Changed()
}

// escape lets go step by step: of several cards, then of the card, so that the
// cell is selected and typing adds to it.
func (e *Editor) escape() {
	e.Commit()
	switch {
	case len(e.extra) > 0 || e.widened.Kind != None || e.cursor != e.anchor:
		e.put(e.cursor)
	case e.cursor.Kind == Card:
		e.put(e.cursor.cell())
	}
}

// widen selects more at each call: the cell, the lane, the map.
func (e *Editor) widen() {
	e.Commit()
	switch {
	case e.widened.Kind == Cell && !e.cursor.Inbox():
		e.widened = Spot{Kind: LaneHead, ID: e.cursor.Lane}
	case e.widened.Kind == LaneHead || e.cursor.Kind == Title || e.cursor.Kind == Start:
		e.widened = e.walker().title()
	case e.widened.Kind == Title:
	case e.cursor.Kind == LaneHead:
		e.widened = e.cursor
	case e.cursor.inCell():
		e.widened = e.cursor.cell()
		if e.walker().cards(e.cursor).Len() == 0 && !e.cursor.Inbox() {
			e.widened = Spot{Kind: LaneHead, ID: e.cursor.Lane}
		}
	default:
		e.widened = e.walker().title()
	}
}

func (e *Editor) editText() {
	switch {
	case e.cursor.Kind == Start:
		e.addStage()
	case e.cursor.Kind == Cell && !e.onCurve():
		e.newCard(e.cursor, nobody)
	default:
		e.begin(e.cursor)
		if t := e.typing; t != nil && t.spot.Kind != Card {
			t.buf.SelectAll() // a name is mostly replaced, a card's text gone on with
		}
	}
}

// newCard opens a new card in a cell before another; zero is the cell's end.
func (e *Editor) newCard(cell Spot, next mapmodel.ID) {
	if lane := mapmodel.Find[*mapmodel.Lane](e.Map(), cell.Lane); lane != nil && !lane.LaneKind.HoldsCards() {
		return
	}
	e.beginNew(&typing{spot: Spot{Kind: Card, Column: cell.Column, Lane: cell.Lane}, next: next})
}

// addCard opens a new card after or above the selected one.
func (e *Editor) addCard(above bool) {
	e.Commit()
	at := e.cursor
	switch at.Kind {
	case Start:
		e.addStage()
		return
	case StageHead, StepHead:
		at = e.walker().top(e.column)
	case LaneHead:
		column, ok := e.walker().home()
		if !ok {
			return
		}
		at = CellSpot(column, at.ID)
	case Title, None:
		at = e.walker().corner(false)
	}
	if !at.inCell() {
		return
	}
	cards, next := e.walker().cards(at), mapmodel.ID{}
	if at.Kind == Card {
		i := cards.Index(at.ID)
		if !above {
			i++
		}
		if i < cards.Len() {
			next = cards.Card(i).ID
		}
	}
	e.newCard(at.cell(), next)
}

// addStage opens a new stage after the one the selection is in.
func (e *Editor) addStage() {
	e.Commit()
	t := &typing{spot: Spot{Kind: StageHead}}
	if at := e.stage(); !at.IsZero() {
		t.next = following(e.Map().Siblings(&mapmodel.Stage{}), at)
	}
	e.beginNew(t)
}

// addStep opens a new step after the selected one, or at the end of the stage.
func (e *Editor) addStep() {
	e.Commit()
	stage := e.stage()
	if stage.IsZero() {
		return
	}
	t := &typing{spot: Spot{Kind: StepHead}, stage: stage}
	if step := mapmodel.Find[*mapmodel.Step](e.Map(), e.column); step != nil && step.Stage == stage {
		t.next = following(e.Map().Siblings(step), step.ID)
	}
	e.beginNew(t)
}

// addLane opens a new lane of free text below the selected one.
func (e *Editor) addLane() {
	e.Commit()
	t := &typing{spot: Spot{Kind: LaneHead}, kind: mapmodel.LaneText}
	if lane := e.lane(); !lane.IsZero() {
		t.next = following(e.Map().Siblings(&mapmodel.Lane{}), lane)
	}
	e.beginNew(t)
}

// following is the sibling after one, zero after the last.
func following(siblings *mapmodel.Cell, id mapmodel.ID) mapmodel.ID {
	if i := siblings.Index(id); i >= 0 && i+1 < siblings.Len() {
		return siblings.At(i + 1).Base().ID
	}
	return mapmodel.ID{}
}

// stage is the stage the selection is in, zero where it is in none.
func (e *Editor) stage() mapmodel.ID {
	switch {
	case e.cursor.Kind == StageHead:
		return e.cursor.ID
	case e.cursor.Kind == StepHead:
		return e.stageOf(e.cursor.ID)
	case e.cursor.inCell() && !e.cursor.Inbox():
		return e.stageOf(e.cursor.Column)
	}
	return e.stageOf(e.column)
}

// lane is the lane the selection is in, zero where it is in none.
func (e *Editor) lane() mapmodel.ID {
	switch {
	case e.cursor.Kind == LaneHead:
		return e.cursor.ID
	case e.cursor.inCell():
		return e.cursor.Lane
	}
	return mapmodel.ID{}
}

// remove takes away what is selected, without asking: undo brings it back.
func (e *Editor) remove() {
	desk, m := e.p.Desk, e.Map()
	if e.onCurve() {
		e.setFeeling(mapmodel.Number{})
		return
	}
	var c mapmodel.Change
	var err error
	notice := Notice{Undo: true}
	ids := e.Cards()
	switch {
	case len(ids) > 0:
		c, err = desk.RemoveCards(m, ids)
		notice.Key, notice.Count = "board.removed-cards", len(ids)
	case e.cursor.Kind == StageHead:
		c, err = desk.RemoveStage(m, e.cursor.ID)
		notice.Key = "board.removed-stage"
	case e.cursor.Kind == StepHead:
		c, err = desk.RemoveStep(m, e.cursor.ID)
		notice.Key = "board.removed-step"
	case e.cursor.Kind == LaneHead:
		c, err = desk.RemoveLane(m, e.cursor.ID)
		notice.Key = "board.removed-lane"
	default:
		return
	}
	if notice.Count == 0 {
		notice.Args = []string{nameOf(m.Get(e.cursor.ID))}
	}
	next := e.afterRemoval()
	if e.do(c, err) {
		if next = e.still(next); next.Kind != None {
			e.put(next)
		}
		e.p.Tell(notice)
	}
}

// afterRemoval is the neighbour that is selected once a head is gone.
func (e *Editor) afterRemoval() Spot {
	switch e.cursor.Kind {
	case StageHead, StepHead, LaneHead:
		w := e.walker()
		way := [2]Way{Right, Left}
		if e.cursor.Kind == LaneHead {
			way = [2]Way{Down, Up}
		}
		for _, towards := range way {
			if s := w.step(e.cursor, towards); s.Kind == e.cursor.Kind && s != e.cursor {
				return s
			}
		}
	}
	return Spot{}
}

func (e *Editor) duplicate() {
	if ids := e.Cards(); len(ids) > 0 {
		c, fresh, err := e.p.Desk.DuplicateCards(e.Map(), ids)
		if e.do(c, err) {
			e.SelectCards(fresh)
		}
	}
}

func (e *Editor) join() {
	if ids := e.Cards(); len(ids) > 1 {
		c, err := e.p.Desk.JoinCards(e.Map(), ids)
		if e.do(c, err) {
			e.SelectCards(ids[:1])
		}
	}
}

func (e *Editor) split() {
	if e.cursor.Kind != Card {
		return
	}
	id := e.cursor.ID
	c, fresh, err := e.p.Desk.SplitCard(e.Map(), id)
	if e.do(c, err) && len(fresh) > 0 {
		e.SelectCards(append([]mapmodel.ID{id}, fresh...))
	}
}

// onCurve tells whether a cell of the emotion curve is selected.
func (e *Editor) onCurve() bool {
	if e.cursor.Kind != Cell {
		return false
	}
	lane := mapmodel.Find[*mapmodel.Lane](e.Map(), e.cursor.Lane)
	return lane != nil && lane.LaneKind == mapmodel.LaneCurve
}

// feel sets the emotion of the selected curve cell: 1 is −2 … 5 is +2; plus
// and minus take one step. It is false for a letter, which means none of this.
func (e *Editor) feel(r rune) bool {
	now := e.feeling()
	switch {
	case r >= '1' && r <= '5':
		e.setFeeling(mapmodel.N(int(r-'1') - 2))
	case r == '+':
		e.setFeeling(mapmodel.N(min(2, now.Value+1)))
	case r == '-':
		e.setFeeling(mapmodel.N(max(-2, now.Value-1)))
	default:
		return false
	}
	return true
}

// sayFeeling opens a card in the lane of feelings for the letter typed on the
// curve: no word may get lost there, and this is where it belongs.
func (e *Editor) sayFeeling() bool {
	lane := e.Map().LaneOf(mapmodel.LaneFeelings)
	if lane == nil {
		e.p.Tell(Notice{Key: "board.emotion-keys"})
		return false
	}
	e.newCard(CellSpot(e.cursor.Column, lane.ID), nobody)
	return true
}

// felt is the one card of feelings in the selected column, or nil.
func (e *Editor) felt() *mapmodel.Card {
	lane := e.Map().LaneOf(mapmodel.LaneFeelings)
	if lane == nil {
		return nil
	}
	if cards := e.Map().Cell(e.cursor.Column, lane.ID); cards.Len() == 1 {
		return cards.Card(0)
	}
	return nil
}

func (e *Editor) feeling() mapmodel.Number {
	if card := e.felt(); card != nil {
		return card.Emotion
	}
	return mapmodel.Number{}
}

func (e *Editor) setFeeling(n mapmodel.Number) {
	persona := mapmodel.ID{}
	if card := e.felt(); card != nil {
		if !n.Known && strings.TrimSpace(card.Text) == "" && card.Mood == "" {
			c, err := e.p.Desk.RemoveCards(e.Map(), []mapmodel.ID{card.ID}) // it said nothing else
			e.do(c, err)
			return
		}
		persona = card.Persona
	}
	c, err := e.p.Desk.SetEmotion(e.Map(), e.cursor.Column, persona, n)
	e.do(c, err)
}

// doTyping carries out a command that has a meaning while typing; the others
// end the typing first and then do their own work.
func (e *Editor) doTyping(c Command) bool {
	t := e.typing
	switch c {
	case Undo:
		if !t.buf.Undo() {
			return false
		}
		t.touched()
	case Redo:
		if t.buf.Redo() {
			t.touched()
		}
	case Cut, Copy:
		if text := t.buf.Selected(); text != "" {
			e.p.Clipboard.SetContent(text)
			if c == Cut {
				t.erase(t.buf.Caret())
			}
		}
	case Paste, PasteOne:
		if text := e.p.Clipboard.Content(); text != "" {
			e.insert(text)
		}
	case SelectAll:
		t.buf.SelectAll()
	case EraseBack:
		t.erase(t.buf.Previous(t.buf.Caret()))
	case EraseOn, Remove:
		t.erase(t.buf.Next(t.buf.Caret()))
	case EraseWord:
		t.erase(t.buf.PreviousWord(t.buf.Caret()))
	case EraseWordOn:
		t.erase(t.buf.NextWord(t.buf.Caret()))
	case NewLine:
		e.insert("\n")
	case EditText:
	case Escape, CommitStay:
		e.Commit()
	case CommitNext:
		e.commitNext()
	case StageNext, StageBefore:
		e.commitBeside(c == StageNext)
	default:
		e.Commit()
		return e.typing != nil // the words are refused: nothing else happens
	}
	return true
}

func (t *typing) erase(to int) {
	before := t.buf.Text()
	t.buf.Erase(to)
	t.goal = -1
	if t.buf.Text() != before {
		t.touched()
	}
}

// commitNext ends the typing; after something new it opens the next one.
func (e *Editor) commitNext() {
	t := e.typing
	if !e.Commit() || !t.begun {
		return
	}
	next := &typing{spot: Spot{Kind: t.spot.Kind, Column: t.spot.Column, Lane: t.spot.Lane}, stage: t.stage, kind: t.kind}
	if s := e.Map().Get(t.spot.ID); s != nil {
		next.next = following(e.Map().Siblings(s), t.spot.ID)
	}
	e.beginNew(next)
}

// commitBeside ends the typing and goes on in the next or previous column,
// with a new card where this one was new. Behind the last of new stages it
// opens another.
func (e *Editor) commitBeside(ahead bool) {
	t := e.typing
	stayed := e.Commit()
	if e.typing != nil {
		return
	}
	from := e.cursor
	way := Back
	if ahead {
		way = Ahead
	}
	switch {
	case t.spot.Kind == Card && t.begun:
		e.walk(way, false)
		for at := from; e.onCurve() && e.cursor != at; { // words go where cards can be
			at = e.cursor
			e.walk(way, false)
		}
		if e.cursor != from && !e.onCurve() && !e.cursor.Inbox() && e.cursor.inCell() {
			e.newCard(e.cursor.cell(), nobody)
		}
	case t.spot.Kind == StageHead || t.spot.Kind == StepHead:
		e.walk(way, false)
		switch {
		case e.cursor != from:
			e.begin(e.cursor)
		case ahead && stayed && t.spot.Kind == StageHead:
			e.addStage()
		case ahead && stayed:
			e.addStep()
		}
	default:
		e.walk(way, false)
	}
}

// steer moves the caret.
func (e *Editor) steer(s Stroke) bool {
	t := e.typing
	b, at := t.buf, t.buf.Caret()
	extend := s.Mods&Shift != 0
	from, to := b.Selection()
	goal := -1.0
	switch (Stroke{s.Key, s.Mods &^ Shift}) {
	case Stroke{"Left", 0}:
		if at = b.Previous(at); from != to && !extend {
			at = from
		}
	case Stroke{"Right", 0}:
		if at = b.Next(at); from != to && !extend {
			at = to
		}
	case Stroke{"Left", Ctrl}:
		at = b.PreviousWord(at)
	case Stroke{"Right", Ctrl}:
		at = b.NextWord(at)
	case Stroke{"Home", 0}:
		at, _ = e.lines().Ends(at)
	case Stroke{"End", 0}:
		_, at = e.lines().Ends(at)
	case Stroke{"Home", Ctrl}:
		at = 0
	case Stroke{"End", Ctrl}:
		at = len(b.Text())
	case Stroke{"Up", 0}, Stroke{"Down", 0}:
		down := s.Key == "Down"
		to, g, ok := e.lines().Vertical(at, down, t.goal)
		switch {
		case ok:
			at, goal = to, g
		case down:
			at = len(b.Text())
		default:
			at = 0
		}
	default:
		return false
	}
	b.MoveTo(at, extend)
	t.goal = goal
	e.p.Changed()
	return true
}

// Point sets the caret at a position of the text being typed, as a click in it
// does; twice selects the word there.
func (e *Editor) Point(at int, extend, twice bool) {
	if e.typing == nil {
		return
	}
	if twice {
		e.typing.buf.SelectWord(at)
	} else {
		e.typing.buf.MoveTo(at, extend)
	}
	e.typing.goal = -1
	e.p.Changed()
}

// Open begins to type at a spot, as a double click on it does.
func (e *Editor) Open(s Spot) {
	if e.typing != nil && e.typing.spot == s {
		return
	}
	e.Commit()
	if e.typing != nil {
		return
	}
	if s = e.still(s); s.Kind != None {
		e.put(s)
		e.editText()
	}
}

func (e *Editor) lines() Lines {
	if e.p.Lines != nil {
		return e.p.Lines
	}
	return paragraphs{e.typing.buf}
}

// paragraphs takes every paragraph for one line, as wide as its graphemes.
type paragraphs struct{ b *Buffer }

// Ends implements Lines.
func (p paragraphs) Ends(at int) (from, to int) { return p.b.Paragraph(at) }

// Vertical implements Lines.
func (p paragraphs) Vertical(at int, down bool, goal float64) (int, float64, bool) {
	from, to := p.b.Paragraph(at)
	stops := p.b.stops(p.b.text)
	index := func(at int) int { i, _ := slices.BinarySearch(stops, at); return i }
	if goal < 0 {
		goal = float64(index(at) - index(from))
	}
	switch {
	case down && to == len(p.b.text) || !down && from == 0:
		return at, goal, false
	case down:
		from, to = p.b.Paragraph(to + 1)
	default:
		from, to = p.b.Paragraph(from - 1)
	}
	return stops[min(index(from)+int(goal), index(to))], goal, true
}
