package scene

import (
	"slices"

	"footpath/mapmodel"
)

// known is the map as the layout before found it. What stands in columns in
// which nothing changed is taken over: one look at each column tells.
type known struct {
	family *mapmodel.Cell   // the lanes, hidden ones too, and
	lanes  []*mapmodel.Lane // the same as a list
	shown  []int            // which of them are
	below  []mapmodel.Below // by column as the skeleton lists them
	next   []mapmodel.Below // room for the present layout's
	// rows are the cells by lane, then by column. Neither a row nor their list is
	// ever altered: where a cell changes others take their places.
	rows [][]*mapmodel.Cell
	deck deck
}

// look gives the board its lanes, columns and cells; top is what stands below
// the map.
func (w *work) look(top mapmodel.Below) {
	k := &w.known
	lanes := top.Family(mapmodel.KindLane)
	anew := k.rows == nil || k.family != lanes
	if anew {
		k.readLanes(lanes)
	}
	for _, i := range k.shown {
		w.lanes = append(w.lanes, k.lanes[i])
	}
	numbers := true
	switch {
	case !w.columnsStand(top):
		w.bones = &skeleton{all: top.Family(mapmodel.KindStage), figures: !w.has(mapmodel.LaneMetrics)}
		w.build(w.bones)
		k.read(w.m, w.bones)
	case anew:
		k.read(w.m, w.bones)
	default:
		numbers = k.readChanged()
	}
	w.ids = w.bones.ids
	w.page.Grid.Columns, w.page.Grid.Stages = w.bones.columns, w.bones.stages
	w.stageHigh, w.stepHigh = w.bones.stageHigh, w.bones.stepHigh
	for _, i := range k.shown {
		w.table = append(w.table, k.rows[i])
	}
	if numbers {
		k.deck = newDeck(w)
	}
	w.deck = k.deck
}

func (k *known) readLanes(family *mapmodel.Cell) {
	k.family, k.lanes, k.shown = family, nil, nil
	for i := range family.Len() {
		lane := family.At(i).(*mapmodel.Lane)
		if !lane.Hidden {
			k.shown = append(k.shown, i)
		}
		k.lanes = append(k.lanes, lane)
	}
}

// columnsStand tells whether stages, steps and surveys are those of the layout
// before; then it has looked at every column.
func (w *work) columnsStand(top mapmodel.Below) bool {
	b, k := w.bones, &w.known
	if b == nil || b.each != w.s.ColumnWidth(len(b.columns), w.sheet.Share) || b.all != top.Family(mapmodel.KindStage) || b.figures == w.has(mapmodel.LaneMetrics) {
		return false
	}
	k.next = k.next[:0]
	for i, id := range b.ids {
		now := w.m.Below(id)
		if now != k.below[i] && b.parts[i] != partsOf(now) {
			return false
		}
		k.next = append(k.next, now)
	}
	return true
}

// parts are the steps and surveys of a column.
type parts struct{ steps, surveys *mapmodel.Cell }

func partsOf(column mapmodel.Below) parts {
	return parts{column.Family(mapmodel.KindStep), column.Family(mapmodel.KindSurvey)}
}

// read looks up all cells.
func (k *known) read(m *mapmodel.Map, bones *skeleton) {
	n := len(bones.ids)
	k.below = make([]mapmodel.Below, n)
	bones.parts = make([]parts, n)
	k.rows = make([][]*mapmodel.Cell, len(k.lanes))
	for i := range k.rows {
		k.rows[i] = make([]*mapmodel.Cell, n)
	}
	for i, id := range bones.ids {
		k.below[i] = m.Below(id)
		bones.parts[i] = partsOf(k.below[i])
		for j, lane := range k.lanes {
			k.rows[j][i] = k.below[i].Cards(lane.ID)
		}
	}
}

// readChanged looks up the cells of the columns in which something changed, and
// tells whether cards came or went.
func (k *known) readChanged() bool {
	count, rows := false, slices.Clone(k.rows) // who has the list keeps it
	for i, now := range k.next {
		if now == k.below[i] {
			continue
		}
		for j, lane := range k.lanes {
			cell, before := now.Cards(lane.ID), rows[j][i]
			if cell == before {
				continue
			}
			count = count || cell.Len() != before.Len()
			rows[j] = slices.Clone(rows[j])
			rows[j][i] = cell
		}
	}
	k.rows, k.below, k.next = rows, k.next, k.below
	return count
}
