//go:build !nogui

package edit

import "footpath/mapmodel"

// Kind tells what can be selected on the board.
type Kind uint8

// What can be selected. HeadField is a field of the map's own record beside its
// title, or the place of a persona to come. A map without stages has only its
// header, its lane heads, Start (the place of the first stage) and the inbox.
const (
	None Kind = iota
	Title
	HeadField
	PersonaHead
	Start
	StageHead
	StepHead
	LaneHead
	Cell
	Card
)

// Spot is one thing on the board that can be selected. ID is the record: the
// map's, a persona's, a stage's, a step's, a lane's or a card's; a cell has none.
// Column and Lane say where a cell or a card stands, both zero for the inbox.
// Field is a HeadField's, as scene.HeadPlace has it.
type Spot struct {
	Kind         Kind
	ID           mapmodel.ID
	Column, Lane mapmodel.ID
	Field        string
}

// CellSpot is the cell of a column in a lane; both zero is the inbox.
func CellSpot(column, lane mapmodel.ID) Spot { return Spot{Kind: Cell, Column: column, Lane: lane} }

// CardSpot is a card where it stands.
func CardSpot(c *mapmodel.Card) Spot {
	return Spot{Kind: Card, ID: c.ID, Column: c.Column, Lane: c.Lane}
}

// HeadSpot is the spot of a record: a persona's, stage's, step's or lane's head,
// the map's title, or a card. The zero Spot for anything else.
func HeadSpot(r mapmodel.Record) Spot {
	switch r := r.(type) {
	case *mapmodel.Header:
		return Spot{Kind: Title, ID: r.ID}
	case *mapmodel.Persona:
		return Spot{Kind: PersonaHead, ID: r.ID}
	case *mapmodel.Stage:
		return Spot{Kind: StageHead, ID: r.ID}
	case *mapmodel.Step:
		return Spot{Kind: StepHead, ID: r.ID}
	case *mapmodel.Lane:
		return Spot{Kind: LaneHead, ID: r.ID}
	case *mapmodel.Card:
		return CardSpot(r)
	}
	return Spot{}
}

// Inbox tells whether the spot lies in the inbox.
func (s Spot) Inbox() bool { return (s.Kind == Cell || s.Kind == Card) && s.Column.IsZero() }

// inCell tells whether the spot is a cell or a card in one.
func (s Spot) inCell() bool { return s.Kind == Cell || s.Kind == Card }

// cell is the cell the spot stands in.
func (s Spot) cell() Spot { return CellSpot(s.Column, s.Lane) }
