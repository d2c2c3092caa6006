package scene

import (
	"footpath/mapmodel"
	"footpath/render/text"
)

// foot is the room for legend and footer at a page's lower edge.
const foot = 36

// paper lays the map out on one sheet and tells whether the sheet had to grow:
// smaller type is tried first, down to the smallest that can be read; then the
// sheet becomes wider or higher, so that nothing is left out.
func (w *work) paper() (grown bool) {
	s := w.s
	width, height := w.sheet.Width, w.sheet.Height
	need := 2*s.Margin + s.LaneW + s.LaneGap + w.leastWidth()
	if need > width {
		width, height, grown = need, max(height, height*need/width*0.7), true
	}
	top := s.Margin + w.paperHeader(width)
	w.chevronsAcross(width)
	rowsTop := top + s.Stage + s.stepBand(w)
	var highs []float64
	for _, size := range s.CardSizes {
		w.size, w.cells, highs = size, nil, nil
		total := 0.0
		for i, lane := range w.lanes {
			blocks, high := w.lane(i)
			high = w.least(lane, high)
			w.cells, highs = append(w.cells, blocks), append(highs, high)
			total += high
		}
		free := height - rowsTop - foot - s.Margin - total
		if free >= 0 {
			w.spread(highs, free)
			break
		}
		if size == s.CardSizes[len(s.CardSizes)-1] {
			height, grown = height-free, true
		}
	}
	w.chevrons(top)
	y := rowsTop
	g := &w.page.Grid
	for i, lane := range w.lanes {
		g.Rows = append(g.Rows, Row{ID: lane.ID, Kind: lane.LaneKind, Y: y, H: highs[i]})
		y += highs[i]
	}
	right := width - s.Margin
	w.gridLines(rowsTop, y, right)
	if s.stepBand(w) > 0 {
		w.stepGround(top+s.Stage, right)
	}
	w.rows()
	for i, row := range g.Rows {
		if w.lanes[i].LaneKind == mapmodel.LaneMetrics {
			w.metrics(row)
		}
	}
	w.page.Size = Point{width, height}
	w.legend(y+9, right)
	w.footer(height-s.Margin-9, right)
	return grown
}

// stepBand is the height of the row of steps, 0 where no stage has any.
func (s *Style) stepBand(w *work) float64 {
	for _, c := range w.page.Grid.Columns {
		if c.ID != c.Stage {
			return s.Step
		}
	}
	return 0
}

// share is how wide a stage is, counted in stages without steps.
func share(steps int) float64 {
	if steps <= 1 {
		return 1
	}
	return 0.76 * float64(steps)
}

func (w *work) leastWidth() float64 {
	shares := 0.0
	for stage := range w.m.Stages() {
		steps := 0
		for range w.m.Steps(stage.ID) {
			steps++
		}
		shares += max(float64(steps), 1)
	}
	return shares * w.s.Column
}

func (w *work) chevronsAcross(width float64) {
	s := w.s
	shares := 0.0
	for stage := range w.m.Stages() {
		steps := 0
		for range w.m.Steps(stage.ID) {
			steps++
		}
		shares += share(steps)
	}
	left := s.Margin + s.LaneW + s.LaneGap
	one := (width - s.Margin - left) / max(shares, 1)
	w.columns(left, func(steps int) float64 { return one * share(steps) })
}

// least is the height a lane has at the least.
func (w *work) least(lane *mapmodel.Lane, cards float64) float64 {
	s := w.s
	switch lane.LaneKind {
	case mapmodel.LaneCurve:
		return s.CurveMin
	case mapmodel.LaneMetrics:
		return max(s.Metrics, cards)
	}
	name := s.fitted(w.words.lane(lane), text.Bold, s.LaneSize, s.LaneW-28, 3)
	return max(cards, s.LaneMin, name.Height()+14)
}

// spread gives the page's free height to its lanes: 34 % to the curve, the
// rest in equal parts to the others but the metrics, and to none more than it
// can use well.
func (w *work) spread(highs []float64, free float64) {
	const curvePart, mostOfCurve, mostOfLane = 0.34, 70, 26
	others := 0
	for _, lane := range w.lanes {
		if lane.LaneKind != mapmodel.LaneCurve && lane.LaneKind != mapmodel.LaneMetrics {
			others++
		}
	}
	for i, lane := range w.lanes {
		switch {
		case lane.LaneKind == mapmodel.LaneCurve:
			highs[i] += min(free*curvePart, mostOfCurve)
		case lane.LaneKind != mapmodel.LaneMetrics:
			highs[i] += min(free*(1-curvePart)/float64(others), mostOfLane)
		}
	}
}
