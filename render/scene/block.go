package scene

import (
	"cmp"

	"footpath/mapmodel"
)

// fill lays out a cell's cards, one below the other, but for those that a sieve
// leaves out; pictures of the same in the block before are taken over.
func (w *work) fill(cell *mapmodel.Cell, column mapmodel.ID, lane *mapmodel.Lane, first int, width float64, by sifted, before *Block) *Block {
	b := &Block{Column: column, Lane: lane.ID, Cards: make([]Placed, 0, cell.Len()), views: make([]cardView, 0, cell.Len())}
	y, number := w.cellPad(), first-1
	for card := range cell.Cards() {
		number++
		if by.leftOut(card) {
			continue
		}
		v := w.view(card, lane.LaneKind, width-2*w.cellPad(), number)
		g := before.picture(v, len(b.Cards))
		if g == nil {
			g = w.s.picture(v, w.words)
		}
		b.views = append(b.views, v)
		b.Cards = append(b.Cards, Placed{g, Point{w.cellPad(), y}})
		y += g.Size.Y + w.gap()
	}
	b.Size = Point{X: width}
	if len(b.Cards) > 0 {
		b.Size.Y = y - w.gap() + w.cellPad()
	}
	return b
}

// drafts are the first cards of a cell on paper, as many as the page has room
// for, before the heights of their rows are known.
func (w *work) drafts(cell *mapmodel.Cell, lane *mapmodel.Lane, width float64) []*cardBuilder {
	across := float64(w.across(cell, lane.LaneKind, width))
	each := (width - 2*w.cellPad() - w.gap()*(across-1)) / across
	first := w.deck.firsts[cell]
	var out []*cardBuilder
	for card := range cell.Cards() {
		if w.room.cards > 0 && len(out) == w.room.cards {
			break
		}
		d := w.s.draft(w.view(card, lane.LaneKind, each, first+len(out)), w.words)
		if w.brief && d.short && lane.LaneKind == mapmodel.LaneInsights {
			d.v.bare = true
			d = w.s.draft(d.v, w.words)
		}
		out = append(out, d)
	}
	return out
}

// even lays out a cell for paper, in rows of these heights.
func (w *work) even(cell *mapmodel.Cell, column mapmodel.ID, lane *mapmodel.Lane, width float64, drafts []*cardBuilder, heights []float64) *Block {
	b := &Block{Column: column, Lane: lane.ID}
	across := w.across(cell, lane.LaneKind, width)
	y := w.cellPad()
	for i, d := range drafts {
		if i > 0 && i%across == 0 {
			y += heights[i/across-1] + w.gap()
		}
		if d.short {
			v := d.v
			v.note = w.book.note(v.card, d.unsaid()...)
			d = w.s.draft(v, w.words)
		}
		x := w.cellPad() + float64(i%across)*(d.v.width+w.gap())
		b.Cards = append(b.Cards, Placed{d.done(heights[i/across]), Point{x, y}})
	}
	y += heights[(len(drafts)-1)/across]
	b.Size = Point{width, y + w.cellPad()}
	if len(drafts) < cell.Len() {
		b.rest(w, cell, len(drafts), y+w.gap())
	}
	return b
}

// across is how many cards stand side by side in a cell of a lane: on paper two
// in wide ones. Tasks and feelings always stack, since their order is time.
func (w *work) across(cell *mapmodel.Cell, kind mapmodel.LaneKind, width float64) int {
	if !w.s.Paper || cell.Len() < 2 {
		return 1
	}
	switch kind {
	case mapmodel.LaneTouchpoints, mapmodel.LaneInsights:
		if width >= 67*mm {
			return 2
		}
	case mapmodel.LaneOpportunities:
		if width >= 95*mm {
			return 2
		}
	}
	return 1
}

// picture is the picture of a card that an earlier layout of the cell has made,
// wherever the card stood; nil where there is none.
func (b *Block) picture(v cardView, i int) *Group {
	if b == nil {
		return nil
	}
	for _, at := range []int{i, i - 1, i + 1} { // where a card is after one was added or removed
		if at >= 0 && at < len(b.views) && b.views[at] == v {
			return b.Cards[at].Group
		}
	}
	return nil
}

// gap and cellPad shrink with the cards' type.
func (w *work) gap() float64     { return w.s.Gap * w.size / w.s.CardSize }
func (w *work) cellPad() float64 { return w.s.CellPad * w.size / w.s.CardSize }

// view gathers what a card's picture hangs on.
func (w *work) view(card *mapmodel.Card, kind mapmodel.LaneKind, width float64, number int) cardView {
	v := cardView{card: card, kind: kind, width: width, size: w.size, lines: w.room.lines}
	v.shows, v.more = w.shows(card)
	v.whose = w.whose(card)
	if v.shows[0].image != nil {
		v.part = cmp.Or(w.room.pictures, 1) // the board has room for all
	}
	switch kind {
	case mapmodel.LaneOpportunities:
		v.number, v.bare = number, w.bareActions()
		v.top = w.deck.top[card.ID]
		v.answers = w.deck.letters(card.Answers)
	case mapmodel.LaneInsights:
		v.letter = letter(number)
		if len(card.Evidence) > 0 {
			v.source = mapmodel.Find[*mapmodel.Evidence](w.m, card.Evidence[0])
		}
	}
	return v
}

// whose is the number of a card's persona, from 1, where the card is to tell it:
// it is one's, there are others, and the head shows whose which curve is.
func (w *work) whose(card *mapmodel.Card) int {
	if card.Persona.IsZero() || w.people == nil || w.people.Len() < 2 || w.s.Paper && !w.has(mapmodel.LaneCurve) {
		return 0
	}
	return w.people.Index(card.Persona) + 1
}

// bareActions tells whether opportunities say who and how much in their list
// alone.
func (w *work) bareActions() bool { return w.brief && w.book.closes }

// CardGroup lays out one card as it stands in its cell, with the text given in
// place of its own: what an editor shows while a person types. Width is that of
// its column.
func (l *Layouter) CardGroup(m *mapmodel.Map, card *mapmodel.Card, lane mapmodel.LaneKind, width float64, number int) *Group {
	w := &work{Layouter: l, m: m, s: l.style, size: l.style.CardSize}
	return l.style.picture(w.view(card, lane, width-2*l.style.CellPad, number), l.words)
}
