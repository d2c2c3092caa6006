package scene

import (
	"slices"

	"footpath/mapmodel"
	"footpath/render/text"
)

// paper lays the page out on its sheet, or gives false where it does not fit.
func (w *work) paper(grow, cut bool) bool {
	draw := w.sized(grow, cut)
	if draw == nil {
		return false
	}
	draw()
	return true
}

// sized finds the page's size and what stands where: smaller type is tried
// first, down to the smallest that can be read. Where that is not enough the
// sheet grows, if it may, or cards are cut short in favour of the notes, if that
// is allowed; else it gives nil. What it gives draws the page: a size may be
// tried without that.
func (w *work) sized(grow, cut bool) (draw func()) {
	s := w.s
	width, height := w.sheet.Width, w.sheet.Height
	if need := 2*s.Margin + s.LaneW + s.LaneGap + w.leastWidth(); need > width+0.01 {
		switch {
		case grow:
			width = need
			w.book.find(Finding{Kind: SheetGrew})
		case cut:
			w.book.find(Finding{Kind: NarrowColumns})
			if least := 2*s.Margin + s.LaneW + s.LaneGap + w.leastWidth()*overviewColumn/s.Column; least > width {
				width = least
				w.book.find(Finding{Kind: SheetGrew})
			}
		default:
			return nil
		}
	}
	width = w.columnsAcross(width)
	top := s.Margin
	switch {
	case w.tiling != nil:
		top += w.tileHeader(width)
	case w.later, w.brief:
		top += w.compactHeader(width, "")
	case w.only == nil:
		top += w.paperHeader(width)
	default:
		top += w.paperHeader(width) + s.LaneGap
		w.strip(Rect{s.Margin, top, width - 2*s.Margin, stripHigh})
		top += stripHigh + 8
	}
	top += s.LaneGap
	w.measureHeads()
	rowsTop := top + w.stageHigh + s.StepGap
	if w.stepHigh > 0 {
		rowsTop += w.stepHigh + s.StepGap
	}
	right := width - s.Margin
	signs := w.signs()
	_, legendHigh := w.legend(signs, right)
	foot := w.footerHeight(width) + legendHigh
	var highs []float64
	rooms := s.rooms(w.pictures != nil, cut)
	if w.full {
		rooms = rooms[:1]
	}
	space := height - rowsTop - foot - s.Margin
	for i, room := range rooms {
		last := i == len(rooms)-1
		w.size, w.room, w.cells, highs = room.size, room, nil, nil
		noted, found := len(w.book.notes), len(w.book.findings)
		total := 0.0
		for i, lane := range w.lanes {
			blocks, high := w.lane(i)
			high = w.least(lane, high)
			w.cells, highs = append(w.cells, blocks), append(highs, high)
			if total += high; total > space && !(last && (grow || cut)) {
				break // it will not do
			}
		}
		free := space - total
		if free >= 0 && w.tiling != nil {
			height -= free - w.spreadOver(highs, free, rowsTop, foot)
			break
		}
		if free >= 0 {
			w.spread(highs, free)
			break
		}
		if !last {
			w.book.takeBack(noted, found)
			continue
		}
		if !grow && !cut {
			return nil
		}
		height -= free
		w.book.find(Finding{Kind: SheetGrew})
	}
	w.page.Size = Point{width, height}
	return func() {
		w.chevrons(top)
		w.drawRows(rowsTop, highs, right)
		if w.stepHigh > 0 {
			w.stepGround(top+w.stageHigh+s.StepGap, right)
		}
		if elements, high := w.legend(signs, right); len(elements) > 0 {
			w.place(Rect{s.Margin, height - s.Margin - foot, right - s.Margin, high}, LegendRole, elements...)
		}
	}
}

// drawRows draws the lanes, one below the other, and all that stands in them.
func (w *work) drawRows(y float64, highs []float64, right float64) {
	top, g := y, &w.page.Grid
	for i, lane := range w.lanes {
		g.Rows = append(g.Rows, Row{ID: lane.ID, Kind: lane.LaneKind, Y: y, H: highs[i]})
		y += highs[i]
	}
	if len(g.Rows) > 0 {
		w.gridLines(top, y, right)
	}
	w.rows()
	for i, row := range g.Rows {
		if w.lanes[i].LaneKind == mapmodel.LaneMetrics {
			w.metrics(row)
		}
	}
}

// find notes a finding once.
func (b *book) find(f Finding) {
	if !slices.Contains(b.findings, f) {
		b.findings = append(b.findings, f)
	}
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

// share is how wide a stage is, counted in stages without steps; on pages by
// stage all columns are even.
func (w *work) share(steps int) float64 {
	if steps <= 1 {
		return 1
	}
	if w.only != nil {
		return float64(steps)
	}
	return 0.76 * float64(steps)
}

// leastWidth is the width of all stages with the steps at their narrowest.
func (w *work) leastWidth() float64 {
	shares, narrow := 0.0, 0.0
	for stage := range w.stages() {
		steps := 0
		for range w.m.Steps(stage.ID) {
			steps++
		}
		shares += w.share(steps)
		narrow = max(narrow, w.s.Column*float64(max(steps, 1))/w.share(steps))
	}
	return shares * narrow
}

// columnsAcross places the columns on a page of a width and gives that width; a
// poster takes what suits its sheets.
func (w *work) columnsAcross(width float64) float64 {
	if w.tiling != nil {
		return w.sheetsAcross(width)
	}
	s := w.s
	shares := 0.0
	for stage := range w.stages() {
		steps := 0
		for range w.m.Steps(stage.ID) {
			steps++
		}
		shares += w.share(steps)
	}
	left := s.Margin + s.LaneW + s.LaneGap
	one := (width - s.Margin - left) / max(shares, 1)
	w.columns(left, func(_, steps int) float64 { return one * w.share(steps) })
	return width
}

// least is the height a lane has at the least.
func (w *work) least(lane *mapmodel.Lane, cards float64) float64 {
	s := w.s
	name := s.fitted(w.words.lane(lane), text.Bold, s.LaneSize, s.LaneW-27, 3)
	head := name.Height() + 14
	if hint := w.laneHint(lane); hint != "" {
		head = name.Height() + s.hint(hint, 0, 0, s.LaneW-27).Height() + 14
	}
	switch lane.LaneKind {
	case mapmodel.LaneCurve:
		return w.curveLeast()
	case mapmodel.LaneMetrics:
		return max(cards, s.Metrics, head)
	}
	return max(cards, s.LaneMin, head)
}

// spread gives the page's free height to its lanes: 34 % to the curve, on a low
// sheet all, and the rest in equal parts to the others but the metrics.
func (w *work) spread(highs []float64, free float64) {
	count := func(curve bool) (n int) {
		for _, lane := range w.lanes {
			if lane.LaneKind != mapmodel.LaneMetrics && curve == (lane.LaneKind == mapmodel.LaneCurve) {
				n++
			}
		}
		return n
	}
	curves, others := count(true), count(false)
	part := 0.34
	switch {
	case curves == 0:
		part = 0
	case others == 0, w.sheet.Height < low:
		part = 1
	}
	for i, lane := range w.lanes {
		switch lane.LaneKind {
		case mapmodel.LaneMetrics:
		case mapmodel.LaneCurve:
			highs[i] += free * part / float64(curves)
		default:
			highs[i] += free * (1 - part) / float64(others)
		}
	}
}
