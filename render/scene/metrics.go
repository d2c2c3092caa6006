package scene

import (
	"math"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// metrics draws the surveys' figures into their row, a cell a stage.
func (w *work) metrics(row Row) {
	for _, span := range w.page.Grid.Stages {
		y := 0.0
		for survey := range w.m.Surveys(span.ID) {
			if y+w.s.Metrics > row.H+1 {
				break // what does not fit is told in the table of surveys
			}
			g := &Group{Role: MetricRole, ID: survey.ID, Size: Point{span.W, w.s.Metrics}, Elements: w.metric(survey, span.W)}
			w.page.Front = append(w.page.Front, Placed{g.sealed(), Point{span.X, row.Y + y}})
			y += w.s.Metrics
		}
	}
}

// metric draws one survey: its figure, the number of answers, a bar and the
// 95 % interval. Few answers are shown as few.
func (w *work) metric(survey *mapmodel.Survey, width float64) []Element {
	s := w.s
	r := survey.Result()
	if r.N == 0 {
		return nil
	}
	left, right := 9.0, width-9
	kind := strings.ToUpper(string(survey.SurveyKind))
	kw := text.Bold.Measure(kind, s.LabelSize)
	n := "n = " + strconv.Itoa(r.N)
	nw := text.Regular.Measure(n, s.MetaSize)
	out := []Element{
		&Run{X: left, Y: 15, Text: kind, Face: text.Bold, Size: s.LabelSize, Color: s.Text, Width: kw},
		&Run{X: right - nw, Y: 15, Text: n, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: nw},
	}
	if r.Trust == mapmodel.QuotesOnly {
		b := breakText(w.words(wordQuotesOnly), text.Regular, s.MetaSize, 1.25, left, 22, right-left)
		return append(out, b.runs(s.Second)...)
	}
	face, color := text.Bold, s.Text
	if r.Trust == mapmodel.TooFew {
		face, color = text.Regular, s.Second
	}
	score := figure(survey, r.Score)
	out = append(out, &Run{X: left + kw + 7, Y: 16.5, Text: score, Face: face, Size: s.ScoreSize, Color: color, Width: face.Measure(score, s.ScoreSize)})
	bar := Rect{left, 24, right - left, 7}
	if survey.SurveyKind == mapmodel.NPS {
		out = append(out, w.segments(bar, r)...)
	} else {
		out = append(out, w.shareBar(bar, r)...)
	}
	low, high := 0.0, 100.0
	if survey.SurveyKind == mapmodel.NPS {
		low, high = -100, 100
	}
	at := func(v float64) float64 { return bar.X + bar.W*(v-low)/(high-low) }
	y := bar.Bottom() + 4
	out = append(out, &Path{Stroke: Stroke{Color: s.Text, Width: 0.9}, Segments: []Segment{
		{Op: Move, A: Point{at(r.Low), y}},
		{Op: Line, A: Point{at(r.High), y}},
		{Op: Move, A: Point{at(r.Low), y - 2.2}},
		{Op: Line, A: Point{at(r.Low), y + 2.2}},
		{Op: Move, A: Point{at(r.High), y - 2.2}},
		{Op: Line, A: Point{at(r.High), y + 2.2}},
	}})
	words := w.words.fill(wordIntervalOf, "low", figure(survey, r.Low), "high", figure(survey, r.High))
	face = text.Regular
	if r.Trust == mapmodel.TooFew {
		words = w.words(wordTooFew)
		face = text.Italic
	}
	return append(out, &Run{X: left, Y: y + 10.5, Text: words, Face: face, Size: s.MetaSize, Color: s.Second, Width: face.Measure(words, s.MetaSize)})
}

// figure writes a score: a whole number, with a per cent sign for shares.
func figure(survey *mapmodel.Survey, v float64) string {
	n := strconv.Itoa(int(math.Abs(math.Round(v))))
	if math.Round(v) < 0 {
		n = "−" + n
	}
	if survey.SurveyKind == mapmodel.NPS {
		return n
	}
	return n + "\u00a0%"
}

func (w *work) shareBar(bar Rect, r mapmodel.Result) []Element {
	s := w.s
	full := bar
	full.W = bar.W * r.Score / 100
	if r.Trust == mapmodel.TooFew {
		return []Element{
			&Box{Rect: bar, Fill: s.LaneHead},
			&Box{Rect: full, Fill: s.Surface, Stroke: Stroke{Color: s.Border, Width: 0.6, Dash: []float64{2, 1.6}}},
		}
	}
	return []Element{&Box{Rect: bar, Fill: s.LaneHead}, &Box{Rect: full, Fill: s.Chevron[0]}}
}

// segments draws detractors, passives and promoters with their shares.
func (w *work) segments(bar Rect, r mapmodel.Result) []Element {
	s := w.s
	colors := []Color{s.Faces[0], s.LaneHead, s.Faces[3]}
	var out []Element
	x := bar.X
	for i, part := range r.Shares {
		box := Rect{x, bar.Y - 1, bar.W * part / 100, bar.H + 2}
		out = append(out, &Box{Rect: box, Fill: colors[i]})
		if box.W > 14 {
			ink := s.Text
			if luminance(colors[i]) < 0.2 {
				ink = Hex(0xFFFFFF)
			}
			out = append(out, centred(strconv.Itoa(int(math.Round(part))), text.Bold, s.MetaSize*0.93, Point{box.X + box.W/2, box.Y + box.H/2}, ink))
		}
		x += box.W
	}
	return out
}
