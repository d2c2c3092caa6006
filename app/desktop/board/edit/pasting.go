//go:build !nogui

package edit

import (
	"slices"
	"strings"

	"footpath/mapmodel"
)

// Pasting is a large table that is to be looked at before it is pasted.
type Pasting struct {
	// Map is the map as it would be then, Cards what would come to it.
	Map   *mapmodel.Map
	Cards []mapmodel.ID
	// Stages and Lanes are how many would be added for what has no room in the map.
	Stages, Lanes int
}

// askFrom is the number of cells above which a table is shown first.
const askFrom = 20

// pasteTable fills columns and lanes from a place on; a large table when the person has seen what would come of it.
func (e *Editor) pasteTable(at mapmodel.Place, rows [][]string) {
	c, ids, err := e.p.Desk.PasteMatrix(e.Map(), at, rows)
	cells := 0
	for _, row := range rows {
		cells += len(row)
	}
	if err != nil || cells <= askFrom || e.p.Ask == nil {
		e.take(c, ids, err)
		return
	}
	after, err := e.Map().Apply(c)
	if err != nil {
		e.fail(err)
		return
	}
	p := Pasting{Map: after, Cards: ids}
	for _, edit := range c.Edits {
		switch edit.After.(type) {
		case *mapmodel.Stage:
			p.Stages++
		case *mapmodel.Lane:
			p.Lanes++
		}
	}
	e.p.Ask(p, func() {
		if !e.closed { // meanwhile the map may have changed: what is pasted is made of it as it is now
			e.take(e.p.Desk.PasteMatrix(e.Map(), at, rows))
		}
	})
}

// pasteStages makes a stage of each line, on a map that has none, as one step.
func (e *Editor) pasteStages(text string) {
	group := e.p.Desk.Source.ID()
	for _, name := range mapmodel.Lines(text) {
		c, _, err := e.p.Desk.AddStage(e.Map(), -1, strings.ReplaceAll(name, "\t", " "))
		c.Group = group
		if !e.do(c, err) {
			return
		}
	}
	e.put(e.walker().corner(false))
}

// take makes the change that pastes cards, and selects them.
func (e *Editor) take(c mapmodel.Change, ids []mapmodel.ID, err error) {
	if e.do(c, err) {
		e.pasted(ids)
	}
}

// Table lists the cells that would be filled, lane by lane, and the cards in each; columns and lanes between them stand empty.
func (p Pasting) Table() (columns, lanes []mapmodel.ID, cell func(column, lane mapmodel.ID) []*mapmodel.Card) {
	filled := map[Spot][]*mapmodel.Card{}
	in := map[mapmodel.ID]bool{}
	for _, id := range p.Cards {
		if card := mapmodel.Find[*mapmodel.Card](p.Map, id); card != nil {
			at := CellSpot(card.Column, card.Lane)
			filled[at] = append(filled[at], card)
			in[card.Column], in[card.Lane] = true, true
		}
	}
	grid := GridOf(p.Map)
	within := func(ids []mapmodel.ID) []mapmodel.ID {
		first := slices.IndexFunc(ids, func(id mapmodel.ID) bool { return in[id] })
		if first < 0 {
			return nil
		}
		last := first
		for i, id := range ids {
			if in[id] {
				last = i
			}
		}
		return ids[first : last+1]
	}
	lanes = slices.DeleteFunc(slices.Clone(within(grid.Lanes)), func(id mapmodel.ID) bool {
		lane := mapmodel.Find[*mapmodel.Lane](p.Map, id)
		return lane == nil || !lane.LaneKind.HoldsCards()
	})
	return within(grid.Columns), lanes, func(column, lane mapmodel.ID) []*mapmodel.Card { return filled[CellSpot(column, lane)] }
}
