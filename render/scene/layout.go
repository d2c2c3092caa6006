package scene

import (
	"footpath/mapmodel"
)

// Layouter lays maps out, one moment after another, and keeps what did not
// change between them. It serves one goroutine; the scenes it gives serve any.
type Layouter struct {
	style *Style
	words Words
	// blocks are kept by all that a block hangs on, heads by record.
	blocks map[blockKey]*Block
	heads  map[headKey]*Group
	curve  keptCurve
	facts  map[*mapmodel.Cell]*cellFacts
}

// NewLayouter lays out in a style, with the words of the map's language.
func NewLayouter(style *Style, words Words) *Layouter {
	return &Layouter{
		style: style, words: words, blocks: map[blockKey]*Block{},
		heads: map[headKey]*Group{}, facts: map[*mapmodel.Cell]*cellFacts{},
	}
}

// Layout lays a map out on a sheet; the sheet of a screen style may be empty.
// The same map, style, words and sheet always give the same scene.
func Layout(m *mapmodel.Map, style *Style, words Words, sheet Sheet) *Scene {
	return NewLayouter(style, words).Layout(m, sheet)
}

// Layout is as the function of that name, but keeps what it can of earlier
// layouts.
func (l *Layouter) Layout(m *mapmodel.Map, sheet Sheet) *Scene {
	w := &work{Layouter: l, m: m, s: l.style, sheet: sheet, page: &Page{}}
	w.plan()
	out := &Scene{
		Background: l.style.Canvas, Title: m.Header().Title, Language: m.Header().Language, Date: m.Header().Date,
		Smallest: l.style.MetaSize,
	}
	if l.style.Paper {
		out.Grown = w.paper()
		out.Background = Hex(0xFFFFFF)
	} else {
		w.screen()
	}
	out.Pages = []*Page{w.page}
	l.forget()
	return out
}

// keptBlocks is how many times more blocks may be kept than one map needs.
const keptBlocks = 3

// forget drops what earlier layouts left once there is much of it.
func (l *Layouter) forget() {
	used := len(l.curve.cells) + 64
	if len(l.blocks) > keptBlocks*used {
		clear(l.blocks)
	}
	if len(l.facts) > keptBlocks*used {
		clear(l.facts)
	}
	if len(l.heads) > keptBlocks*used {
		clear(l.heads)
	}
}

// work is one layout under way.
type work struct {
	*Layouter
	m     *mapmodel.Map
	s     *Style
	sheet Sheet
	page  *Page
	lanes []*mapmodel.Lane
	deck  deck
	size  float64 // of the cards' text, in points
	cells [][]placedBlock
}

// placedBlock is a block and where it stands in its lane.
type placedBlock struct {
	block *Block
	x, y  float64 // y from the lane's top
}

// plan gathers what all styles need: lanes that are shown, and the numbers and
// letters of cards.
func (w *work) plan() {
	for lane := range w.m.Lanes() {
		if !lane.Hidden {
			w.lanes = append(w.lanes, lane)
		}
	}
	if w.s.Paper && w.surveyed() {
		w.lanes = append(w.lanes, &mapmodel.Lane{LaneKind: mapmodel.LaneMetrics})
	}
	w.deck = newDeck(w)
	w.size = w.s.CardSize
}

// surveyed tells whether there are survey results but no lane to show them in:
// a page then gives them a row of their own.
func (w *work) surveyed() bool {
	for _, lane := range w.lanes {
		if lane.LaneKind == mapmodel.LaneMetrics {
			return false
		}
	}
	for stage := range w.m.Stages() {
		for range w.m.Surveys(stage.ID) {
			return true
		}
	}
	return false
}

// columns places the leaf columns between left and right; share gives each
// stage its width.
func (w *work) columns(left float64, width func(steps int) float64) float64 {
	x := left
	g := &w.page.Grid
	for stage := range w.m.Stages() {
		span := Span{ID: stage.ID, X: x, First: len(g.Columns)}
		steps := 0
		for range w.m.Steps(stage.ID) {
			steps++
		}
		each := width(steps)
		if steps > 0 {
			each /= float64(steps)
		}
		for step := range w.m.Steps(stage.ID) {
			g.Columns = append(g.Columns, Column{ID: step.ID, Stage: stage.ID, X: x, W: each})
			x += each
		}
		if steps == 0 {
			g.Columns = append(g.Columns, Column{ID: stage.ID, Stage: stage.ID, X: x, W: each})
			x += each
		}
		span.Count = len(g.Columns) - span.First
		span.W = x - span.X
		g.Stages = append(g.Stages, span)
	}
	return x
}

// lane lays out the cards of a lane and gives the height they need. A stage's
// own cards stand under those of its steps, across all of them.
func (w *work) lane(lane *mapmodel.Lane) ([]placedBlock, float64) {
	if !lane.LaneKind.HoldsCards() {
		return nil, 0
	}
	if w.s.Paper {
		return w.evenLane(lane)
	}
	var out []placedBlock
	most := 0.0
	for _, span := range w.page.Grid.Stages {
		deepest := 0.0
		for _, c := range w.page.Grid.Columns[span.First : span.First+span.Count] {
			if b := w.block(c.ID, lane, c.W, nil); b != nil {
				out = append(out, placedBlock{b, c.X, 0})
				deepest = max(deepest, b.Size.Y)
			}
		}
		if span.Count > 1 || w.page.Grid.Columns[span.First].ID != span.ID {
			if b := w.block(span.ID, lane, span.W, nil); b != nil {
				out = append(out, placedBlock{b, span.X, deepest})
				deepest += b.Size.Y
			}
		}
		most = max(most, deepest)
	}
	return out, most
}

// blockKey is all that a block of cards hangs on.
type blockKey struct {
	cell     *mapmodel.Cell
	evidence *mapmodel.Cell // only for lanes that show it
	width    float64
	size     float64
	kind     mapmodel.LaneKind
	first    int
}

// block lays out one cell, or gives the block kept for it; nil where the cell
// is empty. heights, where given, are the least heights of its cards.
func (w *work) block(column mapmodel.ID, lane *mapmodel.Lane, width float64, heights []float64) *Block {
	cell := w.m.Cell(column, lane.ID)
	if cell.Len() == 0 {
		return nil
	}
	key := blockKey{cell: cell, width: width, size: w.size, kind: lane.LaneKind, first: w.deck.first(cell)}
	if lane.LaneKind == mapmodel.LaneInsights {
		key.evidence = w.m.AllEvidence()
	}
	if heights == nil {
		if b, ok := w.blocks[key]; ok {
			return b
		}
	}
	b := &Block{Column: column, Lane: lane.ID}
	s := w.s
	gap := w.gap()
	y := w.cellPad()
	i := 0
	for card := range cell.Cards() {
		v := w.view(card, lane.LaneKind, width-2*s.CellPad, key.first+i)
		if i < len(heights) {
			v.height = heights[i]
		}
		g := s.picture(v, w.words)
		b.Cards = append(b.Cards, Placed{g, Point{s.CellPad, y}})
		y += g.Size.Y + gap
		i++
	}
	b.Size = Point{width, y - gap + w.cellPad()}
	if heights == nil {
		w.blocks[key] = b
	}
	return b
}

// gap and cellPad shrink with the cards' type.
func (w *work) gap() float64     { return w.s.Gap * w.size / w.s.CardSize }
func (w *work) cellPad() float64 { return w.s.CellPad * w.size / w.s.CardSize }

// view gathers what a card's picture hangs on.
func (w *work) view(card *mapmodel.Card, kind mapmodel.LaneKind, width float64, number int) cardView {
	v := cardView{card: card, kind: kind, width: width, size: w.size}
	switch kind {
	case mapmodel.LaneOpportunities:
		v.number = number
		v.top = w.deck.top[card.ID]
		v.answers = w.deck.letters(card.Answers)
	case mapmodel.LaneInsights:
		v.letter = letter(number)
		if len(card.Evidence) > 0 {
			v.source = mapmodel.Find[*mapmodel.Evidence](w.m, card.Evidence[0])
		}
	}
	return v
}

// CardGroup lays out one card as it stands in its cell, with the text given in
// place of its own: what an editor shows while a person types. Width is that of
// its column.
func (l *Layouter) CardGroup(m *mapmodel.Map, card *mapmodel.Card, lane mapmodel.LaneKind, width float64, number int) *Group {
	w := &work{Layouter: l, m: m, s: l.style, size: l.style.CardSize}
	return l.style.picture(w.view(card, lane, width-2*l.style.CellPad, number), l.words)
}
