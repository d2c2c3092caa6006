package scene

import (
	"cmp"
	"slices"

	"footpath/mapmodel"
)

// point is a point of a curve, counted from the lane's upper edge.
type point struct {
	at   Point
	card *mapmodel.Card
	// gap is true where the curve does not come from the point before.
	gap bool
	// beyond is true for a feeling on the page before or after: the curve runs
	// in from it, or out to it, and its mark is not drawn.
	beyond bool
}

func (p point) assumed() bool { return p.card.Level == mapmodel.Assumed }

// felt is what a persona feels in a stage.
type felt struct {
	points []point // in order from the left
	// open is true where nobody knows how it felt before the first point, in this
	// stage; gap where nobody does after the last, or at all.
	open, gap bool
}

// feltAlike tells whether what is felt looks the same.
func (s *Style) feltAlike(a, b felt) bool {
	return a.open == b.open && a.gap == b.gap && slices.EqualFunc(a.points, b.points, func(a, b point) bool {
		// Whether the first is joined to the stage before is not this stage's matter.
		a.gap, b.gap = false, false
		return s.pointsAlike(a, b)
	}) && slices.EqualFunc(tail(a.points), tail(b.points), s.pointsAlike)
}

func tail(points []point) []point {
	if len(points) == 0 {
		return nil
	}
	return points[1:]
}

// pointsAlike tells whether points look the same.
func (s *Style) pointsAlike(a, b point) bool {
	if a.at != b.at || a.gap != b.gap || a.beyond != b.beyond {
		return false
	}
	x, y := a.card, b.card
	return x == y || x.ID == y.ID && x.Emotion == y.Emotion && x.Level == y.Level && x.Moment == y.Moment && x.Mood == y.Mood &&
		(!s.Paper || x.Text == y.Text)
}

// feltBy gives what all personas feel in the stages of the page, for a lane
// whose scale is so high.
func (w *work) feltBy(height float64) [][]felt {
	people := w.personas()
	out := make([][]felt, len(w.page.Grid.Stages))
	for i, span := range w.page.Grid.Stages {
		out[i] = w.feltIn(span, people, height)
	}
	w.carryGaps(out)
	return out
}

// feltIn gives what personas feel in a stage.
func (w *work) feltIn(span Span, people []mapmodel.ID, height float64) []felt {
	out := make([]felt, len(people))
	for nth, persona := range people {
		curve := w.m.StageCurve(span.ID, persona)
		f := felt{gap: curve.Gap, points: make([]point, 0, len(curve.Points))}
		for _, p := range curve.Points {
			if w.sheet.Sieve != nil && !w.sheet.Sieve.Passes(p.Card) {
				continue
			}
			x, width := span.X, span.W
			if p.Column != span.ID {
				x, width = w.page.Grid.column(span, p.Column)
			}
			f.points = append(f.points, point{at: Point{x + width*p.At, w.level(height, float64(p.Value))}, card: p.Card, gap: p.Gap})
		}
		f.gap = f.gap || len(f.points) == 0 && len(curve.Points) > 0
		for i := range f.points {
			f.points[i].at.X = w.tiling.inside(f.points[i].at.X, w.markRadius(f.points[i])+2)
		}
		// A stage's own feelings stand among those of its steps.
		slices.SortStableFunc(f.points, func(a, b point) int {
			switch {
			case a.at.X < b.at.X:
				return -1
			case a.at.X > b.at.X:
				return 1
			}
			return 0
		})
		f.open = len(f.points) > 0 && f.points[0].gap
		out[nth] = f
	}
	var before []point // of the personas before, from the left
	for nth := 1; nth < len(out); nth++ {
		before = append(before, out[nth-1].points...)
		slices.SortStableFunc(before, func(a, b point) int { return cmp.Compare(a.at.X, b.at.X) })
		w.makeRoom(out[nth].points, before, span)
	}
	return out
}

// column is the place of a step's column in a stage.
func (g *Grid) column(span Span, id mapmodel.ID) (x, width float64) {
	for _, c := range g.Columns[span.First : span.First+span.Count] {
		if c.ID == id {
			return c.X, c.W
		}
	}
	return span.X, span.W
}

// makeRoom moves the points of a persona beside those of the ones before, from
// the left, where they felt the same, as far as they keep their order and their
// stage.
func (w *work) makeRoom(points, before []point, span Span) {
	s := w.s
	for i := range points {
		for _, m := range before {
			dx, dy := points[i].at.X-m.at.X, points[i].at.Y-m.at.Y
			if dx*dx+dy*dy >= s.Face*s.Face/4 {
				continue
			}
			x := m.at.X + s.Face*0.9
			if r := w.markRadius(points[i]); x+r < span.X+span.W && (i == len(points)-1 || x < points[i+1].at.X) {
				points[i].at.X = w.tiling.inside(x, r+2)
			}
		}
	}
}

// carryGaps tells the first points of stages whether the curve comes from the
// stage before. Points are not altered where a layout holds them.
func (w *work) carryGaps(stages [][]felt) {
	for nth := range w.personas() {
		gap := true // nothing before the first
		for i := range stages {
			f := &stages[i][nth]
			if len(f.points) > 0 {
				if want := gap || f.open; f.points[0].gap != want {
					f.points = slices.Clone(f.points)
					f.points[0].gap = want
				}
				gap = false
			}
			gap = gap || f.gap
		}
	}
}

// beyond gives the feelings of a persona from which the curve runs into a page
// of some stages, and to which it runs out; nil where it does not.
func (w *work) beyond(persona mapmodel.ID, nth int, stages [][]felt, height float64) (before, after *point) {
	grid := &w.page.Grid
	if w.only == nil || len(grid.Stages) == 0 {
		return nil, nil
	}
	first, last := grid.Stages[0], grid.Stages[len(grid.Stages)-1]
	at := -1 // before, on, and after the page
	gap := false
	for stage := range w.m.Stages() {
		if stage.ID == first.ID {
			at = 0
			gap = gap || len(stages[0][nth].points) == 0 || stages[0][nth].open
			if gap {
				before = nil
			}
		}
		if at != 0 {
			curve := w.m.StageCurve(stage.ID, persona)
			for _, p := range curve.Points {
				if at > 0 {
					if gap || p.Gap {
						return before, nil
					}
					return before, &point{at: Point{grid.right() + last.W/2, w.level(height, float64(p.Value))}, card: p.Card, beyond: true}
				}
				before, gap = &point{at: Point{grid.left() - first.W/2, w.level(height, float64(p.Value))}, card: p.Card, beyond: true}, false
			}
			gap = gap || curve.Gap
		}
		if stage.ID == last.ID {
			f := stages[len(stages)-1][nth]
			at, gap = 1, f.gap || len(f.points) == 0
		}
	}
	return before, nil
}
