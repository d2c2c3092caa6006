package scene

import (
	"footpath/mapmodel"
)

// Screen is what slides are shown on.
type Screen struct {
	// Aspect is its width by its height.
	Aspect float64
	// Zoom enlarges all type, from 1 on; less counts as 1.
	Zoom float64
	// Aside is the width at the header's right end that stays free for a timer, in
	// points.
	Aside float64
}

// Present lays a stage out for a room: one slide, or as many as its cards need
// in type that the last row reads. The style is one of Presenting. Slides are
// PresentHigh points high, those of a screen narrower than 4:3 more, those that
// are enlarged less. A stage that is not on the map gives one slide without
// cards.
func Present(m *mapmodel.Map, style *Style, words Words, stage mapmodel.ID, screen Screen) *Scene {
	p := newSlides(m, style, words, screen)
	p.stage = mapmodel.Find[*mapmodel.Stage](m, stage)
	p.named()
	p.laneWidth()
	p.atFoot = p.legendFoot()
	sheets := p.sheets()
	var pages []*Page
	for i := range sheets {
		p.page = &Page{Size: p.size}
		p.work.page = p.page
		p.draw(&sheets[i], i, len(sheets))
		pages = append(pages, p.page)
	}
	return p.scene(pages)
}

// newSlides begins the layout of slides.
func newSlides(m *mapmodel.Map, style *Style, words Words, screen Screen) *slides {
	w := &work{Layouter: NewLayouter(style, words), m: m, s: style, page: &Page{}}
	w.plan()
	return &slides{work: w, aside: screen.Aside, size: screen.size()}
}

// scene is the slides as a whole.
func (p *slides) scene(pages []*Page) *Scene {
	h := p.m.Header()
	return &Scene{Background: p.s.Canvas, Title: h.Title, Language: h.Language, Date: h.Date, Pages: pages}
}

// leastAspect is the narrowest screen that a slide is laid out for; on narrower
// ones type is smaller. mostAspect is more than any screen has, mostZoom what
// still leaves room for a card.
const (
	leastAspect = 4.0 / 3
	mostAspect  = 8
	mostZoom    = 1.5
)

// size is that of the slides, in points.
func (s Screen) size() Point {
	aspect, zoom := s.Aspect, min(max(s.Zoom, 1), mostZoom)
	if !(aspect > 0) {
		aspect = 16.0 / 9
	}
	aspect = min(aspect, mostAspect)
	if aspect < leastAspect {
		return Point{PresentHigh * leastAspect / zoom, PresentHigh * leastAspect / aspect / zoom}
	}
	return Point{PresentHigh * aspect / zoom, PresentHigh / zoom}
}

// slides is the layout of one stage's slides.
type slides struct {
	*work
	stage *mapmodel.Stage // nil where there is none
	size  Point
	aside float64
	lane  float64 // the width of the heads of lanes

	title, said string  // what the slides are about, and more of it
	atFoot      float64 // the height of a legend above the strip
	curved      map[string]bool
}

// leaf is what stands side by side: steps, and what is the stage's own.
type leaf struct {
	steps []*mapmodel.Step
	own   bool
}

// sheet is one slide's content.
type sheet struct {
	leaf
	head  float64 // where the content begins
	bands []band
}

// band is a lane on a slide, or a part of it.
type band struct {
	lane *mapmodel.Lane
	rows []slideRows
	high float64
}

// slideRows are cards of one height, from left to right.
type slideRows struct {
	cards []slideCard
	high  float64
}

// slideCard is a card, or a piece of a long one, before it is drawn.
type slideCard struct {
	id   mapmodel.ID
	role Role
	x, w float64
	high float64 // at the least
	draw func(high float64) []Element
}

// stepsAbreast is how many steps share a slide; of more, each has its own.
const stepsAbreast = 2

// leaves parts the stage: its steps side by side, or one after the other, and
// what is the whole stage's first.
func (p *slides) leaves() []leaf {
	if p.stage == nil {
		return []leaf{{}}
	}
	var steps []*mapmodel.Step
	for step := range p.m.Steps(p.stage.ID) {
		steps = append(steps, step)
	}
	if len(steps) <= stepsAbreast {
		return []leaf{{steps, true}}
	}
	var out []leaf
	if p.ownCards() {
		out = append(out, leaf{nil, true})
	}
	for i := range steps {
		out = append(out, leaf{steps[i : i+1], i == 0 && len(out) == 0})
	}
	return out
}

// ownCards tells whether cards stand in the stage beside those in its steps.
func (p *slides) ownCards() bool {
	for _, lane := range p.lanes {
		if p.m.Cell(p.stage.ID, lane.ID).Len() > 0 {
			return true
		}
	}
	return false
}

// ordered are the lanes as slides show them: feelings first. The curve is the
// strip's.
func (p *slides) ordered() []*mapmodel.Lane {
	var first, rest []*mapmodel.Lane
	for _, lane := range p.lanes {
		switch lane.LaneKind {
		case mapmodel.LaneCurve:
		case mapmodel.LaneFeelings:
			first = append(first, lane)
		default:
			rest = append(rest, lane)
		}
	}
	return append(first, rest...)
}

// left and wide are where the columns begin and how much room they have.
func (p *slides) left() float64 { return p.s.Margin + p.lane + 12 }

func (p *slides) wide() float64 { return p.size.X - p.s.Margin - p.left() }

// sheets sets the stage's cards and parts them into slides: between lanes, and
// within one only where it needs more than a slide.
func (p *slides) sheets() []sheet {
	var out []sheet
	for _, l := range p.leaves() {
		bands, count := []band(nil), len(out)
		at := sheet{leaf: l, head: p.headHigh() + p.stepsHigh(l)}
		room := p.size.Y - p.stripHigh() - p.atFoot - 18 - at.head
		bands = p.bands(l, room)
		y := 0.0
		for len(bands) > 0 {
			b, least := &bands[0], p.laneHigh(bands[0].lane)
			gap := p.gapAt(y)
			if y+gap+b.high <= room {
				y += gap + b.high
				at.bands, bands = append(at.bands, *b), bands[1:]
				continue
			}
			if b.high > room && (y == 0 || room-y-gap >= least) { // no slide holds all of it
				if part := b.cut(room-y-gap, y == 0); len(part.rows) > 0 {
					part.high = max(part.high, least)
					at.bands, y = append(at.bands, part), y+gap+part.high
				}
				if len(b.rows) == 0 {
					bands = bands[1:]
					continue
				}
				b.measure(least)
			}
			out, at.bands, y = append(out, at), nil, 0
		}
		if len(at.bands) > 0 || len(out) == count {
			out = append(out, at)
		}
	}
	return out
}

func (p *slides) gapAt(y float64) float64 {
	if y > 0 {
		return slideRow
	}
	return 0
}

// cut takes what fits into a height off the band; at least one row where it
// must.
func (b *band) cut(room float64, must bool) band {
	part := band{lane: b.lane}
	for len(b.rows) > 0 {
		next := b.rows[0].high
		if len(part.rows) > 0 {
			next += slideGap
		}
		if part.high+next > room && !(must && len(part.rows) == 0) {
			break
		}
		part.rows, part.high = append(part.rows, b.rows[0]), part.high+next
		b.rows = b.rows[1:]
	}
	return part
}

// slideGap lies between the cards of a cell.
const slideGap = 6.0

// measure sums the rows' heights; a lane is at least as high as its head.
func (b *band) measure(least float64) {
	b.high = 0
	for i := range b.rows {
		if i > 0 {
			b.high += slideGap
		}
		b.high += b.rows[i].high
	}
	b.high = max(b.high, least)
}

// bands sets the lanes of a leaf. Lanes in which it has nothing are left out,
// unless it has nothing at all: then the room sees what is to be filled in.
func (p *slides) bands(l leaf, room float64) []band {
	var filled, empty []band
	used := 0.0
	for _, lane := range p.ordered() {
		b := band{lane: lane, rows: p.rows(l, lane, room)}
		b.measure(p.laneHigh(lane))
		if len(b.rows) > 0 {
			filled = append(filled, b)
		} else if used+b.high <= room && lane.LaneKind.HoldsCards() {
			used += b.high + slideRow
			empty = append(empty, b)
		}
	}
	if len(filled) == 0 && p.stage != nil {
		return empty
	}
	return filled
}

// rows sets a lane's cards: those of steps side by side, and what is the whole
// stage's below them.
func (p *slides) rows(l leaf, lane *mapmodel.Lane, room float64) []slideRows {
	var out []slideRows
	if n := len(l.steps); n > 0 {
		each := p.columnWide(n)
		for i, step := range l.steps {
			rows := p.cell(p.m.Cell(step.ID, lane.ID), lane, p.left()+float64(i)*(each+slideRow), each, room)
			for j, row := range rows {
				if j == len(out) {
					out = append(out, slideRows{})
				}
				out[j].cards = append(out[j].cards, row.cards...)
				out[j].high = max(out[j].high, row.high)
			}
		}
	}
	if l.own && p.stage != nil {
		out = append(out, p.cell(p.m.Cell(p.stage.ID, lane.ID), lane, p.left(), p.wide(), room)...)
		out = append(out, p.figures(lane)...)
	}
	return out
}

func (p *slides) columnWide(n int) float64 { return (p.wide() - slideRow*float64(n-1)) / float64(n) }

// figures are the stage's surveys, in the lane that shows them.
func (p *slides) figures(lane *mapmodel.Lane) []slideRows {
	if !p.showsSurveys(lane) {
		return nil
	}
	var out []slideRows
	for survey := range p.m.Surveys(p.stage.ID) {
		said := p.figure(survey, p.wide())
		high := max(slideCardLeast, said.words.Height()+2*p.s.PadY)
		out = append(out, slideRows{high: high, cards: []slideCard{{
			id: survey.ID, role: MetricRole, x: p.left(), w: p.wide(), high: high, draw: said.draw,
		}}})
	}
	return out
}
