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
	}
	var parts []part
	for i, span := range w.page.Grid.Stages {
		filled := false
		for _, c := range w.page.Grid.Columns[span.First : span.First+span.Count] {
			if w.m.Cell(c.ID, lane.ID).Len() > 0 {
				parts = append(parts, part{c.ID, c.X, c.W, false, i})
				filled = true
			}
		}
		stepped := w.page.Grid.Columns[span.First].ID != span.ID
		if stepped && w.m.Cell(span.ID, lane.ID).Len() > 0 {
			parts = append(parts, part{span.ID, span.X, span.W, filled, i})
		}
	}
	var rows, underRows []float64
	for _, p := range parts {
		natural := w.block(p.column, lane, p.w, nil)
		heights := &rows
		if p.under {
			heights = &underRows
		}
		for i, g := range natural.Cards {
			if i == len(*heights) {
				*heights = append(*heights, 0)
			}
			(*heights)[i] = max((*heights)[i], g.Group.Size.Y)
		}
	}
	var out []placedBlock
	most := 0.0
	deepest := make([]float64, len(w.page.Grid.Stages))
	for _, p := range parts {
		heights, y := rows, 0.0
		if p.under {
			heights, y = underRows, deepest[p.span]
		}
		b := w.block(p.column, lane, p.w, heights)
		out = append(out, placedBlock{b, p.x, y})
		deepest[p.span] = max(deepest[p.span], y+b.Size.Y)
		most = max(most, deepest[p.span])
	}
	return out, most
}
