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
			g := &Group{Role: MetricRole, ID: survey.ID, Size: Point{span.W, w.metricHigh(survey, span.W)}, Elements: w.metric(survey, span.W)}
			w.page.Front = append(w.page.Front, []Placed{{g.sealed(), Point{span.X, row.Y + y}}})
			y += g.Size.Y
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
func (w *work) surveysHigh(lane *mapmodel.Lane, stage Span) float64 {
	if !w.showsSurveys(lane) {
		return 0
	}
	high := 0.0
	for survey := range w.m.Surveys(stage.ID) {
		high += w.metricHigh(survey, stage.W)
	}
	return high
}

// metricHigh is the height of one survey's figures in a width: always the same
// but for the words that stand in place of a score.
func (w *work) metricHigh(survey *mapmodel.Survey, width float64) float64 {
	if survey.Result().Trust != mapmodel.QuotesOnly {
		return w.s.Metrics
	}
	said := w.quotesOnly(width)
	return max(w.s.Metrics, said.First+said.Height())
}

// quotesOnly says why there is no score.
func (w *work) quotesOnly(width float64) *TextBox {
	unit := w.s.Metrics / 53
	return breakText(w.words(wordQuotesOnly), text.Regular, w.s.MetaSize, 1.28, 8*unit, 18.5*unit, width-16*unit)
}

// metric draws one survey: its figure, the number of answers, a bar and the
// 95 % interval. Few answers are shown as few.
func (w *work) metric(survey *mapmodel.Survey, width float64) []Element {
	s := w.s
	r := survey.Result()
	unit := s.Metrics / 53 // one point on paper
	f := figures{s: s, unit: unit, left: 8 * unit, right: width - 8*unit}
	f.head(survey, r)
	if r.Trust == mapmodel.QuotesOnly {
		return append(f.out, w.quotesOnly(width).runs(s.Second)...)
	}
	bar := Rect{f.left, 23 * unit, f.right - f.left, 7 * unit}
	low, high := 0.0, 100.0
	if survey.SurveyKind == mapmodel.NPS {
		low, high = -100, 100
		f.out = append(f.out, w.segments(Rect{bar.X, 21 * unit, bar.W, 9.5 * unit}, r)...)
	} else {
		f.out = append(f.out, w.shareBar(bar, r)...)
	}
	at := func(v float64) float64 { return bar.X + bar.W*(v-low)/(high-low) }
	y, tick := 35*unit, 2.2*unit
	if survey.SurveyKind == mapmodel.NPS { // where neither side outweighs the other
		f.out = append(f.out, &Path{
			Segments: Polyline(false, Point{at(0), y - tick}, Point{at(0), y + tick}),
			Stroke:   Stroke{Color: s.Border, Width: 0.5 * unit},
		})
	}
	f.out = append(f.out, whisker(at(r.Low), at(r.High), y, tick, Stroke{Color: s.Text, Width: 0.9 * unit}))
	ends := []string{"low", strings.TrimSuffix(figure(survey, r.Low), perCent), "high", figure(survey, r.High)}
	interval, short := w.words.fill(wordIntervalOf, slices.Clone(ends)...), w.words.fill(wordRange, slices.Clone(ends)...)
	if r.Trust == mapmodel.TooFew {
		f.foot(text.Italic, []string{w.words(wordTooFew)}, short)
	} else {
		f.foot(text.Regular, []string{interval, short}, "")
	}
	return f.out
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
