package scene

import (
	"footpath/mapmodel"
	"footpath/render/text"
)

// sign is one entry of the legend: a mark of a width, and its words.
type sign struct {
	words string
	width float64
	draw  func(at Point) []Element // at the middle of the line, left edge
}

// legend explains the marks that appear, and no others: its elements, counted
// from its corner, and its height with the gap above it; none where nothing
// needs a word.
func (w *work) legend(signs []sign, right float64) ([]Element, float64) {
	s := w.s
	if len(signs) == 0 {
		return nil, s.Gap
	}
	const above, line = 7.0, 12.0
	size := s.MetaSize
	title := w.words(wordLegend)
	tw := text.Bold.Measure(title, size)
	out := []Element{&Run{X: 0, Y: above + 8, Text: title, Face: text.Bold, Size: size, Color: s.Text, Width: tw}}
	total := tw
	for _, sign := range signs {
		total += sign.width + 3.5 + text.Regular.Measure(sign.words, size)
	}
	// Where all stand in one line they share its width, up to a point.
	gap := min(max((right-s.Margin-total-0.1)/float64(len(signs)), 7), 18)
	x, y := tw+gap, above
	for _, sign := range signs {
		width := sign.width + 3.5 + text.Regular.Measure(sign.words, size)
		if s.Margin+x+width > right && x > tw+gap {
			x, y = tw+gap, y+line
		}
		if free := w.tiling.clear(s.Margin+x, width) - s.Margin; free > x {
			if x = free; s.Margin+x+width > right && x > tw+gap {
				x, y = w.tiling.clear(s.Margin+tw+gap, width)-s.Margin, y+line
			}
		}
		out = append(out, sign.draw(Point{x, y + 5.4})...)
		out = append(out, &Run{X: x + sign.width + 3.5, Y: y + 8, Text: sign.words, Face: text.Regular, Size: size, Color: s.Second, Width: width - sign.width - 3.5})
		x += width + gap
	}
	return out, y + line + 4
}

// signs gathers what appears on the page.
func (w *work) signs() []sign {
	s := w.s
	seen := w.marks()
	var out []sign
	add := func(there bool, words string, width float64, draw func(Point) []Element) {
		if there {
			out = append(out, sign{words, width, draw})
		}
	}
	for _, level := range []mapmodel.Level{mapmodel.Researched, mapmodel.Partly, mapmodel.Assumed} {
		add(seen[string(level)], w.words("page.level."+string(level)), 6, func(p Point) []Element {
			return s.evidence(Point{p.X + 3, p.Y}, s.Dot, level)
		})
	}
	add(seen["assumed feeling"], w.words(wordAssumedCurve), 20, func(p Point) []Element {
		return []Element{&Path{Segments: Polyline(false, p, Point{p.X + 20, p.Y}), Stroke: Stroke{Color: s.Curves[0], Width: s.CurveStroke, Dash: []float64{5, 3.4}}}}
	})
	add(seen["moment"], w.words(wordMomentSign), 8.8, func(p Point) []Element {
		return []Element{diamond(Point{p.X + 4.4, p.Y}, 4.4, s.Surface, Stroke{Color: s.Text, Width: 1})}
	})
	add(seen[string(mapmodel.Service)], w.words(wordService), 10.4, func(p Point) []Element {
		return s.reason(Point{p.X, p.Y - 5.2}, 10.4, mapmodel.Service)
	})
	add(seen[string(mapmodel.Experience)], w.words(wordExperience), 10.4, func(p Point) []Element {
		return s.reason(Point{p.X, p.Y - 5.2}, 10.4, mapmodel.Experience)
	})
	add(seen["insight"], w.words(wordInsight), 2*s.RingR, func(p Point) []Element {
		c := Point{p.X + s.RingR, p.Y}
		ring := &Path{Segments: Circle(c, s.RingR), Fill: s.Surface, Stroke: Stroke{Color: s.RingInk, Width: 0.7 * s.Weight}}
		return append([]Element{ring}, outlined("A", text.Bold, s.MetaSize, c, s.RingInk)...)
	})
	add(seen["opportunity"], w.words(wordOpportunity), 11.6, func(p Point) []Element {
		c := Point{p.X + 5.8, p.Y}
		disc := &Path{Segments: Circle(c, 5.8), Fill: s.Disc}
		return append([]Element{disc}, outlined("1", text.Bold, s.MetaSize, c, s.DiscInk)...)
	})
	add(seen["top"], w.words(wordTopThree), 8.8, func(p Point) []Element {
		return []Element{star(Point{p.X + 4.4, p.Y}, 4.6, s.Disc)}
	})
	add(seen["scored"], w.words(wordScale), meterWidth(5.8), func(p Point) []Element {
		return s.meter(Point{p.X, p.Y - 2.9}, 5.8, mapmodel.N(3), s.Disc)
	})
	add(seen["interval"], w.words(wordInterval), 16, func(p Point) []Element {
		return []Element{whisker(p.X, p.X+16, p.Y, 2.2, Stroke{Color: s.Text, Width: 0.9})}
	})
	add(seen["nps"], w.words(wordSegments), 36, func(p Point) []Element {
		return []Element{
			&Box{Rect: Rect{p.X, p.Y - 3.5, 12, 7}, Fill: s.Faces[0]},
			&Box{Rect: Rect{p.X + 12, p.Y - 3.35, 12, 6.7}, Fill: s.LaneHead, Stroke: Stroke{Color: s.Border, Width: 0.3}},
			&Box{Rect: Rect{p.X + 24, p.Y - 3.5, 12, 7}, Fill: s.Faces[3]},
		}
	})
	return out
}

// marks tells which marks appear on the page.
func (w *work) marks() map[string]bool {
	seen := map[string]bool{}
	here, near := w.stagesHere()
	for i, column := range w.ids {
		if stage := w.m.StageOf(column); stage == nil || !here[stage.ID] {
			continue
		}
		for j, lane := range w.lanes {
			for card := range w.table[j][i].Cards() {
				seen[string(card.Level)] = true
				switch lane.LaneKind {
				case mapmodel.LaneInsights:
					seen["insight"] = true
				case mapmodel.LaneOpportunities:
					seen["opportunity"] = true
					seen["top"] = seen["top"] || w.deck.top[card.ID]
					seen["scored"] = seen["scored"] || !w.bareActions() && (card.Impact.Known || card.Effort.Known)
				case mapmodel.LaneTouchpoints:
					seen[string(card.Reason)] = true
				}
			}
		}
	}
	if w.has(mapmodel.LaneCurve) {
		for stage := range near {
			for _, persona := range w.personas() {
				for _, p := range w.m.StageCurve(stage, persona).Points {
					seen["assumed feeling"] = seen["assumed feeling"] || p.Card.Level == mapmodel.Assumed
					seen["moment"] = seen["moment"] || here[stage] && p.Card.Moment
				}
			}
		}
	}
	if !w.has(mapmodel.LaneMetrics) {
		return seen
	}
	for stage := range w.stages() {
		for survey := range w.m.Surveys(stage.ID) {
			r := survey.Result()
			seen["interval"] = seen["interval"] || r.Trust != mapmodel.QuotesOnly
			seen["nps"] = seen["nps"] || r.Trust != mapmodel.QuotesOnly && survey.SurveyKind == mapmodel.NPS
		}
	}
	return seen
}

// stagesHere are the stages of the page, and those with the ones beside them,
// from which curves run in.
func (w *work) stagesHere() (here, near map[mapmodel.ID]bool) {
	here, near = map[mapmodel.ID]bool{}, map[mapmodel.ID]bool{}
	for stage := range w.stages() {
		here[stage.ID], near[stage.ID] = true, true
	}
	var before *mapmodel.Stage
	for stage := range w.m.Stages() {
		if before != nil && here[before.ID] != here[stage.ID] {
			near[before.ID], near[stage.ID] = true, true
		}
		before = stage
	}
	return here, near
}
