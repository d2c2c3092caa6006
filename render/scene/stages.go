package scene

import (
	"math"

	"footpath/mapmodel"
)

// mostStages is the most stages on one page by stage.
const mostStages = 3

// byStage lays out pages of one to three stages each: as few as show every card
// whole in type that is easily read. Of a stage that does not fit on a page by
// itself, cards are cut short in favour of the notes.
func (b *book) byStage() {
	b.pages, b.works = nil, nil
	var stages []mapmodel.ID
	var columns []int
	for stage := range b.m.Stages() {
		n := 0
		for range b.m.Steps(stage.ID) {
			n++
		}
		stages, columns = append(stages, stage.ID), append(columns, max(n, 1))
	}
	if len(stages) == 0 { // a map not begun
		b.add(b.work(nil), true, false)
		return
	}
	if b.sheet.Height < low {
		b.cover()
	}
	from := 0
	for _, n := range b.deal(stages, columns) {
		b.add(b.work(stages[from:from+n]), false, true)
		from += n
	}
}

// deal finds how many stages stand on each page: the least cost of all. A page
// costs one, and more the smaller its type; of what costs the same, the pages
// that are filled most evenly are best.
func (b *book) deal(stages []mapmodel.ID, columns []int) []int {
	s := b.style
	fits := int(math.Floor((b.sheet.Width - 2*s.Margin - s.LaneW - s.LaneGap) / s.Column))
	cost, take := make([]float64, len(stages)+1), make([]int, len(stages))
	for from := len(stages) - 1; from >= 0; from-- {
		cost[from] = math.Inf(1)
		across := 0
		for n := 1; n <= mostStages && from+n <= len(stages); n++ {
			across += columns[from+n-1]
			if n > 1 && across > fits {
				break
			}
			size, whole := b.sizeOf(stages[from:from+n], from > 0)
			if n > 1 && !whole {
				break
			}
			const uneven = 1e-4
			if c := cost[from+n] + 1 + s.strain(size) + uneven*float64(across*across); c < cost[from] {
				cost[from], take[from] = c, n
			}
		}
	}
	var out []int
	for from := 0; from < len(stages); from += take[from] {
		out = append(out, take[from])
	}
	return out
}

// sizeOf is the size of type in which stages fit on a page; whole is false where
// they do not. Only a first page has the map's header.
func (b *book) sizeOf(stages []mapmodel.ID, later bool) (size float64, whole bool) {
	w := b.work(stages)
	w.later = w.later || later
	whole = w.sized(false, false) != nil
	return w.size, whole
}

// strain is what smaller type costs, counted in pages: one page in the smallest
// type is not as good as half as many again in the usual.
func (s *Style) strain(size float64) float64 {
	least := s.CardSizes[len(s.CardSizes)-1]
	if s.CardSize <= least {
		return 0
	}
	part := (s.CardSize - size) / (s.CardSize - least)
	return 0.55 * part * part
}

// cover is the first page by stage on a low sheet, which has no room for both
// the map's header and its lanes: the header, and the emotion curve over all
// stages; where there is none, or the stages are too many to stand side by
// side, a list of them.
func (b *book) cover() {
	if w := b.work(nil); w.overview() && b.add(w, false, false) {
		return
	}
	w := b.work(nil)
	w.page.Size = Point{b.sheet.Width, b.sheet.Height}
	top := w.s.Margin + w.paperHeader(b.sheet.Width)
	if need := top + w.footerHeight(b.sheet.Width) + w.s.Margin; need > w.page.Size.Y {
		w.page.Size.Y = need
		b.find(Finding{Kind: SheetGrew})
	}
	w.list(top+12, b.sheet.Width)
	b.pages, b.works = append(b.pages, w.page), append(b.works, w)
}

// overviewColumn is the width of a column in which a stage's name can be read.
const overviewColumn = 20 * mm

// overview leaves of the map's lanes the curve alone; false where it cannot be
// shown over all stages.
func (w *work) overview() bool {
	narrow := *w.s
	narrow.Column = overviewColumn
	w.s = &narrow
	var lanes []*mapmodel.Lane
	var table [][]*mapmodel.Cell
	for i, lane := range w.lanes {
		if lane.LaneKind == mapmodel.LaneCurve {
			lanes, table = append(lanes, lane), append(table, w.table[i])
		}
	}
	w.lanes, w.table = lanes, table
	return len(lanes) > 0
}
