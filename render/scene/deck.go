package scene

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"footpath/mapmodel"
)

// deck holds the numbers and letters that cards are called by on the page.
type deck struct {
	firsts map[*mapmodel.Cell]int
	ids    map[mapmodel.ID]string // insights' letters; on paper only
	top    map[mapmodel.ID]bool   // the top three opportunities; on paper only
	sum    uint64                 // a hash of the letters and the top three
}

// newDeck numbers opportunities and letters insights, each in map order.
func newDeck(w *work) deck {
	d := deck{firsts: map[*mapmodel.Cell]int{}}
	for _, kind := range []mapmodel.LaneKind{mapmodel.LaneOpportunities, mapmodel.LaneInsights} {
		next := 1
		for i := range w.ids {
			for j, lane := range w.lanes {
				if lane.LaneKind != kind {
					continue
				}
				if cell := w.table[j][i]; cell.Len() > 0 {
					d.firsts[cell] = next
					next += cell.Len()
				}
			}
		}
	}
	if w.s.Paper {
		d.rank(w)
	}
	return d
}

// row lists the first numbers of cells; nil where none is numbered.
func (d *deck) row(cells []*mapmodel.Cell) []int {
	if len(cells) == 0 || d.none(cells) {
		return nil
	}
	out := make([]int, len(cells))
	for i, cell := range cells {
		out[i] = d.firsts[cell]
	}
	return out
}

// none tells whether a lane is not numbered: its first filled cell tells.
func (d *deck) none(cells []*mapmodel.Cell) bool {
	for _, cell := range cells {
		if cell.Len() > 0 {
			return d.firsts[cell] == 0
		}
	}
	return true
}

func (d *deck) first(cell *mapmodel.Cell) int { return d.firsts[cell] }

// rank names the insights and finds the top three opportunities: the largest
// impact minus effort, then the larger impact, then map order. What has no
// impact or effort is never among them.
func (d *deck) rank(w *work) {
	d.ids, d.top = map[mapmodel.ID]string{}, map[mapmodel.ID]bool{}
	var scored []*mapmodel.Card
	var h maphash.Hash
	h.SetSeed(seed)
	for c := range w.ids {
		for j, lane := range w.lanes {
			cell := w.table[j][c]
			i := d.firsts[cell]
			for card := range cell.Cards() {
				switch lane.LaneKind {
				case mapmodel.LaneInsights:
					d.ids[card.ID] = letter(i)
					_, _ = h.Write(card.ID[:]) // in the order of their letters
				case mapmodel.LaneOpportunities:
					if card.Impact.Known && card.Effort.Known {
						scored = append(scored, card)
					}
				}
				i++
			}
		}
	}
	slices.SortStableFunc(scored, func(a, b *mapmodel.Card) int {
		return cmp.Or(
			cmp.Compare(b.Impact.Value-b.Effort.Value, a.Impact.Value-a.Effort.Value),
			cmp.Compare(b.Impact.Value, a.Impact.Value),
		)
	})
	for _, card := range scored[:min(3, len(scored))] {
		d.top[card.ID] = true
		_, _ = h.Write(card.ID[:]) // never fails
	}
	d.sum = h.Sum64()
}

// letters joins the letters of insights: "A, C".
func (d *deck) letters(ids []mapmodel.ID) string {
	var out []string
	for _, id := range ids {
		if l := d.ids[id]; l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, ", ")
}

// insightLetters leave out I and O, which read as digits.
const insightLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ"

// letter names the n-th insight, from 1: A to Z, then AA, AB, …
func letter(n int) string {
	var out []byte
	for ; n > 0; n = (n - 1) / len(insightLetters) {
		out = append(out, insightLetters[(n-1)%len(insightLetters)])
	}
	slices.Reverse(out)
	return string(out)
}
