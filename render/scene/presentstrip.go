package scene

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"footpath/mapmodel"
	"footpath/render/text"
)

// stripHigh is the height of the strip: less where nobody has said how anything
// feels.
func (p *slides) stripHigh() float64 {
	for card := range p.m.Cards() {
		if card.Emotion.Known && !card.Column.IsZero() {
			return slideStrip
		}
	}
	return slideStages
}

// strip draws the whole curve over all stages along the foot, the current stage
// shaded.
func (p *slides) strip() {
	s := p.s
	high := p.stripHigh()
	top, left := p.size.Y-high, s.Margin
	width := p.size.X - 2*s.Margin
	p.stripGrid(left, width)
	here := Span{}
	for _, span := range p.page.Grid.Stages {
		if p.stage != nil && span.ID == p.stage.ID {
			here = span
		}
	}
	out := []Element{
		&Box{Rect: Rect{0, 0, p.size.X, high}, Fill: s.Surface},
		&Path{Segments: Polyline(false, Point{0, 0}, Point{p.size.X, 0}), Stroke: Stroke{Color: s.Hairline, Width: s.CardLine}},
	}
	zero := 53.0
	if high == slideStrip {
		if here.W > 0 {
			out = append(out, &Box{Rect: Rect{here.X, 1, here.W, high - 75}, Fill: s.Accent.Mix(s.Surface, 0.14)})
		}
		out = append(out, &Path{
			Segments: Polyline(false, Point{left, zero}, Point{left + width, zero}),
			Stroke:   Stroke{Color: s.Border, Width: 2, Dash: []float64{8, 6}},
		})
		out = append(out, p.stripCurves(zero)...)
	}
	out = append(out, p.stripStages(here, high-72)...)
	p.place(Rect{0, top, p.size.X, high}, CurveRole, out...)
	p.page.Grid = Grid{} // a slide is not walked about in
}

// stripGrid gives each stage the same part of the strip, and its steps the same
// parts of that.
func (p *slides) stripGrid(left, width float64) {
	n := 0
	for range p.m.Stages() {
		n++
	}
	p.only = nil
	p.columns(left, func(int, int) float64 { return width / float64(max(n, 1)) })
}

// stripCurves draws the personas' curves, the main one's on top.
func (p *slides) stripCurves(zero float64) []Element {
	people := []mapmodel.ID{}
	for who := range p.m.Personas() {
		people = append(people, who.ID)
	}
	if len(people) == 0 {
		people = append(people, mapmodel.ID{})
	}
	var lines, marks []Element
	for nth := len(people) - 1; nth >= 0; nth-- {
		points := p.stripPoints(people[nth], zero)
		lines = append(lines, p.stripLine(points, nth)...)
		for _, at := range points {
			marks = append(marks, p.stripMark(at, nth)...)
		}
	}
	return append(lines, marks...)
}

// stripPoint is a feeling on the strip; gap as mapmodel.EmotionPoint has it.
type stripPoint struct {
	at   Point
	card *mapmodel.Card
	gap  bool
}

func (p stripPoint) assumed() bool { return p.card.Level == mapmodel.Assumed }

// stripPoints are the places of a persona's feelings, from left to right: a
// stage's own stand among those of its steps.
func (p *slides) stripPoints(persona mapmodel.ID, zero float64) []stripPoint {
	const unit = 17.5
	at := map[mapmodel.ID]Rect{}
	for _, c := range p.page.Grid.Columns {
		at[c.ID] = Rect{X: c.X, W: c.W}
	}
	for _, span := range p.page.Grid.Stages {
		at[span.ID] = Rect{X: span.X, W: span.W}
	}
	var out []stripPoint
	for _, felt := range p.m.EmotionPoints(persona) {
		c := at[felt.Column]
		out = append(out, stripPoint{Point{c.X + c.W*felt.At, zero - unit*float64(felt.Value)}, felt.Card, felt.Gap})
	}
	slices.SortStableFunc(out, func(a, b stripPoint) int { return cmp.Compare(a.at.X, b.at.X) })
	for i := 1; i < len(out); i++ { // the curve runs on from each to the next
		out[i].at.X = max(out[i].at.X, out[i-1].at.X+0.5)
	}
	return out
}

// stripLine joins points: a gap where nobody knows, dashes where a feeling is
// only assumed.
func (p *slides) stripLine(points []stripPoint, nth int) []Element {
	s := p.s
	var out []Element
	for start := 0; start < len(points); {
		end := start + 1
		for end < len(points) && !points[end].gap {
			end++
		}
		run := make([]Point, 0, end-start)
		for _, at := range points[start:end] {
			run = append(run, at.at)
		}
		pieces := Monotone(run)
		for i := 1; i < len(pieces); i++ {
			line := Stroke{Color: s.Curves[nth%len(s.Curves)], Width: s.CurveStroke, Round: true}
			if nth > 0 {
				line.Width *= thinner
			}
			if points[start+i-1].assumed() || points[start+i].assumed() {
				line.Dash, line.Round = []float64{12, 8}, false
			}
			out = append(out, &Path{Segments: []Segment{{Op: Move, A: run[i-1]}, pieces[i]}, Stroke: line})
		}
		start = end
	}
	return out
}

// stripMark draws a point of the curve: a disc in the feeling's colour, hollow
// where it is assumed, in a diamond for a moment of truth; the marks of the page's curve
// for personas other than the main one.
func (p *slides) stripMark(at stripPoint, nth int) []Element {
	s, c := p.s, at.at
	if nth > 0 {
		return p.otherMark(c, nth)
	}
	fill := s.Faces[at.card.Emotion.Value+2]
	switch {
	case at.card.Moment:
		return []Element{diamond(c, 17, s.Surface, Stroke{Color: s.Text, Width: 3}), &Path{Segments: Circle(c, 7), Fill: fill}}
	case at.assumed():
		return []Element{&Path{Segments: Circle(c, 9), Fill: s.Surface, Stroke: Stroke{Color: s.Second, Width: 3, Dash: []float64{5, 3}}}}
	}
	return []Element{&Path{Segments: Circle(c, 10), Fill: fill, Stroke: Stroke{Color: s.Surface, Width: 3}}}
}

// thinner is how wide the curves of personas other than the main one are, in
// times the main one's.
const thinner = 0.64

// otherMark is a point of a curve other than the main persona's.
func (p *slides) otherMark(c Point, nth int) []Element {
	return []Element{p.s.otherMark(c, nth, 6, 2.5)}
}

// stripName is a stage's number and as much of its name as a width has room for:
// all of it, its beginning, or nothing where that would tell nothing.
func stripName(number, name string, face text.Face, width float64) string {
	const letters = 4 // of a name that tell something
	long := number + "  " + name
	room := width - face.Measure(number+"  ", presentLeast)
	switch {
	case name == "":
		return number
	case face.Measure(long, presentLeast) <= width:
		return long
	case room < letters*presentLeast/2:
		return number
	}
	short := strings.TrimSpace(face.Break(name, presentLeast, room-face.Measure(ellipsis, presentLeast))[0].Text) + ellipsis
	if utf8.RuneCountInString(short) <= letters || face.Measure(short, presentLeast) > room {
		return number
	}
	return number + "  " + short
}

// stripStages draws a chevron for each stage, with its number, and its name as
// far as there is room.
func (p *slides) stripStages(here Span, y float64) []Element {
	s := p.s
	const high, point = 54.0, 16.0
	spans := p.page.Grid.Stages
	var out []Element
	var current []Element
	for i, span := range spans {
		x, w := span.X, span.W
		notch, tip := point, point
		if w < 4*point { // too narrow for arrows
			notch, tip = 0, 0
		}
		mid, last := y+high/2, i == len(spans)-1
		corners := []Point{{x, y}, {x + w - tip, y}, {x + w, mid}, {x + w - tip, y + high}, {x, y + high}}
		if last || tip == 0 {
			corners = []Point{{x, y}, {x + w, y}, {x + w, y + high}, {x, y + high}}
		}
		if i > 0 && notch > 0 {
			corners = append(corners, Point{x + notch, mid})
		}
		fill, ink, face, edge := s.Surface, s.Second, text.Regular, s.Border
		if span.ID == here.ID && here.W > 0 {
			fill, ink, face, edge = s.Chevron[0], s.ChevronText, text.Bold, s.Chevron[0]
		}
		g := []Element{&Path{Segments: Polyline(true, corners...), Fill: fill, Stroke: Stroke{Color: edge, Width: 2}}}
		words := strconv.Itoa(i + 1)
		if stage := mapmodel.Find[*mapmodel.Stage](p.m, span.ID); stage != nil {
			words = stripName(words, stage.Name, face, w-notch-tip-8) // letters reach a little into the tip
		}
		long := face.Measure(words, presentLeast)
		if left := min(notch+18, (w-long)/2+notch/4); long+4 <= w {
			g = append(g, &Run{X: x + left, Y: mid + 0.357*presentLeast, Text: words, Face: face, Size: presentLeast, Color: ink, Width: long})
		}
		if ink == s.ChevronText {
			current = g
			continue
		}
		out = append(out, g...)
	}
	return append(out, current...) // its edge lies over the others'
}
