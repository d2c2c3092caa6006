package scene

import (
	"slices"
	"strconv"

	"footpath/mapmodel"
	"footpath/render/text"
)

// keptInbox is the inbox of the layout before, for as long as its cards and the
// page's width stay.
type keptInbox struct {
	cell, pictures *mapmodel.Cell
	right          float64
	sifted         sifted
	block          *Block
	back           *Group
}

// inboxCardW is the width of a card in the inbox.
const inboxCardW = 232

// inbox places the cards that stand nowhere yet below the map, and gives the
// lower edge.
func (w *work) inbox(y, right float64) float64 {
	cell := w.m.Inbox()
	if cell.Len() == 0 {
		return y
	}
	k, by := &w.unplaced, w.sifted(mapmodel.ID{})
	if k.cell != cell || k.pictures != w.pictures || k.right != right || k.sifted != by {
		*k = keptInbox{cell: cell, pictures: w.pictures, right: right, sifted: by}
		w.makeInbox(k)
	}
	w.page.Back = append(w.page.Back, Placed{k.back, Point{0, y}})
	w.page.Grid.Inbox = Rect{w.s.LaneW, y, right - w.s.LaneW, k.block.Size.Y}
	w.page.Cells = append(w.page.Cells, PlacedCell{k.block, Point{0, y}})
	return y + k.block.Size.Y
}

func (w *work) makeInbox(k *keptInbox) {
	s := w.s
	k.block = &Block{}
	from := s.LaneW + s.CellPad
	x, top, rowHigh := from, s.CellPad, 0.0
	for card := range k.cell.Cards() {
		if k.sifted.leftOut(card) {
			continue
		}
		g := w.inboxCard(card, inboxCardW)
		if x+inboxCardW > k.right && x > from {
			x, top, rowHigh = from, top+rowHigh+s.Gap, 0
		}
		k.block.Cards = append(k.block.Cards, Placed{g, Point{x, top}})
		rowHigh = max(rowHigh, g.Size.Y)
		x += inboxCardW + s.Gap
	}
	high := max(top+rowHigh+s.CellPad, s.Inbox)
	k.block.Size = Point{k.right, high}
	title, hint, count := w.words(wordInbox), w.words(wordNotPlaced), strconv.Itoa(k.cell.Len())
	tw := text.Bold.Measure(title, s.LaneSize)
	chip := max(text.Bold.Measure(count, s.MetaSize)+11, 18)
	k.back = (&Group{Role: InboxRole, Size: Point{k.right, high}, Elements: []Element{
		&Box{Rect: Rect{0, 0, k.right, high}, Fill: s.Canvas},
		&Box{Rect: Rect{0, 0, s.LaneW, high}, Fill: s.LaneHead},
		icon(inboxIcon, Point{16, 13}, 16, s.Text),
		&Run{X: 40, Y: 26, Text: title, Face: text.Bold, Size: s.LaneSize, Color: s.Text, Width: tw},
		&Box{Rect: Rect{48 + tw, 12, chip, 18}, Radius: 9, Fill: s.Accent},
		centred(count, text.Bold, s.MetaSize, Point{48 + tw + chip/2, 21}, s.inkOn(s.Accent)),
		&Run{X: 40, Y: 45, Text: hint, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: text.Regular.Measure(hint, s.MetaSize)},
	}}).sealed()
}

const inboxIcon = "M2 9.2 L5.6 9.2 C5.6 10.6 6.6 11.5 8 11.5 C9.4 11.5 10.4 10.6 10.4 9.2 L14 9.2 M2 9.2 L4 3 L12 3 L14 9.2 L14 13 L2 13 Z"

// inboxCard is a card that stands nowhere: a dashed slip.
func (w *work) inboxCard(card *mapmodel.Card, width float64) *Group {
	s := w.s
	b := breakText(card.Text, text.Regular, s.CardSize, s.Leading, s.PadRight, s.PadY, width-2*s.PadRight).flush(width - 2*s.PadRight)
	h := b.Height() + 2*s.PadY
	shows, more := w.shows(card)
	row, high := s.pictures(shows, more, w.words, Point{s.PadRight, h - s.PadY}, width-2*s.PadRight, s.PictureHigh)
	h += high
	ground := &Box{Rect: Rect{0.5, 0.5, width - 1, h - 1}, Radius: s.Radius, Fill: s.Surface, Stroke: Stroke{Color: s.Border, Width: 1, Dash: []float64{4, 3}}}
	g := &Group{Role: CardRole, ID: card.ID, Size: Point{width, h}, Elements: slices.Concat([]Element{ground}, b.runs(s.Text), row), Body: b}
	return g.sealed()
}
