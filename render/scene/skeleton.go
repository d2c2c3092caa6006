package scene

import (
	"slices"

	"footpath/mapmodel"
)

// skeleton is what hangs on stages, steps and surveys alone: the board's columns
// and their heads. It is never altered, and the same as long as none of them
// changes.
type skeleton struct {
	records []mapmodel.Record // all it hangs on, in map order
	figures bool              // whether heads may show a survey's figure

	ids     []mapmodel.ID // every column, a stage before its steps
	index   map[mapmodel.ID]int
	widths  []float64 // by column as ids lists them
	columns []Column
	stages  []Span
	right   float64

	stageHigh, stepHigh float64
	heads               []Placed // counted from the upper edge of the stages' row
}

// frame gives the board its columns: those of the layout before, if nothing in
// them changed.
func (w *work) frame() {
	records := w.scratch[:0]
	for stage := range w.m.Stages() {
		records = append(records, stage)
		for step := range w.m.Steps(stage.ID) {
			records = append(records, step)
		}
		for survey := range w.m.Surveys(stage.ID) {
			records = append(records, survey)
		}
	}
	w.scratch = records
	figures := !w.has(mapmodel.LaneMetrics)
	if w.bones == nil || w.bones.figures != figures || !slices.Equal(w.bones.records, records) {
		w.bones = &skeleton{records: slices.Clone(records), figures: figures}
		w.build(w.bones)
	}
	w.ids = w.bones.ids
	w.page.Grid.Columns, w.page.Grid.Stages = w.bones.columns, w.bones.stages
	w.stageHigh, w.stepHigh = w.bones.stageHigh, w.bones.stepHigh
}

func (w *work) build(k *skeleton) {
	s := w.s
	k.right = w.columns(s.LaneW, func(_, steps int) float64 { return s.Column * float64(max(steps, 1)) })
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
