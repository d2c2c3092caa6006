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
	// Heads are kept by all that they hang on.
	heads  kept[headKey, *Group]
	highs  kept[headKey, float64]
	images kept[*mapmodel.Picture, *Image]
	// The rest is of the layout before.
	bones    *skeleton
	known    known
	lanesOf  map[mapmodel.ID]*keptLane
	passed   map[mapmodel.ID]passing // by lane
	curve    keptCurve
	found    found
	values   [5]saidValue // of feelings, −2 to +2
	grid     keptLines
	top      screenHead
	unplaced keptInbox
}

// NewLayouter lays out in a style, with the words of the map's language.
func NewLayouter(style *Style, words Words) *Layouter {
	return &Layouter{style: style, words: words, lanesOf: map[mapmodel.ID]*keptLane{}, passed: map[mapmodel.ID]passing{}}
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
		if sheet.Fit == FitTiles {
			out.Pages, out.Poster, out.Findings = l.tiles(m, sheet)
		} else {
			out.Pages, out.Findings = l.pages(m, sheet)
		}
		out.Reading = l.read(m)
		for _, mended := range l.style.Mended {
			out.Findings = append(out.Findings, Finding{Kind: ColorMended, Mended: mended})
		}
	} else {
		w := &work{Layouter: l, m: m, s: l.style, sheet: sheet, page: &Page{}}
		w.plan()
		w.screen()
		out.Pages = []*Page{w.page}
	}
	l.heads.end()
	l.highs.end()
	l.images.end()
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
	later bool          // not the first page of its book
	brief bool          // the map's header stands elsewhere
	room  room
	lanes []*mapmodel.Lane
	table [][]*mapmodel.Cell // by lane, then by column as ids lists them
	ids   []mapmodel.ID      // every column, a stage before its steps
	// people are the personas, as a family.
	people *mapmodel.Cell
	// pictures are the map's, as a family.
	pictures *mapmodel.Cell
	deck     deck
	size     float64 // of the cards' text, in points
	full     bool    // the sheet grows rather than type shrinks
	tiling   *tiling // of a poster; nil for a page
	// stageHigh and stepHigh are the heights of the rows of heads.
	stageHigh, stepHigh float64
	// curveNeed is the least height of the curve's lane, once it is measured, and
	// curveTried the curve with which it was.
	curveNeed  float64
	curveTried []*curvePart
	cells      [][]placedBlock
}

// placedBlock is a block and where it stands in its lane.
type placedBlock struct {
	block *Block
	x, y  float64 // y from the lane's top
}

// plan gathers what all styles need: lanes that are shown, and the numbers and
// letters of cards.
func (w *work) plan() {
	w.size = w.s.CardSize
	top := w.m.Below(w.m.ID())
	w.people, w.pictures = top.Family(mapmodel.KindPersona), top.Family(mapmodel.KindPicture)
	if !w.s.Paper {
		w.look(top)
		return
	}
	for lane := range w.m.Lanes() {
		if !lane.Hidden {
			w.lanes = append(w.lanes, lane)
		}
	}
	if w.surveyed() {
		w.lanes = append(w.lanes, &mapmodel.Lane{LaneKind: mapmodel.LaneMetrics})
	}
	w.ids = w.m.ColumnIDs()
	w.table = w.cellsOf(w.lanes)
	w.leaveOut()
	w.deck = newDeck(w)
}

// cellsOf looks up the cells of lanes, in each by column as ids lists them.
func (w *work) cellsOf(lanes []*mapmodel.Lane) [][]*mapmodel.Cell {
	out := make([][]*mapmodel.Cell, len(lanes))
	n := len(w.ids)
	all := make([]*mapmodel.Cell, n*len(lanes))
	for i, lane := range lanes {
		out[i] = all[i*n : (i+1)*n : (i+1)*n]
		for j, column := range w.ids {
			out[i][j] = w.m.Cell(column, lane.ID)
		}
	}
	return out
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

// columns places the leaf columns from left on and gives where they end; width
// is that of the page's n-th stage, which has so many steps.
func (w *work) columns(left float64, width func(n, steps int) float64) float64 {
	x := left
	g := &w.page.Grid
	for stage := range w.stages() {
		span := Span{ID: stage.ID, X: x, First: len(g.Columns)}
		steps := 0
		for range w.m.Steps(stage.ID) {
			steps++
		}
		each := width(len(g.Stages), steps)
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
