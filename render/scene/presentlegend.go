package scene

import (
	"maps"
	"slices"

	"footpath/mapmodel"
	"footpath/render/text"
)

// slideSign explains one mark of a slide: the mark, so wide, and its words.
type slideSign struct {
	words string
	wide  float64
	draw  func(mid Point) []Element // from the middle of its left edge
}

// The measures of the legend, in points of a slide.
const (
	signMark = 10.0 // between a mark and its words
	signGap  = 34.0 // between two marks
	signLine = 40.0
	signEdge = 44.0 // between the header's words and the legend
)

// The names of marks that no field has a word for.
const (
	signTop     = "top"
	signMoment  = "moment"
	signGuessed = "assumed feeling"
)

// markOf names the mark at a card's right end; empty for none.
func (p *slides) markOf(card *mapmodel.Card, kind mapmodel.LaneKind) string {
	switch {
	case kind == mapmodel.LaneFeelings: // a hollow face tells it
		return ""
	case kind == mapmodel.LaneTouchpoints && card.Reason != "":
		return string(card.Reason)
	case kind == mapmodel.LaneOpportunities && p.deck.top[card.ID]:
		return signTop
	}
	return string(card.Level)
}

// seenOn gathers the marks of a leaf's cards in some lanes, and of the strip.
// What the slide says in words beside the mark, as it does of a moment of truth
// in its columns, needs no legend.
func (p *slides) seenOn(l leaf, lanes []*mapmodel.Lane) map[string]bool {
	seen := maps.Clone(p.inStrip())
	for _, lane := range lanes {
		for _, column := range p.columnsOf(l) {
			for card := range p.m.Cell(column, lane.ID).Cards() {
				seen[p.markOf(card, lane.LaneKind)] = true
				seen[signGuessed] = seen[signGuessed] || card.Emotion.Known && card.Level == mapmodel.Assumed
			}
		}
	}
	for _, told := range p.moments(l) {
		if told {
			delete(seen, signMoment)
		}
	}
	return seen
}

// columnsOf are the columns of a leaf: its steps, and the stage where what is
// its own stands there too.
func (p *slides) columnsOf(l leaf) []mapmodel.ID {
	var out []mapmodel.ID
	for _, step := range l.steps {
		out = append(out, step.ID)
	}
	if l.own && p.stage != nil {
		out = append(out, p.stage.ID)
	}
	return out
}

// inStrip gathers the marks of the whole curve.
func (p *slides) inStrip() map[string]bool {
	if p.curved != nil {
		return p.curved
	}
	p.curved = map[string]bool{}
	for card := range p.m.Cards() {
		if card.Emotion.Known && !card.Column.IsZero() {
			p.curved[signMoment] = p.curved[signMoment] || card.Moment
			p.curved[signGuessed] = p.curved[signGuessed] || card.Level == mapmodel.Assumed
		}
	}
	return p.curved
}

// signs are the marks that were seen, and the curves, as the legend explains
// them.
func (p *slides) signs(seen map[string]bool) []slideSign {
	return append(p.marksOf(seen), p.curveSigns()...)
}

// marksOf are the marks that were seen.
func (p *slides) marksOf(seen map[string]bool) []slideSign {
	s := p.s
	var out []slideSign
	add := func(name, key string, wide float64, draw func(Point) []Element) {
		if seen[name] {
			out = append(out, slideSign{p.words(key), wide, draw})
		}
	}
	for _, level := range []mapmodel.Level{mapmodel.Researched, mapmodel.Partly, mapmodel.Assumed} {
		add(string(level), "page.level."+string(level), s.Dot, func(mid Point) []Element {
			return s.evidence(Point{mid.X + s.Dot/2, mid.Y}, s.Dot, level)
		})
	}
	add(string(mapmodel.Service), wordService, s.Mark, func(mid Point) []Element {
		return s.reason(Point{mid.X, mid.Y - s.Mark/2}, s.Mark, mapmodel.Service)
	})
	add(string(mapmodel.Experience), wordExperience, s.Mark, func(mid Point) []Element {
		return s.reason(Point{mid.X, mid.Y - s.Mark/2}, s.Mark, mapmodel.Experience)
	})
	add(signTop, wordTopThree, 34, func(mid Point) []Element {
		return []Element{star(Point{mid.X + 17, mid.Y}, 17, s.Disc)}
	})
	add(signMoment, wordMomentSign, 34, func(mid Point) []Element {
		c := Point{mid.X + 17, mid.Y}
		return []Element{diamond(c, 17, s.Surface, Stroke{Color: s.Text, Width: 3}), &Path{Segments: Circle(c, 7), Fill: s.Text}}
	})
	add(signGuessed, wordAssumedCurve, 56, func(mid Point) []Element {
		line := Stroke{Color: s.Curves[0], Width: s.CurveStroke, Dash: []float64{12, 8}}
		c := Point{mid.X + 28, mid.Y}
		return []Element{
			&Path{Segments: Polyline(false, mid, Point{mid.X + 56, mid.Y}), Stroke: line},
			&Path{Segments: Circle(c, 9), Fill: s.Surface, Stroke: Stroke{Color: s.Second, Width: 3, Dash: []float64{5, 3}}},
		}
	})
	return out
}

// curveSigns name the personas of the strip's curves, where there are several.
func (p *slides) curveSigns() []slideSign {
	const wide, most = 44, 280
	var out []slideSign
	people := slices.Collect(p.m.Personas())
	for nth, who := range people {
		if who.Name == "" || len(p.m.EmotionPoints(who.ID)) == 0 {
			continue
		}
		name := breakText(who.Name, text.Regular, presentLeast, 1, 0, 0, most).atMost(1).Lines[0].Text
		out = append(out, slideSign{words: name, wide: wide, draw: func(mid Point) []Element {
			line := Stroke{Color: p.s.Curves[nth%len(p.s.Curves)], Width: p.s.CurveStroke}
			if nth > 0 {
				line.Width *= thinner
			}
			c := Point{mid.X + wide/2, mid.Y}
			mark := []Element{&Path{Segments: Circle(c, 10), Fill: line.Color, Stroke: Stroke{Color: p.s.Surface, Width: 3}}}
			if nth > 0 {
				mark = p.otherMark(c, nth)
			}
			return append([]Element{&Path{Segments: Polyline(false, mid, Point{mid.X + wide, mid.Y}), Stroke: line}}, mark...)
		}})
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

func (s *slideSign) width() float64 {
	return s.wide + signMark + text.Regular.Measure(s.words, presentLeast)
}

// signRow is a line of the legend: its right end and the baseline of its words.
type signRow struct {
	signs       []slideSign
	right, base float64
}

// rowsInHead puts a legend to the right of the header's words; false where that
// has no room.
func (p *slides) rowsInHead(h *slideHeader, signs []slideSign) ([]signRow, bool) {
	right := p.size.X - p.s.Margin - p.aside
	ends := [2]float64{h.about.X + h.about.Widest(), h.name.X + h.name.Widest()}
	if h.beside != nil {
		ends[1] = h.beside.X + h.beside.Width
	}
	if len(h.about.Lines) > 1 || len(h.name.Lines) > 1 {
		return nil, len(signs) == 0
	}
	rows := []signRow{{right: right, base: h.about.First}, {right: right, base: h.name.First}}
	whole := true
	for _, sign := range signs {
		i := 0
		for i < len(rows) && ends[i]+signEdge+sign.width() > right {
			i++
		}
		if i == len(rows) {
			whole = false
			continue
		}
		ends[i] += sign.width() + signGap
		rows[i].signs = append(rows[i].signs, sign)
	}
	return rows, whole
}

// rowsAtFoot breaks a legend into lines that end above the strip.
func (p *slides) rowsAtFoot(signs []slideSign) []signRow {
	right := p.size.X - p.s.Margin
	var out []signRow
	used := 0.0
	for _, sign := range signs {
		if len(out) == 0 || p.left()+used+signGap+sign.width() > right {
			out, used = append(out, signRow{right: right}), -signGap
		}
		used += signGap + sign.width()
		row := &out[len(out)-1]
		row.signs = append(row.signs, sign)
	}
	foot := p.size.Y - p.stripHigh() - 12
	for i := range out {
		out[i].base = foot - float64(len(out)-1-i)*signLine
	}
	return out
}

// legendFoot is the height of a legend that has no room in the header: the same
// on all slides of a stage, and whether or not a timer shows.
func (p *slides) legendFoot() float64 {
	seen := map[string]bool{}
	for _, l := range p.leaves() {
		maps.Copy(seen, p.seenOn(l, p.ordered()))
	}
	signs := p.signs(seen)
	aside := p.aside
	p.aside = 0
	h := p.headerWords()
	_, ok := p.rowsInHead(&h, signs)
	p.aside = aside
	if ok {
		return 0
	}
	return float64(len(p.rowsAtFoot(signs))) * signLine
}

// legend draws what a slide's marks mean: in the header, or else below the
// cards, of which the last ends at a height. Where a timer takes the room of
// some, they are left out.
func (p *slides) legend(at *sheet, end float64) {
	h := p.headerWords()
	var lanes []*mapmodel.Lane
	for i := range at.bands {
		lanes = append(lanes, at.bands[i].lane)
	}
	signs := p.signs(p.seenOn(at.leaf, lanes))
	rows, whole := p.rowsInHead(&h, signs)
	if foot := p.rowsAtFoot(signs); p.atFoot > 0 || !whole && end+float64(len(foot))*signLine+18 <= p.size.Y-p.stripHigh() {
		rows = foot
	}
	for _, row := range rows {
		p.signRow(row)
	}
}

// openingLegend draws what the strip's marks mean, on the line of the opening's
// first words, which end at a place.
func (p *slides) openingLegend(from, base float64) {
	row := signRow{right: p.size.X - p.s.Margin - p.aside, base: base}
	for _, sign := range p.signs(p.inStrip()) {
		if from+signEdge+sign.width() <= row.right {
			from += sign.width() + signGap
			row.signs = append(row.signs, sign)
		}
	}
	p.signRow(row)
}

// signRow draws a line of the legend, as far right as it may be.
func (p *slides) signRow(row signRow) {
	if len(row.signs) == 0 {
		return
	}
	wide := -signGap
	for i := range row.signs {
		wide += signGap + row.signs[i].width()
	}
	box := Rect{row.right - wide, row.base - 0.357*presentLeast - signLine/2, wide, signLine}
	mid := signLine / 2
	var out []Element
	x := 0.0
	for _, sign := range row.signs {
		out = append(out, sign.draw(Point{x, mid})...)
		at := x + sign.wide + signMark
		out = append(out, &Run{
			X: at, Y: mid + 0.357*presentLeast, Text: sign.words, Face: text.Regular, Size: presentLeast, Color: p.s.Second, Width: text.Regular.Measure(sign.words, presentLeast),
		})
		x += sign.width() + signGap
	}
	p.place(box, LegendRole, out...)
}
