package scene

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// The measures of closing slides, in points.
const (
	closeScale = 3.5 // of the page's matrix: its smallest type is 8
	closeSide  = 690 // of the matrix, at the most
	closeGap   = 48.0
	closeRow   = 12.0 // between opportunities
)

// HasClosing tells whether a map has opportunities on it, and so something to
// close a presentation with.
func HasClosing(m *mapmodel.Map) bool {
	for lane := range m.Lanes() {
		if lane.LaneKind != mapmodel.LaneOpportunities || lane.Hidden {
			continue
		}
		for _, column := range m.ColumnIDs() {
			if m.Cell(column, lane.ID).Len() > 0 {
				return true
			}
		}
	}
	return false
}

// Closing lays out what a presentation ends with: all opportunities, those with
// most votes first, or where nobody has voted in the order of the page, beside
// the page's matrix of impact and effort. It is one slide, or as many as they
// need. Style and screen are as for Present.
func Closing(m *mapmodel.Map, style *Style, words Words, screen Screen) *Scene {
	p := newSlides(m, style, words, screen)
	return p.scene(p.closing())
}

func (p *slides) closing() []*Page {
	s := p.s
	list := p.actions()
	voted := p.byVotes(list)
	p.title = p.words(wordActions)
	key := wordActionOrder
	switch {
	case len(list) == 1:
		key = wordOneAction
	case voted:
		key = wordActionVotes
	case !anyScored(list): // there is nothing to sort by
		key = wordActionCount
	}
	p.said = p.words.fill(key, "n", strconv.Itoa(len(list)))
	head := p.headHigh() + 28
	foot := p.size.Y - 32
	f := &flow{x: s.Margin, w: p.size.X - 2*s.Margin, gap: closeRow}
	matrix := p.closingMatrix(list, foot-head)
	if matrix != nil {
		aside := matrix.Size.X + closeGap
		f.x, f.w = f.x+aside, f.w-aside
	}
	for i := range list {
		f.strands = append(f.strands, p.closingRow(&list[i], f.w))
	}
	var out []*Page
	for len(out) == 0 || len(f.strands) > 0 {
		p.page = &Page{Size: p.size}
		p.work.page = p.page
		if matrix != nil {
			p.page.Back = append(p.page.Back, Placed{matrix, Point{s.Margin, head}})
		}
		p.fill(f, head, head, foot)
		out = append(out, p.page)
	}
	for i, page := range out {
		p.page, p.work.page = page, page
		p.header(i, len(out))
		p.closingLegend(list)
	}
	return out
}

// byVotes sorts opportunities by their votes, those that nobody voted about last,
// and tells whether there are any votes; else all stays as it is.
func (p *slides) byVotes(list []action) bool {
	if !slices.ContainsFunc(list, func(a action) bool { return p.m.Votes(a.card.ID).Known }) {
		return false
	}
	votes := func(a action) int {
		if n := p.m.Votes(a.card.ID); n.Known {
			return n.Value
		}
		return -1
	}
	slices.SortStableFunc(list, func(a, b action) int { return cmp.Compare(votes(b), votes(a)) })
	return true
}

// closingMatrix is the page's matrix in type for a room; nil where no opportunity
// has its place in it, or the slide is too narrow.
func (p *slides) closingMatrix(list []action, room float64) *Group {
	if !anyScored(list) || p.size.X < 1.2*PresentHigh {
		return nil
	}
	paper := page(p.s.Palette)
	w := &work{Layouter: NewLayouter(paper, p.words), m: p.m, s: paper, page: &Page{}, deck: p.deck}
	side := min(closeSide, room-closeScale*matrixEdge(paper), 0.36*p.size.X)
	w.matrix(unringed(list), Point{}, side/closeScale)
	large := enlarged(w.page, closeScale)
	return large.Back[0].Group
}

// unringed has no opportunity stand out where one that does shares its spot with
// another: two rings have no room there, and the list beside says it too.
func unringed(list []action) []action {
	type spot struct{ impact, effort int }
	seen := map[spot]int{}
	crowded := false
	for i := range list {
		if c := list[i].card; list[i].scored() {
			seen[spot{c.Impact.Value, c.Effort.Value}]++
		}
	}
	for i := range list {
		c := list[i].card
		crowded = crowded || list[i].top && seen[spot{c.Impact.Value, c.Effort.Value}] > 1
	}
	if !crowded {
		return list
	}
	plain := slices.Clone(list)
	for i := range plain {
		plain[i].top = false
	}
	return plain
}

// closingRow is an opportunity: its number, what it is, and what is known of it.
func (p *slides) closingRow(a *action, width float64) *strand {
	s := p.s
	number := strconv.Itoa(a.number)
	half := max(s.DiscR, text.Bold.Measure(number, presentLeast)/2+10)
	left, right := 22+2*half+18, 24.0
	if a.top {
		right = 76
	}
	out := &strand{id: a.card.ID, role: CardRole, pad: 12, least: slideCardLeast}
	room := width - left - right
	words := a.card.Text
	if words == "" {
		words = a.card.Mood
	}
	out.put(breakText(words, text.Regular, s.CardSize, s.Leading, left, 0, room).flush(room), s.Text)
	var facts []string
	if said := p.votes(a.card); said != "" {
		facts = append(facts, said)
	}
	if a.stage != "" {
		facts = append(facts, a.stage)
	}
	for _, n := range []struct {
		key   string
		value mapmodel.Number
	}{{wordImpact, a.card.Impact}, {wordEffort, a.card.Effort}} {
		if n.value.Known {
			facts = append(facts, p.words(n.key)+" "+strconv.Itoa(n.value.Value))
		}
	}
	if a.card.Owner != "" {
		facts = append(facts, a.card.Owner)
	}
	if len(facts) > 0 {
		out.put(breakText(strings.Join(facts, "  ·  "), text.Regular, presentLeast, 1.25, left, 0, room), s.Second)
	}
	out.ground = func(width, high float64, first bool) []Element {
		tone := s.Tones[mapmodel.LaneOpportunities]
		line := Stroke{}
		if tone.Outline.A > 0 {
			line = Stroke{Color: tone.Outline, Width: s.CardLine}
		}
		e := []Element{&Box{Rect: Rect{0, 0, width, high}.Inset(s.CardLine / 2), Radius: 8, Fill: tone.Fill, Stroke: line}}
		if !first {
			return e
		}
		mid := min(high/2, 54)
		e = append(e, &Box{Rect: Rect{22, mid - s.DiscR, 2 * half, 2 * s.DiscR}, Radius: s.DiscR, Fill: s.Disc})
		e = append(e, outlined(number, text.Bold, presentLeast, Point{22 + half, mid}, s.DiscInk)...)
		if a.top {
			e = append(e, star(Point{width - 40, mid}, 19, s.Disc))
		}
		return e
	}
	return out
}

// closingLegend says what the star means.
func (p *slides) closingLegend(list []action) {
	if !slices.ContainsFunc(list, func(a action) bool { return a.top }) {
		return
	}
	h := p.headerWords()
	signs := p.marksOf(map[string]bool{signTop: true})
	rows, _ := p.rowsInHead(&h, signs)
	for _, row := range rows {
		p.signRow(row)
	}
}
