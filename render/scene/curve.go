package scene

import (
	"hash/maphash"
	"slices"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// felt hashes the feelings of a cell; 0 where there are none.
func (s *Style) felt(cell *mapmodel.Cell) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	any := false
	for card := range cell.Cards() {
		if !card.Emotion.Known {
			continue
		}
		any = true
		_ = h.WriteByte(byte(card.Emotion.Value + 3))
		_, _ = h.Write(card.ID[:])
		_, _ = h.Write(card.Persona[:])
		_, _ = h.WriteString(string(card.Level) + "|" + strconv.FormatBool(card.Moment) + card.Mood)
		if s.Paper && card.Mood == "" {
			_, _ = h.WriteString(card.Text)
		}
	}
	if !any {
		return 0
	}
	return h.Sum64()
}

// keptCurve is the curve of the layout before, for as long as no feeling and
// no column changes.
type keptCurve struct {
	persons *mapmodel.Cell
	columns []Column
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
	moved := k.feel(w) || k.persons != persons || k.height != row.H || !sameColumns(k.columns, columns)
	if moved {
		*k = keptCurve{table: k.table, sums: k.sums, persons: persons, columns: columns, height: row.H}
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
	var hidden []*mapmodel.Lane
	for lane := range w.m.Lanes() {
		if lane.Hidden && lane.LaneKind.HoldsCards() {
			hidden = append(hidden, lane)
		}
	}
	table := w.table
	if len(hidden) > 0 {
		table = slices.Concat(table, w.cellsOf(hidden))
	}
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

// lower places groups further down.
func lower(to, groups []Placed, by float64) []Placed {
	to = slices.Grow(to, len(groups))
	for _, g := range groups {
		g.At.Y += by
		to = append(to, g)
	}
	return to
}

func (w *work) persons() *mapmodel.Cell {
	for p := range w.m.Personas() {
		return w.m.Siblings(p)
	}
	return nil
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

// level is the height on the page of a feeling.
func (w *work) level(row Row, value float64) float64 {
	return row.Y + row.H/2 - value*w.unit(row.H)
}

// unit is the height of one step of feeling: the lane's, less the room for
// labels above and below.
func (w *work) unit(height float64) float64 {
	s := w.s
	room := 2 * (s.Face/2 + 1.4*s.LabelSize)
	if s.Paper { // for a moment's name above, a label of two lines below
		room = 2 * (12 + 1.65*s.LabelSize)
	}
	return min(s.CurveUnit, (height-room)/4)
}

func (w *work) makeCurve(row Row, k *keptCurve) {
	w.scale(row, k)
	labels := &labeller{w: w, row: row}
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

// makeRoom moves the marks of another persona beside those of the main one
// where both felt the same.
func (w *work) makeRoom(points, main []point) {
	for i := range points {
		for _, m := range main {
			if dx, dy := points[i].at.X-m.at.X, points[i].at.Y-m.at.Y; dx*dx+dy*dy < w.s.Face*w.s.Face/4 {
				points[i].at.X += w.s.Face * 0.9
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
	// A stage's own feelings stand among those of its steps.
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j].at.X < out[j-1].at.X; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

// scale draws the lines of the axis across the columns.
func (w *work) scale(row Row, k *keptCurve) {
	s := w.s
	left := w.page.Grid.left()
	width := w.page.Grid.right() - left
	var lines []Element
	for v := -2; v <= 2; v++ {
		line := Stroke{Color: s.Hairline, Width: s.Hair}
		if v == 0 {
			line = Stroke{Color: s.Border, Width: max(s.Hair, 0.6), Dash: []float64{3, 2.2}}
			if !s.Paper {
				line.Dash = []float64{4, 4}
			}
		}
		y := w.level(row, float64(v)) - row.Y
		lines = append(lines, &Path{Segments: Polyline(false, Point{0, y}, Point{width, y}), Stroke: line})
	}
	g := &Group{Role: CurveRole, Size: Point{width, row.H}, Elements: lines}
	k.back = append(k.back, Placed{g.sealed(), Point{left, row.Y}})
}

// line joins a curve's points, piece by piece: a gap where nobody knows, dashes
// where a feeling is only assumed.
func (w *work) line(points []point, nth int, row Row, k *keptCurve, labels *labeller) {
	s := w.s
	stroke := Stroke{Color: s.Curves[nth%len(s.Curves)], Width: s.CurveStroke, Round: true}
	if nth > 0 {
		stroke.Width *= 0.64
	}
	zero := w.level(row, 0)
	for start := 0; start < len(points); {
		end := start + 1
		for end < len(points) && !points[end].gap {
			end++
		}
		run := make([]Point, 0, end-start)
		for _, p := range points[start:end] {
			run = append(run, p.at)
		}
		pieces := Monotone(run)
		for i := 1; i < len(pieces); i++ {
			from, to := cutAt(run[i-1], pieces[i], w.page.Grid.left(), w.page.Grid.right())
			labels.line(from, to)
			w.piece(from, to, stroke, points[start+i-1].assumed() || points[start+i].assumed(), nth == 0, zero, k)
		}
		start = end
	}
}

func (p point) assumed() bool { return p.card.Level == mapmodel.Assumed }

// piece draws the curve from one point to the next as a group of its own.
func (w *work) piece(from Point, to Segment, stroke Stroke, assumed, area bool, zero float64, k *keptCurve) {
	s := w.s
	top := min(from.Y, to.C.Y, zero) - stroke.Width
	corner := Point{from.X, top}
	local := func(p Point) Point { return Point{p.X - corner.X, p.Y - corner.Y} }
	seg := Segment{Op: Curve, A: local(to.A), B: local(to.B), C: local(to.C)}
	g := &Group{Role: CurveRole, Size: Point{to.C.X - from.X, max(from.Y, to.C.Y, zero) + stroke.Width - top}}
	if area && !s.Paper {
		base := zero - corner.Y
		fill := stroke.Color
		fill.A = 26
		g.Elements = append(g.Elements, &Path{Fill: fill, Segments: []Segment{
			{Op: Move, A: Point{0, base}},
			{Op: Line, A: local(from)},
			seg,
			{Op: Line, A: Point{seg.C.X, base}},
			{Op: Close},
		}})
	}
	if assumed {
		stroke.Dash = []float64{5, 3.4}
		if !s.Paper {
			stroke.Dash = []float64{7, 5}
		}
		stroke.Round = false
		k.assumed = true
	}
	g.Elements = append(g.Elements, &Path{Segments: []Segment{{Op: Move, A: local(from)}, seg}, Stroke: stroke})
	k.front = append(k.front, Placed{g.sealed(), corner})
}

// mark draws a point: a face for the main persona, a hollow square for others,
// a diamond around a moment of truth.
func (w *work) mark(p point, nth int, k *keptCurve) {
	s := w.s
	r := s.Face * 0.64
	if p.card.Moment {
		r = s.Diamond + 1
	}
	c := Point{r, r}
	g := &Group{Role: CurveRole, ID: p.card.ID, Size: Point{2 * r, 2 * r}}
	if p.card.Moment {
		line := Stroke{Color: s.Text, Width: 1.1}
		if !s.Paper {
			line = Stroke{Color: s.Curves[0], Width: 2}
		}
		g.Elements = append(g.Elements, diamond(c, s.Diamond, s.Surface, line))
		k.moments = append(k.moments, p.at.X)
	}
	if nth == 0 {
		if s.Paper && !p.card.Moment { // a white ring parts the face from the line
			g.Elements = append(g.Elements, &Path{Segments: Circle(c, s.Face/2+1.6), Fill: s.Surface})
		}
		g.Elements = append(g.Elements, s.face(c, s.Face, p.card.Emotion.Value, p.assumed())...)
	} else {
		side := s.Face * 0.41
		g.Elements = append(g.Elements, &Box{
			Rect: Rect{c.X - side/2, c.Y - side/2, side, side}, Fill: s.Surface,
			Stroke: Stroke{Color: s.Curves[nth%len(s.Curves)], Width: s.CurveStroke * 0.64},
		})
	}
	k.front = append(k.front, Placed{g.sealed(), Point{p.at.X - c.X, p.at.Y - c.Y}})
}

// hairline is the line of a moment of truth, through all lanes.
func (w *work) hairline(x float64) {
	s := w.s
	rows := w.page.Grid.Rows
	last := len(rows) - 1
	for last > 0 && rows[last].Kind == mapmodel.LaneMetrics {
		last--
	}
	top, bottom := rows[0].Y, rows[last].Y+rows[last].H
	line := Stroke{Color: s.Border, Width: 1}
	if s.Paper {
		line = Stroke{Color: s.Text, Width: 0.6, Dash: []float64{4, 2}}
	}
	g := &Group{Role: CurveRole, Size: Point{1, bottom - top}, Elements: []Element{
		&Path{Segments: Polyline(false, Point{0.5, 0}, Point{0.5, bottom - top}), Stroke: line},
	}}
	w.page.Back = append(w.page.Back, Placed{g.sealed(), Point{x - 0.5, top}})
}

// axis draws the scale into the lane's head, for a row of a height.
func (w *work) axis(height float64) []Element {
	s := w.s
	var out []Element
	row := Row{H: height}
	for v := -2; v <= 2; v++ {
		y := w.level(row, float64(v))
		x := s.LaneW - 6
		if s.Paper {
			d := s.Face * 0.85
			out = append(out, s.face(Point{x - d/2 - 2, y}, d, v, false)...)
			x -= d + 6
		}
		words := signed(v)
		face := text.Regular
		if v == 0 {
			face = text.Bold
		}
		width := face.Measure(words, s.LabelSize)
		out = append(out, &Run{X: x - width, Y: y + s.LabelSize*0.36, Text: words, Face: face, Size: s.LabelSize, Color: s.Second, Width: width})
	}
	return out
}

// curveSigns is what the legend in the curve's lane head hangs on.
type curveSigns struct {
	persons *mapmodel.Cell
	assumed bool
}

// curveLegend names the personas' lines and the dashes, below the lane's name,
// as far as there is room.
func (w *work) curveLegend(signs curveSigns, y, height float64) []Element {
	s := w.s
	const line, left = 22.0, 46.0
	var out []Element
	put := func(words string, mark []Element) {
		if y+line > height || words == "" {
			return
		}
		b := s.fitted(words, text.Regular, s.MetaSize, s.LaneW-left-34, 1)
		if len(b.Lines) == 1 {
			b.X, b.First = left, y+line/2+0.36*s.MetaSize
			out = append(append(out, mark...), b.runs(s.Second)...)
			y += line
		}
	}
	n := 0
	for p := range w.m.Personas() {
		put(p.Name, w.legendMark(Point{16, y + line/2}, n))
		n++
	}
	if signs.assumed {
		put(w.words(wordAssumed), []Element{&Path{
			Segments: Polyline(false, Point{16, y + line/2}, Point{38, y + line/2}),
			Stroke:   Stroke{Color: s.Curves[0], Width: s.CurveStroke, Dash: []float64{6, 4}},
		}})
	}
	return out
}

// signed is a value as the scale writes it, with a true minus.
func signed(v int) string {
	switch {
	case v > 0:
		return "+" + strconv.Itoa(v)
	case v < 0:
		return "−" + strconv.Itoa(-v)
	}
	return "0"
}

// labelWords is what a point is called: the card's mood, else the first words
// of its text.
func labelWords(c *mapmodel.Card) string {
	if c.Mood != "" {
		return c.Mood
	}
	words := strings.Fields(c.Text)
	return strings.Join(words[:min(4, len(words))], " ")
}
