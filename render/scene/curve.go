package scene

import (
	"slices"

	"footpath/mapmodel"
)

// keptCurve is the curve of the layout before, stage by stage, so that a feeling
// that changes is drawn anew with no more than its neighbours.
type keptCurve struct {
	// persons, lanes, columns and what cards are filtered by are what all of it
	// hangs on, and how high the lane is.
	persons, lanes *mapmodel.Cell
	sieve          *Sieve
	columns        []Column
	height         float64
	// band is the lower part of the lane that is left to words without a place
	// beside their points.
	band  float64
	below []mapmodel.Below // of the columns, as the skeleton lists them
	felt  [][]felt         // by stage, then by persona
	parts []*curvePart     // by stage
	scale Placed

	// What is drawn, for a lane at y.
	y       float64
	back    []Placed
	front   Stack
	drawn   []*curvePart // what front is drawn of
	moments []float64    // where the hairlines of moments of truth stand
	assumed bool         // whether a piece of it is dashed
}

// drawCurve draws the emotion curves of all personas into the lane's row.
func (w *work) drawCurve(row Row) {
	k := &w.curve
	var moved bool
	if w.s.Paper {
		*k, moved = keptCurve{}, true
		w.settleCurve(k, row.H)
	} else {
		moved = w.curveAgain(k, row.H)
	}
	if moved || k.y != row.Y {
		w.gather(k, row.Y)
	}
	for _, x := range k.moments {
		w.hairline(x)
	}
	w.page.Back = append(w.page.Back, k.back...)
	if len(w.page.Front) == 0 {
		w.page.Front = slices.Clip(k.front)
	} else {
		w.page.Front = append(w.page.Front, k.front...)
	}
}

// curveAgain draws the board's curve as far as it changed, and tells whether
// any of it did.
func (w *work) curveAgain(k *keptCurve, height float64) bool {
	columns := w.page.Grid.Columns
	if k.persons != w.people || k.lanes != w.known.family || k.sieve != w.sheet.Sieve || k.height != height || !sameColumns(k.columns, columns) || len(k.below) != len(w.known.below) {
		*k = keptCurve{persons: w.people, lanes: w.known.family, sieve: w.sheet.Sieve, columns: columns, height: height, below: slices.Clone(w.known.below)}
		k.felt = w.feltBy(height)
		k.scale = w.scale(height)
		k.parts = w.curveParts(k.felt, nil, nil, height)
		return true
	}
	var changed []int
	people := w.personas()
	column := 0 // of the skeleton's
	for i, span := range w.page.Grid.Stages {
		from := column
		column++
		if w.page.Grid.Columns[span.First].ID != span.ID {
			column += span.Count
		}
		if slices.Equal(k.below[from:column], w.known.below[from:column]) {
			continue
		}
		copy(k.below[from:column], w.known.below[from:column])
		next := w.feltIn(span, people, height)
		if !slices.EqualFunc(next, k.felt[i], w.s.feltAlike) {
			k.felt[i], changed = next, append(changed, i)
		}
	}
	if len(changed) > 0 {
		w.carryGaps(k.felt)
		near := func(stage int) bool {
			return slices.ContainsFunc(changed, func(i int) bool { return i-stage <= joined+1 && stage-i <= joined+1 })
		}
		k.parts = w.curveParts(k.felt, k.parts, near, height)
	}
	return len(changed) > 0
}

// sameColumns tells whether columns are equal; most often they are the very
// same.
func sameColumns(a, b []Column) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || slices.Equal(a, b))
}

// gather puts the parts of the curve together for a lane at y: lines below marks
// below words, and the main persona's above the others'. What is drawn already
// serves again.
func (w *work) gather(k *keptCurve, y float64) {
	drawn, before := k.drawn, k.front
	if k.y != y {
		drawn = nil
	}
	k.y, k.back, k.moments, k.assumed = y, lower(nil, []Placed{k.scale}, y), nil, false
	for _, p := range k.parts {
		k.back = lower(k.back, p.leaders, y)
		k.moments = append(k.moments, p.moments...)
		k.assumed = k.assumed || p.assumed
	}
	people := len(w.personas())
	k.drawn, k.front = k.parts, make(Stack, 0, (2*people+1)*len(k.parts))
	layer := func(of func(*curvePart) []Placed) {
		for i, p := range k.parts {
			if drawn != nil && drawn[i] == p {
				k.front = append(k.front, before[len(k.front)])
			} else {
				k.front = append(k.front, slices.Clip(lower(nil, of(p), y)))
			}
		}
	}
	for nth := people - 1; nth >= 0; nth-- {
		layer(func(p *curvePart) []Placed { return p.lines[nth] })
	}
	for nth := people - 1; nth >= 0; nth-- {
		layer(func(p *curvePart) []Placed { return p.marks[nth] })
	}
	layer(func(p *curvePart) []Placed { return p.words })
}

// personas lists whose curves are drawn; a map without any has one for
// everybody.
func (w *work) personas() []mapmodel.ID {
	if w.people.Len() == 0 {
		return []mapmodel.ID{{}}
	}
	out := make([]mapmodel.ID, w.people.Len())
	for i := range out {
		out[i] = w.people.At(i).Base().ID
	}
	return out
}

// lower places groups further down.
func lower(to, groups []Placed, by float64) []Placed {
	to = slices.Grow(to, len(groups))
	for _, g := range groups {
		g.At.Y += by
		to = append(to, g)
	}
	return to
}

func (g *Grid) left() float64 {
	if len(g.Columns) == 0 {
		return 0
	}
	return g.Columns[0].X
}

func (g *Grid) right() float64 {
	if len(g.Columns) == 0 {
		return 0
	}
	last := g.Columns[len(g.Columns)-1]
	return last.X + last.W
}
