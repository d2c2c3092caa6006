package scene

import (
	"strconv"

	"footpath/mapmodel"
	"footpath/render/text"
)

// cardView is all that a card's picture hangs on beside the card itself.
type cardView struct {
	card    *mapmodel.Card
	kind    mapmodel.LaneKind
	width   float64
	number  int    // of an opportunity, from 1
	letter  string // of an insight
	answers string // the letters of the insights an opportunity answers
	top     bool   // one of the top three opportunities
	whose   int    // the persona's number, from 1; 0 is everybody's
	source  *mapmodel.Evidence
	size    float64 // of the text, in points
	// height is the least height, so that the cards of a row are even.
	height float64
	// lines is how many lines of the text are shown; 0 is all. What is left out
	// stands under the number note on the pages of notes.
	lines, note int
	// shows are the pictures on the card, part how high they are, in parts of
	// their usual height, and more how many there is no room for.
	shows [mostPictures]shown
	part  float64
	more  int
	bare  bool // without a foot
}

// picture draws a card: a ground in its kind's tint, its bar, its words, and
// at its foot what its kind wants to be told.
func (s *Style) picture(v cardView, w Words) *Group { return s.draft(v, w).done(v.height) }

// draft is a card as high as it is by itself.
func (s *Style) draft(v cardView, w Words) *cardBuilder {
	b := &cardBuilder{s: s, v: v, w: w, tone: s.Tones[v.kind]}
	b.body()
	b.foot()
	return b
}

// done is the draft's picture, of a least height.
func (b *cardBuilder) done(least float64) *Group {
	b.stretch(least)
	b.ground()
	g := &Group{Role: CardRole, ID: b.v.card.ID, Size: Point{b.v.width, b.height}, Elements: append(b.under, b.over...), Body: b.text}
	if b.s.Paper {
		return g // nobody keeps pictures of it
	}
	return g.sealed()
}

type cardBuilder struct {
	s           *Style
	v           cardView
	w           Words
	tone        Tone
	under, over []Element
	text        *TextBox
	top         float64 // where the foot begins
	aside       float64 // how deep the marks beside the words reach
	height      float64
	short       bool // whether the words are cut short
	// rows draws the foot from a height on and gives its own; nil for none. It
	// was drawn for a card as high as natural, as the last elements from onFoot on.
	rows    func(y float64) float64
	natural float64
	onFoot  int
}

func (b *cardBuilder) add(e ...Element) { b.over = append(b.over, e...) }

// body sets the card's words and the marks beside them.
func (b *cardBuilder) body() {
	s, v := b.s, b.v
	left, right := s.PadLeft, v.width-s.PadRight
	size, face := v.size, text.Regular
	mid := b.pad() + size*s.Leading/2
	switch {
	case v.kind == mapmodel.LaneOpportunities && v.number > 0:
		c := Point{left + s.DiscR, mid + 0.5}
		if s.Paper { // no bar beside it
			c = Point{s.DiscR + 3, max(mid-0.5, s.DiscR+2.5)}
		}
		b.add(b.badge(c)...)
		if v.top {
			b.add(star(Point{c.X, c.Y + 2.1*s.DiscR}, 0.66*s.DiscR, s.Disc))
			b.aside = c.Y + 2.8*s.DiscR
		}
		left = c.X + s.DiscR + 0.8*s.Gap
	case v.kind == mapmodel.LaneInsights && v.letter != "" && s.Paper:
		c := Point{s.PadLeft + 3.2, max(mid, s.RingR+3)}
		half := max(s.RingR, text.Bold.Measure(v.letter, s.MetaSize)/2+2)
		c.X += half - s.RingR
		b.add(b.ring(c, half)...)
		left = c.X + half + 0.9*s.Gap
	case b.faced():
		c := Point{left + s.Face/2, mid + (s.Face-size*s.Leading)/2}
		b.add(s.face(c, s.Face, v.card.Emotion.Value, v.card.Level == mapmodel.Assumed)...)
		left += s.Face + s.Gap
	}
	if v.kind == mapmodel.LaneFeelings && s.Paper {
		face = text.Italic
	}
	if v.card.Level != "" && b.levelBeside() {
		b.add(s.evidence(Point{right - s.Dot/2 + 1.5, mid - 2}, s.Dot, v.card.Level)...)
		right -= s.Dot + 0.5*s.Gap
	}
	if v.whose > 0 {
		half, r := 0.32*size, 0.32*size
		if s.Paper { // where a disc alone marks evidence
			half = 0.62 * size
			b.add(s.curvePiece(Point{right - half, mid}, half, r, v.whose-1)...)
		} else {
			b.add(s.personaSign(Point{right - half, mid}, r, v.whose-1))
		}
		right -= 2*half + 0.75*s.Gap
	}
	words := v.card.Text
	if words == "" && s.Paper {
		words = v.card.Mood // on the screen the card's own words are edited here
	}
	set := breakText
	if s.Paper {
		set = s.wholeWords
	}
	b.text = set(words, face, size, s.Leading, left, b.pad(), max(right-left, size)).flush(right - left)
	if v.lines > 0 && len(b.text.Lines) > v.lines {
		b.short = true
		b.text.Lines = b.text.Lines[:max(v.lines-1, 1)]
		rest := "» " + strconv.Itoa(v.note)
		y := b.text.First + float64(len(b.text.Lines))*b.text.Step
		b.add(&Run{X: left, Y: y, Text: rest, Face: text.Bold, Size: s.MetaSize, Color: s.Second, Width: text.Bold.Measure(rest, s.MetaSize)})
		b.top = b.text.Step
	}
	b.add(b.text.runs(s.Text)...)
	b.top += b.pad() + b.text.Height()
	if s.Paper && v.card.Text != "" && v.card.Emotion.Known && s.longMood(v.card) {
		mood := breakText(v.card.Mood, text.Regular, s.MetaSize, s.Leading, left, b.top, max(right-left, size))
		b.add(mood.runs(s.Second)...)
		b.top += mood.Height()
	}
	if b.faced() {
		b.top = max(b.top, b.pad()+s.Face)
	}
	b.pictures()
}

// faced tells whether the card shows a face: on paper only one without words,
// since there the curve shows the feelings.
func (b *cardBuilder) faced() bool {
	return b.v.card.Emotion.Known && (!b.s.Paper || b.v.card.Text == "")
}

// pad is the room above and below a card's words; it shrinks with them.
func (b *cardBuilder) pad() float64 { return b.s.PadY * b.v.size / b.s.CardSize }

// levelBeside tells whether the evidence level stands beside the text: on
// paper; an insight has it at its foot, beside its source. On the screen only
// insights say it, and dashes in the curve.
func (b *cardBuilder) levelBeside() bool {
	return b.s.Paper && (b.v.kind != mapmodel.LaneInsights || b.v.bare)
}

func (b *cardBuilder) badge(c Point) []Element {
	number := strconv.Itoa(b.v.number)
	size := 1.2 * b.s.DiscR
	if len(number) > 2 {
		size = 0.9 * b.s.DiscR
	}
	disc := &Path{Segments: Circle(c, b.s.DiscR), Fill: b.s.Disc}
	return append([]Element{disc}, outlined(number, text.Bold, size, c, b.s.DiscInk)...)
}

// ring is an insight's letter in a ring, drawn wide where there are several.
func (b *cardBuilder) ring(c Point, half float64) []Element {
	ink, r := b.s.RingInk, b.s.RingR
	ring := &Box{Rect: Rect{c.X - half, c.Y - r, 2 * half, 2 * r}, Radius: r, Fill: b.s.Surface, Stroke: Stroke{Color: ink, Width: 0.7 * b.s.Weight}}
	return append([]Element{ring}, outlined(b.v.letter, text.Bold, b.s.MetaSize, c, ink)...)
}

// centred is a short text around a point.
func centred(s string, face text.Face, size float64, c Point, color Color) *Run {
	w := face.Measure(s, size)
	return &Run{X: c.X - w/2, Y: c.Y + size*0.357, Text: s, Face: face, Size: size, Color: color, Width: w} // 0.714 em is a capital's height
}

// ground draws what lies under the words, once the height is known.
func (b *cardBuilder) ground() {
	s, w := b.s, b.v.width
	line := Stroke{}
	if b.tone.Outline.A > 0 {
		line = Stroke{Color: b.tone.Outline, Width: s.CardLine}
	}
	radius := s.Radius
	if b.v.kind == mapmodel.LaneOpportunities && s.Paper {
		radius = 3
		b.under = append(b.under, &Box{Rect: Rect{0, 0, w, b.height}, Radius: radius, Fill: b.tone.Fill, Stroke: line})
		return
	}
	b.under = append(b.under,
		&Box{Rect: Rect{0, 0, w, b.height}, Radius: radius, Fill: b.tone.Fill, Stroke: line},
		barOf(b.height, s.Bar, radius, b.tone.Bar))
	if b.tone.Edge {
		b.under = append(b.under, &Path{
			Segments: Polyline(false, Point{s.Bar + 0.5, 0.5}, Point{s.Bar + 0.5, b.height - 0.5}),
			Stroke:   Stroke{Color: s.Second, Width: s.CardLine},
		})
	}
}

// barOf is the bar at a card's left edge, round where the card is.
func barOf(height, width, radius float64, c Color) Element {
	r := min(radius, height/2, width)
	k := r * (1 - kappa)
	return &Path{Fill: c, Segments: []Segment{
		{Op: Move, A: Point{r, 0}},
		{Op: Line, A: Point{width, 0}},
		{Op: Line, A: Point{width, height}},
		{Op: Line, A: Point{r, height}},
		{Op: Curve, A: Point{k, height}, B: Point{0, height - k}, C: Point{0, height - r}},
		{Op: Line, A: Point{0, r}},
		{Op: Curve, A: Point{0, k}, B: Point{k, 0}, C: Point{r, 0}},
		{Op: Close},
	}}
}
