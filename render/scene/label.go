package scene

import (
	"math"
	"slices"

	"footpath/mapmodel"
	"footpath/render/text"
)

// labeller puts words to the points of the curve so that none lies on another
// or on a face.
type labeller struct {
	w     *work
	row   Row
	taken []Rect
}

// avoid keeps labels off points.
func (l *labeller) avoid(points []point) {
	for _, p := range points {
		r := l.w.s.Face * 0.62
		if p.card.Moment {
			r = l.w.s.Face
		}
		l.taken = append(l.taken, Rect{p.at.X - r, p.at.Y - r, 2 * r, 2 * r})
	}
}

// label writes a point's value or mood above it where it is good, below where
// not; the first place that is free wins.
func (l *labeller) label(p point, k *keptCurve) {
	s := l.w.s
	var b *TextBox
	face, color := text.Regular, s.Text
	words := labelWords(p.card)
	if !s.Paper {
		face, words = text.Bold, signed(p.card.Emotion.Value)
	}
	if p.card.Moment {
		l.pill(p, k)
	}
	if words == "" {
		return
	}
	width := max(min(p.w-6, 130), 30)
	for b == nil || len(b.Lines) > 2 && width < 400 {
		b = breakText(words, face, s.LabelSize, 1.2, 0, 0, width)
		width *= 1.3
	}
	box, ok := l.place(p, b.Widest(), b.Height())
	if !ok {
		return
	}
	l.taken = append(l.taken, box)
	g := &Group{Role: CurveRole, ID: p.card.ID, Size: Point{box.W, box.H}}
	if s.Paper {
		g.Elements = append(g.Elements, &Box{Rect: Rect{-1.5, 0.5, box.W + 3, box.H - 1}, Fill: s.Surface, Radius: 1.5})
	}
	for i, line := range b.Lines { // each line around the middle
		g.Elements = append(g.Elements, &Run{X: (box.W - line.Width) / 2, Y: b.First + float64(i)*b.Step, Text: line.Text, Face: face, Size: b.Size, Color: color, Width: line.Width})
	}
	k.front = append(k.front, Placed{g.sealed(), Point{box.X, box.Y}})
}

// place finds room for a label: above or below its point, moved aside by steps.
// A label that fits nowhere is left out; its words stand on the card.
func (l *labeller) place(p point, w, h float64) (Rect, bool) {
	s := l.w.s
	off := s.Face*0.68 + 2
	if p.card.Moment {
		off = s.Face*1.05 + 2
		if !s.Paper {
			off = 26
		}
	}
	above, below := p.at.Y-off-h, p.at.Y+off
	sides := []float64{above, below}
	if p.card.Emotion.Value < 0 {
		sides = []float64{below, above}
	}
	left, right := l.w.page.Grid.left(), l.w.page.Grid.right()
	for _, y := range sides {
		if y < l.row.Y+1 || y+h > l.row.Y+l.row.H-1 {
			continue
		}
		for _, shift := range []float64{0, 0.25, -0.25, 0.42, -0.42, 0.75, -0.75, 1.1, -1.1} {
			box := Rect{p.at.X - w/2 + shift*w, y, w, h}
			box.X = min(max(box.X, left+3), right-w-3)
			if l.free(box) {
				return box, true
			}
		}
	}
	return Rect{}, false
}

func (l *labeller) free(box Rect) bool {
	grown := Rect{box.X - 1.5, box.Y - 0.5, box.W + 3, box.H + 1}
	return !slices.ContainsFunc(l.taken, grown.Overlaps)
}

// pill names a moment of truth at the lane's upper edge, or beside its point
// on the screen.
func (l *labeller) pill(p point, k *keptCurve) {
	s := l.w.s
	words := l.w.words(wordMoment)
	size := s.LabelSize
	tw := text.Bold.Measure(words, size)
	if !s.Paper {
		box := Rect{p.at.X - 32 - tw, p.at.Y + 8, tw, size * 1.3}
		if !l.free(box) {
			box.X = p.at.X + 32
		}
		l.taken = append(l.taken, box)
		g := &Group{Role: CurveRole, ID: p.card.ID, Size: Point{tw, box.H}, Elements: []Element{
			&Run{X: 0, Y: size, Text: words, Face: text.Bold, Size: size, Color: s.Text, Width: tw},
		}}
		k.front = append(k.front, Placed{g.sealed(), Point{box.X, box.Y}})
		return
	}
	w, h := tw+24, size*1.6
	box := Rect{p.at.X - w/2, l.row.Y + 3, w, h}
	box.X = min(max(box.X, l.w.page.Grid.left()+2), l.w.page.Grid.right()-w-2)
	for !l.free(box) && box.Y < l.row.Y+l.row.H-h {
		box.Y += 2
	}
	l.taken = append(l.taken, box)
	g := &Group{Role: CurveRole, ID: p.card.ID, Size: Point{w, h}, Elements: []Element{
		&Box{Rect: Rect{0, 0, w, h}, Radius: h / 2, Fill: s.Text},
		diamond(Point{9, h / 2}, 3.2, s.Surface, Stroke{}),
		&Run{X: 16, Y: h/2 + size*0.36, Text: words, Face: text.Bold, Size: size, Color: s.Surface, Width: tw},
	}}
	k.front = append(k.front, Placed{g.sealed(), Point{box.X, box.Y}})
}

// name writes a persona's name at the end of the curve.
func (l *labeller) name(last point, nth int, persona mapmodel.ID, k *keptCurve) {
	s := l.w.s
	p := mapmodel.Find[*mapmodel.Persona](l.w.m, persona)
	if p == nil || p.Name == "" {
		return
	}
	color := s.Curves[nth%len(s.Curves)]
	if nth == 1 && color == Hex(0xC2597E) {
		color = Hex(0xA13F64) // the darker kin, for type
	}
	width := text.Bold.Measure(p.Name, s.LabelSize)
	h := s.LabelSize * 1.3
	right := l.w.page.Grid.right()
	for _, box := range []Rect{
		{last.at.X + s.Face*0.8, last.at.Y - h/2, width, h},
		{last.at.X - width/2, last.at.Y - s.Face*0.7 - h, width, h},
		{last.at.X - width/2, last.at.Y + s.Face*0.7, width, h},
		{last.at.X - s.Face*0.8 - width, last.at.Y - h/2, width, h},
	} {
		if box.Right() > right-2 || !l.free(box) || math.IsNaN(box.X) {
			continue
		}
		l.taken = append(l.taken, box)
		g := &Group{Role: CurveRole, Size: Point{width, h}, Elements: []Element{
			&Run{X: 0, Y: s.LabelSize, Text: p.Name, Face: text.Bold, Size: s.LabelSize, Color: color, Width: width},
		}}
		k.front = append(k.front, Placed{g.sealed(), Point{box.X, box.Y}})
		return
	}
}
