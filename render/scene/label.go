package scene

import (
	"math"
	"strings"
	"unicode/utf8"

	"footpath/mapmodel"
	"footpath/render/text"
)

// labelEdge is what words leave free beside their stage's edges.
const labelEdge = 3.0

// write puts the words beside a stage's points: where the curve comes from and
// goes to, the moments of truth, what the main persona feels, the personas'
// names and, on paper, what the others feel.
func (l *labeller) write(curves []stretch) {
	own := func(c *stretch, write func(point)) {
		for _, p := range c.points[c.own:c.end] {
			write(p)
		}
	}
	l.ways(curves)
	for i := range curves {
		own(&curves[i], func(p point) {
			if p.card.Moment {
				l.pill(p)
			}
		})
	}
	for nth := range curves {
		if nth == 0 || l.w.s.Paper {
			own(&curves[nth], func(p point) { l.label(p, nth) })
		}
		if nth > 0 || len(curves) == 1 {
			continue
		}
		for i := range curves { // before the labels of the others
			if c := &curves[i]; c.last && c.end > c.own {
				last := c.points[c.end-1]
				l.once(last, func() float64 { return l.name(last, i, c.persona) })
			}
		}
	}
}

// lettering is words that are set but have no place yet.
type lettering struct {
	lines []text.Line
	face  text.Face
	color Color
	size  float64
	w, h  float64
}

// set breaks words into lines, as few as fit the stage, and at most so many.
func (l *labeller) set(words string, face text.Face, color Color, most int) lettering {
	const narrow = 130
	s := l.w.s
	t := lettering{face: face, color: color, size: s.LabelSize}
	widest := max(l.right-l.left, s.LabelSize)
	t.lines = face.Break(words, t.size, min(widest, narrow))
	if len(t.lines) > 2 {
		t.lines = face.Break(words, t.size, widest)
	}
	t.lines = t.lines[:min(len(t.lines), most)]
	for _, line := range t.lines {
		t.w = max(t.w, line.Width)
	}
	t.h = s.LabelSize * labelLine * float64(len(t.lines))
	return t
}

// labelLines is how many lines of a longer text stand beside the curve; the rest
// is on the card, or in the header where it is a persona's name.
const labelLines, anyLines = 3, math.MaxInt

// labelWords is what a point is called: the card's mood, else the first words of
// its text; and how many lines of that are shown.
func (s *Style) labelWords(c *mapmodel.Card) (words string, lines int) {
	if c.Mood == "" {
		const first = 4
		all := strings.Fields(c.Text)
		if len(all) > first {
			return strings.Join(all[:first], " ") + "…", labelLines
		}
		return strings.Join(all, " "), labelLines
	}
	if s.longMood(c) {
		return c.Mood, labelLines
	}
	return c.Mood, anyLines
}

// longMood tells whether a mood is so long that its card has to say it on paper,
// since its label does not.
func (s *Style) longMood(c *mapmodel.Card) bool {
	const brief = 16 // runes: no font makes them too wide
	return utf8.RuneCountInString(c.Mood) > brief && len(text.Regular.Break(c.Mood, s.LabelSize, s.Column-2*labelEdge)) > labelLines
}

// labelLine is the height of a label's line, in times its size.
const labelLine = 1.2

// runs draws the lines around the middle of a width.
func (t *lettering) runs(width float64) []Element {
	m := t.face.Metrics(t.size)
	step := t.size * labelLine
	out := make([]Element, 0, len(t.lines))
	for i, line := range t.lines {
		y := float64(i)*step + (step-m.Line)/2 + m.Ascent
		out = append(out, &Run{X: (width - line.Width) / 2, Y: y, Text: line.Text, Face: t.face, Size: t.size, Color: t.color, Width: line.Width, Direction: line.Direction})
	}
	return out
}

// label writes a point's mood, or on the screen its value, above it where it is
// good, below where not, as near as it can be read.
func (l *labeller) label(p point, nth int) {
	s := l.w.s
	if !s.Paper {
		l.once(p, func() float64 {
			value := l.value(p.card.Emotion.Value)
			if box, _, ok := l.seek(p, value.w, value.h); ok {
				g := *value.group // says the same, of another card
				g.ID = p.card.ID
				l.stand(Placed{&g, Point{box.X, box.Y}})
			}
			return l.sought(p, value.w)
		})
		return
	}
	words, most := s.labelWords(p.card)
	if words == "" {
		return
	}
	if p.assumed() {
		words += " (" + l.w.words(wordAssumed) + ")"
	}
	color := s.Text
	if nth > 0 {
		color = s.name(nth)
	}
	t := l.set(words, text.Regular, color, most)
	box, apart, _ := l.seek(p, t.w, t.h)
	if apart {
		l.leader(p, nth, box)
	}
	l.put(box, p.card.ID, append(l.plate(box), t.runs(box.W)...))
}

// saidValue is a feeling's value, set once for all labels that say it.
type saidValue struct {
	lettering
	group *Group
}

func (l *labeller) value(v int) *saidValue {
	kept := &l.w.values[v+2]
	if kept.group == nil {
		kept.lettering = l.set(signed(v), text.Bold, l.w.s.Text, 1)
		kept.group = (&Group{Role: CurveRole, Size: Point{kept.w, kept.h}, Elements: kept.runs(kept.w)}).sealed()
	}
	return kept
}

// plate is the ground on which words stand, so that the scale does not strike
// them through.
func (l *labeller) plate(box Rect) []Element {
	return []Element{&Box{Rect: Rect{-1.5, 0.5, box.W + 3, box.H - 1}, Fill: l.w.s.Surface, Radius: 1.5}}
}

// put places words.
func (l *labeller) put(box Rect, id mapmodel.ID, elements []Element) {
	g := &Group{Role: CurveRole, ID: id, Size: Point{box.W, box.H}, Elements: elements}
	l.stand(Placed{g.sealed(), Point{box.X, box.Y}})
}

// stand has words stand in their place, where nothing else may stand then.
func (l *labeller) stand(words Placed) {
	box := words.Box()
	l.take(box)
	l.part.deep = max(l.part.deep, box.Bottom()+2-l.floor)
	l.part.words = append(l.part.words, words)
}

// leader is a thin line from a point to words that stand apart from it.
func (l *labeller) leader(p point, nth int, box Rect) {
	s := l.w.s
	to := Point{min(max(p.at.X, box.X), box.Right()), min(max(p.at.Y, box.Y), box.Bottom())}
	corner := Point{min(p.at.X, to.X), min(p.at.Y, to.Y)}
	line := Stroke{Color: s.Second, Width: 0.4 * s.Weight}
	if nth > 0 {
		line.Color = s.name(nth)
	}
	g := &Group{Role: CurveRole, Size: Point{math.Abs(p.at.X - to.X), math.Abs(p.at.Y - to.Y)}, Elements: []Element{&Path{
		Segments: Polyline(false, Point{p.at.X - corner.X, p.at.Y - corner.Y}, Point{to.X - corner.X, to.Y - corner.Y}), Stroke: line,
	}}}
	l.part.leaders = append(l.part.leaders, Placed{g.sealed(), corner})
}

// pill names a moment of truth: on paper at the lane's upper edge, at its lower
// one where the curve runs high; beside its point on the screen, where the
// diamond says it alone if others leave no room.
func (l *labeller) pill(p point) {
	s := l.w.s
	if !s.Paper {
		l.once(p, func() float64 {
			t := l.set(l.w.words(wordMoment), text.Bold, s.Text, anyLines)
			if box, ok := l.besideDiamond(p, t.w, t.h); ok {
				l.put(box, p.card.ID, t.runs(box.W))
			}
			return t.w + s.Diamond + beside
		})
		return
	}
	t := l.set(l.w.words(wordMoment), text.Bold, s.Text, anyLines)
	const sign, end = 16.0, 7.0 // the words begin behind a diamond
	if t.w > l.right-l.left-sign-end {
		wide := l.right
		l.right -= sign + end
		t = l.set(l.w.words(wordMoment), text.Bold, s.Text, anyLines)
		l.right = wide
	}
	t.color = s.Surface
	width, high := t.w+sign+end, t.h+3.4
	box, ok := l.atEdge(p, width, high)
	if !ok {
		box = l.inBand(p, width, high)
		l.leader(p, 0, box)
	}
	elements := []Element{
		&Box{Rect: Rect{0, 0, width, high}, Radius: min(high/2, 6.5), Fill: s.Text},
		diamond(Point{9, high / 2}, 3.4, s.Surface, Stroke{}),
	}
	for _, e := range t.runs(t.w) {
		run := *e.(*Run)
		run.X, run.Y = run.X+sign, run.Y+1.7
		elements = append(elements, &run)
	}
	l.put(box, p.card.ID, elements)
}

// name writes a persona's name at the end of the curve, and gives how far from
// there it looked for room.
func (l *labeller) name(last point, nth int, persona mapmodel.ID) float64 {
	s := l.w.s
	p := mapmodel.Find[*mapmodel.Persona](l.w.m, persona)
	if p == nil || p.Name == "" {
		return 0
	}
	t := l.set(p.Name, text.Bold, s.name(nth), labelLines)
	far := max(l.sought(last, t.w), t.w+s.Face+beside)
	box, apart, ok := l.besideEnd(last, t.w, t.h)
	if !ok {
		if box, apart, ok = l.seek(last, t.w, t.h); !ok {
			return far
		}
	}
	if apart {
		l.leader(last, nth, box)
	}
	l.put(box, mapmodel.ID{}, append(l.plate(box), t.runs(box.W)...))
	return far
}

// name is the colour in which the words of a persona's curve are written: dark
// enough to be read.
func (s *Style) name(nth int) Color {
	return s.legible(s.Curves[nth%len(s.Curves)], s.Surface, s.Canvas)
}

// ways say at the lane's lower edge from which stage the curve runs into the
// page, and to which it runs out.
func (l *labeller) ways(curves []stretch) {
	s := l.w.s
	room := (l.right - l.left) / 2
	say := func(key string, p point, place func(width float64) float64) {
		stage := l.w.m.StageOf(p.card.Column)
		if stage == nil || stage.Name == "" {
			return
		}
		b := s.fitted(l.w.words.fill(key, "stage", stage.Name), text.Italic, s.MetaSize, room-4, 1)
		if len(b.Lines) != 1 {
			return
		}
		box := Rect{place(b.Widest()), l.floor - b.Height() - 2, b.Widest(), b.Height()}
		if l.free(box) && !l.onLine(box) {
			l.put(box, mapmodel.ID{}, append(l.plate(box), b.runs(s.Second)...))
		}
	}
	for i := range curves {
		c := &curves[i]
		if c.own > 0 && c.points[c.own-1].beyond {
			say(wordFrom, c.points[c.own-1], func(float64) float64 { return l.left })
			break
		}
	}
	for i := range curves {
		c := &curves[i]
		if c.end < len(c.points) && c.points[c.end].beyond {
			say(wordTo, c.points[c.end], func(width float64) float64 { return l.right - width })
			break
		}
	}
}
