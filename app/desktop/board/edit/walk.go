//go:build !nogui

package edit

import (
	"slices"

	"footpath/mapmodel"
	"footpath/render/scene"
)

// Way is a direction a key walks in.
type Way uint8

// The directions. ToLeft and its kin go to the edge; Ahead and Back are Tab's
// way: along the lane, then the next lane.
const (
	Up Way = iota
	Down
	Left
	Right
	ToUp
	ToDown
	ToLeft
	ToRight
	First
	Last
	LaneUp
	LaneDown
	Ahead
	Back
)

// walker finds the spot a key leads to. Every cell ends in a spot of its own
// after its cards, where typing begins a new card.
type walker struct {
	m    *mapmodel.Map
	grid Grid
	head func() [][]scene.HeadPlace // nil where nobody knows how it stands
	// column is where the walk comes back to from the header, the inbox and a
	// lane's head.
	column mapmodel.ID
	// level is the place in its cell that a walk along a lane keeps: a card's
	// index, or cellLevel for the cell itself.
	level int
}

// cellLevel is the level of cells, below all their cards.
const cellLevel = 1 << 30

func (w *walker) levelOf(s Spot) int {
	if s.Kind == Card {
		return w.cards(s).Index(s.ID)
	}
	return cellLevel
}

func (w *walker) step(from Spot, way Way) Spot {
	switch way {
	case Up, Down:
		return w.vertical(from, way == Down)
	case Left, Right:
		return w.sideways(from, way == Right)
	case ToLeft, ToRight:
		return w.rowEnd(from, way == ToRight)
	case ToUp, ToDown:
		return w.columnEnd(from, way == ToDown)
	case First:
		return w.corner(false)
	case Last:
		return w.corner(true)
	case LaneUp, LaneDown:
		return w.lane(from, way == LaneDown)
	default:
		return w.tab(from, way == Ahead)
	}
}

// enter is the first or the last spot of a cell. Where a stage with steps has
// a cell of its own across them, that is entered in place of an empty step's,
// and left for the step above and below it.
func (w *walker) enter(column, lane mapmodel.ID, last bool) Spot {
	if stage := w.m.StageOf(column); stage != nil && w.m.Cell(column, lane).Len() == 0 {
		switch own := w.m.Cell(stage.ID, lane).Len() > 0; {
		case own:
			column = stage.ID
		case stage.ID == column && w.grid.Column(column) < 0:
			column = w.stepOf(stage.ID)
		}
	}
	if cards := w.m.Cell(column, lane); cards.Len() > 0 && !last {
		return CardSpot(cards.Card(0))
	}
	return CellSpot(column, lane)
}

// stepOf is a step of a stage, the one under the walk where it can be; the
// stage itself where it has none.
func (w *walker) stepOf(stage mapmodel.ID) mapmodel.ID {
	below := mapmodel.ID{}
	for step := range w.m.Steps(stage) {
		if below.IsZero() || step.ID == w.column {
			below = step.ID
		}
	}
	if below.IsZero() {
		return stage
	}
	return below
}

func (w *walker) cards(s Spot) *mapmodel.Cell {
	if s.Inbox() {
		return w.m.Inbox()
	}
	return w.m.Cell(s.Column, s.Lane)
}

// home is the column the walk comes back to.
func (w *walker) home() (mapmodel.ID, bool) {
	if w.grid.Column(w.column) >= 0 {
		return w.column, true
	}
	if len(w.grid.Columns) == 0 {
		return mapmodel.ID{}, false
	}
	return w.grid.Columns[0], true
}

func (w *walker) vertical(s Spot, down bool) Spot {
	switch s.Kind {
	case Title, HeadField, PersonaHead:
		return w.headVertical(s, down)
	case Start:
		if down {
			return w.laneHead(0)
		}
		return w.aboveStages()
	case StageHead:
		if !down {
			return w.aboveStages()
		}
		return w.belowStage(s.ID)
	case StepHead:
		if !down {
			if stage := w.m.StageOf(s.ID); stage != nil {
				return HeadSpot(stage)
			}
			return s
		}
		return w.top(s.ID)
	case LaneHead:
		i := w.grid.Lane(s.ID)
		switch {
		case down && i+1 < len(w.grid.Lanes):
			return w.laneHead(i + 1)
		case down:
			return w.inbox()
		case i > 0:
			return w.laneHead(i - 1)
		}
		return w.aboveStages()
	case Cell, Card:
		return w.withinCell(s, down)
	}
	return s
}

func (w *walker) withinCell(s Spot, down bool) Spot {
	if s.Inbox() {
		if down {
			return s
		}
		if column, ok := w.home(); ok && len(w.grid.Lanes) > 0 {
			return w.enter(column, w.grid.Lanes[len(w.grid.Lanes)-1], true)
		}
		return w.laneHead(len(w.grid.Lanes) - 1)
	}
	cards := w.cards(s)
	i := cards.Len()
	if s.Kind == Card {
		i = cards.Index(s.ID)
	}
	switch {
	case down && i+1 < cards.Len():
		return CardSpot(cards.Card(i + 1))
	case down && i < cards.Len():
		return s.cell()
	case !down && i > 0:
		return CardSpot(cards.Card(i - 1))
	}
	row := w.grid.Lane(s.Lane)
	switch {
	case down && row+1 < len(w.grid.Lanes):
		return w.enter(s.Column, w.grid.Lanes[row+1], false)
	case down:
		return w.inbox()
	case row > 0:
		return w.enter(s.Column, w.grid.Lanes[row-1], true)
	}
	return HeadSpot(w.m.Get(s.Column)) // a stage's own cell has the stage above it
}

func (w *walker) title() Spot { return HeadSpot(w.m.Header()) }

func (w *walker) belowTitle() Spot {
	if column, ok := w.home(); ok {
		if stage := w.m.StageOf(column); stage != nil {
			return HeadSpot(stage)
		}
	}
	return Spot{Kind: Start}
}

// belowStage is a step of the stage, the one under the walk where it can be,
// or the stage's own first cell.
func (w *walker) belowStage(stage mapmodel.ID) Spot {
	if below := w.stepOf(stage); below != stage {
		return HeadSpot(w.m.Get(below))
	}
	return w.top(stage)
}

// top is the first spot below a column's head.
func (w *walker) top(column mapmodel.ID) Spot {
	if len(w.grid.Lanes) == 0 {
		return HeadSpot(w.m.Get(column))
	}
	return w.enter(column, w.grid.Lanes[0], false)
}

func (w *walker) laneHead(i int) Spot {
	if i < 0 || i >= len(w.grid.Lanes) {
		return w.title()
	}
	return Spot{Kind: LaneHead, ID: w.grid.Lanes[i]}
}

func (w *walker) inbox() Spot {
	if cards := w.m.Inbox(); cards.Len() > 0 {
		return CardSpot(cards.Card(0))
	}
	return CellSpot(mapmodel.ID{}, mapmodel.ID{})
}

func (w *walker) sideways(s Spot, right bool) Spot {
	step := -1
	if right {
		step = 1
	}
	switch s.Kind {
	case Title, HeadField, PersonaHead:
		return w.headSideways(s, step)
	case StageHead, StepHead:
		heads := w.heads(s.Kind)
		if i := slices.Index(heads, s.ID) + step; i >= 0 && i < len(heads) {
			return HeadSpot(w.m.Get(heads[i]))
		}
	case LaneHead:
		if column, ok := w.first(); ok && right {
			return w.enter(column, s.ID, false)
		}
	case Cell, Card:
		if s.Inbox() {
			return w.alongInbox(s, step)
		}
		return w.beside(s, w.along(s)+step)
	}
	return s
}

func (w *walker) first() (mapmodel.ID, bool) {
	if len(w.grid.Columns) == 0 {
		return mapmodel.ID{}, false
	}
	return w.grid.Columns[0], true
}

// heads lists the stages, or the steps, in order.
func (w *walker) heads(kind Kind) []mapmodel.ID {
	var out []mapmodel.ID
	for stage, step := range w.m.Columns() {
		switch {
		case kind == StageHead && step == nil:
			out = append(out, stage.ID)
		case kind == StepHead && step != nil:
			out = append(out, step.ID)
		}
	}
	return out
}

func (w *walker) alongInbox(s Spot, step int) Spot {
	cards := w.m.Inbox()
	i := cards.Len()
	if s.Kind == Card {
		i = cards.Index(s.ID)
	}
	switch i += step; {
	case i < 0:
		return s
	case i < cards.Len():
		return CardSpot(cards.Card(i))
	}
	return s.cell()
}

// along is the place of a spot in its lane.
func (w *walker) along(s Spot) int {
	if i := slices.Index(w.grid.Row(w.m, s.Lane), s.Column); i >= 0 {
		return i
	}
	return w.grid.leaf(s.Column)
}

// beside is the spot in another column of the same lane that lies level with
// s; left of the first column is the lane's head.
func (w *walker) beside(s Spot, column int) Spot {
	row := w.grid.Row(w.m, s.Lane)
	switch {
	case column < 0:
		return Spot{Kind: LaneHead, ID: s.Lane}
	case column >= len(row):
		return s
	}
	to := row[column]
	there := w.m.Cell(to, s.Lane)
	if w.level == cellLevel || there.Len() == 0 {
		return CellSpot(to, s.Lane)
	}
	return CardSpot(there.Card(min(max(0, w.level), there.Len()-1)))
}

func (w *walker) rowEnd(s Spot, last bool) Spot {
	switch {
	case s.InHead():
		return w.headEnd(s, last)
	case s.Kind == StageHead || s.Kind == StepHead:
		heads := w.heads(s.Kind)
		return HeadSpot(w.m.Get(end(heads, last)))
	case s.Inbox():
		if last {
			return s.cell()
		}
		return w.inbox()
	case s.Kind == LaneHead && last && len(w.grid.Columns) > 0:
		return w.enter(end(w.grid.Columns, last), s.ID, false)
	case s.inCell() && last:
		return w.beside(s, len(w.grid.Row(w.m, s.Lane))-1)
	case s.inCell():
		return w.beside(s, 0)
	}
	return s
}

func (w *walker) columnEnd(s Spot, last bool) Spot {
	if len(w.grid.Lanes) == 0 {
		return s
	}
	lane := end(w.grid.Lanes, last)
	switch {
	case s.Kind == LaneHead:
		return Spot{Kind: LaneHead, ID: lane}
	case s.inCell() && !s.Inbox():
		return w.enter(s.Column, lane, false)
	case s.Inbox() && last:
		return s
	}
	if column, ok := w.home(); ok {
		return w.enter(column, lane, false)
	}
	return s
}

func (w *walker) corner(last bool) Spot {
	if len(w.grid.Columns) == 0 {
		return Spot{Kind: Start}
	}
	if len(w.grid.Lanes) == 0 {
		return HeadSpot(w.m.StageOf(end(w.grid.Columns, last)))
	}
	return w.enter(end(w.grid.Columns, last), end(w.grid.Lanes, last), last)
}

func (w *walker) lane(s Spot, down bool) Spot {
	step := -1
	if down {
		step = 1
	}
	switch {
	case s.Kind == LaneHead:
		if i := w.grid.Lane(s.ID) + step; i >= 0 && i < len(w.grid.Lanes) {
			return w.laneHead(i)
		}
	case s.Inbox():
		if !down {
			return w.withinCell(s, false)
		}
	case s.inCell():
		i := w.grid.Lane(s.Lane) + step
		switch {
		case i < 0:
			return HeadSpot(w.m.Get(s.Column))
		case i < len(w.grid.Lanes):
			return w.enter(s.Column, w.grid.Lanes[i], false)
		}
		return w.inbox()
	case s.InHead() && down:
		return w.belowTitle()
	case s.Kind == StageHead && down:
		return w.belowLane(s.ID)
	case s.Kind == StepHead && down:
		return w.top(s.ID)
	default:
		return w.vertical(s, down)
	}
	return s
}

func (w *walker) belowLane(stage mapmodel.ID) Spot {
	return w.top(w.stepOf(stage))
}

// tab is the next or previous column; past the edge of the map, the next or
// previous lane from its other edge.
func (w *walker) tab(s Spot, ahead bool) Spot {
	if s.InHead() {
		return w.headTab(s, ahead)
	}
	if s.Kind == LaneHead || !s.inCell() || s.Inbox() {
		return w.sideways(s, ahead)
	}
	step := 1
	if !ahead {
		step = -1
	}
	column, row := w.along(s)+step, w.grid.Lane(s.Lane)
	switch {
	case column >= 0 && column < len(w.grid.Row(w.m, s.Lane)):
		return w.beside(s, column)
	case row+step < 0 || row+step >= len(w.grid.Lanes):
		return s
	}
	return w.enter(end(w.grid.Columns, !ahead), w.grid.Lanes[row+step], s.Kind == Cell)
}

func end(ids []mapmodel.ID, last bool) mapmodel.ID {
	if len(ids) == 0 {
		return mapmodel.ID{}
	}
	if last {
		return ids[len(ids)-1]
	}
	return ids[0]
}
