package scene

import "math"

// labeller finds places for words beside the points of a stage, so that none
// lies on others, on a mark or on a curve.
type labeller struct {
	w    *work
	part *curvePart
	// left and right are how far words may reach; floor is the scale's lower edge,
	// below which there is no curve.
	left, right, floor float64
	depths             map[int]float64 // how deep the band is filled, by strip
	// before is what the layout before has written, and changed where something
	// is not as it was then.
	before  []wording
	changed []span
	*found
}

// found is what a labeller knows of a stage, kept for its memory.
type found struct {
	taken  crowd[Rect] // where nothing more may stand
	lines  crowd[beam] // the curves
	places []shaft
}

// labeller looks for places in a stage, beside the curve's part in it.
func (w *work) labeller(part *curvePart) *labeller {
	span := part.from.span
	l := &labeller{w: w, part: part, left: span.X + labelEdge, right: span.X + span.W - labelEdge, floor: part.from.height, found: &w.found}
	l.taken.clear(l.left, l.right)
	l.lines.clear(l.left, l.right)
	return l
}

// beam is a short straight part of a curve, so thick, and the box it takes.
type beam struct {
	from, to Point
	half     float64
	box      Rect
}

func newBeam(from, to Point, half float64) beam {
	x, y := min(from.X, to.X), min(from.Y, to.Y)
	return beam{from, to, half, Rect{x, y, max(from.X, to.X) - x, max(from.Y, to.Y) - y}.Inset(-half)}
}

// take lets nothing more stand in a box. What stands below the scale is in
// nobody's way: the band there is filled in another way.
func (l *labeller) take(box Rect) {
	if box.Y < l.floor {
		l.taken.add(box, box.X, box.Right())
	}
}

// avoid keeps words off a point's mark.
func (l *labeller) avoid(p point) {
	if p.beyond {
		return
	}
	r := l.w.s.Face * 0.55
	l.take(Rect{p.at.X - r, p.at.Y - r, 2 * r, 2 * r})
	if d := l.w.s.Diamond; p.card.Moment { // in slices, so that words may stand beside its corners
		const slices = 8
		for i := range slices {
			y := d * (2*float64(i)/slices - 1)
			wide := d - min(math.Abs(y), math.Abs(y+2*d/slices)) + 1
			l.take(Rect{p.at.X - wide, p.at.Y + y, 2 * wide, 2 * d / slices})
		}
	}
}

// line keeps words off a piece of a curve.
func (l *labeller) line(from Point, to Segment) {
	half := l.w.s.CurveStroke/2 + 0.4
	steps := min(max(int((math.Abs(to.C.X-from.X)+math.Abs(to.C.Y-from.Y))/6), 4), 24)
	last := from
	for i := 1; i <= steps; i++ {
		t := float64(i) / float64(steps)
		a, b, c, d := (1-t)*(1-t)*(1-t), 3*t*(1-t)*(1-t), 3*t*t*(1-t), t*t*t
		p := Point{a*from.X + b*to.A.X + c*to.B.X + d*to.C.X, a*from.Y + b*to.A.Y + c*to.B.Y + d*to.C.Y}
		piece := newBeam(last, p, half)
		l.lines.add(piece, piece.box.X, piece.box.Right())
		last = p
	}
}

// grownLabel is a box with what stays free around words.
func grownLabel(box Rect) Rect { return Rect{box.X - 1.5, box.Y - 0.5, box.W + 3, box.H + 1} }

// free tells whether nothing stands in a box or at its edge.
func (l *labeller) free(box Rect) bool {
	grown := grownLabel(box)
	for strip := range l.taken.near(grown.X, grown.Right()) {
		for i := range strip {
			if grown.Overlaps(strip[i]) {
				return false
			}
		}
	}
	return true
}

// onLine tells whether a curve runs through a box.
func (l *labeller) onLine(box Rect) bool {
	for strip := range l.lines.near(box.X, box.Right()) {
		for i := range strip {
			if strip[i].in(box) {
				return true
			}
		}
	}
	return false
}

// in tells whether any of a beam lies in a box; most do not come near it.
func (b *beam) in(box Rect) bool {
	return b.box.X <= box.Right() && b.box.Right() >= box.X && b.box.Y <= box.Bottom() && b.box.Bottom() >= box.Y && b.meets(box)
}

// meets tells whether any of a beam lies in a box (after Liang and Barsky, 1984).
func (b *beam) meets(box Rect) bool {
	box = box.Inset(-b.half)
	if min(b.from.Y, b.to.Y) > box.Bottom() || max(b.from.Y, b.to.Y) < box.Y {
		return false
	}
	dx, dy := b.to.X-b.from.X, b.to.Y-b.from.Y
	low, high := 0.0, 1.0
	for _, side := range [4][2]float64{
		{-dx, b.from.X - box.X},
		{dx, box.Right() - b.from.X},
		{-dy, b.from.Y - box.Y},
		{dy, box.Bottom() - b.from.Y},
	} {
		p, q := side[0], side[1]
		switch {
		case p == 0 && q < 0:
			return false
		case p < 0:
			low = max(low, q/p)
		case p > 0:
			high = min(high, q/p)
		}
	}
	return low <= high
}

// good tells whether words may stand in a box.
func (l *labeller) good(box Rect) bool {
	return box.X >= l.left-0.01 && box.Right() <= l.right+0.01 && box.Y >= 0 && l.free(box) && !l.onLine(box)
}

// shifts are how far aside words may go, in times their width.
var shifts = []float64{0, 0.25, -0.25, 0.42, -0.42, 0.65, -0.65, 0.9, -0.9, farthestShift, -farthestShift}

const farthestShift = 1.15

// across moves a width of words aside of a point, as far as the stage goes.
func (l *labeller) across(p point, width, shift float64) float64 {
	left, right := l.w.tiling.between(p.at.X, l.left, l.right)
	return max(min(p.at.X-width/2+shift*width, right-width), left)
}

// seek finds room for words: above or below their point, moved aside where the
// place is taken or on a curve. On paper they may also stand farther off, and at
// last in the band below the scale; apart tells that a line has to lead there.
// On the screen there may be no place: then it gives false.
func (l *labeller) seek(p point, width, high float64) (box Rect, apart, ok bool) {
	s := l.w.s
	off := s.Face*0.5 + s.LabelSize*0.2
	if s.Paper {
		off = s.Face*0.5 + s.LabelSize*0.3
	}
	if p.card.Moment {
		off = s.Diamond + s.LabelSize*0.1
		if !s.Paper { // beside the diamond's lower corner
			for _, x := range []float64{p.at.X + 0.75*s.Diamond, p.at.X - 0.75*s.Diamond - width} {
				if box := (Rect{x, p.at.Y + 0.45*s.Diamond, width, high}); l.good(box) {
					return box, false, true
				}
			}
		}
	}
	farthest := 0.0
	if s.Paper {
		farthest = l.floor
	}
	places := l.shafts(p, width)
	for far := 0.0; far <= farthest; far += s.LabelSize * labelLine / 2 {
		sides := []float64{p.at.Y - off - high - far, p.at.Y + off + far}
		if p.card.Emotion.Value < 0 {
			sides[0], sides[1] = sides[1], sides[0]
		}
		least := math.Inf(1)
		for side, y := range sides {
			if y < 0.5 || y+high > l.floor-2 {
				continue
			}
			for i := range places {
				at := Rect{places[i].x, y, width, high}
				cost := 0.4*math.Abs(at.X+width/2-p.at.X) + 12*float64(side)
				if cost < least && l.fits(&places[i], at) {
					box, least = at, cost
				}
			}
		}
		if !math.IsInf(least, 1) {
			aside := max(box.X-p.at.X, p.at.X-box.Right(), 0)
			return box, s.Paper && (far > s.LabelSize*labelLine || aside > s.Face/2), true
		}
	}
	if !s.Paper {
		return Rect{}, false, false
	}
	return l.inBand(p, width, high), true, true
}

// fits tells whether words may stand in a box of a shaft. The screen tries so few
// heights that it is not worth gathering what is beside it.
func (l *labeller) fits(place *shaft, box Rect) bool {
	if l.w.s.Paper {
		return place.good(l, box)
	}
	return l.good(box)
}

// beside is what stays free around words, and as much as they may be moved by a
// stage's edge.
const beside = labelEdge + 2

// sought is how far to either side of a point seek looks for room.
func (l *labeller) sought(p point, width float64) float64 {
	far := width*(0.5+farthestShift) + beside
	if p.card.Moment {
		far = max(far, width+l.w.s.Diamond+beside)
	}
	return far
}

// bandStrip is the width of the strips in which the band is filled.
const bandStrip = 4

// inBand is a place below the scale, as high and as near to a point as there is
// one. There always is, since the band goes as deep as it must.
func (l *labeller) inBand(p point, width, high float64) Rect {
	strips := func(x float64) (from, to int) {
		return int(math.Floor((x - 1.5) / bandStrip)), int(math.Floor((x + width + 1.5) / bandStrip))
	}
	best, least := Rect{}, math.Inf(1)
	for _, shift := range shifts {
		box := Rect{l.across(p, width, shift), l.floor + 1, width, high}
		from, to := strips(box.X)
		for i := from; i <= to; i++ {
			box.Y = max(box.Y, l.depths[i])
		}
		if cost := box.Y + 0.3*math.Abs(box.X+width/2-p.at.X); cost < least {
			best, least = box, cost
		}
	}
	if l.depths == nil {
		l.depths = map[int]float64{}
	}
	from, to := strips(best.X)
	for i := from; i <= to; i++ {
		l.depths[i] = best.Bottom() + 1
	}
	return best
}

// atEdge finds the place of a moment's name at the lane's upper edge, or at its
// lower one where the curve runs high, and as near to it as may be.
func (l *labeller) atEdge(p point, width, high float64) (Rect, bool) {
	box := Rect{l.across(p, width, 0), 4, width, high}
	step := 2.0
	if p.card.Emotion.Value > 0 {
		box.Y, step = l.floor-high-4, -2
	}
	for box.Y >= 1 && box.Bottom() <= l.floor-2 {
		if l.good(box) {
			return box, true
		}
		box.Y += step
	}
	return box, false
}

// besideDiamond finds the place of a moment's name on the screen: at a corner of
// its diamond, or else along its hairline.
func (l *labeller) besideDiamond(p point, width, high float64) (Rect, bool) {
	d := l.w.s.Diamond
	for _, at := range []Point{{-0.95*d - width, 0.45 * d}, {0.95 * d, 0.45 * d}, {-0.95*d - width, -0.45*d - high}, {0.95 * d, -0.45*d - high}} {
		if box := (Rect{p.at.X + at.X, p.at.Y + at.Y, width, high}); box.Bottom() <= l.floor-2 && l.good(box) {
			return box, true
		}
	}
	const line = 5.0 // from the hairline
	best, least := Rect{}, math.Inf(1)
	for y := 2.0; y+high <= l.floor-2; y += 2 {
		for _, x := range []float64{p.at.X + line, p.at.X - line - width} {
			box := Rect{x, y, width, high}
			if cost := math.Abs(y + high/2 - p.at.Y); cost < least && l.good(box) {
				best, least = box, cost
			}
		}
	}
	return best, !math.IsInf(least, 1)
}

// besideEnd finds the place of a persona's name at the end of the curve.
func (l *labeller) besideEnd(last point, width, high float64) (box Rect, apart, ok bool) {
	s := l.w.s
	for _, box := range []Rect{
		{last.at.X + s.Face*0.8, last.at.Y - high/2, width, high},
		{last.at.X - width/2, last.at.Y - s.Face*0.7 - high, width, high},
		{last.at.X - width/2, last.at.Y + s.Face*0.7, width, high},
		{last.at.X - s.Face*0.8 - width, last.at.Y - high/2, width, high},
	} {
		if box.Bottom() <= l.floor-2 && l.good(box) {
			return box, false, true
		}
	}
	return Rect{}, false, false
}
