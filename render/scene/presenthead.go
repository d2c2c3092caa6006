package scene

import (
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// laneWidth finds the width of the heads of lanes: the style's, or more where a
// word of a name needs it.
func (p *slides) laneWidth() {
	const most = 360
	p.lane = p.s.LaneW
	for _, lane := range p.ordered() {
		for word := range strings.FieldsSeq(p.words.lane(lane)) {
			p.lane = max(p.lane, min(54+text.Bold.Measure(word, p.s.LaneSize)+12, most))
		}
	}
}

// laneName sets a lane's name beside its icon.
func (p *slides) laneName(lane *mapmodel.Lane) *TextBox {
	return breakText(p.words.lane(lane), text.Bold, p.s.LaneSize, 1.22, 54, 0, p.lane-54-8)
}

// laneHigh is the least height of a lane; a name of more than three lines is
// not shown whole.
func (p *slides) laneHigh(lane *mapmodel.Lane) float64 {
	b := p.laneName(lane)
	return max(slideCardLeast, float64(min(len(b.Lines), 3))*b.Step+28)
}

// laneHead draws a lane's head beside its cards.
func (p *slides) laneHead(lane *mapmodel.Lane, high float64) []Element {
	s := p.s
	bar := s.Tones[lane.LaneKind].Bar
	name := p.laneName(lane)
	name.Lines = name.Lines[:min(len(name.Lines), 3)]
	y := min(14, (high-name.Height())/2)
	name.First += y
	out := []Element{
		&Box{Rect: Rect{0, 0, p.lane, high}, Fill: s.LaneHead},
		&Box{Rect: Rect{0, 0, s.Bar, high}, Fill: bar},
	}
	if drawing, ok := laneIcons[lane.LaneKind]; ok {
		out = append(out, icon(drawing, Point{18, y + (name.Step-28)/2}, 28, s.visible(bar, weakInPrint, s.LaneHead)))
	}
	return append(out, name.runs(s.Text)...)
}

// draw draws one slide.
func (p *slides) draw(at *sheet, nth, count int) {
	s := p.s
	p.header(nth, count)
	p.stepHeads(at)
	y := at.head
	for i := range at.bands {
		b := &at.bands[i]
		p.place(Rect{s.Margin, y, p.lane, b.high}, LaneRole, p.laneHead(b.lane, b.high)...)
		top := y
		for j := range b.rows {
			row := &b.rows[j]
			high := row.high
			if j == len(b.rows)-1 && len(b.rows) == 1 { // as high as the lane's head
				high = max(high, b.high)
			}
			for k := range row.cards {
				c := &row.cards[k]
				g := &Group{Role: c.role, ID: c.id, Size: Point{c.w, high}, Elements: c.draw(high)}
				p.page.Front = append(p.page.Front, []Placed{{g.sealed(), Point{c.x, top}}})
			}
			top += row.high + slideGap
		}
		y += b.high + slideRow
	}
	p.legend(at, y-slideRow)
	p.strip()
}

// The header's words: the map's, then the stage's name with what it is about
// beside it, or below where that is longer.
type slideHeader struct {
	about, name, below *TextBox
	beside             *Run
	high               float64
}

// named takes the stage's name and description for what its slides are about.
func (p *slides) named() {
	if p.stage != nil {
		p.title = strings.TrimSpace(strconv.Itoa(p.nth()+1) + "  " + p.stage.Name)
		p.said = strings.Join(strings.Fields(p.stage.Description), " ")
	}
}

// headerWords sets the header's words. Names of more than three lines are not
// shown whole; they stand on the board.
func (p *slides) headerWords() slideHeader {
	s := p.s
	width := p.size.X - 2*s.Margin - p.aside
	most := func(b *TextBox, n int) *TextBox {
		b.Lines = b.Lines[:min(len(b.Lines), n)]
		return b
	}
	var h slideHeader
	h.about = most(breakText(p.aboutMap(width), text.Regular, presentLeast, 1.3, s.Margin, 21, width), 2)
	h.name = most(fitted(p.title, text.Bold, s.StageSize, 40, width, 1), 3)
	h.name.X = s.Margin - 2
	h.name.First += h.about.Height() + 24 + max(0, 67.2-h.name.Step)
	y := h.name.First + float64(len(h.name.Lines)-1)*h.name.Step
	h.high = max(s.Header, y+28)
	if p.said == "" {
		return h
	}
	said := p.said
	left := h.name.X + h.name.Widest() + 26
	if w := text.Regular.Measure(said, s.CardSize); left+w <= s.Margin+width && len(h.name.Lines) == 1 {
		h.beside = &Run{X: left, Y: y, Text: said, Face: text.Regular, Size: s.CardSize, Color: s.Second, Width: w}
		return h
	}
	h.below = most(breakText(said, text.Regular, presentLeast, 1.25, s.Margin, y+16, width), 2)
	h.high = max(h.high, y+16+h.below.Height()+27)
	return h
}

// aboutMap names map, personas and state as far as they fit a line.
func (p *slides) aboutMap(width float64) string {
	h := p.m.Header()
	said := h.Title
	add := func(words string) {
		long := said + "  ·  " + words
		if said == "" {
			long = words
		}
		if words != "" && text.Regular.Measure(long, presentLeast) <= width {
			said = long
		}
	}
	var names []string
	for who := range p.m.Personas() {
		if who.Name != "" {
			names = append(names, who.Name)
		}
	}
	add(strings.Join(names, ", "))
	switch h.State {
	case mapmodel.Current:
		add(p.words(wordCurrent))
	case mapmodel.Future:
		add(p.words(wordFuture))
	}
	return said
}

// nth is the stage's place among the stages.
func (p *slides) nth() int {
	i := 0
	for stage := range p.m.Stages() {
		if stage.ID == p.stage.ID {
			break
		}
		i++
	}
	return i
}

func (p *slides) headHigh() float64 { return p.headerWords().high }

// mostDots is how many slides of a stage are shown as dots; of more, as words.
const mostDots = 24

// dots tell which of some slides this is, above a foot; nothing of one alone.
func (p *slides) dots(nth, count int, foot float64) []Element {
	s := p.s
	if count > mostDots {
		said := strconv.Itoa(nth+1) + " / " + strconv.Itoa(count)
		w := text.Bold.Measure(said, presentLeast)
		return []Element{&Run{X: p.size.X - p.aside - s.Margin - w, Y: foot - 14, Text: said, Face: text.Bold, Size: presentLeast, Color: s.Second, Width: w}}
	}
	if count < 2 {
		return nil
	}
	const r, apart = 6.5, 26
	var out []Element
	for i := range count {
		c := Point{s.Margin + r + float64(i)*apart, foot - 11}
		dot := &Path{Segments: Circle(c, r-1.25), Stroke: Stroke{Color: s.Border, Width: 2.5}}
		if i == nth {
			dot = &Path{Segments: Circle(c, r), Fill: s.Strong}
		}
		out = append(out, dot)
	}
	return out
}

// header draws the header; dots tell which of the stage's slides this is.
func (p *slides) header(nth, count int) {
	s, h := p.s, p.headerWords()
	out := []Element{
		&Box{Rect: Rect{0, 0, p.size.X, h.high}, Fill: s.Surface},
		&Path{Segments: Polyline(false, Point{0, h.high}, Point{p.size.X, h.high}), Stroke: Stroke{Color: s.Hairline, Width: s.CardLine}},
	}
	out = append(append(out, h.about.runs(s.Second)...), h.name.runs(s.Strong)...)
	if h.beside != nil {
		out = append(out, h.beside)
	}
	if h.below != nil {
		out = append(out, h.below.runs(s.Second)...)
	}
	out = append(out, p.dots(nth, count, h.high)...)
	p.place(Rect{0, 0, p.size.X, h.high}, HeaderRole, out...)
}

// stepName sets a step's name over its column; beside is what else stands there.
func (p *slides) slideStep(step *mapmodel.Step, width, beside float64) *TextBox {
	b := fitted(step.Name, text.Bold, p.s.StepSize, presentLeast, width-8-beside, 2)
	b.Lines = b.Lines[:min(len(b.Lines), 2)]
	return b
}

// pillWidth is the width of the words that name a moment of truth.
func (p *slides) pillWidth() float64 {
	return text.Bold.Measure(p.words(wordMoment), presentLeast) + 64
}

// moments tells for each column of a leaf whether a moment of truth is in it;
// without steps, or beyond them, for the whole.
func (p *slides) moments(l leaf) []bool {
	holds := func(column mapmodel.ID) bool {
		for _, lane := range p.lanes {
			for card := range p.m.Cell(column, lane.ID).Cards() {
				if card.Moment {
					return true
				}
			}
		}
		return false
	}
	out := make([]bool, max(len(l.steps), 1))
	for i, step := range l.steps {
		out[i] = holds(step.ID)
	}
	if l.own && p.stage != nil && holds(p.stage.ID) {
		out[len(out)-1] = true
	}
	return out
}

// stepsHigh is the height of the row of steps' names, with the room around it.
func (p *slides) stepsHigh(l leaf) float64 {
	moments := p.moments(l)
	if len(l.steps) == 0 {
		if moments[0] {
			return 19 + 42 + 14
		}
		return slideRow
	}
	high := 51.0
	for i, step := range l.steps {
		high = max(high, p.slideStep(step, p.columnWide(len(l.steps)), p.pillRoom(moments[i])).Height()+8)
	}
	return 19 + high + 16
}

func (p *slides) pillRoom(moment bool) float64 {
	if moment {
		return p.pillWidth() + 20
	}
	return 0
}

// stepHeads names the steps above their columns, and moments of truth.
func (p *slides) stepHeads(at *sheet) {
	s, moments := p.s, p.moments(at.leaf)
	x, top, bottom := p.left(), p.headHigh()+19, at.head-16
	for i := range max(len(at.steps), 1) {
		width := p.columnWide(max(len(at.steps), 1))
		var out []Element
		if len(at.steps) > 0 {
			name := p.slideStep(at.steps[i], width, p.pillRoom(moments[i]))
			name.X = 4
			name.First += (bottom - top - 8 - name.Height()) / 2
			out = append(name.runs(s.Strong), &Path{
				Segments: Polyline(false, Point{0, bottom - top}, Point{width, bottom - top}), Stroke: Stroke{Color: s.Strong, Width: 3},
			})
		}
		if moments[i] {
			out = append(out, p.pill(width)...)
		}
		if len(out) > 0 {
			p.place(Rect{x, top, width, bottom - top}, StepRole, out...)
		}
		x += width + slideRow
	}
}

// pill says at the right end of a width that there is a moment of truth.
func (p *slides) pill(width float64) []Element {
	s, w := p.s, p.pillWidth()
	words := p.words(wordMoment)
	return []Element{
		&Box{Rect: Rect{width - w, 0, w, 42}, Radius: 21, Fill: s.Text},
		diamond(Point{width - w + 26, 21}, 10, s.Surface, Stroke{}),
		&Run{X: width - w + 46, Y: 31, Text: words, Face: text.Bold, Size: presentLeast, Color: s.Surface, Width: text.Bold.Measure(words, presentLeast)},
	}
}
