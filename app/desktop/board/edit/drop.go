//go:build !nogui

package edit

import (
	"slices"

	"footpath/mapmodel"
)

// Drop moves or copies the selected cards to a place, as a drag ends; At
// counts all cards there.
func (e *Editor) Drop(to mapmodel.Place, twin bool) {
	e.Commit()
	ids := e.Cards()
	if len(ids) == 0 || !to.Lane.IsZero() && !e.holds(to.Lane) {
		return
	}
	group := e.p.Desk.Source.ID()
	if ids = e.twins(ids, twin, group); ids == nil {
		return
	}
	cards := e.Map().Cell(to.Column, to.Lane)
	if to.Column.IsZero() {
		cards = e.Map().Inbox()
	}
	if to.At >= 0 {
		staying := 0
		for i := 0; i < to.At && i < cards.Len(); i++ {
			if !slices.Contains(ids, cards.Card(i).ID) {
				staying++
			}
		}
		to.At = staying
	}
	c, err := e.p.Desk.MoveCards(e.Map(), ids, to)
	c.Group = group
	if e.do(c, err) {
		e.SelectCards(ids)
	}
}

// CanDropOn tells whether the selected cards can be dropped on a stage's or step's head: those that stand in a lane can.
func (e *Editor) CanDropOn(head Spot) bool {
	return (head.Kind == StageHead || head.Kind == StepHead) && len(e.laned(e.Cards())) > 0
}

// DropOn moves or copies the selected cards to the end of a stage or step; each stays in its lane, and notes of the inbox, which
// have none, stay where they are.
func (e *Editor) DropOn(head Spot, twin bool) {
	e.Commit()
	if !e.CanDropOn(head) {
		return
	}
	group := e.p.Desk.Source.ID()
	ids := e.twins(e.laned(e.Cards()), twin, group)
	byLane := map[mapmodel.ID][]mapmodel.ID{}
	for _, id := range ids {
		lane := mapmodel.Find[*mapmodel.Card](e.Map(), id).Lane
		byLane[lane] = append(byLane[lane], id)
	}
	for lane := range e.Map().Lanes() {
		if cards := byLane[lane.ID]; len(cards) > 0 {
			c, err := e.p.Desk.MoveCards(e.Map(), cards, mapmodel.Place{Column: head.ID, Lane: lane.ID, At: -1})
			c.Group = group
			if !e.do(c, err) {
				return
			}
		}
	}
	if len(ids) > 0 {
		e.SelectCards(ids)
	}
}

// laned are the cards that stand in a lane.
func (e *Editor) laned(ids []mapmodel.ID) []mapmodel.ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id mapmodel.ID) bool {
		card := mapmodel.Find[*mapmodel.Card](e.Map(), id)
		return card == nil || card.Lane.IsZero()
	})
}

// twins makes copies of cards, where those are to be moved in their place; nil where that failed.
func (e *Editor) twins(ids []mapmodel.ID, twin bool, group mapmodel.ID) []mapmodel.ID {
	if !twin {
		return ids
	}
	c, fresh, err := e.p.Desk.DuplicateCards(e.Map(), ids)
	c.Group = group
	if !e.do(c, err) {
		return nil
	}
	return fresh
}

// Feel gives a card a feeling, −2 to +2, as a drag of its point on the curve does.
func (e *Editor) Feel(card mapmodel.ID, value int) {
	e.Commit()
	c, err := mapmodel.Alter(e.p.Desk, e.Map(), mapmodel.LabelSetEmotion, []mapmodel.ID{card}, func(c *mapmodel.Card) { c.Emotion = mapmodel.N(value) })
	if e.do(c, err) {
		e.p.Changed()
	}
}
