//go:build !nogui

package board

import (
	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// asked is what is written into an empty cell, broken so that it stays in it.
type asked struct {
	lane  mapmodel.ID
	words string
	group *scene.Group
	at    scene.Point
}

// How far words stand from their cell's edges.
const askLeft, askTop, askFoot = 14, 9, 4

// askIn writes words into a cell, in type of a size, and tells whether all of them have room.
func askIn(s *scene.Style, size float64, lane mapmodel.ID, words string, cell scene.Rect) (asked, bool) {
	g, whole := s.Hint(words, size, cell.W-2*askLeft, cell.H-askTop-askFoot)
	g.ID = lane
	return asked{lane, words, g, scene.Point{X: cell.X + askLeft, Y: cell.Y + askTop}}, whole
}

// asksOf lists the questions of the lanes that hold no card: each stands in its lane's first cell, all in small type where one
// of them needs that.
func asksOf(m *mapmodel.Map, g *scene.Grid, s *scene.Style) []asked {
	if len(g.Columns) == 0 {
		return nil
	}
	var out []asked
	for _, size := range []float64{s.CardSize, s.MetaSize} {
		out = nil
		fit := true
		for _, row := range g.Rows {
			lane := mapmodel.Find[*mapmodel.Lane](m, row.ID)
			if lane == nil || lane.Prompt == "" || !emptyLane(m, lane.ID) {
				continue
			}
			a, whole := askIn(s, size, lane.ID, lane.Prompt, scene.Rect{X: g.Columns[0].X, Y: row.Y, W: g.Columns[0].W, H: row.H})
			out, fit = append(out, a), fit && whole
		}
		if fit {
			break
		}
	}
	return out
}

func emptyLane(m *mapmodel.Map, lane mapmodel.ID) bool {
	for stage, step := range m.Columns() {
		column := stage.ID
		if step != nil {
			column = step.ID
		}
		if m.Cell(column, lane).Len() > 0 {
			return false
		}
	}
	return true
}

// asking are the words that stand in empty cells now: a lane asks in its first cell, or in the one that is selected.
func (b *Board) asking() []asked {
	if b.far {
		return nil
	}
	cursor := b.edit.Cursor()
	if cursor.Kind != edit.Cell {
		return b.asks
	}
	var out []asked
	for _, a := range b.asks {
		if a.lane != cursor.Lane {
			out = append(out, a)
		}
	}
	if said := b.invitation(cursor); said != "" {
		if box := b.cellBox(cursor); box.W > 0 {
			a, whole := askIn(b.p.Style, b.p.Style.CardSize, cursor.Lane, said, box)
			if !whole {
				a, _ = askIn(b.p.Style, b.p.Style.MetaSize, cursor.Lane, said, box)
			}
			out = append(out, a)
		}
	}
	return out
}

// invitation says what typing does in a selected cell; nothing where there is a card, or in the inbox.
func (b *Board) invitation(cursor edit.Spot) string {
	m := b.edit.Map()
	lane := mapmodel.Find[*mapmodel.Lane](m, cursor.Lane)
	switch {
	case b.p.ReadOnly || cursor.Inbox() || m.Cell(cursor.Column, cursor.Lane).Len() > 0 || lane == nil || lane.LaneKind == mapmodel.LaneCurve:
		return ""
	case lane.Prompt != "":
		return lane.Prompt
	case m.CardCount() == 0:
		return b.p.Words.Say(words.BoardAddCardHere, nil)
	}
	return ""
}
