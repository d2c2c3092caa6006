//go:build !nogui

package edit

import (
	"slices"

	"footpath/mapmodel"
)

// Grid is what the board shows of a map, as keys walk over it: the columns
// from left to right (a step's ID, or a stage's that has no steps) and the
// lanes from top to bottom, hidden ones left out. A stage's own cards beside
// its steps stand in a cell across them; see Row.
type Grid struct {
	Columns []mapmodel.ID
	Lanes   []mapmodel.ID
	// split are the stages with steps, by the place of their first step.
	split map[int]mapmodel.ID
}

// GridOf reads the grid off a map.
func GridOf(m *mapmodel.Map) Grid {
	g := Grid{split: map[int]mapmodel.ID{}}
	for lane := range m.Lanes() {
		if !lane.Hidden {
			g.Lanes = append(g.Lanes, lane.ID)
		}
	}
	for stage := range m.Stages() {
		first := len(g.Columns)
		for step := range m.Steps(stage.ID) {
			g.Columns = append(g.Columns, step.ID)
		}
		if len(g.Columns) == first {
			g.Columns = append(g.Columns, stage.ID)
		} else {
			g.split[first] = stage.ID
		}
	}
	return g
}

// Row lists the columns of a lane that keys walk over: all columns, and where
// a stage with steps has cards of its own in the lane, the stage before its
// steps.
func (g Grid) Row(m *mapmodel.Map, lane mapmodel.ID) []mapmodel.ID {
	return g.columns(func(stage mapmodel.ID) bool { return m.Cell(stage, lane).Len() > 0 })
}

// all lists the columns and every stage with steps before these.
func (g Grid) all() []mapmodel.ID { return g.columns(func(mapmodel.ID) bool { return true }) }

func (g Grid) columns(own func(stage mapmodel.ID) bool) []mapmodel.ID {
	if len(g.split) == 0 {
		return g.Columns
	}
	out := make([]mapmodel.ID, 0, len(g.Columns)+len(g.split))
	for i, column := range g.Columns {
		if stage, ok := g.split[i]; ok && own(stage) {
			out = append(out, stage)
		}
		out = append(out, column)
	}
	return out
}

// leaf is the place of a column from the left; of a stage with steps, that of
// its first step; -1 for anything else.
func (g Grid) leaf(id mapmodel.ID) int {
	for i, stage := range g.split {
		if stage == id {
			return i
		}
	}
	return slices.Index(g.Columns, id)
}

// Column is the place of a column from the left, or -1.
func (g Grid) Column(id mapmodel.ID) int { return slices.Index(g.Columns, id) }

// Lane is the place of a lane from the top, or -1.
func (g Grid) Lane(id mapmodel.ID) int { return slices.Index(g.Lanes, id) }
