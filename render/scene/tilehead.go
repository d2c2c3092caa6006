package scene

import (
	"slices"

	"footpath/render/text"
)

// slot is a column of a poster's header: it lies on one sheet.
type slot struct {
	x, width, high float64
	sheet          int
}

const (
	slotGap    = 16.0
	slotLeast  = 150.0 // where there are wider ones
	slotWidth  = 300.0
	aboutWidth = 560.0
)

// tileHeader is the header of a poster: title, personas and facts in columns
// none of which is cut. It gives the header's height.
func (w *work) tileHeader(width float64) float64 {
	s := w.s
	slots := w.slots(width)
	title := min(text.Bold.Measure(w.m.Header().Title, s.TitleSize)+1, aboutWidth)
	for len(slots) > 1 && slots[0].width < title && slots[1].sheet == slots[0].sheet {
		slots[1].width += slots[1].x - slots[0].x
		slots[1].x = slots[0].x
		slots = slots[1:]
	}
	about, high := w.about(slots[0].width)
	w.place(Rect{slots[0].x, s.Margin, slots[0].width, high}, HeaderRole, about...)
	slots[0].high = high
	lowest := func(fewer func(a, b slot) bool) *slot {
		best := 0
		for i := range slots {
			if fewer(slots[i], slots[best]) {
				best = i
			}
		}
		return &slots[best]
	}
	count := 0
	for range w.m.Personas() {
		count++
	}
	n := 0
	for p := range w.m.Personas() {
		at := lowest(func(a, b slot) bool { return a.high < b.high })
		if at.high > 0 {
			at.high += s.PersonaGap
		}
		each := min(at.width, 360)
		card := w.personaCard(p, n, each, count == 1)
		group := card.group(s, each, max(card.high, s.Header-5))
		w.page.Back = append(w.page.Back, Placed{group, Point{at.x, s.Margin + at.high}})
		at.high += group.Size.Y
		n++
	}
	if facts, _ := w.aboutTable(100); len(facts) > 0 {
		at := lowest(func(a, b slot) bool { return a.high <= b.high })
		if at.high > 0 {
			at.high += s.PersonaGap
		}
		each := min(at.width, 220)
		facts, high := w.aboutTable(each)
		x := at.x
		if at == &slots[len(slots)-1] { // the facts close the header
			x += at.width - each
		}
		w.place(Rect{x, s.Margin + at.high, each, high}, HeaderRole, facts...)
		at.high += high
	}
	return max(s.Header, slices.MaxFunc(slots, func(a, b slot) int { return int(a.high - b.high) }).high)
}

// slots divides the header's width between the walls.
func (w *work) slots(width float64) []slot {
	s := w.s
	bounds := append(append([]float64{s.Margin - wallRoom}, w.tiling.walls...), width-s.Margin+wallRoom)
	var out []slot
	for _, least := range []float64{slotLeast, 0} {
		for i := 1; i < len(bounds); i++ {
			x, room := bounds[i-1]+wallRoom, bounds[i]-bounds[i-1]-2*wallRoom
			if room < least || room <= 0 {
				continue
			}
			n := max(1, int((room+slotGap)/(slotWidth+slotGap)))
			each := (room - slotGap*float64(n-1)) / float64(n)
			for j := range n {
				out = append(out, slot{x: x + float64(j)*(each+slotGap), width: each, sheet: i})
			}
		}
		if len(out) > 0 {
			break
		}
	}
	return out
}

// tileFooter sets owner, title and version from the left on, none of them across
// a cut; what is too long for a sheet is left to the header, which has them all.
// A poster has no page's number: its sheets are named beside it.
func (w *work) tileFooter(width float64) []Element {
	s := w.s
	var out []Element
	x := 0.0
	for _, said := range append([]string{w.m.Header().Owner, s.Confidentiality}, w.edition()...) {
		wide := text.Regular.Measure(said, s.MetaSize)
		at := w.tiling.clear(s.Margin+x, wide) - s.Margin
		_, right := w.tiling.between(s.Margin+at, 0, s.Margin+width)
		if said == "" || s.Margin+at+wide > right+0.01 {
			continue
		}
		x = at
		out = append(out, &Run{X: x, Y: 9.5, Text: said, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: wide})
		x += wide + slotGap
	}
	return out
}
