package scene

import "footpath/mapmodel"

// spreadOver gives a poster's free height to its lanes as far as the sheets they
// stand on have room anyway, so that it takes no sheet more, and gives what it
// gave. top is where the lanes begin.
func (w *work) spreadOver(highs []float64, free, top, foot float64) float64 {
	t := w.tiling
	length := top + foot + w.s.Margin
	for _, h := range highs {
		length += h
	}
	edges, whole := w.bands(highs, top)
	at := cuts(length, t.room.Y, t.strip, edges, whole, nil)
	row := make([]int, len(highs)) // the row of sheets that a lane stands in; -1 for several
	slack, weights := make([]float64, len(at)-1), make([]float64, len(at)-1)
	y, n := top, 0
	for i, h := range highs {
		for at[n+1] < y+0.02 {
			n++
		}
		row[i] = -1
		if y+h <= at[n+1]+0.02 {
			row[i] = n
			weights[n] += w.weight(i)
		}
		y += h
	}
	for i := range slack {
		slack[i] = t.room.Y - (at[i+1] - at[i])
	}
	slack[len(slack)-1] += t.strip
	low, high := 0.0, 0.0
	for i := range slack {
		if weights[i] > 0 {
			high = max(high, slack[i]/weights[i])
		}
	}
	for range 40 {
		mid, sum := (low+high)/2, 0.0
		for i := range slack {
			sum += max(min(slack[i], mid*weights[i]), 0)
		}
		if sum > free {
			high = mid
		} else {
			low = mid
		}
	}
	given := 0.0
	for i := range highs {
		if n := row[i]; n >= 0 && weights[n] > 0 {
			more := max(min(slack[n], low*weights[n]), 0) * w.weight(i) / weights[n]
			highs[i] += more
			given += more
		}
	}
	return given
}

// weight is a lane's part of free height: the curve's is the largest.
func (w *work) weight(lane int) float64 {
	switch w.lanes[lane].LaneKind {
	case mapmodel.LaneMetrics:
		return 0
	case mapmodel.LaneCurve:
		return 2.5
	}
	return 1
}

// bands tells where lanes of some heights can be cut before they are drawn: at
// their edges, else between their cards.
func (w *work) bands(highs []float64, top float64) (edges []float64, whole []span) {
	s := w.s
	y := top
	edges = append(edges, top-w.stageHigh-w.stepHigh-2*s.StepGap-s.LaneGap)
	whole = append(whole, span{edges[0], top})
	for i, h := range highs {
		edges = append(edges, y)
		whole = append(whole, span{y, y + min(h, s.LaneMin)}) // the lane's name
		if !w.lanes[i].LaneKind.HoldsCards() {
			whole = append(whole, span{y, y + h})
		}
		for _, b := range w.cells[i] {
			for _, card := range b.block.Cards {
				from := y + b.y + card.At.Y
				whole = append(whole, span{from, from + card.Group.Size.Y})
			}
		}
		y += h
	}
	return append(edges, y), whole
}
