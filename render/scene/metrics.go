package scene

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// metrics draws the surveys' figures into their row, one below the other in
// each stage.
func (w *work) metrics(row Row) {
	if i := slices.IndexFunc(w.page.Grid.Rows, func(r Row) bool { return r.Kind == mapmodel.LaneMetrics }); w.page.Grid.Rows[i] != row {
		return // the first lane of metrics shows them
	}
	for _, span := range w.page.Grid.Stages {
		y := 0.0
		for survey := range w.m.Surveys(span.ID) {
			g := &Group{Role: MetricRole, ID: survey.ID, Size: Point{span.W, w.s.Metrics}, Elements: w.metric(survey, span.W)}
			w.page.Front = append(w.page.Front, Placed{g.sealed(), Point{span.X, row.Y + y}})
			y += w.s.Metrics
		}
	}
}

// showsSurveys tells whether the surveys' figures stand in a lane: the first
// lane of metrics.
func (w *work) showsSurveys(lane *mapmodel.Lane) bool {
	first := slices.IndexFunc(w.lanes, func(l *mapmodel.Lane) bool { return l.LaneKind == mapmodel.LaneMetrics })
	return first >= 0 && w.lanes[first] == lane
}

// surveysHigh is the height of a stage's figures in a lane.
func (w *work) surveysHigh(lane *mapmodel.Lane, stage mapmodel.ID) float64 {
	if !w.showsSurveys(lane) {
		return 0
	}
	high := 0.0
	for range w.m.Surveys(stage) {
		high += w.s.Metrics
	}
	return high
}

// metric draws one survey: its figure, the number of answers, a bar and the
// 95 % interval. Few answers are shown as few.
func (w *work) metric(survey *mapmodel.Survey, width float64) []Element {
	s := w.s
	r := survey.Result()
	unit := s.Metrics / 53 // one point on paper
	left := 8 * unit
	right := width - left
	run := func(x, y float64, words string, face text.Face, size float64, ink Color) *Run {
		return &Run{X: x, Y: y * unit, Text: words, Face: face, Size: size, Color: ink, Width: face.Measure(words, size)}
	}
	kind := run(left, 12.5, strings.ToUpper(string(survey.SurveyKind)), text.Bold, s.MetaSize, s.Second)
	n := run(0, 12.5, "n = "+strconv.Itoa(r.N), text.Regular, s.MetaSize, s.Second)
	n.X = right - n.Width
	out := []Element{kind, n}
	if r.Trust == mapmodel.QuotesOnly {
		b := breakText(w.words(wordQuotesOnly), text.Regular, s.MetaSize, 1.28, left, 18.5*unit, right-left)
		return append(out, b.runs(s.Second)...)
	}
	face, color := text.Bold, s.Text
	if r.Trust == mapmodel.TooFew {
		face, color = text.Regular, s.Second
	}
	out = append(out, run(left+kind.Width+5*unit, 14.5, figure(survey, r.Score), face, s.ScoreSize, color))
	bar := Rect{left, 23 * unit, right - left, 7 * unit}
	low, high := 0.0, 100.0
	if survey.SurveyKind == mapmodel.NPS {
		low, high = -100, 100
		out = append(out, w.segments(Rect{left, 21 * unit, right - left, 9.5 * unit}, r)...)
	} else {
		out = append(out, w.shareBar(bar, r)...)
	}
	at := func(v float64) float64 { return bar.X + bar.W*(v-low)/(high-low) }
	y, tick := 35*unit, 2.2*unit
	if survey.SurveyKind == mapmodel.NPS { // where neither side outweighs the other
		out = append(out, &Path{
			Segments: Polyline(false, Point{at(0), y - tick}, Point{at(0), y + tick}),
			Stroke:   Stroke{Color: s.Border, Width: 0.5 * unit},
		})
	}
	out = append(out, whisker(at(r.Low), at(r.High), y, tick, Stroke{Color: s.Text, Width: 0.9 * unit}))
	interval := run(left, 46, w.words.fill(wordIntervalOf, "low", strings.TrimSuffix(figure(survey, r.Low), perCent), "high", figure(survey, r.High)), text.Regular, s.MetaSize, s.Second)
	if r.Trust != mapmodel.TooFew {
		return append(out, interval)
	}
	few := run(left, 46, w.words(wordTooFew), text.Italic, s.MetaSize, s.Second)
	interval.Text = w.words.fill(wordRange, "low", strings.TrimSuffix(figure(survey, r.Low), perCent), "high", figure(survey, r.High))
	interval.Width = text.Regular.Measure(interval.Text, s.MetaSize)
	if interval.X = right - interval.Width; interval.X > few.X+few.Width+4*unit {
		out = append(out, interval)
	}
	return append(out, few)
}

// whisker draws an interval: a line with a tick at either end.
func whisker(from, to, y, tick float64, line Stroke) Element {
	return &Path{Stroke: line, Segments: slices.Concat(
		Polyline(false, Point{from, y}, Point{to, y}),
		Polyline(false, Point{from, y - tick}, Point{from, y + tick}),
		Polyline(false, Point{to, y - tick}, Point{to, y + tick}),
	)}
}

// perCent is the sign with the space before it, at which no line breaks.
const perCent = "\u00a0%"

// figure writes a score: a whole number, with a per cent sign for shares.
func figure(survey *mapmodel.Survey, v float64) string {
	n := strconv.Itoa(int(math.Abs(math.Round(v))))
	if math.Round(v) < 0 {
		n = "−" + n
	}
	if survey.SurveyKind == mapmodel.NPS {
		return n
	}
	return n + perCent
}

func (w *work) shareBar(bar Rect, r mapmodel.Result) []Element {
	s := w.s
	full := bar
	full.W = bar.W * r.Score / 100
	out := []Element{&Box{Rect: bar, Fill: s.LaneHead}}
	if r.Trust == mapmodel.TooFew {
		return append(out, &Box{Rect: full, Fill: s.Surface, Stroke: Stroke{Color: s.Border, Width: 0.6, Dash: []float64{2, 1.4}}})
	}
	return append(out, &Box{Rect: full, Fill: s.Curves[0]})
}

// segments draws detractors, passives and promoters with their shares; dark,
// light and middle tell them apart in grey.
func (w *work) segments(bar Rect, r mapmodel.Result) []Element {
	s := w.s
	colors := []Color{s.Faces[0], s.LaneHead, s.Faces[3]}
	var out []Element
	x := bar.X
	for i, part := range r.Shares {
		box := Rect{x, bar.Y, bar.W * part / 100, bar.H}
		x += box.W
		if box.W < 1 {
			continue
		}
		out = append(out, &Box{Rect: box, Fill: colors[i], Stroke: Stroke{Color: s.Surface, Width: 0.5}})
		share := strconv.Itoa(int(math.Round(part)))
		if box.W > text.Bold.Measure(share, s.MetaSize)+4 {
			out = append(out, centred(share, text.Bold, s.MetaSize, Point{box.X + box.W/2, box.Y + box.H/2}, s.inkOn(colors[i])))
		}
	}
	return out
}
