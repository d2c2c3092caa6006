package scene

import (
	"slices"

	"footpath/mapmodel"
	"footpath/render/text"
)

// screen lays the map out for the board: columns of one width, lanes as high as
// their cards, the inbox below.
func (w *work) screen() {
	s, g := w.s, &w.page.Grid
	right := w.columns(s.LaneW, func(steps int) float64 { return s.Column * float64(max(steps, 1)) })
	right = max(right, s.LaneW+3*s.Column)
	y := w.screenHeader(right)
	heads := s.Stage + s.stepBand(w)
	w.place(Rect{0, y, s.LaneW, heads}, HeaderRole, &Box{Rect: Rect{0, 0, s.LaneW, heads}, Fill: s.LaneHead})
	w.stagesHead(y)
	w.chevrons(y)
	y += heads
	top := y
	for i, lane := range w.lanes {
		blocks, high := w.lane(i)
		row := Row{ID: lane.ID, Kind: lane.LaneKind, Y: y, H: max(high, s.LaneMin)}
		switch lane.LaneKind {
		case mapmodel.LaneCurve:
			row.H = max(s.CurveMin, row.H)
		case mapmodel.LaneMetrics:
			row.H = max(s.Metrics, high)
		}
		g.Rows = append(g.Rows, row)
		w.cells = append(w.cells, blocks)
		y += row.H
	}
	w.gridLines(top, y, right)
	w.rows()
	for _, row := range g.Rows {
		if row.Kind == mapmodel.LaneMetrics {
			w.metrics(row)
		}
	}
	y = w.inbox(y, right)
	w.page.Size = Point{right, y}
}

// rows draws lane heads, the curve and the blocks of cards, once the rows
// stand.
func (w *work) rows() {
	g := &w.page.Grid
	for i, row := range g.Rows {
		head := w.laneHead(i, row.H)
		w.page.Back = append(w.page.Back, Placed{head, Point{w.left(), row.Y}})
		if row.Kind == mapmodel.LaneCurve && len(g.Columns) > 0 {
			w.drawCurve(row)
		}
		for _, b := range w.cells[i] {
			w.page.Cells = append(w.page.Cells, PlacedCell{b.block, Point{b.x, row.Y + b.y}})
		}
	}
}

// left is where the lane heads begin.
func (w *work) left() float64 {
	if w.s.Paper {
		return w.s.Margin
	}
	return 0
}

// place puts elements behind the cards as a group that hangs on no record.
func (w *work) place(box Rect, role Role, elements ...Element) {
	g := &Group{Role: role, Size: Point{box.W, box.H}, Elements: elements}
	w.page.Back = append(w.page.Back, Placed{g.sealed(), Point{box.X, box.Y}})
}

// gridLines draws the lines between lanes and columns. On paper they begin
// beside the lane heads, which stand a hair apart; a line between steps is left
// out where nothing stands in the steps.
func (w *work) gridLines(top, bottom, right float64) {
	s, g := w.s, &w.page.Grid
	left := w.left()
	from := left
	if s.Paper {
		from += s.LaneW + s.LaneGap
	}
	var lines []Element
	line := func(a, b Point, k Stroke) {
		lines = append(lines, &Path{Segments: Polyline(false, Point{a.X - left, a.Y - top}, Point{b.X - left, b.Y - top}), Stroke: k})
	}
	if !s.Paper {
		lines = append(lines, &Box{Rect: Rect{s.LaneW, 0, right - left - s.LaneW, bottom - top}, Fill: s.Surface})
	}
	hair := Stroke{Color: s.Hairline, Width: s.Hair}
	edge := Stroke{Color: s.Hairline, Width: s.GridLine}
	if s.Paper {
		edge.Color = s.Border
	}
	for i, row := range g.Rows {
		if i > 0 || !s.Paper {
			line(Point{from, row.Y}, Point{right, row.Y}, hair)
		}
	}
	line(Point{from, bottom}, Point{right, bottom}, edge)
	step := hair
	inset := 3.0
	if !s.Paper {
		step.Dash, inset = []float64{2, 4}, 0
	}
	for i, span := range g.Stages {
		if i > 0 {
			line(Point{span.X, top - s.GridLine}, Point{span.X, bottom}, edge)
		}
		for _, c := range g.Columns[span.First+1 : span.First+span.Count] {
			for n, row := range g.Rows {
				if !s.Paper || w.divided(n, span) {
					line(Point{c.X, row.Y + inset}, Point{c.X, row.Y + row.H - inset}, step)
				}
			}
		}
	}
	w.place(Rect{left, top, right - left, bottom - top}, Background, lines...)
}

// divided tells whether cards stand in the steps of a stage, in the n-th lane.
func (w *work) divided(n int, span Span) bool {
	for _, b := range w.cells[n] {
		if b.block.Column != span.ID && b.x >= span.X && b.x < span.X+span.W {
			return true
		}
	}
	return false
}

// stagesHead is the corner above the lane heads.
func (w *work) stagesHead(y float64) {
	s := w.s
	words := w.words(wordStages)
	w.place(Rect{0, y, s.LaneW, s.Stage}, HeaderRole, &Run{
		X: 16, Y: s.Stage/2 + s.LaneSize*0.36, Text: words, Face: text.Bold, Size: s.LaneSize, Color: s.Text, Width: text.Bold.Measure(words, s.LaneSize),
	})
}

// screenHead is the header of the layout before, for as long as what it says
// stays.
type screenHead struct {
	header  *mapmodel.Header
	persons *mapmodel.Cell
	right   float64
	placed  []Placed
	high    float64
}

// screenHeader places title, state, scenario and personas, and gives their
// height.
func (w *work) screenHeader(right float64) float64 {
	k := &w.top
	if k.header != w.m.Header() || k.persons != w.persons() || k.right != right {
		before := len(w.page.Back)
		*k = screenHead{header: w.m.Header(), persons: w.persons(), right: right, high: w.makeScreenHeader(right)}
		k.placed = slices.Clone(w.page.Back[before:])
		return k.high
	}
	w.page.Back = append(w.page.Back, k.placed...)
	return k.high
}

func (w *work) makeScreenHeader(right float64) float64 {
	s, h := w.s, w.m.Header()
	var out []Element
	high := s.Header
	width := right - 32
	chips, used := w.personaChips(width * 0.55)
	title := s.fitted(h.Title, text.Bold, s.TitleSize, width-used-140, 1)
	title.X, title.First = 16, title.First+10
	out = append(out, title.runs(s.Text)...)
	pill := w.words(wordCurrent)
	if h.State == mapmodel.Future {
		pill = w.words(wordFuture)
	}
	x := 16 + title.Widest() + 14
	pw := text.Regular.Measure(pill, s.MetaSize)
	box := Rect{x, 15, pw + 32, 22}
	mark := Circle(Point{x + 13, 26}, 4.5)
	dot := &Path{Segments: mark, Fill: s.Text}
	if h.State == mapmodel.Future {
		dot = &Path{Segments: mark, Stroke: Stroke{Color: s.Text, Width: 1.6}}
	}
	out = append(out,
		&Box{Rect: box, Radius: 11, Fill: s.Surface, Stroke: Stroke{Color: s.Border, Width: 1}}, dot,
		&Run{X: x + 23, Y: 30.3, Text: pill, Face: text.Regular, Size: s.MetaSize, Color: s.Text, Width: pw})
	if h.Scenario != "" {
		label := w.words(wordScenario)
		lw := text.Regular.Measure(label, s.LeadSize)
		out = append(out, &Run{X: 16, Y: 58, Text: label, Face: text.Regular, Size: s.LeadSize, Color: s.Second, Width: lw})
		scenario := breakText(h.Scenario, text.Regular, s.LeadSize, s.Leading, 16+lw+10, 0, max(width-used-lw-24, 200))
		scenario.First = 58
		out = append(out, scenario.runs(s.Text)...)
		high = max(high, 58+scenario.Height())
	}
	g := &Group{Role: HeaderRole, ID: h.ID, Size: Point{right, high}, Elements: out, Body: title}
	w.page.Back = append(w.page.Back, Placed{g.sealed(), Point{}})
	for i := range chips {
		chips[i].At.X += right - 16 - used
		w.page.Back = append(w.page.Back, chips[i])
	}
	return high
}

// personaChips draws each persona as a rounded chip with initials, name and
// role, as far as there is room, and gives their whole width.
func (w *work) personaChips(most float64) ([]Placed, float64) {
	s := w.s
	var out []Placed
	x, n := 0.0, 0
	for p := range w.m.Personas() {
		name := s.fitted(p.Name, text.Bold, s.CardSize, 150, 1)
		role := s.fitted(p.Role, text.Regular, s.MetaSize, 300, 1)
		width := 56 + max(name.Widest(), role.Widest()) + 34
		if x+width > most && n > 0 {
			break
		}
		const h = 46
		name.X, name.First = 52, name.First+5
		role.X, role.First = 52, role.First+25
		elements := []Element{
			&Box{Rect: Rect{0.5, 0.5, width - 1, h - 1}, Radius: h / 2, Fill: s.Surface, Stroke: Stroke{Color: s.Hairline, Width: 1}},
			&Path{Segments: Circle(Point{25, h / 2}, 16), Fill: s.LaneHead},
			centred(initials(p.Name), text.Bold, s.MetaSize, Point{25, h / 2}, s.Text),
		}
		elements = append(append(elements, name.runs(s.Text)...), role.runs(s.Second)...)
		lx := 52 + name.Widest() + 10
		elements = append(elements, w.legendMark(Point{lx, name.First - s.CardSize*0.33}, n)...)
		g := &Group{Role: PersonaRole, ID: p.ID, Size: Point{width, h}, Elements: elements, Body: name}
		out = append(out, Placed{g.sealed(), Point{x, 15}})
		x += width + 10
		n++
	}
	return out, max(x-10, 0)
}

// legendMark is a short piece of a persona's curve.
func (w *work) legendMark(at Point, nth int) []Element {
	s := w.s
	line := Stroke{Color: s.Curves[nth%len(s.Curves)], Width: s.CurveStroke}
	if nth > 0 {
		line.Width *= 0.64
	}
	out := []Element{&Path{Segments: Polyline(false, at, Point{at.X + 20, at.Y}), Stroke: line}}
	if nth == 0 {
		return append(out, &Path{Segments: Circle(Point{at.X + 10, at.Y}, 4.5), Fill: line.Color})
	}
	return append(out, &Box{Rect: Rect{at.X + 6, at.Y - 4, 8, 8}, Fill: s.Surface, Stroke: line})
}

// initials are the first letters of a name's first two words.
func initials(name string) string {
	var out []rune
	first := true
	for _, r := range name {
		if r == ' ' || r == '-' {
			first = true
			continue
		}
		if first && len(out) < 2 {
			out = append(out, r)
		}
		first = false
	}
	return string(out)
}

// inbox places the cards that stand nowhere yet below the map.
func (w *work) inbox(y, right float64) float64 {
	s := w.s
	cell := w.m.Inbox()
	if cell.Len() == 0 {
		return y
	}
	const cardW, gap = 228.0, 8.0
	title := w.words(wordInbox)
	block := &Block{}
	x, top, rowH := s.LaneW+gap, gap, 0.0
	for card := range cell.Cards() {
		g := s.inboxCard(card, cardW)
		if x+cardW > right && x > s.LaneW+gap {
			x, top, rowH = s.LaneW+gap, top+rowH+gap, 0
		}
		block.Cards = append(block.Cards, Placed{g, Point{x, top}})
		rowH = max(rowH, g.Size.Y)
		x += cardW + gap
	}
	block.Size = Point{right, max(top+rowH+gap, s.Inbox)}
	w.place(Rect{0, y, right, block.Size.Y}, InboxRole,
		&Box{Rect: Rect{0, 0, right, block.Size.Y}, Fill: s.Canvas},
		&Box{Rect: Rect{0, 0, s.LaneW, block.Size.Y}, Fill: s.LaneHead},
		&Run{X: 40, Y: 26, Text: title, Face: text.Bold, Size: s.LaneSize, Color: s.Text, Width: text.Bold.Measure(title, s.LaneSize)},
		&Run{X: 40, Y: 44, Text: w.words(wordNotPlaced), Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: text.Regular.Measure(w.words(wordNotPlaced), s.MetaSize)},
		icon("M2 9 L5 9 L6 11 L10 11 L11 9 L14 9 M2 9 L4 3 L12 3 L14 9 L14 13.5 L2 13.5 Z", Point{16, 14}, 17, s.Text))
	w.page.Grid.Inbox = Rect{s.LaneW, y, right - s.LaneW, block.Size.Y}
	w.page.Cells = append(w.page.Cells, PlacedCell{block, Point{0, y}})
	return y + block.Size.Y
}

// inboxCard is a card that stands nowhere: a dashed slip.
func (s *Style) inboxCard(card *mapmodel.Card, width float64) *Group {
	b := breakText(card.Text, text.Regular, s.CardSize, s.Leading, s.PadRight, s.PadY, width-2*s.PadRight)
	h := b.Height() + 2*s.PadY
	ground := &Box{Rect: Rect{0.5, 0.5, width - 1, h - 1}, Radius: s.Radius, Fill: s.Surface, Stroke: Stroke{Color: s.Border, Width: 1, Dash: []float64{4, 3}}}
	g := &Group{Role: CardRole, ID: card.ID, Size: Point{width, h}, Elements: append([]Element{ground}, b.runs(s.Text)...), Body: b}
	return g.sealed()
}
