package scene

// On paper no word beside the curve is lost: what finds no place near its point
// stands in a band below the scale. The lane grows by that band.

// curveLeast is the height that the curve's lane needs at the least.
func (w *work) curveLeast() float64 {
	if w.curveNeed == 0 {
		w.curveNeed = w.s.CurveMin
		if len(w.page.Grid.Columns) > 0 {
			w.curveNeed += w.deepest(w.s.CurveMin)
		}
	}
	return w.curveNeed
}

// deepest is how far words reach below a scale of a height.
func (w *work) deepest(height float64) float64 {
	w.curveTried = w.curveParts(w.feltBy(height), nil, nil, height)
	return deepestOf(w.curveTried)
}

func deepestOf(parts []*curvePart) float64 {
	deep := 0.0
	for _, p := range parts {
		deep = max(deep, p.deep)
	}
	return deep
}

// settleCurve draws the curve into a lane of a height: the scale is as high as
// the band below it lets it be. A lane that is no higher than it needs takes the
// scale with which that was measured, unless all finds room on a full one.
func (w *work) settleCurve(k *keptCurve, height float64) {
	const tries = 5
	draw := func(scale float64) (deep float64) {
		k.felt = w.feltBy(scale)
		k.parts = w.curveParts(k.felt, w.curveTried, func(int) bool { return true }, scale)
		k.band, k.height = height-scale, height
		return deepestOf(k.parts)
	}
	scale, done := height, false
	for range tries {
		deep := draw(scale)
		if done = scale+deep <= height+0.01; done || height <= w.curveNeed+0.01 || height-deep < w.s.CurveMin {
			break
		}
		scale = height - deep
	}
	if !done { // as the lane's least height was measured
		draw(w.s.CurveMin)
	}
	k.scale = w.scale(height - k.band)
}
