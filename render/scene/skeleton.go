package scene

import (
	"slices"

	"footpath/mapmodel"
)

// skeleton is what hangs on stages, steps and surveys alone: the board's columns
// and their heads. It is never altered, and the same as long as none of them
// changes.
type skeleton struct {
	all     *mapmodel.Cell // the stages
	parts   []parts        // by column as ids lists them
	figures bool           // whether heads may show a survey's figure

	ids     []mapmodel.ID // every column, a stage before its steps
	index   map[mapmodel.ID]int
	widths  []float64 // by column as ids lists them
	columns []Column
	stages  []Span
	right   float64
	each    float64 // the width of a column

	stageHigh, stepHigh float64
	heads               []Placed // counted from the upper edge of the stages' row
}

// ColumnWidth is how wide each of so many columns of the board is, in points, where
// they share a width with the lanes' heads: few grow until all is in use, or until
// their lines are too long to be read; many are as wide as the style says.
func (s *Style) ColumnWidth(columns int, share float64) float64 {
	return max(s.Column, min((share-s.LaneW)/float64(max(columns, 1)), s.WidestColumn))
}

func (w *work) build(k *skeleton) {
	s := w.s
	columns := 0
	for stage := range w.stages() {
		steps := 0
		for range w.m.Steps(stage.ID) {
			steps++
		}
		columns += max(steps, 1)
	}
	k.each = s.ColumnWidth(columns, w.sheet.Share)
	k.right = w.columns(s.LaneW, func(_, steps int) float64 { return k.each * float64(max(steps, 1)) })
	g := w.page.Grid
	k.columns, k.stages = slices.Clip(g.Columns), slices.Clip(g.Stages)
	k.index = map[mapmodel.ID]int{}
	add := func(id mapmodel.ID, width float64) {
		k.index[id] = len(k.ids)
		k.ids, k.widths = append(k.ids, id), append(k.widths, width)
	}
	for _, span := range g.Stages {
		add(span.ID, span.W)
		for _, c := range g.Columns[span.First : span.First+span.Count] {
			if c.ID != span.ID {
				add(c.ID, c.W)
			}
		}
	}
	w.measureHeads()
	k.stageHigh, k.stepHigh = w.stageHigh, w.stepHigh
	w.chevrons(0)
	k.heads = slices.Clone(w.page.Back)
	w.page.Back = w.page.Back[:0]
}
