//go:build !nogui

package edit

import (
	"strings"

	"footpath/mapmodel"
)

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
	e.p.Changed()
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

// Felt is the card whose feeling the selected cell of the curve shows, where that is one card's; nil elsewhere.
func (e *Editor) Felt() *mapmodel.Card {
	if !e.onCurve() {
		return nil
	}
	return e.felt()
}

// felt is the card of feelings in the selected column that the digits are for: the only one, or of several the only one that is the
// main persona's or everybody's; else nil.
func (e *Editor) felt() *mapmodel.Card {
	lane := e.Map().LaneOf(mapmodel.LaneFeelings)
	if lane == nil {
		return nil
	}
	cards := e.Map().Cell(e.cursor.Column, lane.ID)
	if cards.Len() == 1 {
		return cards.Card(0)
	}
	var main mapmodel.ID
	for p := range e.Map().Personas() {
		main = p.ID
		break
	}
	var found *mapmodel.Card
	for card := range cards.Cards() {
		switch {
		case !card.Persona.IsZero() && card.Persona != main:
		case found != nil:
			return nil
		default:
			found = card
		}
	}
	return found
}

// onlyFeels tells whether a change is one of the feelings that the selected cell of the curve shows, and of nothing else: the
// selection then stays, so that the next digit is about a feeling, too, and not a word for a card.
func (e *Editor) onlyFeels(c mapmodel.Change) bool {
	lane := e.Map().LaneOf(mapmodel.LaneFeelings)
	if !e.onCurve() || lane == nil {
		return false
	}
	here := func(r mapmodel.Record) (text string, ok bool) {
		if r == nil {
			return "", true
		}
		card, ok := r.(*mapmodel.Card)
		return nameOf(r), ok && card.Column == e.cursor.Column && card.Lane == lane.ID
	}
	for _, edit := range c.Edits {
		was, before := here(edit.Before)
		now, after := here(edit.After)
		if !before || !after || was != now {
			return false
		}
	}
	return true
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
