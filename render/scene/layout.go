package scene

import (
	"iter"
	"slices"

	"footpath/mapmodel"
)

// Layouter lays maps out, one moment after another, and keeps what did not
// change between them. It serves one goroutine; the scenes it gives serve any.
type Layouter struct {
	style *Style
	words Words
	// blocks are kept by all that a block hangs on, heads by record.
	blocks   kept[blockKey, *Block]
	latest   kept[cellKey, *Block]
	heads    kept[headKey, *Group]
	highs    kept[headKey, float64]
	facts    kept[*mapmodel.Cell, *cellFacts]
	curve    keptCurve
	top      screenHead
	unplaced keptInbox
	// rowsBefore are the lanes of the layout before.
	rowsBefore map[mapmodel.ID]*keptLane
}

// NewLayouter lays out in a style, with the words of the map's language.
func NewLayouter(style *Style, words Words) *Layouter {
	return &Layouter{style: style, words: words, rowsBefore: map[mapmodel.ID]*keptLane{}}
}

// Layout lays a map out on a sheet; the sheet of a screen style may be empty.
// The same map, style, words and sheet always give the same scene.
func Layout(m *mapmodel.Map, style *Style, words Words, sheet Sheet) *Scene {
	return NewLayouter(style, words).Layout(m, sheet)
}

// Layout is as the function of that name, but keeps what it can of earlier
// layouts.
func (l *Layouter) Layout(m *mapmodel.Map, sheet Sheet) *Scene {
	out := &Scene{
		Background: l.style.Canvas, Title: m.Header().Title, Language: m.Header().Language, Date: m.Header().Date,
	}
	if l.style.Paper {
		out.Pages, out.Findings = l.pages(m, sheet)
		out.Reading = l.read(m)
		out.Background = Hex(0xFFFFFF)
	} else {
		w := &work{Layouter: l, m: m, s: l.style, sheet: sheet, page: &Page{}}
		w.plan()
		w.screen()
		out.Pages = []*Page{w.page}
	}
	l.blocks.end()
	l.latest.layout, l.latest.used = l.blocks.layout, 0
	l.heads.end()
	l.highs.end()
	l.facts.end()
	return out
}

// work is one layout under way.
type work struct {
	*Layouter
	m     *mapmodel.Map
	s     *Style
	sheet Sheet
	page  *Page
	book  *book
	only  []mapmodel.ID // the stages of this page; nil is all
	room  room
	lanes []*mapmodel.Lane
	table [][]*mapmodel.Cell // by lane, then by column as ids lists them
	ids   []mapmodel.ID      // every column, a stage before its steps
	deck  deck
	size  float64 // of the cards' text, in points
	full  bool    // the sheet grows rather than type shrinks
	// stageHigh and stepHigh are the heights of the rows of heads.
	stageHigh, stepHigh float64
	cells               [][]placedBlock
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
	w.ids = w.m.ColumnIDs()
	w.table = make([][]*mapmodel.Cell, len(w.lanes))
	for i, lane := range w.lanes {
		w.table[i] = make([]*mapmodel.Cell, len(w.ids))
		for j, column := range w.ids {
			w.table[i][j] = w.m.Cell(column, lane.ID)
		}
	}
	if w.s.Paper {
		w.leaveOut()
	}
	w.deck = newDeck(w)
	w.size = w.s.CardSize
}

// leaveOut takes lanes in which there is nothing off the page, unless all are
// empty: a map not begun is printed to be filled in by hand.
func (w *work) leaveOut() {
	var lanes []*mapmodel.Lane
	var table [][]*mapmodel.Cell
	for i, lane := range w.lanes {
		if w.filled(i) {
			lanes, table = append(lanes, lane), append(table, w.table[i])
		}
	}
	if len(lanes) > 0 {
		w.lanes, w.table = lanes, table
	}
}

// filled tells whether there is anything to draw in the n-th lane.
func (w *work) filled(n int) bool {
	switch w.lanes[n].LaneKind {
	case mapmodel.LaneCurve:
		for card := range w.shown() {
			if card.Emotion.Known {
				return true
			}
		}
		return false
	case mapmodel.LaneMetrics:
		if w.anySurvey() {
			return true
		}
	}
	for _, cell := range w.table[n] {
		if cell.Len() > 0 {
			return true
		}
	}
	return false
}

// shown visits the cards of the lanes that are shown.
func (w *work) shown() iter.Seq[*mapmodel.Card] {
	return func(yield func(*mapmodel.Card) bool) {
		for _, cells := range w.table {
			for _, cell := range cells {
				for card := range cell.Cards() {
					if !yield(card) {
						return
					}
				}
			}
		}
	}
}

// has tells whether a lane of a kind is shown.
func (w *work) has(kind mapmodel.LaneKind) bool {
	return slices.ContainsFunc(w.lanes, func(l *mapmodel.Lane) bool { return l.LaneKind == kind })
}

// surveyed tells whether there are survey results but no lane to show them in:
// a page then gives them a row of their own.
func (w *work) surveyed() bool { return !w.has(mapmodel.LaneMetrics) && w.anySurvey() }

// anySurvey tells whether any stage has survey results.
func (w *work) anySurvey() bool {
	for stage := range w.m.Stages() {
		for range w.m.Surveys(stage.ID) {
			return true
		}
	}
	return false
}

// stages visits the stages of this page.
func (w *work) stages() iter.Seq[*mapmodel.Stage] {
	if w.only == nil {
		return w.m.Stages()
	}
	return func(yield func(*mapmodel.Stage) bool) {
		for stage := range w.m.Stages() {
			if slices.Contains(w.only, stage.ID) && !yield(stage) {
				return
			}
		}
	}
}

// columns places the leaf columns between left and right; share gives each
// stage its width.
func (w *work) columns(left float64, width func(steps int) float64) float64 {
	x := left
	g := &w.page.Grid
	for stage := range w.stages() {
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
func (w *work) lane(nth int) ([]placedBlock, float64) {
	lane := w.lanes[nth]
	if !lane.LaneKind.HoldsCards() {
		return nil, 0
	}
	if w.s.Paper {
		return w.evenLane(lane)
	}
	if k := w.rowsBefore[lane.ID]; lane.LaneKind != mapmodel.LaneMetrics && k.still(w, nth) {
		return k.blocks, k.high
	}
	blocks, high := w.stack(lane)
	w.rowsBefore[lane.ID] = &keptLane{
		lane: lane, cells: w.table[nth], columns: w.page.Grid.Columns, firsts: w.deck.row(w.table[nth]), evidence: w.m.AllEvidence(),
		blocks: blocks, high: high,
	}
	return blocks, high
}

// keptLane is a lane of the layout before and all that it hangs on.
type keptLane struct {
	lane     *mapmodel.Lane
	cells    []*mapmodel.Cell
	columns  []Column
	firsts   []int
	evidence *mapmodel.Cell
	blocks   []placedBlock
	high     float64
}

// still tells whether the lane would come out the very same.
func (k *keptLane) still(w *work, nth int) bool {
	return k != nil && k.lane == w.lanes[nth] && k.evidence == w.m.AllEvidence() &&
		slices.Equal(k.cells, w.table[nth]) && slices.Equal(k.firsts, w.deck.row(w.table[nth])) && slices.Equal(k.columns, w.page.Grid.Columns)
}

// stack lays out a lane's cells, each as high as its cards.
func (w *work) stack(lane *mapmodel.Lane) ([]placedBlock, float64) {
	var out []placedBlock
	most := 0.0
	for _, span := range w.page.Grid.Stages {
		top := w.surveysHigh(lane, span.ID)
		deepest := top
		for _, c := range w.page.Grid.Columns[span.First : span.First+span.Count] {
			if b := w.block(c.ID, lane, c.W, nil); b != nil {
				out = append(out, placedBlock{b, c.X, top})
				deepest = max(deepest, top+b.Size.Y)
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
	deck     uint64 // of the letters and stars that opportunities show
	room     room
}

// block lays out one cell, or gives the block kept for it; nil where the cell
// is empty. heights, where given, are the least heights of its cards.
func (w *work) block(column mapmodel.ID, lane *mapmodel.Lane, width float64, heights []float64) *Block {
	cell := w.m.Cell(column, lane.ID)
	if cell.Len() == 0 {
		return nil
	}
	key := blockKey{cell: cell, width: width, size: w.size, kind: lane.LaneKind, first: w.deck.first(cell), room: w.room}
	switch lane.LaneKind {
	case mapmodel.LaneInsights:
		key.evidence = w.m.AllEvidence()
	case mapmodel.LaneOpportunities:
		key.deck = w.deck.sum
	}
	if heights == nil {
		if b, ok := w.blocks.get(key); ok {
			return b
		}
	}
	place := cellKey{column, lane.ID}
	before, _ := w.latest.get(place)
	b := &Block{Column: column, Lane: lane.ID}
	s := w.s
	gap := w.gap()
	y := w.cellPad()
	across := w.across(lane.LaneKind, width)
	each := (width - 2*w.cellPad() - gap*float64(across-1)) / float64(across)
	i, rowH := 0, 0.0
	for card := range cell.Cards() {
		if w.room.cards > 0 && i == w.room.cards {
			if i%across != 0 {
				y += rowH + gap
			}
			b.rest(w, cell, i, y, heights != nil)
			y = b.Size.Y + gap
			break
		}
		v := w.view(card, lane.LaneKind, each, key.first+i)
		if i/across < len(heights) {
			v.height = heights[i/across]
			if w.room.lines > 0 && w.book != nil && w.s.cutsShort(v) {
				v.note = w.book.note(card)
			}
		}
		g := before.picture(v, i)
		if g == nil {
			g = s.picture(v, w.words)
		}
		b.views = append(b.views, v)
		b.Cards = append(b.Cards, Placed{g, Point{w.cellPad() + float64(i%across)*(each+gap), y}})
		rowH = max(rowH, g.Size.Y)
		if i++; i%across == 0 || i == cell.Len() {
			y += rowH + gap
			rowH = 0
		}
	}
	b.Size = Point{width, y - gap + w.cellPad()}
	if heights == nil {
		w.blocks.put(key, b)
		w.latest.put(place, b)
	}
	return b
}

// across is how many cards stand side by side in a cell of a lane: on paper two
// in wide ones. Tasks and feelings always stack, since their order is time.
func (w *work) across(kind mapmodel.LaneKind, width float64) int {
	if !w.s.Paper {
		return 1
	}
	switch kind {
	case mapmodel.LaneTouchpoints, mapmodel.LaneInsights:
		if width >= 67*mm {
			return 2
		}
	case mapmodel.LaneOpportunities:
		if width >= 95*mm {
			return 2
		}
	}
	return 1
}

// cellKey names a cell whatever stands in it.
type cellKey struct{ column, lane mapmodel.ID }

// picture is the picture of a card that an earlier layout of the cell has made,
// wherever the card stood; nil where there is none.
func (b *Block) picture(v cardView, i int) *Group {
	if b == nil {
		return nil
	}
	for _, at := range []int{i, i - 1, i + 1} { // where a card is after one was added or removed
		if at >= 0 && at < len(b.views) && b.views[at] == v {
			return b.Cards[at].Group
		}
	}
	return nil
}

// gap and cellPad shrink with the cards' type.
func (w *work) gap() float64     { return w.s.Gap * w.size / w.s.CardSize }
func (w *work) cellPad() float64 { return w.s.CellPad * w.size / w.s.CardSize }

// view gathers what a card's picture hangs on.
func (w *work) view(card *mapmodel.Card, kind mapmodel.LaneKind, width float64, number int) cardView {
	v := cardView{card: card, kind: kind, width: width, size: w.size, lines: w.room.lines}
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
