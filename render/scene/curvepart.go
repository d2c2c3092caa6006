package scene

import (
	"math"
	"slices"

	"footpath/mapmodel"
)

// curvePart is the curve in one stage. It hangs on what is felt in the stage and
// close to it alone, and its words stay inside of the stage.
type curvePart struct {
	from partOf

	leaders []Placed   // from points to words that stand apart
	lines   [][]Placed // by persona
	marks   [][]Placed // by persona, of the stage's own points in order
	words   []Placed

	pieces   [][]drawnPiece // by persona, those of the stages beside it too
	wordings []wording

	moments []float64
	assumed bool
	deep    float64 // how far words reach below the scale
}

// partOf is all that a part of the curve hangs on.
type partOf struct {
	span   Span
	height float64 // of the scale
	curves []stretch
	// near are the points of other stages whose marks reach into this one.
	near []point
}

// stretch is a persona's curve in a stage, and what it joins on either side.
type stretch struct {
	persona mapmodel.ID
	points  []point
	// The stage's own points are those from own to end.
	own, end int
	// last is true where the persona's last point on the page is one of them.
	last bool
}

// joined is how many points beyond a stage's last give the curve its slope there.
const joined = 2

// curveParts draws the curve stage by stage, on a scale of a height; parts of the
// layout before serve again where nothing changed near them.
func (w *work) curveParts(stages [][]felt, before []*curvePart, changed func(stage int) bool, height float64) []*curvePart {
	spans := w.page.Grid.Stages
	people := w.personas()
	ends := make([]ends, len(people))
	for nth, persona := range people {
		ends[nth] = w.ends(persona, nth, stages, height)
	}
	out := make([]*curvePart, len(spans))
	for i, span := range spans {
		var old *curvePart
		if before != nil {
			old = before[i]
			if !changed(i) {
				out[i] = old
				continue
			}
		}
		from := partOf{span: span, height: height, near: w.reachingIn(stages, i)}
		for nth, persona := range people {
			from.curves = append(from.curves, newStretch(persona, nth, stages, i, ends[nth]))
		}
		if old != nil && old.from.alike(&from, w.s) {
			out[i] = old
			continue
		}
		out[i] = w.curvePart(from, old)
	}
	return out
}

func (a *partOf) alike(b *partOf, s *Style) bool {
	return a.span == b.span && a.height == b.height && slices.EqualFunc(a.near, b.near, s.pointsAlike) &&
		slices.EqualFunc(a.curves, b.curves, func(a, b stretch) bool {
			return a.persona == b.persona && a.own == b.own && a.end == b.end && a.last == b.last && slices.EqualFunc(a.points, b.points, s.pointsAlike)
		})
}

// ends are where a persona's curve begins and ends on the page.
type ends struct {
	before, after *point // beyond the page, nil where the curve does not go on
	last          int    // the last stage with a point, or -1
}

func (w *work) ends(persona mapmodel.ID, nth int, stages [][]felt, height float64) ends {
	before, after := w.beyond(persona, nth, stages, height)
	last := len(stages) - 1
	for last >= 0 && len(stages[last][nth].points) == 0 {
		last--
	}
	return ends{before, after, last}
}

// newStretch takes a persona's points of the i-th stage, and what they join. A
// stage without points parts those beside it.
func newStretch(persona mapmodel.ID, nth int, stages [][]felt, i int, e ends) stretch {
	own := stages[i][nth].points
	if len(own) == 0 {
		return stretch{persona: persona}
	}
	out := stretch{persona: persona, points: make([]point, 0, len(own)+2*joined), last: i == e.last}
	begun := i == 0 && e.before != nil
	if begun {
		out.points = append(out.points, *e.before)
	} else {
		out.points = append(out.points, joinedBefore(nth, stages, i, e)...)
	}
	out.own = len(out.points)
	out.points = append(out.points, own...)
	if begun {
		out.points[out.own].gap = false
	}
	out.end = len(out.points)
	for j := i + 1; j < len(stages) && len(out.points) < out.end+joined; j++ {
		for _, p := range stages[j][nth].points {
			if p.gap || len(out.points) == out.end+joined {
				return out
			}
			out.points = append(out.points, p)
		}
		if len(stages[j][nth].points) == 0 {
			return out
		}
	}
	if e.after != nil && len(out.points) < out.end+joined {
		out.points = append(out.points, *e.after)
	}
	return out
}

// joinedBefore are the points from which a persona's curve comes into the i-th
// stage, in order.
func joinedBefore(nth int, stages [][]felt, i int, e ends) []point {
	var out []point
	gap, begun := stages[i][nth].points[0].gap, false
	for j := i - 1; j >= 0 && !gap && len(out) < joined; j-- {
		points := stages[j][nth].points
		if len(points) == 0 {
			break
		}
		for k := len(points) - 1; k >= 0 && !gap && len(out) < joined; k-- {
			out = append(out, points[k])
			gap = points[k].gap
		}
		if j == 0 && gap && e.before != nil && len(out) < joined && len(out) == len(points) {
			out, begun = append(out, *e.before), true
		}
	}
	slices.Reverse(out)
	if begun {
		out[1].gap = false
	}
	return out
}

// reachingIn lists points of the stages beside the i-th whose marks reach into
// it.
func (w *work) reachingIn(stages [][]felt, i int) []point {
	var out []point
	spans := w.page.Grid.Stages
	for _, beside := range []int{i - 1, i + 1} {
		if beside < 0 || beside >= len(stages) {
			continue
		}
		for _, f := range stages[beside] {
			for _, p := range f.points {
				r := w.markRadius(p) + 2
				if math.Abs(p.at.X-spans[i].X) < r || math.Abs(p.at.X-spans[i].X-spans[i].W) < r {
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// curvePart draws the curve in a stage; lines and marks of the layout before
// serve again where they are the same.
func (w *work) curvePart(from partOf, before *curvePart) *curvePart {
	n := len(from.curves)
	part := &curvePart{from: from, lines: make([][]Placed, n), marks: make([][]Placed, n), pieces: make([][]drawnPiece, n)}
	words := w.labeller(part)
	for _, wall := range w.tiling.cuts() {
		words.take(Rect{wall - 1, 0, 2, 1e6})
	}
	for nth := range from.curves {
		w.line(part, before, nth, words)
	}
	for nth := range from.curves {
		c := &from.curves[nth]
		part.marks[nth] = make([]Placed, 0, c.end-c.own)
		for i, p := range c.points {
			words.avoid(p)
			if i < c.own || i >= c.end {
				continue
			}
			if p.card.Moment {
				part.moments = append(part.moments, p.at.X)
			}
			g := before.mark(p, nth, i-c.own, w.s)
			if g == nil {
				g = w.mark(p, nth)
			}
			part.marks[nth] = append(part.marks[nth], Placed{g, Point{p.at.X - g.Size.X/2, p.at.Y - g.Size.Y/2}})
		}
	}
	for _, p := range from.near {
		words.avoid(p)
	}
	words.compare(before)
	words.write(from.curves)
	return part
}

// mark is the mark that a layout before has made for the i-th of a stage's
// points, nil where it looked different.
func (c *curvePart) mark(p point, nth, i int, s *Style) *Group {
	if c == nil || nth >= len(c.marks) || i >= len(c.marks[nth]) {
		return nil
	}
	was := c.from.curves[nth].points[c.from.curves[nth].own+i]
	if was.at, was.gap = p.at, p.gap; !s.pointsAlike(was, p) {
		return nil
	}
	return c.marks[nth][i].Group
}

// drawnPiece is a piece of the curve that words keep off, and how it is drawn;
// without a group where another stage draws it.
type drawnPiece struct {
	from    Point
	to      Segment
	assumed bool
	placed  Placed
}

// piece is how a layout before has drawn the i-th piece; without a group where
// it was another.
func (c *curvePart) piece(nth, i int, now drawnPiece) Placed {
	if c != nil && nth < len(c.pieces) && i < len(c.pieces[nth]) {
		if was := c.pieces[nth][i]; was.from == now.from && was.to == now.to && was.assumed == now.assumed {
			return was.placed
		}
	}
	return Placed{}
}
