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
	// rows are, by lane and column, the number of a cell's first card; nil for
	// lanes that are not numbered.
	rows   [][]int
	firsts map[*mapmodel.Cell]int // the same, by cell; on paper only
	ids    map[mapmodel.ID]string // insights' letters; on paper only
	first  map[mapmodel.ID]bool   // the first three opportunities; on paper only
	top    map[mapmodel.ID]bool   // the same where there are others, so that a star says something
	sum    uint64                 // a hash of the letters and the top three
}

// newDeck numbers opportunities and letters insights, each in map order.
func newDeck(w *work) deck {
	d := deck{rows: make([][]int, len(w.lanes))}
	for _, kind := range []mapmodel.LaneKind{mapmodel.LaneOpportunities, mapmodel.LaneInsights} {
		var lanes []int
		for j, lane := range w.lanes {
			if lane.LaneKind == kind {
				lanes = append(lanes, j)
				d.rows[j] = make([]int, len(w.ids))
			}
		}
		next := 1
		for i := range w.ids {
			for _, j := range lanes {
				d.rows[j][i] = next
				next += w.table[j][i].Len()
			}
		}
	}
	if w.s.Paper {
		d.firsts = map[*mapmodel.Cell]int{}
		for j, row := range d.rows {
			for i, first := range row {
				if cell := w.table[j][i]; cell.Len() > 0 {
					d.firsts[cell] = first
				}
			}
		}
		d.rank(w)
	}
	return d
}

// topThree is how many opportunities a star marks among more.
const topThree = 3

// rank names the insights and finds the top three opportunities: the largest
// impact minus effort, then the larger impact, then map order. What has no
// impact or effort is never among them.
func (d *deck) rank(w *work) {
	d.ids, d.first, d.top = map[mapmodel.ID]string{}, map[mapmodel.ID]bool{}, map[mapmodel.ID]bool{}
	var scored []*mapmodel.Card
	count := 0
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
					count++
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
	for _, card := range scored[:min(topThree, len(scored))] {
		d.first[card.ID] = true
		_, _ = h.Write(card.ID[:]) // never fails
	}
	if count > topThree {
		d.top = d.first
		_ = h.WriteByte('t')
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
