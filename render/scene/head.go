package scene

import (
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// headKey is all that the head of a column or lane hangs on.
type headKey struct {
	record mapmodel.Record
	role   Role
	w, h   float64
	n      int
	also   any // what else it shows
}

// head keeps the group that draw makes.
func (w *work) head(key headKey, draw func() *Group) *Group {
	if g, ok := w.heads.get(key); ok {
		return g
	}
	g := draw()
	g.Role, g.ID, g.Size = key.role, key.record.Base().ID, Point{key.w, key.h}
	w.heads.put(key, g.sealed())
	return g
}

// chevrons places the stages' heads, and their steps' below.
func (w *work) chevrons(y float64) {
	s, g := w.s, &w.page.Grid
	i, skipped := 0, 0
	for stage := range w.m.Stages() {
		if i == len(g.Stages) || g.Stages[i].ID != stage.ID { // on another page
			if i == 0 {
				skipped++
			}
			continue
		}
		span := g.Stages[i]
		last := i == len(g.Stages)-1
		onward := !last || w.beyondLast()
		x, width := span.X, span.W // the gap lies two parts before the line and one after it
		if i > 0 {
			x += s.ChevronGap / 3
			width -= s.ChevronGap / 3
		}
		if !last {
			width -= 2 * s.ChevronGap / 3
			if w.tiling.cutAt(span.X + span.W) {
				width -= s.Chevy // its point ends before the cut
			}
		} else if onward {
			width -= s.Chevy // its point ends with the page
		}
		n := i + skipped
		figure := w.stageFigure(stage.ID)
		group := w.head(headKey{stage, StageRole, width, w.stageHigh, n, chevronSigns{figure, onward}}, func() *Group { return w.chevron(stage, n, width, onward, figure) })
		w.page.Back = append(w.page.Back, Placed{group, Point{x, y}})
		i++
	}
	y += w.stageHigh + s.StepGap
	for _, span := range g.Stages {
		for j, c := range g.Columns[span.First : span.First+span.Count] {
			step := mapmodel.Find[*mapmodel.Step](w.m, c.ID)
			if step == nil {
				continue
			}
			group := w.head(headKey{step, StepRole, c.W, w.stepHigh, j, nil}, func() *Group { return w.stepHead(step, j, c.W) })
			w.page.Back = append(w.page.Back, Placed{group, Point{c.X, y}})
		}
	}
}

// chevronSigns is what a stage's head hangs on beside the stage.
type chevronSigns struct {
	figure *mapmodel.Survey
	onward bool
}

// beyondLast tells whether there are stages after the last of this page.
func (w *work) beyondLast() bool {
	here := w.page.Grid.Stages
	last := mapmodel.ID{}
	for stage := range w.m.Stages() {
		last = stage.ID
	}
	return here[len(here)-1].ID != last
}

// chevron draws a stage's head: where the journey goes on, an arrow pointing to
// the next.
func (w *work) chevron(stage *mapmodel.Stage, n int, width float64, onward bool, figure *mapmodel.Survey) *Group {
	s := w.s
	h, point := w.stageHigh, s.Chevy
	top, bottom := 0.0, h
	if !s.Paper {
		top, bottom = 4, h-4
	}
	mid := (top + bottom) / 2
	corners := []Point{{0, top}, {width, top}, {width + point, mid}, {width, bottom}, {0, bottom}}
	if !onward {
		corners = []Point{{0, top}, {width, top}, {width, bottom}, {0, bottom}}
	}
	if n > 0 {
		corners = append(corners, Point{point, mid})
	}
	out := []Element{&Path{Segments: Polyline(true, corners...), Fill: s.Chevron[n%2]}}
	x := s.stageLeft(n)
	if s.Paper {
		num := strconv.Itoa(n + 1)
		nw := text.Bold.Measure(num, s.StageSize)
		out = append(out, &Run{X: x, Y: top + h*0.43, Text: num, Face: text.Bold, Size: s.StageSize, Color: s.ChevronText, Width: nw})
		x += nw + s.StageSize*0.55
	}
	name, about := s.stageWords(stage, n, width)
	high := name.Height()
	if about != nil {
		high += about.Height()
	}
	if said := w.figureWords(figure, width-x-name.Widest()-24); said != "" {
		fw := text.Regular.Measure(said, s.MetaSize)
		out = append(out, &Run{X: width - 8 - fw, Y: mid + 0.36*s.MetaSize, Text: said, Face: text.Regular, Size: s.MetaSize, Color: s.ChevronText, Width: fw})
	}
	y := top + max((bottom-top-high)/2, 0)
	place := func(b *TextBox, c Color) {
		b.X = x
		b.First += y
		out = append(out, b.runs(c)...)
		y += b.Height()
	}
	place(name, s.ChevronText)
	if s.Paper && len(out) > 1 {
		if number, ok := out[1].(*Run); ok {
			number.Y = name.First
		}
	}
	if about != nil {
		place(about, s.ChevronText)
	}
	return &Group{Elements: out, Body: name}
}

// stageLeft is where a stage's words begin in its chevron.
func (s *Style) stageLeft(n int) float64 {
	x := s.Chevy
	if s.Paper {
		x++
	}
	if n > 0 {
		x += s.Chevy
	}
	return x
}

// stageWords sets a stage's name and, on paper, what it is about.
func (s *Style) stageWords(stage *mapmodel.Stage, n int, width float64) (name, about *TextBox) {
	room := width - 2 - s.stageLeft(n)
	if s.Paper {
		room -= text.Bold.Measure(strconv.Itoa(n+1), s.StageSize) + s.StageSize*0.55
	}
	name = s.fitted(stage.Name, text.Bold, s.StageSize, room, 2)
	if s.Paper && len(name.Lines) > 1 { // one line in type a little smaller is better
		if one := fitted(stage.Name, text.Bold, s.StageSize, 0.8*s.StageSize, room, 1); len(one.Lines) == 1 {
			name = one
		}
	}
	if s.Paper && stage.Description != "" {
		about = s.fitted(stage.Description, text.Regular, s.LabelSize, room, 3-min(len(name.Lines), 2))
	}
	return name, about
}

// stageFigure is the survey whose figure stands in a stage's head: on the
// screen the first with a score, if there is no lane for figures.
func (w *work) stageFigure(stage mapmodel.ID) *mapmodel.Survey {
	if w.s.Paper || w.has(mapmodel.LaneMetrics) {
		return nil
	}
	for survey := range w.m.Surveys(stage) {
		if survey.Result().Trust != mapmodel.QuotesOnly {
			return survey
		}
	}
	return nil
}

// figureWords says a survey's figure in what room there is, or says nothing.
func (w *work) figureWords(survey *mapmodel.Survey, room float64) string {
	if survey == nil {
		return ""
	}
	r := survey.Result()
	bare := func(v float64) string { return strings.TrimSuffix(figure(survey, v), perCent) }
	short := strings.ToUpper(string(survey.SurveyKind)) + " " + figure(survey, r.Score)
	count := ", n " + strconv.Itoa(r.N)
	for _, said := range []string{short + " (" + w.words.fill(wordRange, "low", bare(r.Low), "high", bare(r.High)) + ")" + count, short + count} {
		if text.Regular.Measure(said, w.s.MetaSize) <= room {
			return said
		}
	}
	return ""
}

// measureHeads finds the heights of the rows of stages and steps: the style's,
// or more where a name is so long that it would not fit them.
func (w *work) measureHeads() {
	s, g := w.s, &w.page.Grid
	w.stageHigh, w.stepHigh = s.Stage, s.stepBand(w)
	edge := 8.0
	if s.Paper {
		edge = 4
	}
	i := 0
	for stage := range w.m.Stages() {
		if i == len(g.Stages) || g.Stages[i].ID != stage.ID {
			continue // on another page
		}
		width := g.Stages[i].W - s.ChevronGap
		i++
		w.stageHigh = max(w.stageHigh, w.high(headKey{record: stage, w: width}, func() float64 {
			name, about := s.stageWords(stage, 1, width)
			if about == nil {
				return name.Height() + edge
			}
			return name.Height() + about.Height() + edge
		}))
		for step := range w.m.Steps(stage.ID) {
			width := g.Columns[g.Stages[i-1].First].W
			w.stepHigh = max(w.stepHigh, w.high(headKey{record: step, w: width}, func() float64 {
				return s.stepName(step, width).Height() + 4
			}))
		}
	}
}

// high keeps the height that measure finds.
func (w *work) high(key headKey, measure func() float64) float64 {
	if h, ok := w.highs.get(key); ok {
		return h
	}
	h := measure()
	w.highs.put(key, h)
	return h
}

// fitted sets a text in at most so many lines, in smaller type where it needs
// more or a word would be broken. Type does not go below the style's smallest:
// then there are more lines, since headings are never cut.
func (s *Style) fitted(words string, face text.Face, size, width float64, lines int) *TextBox {
	return fitted(words, face, size, s.MetaSize, width, lines)
}

// fitted does as the style's method of that name, down to another least size.
func fitted(words string, face text.Face, size, least, width float64, lines int) *TextBox {
	longest := 0.0 // word, in em
	for word := range strings.FieldsSeq(words) {
		longest = max(longest, face.Measure(word, 1))
	}
	width = max(width, size)
	for {
		b := breakText(words, face, size, 1.2, 0, 0, width)
		if len(b.Lines) <= lines && longest*size <= width || size <= least {
			return b
		}
		size = max(size*0.92, least)
	}
}

func (w *work) stepHead(step *mapmodel.Step, n int, width float64) *Group {
	s := w.s
	color := s.Text
	if s.Paper {
		color = s.Strong
	}
	b := s.stepName(step, width)
	b.X = s.CellPad + s.PadLeft // above the cards' words
	b.First += (w.stepHigh - b.Height()) / 2
	out := b.runs(color)
	if n > 0 {
		line := Stroke{Color: s.Border, Width: s.GridLine}
		if !s.Paper {
			line = Stroke{Color: s.Hairline, Width: 1, Dash: []float64{2, 3}}
		}
		out = append(out, &Path{Segments: Polyline(false, Point{0, 2}, Point{0, w.stepHigh - 2}), Stroke: line})
	}
	return &Group{Elements: out, Body: b}
}

// stepName sets a step's name above its cards' words.
func (s *Style) stepName(step *mapmodel.Step, width float64) *TextBox {
	return s.fitted(step.Name, text.Bold, s.StepSize, width-s.CellPad-s.PadLeft-4, 1)
}
