//go:build !nogui

package edit

import (
	"errors"

	"footpath/mapmodel"
)

// Reach is what undo or redo would act on now.
type Reach uint8

// While something is being typed, undo and redo are about that typing alone, as soon as a letter has been typed or deleted: when all
// of it is taken back they wait, and nothing else on the map changes unseen. A text that was only opened is left for them.
const (
	// Nothing is left to undo or redo.
	Nothing Reach = iota
	// OfTyping is what has been typed since the text was opened.
	OfTyping
	// OfMap is the latest change of the map by this person.
	OfMap
)

// Undoes tells what undo would take back, with the label of the change where it is one of the map.
func (e *Editor) Undoes() (Reach, mapmodel.Label) {
	if e.typed() {
		return ofTyping(e.typing.buf.CanUndo()), mapmodel.Label{}
	}
	return ofMap(e.p.Doc.CanUndo(e.p.Desk.Author))
}

// Redoes tells what redo would bring again, with the label of the change where it is one of the map.
func (e *Editor) Redoes() (Reach, mapmodel.Label) {
	if e.typed() {
		return ofTyping(e.typing.buf.CanRedo()), mapmodel.Label{}
	}
	return ofMap(e.p.Doc.CanRedo(e.p.Desk.Author))
}

func ofTyping(some bool) Reach {
	if some {
		return OfTyping
	}
	return Nothing
}

func ofMap(label mapmodel.Label, some bool) (Reach, mapmodel.Label) {
	if some {
		return OfMap, label
	}
	return Nothing, label
}

// typed tells whether a letter has been typed or deleted since the text was opened.
func (e *Editor) typed() bool {
	return e.typing != nil && (e.typing.buf.CanUndo() || e.typing.buf.CanRedo())
}

// travelTyping undoes or redoes in the text being typed; false where nothing has been typed there, so that it is the map's turn.
func (e *Editor) travelTyping(move func(*Buffer) bool, none string) bool {
	switch {
	case !e.typed():
		return false
	case move(e.typing.buf):
		e.typing.touched()
	default:
		e.p.Tell(Notice{Key: none})
	}
	return true
}

// travel undoes or redoes and shows where.
func (e *Editor) travel(move func(mapmodel.ID) (mapmodel.Change, error)) {
	before := e.Map()
	e.own = true
	c, err := move(e.p.Desk.Author)
	e.own = false
	switch {
	case errors.Is(err, mapmodel.ErrNothingToUndo):
		e.p.Tell(Notice{Key: "board.nothing-to-undo"})
		return
	case errors.Is(err, mapmodel.ErrNothingToRedo):
		e.p.Tell(Notice{Key: "board.nothing-to-redo"})
		return
	case err != nil:
		e.fail(err)
		return
	}
	if !e.onlyFeels(c) {
		e.show(before, c)
	}
	e.p.Changed()
}

// show selects what a change has altered.
func (e *Editor) show(before *mapmodel.Map, c mapmodel.Change) {
	var cards []mapmodel.ID
	gone := map[mapmodel.ID]bool{}
	head := Spot{}
	for _, edit := range c.Edits {
		switch r := edit.After.(type) {
		case *mapmodel.Card:
			cards = append(cards, r.ID)
		case nil:
			if card, ok := edit.Before.(*mapmodel.Card); ok && e.still(CellSpot(card.Column, card.Lane)).Kind != None {
				gone[card.ID] = true
			}
		case *mapmodel.Header:
			was, _ := edit.Before.(*mapmodel.Header)
			head = e.headChanged(was, r)
		default:
			if s := e.still(HeadSpot(r)); s.Kind != None && head.Kind == None {
				head = s
			}
		}
	}
	switch {
	case len(cards) > 0:
		e.sort(cards)
		e.SelectCards(cards)
	case len(gone) > 0:
		e.put(e.nearFirst(before, gone))
	case head.Kind != None:
		e.put(head)
	}
}
