package scene

import (
	"hash/maphash"
	"slices"
	"strconv"

	"footpath/mapmodel"
)

// felt hashes the feelings of a cell; 0 where there are none.
func (s *Style) felt(cell *mapmodel.Cell) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	felt := false
	for card := range cell.Cards() {
		if !card.Emotion.Known {
			continue
		}
		felt = true
		_ = h.WriteByte(byte(card.Emotion.Value + 3))
		_, _ = h.Write(card.ID[:])
		_, _ = h.Write(card.Persona[:])
		_, _ = h.WriteString(string(card.Level) + "|" + strconv.FormatBool(card.Moment) + card.Mood)
		if s.Paper && card.Mood == "" {
			_, _ = h.WriteString(card.Text)
		}
	}
	if !felt {
		return 0
	}
	return h.Sum64()
}

// keptCurve is the curve of the layout before, for as long as no feeling and
// no column changes.
type keptCurve struct {
	persons *mapmodel.Cell
	columns []Column
	walls   []float64
	height  float64
	table   [][]*mapmodel.Cell // the cells it looked into, and the sums of
	sums    [][]uint64         // what is felt in them

	back, front []Placed  // counted from the lane's upper edge
	moments     []float64 // where the hairlines of moments of truth stand
	assumed     bool      // whether a piece of it is dashed

	y               float64 // of the lane, for
	backAt, frontAt []Placed
}

// point is a point of the curve on the page.
type point struct {
	at   Point
	card *mapmodel.Card
	gap  bool
	x, w float64 // of its column
	// beyond is true for a feeling on the page before or after: the curve runs
	// in from it, or out to it, and its mark is not drawn.
	beyond bool
}

// drawCurve draws the emotion curves of all personas into the lane's row.
func (w *work) drawCurve(row Row) {
	k := &w.curve
	persons, columns := w.people, w.page.Grid.Columns
	moved := k.feel(w) || k.persons != persons || k.height != row.H || !sameColumns(k.columns, columns) || !slices.Equal(k.walls, w.tiling.cuts())
	if moved {
		*k = keptCurve{table: k.table, sums: k.sums, persons: persons, columns: columns, walls: w.tiling.cuts(), height: row.H}
		w.makeCurve(Row{ID: row.ID, Kind: row.Kind, H: row.H}, k)
	}
	if moved || k.y != row.Y {
		k.y, k.backAt, k.frontAt = row.Y, lower(nil, k.back, row.Y), slices.Clip(lower(nil, k.front, row.Y))
	}
	for _, x := range k.moments {
		w.hairline(x)
	}
	w.page.Back = append(w.page.Back, k.backAt...)
	if len(w.page.Front) == 0 {
		w.page.Front = k.frontAt
	} else {
		w.page.Front = append(w.page.Front, k.frontAt...)
	}
}

// sameColumns tells whether columns are equal; most often they are the very
// same.
func sameColumns(a, b []Column) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || slices.Equal(a, b))
}

// feel looks at what is felt in the map's cells and tells whether any of it
// changed. Hidden lanes are looked into too: their feelings are drawn all the
// same.
func (k *keptCurve) feel(w *work) bool {
	table := w.feltIn()
	changed := len(table) != len(k.table)
	sums := make([][]uint64, len(table))
	for j, cells := range table {
		known := j < len(k.table) && len(k.table[j]) == len(cells)
		if known && slices.Equal(k.table[j], cells) {
			sums[j] = k.sums[j]
			continue
		}
		changed = changed || !known
		sums[j] = make([]uint64, len(cells))
		for i, cell := range cells {
			switch {
			case known && k.table[j][i] == cell:
				sums[j][i] = k.sums[j][i]
				continue
			case cell.Len() > 0:
				sums[j][i] = w.s.felt(cell)
			}
			changed = changed || sums[j][i] != k.sums[j][i]
		}
	}
	k.table, k.sums = table, sums
	return changed
}

// feltIn are the cells that may hold feelings.
func (w *work) feltIn() [][]*mapmodel.Cell {
	if !w.s.Paper {
		return w.known.rows
	}
	var hidden []*mapmodel.Lane
	for lane := range w.m.Lanes() {
		if lane.Hidden && lane.LaneKind.HoldsCards() {
			hidden = append(hidden, lane)
		}
	}
	return slices.Concat(w.table, w.cellsOf(hidden))
}

// lower places groups further down.
func lower(to, groups []Placed, by float64) []Placed {
	to = slices.Grow(to, len(groups))
	for _, g := range groups {
		g.At.Y += by
		to = append(to, g)
	}
	return to
}

func (g *Grid) left() float64 {
	if len(g.Columns) == 0 {
		return 0
	}
	return g.Columns[0].X
}

func (g *Grid) right() float64 {
	if len(g.Columns) == 0 {
		return 0
	}
	last := g.Columns[len(g.Columns)-1]
	return last.X + last.W
}

func (w *work) makeCurve(row Row, k *keptCurve) {
	w.scale(row, k)
	labels := &labeller{w: w, row: row}
	for _, wall := range w.tiling.cuts() {
		labels.take(Rect{wall - 1, row.Y, 2, row.H})
	}
	var curves [][]point
	personas := []mapmodel.ID{}
	for p := range w.m.Personas() {
		personas = append(personas, p.ID)
	}
	if len(personas) == 0 {
		personas = append(personas, mapmodel.ID{})
	}
	for _, persona := range personas {
		curves = append(curves, w.points(row, persona))
	}
	for i := len(curves) - 1; i >= 0; i-- { // the main persona's on top
		w.line(curves[i], i, row, k, labels)
	}
	for i := len(curves) - 1; i >= 0; i-- {
		if i > 0 {
			w.makeRoom(curves[i], curves[0])
		}
		labels.avoid(curves[i])
		for _, p := range curves[i] {
			if !p.beyond {
				w.mark(p, i, k)
			}
		}
	}
	w.labels(labels, curves, personas, k)
}

// labels writes the words beside the points: the moments' first, then those of
// the main persona, the personas' names, and, on paper, what room is left for
// the others'.
func (w *work) labels(labels *labeller, curves [][]point, personas []mapmodel.ID, k *keptCurve) {
	each := func(points []point, write func(point)) {
		for _, p := range points {
			if !p.beyond {
				write(p)
			}
		}
	}
	for _, points := range curves {
		each(points, func(p point) {
			if p.card.Moment {
				labels.pill(p, k)
			}
		})
	}
	for nth, points := range curves {
		if nth == 0 || w.s.Paper {
			each(points, func(p point) { labels.label(p, nth, k) })
		}
		if nth > 0 {
			continue
		}
		for i := range curves { // before the labels of the others
			for j := len(curves[i]) - 1; j >= 0 && len(curves) > 1; j-- {
				if !curves[i][j].beyond {
					labels.name(curves[i][j], i, personas[i], k)
					break
				}
			}
		}
	}
}

// points gives the places of a persona's feelings.
func (w *work) points(row Row, persona mapmodel.ID) []point {
	at := map[mapmodel.ID]Rect{}
	for _, c := range w.page.Grid.Columns {
		at[c.ID] = Rect{X: c.X, W: c.W}
	}
	for _, s := range w.page.Grid.Stages {
		at[s.ID] = Rect{X: s.X, W: s.W}
	}
	var out []point
	var before *point
	for _, p := range w.m.EmotionPoints(persona) {
		c, here := at[p.Column]
		next := point{
			at:   Point{c.X + c.W*p.At, w.level(row, float64(p.Value))},
			card: p.Card, gap: p.Gap, x: c.X, w: c.W, beyond: !here,
		}
		switch {
		case here && before != nil && len(out) == 0:
			before.at.X = w.page.Grid.left() - c.W/2
			before.gap = false
			out = append(out, *before, next)
		case here:
			out = append(out, next)
		case len(out) == 0:
			before = &next
		case !out[len(out)-1].beyond && !p.Gap:
			last := out[len(out)-1]
			next.at.X = w.page.Grid.right() + last.w/2
			out = append(out, next)
		}
	}
	for i := range out {
		out[i].at.X = w.tiling.inside(out[i].at.X, w.markRadius(out[i])+2)
	}
	// A stage's own feelings stand among those of its steps.
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j].at.X < out[j-1].at.X; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}
