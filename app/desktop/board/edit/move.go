//go:build !nogui

package edit

import (
	"slices"

	"footpath/mapmodel"
)

// move puts the selected cards one place on: within their cell, or into the
// next one. A persona, stage, step or lane that is selected moves among its own kind.
func (e *Editor) move(c Command) {
	forth := c == MoveDown || c == MoveRight
	switch e.cursor.Kind {
	case PersonaHead:
		if c == MoveLeft || c == MoveRight {
			e.movePersona(forth)
		}
		return
	case StageHead, StepHead:
		if c == MoveLeft || c == MoveRight {
			e.moveStage(forth)
		}
		return
	case LaneHead:
		if c == MoveUp || c == MoveDown {
			e.moveLane(forth)
		}
		return
	}
	ids := e.Cards()
	if len(ids) == 0 {
		return
	}
	cursor := e.cursor
	group := e.p.Desk.Source.ID()
	cells := e.byCell(ids)
	if forth {
		slices.Reverse(cells) // the one in front makes room first
	}
	for _, cards := range cells {
		to, ok := e.target(cards, c)
		if !ok {
			return // the whole selection stays together
		}
		change, err := e.p.Desk.MoveCards(e.Map(), cards, to)
		change.Group = group
		if !e.do(change, err) {
			return
		}
	}
	e.SelectCards(ids)
	e.cursor, e.anchor = e.still(cursor), e.still(cursor)
}

// byCell parts cards by the cell they stand in, in map order.
func (e *Editor) byCell(ids []mapmodel.ID) [][]mapmodel.ID {
	var out [][]mapmodel.ID
	var last Spot
	for _, id := range ids {
		cell := CardSpot(mapmodel.Find[*mapmodel.Card](e.Map(), id)).cell()
		if len(out) == 0 || cell != last {
			out = append(out, nil)
			last = cell
		}
		out[len(out)-1] = append(out[len(out)-1], id)
	}
	return out
}

// target is where the cards of one cell go; false at the edge of the map.
func (e *Editor) target(cards []mapmodel.ID, c Command) (mapmodel.Place, bool) {
	m := e.Map()
	first := mapmodel.Find[*mapmodel.Card](m, cards[0])
	siblings := m.Siblings(first)
	at, rest := siblings.Index(first.ID), siblings.Len()-len(cards)
	last := siblings.Index(cards[len(cards)-1])
	if first.Column.IsZero() {
		return e.inboxTarget(siblings, cards, c)
	}
	to := mapmodel.Place{Column: first.Column, Lane: first.Lane}
	switch c {
	case MoveUp, MoveDown:
		// A scattered selection closes up as it moves.
		if before := e.shownBeside(siblings, at, -1); c == MoveUp && before >= 0 {
			to.At = before
			return to, true
		}
		if after := e.shownBeside(siblings, last, 1); c == MoveDown && after < siblings.Len() {
			to.At = min(rest, after-len(cards)+1)
			return to, true
		}
		lane, ok := e.laneBeside(first.Lane, c == MoveDown)
		to.Lane, to.At = lane, 0
		if c == MoveUp {
			to.At = -1
		}
		if !ok && c == MoveDown {
			return mapmodel.Place{At: -1}, true // below the lanes lies the inbox
		}
		return to, ok
	default:
		columns := e.grid.columns(func(stage mapmodel.ID) bool { return stage == first.Column })
		i := slices.Index(columns, first.Column) - 1
		if c == MoveRight {
			i += 2
		}
		if i < 0 || i >= len(columns) {
			return to, false
		}
		to.Column = columns[i]
		to.At = e.levelIn(siblings, at, m.Cell(to.Column, to.Lane))
		return to, true
	}
}

// shownBeside is the place of the card before or after one that is shown: cards move among those that are seen, and past what
// a filter hides. It is −1 or the cell's length where there is none.
func (e *Editor) shownBeside(cell *mapmodel.Cell, at, step int) int {
	for at += step; at >= 0 && at < cell.Len() && e.p.Hidden(cell.Card(at).ID); {
		at += step
	}
	return max(at, -1)
}

// levelIn is the place in another cell below as many cards that are shown as stand above a place of this one.
func (e *Editor) levelIn(cell *mapmodel.Cell, at int, other *mapmodel.Cell) int {
	above := 0
	for i := range at {
		if !e.p.Hidden(cell.Card(i).ID) {
			above++
		}
	}
	for i := range other.Len() {
		if above == 0 {
			return i
		}
		if !e.p.Hidden(other.Card(i).ID) {
			above--
		}
	}
	return other.Len()
}

func (e *Editor) inboxTarget(notes *mapmodel.Cell, moved []mapmodel.ID, c Command) (mapmodel.Place, bool) {
	switch c {
	case MoveLeft:
		before := e.shownBeside(notes, notes.Index(moved[0]), -1)
		return mapmodel.Place{At: max(0, before)}, before >= 0
	case MoveRight:
		last, rest := notes.Index(moved[len(moved)-1]), notes.Len()-len(moved)
		return mapmodel.Place{At: min(rest, e.shownBeside(notes, last, 1)-len(moved)+1)}, last <= rest
	case MoveUp:
		column, ok := e.walker().home()
		if !ok || len(e.grid.Lanes) == 0 {
			return mapmodel.Place{}, false
		}
		lane := e.grid.Lanes[len(e.grid.Lanes)-1]
		if !e.holds(lane) {
			lane, ok = e.laneBeside(lane, false)
		}
		return mapmodel.Place{Column: column, Lane: lane, At: -1}, ok
	}
	return mapmodel.Place{}, false
}

func (e *Editor) holds(lane mapmodel.ID) bool {
	l := mapmodel.Find[*mapmodel.Lane](e.Map(), lane)
	return l != nil && l.LaneKind.HoldsCards()
}

// laneBeside is the nearest lane above or below that holds cards.
func (e *Editor) laneBeside(lane mapmodel.ID, below bool) (mapmodel.ID, bool) {
	step := -1
	if below {
		step = 1
	}
	for i := e.grid.Lane(lane) + step; i >= 0 && i < len(e.grid.Lanes); i += step {
		if e.holds(e.grid.Lanes[i]) {
			return e.grid.Lanes[i], true
		}
	}
	return lane, false
}

// moveStage moves the stage the selection is in, or the selected step.
func (e *Editor) moveStage(right bool) {
	e.Commit()
	step := -1
	if right {
		step = 1
	}
	if e.cursor.Kind == StepHead {
		siblings := e.Map().Siblings(e.Map().Get(e.cursor.ID))
		if at := siblings.Index(e.cursor.ID) + step; at >= 0 && at < siblings.Len() {
			e.do(e.p.Desk.MoveStep(e.Map(), e.cursor.ID, at))
		}
		return
	}
	stage := e.stage()
	siblings := e.Map().Siblings(&mapmodel.Stage{})
	if at := siblings.Index(stage) + step; !stage.IsZero() && at >= 0 && at < siblings.Len() {
		e.do(e.p.Desk.MoveStage(e.Map(), stage, at))
	}
}

// moveLane moves the lane the selection is in past the next one shown.
func (e *Editor) moveLane(down bool) {
	e.Commit()
	lane := e.Lane()
	i := e.grid.Lane(lane) - 1
	if down {
		i += 2
	}
	if e.grid.Lane(lane) < 0 || i < 0 || i >= len(e.grid.Lanes) {
		return
	}
	at := e.Map().Siblings(&mapmodel.Lane{}).Index(e.grid.Lanes[i])
	e.do(e.p.Desk.MoveLane(e.Map(), lane, at))
}
