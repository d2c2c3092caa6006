package scene

import "footpath/mapmodel"

// scale draws the lines of the axis across the columns, for a scale of a height.
func (w *work) scale(height float64) Placed {
	s := w.s
	left := w.page.Grid.left()
	width := w.page.Grid.right() - left
	var lines []Element
	for v := -2; v <= 2; v++ {
		line := Stroke{Color: s.Hairline, Width: s.Hair / s.Weight} // words stand on it
		if v == 0 {
			line = Stroke{Color: s.Border, Width: max(s.Hair/s.Weight, 0.6), Dash: []float64{3, 2.2}}
			if !s.Paper {
				line.Dash = []float64{4, 4}
			}
		}
		y := w.level(height, float64(v))
		lines = append(lines, &Path{Segments: Polyline(false, Point{0, y}, Point{width, y}), Stroke: line})
	}
	g := &Group{Role: CurveRole, Size: Point{width, height}, Elements: lines}
	return Placed{g.sealed(), Point{left, 0}}
}

// line joins a persona's points in a stage, piece by piece: a gap where nobody
// knows, dashes where a feeling is only assumed. A piece belongs to the stage in
// which it ends, or to the last of the page.
func (w *work) line(part, before *curvePart, nth int, words *labeller) {
	c := &part.from.curves[nth]
	part.lines[nth], part.pieces[nth] = make([]Placed, 0, len(c.points)), make([]drawnPiece, 0, len(c.points))
	for start := 0; start < len(c.points); {
		end := start + 1
		for end < len(c.points) && !c.points[end].gap {
			end++
		}
		run := make([]Point, 0, end-start)
		for _, p := range c.points[start:end] {
			run = append(run, p.at)
		}
		pieces := Monotone(run)
		for i := 1; i < len(pieces); i++ {
			to := start + i
			if to < c.own || to > c.end {
				continue // of another stage, and not near
			}
			from, piece := cutAt(run[i-1], pieces[i], w.page.Grid.left(), w.page.Grid.right())
			words.line(from, piece)
			fed := drawnPiece{from: from, to: piece, assumed: c.points[to-1].assumed() || c.points[to].assumed()}
			if to < c.end || c.points[to].beyond {
				fed.placed = before.piece(nth, len(part.pieces[nth]), fed)
				if fed.placed.Group == nil {
					fed.placed = w.piece(from, piece, nth, fed.assumed, part.from.height)
				}
				part.lines[nth] = append(part.lines[nth], fed.placed)
				part.assumed = part.assumed || fed.assumed
			}
			part.pieces[nth] = append(part.pieces[nth], fed)
		}
		start = end
	}
}

// piece draws the curve from one point to the next as a group of its own, over a
// scale of a height.
func (w *work) piece(from Point, to Segment, nth int, assumed bool, height float64) Placed {
	s := w.s
	stroke := Stroke{Color: s.Curves[nth%len(s.Curves)], Width: s.CurveStroke, Round: true}
	if nth > 0 {
		stroke.Width *= 0.64
	}
	zero := w.level(height, 0)
	top := min(from.Y, to.C.Y, zero) - stroke.Width
	corner := Point{from.X, top}
	local := func(p Point) Point { return Point{p.X - corner.X, p.Y - corner.Y} }
	seg := Segment{Op: Curve, A: local(to.A), B: local(to.B), C: local(to.C)}
	g := &Group{Role: CurveRole, Size: Point{to.C.X - from.X, max(from.Y, to.C.Y, zero) + stroke.Width - top}}
	if nth == 0 && !s.Paper {
		base := zero - corner.Y
		fill := stroke.Color
		fill.A = 26
		g.Elements = append(g.Elements, &Path{Fill: fill, Segments: []Segment{
			{Op: Move, A: Point{0, base}},
			{Op: Line, A: local(from)},
			seg,
			{Op: Line, A: Point{seg.C.X, base}},
			{Op: Close},
		}})
	}
	if assumed {
		stroke.Dash = []float64{5, 3.4}
		if !s.Paper {
			stroke.Dash = []float64{7, 5}
		}
		stroke.Round = false
	}
	g.Elements = append(g.Elements, &Path{Segments: []Segment{{Op: Move, A: local(from)}, seg}, Stroke: stroke})
	return Placed{g.sealed(), corner}
}

// markRadius is how far a point's mark reaches.
func (w *work) markRadius(p point) float64 {
	if p.card.Moment {
		return w.s.Diamond + 1
	}
	return w.s.Face * 0.64
}

// mark draws a point: a face for the main persona, a hollow square for others,
// a diamond around a moment of truth.
func (w *work) mark(p point, nth int) *Group {
	s := w.s
	r := w.markRadius(p)
	c := Point{r, r}
	g := &Group{Role: CurveRole, ID: p.card.ID, Size: Point{2 * r, 2 * r}}
	if p.card.Moment {
		line := Stroke{Color: s.Text, Width: 1.1}
		if !s.Paper {
			line = Stroke{Color: s.Curves[0], Width: 2}
		}
		g.Elements = append(g.Elements, diamond(c, s.Diamond, s.Surface, line))
	}
	if nth == 0 {
		if s.Paper && !p.card.Moment { // a white ring parts the face from the line
			g.Elements = append(g.Elements, &Path{Segments: Circle(c, s.Face/2+1.6), Fill: s.Surface})
		}
		g.Elements = append(g.Elements, s.face(c, s.Face, p.card.Emotion.Value, p.assumed())...)
	} else {
		g.Elements = append(g.Elements, s.other(c, nth))
	}
	return g.sealed()
}

// other is the mark of a persona other than the main one on the page's and the
// board's curve.
func (s *Style) other(c Point, nth int) Element {
	return s.otherMark(c, nth, s.Face*0.205, s.CurveStroke*thinner)
}

// otherMark is the mark of a persona other than the main one, so large to each
// side: a hollow square, a triangle, or one upside down, so that they are told
// apart without colour.
func (s *Style) otherMark(c Point, nth int, half, width float64) Element {
	line := Stroke{Color: s.Curves[nth%len(s.Curves)], Width: width}
	up := 1.25 * half
	switch nth % 3 {
	case 2:
		up = -up
		fallthrough
	case 0:
		return &Path{
			Segments: Polyline(true, Point{c.X - 1.25*half, c.Y - up}, Point{c.X + 1.25*half, c.Y - up}, Point{c.X, c.Y + up}),
			Fill:     s.Surface, Stroke: line,
		}
	}
	return &Box{Rect: Rect{c.X - half, c.Y - half, 2 * half, 2 * half}, Fill: s.Surface, Stroke: line}
}

// hairline is the line of a moment of truth, through all lanes.
func (w *work) hairline(x float64) {
	s := w.s
	rows := w.page.Grid.Rows
	last := len(rows) - 1
	for last > 0 && rows[last].Kind == mapmodel.LaneMetrics {
		last--
	}
	top, bottom := rows[0].Y, rows[last].Y+rows[last].H
	line := Stroke{Color: s.Border, Width: 1}
	if s.Paper {
		line = Stroke{Color: s.Text, Width: 0.6, Dash: []float64{4, 2}}
	}
	g := &Group{Role: CurveRole, Size: Point{1, bottom - top}, Elements: []Element{
		&Path{Segments: Polyline(false, Point{0.5, 0}, Point{0.5, bottom - top}), Stroke: line},
	}}
	w.page.Back = append(w.page.Back, Placed{g.sealed(), Point{x - 0.5, top}})
}
