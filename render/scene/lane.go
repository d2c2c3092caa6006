package scene

import (
	"slices"

	"footpath/mapmodel"
)

// lane lays out the cards of a lane and gives the height they need. A stage's
// own cards stand under those of its steps, across all of them.
func (w *work) lane(nth int) ([]placedBlock, float64) {
	switch {
	case !w.lanes[nth].LaneKind.HoldsCards():
		return nil, 0
	case w.s.Paper:
		return w.evenLane(w.lanes[nth])
	}
	k := w.keptLane(nth)
	return k.placed, k.high
}

// keptLane is a lane of the layout before and all that it hangs on, so that
// the next layout takes over every cell in which nothing changed.
type keptLane struct {
	lane     *mapmodel.Lane
	bones    *skeleton
	evidence *mapmodel.Cell // only for lanes that show it
	pictures *mapmodel.Cell
	people   *mapmodel.Cell
	surveys  bool // whether the surveys' figures stand in it
	sifted   sifted
	cells    []*mapmodel.Cell
	firsts   []int // of the numbers of each cell's cards; nil without any
	blocks   []*Block
	placed   []placedBlock
	high     float64
}

// keptLane is the lane of the layout before, if it would come out the very same,
// or one made of what did not change in it.
func (w *work) keptLane(nth int) *keptLane {
	lane := w.lanes[nth]
	fresh := &keptLane{lane: lane, bones: w.bones, pictures: w.pictures, people: w.people, surveys: w.showsSurveys(lane), sifted: w.sifted(lane.ID), cells: w.table[nth], firsts: w.deck.rows[nth]}
	if lane.LaneKind == mapmodel.LaneInsights {
		fresh.evidence = w.m.AllEvidence()
	}
	before := w.lanesOf[lane.ID]
	if before != nil && before.lane.LaneKind != lane.LaneKind {
		before = nil
	}
	if before != nil && before.lane == lane && before.bones == fresh.bones && before.evidence == fresh.evidence && before.pictures == fresh.pictures && before.people == fresh.people && before.surveys == fresh.surveys && before.sifted == fresh.sifted &&
		slices.Equal(before.cells, fresh.cells) && slices.Equal(before.firsts, fresh.firsts) {
		return before
	}
	fresh.blocks = make([]*Block, len(fresh.cells))
	for i, cell := range fresh.cells {
		if cell.Len() == 0 {
			continue
		}
		first := 0
		if fresh.firsts != nil {
			first = fresh.firsts[i]
		}
		old, same := before.block(w.bones, i, cell, first)
		if same && before.sifted.alike(fresh.sifted, w.ids[i]) && before.evidence == fresh.evidence && before.pictures == fresh.pictures && before.people == fresh.people && old.Size.X == w.bones.widths[i] {
			fresh.blocks[i] = old
			continue
		}
		fresh.blocks[i] = w.fill(cell, w.ids[i], lane, first, w.bones.widths[i], fresh.sifted, old)
	}
	w.stack(fresh)
	w.lanesOf[lane.ID] = fresh
	return fresh
}

// block is the block that the lane had in a column, nil for none, and whether
// the same cards with the same numbers stand there now.
func (k *keptLane) block(bones *skeleton, i int, cell *mapmodel.Cell, first int) (*Block, bool) {
	if k == nil {
		return nil, false
	}
	if k.bones != bones {
		at, ok := k.bones.index[bones.ids[i]]
		if !ok {
			return nil, false
		}
		i = at
	}
	same := k.blocks[i] != nil && k.cells[i] == cell && (k.firsts == nil || k.firsts[i] == first)
	return k.blocks[i], same
}

// stack places a lane's blocks, each as high as its cards.
func (w *work) stack(k *keptLane) {
	n, i := 0, 0
	for _, b := range k.blocks {
		if b != nil {
			n++
		}
	}
	k.placed = make([]placedBlock, 0, n)
	put := func(x, y float64) float64 {
		b := k.blocks[i]
		i++
		if b == nil {
			return y
		}
		k.placed = append(k.placed, placedBlock{b, x, y})
		return y + b.Size.Y
	}
	for _, span := range w.page.Grid.Stages {
		top := 0.0
		if k.surveys {
			top = w.surveysHigh(k.lane, span)
		}
		deepest := top
		own := i
		if columns := w.page.Grid.Columns[span.First : span.First+span.Count]; columns[0].ID != span.ID {
			i++
			for _, c := range columns {
				deepest = max(deepest, put(c.X, top))
			}
		}
		next := i
		i = own
		deepest = put(span.X, deepest)
		i = max(next, i)
		k.high = max(k.high, deepest)
	}
}
