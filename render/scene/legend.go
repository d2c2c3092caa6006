package scene

import (
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// sign is one entry of the legend: a mark of a width, and its words.
type sign struct {
	words string
	width float64
	draw  func(at Point) []Element // at the middle of the line, left edge
}

// legend explains the marks that appear, and no others.
func (w *work) legend(y, right float64) {
	s := w.s
	signs := w.signs()
	if len(signs) == 0 {
		return
	}
	size := s.MetaSize
	title := w.words(wordLegend)
	tw := text.Bold.Measure(title, size)
	out := []Element{&Run{X: 0, Y: 8, Text: title, Face: text.Bold, Size: size, Color: s.Text, Width: tw}}
	x, line := tw+14, 0.0
	for _, sign := range signs {
		width := sign.width + 4 + text.Regular.Measure(sign.words, size)
		if s.Margin+x+width > right {
			x, line = tw+14, line+12
		}
		out = append(out, sign.draw(Point{x, line + 5.4})...)
		out = append(out, &Run{X: x + sign.width + 4, Y: line + 8, Text: sign.words, Face: text.Regular, Size: size, Color: s.Text, Width: width - sign.width - 4})
		x += width + 14
	}
	w.place(Rect{s.Margin, y, right - s.Margin, line + 12}, LegendRole, out...)
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
			return s.evidence(Point{p.X + 3, p.Y}, 5.4, level)
		})
	}
	add(seen["assumed feeling"], w.words(wordAssumedCurve), 22, func(p Point) []Element {
		return []Element{&Path{Segments: Polyline(false, p, Point{p.X + 22, p.Y}), Stroke: Stroke{Color: s.Curves[0], Width: s.CurveStroke, Dash: []float64{5, 3.4}}}}
	})
	add(seen["moment"], w.words(wordMoment), 9, func(p Point) []Element {
		return []Element{diamond(Point{p.X + 4.5, p.Y}, 4.5, s.Surface, Stroke{Color: s.Text, Width: 0.9})}
	})
	add(seen[string(mapmodel.Service)], w.words(wordService), 10.4, func(p Point) []Element {
		return s.reason(Point{p.X, p.Y - 5.2}, 10.4, mapmodel.Service)
	})
	add(seen[string(mapmodel.Experience)], w.words(wordExperience), 10.4, func(p Point) []Element {
		return s.reason(Point{p.X, p.Y - 5.2}, 10.4, mapmodel.Experience)
	})
	add(seen["insight"], w.words(wordInsight), 10, func(p Point) []Element {
		c := Point{p.X + 5, p.Y}
		bar := s.Tones[mapmodel.LaneInsights].Bar
		return []Element{&Path{Segments: Circle(c, 4.7), Stroke: Stroke{Color: bar, Width: 0.8}}, centred("A", text.Bold, 6.5, c, bar)}
	})
	add(seen["opportunity"], w.words(wordOpportunity), 10, func(p Point) []Element {
		c := Point{p.X + 5, p.Y}
		return []Element{&Path{Segments: Circle(c, 5), Fill: s.Disc}, centred("1", text.Bold, 6.5, c, Hex(0xFFFFFF))}
	})
	add(len(w.deck.top) > 0, w.words(wordTopThree), 9, func(p Point) []Element {
		return []Element{star(Point{p.X + 4.5, p.Y}, 4.8, s.Disc)}
	})
	add(seen["scored"], w.words(wordScale), meterWidth(6), func(p Point) []Element {
		return s.meter(Point{p.X, p.Y - 3}, 6, mapmodel.N(3), s.Disc)
	})
	add(seen["interval"], w.words(wordInterval), 14, func(p Point) []Element {
		return []Element{&Path{Stroke: Stroke{Color: s.Text, Width: 0.9}, Segments: []Segment{
			{Op: Move, A: p},
			{Op: Line, A: Point{p.X + 14, p.Y}},
			{Op: Move, A: Point{p.X, p.Y - 2.4}},
			{Op: Line, A: Point{p.X, p.Y + 2.4}},
			{Op: Move, A: Point{p.X + 14, p.Y - 2.4}},
			{Op: Line, A: Point{p.X + 14, p.Y + 2.4}},
		}}}
	})
	add(seen["nps"], w.words(wordSegments), 24, func(p Point) []Element {
		return []Element{
			&Box{Rect: Rect{p.X, p.Y - 3, 8, 6}, Fill: s.Faces[0]},
			&Box{Rect: Rect{p.X + 8, p.Y - 3, 8, 6}, Fill: s.LaneHead},
			&Box{Rect: Rect{p.X + 16, p.Y - 3, 8, 6}, Fill: s.Faces[3]},
		}
	})
	return out
}

// marks tells which marks appear on the page.
func (w *work) marks() map[string]bool {
	seen := map[string]bool{}
	kinds := map[mapmodel.ID]mapmodel.LaneKind{}
	curve, metrics := false, false
	for _, lane := range w.lanes {
		kinds[lane.ID] = lane.LaneKind
		curve = curve || lane.LaneKind == mapmodel.LaneCurve
		metrics = metrics || lane.LaneKind == mapmodel.LaneMetrics
	}
	for card := range w.m.Cards() {
		kind, shown := kinds[card.Lane]
		if !shown {
			continue
		}
		seen[string(card.Level)] = true
		seen["assumed feeling"] = seen["assumed feeling"] || curve && card.Emotion.Known && card.Level == mapmodel.Assumed
		seen["moment"] = seen["moment"] || curve && card.Moment && card.Emotion.Known
		seen["insight"] = seen["insight"] || kind == mapmodel.LaneInsights
		seen["opportunity"] = seen["opportunity"] || kind == mapmodel.LaneOpportunities
		seen["scored"] = seen["scored"] || kind == mapmodel.LaneOpportunities && (card.Impact.Known || card.Effort.Known)
		if kind == mapmodel.LaneTouchpoints {
			seen[string(card.Reason)] = true
		}
	}
	if metrics {
		for stage := range w.m.Stages() {
			for survey := range w.m.Surveys(stage.ID) {
				r := survey.Result()
				seen["interval"] = seen["interval"] || r.Trust != mapmodel.QuotesOnly
				seen["nps"] = seen["nps"] || r.Trust != mapmodel.QuotesOnly && survey.SurveyKind == mapmodel.NPS
			}
		}
	}
	return seen
}

// footer closes the page: owner, title and version, page number.
func (w *work) footer(y, right float64) {
	s, h := w.s, w.m.Header()
	size := s.MetaSize
	width := right - s.Margin
	out := []Element{&Path{Segments: Polyline(false, Point{0, -4}, Point{width, -4}), Stroke: Stroke{Color: s.Border, Width: 0.5}}}
	run := func(words string, at func(w float64) float64) {
		rw := text.Regular.Measure(words, size)
		out = append(out, &Run{X: at(rw), Y: 7, Text: words, Face: text.Regular, Size: size, Color: s.Second, Width: rw})
	}
	if h.Owner != "" {
		run(h.Owner, func(float64) float64 { return 0 })
	}
	state := w.words(wordCurrent)
	if h.State == mapmodel.Future {
		state = w.words(wordFuture)
	}
	parts := []string{h.Title, state}
	if h.Version != "" {
		parts = append(parts, h.Version)
	}
	if h.Date != "" {
		parts = append(parts, w.date(h.Date))
	}
	run(strings.Join(parts, " · "), func(rw float64) float64 { return (width - rw) / 2 })
	run(w.words.fill(wordPage, "n", "1", "m", "1"), func(rw float64) float64 { return width - rw })
	w.place(Rect{s.Margin, y, width, 10}, FooterRole, out...)
}
