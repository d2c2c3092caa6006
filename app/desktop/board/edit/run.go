//go:build !nogui

package edit

import "footpath/mapmodel"

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
	case AddPersona:
		e.addPersona()
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
	case TakeNote:
		e.takeNote()
	case Inbox:
		e.turnInbox()
	case MoveUp, MoveDown, MoveLeft, MoveRight:
		e.move(c)
	case StageLeft, StageOn:
		e.moveStage(c == StageOn)
	case LaneUpper, LaneLower:
		e.moveLane(c == LaneLower)
	case HideLane:
		e.hideLane()
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
// cell is selected and typing adds to it. From the inbox it goes back to the map.
func (e *Editor) escape() {
	e.Commit()
	switch {
	case len(e.extra) > 0 || e.widened.Kind != None || e.cursor != e.anchor:
		e.put(e.cursor)
	case e.cursor.Inbox():
		e.LeaveInbox()
	case e.cursor.Kind == Card:
		e.put(e.cursor.cell())
	default:
		e.p.Free()
	}
}

// widen selects more at each call: the cell, the lane, the map.
func (e *Editor) widen() {
	e.Commit()
	switch {
	case e.widened.Kind == Cell && !e.cursor.Inbox():
		e.widened = Spot{Kind: LaneHead, ID: e.cursor.Lane}
	case e.widened.Kind == LaneHead || e.cursor.InHead() || e.cursor.Kind == Start:
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
	case e.onCurve():
		e.p.Tell(Notice{Key: "board.emotion-keys"}) // it holds no text
	case e.cursor.Kind == Cell:
		e.newCard(e.cursor, nobody)
	case e.cursor.Kind == HeadField:
		e.openField(e.cursor)
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
	case Title, HeadField, None:
		at = e.walker().corner(false)
	case PersonaHead:
		e.addPersona()
		return
	}
	if e.onCurve() {
		e.sayFeeling() // the curve holds no cards: what is said of a feeling stands in its lane
		return
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
	if lane := e.Lane(); !lane.IsZero() {
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

// Lane is the lane the selection is in, zero where it is in none.
func (e *Editor) Lane() mapmodel.ID {
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
	case e.cursor.Kind == PersonaHead:
		c, err = desk.RemovePersona(m, e.cursor.ID)
		notice.Key = "board.removed-persona"
	case e.cursor.Kind == HeadField:
		if c, err = e.setField(m, e.cursor.Field, ""); err == nil && len(c.Edits) == 0 {
			return
		}
		notice.Key, notice.Args = "board.cleared-field", []string{e.cursor.Field}
	default:
		return
	}
	if notice.Count == 0 && notice.Args == nil {
		notice.Args = []string{e.shownText(e.cursor, m.Get(e.cursor.ID))}
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
	case StageHead, StepHead, LaneHead, PersonaHead:
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
	case HeadField:
		return e.cursor
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
