package scene

import "footpath/mapmodel"

// Sieve is what the board's cards are filtered by: the emotion curve is drawn of
// those that pass alone.
type Sieve struct {
	// Passes tells of a card as it is, without regard to others.
	Passes func(*mapmodel.Card) bool
	// Hides is true where the others are left out of their cells, which close up.
	Hides bool
}

// sifted is what a lane's cells hang on beside their cards: the sieve, if it hides
// any, and the card that stays all the same.
type sifted struct {
	by     *Sieve
	spared mapmodel.ID
	column mapmodel.ID // in which it stands
}

// sifted is what the cards of a lane are sifted by; the inbox has no lane.
func (w *work) sifted(lane mapmodel.ID) sifted {
	by := w.sheet.Sieve
	if by == nil || !by.Hides {
		return sifted{}
	}
	out := sifted{by: by}
	if c := mapmodel.Find[*mapmodel.Card](w.m, w.sheet.Spared); c != nil && c.Lane == lane && !by.Passes(c) {
		out.spared, out.column = c.ID, c.Column
	}
	return out
}

// alike tells whether a column's cells are sifted alike.
func (a sifted) alike(b sifted, column mapmodel.ID) bool {
	return a == b || a.by == b.by && a.column != column && b.column != column
}

// leftOut tells whether a card has no place on the board.
func (a sifted) leftOut(card *mapmodel.Card) bool {
	return a.by != nil && card.ID != a.spared && !a.by.Passes(card)
}

// passing is how many cards of a lane pass a sieve. A list of cells is never
// altered, so it holds as long as both are the same.
type passing struct {
	cells **mapmodel.Cell // the first of the list
	by    *Sieve
	cards int
}

// passing is how many of a lane's cards pass the sieve; only where there is one.
func (w *work) passing(nth int) int {
	cells, by := w.table[nth], w.sheet.Sieve
	if len(cells) == 0 {
		return 0
	}
	id := w.lanes[nth].ID
	if p := w.passed[id]; p.by == by && p.cells == &cells[0] {
		return p.cards
	}
	p := passing{cells: &cells[0], by: by}
	for _, cell := range cells {
		for card := range cell.Cards() {
			if by.Passes(card) {
				p.cards++
			}
		}
	}
	w.passed[id] = p
	return p.cards
}
