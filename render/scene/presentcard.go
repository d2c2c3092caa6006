package scene

import (
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// draw draws the card as high as its row.
func (t *slideText) draw(high float64) []Element {
	if t.kind == mapmodel.LaneFeelings {
		return append(t.feelingGround(high), t.content(high)...)
	}
	s := t.p.s
	tone := s.Tones[t.kind]
	line := Stroke{}
	if tone.Outline.A > 0 {
		line = Stroke{Color: tone.Outline, Width: s.CardLine}
	}
	if t.kind == mapmodel.LaneOpportunities {
		out := []Element{&Box{Rect: Rect{0, 0, t.width, high}.Inset(s.CardLine / 2), Radius: 8, Fill: tone.Fill, Stroke: line}}
		return append(out, t.content(high)...)
	}
	out := []Element{&Box{Rect: Rect{0, 0, t.width, high}, Radius: s.Radius, Fill: tone.Fill, Stroke: line}, barOf(high, s.Bar, s.Radius, tone.Bar)}
	if tone.Edge {
		out = append(out, &Path{
			Segments: Polyline(false, Point{s.Bar + 1, 1}, Point{s.Bar + 1, high - 1}),
			Stroke:   Stroke{Color: s.Second, Width: s.CardLine},
		})
	}
	return append(out, t.content(high)...)
}

// feelingGround is a plain ground with the face on it, in a diamond where the
// feeling is a moment of truth.
func (t *slideText) feelingGround(high float64) []Element {
	s, c := t.p.s, t.card
	out := []Element{&Box{Rect: Rect{0, 0, t.width, high}.Inset(s.CardLine / 2), Radius: 8, Fill: s.Surface, Stroke: Stroke{Color: s.Hairline, Width: s.CardLine}}}
	if !c.Emotion.Known || !t.first {
		return out
	}
	mid := Point{72, min(high/2, 120)}
	size := slideFace
	if c.Moment {
		out = append(out, diamond(mid, s.Diamond, s.Surface, Stroke{Color: s.Text, Width: 3}))
		size = 72
	}
	return append(out, s.face(mid, size, c.Emotion.Value, c.Level == mapmodel.Assumed)...)
}

// content draws words and marks in the middle of the card's height.
func (t *slideText) content(high float64) []Element {
	s := t.p.s
	var out []Element
	y := (high - t.block()) / 2
	put := func(b *TextBox, ink Color) {
		placed := *b
		placed.First += y
		out = append(out, placed.runs(ink)...)
		y += b.Height()
	}
	if t.mood != nil && t.first {
		put(t.mood, s.Text)
	}
	put(t.body, s.Text)
	if t.owner != "" {
		put(breakText(t.owner, text.Regular, presentLeast, 36.0/presentLeast, t.left, 0, t.width-t.left-t.right), s.Second)
	}
	for _, e := range t.pictures {
		out = append(out, below(e, y))
	}
	mid := min(high/2, 54)
	if t.kind == mapmodel.LaneFeelings || !t.first {
		return out
	}
	return append(out, t.marks(mid)...)
}

// below is an element further down; pictures and their frames are all there is.
func below(e Element, by float64) Element {
	switch e := e.(type) {
	case *Box:
		c := *e
		c.Y += by
		return &c
	case *Picture:
		c := *e
		c.Y += by
		return &c
	case *Run:
		c := *e
		c.Y += by
		return &c
	}
	return e
}

// marks are what stands to the left and right of the words.
func (t *slideText) marks(mid float64) []Element {
	s, c := t.p.s, t.card
	var out []Element
	switch {
	case t.kind == mapmodel.LaneTouchpoints && c.Channel != "":
		out = append(out, icon(channelIcon(c.Channel), Point{20, mid - s.Glyph/2}, s.Glyph, s.Second))
	case t.letter != "":
		half := t.ringHalf()
		out = append(out, &Box{Rect: Rect{25, mid - s.RingR, 2 * half, 2 * s.RingR}, Radius: s.RingR, Fill: s.Surface, Stroke: Stroke{Color: s.RingInk, Width: 3}})
		out = append(out, outlined(t.letter, text.Bold, presentLeast, Point{25 + half, mid}, s.RingInk)...)
	case t.kind == mapmodel.LaneOpportunities && t.number > 0:
		half := t.discHalf()
		out = append(out, &Box{Rect: Rect{22, mid - s.DiscR, 2 * half, 2 * s.DiscR}, Radius: s.DiscR, Fill: s.Disc})
		out = append(out, outlined(strconv.Itoa(t.number), text.Bold, presentLeast, Point{22 + half, mid}, s.DiscInk)...)
	case c.Emotion.Known:
		out = append(out, s.face(Point{20 + s.Face/2, mid}, s.Face, c.Emotion.Value, c.Level == mapmodel.Assumed)...)
	}
	right := t.width
	switch {
	case t.kind == mapmodel.LaneTouchpoints && c.Reason != "":
		out = append(out, s.reason(Point{right - 18 - s.Mark, mid - s.Mark/2}, s.Mark, c.Reason)...)
	case t.kind == mapmodel.LaneOpportunities && t.p.deck.top[c.ID]:
		out = append(out, star(Point{right - 36, mid}, 19, s.Disc))
	case c.Level != "":
		out = append(out, s.evidence(Point{right - 34, mid}, s.Dot, c.Level)...)
	}
	return out
}

// quoted puts what somebody said in quotation marks, unless it has its own.
func (p *slides) quoted(said string) string {
	if said == "" || strings.ContainsAny(said[:1], `"'`) || strings.ContainsRune("“„‚‘«»「『", []rune(said)[0]) {
		return said
	}
	return p.words.fill(wordQuote, "said", said)
}
