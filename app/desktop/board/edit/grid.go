//go:build !nogui

package edit

import (
	"slices"

	"footpath/mapmodel"
)

// Grid is what the board shows of a map, as keys walk over it: the columns
// from left to right (a step's ID, or a stage's that has no steps or cards of
// its own beside them) and the lanes from top to bottom, hidden ones left out.
type Grid struct {
	Columns []mapmodel.ID
	Lanes   []mapmodel.ID
}

// GridOf reads the grid off a map.
func GridOf(m *mapmodel.Map) Grid {
	var g Grid
	for lane := range m.Lanes() {
		if !lane.Hidden {
			g.Lanes = append(g.Lanes, lane.ID)
		}
	}
	for stage := range m.Stages() {
		own := len(g.Columns)
		for step := range m.Steps(stage.ID) {
			g.Columns = append(g.Columns, step.ID)
		}
		if len(g.Columns) == own || holdsCards(m, stage.ID, g.Lanes) {
			g.Columns = slices.Insert(g.Columns, own, stage.ID)
		}
	}
	return g
}

func holdsCards(m *mapmodel.Map, column mapmodel.ID, lanes []mapmodel.ID) bool {
	return slices.ContainsFunc(lanes, func(lane mapmodel.ID) bool { return m.Cell(column, lane).Len() > 0 })
}

// Column is the place of a column from the left, or -1.
func (g Grid) Column(id mapmodel.ID) int { return slices.Index(g.Columns, id) }

// Lane is the place of a lane from the top, or -1.
func (g Grid) Lane(id mapmodel.ID) int { return slices.Index(g.Lanes, id) }
