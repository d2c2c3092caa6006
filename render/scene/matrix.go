package scene

import (
	"math"
	"slices"
	"strconv"

	"footpath/mapmodel"
	"footpath/render/text"
)

// most is the largest impact and effort, and middle where the matrix splits.
const most, middle = 5, 3

// matrixEdge is the height of what stands above and below a matrix.
func matrixEdge(s *Style) float64 { return 1.4*s.LabelSize + 30 }

// matrix draws impact over effort: what gains much for little at the upper
// left. It gives its height.
func (w *work) matrix(list []action, at Point, side float64) float64 {
	s := w.s
	size := s.LabelSize
	const left = 27 // the axis' numbers and ticks
	top := size * 1.4
	box := Rect{left, top, side, side}
	// The corners' names stand above and below all points.
	const names = 14
	across, unit := side/most, (side-2*names)/most
	spot := func(impact, effort int) Point {
		return Point{box.X + (float64(effort)-0.5)*across, box.Bottom() - names - (float64(impact)-0.5)*unit}
	}
	mid := spot(middle, middle)
	g := &Group{Role: MatrixRole, Size: Point{left + side, side + matrixEdge(s)}}
	add := func(e ...Element) { g.Elements = append(g.Elements, e...) }
	add(
		&Box{Rect: Rect{box.X, box.Y, mid.X - box.X, mid.Y - box.Y}, Fill: s.Tones[mapmodel.LaneOpportunities].Fill},
		&Box{Rect: Rect{mid.X, mid.Y, box.Right() - mid.X, box.Bottom() - mid.Y}, Fill: s.Soft},
		&Box{Rect: box, Stroke: Stroke{Color: s.Border, Width: 0.5 * s.Weight}},
	)
	split := Stroke{Color: s.Border, Width: 0.6 * s.Weight, Dash: []float64{3, 2.2}}
	add(
		&Path{Segments: Polyline(false, Point{mid.X, box.Y}, Point{mid.X, box.Bottom()}), Stroke: split},
		&Path{Segments: Polyline(false, Point{box.X, mid.Y}, Point{box.Right(), mid.Y}), Stroke: split},
	)
	write := func(words string, face text.Face, x, y, part float64, c Color) {
		width := face.Measure(words, size)
		add(&Run{X: x - part*width, Y: y, Text: words, Face: face, Size: size, Color: c, Width: width})
	}
	tick := Stroke{Color: s.Border, Width: 0.5 * s.Weight}
	for n := 1; n <= most; n++ {
		p := spot(n, n)
		add(
			&Path{Segments: Polyline(false, Point{box.X - 3, p.Y}, Point{box.X, p.Y}), Stroke: tick},
			&Path{Segments: Polyline(false, Point{p.X, box.Bottom()}, Point{p.X, box.Bottom() + 3}), Stroke: tick},
		)
		write(strconv.Itoa(n), text.Regular, box.X-6, p.Y+0.36*size, 1, s.Second)
		write(strconv.Itoa(n), text.Regular, p.X, box.Bottom()+3+size, 0.5, s.Second)
	}
	write(w.words(wordImpact)+": "+w.words(wordScale), text.Bold, 0, top-0.55*size, 0, s.Text)
	write(w.words(wordEffort)+": "+w.words(wordScale), text.Bold, mid.X, box.Bottom()+3+2.6*size, 0.5, s.Text)
	corner := func(key string, x, y, part float64) { write(w.words(key), text.Bold, x, y, part, s.Second) }
	corner(wordQuickWins, box.X+6, box.Y+5+size, 0)
	corner(wordBigBets, box.Right()-6, box.Y+5+size, 1)
	corner(wordFillIns, box.X+6, box.Bottom()-7, 0)
	corner(wordTimeSinks, box.Right()-6, box.Bottom()-7, 1)
	for impact := 1; impact <= most; impact++ {
		for effort := 1; effort <= most; effort++ {
			var here []action
			for i := range list {
				if a := &list[i]; a.scored() && a.card.Impact.Value == impact && a.card.Effort.Value == effort {
					here = append(here, *a)
				}
			}
			add(w.spots(here, spot(impact, effort), unit)...)
		}
	}
	w.page.Back = append(w.page.Back, Placed{g.sealed(), at})
	return g.Size.Y
}

// leastPoint is the radius under which a point's number cannot be read.
const leastPoint = 6.2

// topRing is how far the ring around a top one stands off.
const topRing = 3

// spots draws opportunities that share a spot side by side, in rows, smaller
// where they are many; of more than can be read the last point says how many.
func (w *work) spots(here []action, c Point, unit float64) []Element {
	if len(here) == 0 {
		return nil
	}
	s := w.s
	across := int(math.Ceil(math.Sqrt(float64(len(here)))))
	apart := 1.2 // half of what stands free between two
	if slices.ContainsFunc(here, func(a action) bool { return a.top }) {
		apart += topRing
	}
	r := min(10.2, unit/float64(across)/2-apart)
	for r < leastPoint && across > 1 {
		across--
		r = min(10.2, unit/float64(across)/2-apart)
	}
	over := 0
	if room := across * across; len(here) > room {
		over = len(here) - room + 1
		here = here[:room-1]
	}
	n := len(here)
	if over > 0 {
		n++
	}
	rows := (n + across - 1) / across
	step := 2 * (r + apart)
	var out []Element
	for i := range n {
		row := i / across
		inRow := min(across, n-row*across)
		p := Point{
			c.X + (float64(i%across)-float64(inRow-1)/2)*step,
			c.Y + (float64(row)-float64(rows-1)/2)*step,
		}
		if i == len(here) {
			out = append(out, centred("+"+strconv.Itoa(over), text.Bold, min(r, 8), p, s.Text))
			continue
		}
		if here[i].top {
			out = append(out,
				&Path{Segments: Circle(p, r+topRing), Fill: s.Surface, Stroke: Stroke{Color: s.Disc, Width: 1.2 * s.Weight}},
				star(Point{p.X + 1.18*r, p.Y - 1.18*r}, 0.6*r, s.Disc),
			)
		}
		out = append(out, w.disc(p, r, &here[i])...)
	}
	return out
}
