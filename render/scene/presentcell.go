package scene

import (
	"strconv"

	"footpath/mapmodel"
	"footpath/render/text"
)

// flows tells the kinds of lanes whose cards stand side by side wherever they
// fit, and pairs those in which two do where a cell is wide. In the others,
// order is time: there cards stand one below the other.
func flows(kind mapmodel.LaneKind) bool {
	return kind == mapmodel.LaneTouchpoints || kind == mapmodel.LanePhysical
}

func pairs(kind mapmodel.LaneKind) bool {
	switch kind {
	case mapmodel.LaneFeelings, mapmodel.LaneInsights, mapmodel.LaneOpportunities, mapmodel.LanePains:
		return true
	}
	return false
}

// cell sets the cards of a cell from x on, in rows; room is the height of a
// slide's content. A card that is higher goes on as a further one.
func (p *slides) cell(cell *mapmodel.Cell, lane *mapmodel.Lane, x, width, room float64) []slideRows {
	var out []slideRows
	var row []*slideText
	used, abreast := 0.0, 1
	if pairs(lane.LaneKind) && width >= slideWide && cell.Len() > 1 {
		abreast = 2
	}
	flush := func() {
		if len(row) > 0 {
			out = append(out, p.row(row, x, width, used, abreast))
		}
		row, used = nil, 0
	}
	narrow := (width - slideRow*float64(abreast-1)) / float64(abreast)
	for i := range cell.Len() {
		t := p.text(cell.Card(i), lane, cell, i)
		if t.set(narrow); t.height() > room {
			flush()
			for _, piece := range t.pieces(width, room) {
				out = append(out, p.row([]*slideText{piece}, x, width, 0, 1))
			}
			continue
		}
		if !flows(lane.LaneKind) {
			if len(row) == abreast {
				flush()
			}
			row = append(row, t)
			continue
		}
		need := t.natural()
		if len(row) > 0 && used+slideGap+need > width {
			flush()
		}
		if len(row) > 0 {
			used += slideGap
		}
		row, used = append(row, t), used+need
	}
	flush()
	return out
}

// row places cards beside each other: as wide as they must be, and what is left
// shared out; or each as wide as the others.
func (p *slides) row(cards []*slideText, x, width, used float64, abreast int) slideRows {
	var out slideRows
	more := 0.0
	if used > 0 {
		more = max(width-used, 0) / float64(len(cards))
	}
	for _, t := range cards {
		w := (width - slideRow*float64(abreast-1)) / float64(abreast)
		gap := slideRow
		if used > 0 {
			w, gap = min(t.natural()+more, width), slideGap
		}
		t.set(w)
		out.cards = append(out.cards, slideCard{id: t.card.ID, role: CardRole, x: x, w: w, high: t.height(), draw: t.draw})
		out.high = max(out.high, t.height())
		x += w + gap
	}
	return out
}

// slideText is a card with its words set.
type slideText struct {
	p      *slides
	card   *mapmodel.Card
	kind   mapmodel.LaneKind
	number int
	letter string
	shows  [mostPictures]shown
	more   int

	left, right float64 // the room beside the words that marks take
	width       float64
	mood, body  *TextBox // the mood above the words; nil for none
	owner       string   // whose feeling it is, where a map has several personas
	first       bool     // false for what goes on from the slide before
	pictures    []Element
	high        float64 // of the pictures
}

// text takes a card in.
func (p *slides) text(card *mapmodel.Card, lane *mapmodel.Lane, cell *mapmodel.Cell, nth int) *slideText {
	t := &slideText{p: p, card: card, kind: lane.LaneKind, first: true}
	t.shows, t.more = p.shows(card)
	if n := p.deck.firsts[cell]; n > 0 {
		t.number = n + nth
	}
	if t.kind == mapmodel.LaneInsights {
		t.letter = p.deck.ids[card.ID]
	}
	if p.people.Len() > 1 {
		if who := mapmodel.Find[*mapmodel.Persona](p.m, card.Persona); who != nil {
			t.owner = who.Name
		}
	}
	s := p.s
	t.left, t.right = s.PadLeft, s.PadRight
	switch {
	case t.kind == mapmodel.LaneFeelings && card.Emotion.Known:
		t.left = 148
	case t.kind == mapmodel.LaneTouchpoints && card.Channel != "":
		t.left = 66
	case t.letter != "":
		t.left = 80 + max(t.ringHalf()-s.RingR, 0)*2
	case t.kind == mapmodel.LaneOpportunities && t.number > 0:
		t.left = 78 + max(t.discHalf()-s.DiscR, 0)*2
	case card.Emotion.Known:
		t.left = 20 + s.Face + 14
	}
	if t.marked() {
		t.right = 72
	}
	return t
}

// marked tells whether a mark stands at the card's right end: why the customer
// is there, one of the top three, or how far there is evidence.
func (t *slideText) marked() bool {
	return t.p.markOf(t.card, t.kind) != ""
}

// ringHalf and discHalf are half the widths of the ring around a letter and of
// the disc under a number: round, or longer for more signs.
func (t *slideText) ringHalf() float64 {
	return max(t.p.s.RingR, text.Bold.Measure(t.letter, presentLeast)/2+10)
}

func (t *slideText) discHalf() float64 {
	return max(t.p.s.DiscR, text.Bold.Measure(strconv.Itoa(t.number), presentLeast)/2+10)
}

// natural is the width in which the words need one line.
func (t *slideText) natural() float64 {
	w := text.Regular.Measure(t.words(), t.p.s.CardSize)
	if t.shows[0].image != nil {
		w = max(w, t.p.s.PictureHigh*1.5)
	}
	return t.left + w + t.right + 1
}

// words are the card's: a feeling is told as it was said.
func (t *slideText) words() string {
	if t.kind == mapmodel.LaneFeelings {
		return t.p.quoted(t.card.Text)
	}
	if t.card.Text == "" {
		return t.card.Mood
	}
	return t.card.Text
}

// set breaks the words for a width.
func (t *slideText) set(width float64) {
	if width == t.width && t.body != nil {
		return
	}
	s := t.p.s
	t.width = width
	room := max(width-t.left-t.right, s.CardSize)
	face := text.Regular
	if t.kind == mapmodel.LaneFeelings {
		face = text.Italic
		said := t.card.Mood
		if t.card.Emotion.Known {
			said = signed(t.card.Emotion.Value) + "  " + said
		}
		if t.mood = nil; said != "" {
			t.mood = breakText(said, text.Bold, slideFeeling, slideMoodLine/slideFeeling, t.left, 0, room).flush(room)
		}
	}
	t.body = breakText(t.words(), face, s.CardSize, s.Leading, t.left, 0, room).flush(room)
	if t.words() == "" && (t.mood != nil || t.shows[0].image != nil) {
		t.body.Lines = nil
	}
	t.pictures, t.high = s.pictures(t.shows, t.more, t.p.words, Point{t.left, 0}, room, s.PictureHigh)
}

// block is the height of the card's words and pictures.
func (t *slideText) block() float64 {
	high := t.body.Height() + t.high
	if t.mood != nil {
		high += t.mood.Height()
	}
	if t.owner != "" {
		high += 36
	}
	return high
}

// height is what the card needs.
func (t *slideText) height() float64 {
	least := slideCardLeast
	if t.kind == mapmodel.LaneFeelings && t.card.Emotion.Known && t.first {
		least = slideFace + 50
	}
	return max(least, t.block()+2*t.p.s.PadY)
}

// pieces parts a card that is higher than a slide between its lines; whose
// feeling it is stands under the last of them, as it does under a whole card.
func (t *slideText) pieces(width, room float64) []*slideText {
	t.set(width)
	rest := *t
	rest.mood, rest.first, rest.pictures, rest.high = nil, false, nil, 0
	rest.shows = [mostPictures]shown{}
	first := *t
	first.pictures, first.high, first.shows = nil, 0, rest.shows
	var out []*slideText
	lines := t.body.Lines
	take := func(as slideText, least int) {
		as.body = &TextBox{}
		n := int((room - 2*t.p.s.PadY - as.block()) / slideLine)
		n = min(max(n, least), len(lines))
		body := *t.body
		body.Lines = lines[:n]
		lines = lines[n:]
		as.body = &body
		out = append(out, &as)
	}
	take(first, 0)
	for len(lines) > 0 {
		take(rest, 1)
	}
	for _, before := range out[:len(out)-1] {
		before.owner = ""
	}
	if t.high > 0 {
		shown := rest
		shown.owner = ""
		shown.pictures, shown.high, shown.shows, shown.more = t.pictures, t.high, t.shows, t.more
		take(shown, 0)
	}
	return out
}
