package scene

import (
	"iter"
	"math"

	"footpath/mapmodel"
	"footpath/render/text"
)

// labeller puts words to the points of the curve so that none lies on another
// or on a face.
type labeller struct {
	w     *work
	row   Row
	taken crowd[Rect]  // where nothing more may stand
	lines crowd[Point] // points along the curves, which words had better leave free
}

// crowd keeps things by where they are across the page, so that a long curve
// is labelled as fast as a short one, point by point.
type crowd[T any] struct{ strips map[int][]T }

const stripWidth = 64

func (c *crowd[T]) add(thing T, from, to float64) {
	if c.strips == nil {
		c.strips = map[int][]T{}
	}
	for i := int(from / stripWidth); i <= int(to/stripWidth); i++ {
		c.strips[i] = append(c.strips[i], thing)
	}
}

// near visits what may touch a part of the width, some of it more than once.
func (c *crowd[T]) near(from, to float64) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := int(from / stripWidth); i <= int(to/stripWidth); i++ {
			for _, thing := range c.strips[i] {
				if !yield(thing) {
					return
				}
			}
		}
	}
}

func (l *labeller) take(box Rect) { l.taken.add(box, box.X, box.Right()) }

// avoid keeps labels off points.
func (l *labeller) avoid(points []point) {
	for _, p := range points {
		r := l.w.s.Face * 0.55
		l.take(Rect{p.at.X - r, p.at.Y - r, 2 * r, 2 * r})
		if d := l.w.s.Diamond; p.card.Moment {
			l.take(Rect{p.at.X - d, p.at.Y - 0.35*d, 2 * d, 0.7 * d})
			l.take(Rect{p.at.X - 0.35*d, p.at.Y - d, 0.7 * d, 2 * d})
		}
	}
}

// line has labels leave a piece of a curve free where they can.
func (l *labeller) line(from Point, to Segment) {
	const steps = 12
	for i := range steps {
		t := (float64(i) + 0.5) / steps
		a, b, c, d := (1-t)*(1-t)*(1-t), 3*t*(1-t)*(1-t), 3*t*t*(1-t), t*t*t
		p := Point{a*from.X + b*to.A.X + c*to.B.X + d*to.C.X, a*from.Y + b*to.A.Y + c*to.B.Y + d*to.C.Y}
		l.lines.add(p, p.X, p.X)
	}
}

// label writes a point's value or mood above it where it is good, below where
// not, as near as it can be read.
func (l *labeller) label(p point, nth int, k *keptCurve) {
	s := l.w.s
	face, color := text.Regular, s.Text
	words := labelWords(p.card)
	if nth > 0 {
		color = s.name(nth)
	}
	if !s.Paper {
		face, words = text.Bold, signed(p.card.Emotion.Value)
	}
	if words == "" {
		return
	}
	var lines []text.Line
	widest := max(min(p.w-6, 130), 30)
	for len(lines) == 0 || len(lines) > 2 && widest < 400 {
		lines = face.Break(words, s.LabelSize, widest)
		widest *= 1.3
	}
	if s.Paper && p.assumed() {
		said := "(" + l.w.words(wordAssumed) + ")"
		lines = append(lines, text.Line{Text: said, Width: face.Measure(said, s.LabelSize)})
	}
	step := s.LabelSize * 1.2
	m := face.Metrics(s.LabelSize)
	width := 0.0
	for _, line := range lines {
		width = max(width, line.Width)
	}
	box, ok := l.place(p, width, step*float64(len(lines)), nth > 0)
	if !ok {
		return
	}
	l.take(box)
	g := &Group{Role: CurveRole, ID: p.card.ID, Size: Point{box.W, box.H}}
	if s.Paper {
		g.Elements = append(g.Elements, &Box{Rect: Rect{-1.5, 0.5, box.W + 3, box.H - 1}, Fill: s.Surface, Radius: 1.5})
	}
	for i, line := range lines { // each line around the middle
		y := float64(i)*step + (step-m.Line)/2 + m.Ascent
		g.Elements = append(g.Elements, &Run{X: (box.W - line.Width) / 2, Y: y, Text: line.Text, Face: face, Size: s.LabelSize, Color: color, Width: line.Width, Direction: line.Direction})
	}
	k.front = append(k.front, Placed{g.sealed(), Point{box.X, box.Y}})
}

// shifts are how far aside a label may go, in times its width.
var shifts = []float64{0, 0.25, -0.25, 0.42, -0.42, 0.65, -0.65, 0.9, -0.9, 1.15, -1.15}

// place finds room for a label: above or below its point, moved aside where the
// place is taken or on a curve. A label that fits nowhere is left out, and so
// is one that is modest and finds no place off the curves; its words stand on
// the card.
func (l *labeller) place(p point, w, h float64, modest bool) (Rect, bool) {
	s := l.w.s
	off := s.Face*0.5 + s.LabelSize*0.2
	if s.Paper {
		off = s.Face*0.5 + s.LabelSize*0.3
	}
	if p.card.Moment {
		off = s.Diamond + s.LabelSize*0.1
	}
	sides := []float64{p.at.Y - off - h, p.at.Y + off}
	if p.card.Emotion.Value < 0 {
		sides[0], sides[1] = sides[1], sides[0]
	}
	left, right := l.bounds(p)
	if p.card.Moment && !s.Paper { // beside the diamond's lower corner
		for _, x := range []float64{p.at.X + 0.75*s.Diamond, p.at.X - 0.75*s.Diamond - w} {
			if box := (Rect{x, p.at.Y + 0.45*s.Diamond, w, h}); l.free(box) && x > left && x+w < right {
				return box, true
			}
		}
	}
	var best Rect
	least := math.Inf(1)
	for side, y := range sides {
		if y < l.row.Y || y+h > l.row.Y+l.row.H {
			continue
		}
		for _, shift := range shifts {
			x := min(max(p.at.X-w/2+shift*w, left+3), right-w-3)
			box := Rect{x, y, w, h}
			if !l.free(box) {
				continue
			}
			on := l.onLines(box)
			if modest && (on > 0 || side > 0) {
				continue
			}
			cost := 0.4*math.Abs(x+w/2-p.at.X) + 12*float64(side) + 6*float64(on) +
				0.25*(max(p.x-x, 0)+max(x+w-p.x-p.w, 0))
			if cost < least {
				best, least = box, cost
			}
		}
	}
	return best, !math.IsInf(least, 1)
}

// bounds are how far to the left and right the words of a point may stand.
func (l *labeller) bounds(p point) (left, right float64) {
	return l.w.tiling.between(p.at.X, l.w.page.Grid.left(), l.w.page.Grid.right())
}

func (l *labeller) free(box Rect) bool {
	grown := Rect{box.X - 1.5, box.Y - 0.5, box.W + 3, box.H + 1}
	for t := range l.taken.near(grown.X, grown.Right()) {
		if grown.Overlaps(t) {
			return false
		}
	}
	return true
}

// onLines counts the points of curves that a box would cover.
func (l *labeller) onLines(box Rect) int {
	n := 0
	for i := int(box.X / stripWidth); i <= int(box.Right()/stripWidth); i++ {
		for _, p := range l.lines.strips[i] {
			if box.Contains(p) {
				n++
			}
		}
	}
	return n
}

// pill names a moment of truth: on paper at the lane's upper edge, at its lower
// one where the curve runs high; beside its point on the screen. Where others
// leave no room the diamond says it alone.
func (l *labeller) pill(p point, k *keptCurve) {
	s := l.w.s
	words := l.w.words(wordMoment)
	size := s.LabelSize
	tw := text.Bold.Measure(words, size)
	left, right := l.bounds(p)
	if !s.Paper {
		h := size * 1.3
		d := s.Diamond
		box, fewest := Rect{}, math.MaxInt // of the curve's points it lies on
		for _, at := range []Point{{-0.95*d - tw, 0.45 * d}, {0.95 * d, 0.45 * d}, {-0.95*d - tw, -0.45*d - h}, {0.95 * d, -0.45*d - h}} {
			here := Rect{p.at.X + at.X, p.at.Y + at.Y, tw, h}
			if !l.free(here) || here.X <= left || here.Right() >= right || here.Y < l.row.Y || here.Bottom() > l.row.Y+l.row.H {
				continue
			}
			if on := l.onLines(here); on < fewest {
				box, fewest = here, on
			}
		}
		if fewest == math.MaxInt {
			return // the diamond says it
		}
		l.take(box)
		g := &Group{Role: CurveRole, ID: p.card.ID, Size: Point{tw, h}, Elements: []Element{
			&Run{X: 0, Y: size, Text: words, Face: text.Bold, Size: size, Color: s.Text, Width: tw},
		}}
		k.front = append(k.front, Placed{g.sealed(), Point{box.X, box.Y}})
		return
	}
	w, h := tw+23, 13.0
	box := Rect{p.at.X - w/2, l.row.Y + 4, w, h}
	box.X = min(max(box.X, left+3), right-w-3)
	step := 2.0
	if p.card.Emotion.Value > 0 {
		box.Y, step = l.row.Y+l.row.H-h-4, -2
	}
	for !l.free(box) && box.Y > l.row.Y && box.Bottom() < l.row.Y+l.row.H {
		box.Y += step
	}
	if box.Y < l.row.Y || box.Bottom() > l.row.Y+l.row.H {
		return // between so many, the diamond has to say it
	}
	l.take(box)
	g := &Group{Role: CurveRole, ID: p.card.ID, Size: Point{w, h}, Elements: []Element{
		&Box{Rect: Rect{0, 0, w, h}, Radius: h / 2, Fill: s.Text},
		diamond(Point{9, h / 2}, 3.4, s.Surface, Stroke{}),
		&Run{X: 16, Y: h/2 + size*0.36, Text: words, Face: text.Bold, Size: size, Color: s.Surface, Width: tw},
	}}
	k.front = append(k.front, Placed{g.sealed(), Point{box.X, box.Y}})
}

// name is the colour in which the words of a persona's curve are written: dark
// enough to be read.
func (s *Style) name(nth int) Color {
	return s.legible(s.Curves[nth%len(s.Curves)], s.Surface, s.Canvas)
}

// name writes a persona's name at the end of the curve.
func (l *labeller) name(last point, nth int, persona mapmodel.ID, k *keptCurve) {
	s := l.w.s
	p := mapmodel.Find[*mapmodel.Persona](l.w.m, persona)
	if p == nil || p.Name == "" {
		return
	}
	color := s.name(nth)
	width := text.Bold.Measure(p.Name, s.LabelSize)
	h := s.LabelSize * 1.3
	left, right := l.bounds(last)
	for _, box := range []Rect{
		{last.at.X + s.Face*0.8, last.at.Y - h/2, width, h},
		{last.at.X - width/2, last.at.Y - s.Face*0.7 - h, width, h},
		{last.at.X - width/2, last.at.Y + s.Face*0.7, width, h},
		{last.at.X - s.Face*0.8 - width, last.at.Y - h/2, width, h},
	} {
		if box.X < left || box.Right() > right-2 || box.Y < l.row.Y || box.Bottom() > l.row.Y+l.row.H || !l.free(box) {
			continue
		}
		l.take(box)
		g := &Group{Role: CurveRole, Size: Point{width, h}}
		if s.Paper {
			g.Elements = append(g.Elements, &Box{Rect: Rect{-1.5, 0.5, width + 3, h - 1}, Fill: s.Surface, Radius: 1.5})
		}
		g.Elements = append(g.Elements, &Run{X: 0, Y: s.LabelSize, Text: p.Name, Face: text.Bold, Size: s.LabelSize, Color: color, Width: width})
		k.front = append(k.front, Placed{g.sealed(), Point{box.X, box.Y}})
		return
	}
}
