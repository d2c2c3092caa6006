package scene

import (
	"strconv"

	"footpath/mapmodel"
	"footpath/render/text"
)

// headKey is all that the head of a column or lane hangs on.
type headKey struct {
	record mapmodel.Record
	role   Role
	w, h   float64
	n      int
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
		x, width := span.X, span.W // the gap lies two parts before the line and one after it
		if i > 0 {
			x += s.ChevronGap / 3
			width -= s.ChevronGap / 3
		}
		if !last {
			width -= 2 * s.ChevronGap / 3
		}
		n := i + skipped
		group := w.head(headKey{stage, StageRole, width, s.Stage, n}, func() *Group { return w.chevron(stage, n, width, last) })
		w.page.Back = append(w.page.Back, Placed{group, Point{x, y}})
		i++
	}
	y += s.Stage + s.StepGap
	for _, span := range g.Stages {
		for j, c := range g.Columns[span.First : span.First+span.Count] {
			step := mapmodel.Find[*mapmodel.Step](w.m, c.ID)
			if step == nil {
				continue
			}
			group := w.head(headKey{step, StepRole, c.W, s.Step, j}, func() *Group { return w.stepHead(step, j, c.W) })
			w.page.Back = append(w.page.Back, Placed{group, Point{c.X, y}})
		}
	}
}

// chevron draws a stage's head: an arrow pointing to the next.
func (w *work) chevron(stage *mapmodel.Stage, n int, width float64, last bool) *Group {
	s := w.s
	h, point := s.Stage, s.Chevy
	top, bottom := 0.0, h
	if !s.Paper {
		top, bottom = 4, h-4
	}
	mid := (top + bottom) / 2
	corners := []Point{{0, top}, {width, top}, {width + point, mid}, {width, bottom}, {0, bottom}}
	if last {
		corners = []Point{{0, top}, {width, top}, {width, bottom}, {0, bottom}}
	}
	if n > 0 {
		corners = append(corners, Point{point, mid})
	}
	out := []Element{&Path{Segments: Polyline(true, corners...), Fill: s.Chevron[n%2]}}
	x := s.Chevy
	if s.Paper {
		x++
	}
	if n > 0 {
		x += point
	}
	right := width - 2
	if s.Paper {
		num := strconv.Itoa(n + 1)
		nw := text.Bold.Measure(num, s.StageSize)
		out = append(out, &Run{X: x, Y: top + h*0.43, Text: num, Face: text.Bold, Size: s.StageSize, Color: s.ChevronText, Width: nw})
		x += nw + s.StageSize*0.55
	}
	size := s.StageSize
	name := s.fitted(stage.Name, text.Bold, size, right-x, 2)
	lines := len(name.Lines)
	var about *TextBox
	if s.Paper && stage.Description != "" {
		about = s.fitted(stage.Description, text.Regular, s.LabelSize, right-x, 3-min(lines, 2))
	}
	high := name.Height()
	if about != nil {
		high += about.Height()
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

// fitted sets a text in at most so many lines, in smaller type where it needs
// more. Type does not go below the style's smallest: then there are more lines,
// since headings are never cut.
func (s *Style) fitted(words string, face text.Face, size, width float64, lines int) *TextBox {
	for {
		b := breakText(words, face, size, 1.2, 0, 0, max(width, size))
		if len(b.Lines) <= lines || size <= s.MetaSize {
			return b
		}
		size = max(size*0.92, s.MetaSize)
	}
}

func (w *work) stepHead(step *mapmodel.Step, n int, width float64) *Group {
	s := w.s
	size := s.StepSize
	color := s.Text
	if s.Paper {
		color = s.Chevron[0]
	}
	b := s.fitted(step.Name, text.Bold, size, width-s.CellPad-s.PadLeft-4, 1)
	b.X = s.CellPad + s.PadLeft // above the cards' words
	b.First += (s.Step - b.Height()) / 2
	out := b.runs(color)
	if n > 0 {
		line := Stroke{Color: s.Border, Width: s.GridLine}
		if !s.Paper {
			line = Stroke{Color: s.Hairline, Width: 1, Dash: []float64{2, 3}}
		}
		out = append(out, &Path{Segments: Polyline(false, Point{0, 2}, Point{0, s.Step - 2}), Stroke: line})
	}
	return &Group{Elements: out, Body: b}
}

// laneHead draws a lane's head: its icon, its name and how much it holds.
func (w *work) laneHead(nth int, height float64) *Group {
	lane := w.lanes[nth]
	cards := 0
	if !w.s.Paper {
		for _, cell := range w.table[nth] {
			cards += cell.Len()
		}
	}
	return w.head(headKey{lane, LaneRole, w.s.LaneW, height, cards}, func() *Group {
		s := w.s
		bar := s.Tones[lane.LaneKind].Bar
		if lane.LaneKind == mapmodel.LaneCurve {
			bar = s.Curves[0]
		}
		out := []Element{&Box{Rect: Rect{0, 0, s.LaneW, height}, Fill: s.LaneHead}}
		x, y, iconSize, gap, leading := 16.0, 12.0, 16.0, 8.0, 1.36
		ink := s.Text
		if s.Paper {
			out = []Element{
				&Box{Rect: Rect{0, 0.5, s.LaneW, height - 1}, Fill: s.LaneHead},
				&Box{Rect: Rect{0, 0.5, 3, height - 1}, Fill: bar},
			}
			x, y, iconSize, gap, leading, ink = 8, 7, 12, 4, 1.2, bar
		}
		if drawing, ok := laneIcons[lane.LaneKind]; ok {
			out = append(out, icon(drawing, Point{x, y + (s.LaneSize*leading-iconSize)/2 + 0.5}, iconSize, ink))
		}
		left := x + iconSize + gap
		width := s.LaneW - left - 2.5
		name := breakText(w.words.lane(lane), text.Bold, s.LaneSize, leading, left, y, width)
		if name.Widest() > width || len(name.Lines) > 3 {
			name = s.fitted(w.words.lane(lane), text.Bold, s.LaneSize, width, 3)
			name.X, name.First = left, name.First+y
		}
		out = append(out, name.runs(s.Text)...)
		if lane.LaneKind.HoldsCards() && !s.Paper {
			words := w.words.fill(wordCards, "n", strconv.Itoa(cards))
			if cards == 1 {
				words = w.words(wordOneCard)
			}
			out = append(out, &Run{X: left, Y: y + name.Height() + s.MetaSize*1.35, Text: words, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: text.Regular.Measure(words, s.MetaSize)})
		}
		if lane.LaneKind == mapmodel.LaneMetrics && s.Paper {
			hint := breakText(w.words(wordWithInterval), text.Regular, s.MetaSize, 1.25, left, y+name.Height()+2, width)
			out = append(out, hint.runs(s.Second)...)
		}
		if lane.LaneKind == mapmodel.LaneCurve {
			out = append(out, w.axis(height)...)
		}
		return &Group{Elements: out, Body: name}
	})
}
