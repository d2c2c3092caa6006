package scene

import (
	"slices"

	"footpath/mapmodel"
)

// leastHeader is how narrow the board's header gets.
const leastHeader = 560

// inSight is where the header ends: with the part of the map that is in sight,
// where that is known, so that no word of it is cut off.
func (w *work) inSight(right float64) float64 {
	if w.sheet.Width > 0 {
		return max(w.sheet.Width, leastHeader)
	}
	return right
}

// screen lays the map out for the board: columns of one width, lanes as high as
// their cards, the inbox below.
func (w *work) screen() {
	s, g := w.s, &w.page.Grid
	right := max(w.bones.right, s.LaneW+3*s.Column)
	y := w.screenHeader(w.inSight(right))
	heads := w.stageHigh + w.stepHigh
	w.place(Rect{0, y, s.LaneW, heads}, HeaderRole, &Box{Rect: Rect{0, 0, s.LaneW, heads}, Fill: s.LaneHead})
	w.stagesHead(y)
	w.page.Back = lower(w.page.Back, w.bones.heads, y)
	y += heads
	top := y
	for i, lane := range w.lanes {
		blocks, high := w.lane(i)
		row := Row{ID: lane.ID, Kind: lane.LaneKind, Y: y, H: max(high, s.LaneMin)}
		switch lane.LaneKind {
		case mapmodel.LaneCurve:
			row.H = max(s.CurveMin, row.H)
		case mapmodel.LaneMetrics:
			row.H = max(s.Metrics, high)
		}
		g.Rows = append(g.Rows, row)
		w.cells = append(w.cells, blocks)
		y += row.H
	}
	w.gridLines(top, y, right)
	w.rows()
	for _, row := range g.Rows {
		if row.Kind == mapmodel.LaneMetrics {
			w.metrics(row)
		}
	}
	y = w.inbox(y, w.inSight(right))
	w.page.Size = Point{max(right, w.inSight(right)), y}
}

// rows draws lane heads, the curve and the blocks of cards, once the rows
// stand.
func (w *work) rows() {
	g := &w.page.Grid
	blocks := 0
	for _, lane := range w.cells {
		blocks += len(lane)
	}
	w.page.Cells = make([]PlacedCell, 0, blocks+1)
	for i, row := range g.Rows {
		if row.Kind == mapmodel.LaneCurve && len(g.Columns) > 0 {
			w.drawCurve(row)
		}
		head := w.laneHead(i, row.H)
		w.page.Back = append(w.page.Back, Placed{head, Point{w.left(), row.Y}})
		for _, b := range w.cells[i] {
			w.page.Cells = append(w.page.Cells, PlacedCell{b.block, Point{b.x, row.Y + b.y}})
		}
	}
}

// left is where the lane heads begin.
func (w *work) left() float64 {
	if w.s.Paper {
		return w.s.Margin
	}
	return 0
}

// place puts elements behind the cards as a group that hangs on no record.
func (w *work) place(box Rect, role Role, elements ...Element) {
	g := &Group{Role: role, Size: Point{box.W, box.H}, Elements: elements}
	w.page.Back = append(w.page.Back, Placed{g.sealed(), Point{box.X, box.Y}})
}

// keptLines are the lines of the layout before, and all they hang on.
type keptLines struct {
	bones      *skeleton
	rows       []Row
	top, right float64
	group      *Group
}

// gridLines places the lines between lanes and columns.
func (w *work) gridLines(top, bottom, right float64) {
	k := &w.grid
	if rows := w.page.Grid.Rows; w.s.Paper || k.bones != w.bones || k.top != top || k.right != right || !slices.Equal(k.rows, rows) {
		*k = keptLines{w.bones, rows, top, right, w.makeLines(top, bottom, right)}
	}
	w.page.Back = append(w.page.Back, Placed{k.group, Point{w.left(), top}})
}

// makeLines draws the lines between lanes and columns. On paper they begin
// beside the lane heads, which stand a hair apart; a line between steps is left
// out where nothing stands in the steps.
func (w *work) makeLines(top, bottom, right float64) *Group {
	s, g := w.s, &w.page.Grid
	left := w.left()
	from, cells := left, left+s.LaneW
	if s.Paper {
		cells += s.LaneGap
		from = cells
	}
	var lines []Element
	line := func(a, b Point, k Stroke) {
		lines = append(lines, &Path{Segments: Polyline(false, Point{a.X - left, a.Y - top}, Point{b.X - left, b.Y - top}), Stroke: k})
	}
	if s.Surface != s.Canvas {
		lines = append(lines, &Box{Rect: Rect{cells - left, 0, right - cells, bottom - top}, Fill: s.Surface})
	}
	hair := Stroke{Color: s.Hairline, Width: s.Hair}
	edge := Stroke{Color: s.Hairline, Width: s.GridLine}
	if s.Paper {
		edge.Color = s.Border
	}
	for i, row := range g.Rows {
		if i > 0 || !s.Paper {
			line(Point{from, row.Y}, Point{right, row.Y}, hair)
		}
	}
	line(Point{from, bottom}, Point{right, bottom}, edge)
	step := hair
	inset := 3.0
	if !s.Paper {
		step.Dash, inset = []float64{2, 4}, 0
	}
	for i, span := range g.Stages {
		if i > 0 {
			line(Point{span.X, top - s.GridLine}, Point{span.X, bottom}, edge)
		}
		for _, c := range g.Columns[span.First+1 : span.First+span.Count] {
			for n, row := range g.Rows {
				if !s.Paper || w.divided(n, span) {
					line(Point{c.X, row.Y + inset}, Point{c.X, row.Y + row.H - inset}, step)
				}
			}
		}
	}
	lines = append(lines, w.blueprint(left, top, from, right)...)
	return (&Group{Role: Background, Size: Point{right - left, bottom - top}, Elements: lines}).sealed()
}

// divided tells whether cards stand in the steps of a stage, in the n-th lane.
func (w *work) divided(n int, span Span) bool {
	for _, b := range w.cells[n] {
		if b.block.Column != span.ID && b.x >= span.X && b.x < span.X+span.W {
			return true
		}
	}
	return false
}
