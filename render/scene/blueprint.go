package scene

import (
	"footpath/mapmodel"
	"footpath/render/text"
)

// depth is how far from the customer a lane of a service blueprint lies: 0 is
// what the customer does and meets, then the staff they see, the staff they do
// not see, and what supports those.
func depth(kind mapmodel.LaneKind) int {
	switch kind {
	case mapmodel.LaneFrontstage:
		return 1
	case mapmodel.LaneBackstage:
		return 2
	case mapmodel.LaneSupport:
		return 3
	}
	return 0
}

// boundary is a line that a service blueprint draws above a lane, told apart by
// its dashes: never by colour.
type boundary struct {
	word string
	// width and dash are of the line, in points.
	width float64
	dash  []float64
}

// boundaries are the lines by the depth of the lane below them (Shostack 1984;
// Bitner, Ostrom and Morgan 2008): where the customer meets the staff, what of
// the staff the customer sees, and where the staff meets what supports it.
var boundaries = map[int]boundary{
	1: {wordInteraction, 1.3, nil},
	2: {wordVisibility, 1.6, []float64{9, 4}},
	3: {wordInternal, 1.3, []float64{1.5, 3}},
}

// blueprint draws the lines between the lanes of a service blueprint, where
// lanes go deeper from one to the next, each with its name at the right end.
func (w *work) blueprint(left, top, from, right float64) []Element {
	s, rows := w.s, w.page.Grid.Rows
	var out []Element
	for i := 1; i < len(rows); i++ {
		below := depth(rows[i].Kind)
		if below <= depth(rows[i-1].Kind) {
			continue
		}
		b := boundaries[below]
		y := rows[i].Y - top
		out = append(out, &Path{
			Segments: Polyline(false, Point{from - left, y}, Point{right - left, y}),
			Stroke:   Stroke{Color: s.Text, Width: b.width * s.Weight, Dash: b.dash},
		})
		size := s.MetaSize
		words := w.words(b.word)
		width := text.Bold.Measure(words, size)
		plate := Rect{right - left - width - 10, y - size*0.62, width + 10, size * 1.24}
		out = append(out,
			&Box{Rect: plate, Radius: size * 0.3, Fill: s.Surface},
			&Run{X: plate.X + 5, Y: y + 0.36*size, Text: words, Face: text.Bold, Size: size, Color: s.Text, Width: width},
		)
	}
	return out
}
