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
	marks   [][]Placed // by persona
	words   []Placed
	count   int // of groups in front

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

// curveParts draws the curve stage by stage; parts of the layout before serve
// again where nothing near them changed. The scale is so
// high.
func (w *work) curveParts(stages [][]felt, before []*curvePart, height float64) []*curvePart {
	spans := w.page.Grid.Stages
	people := w.personas()
	runs := w.runs(people, stages, height)
	out := make([]*curvePart, len(spans))
	for i, span := range spans {
		from := partOf{span: span, height: height, near: w.reachingIn(stages, i)}
		for nth, persona := range people {
			from.curves = append(from.curves, runs[nth].stretch(persona, i))
		}
		if before != nil && before[i].from.alike(&from, w.s) {
			out[i] = before[i]
			continue
		}
		out[i] = w.curvePart(from)
	}
	return out
}

func (a *partOf) alike(b *partOf, s *Style) bool {
	return a.span == b.span && a.height == b.height && slices.EqualFunc(a.near, b.near, s.pointsAlike) &&
		slices.EqualFunc(a.curves, b.curves, func(a, b stretch) bool {
			return a.persona == b.persona && a.own == b.own && a.end == b.end && a.last == b.last && slices.EqualFunc(a.points, b.points, s.pointsAlike)
		})
}

// run is a persona's curve on the page: all points in order, and where each
// stage's begin.
type run struct {
	points []point
	begin  []int // by stage, and the end of the last
}

// runs puts the stages' points in rows.
func (w *work) runs(people []mapmodel.ID, stages [][]felt, height float64) []run {
	out := make([]run, len(people))
	for nth, persona := range people {
		r := &out[nth]
		n := 2
		for i := range stages {
			n += len(stages[i][nth].points)
		}
		r.points, r.begin = make([]point, 0, n), make([]int, 0, len(stages)+1)
		before, after := w.beyond(persona, nth, stages, height)
		if before != nil {
			r.points = append(r.points, *before)
		}
		for i := range stages {
			r.begin = append(r.begin, len(r.points))
			r.points = append(r.points, stages[i][nth].points...)
			if i == 0 && before != nil {
				r.points[1].gap = false
			}
		}
		r.begin = append(r.begin, len(r.points))
		if after != nil {
			r.points = append(r.points, *after)
		}
	}
	return out
}

// stretch is the run's part in the i-th stage.
func (r *run) stretch(persona mapmodel.ID, i int) stretch {
	from, to := r.begin[i], r.begin[i+1]
	if from == to {
		return stretch{persona: persona}
	}
	first, end := from, to
	for n := 0; n < joined && first > 0 && !r.points[first].gap; n++ {
		first--
	}
	for n := 0; n < joined && end < len(r.points) && !r.points[end].gap; n++ {
		end++
	}
	return stretch{
		persona: persona, points: r.points[first:end:end], own: from - first, end: to - first,
		last: to == r.begin[len(r.begin)-1],
	}
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

// curvePart draws the curve in a stage.
func (w *work) curvePart(from partOf) *curvePart {
	part := &curvePart{from: from, lines: make([][]Placed, len(from.curves)), marks: make([][]Placed, len(from.curves))}
	words := &labeller{w: w, part: part, floor: from.height}
	words.left, words.right = from.span.X+labelEdge, from.span.X+from.span.W-labelEdge
	for _, wall := range w.tiling.cuts() {
		words.take(Rect{wall - 1, 0, 2, 1e6})
	}
	for nth := range from.curves {
		w.line(part, nth, words)
	}
	for nth := range from.curves {
		c := &from.curves[nth]
		for i, p := range c.points {
			words.avoid(p)
			if i >= c.own && i < c.end {
				w.mark(part, p, nth)
			}
		}
	}
	for _, p := range from.near {
		words.avoid(p)
	}
	words.write(from.curves)
	part.count = len(part.words)
	for nth := range from.curves {
		part.count += len(part.lines[nth]) + len(part.marks[nth])
	}
	return part
}
