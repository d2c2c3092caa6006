package scene

import (
	"math"
	"strconv"

	"footpath/mapmodel"
	"footpath/render/text"
)

// FeelingLevel is how far below the upper edge of a curve's lane a feeling stands, given the lane's height; all in points.
func (s *Style) FeelingLevel(height float64, value int) float64 {
	return s.level(height, float64(value))
}

// FeelingAt is the feeling, -2 to 2, whose level is nearest to a distance below the upper edge of a curve's lane.
func (s *Style) FeelingAt(height, y float64) int {
	return max(-2, min(int(math.Round((height/2-y)/s.unit(height))), 2))
}

func (w *work) level(height, value float64) float64 { return w.s.level(height, value) }

// level is how far below its upper edge a feeling stands on a scale of a height.
func (s *Style) level(height, value float64) float64 {
	return height/2 - value*s.unit(height)
}

// unit is the height of one step of feeling on a scale of a height, which has
// room for labels above and below.
func (s *Style) unit(height float64) float64 {
	room := 2 * (s.Face/2 + 1.4*s.LabelSize)
	if s.Paper { // for a moment's name above, a label of two lines below
		room = 2 * (12 + 1.65*s.LabelSize)
	}
	return min(s.CurveUnit, (height-room)/4)
}

// axis draws the scale, of a height, into the lane's head.
func (w *work) axis(height float64) []Element {
	s := w.s
	var out []Element
	for v := -2; v <= 2; v++ {
		y := w.level(height, float64(v))
		x := s.LaneW - 6
		if s.Paper {
			d := s.Face * 0.85
			out = append(out, s.face(Point{x - d/2 - 2, y}, d, v, false)...)
			x -= d + 6
		}
		words := signed(v)
		face := text.Regular
		if v == 0 {
			face = text.Bold
		}
		width := face.Measure(words, s.LabelSize)
		out = append(out, &Run{X: x - width, Y: y + s.LabelSize*0.36, Text: words, Face: face, Size: s.LabelSize, Color: s.Second, Width: width})
	}
	return out
}

// curveSigns is what the legend in the curve's lane head hangs on.
type curveSigns struct {
	persons *mapmodel.Cell
	assumed bool
}

// curveLegend names the personas' lines and the dashes, below the lane's name,
// as far as there is room.
func (w *work) curveLegend(signs curveSigns, y, height float64) []Element {
	s := w.s
	const line, left = 22.0, 46.0
	var out []Element
	put := func(words string, mark []Element) {
		if y+line > height || words == "" {
			return
		}
		b := s.fitted(words, text.Regular, s.MetaSize, s.LaneW-left-34, 1).atMost(1) // the header has a long name in full
		b.X, b.First = left, y+line/2+0.36*s.MetaSize
		out = append(append(out, mark...), b.runs(s.Second)...)
		y += line
	}
	n := 0
	for p := range w.m.Personas() {
		put(p.Name, w.legendMark(Point{16, y + line/2}, n))
		n++
	}
	if signs.assumed {
		put(w.words(wordAssumed), []Element{&Path{
			Segments: Polyline(false, Point{16, y + line/2}, Point{38, y + line/2}),
			Stroke:   Stroke{Color: s.Curves[0], Width: s.CurveStroke, Dash: []float64{6, 4}},
		}})
	}
	return out
}

// signed is a value as the scale writes it, with a true minus.
func signed(v int) string {
	switch {
	case v > 0:
		return "+" + strconv.Itoa(v)
	case v < 0:
		return "−" + strconv.Itoa(-v)
	}
	return "0"
}
