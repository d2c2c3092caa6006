package scene

import "footpath/mapmodel"

// evenLane lays out a lane for paper, where the n-th cards of a lane share one
// height, so that cards stand in straight rows.
func (w *work) evenLane(lane *mapmodel.Lane) ([]placedBlock, float64) {
	type part struct {
		column mapmodel.ID
		x, w   float64
		under  bool // a stage's own cards, under those of its steps
		span   int
		drafts []*cardBuilder
	}
	var parts []part
	for i, span := range w.page.Grid.Stages {
		filled := false
		for _, c := range w.page.Grid.Columns[span.First : span.First+span.Count] {
			if w.m.Cell(c.ID, lane.ID).Len() > 0 {
				parts = append(parts, part{column: c.ID, x: c.X, w: c.W, span: i})
				filled = true
			}
		}
		stepped := w.page.Grid.Columns[span.First].ID != span.ID
		if stepped && w.m.Cell(span.ID, lane.ID).Len() > 0 {
			parts = append(parts, part{column: span.ID, x: span.X, w: span.W, under: filled, span: i})
		}
	}
	var rows, underRows []float64
	for i := range parts {
		p := &parts[i]
		cell := w.m.Cell(p.column, lane.ID)
		p.drafts = w.drafts(cell, lane, p.w)
		heights := &rows
		if p.under {
			heights = &underRows
		}
		across := w.across(cell, lane.LaneKind, p.w)
		for i, d := range p.drafts {
			if i/across == len(*heights) {
				*heights = append(*heights, 0)
			}
			(*heights)[i/across] = max((*heights)[i/across], d.height)
		}
	}
	var out []placedBlock
	most := 0.0
	deepest := make([]float64, len(w.page.Grid.Stages))
	for i, span := range w.page.Grid.Stages {
		deepest[i] = w.surveysHigh(lane, span)
		most = max(most, deepest[i])
	}
	first := most // cards stand in rows below all surveys
	for i := range deepest {
		deepest[i] = first
	}
	for _, p := range parts {
		heights, y := rows, first
		if p.under {
			heights, y = underRows, deepest[p.span]
		}
		b := w.even(w.m.Cell(p.column, lane.ID), p.column, lane, p.w, p.drafts, heights)
		out = append(out, placedBlock{b, p.x, y})
		deepest[p.span] = max(deepest[p.span], y+b.Size.Y)
		most = max(most, deepest[p.span])
	}
	return out, most
}
