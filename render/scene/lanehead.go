package scene

import (
	"strconv"

	"footpath/mapmodel"
	"footpath/render/text"
)

// laneHead draws a lane's head: its icon, its name and how much it holds.
func (w *work) laneHead(nth int, height float64) *Group {
	lane := w.lanes[nth]
	cards := 0
	if !w.s.Paper {
		for _, cell := range w.table[nth] {
			cards += cell.Len()
		}
	}
	var also any
	signs := curveSigns{w.people, w.curve.assumed && len(w.page.Grid.Columns) > 0}
	if lane.LaneKind == mapmodel.LaneCurve {
		also = signs
		if w.s.Paper {
			also = w.curve.band
		}
	}
	pass := -1 // of its cards, where they are sifted
	if w.sheet.Sieve != nil && lane.LaneKind.HoldsCards() {
		pass = w.passing(nth)
		also = pass
	}
	hint := w.laneHint(lane)
	if hint != "" {
		also = hint
	}
	return w.head(headKey{lane, LaneRole, w.s.LaneW, height, cards, also}, func() *Group {
		s := w.s
		bar := s.Tones[lane.LaneKind].Bar
		if lane.LaneKind == mapmodel.LaneCurve {
			bar = s.Curves[0]
		}
		out := []Element{&Box{Rect: Rect{0, 0, s.LaneW, height}, Fill: s.LaneHead}}
		x, y, iconSize, gap, leading := 16.0, 12.0, 16.0, 8.0, 1.36
		ink := s.Text
		if s.Paper {
			out = []Element{
				&Box{Rect: Rect{0, 0.5, s.LaneW, height - 1}, Fill: s.LaneHead},
				&Box{Rect: Rect{0, 0.5, 3, height - 1}, Fill: bar},
			}
			x, y, iconSize, gap, leading, ink = 8, 7, 12, 4, 1.2, s.visible(bar, weakInPrint, s.LaneHead)
		}
		if drawing, ok := laneIcons[lane.LaneKind]; ok {
			out = append(out, icon(drawing, Point{x, y + (s.LaneSize*leading-iconSize)/2 + 0.5}, iconSize, ink))
		}
		left := x + iconSize + gap
		width := s.LaneW - left - 2.5
		name := s.fitted(w.words.lane(lane), text.Bold, s.LaneSize, width, 3)
		name.X, name.Step = left, name.Size*leading
		name.First += y + name.Size*(leading-1.2)/2
		out = append(out, name.runs(s.Text)...)
		surveys := lane.LaneKind == mapmodel.LaneMetrics && cards == 0 // it shows these, and says nothing of cards it has not
		if lane.LaneKind.HoldsCards() && !s.Paper && !surveys {
			holds := w.holds(cards, pass)
			out = append(out, &Run{X: left, Y: y + name.Height() + s.MetaSize*1.35, Text: holds, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: text.Regular.Measure(holds, s.MetaSize)})
		}
		if hint != "" {
			out = append(out, s.hint(hint, left, y+name.Height()+2, width).runs(s.Second)...)
		}
		if lane.LaneKind == mapmodel.LaneCurve {
			out = append(out, w.axis(height-w.curve.band)...)
			if !s.Paper {
				out = append(out, w.curveLegend(signs, y+name.Height()+8, height)...)
			}
		}
		return &Group{Elements: out, Body: name}
	})
}

// holds says how many cards a lane has, and how many of them pass the sieve;
// less than none is no sieve, and where there are none, none can pass.
func (w *work) holds(cards, pass int) string {
	all := strconv.Itoa(cards)
	switch {
	case pass >= 0 && cards > 0:
		return w.words.fill(wordCardsOf, "n", strconv.Itoa(pass), "m", all)
	case cards == 1:
		return w.words(wordOneCard)
	}
	return w.words.fill(wordCards, "n", all)
}

// laneHint is what a lane's head on paper says below its name; empty is nothing.
func (w *work) laneHint(lane *mapmodel.Lane) string {
	switch {
	case !w.s.Paper:
	case lane.LaneKind == mapmodel.LaneMetrics:
		return w.words(wordWithInterval)
	case lane.LaneKind == mapmodel.LaneOpportunities && w.book.closes:
		return w.words(wordNumbers)
	}
	return ""
}

// hint sets what stands below a lane's name.
func (s *Style) hint(words string, x, y, width float64) *TextBox {
	return breakText(words, text.Regular, s.MetaSize, 1.25, x, y, width)
}
