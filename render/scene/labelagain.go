package scene

// Laid out again, a stage's words look for their places anew only where
// something near them has changed; the others would find the very places they
// had. So an edit costs the same however much else is felt in its stage.

// wording is one attempt to write words beside a point.
type wording struct {
	of  point
	far float64 // how far to either side of it they look for room
	// placed is where they stand; without a group where they found no room.
	placed Placed
}

// compare takes what the layout before has written in the stage, where it wrote
// the same words in the same order, and marks where the curves differ now.
func (l *labeller) compare(before *curvePart) {
	now := l.part
	if l.w.s.Paper || before == nil || !before.from.asMany(&now.from) {
		return
	}
	l.before = before.wordings
	now.wordings, now.words = make([]wording, 0, len(l.before)), make([]Placed, 0, len(l.before))
	for nth := range now.from.curves {
		was, is := before.from.curves[nth].points, now.from.curves[nth].points
		for i := range is {
			l.changedPoint(was[i], is[i])
		}
		l.changedPieces(before.pieces[nth], now.pieces[nth])
	}
	for i := range max(len(before.from.near), len(now.from.near)) {
		switch {
		case i >= len(before.from.near):
			l.changedMark(now.from.near[i])
		case i >= len(now.from.near):
			l.changedMark(before.from.near[i])
		default:
			l.changedPoint(before.from.near[i], now.from.near[i])
		}
	}
}

// asMany tells whether words are written beside points as many, in the same
// order, in the same room.
func (a *partOf) asMany(b *partOf) bool {
	if a.span != b.span || a.height != b.height || len(a.curves) != len(b.curves) {
		return false
	}
	for nth := range a.curves {
		x, y := &a.curves[nth], &b.curves[nth]
		if x.persona != y.persona || x.own != y.own || x.end != y.end || x.last != y.last || len(x.points) != len(y.points) {
			return false
		}
		for i := x.own; i < x.end; i++ {
			if x.points[i].card.Moment != y.points[i].card.Moment {
				return false
			}
		}
	}
	return true
}

func (l *labeller) changedPoint(was, is point) {
	if !l.w.s.pointsAlike(was, is) {
		l.changedMark(was)
		l.changedMark(is)
	}
}

func (l *labeller) changedMark(p point) {
	r := 0.6 * l.w.s.Face // what is kept off it reaches no farther, see avoid
	if p.card.Moment {
		r = max(r, l.w.s.Diamond+1)
	}
	l.changed = append(l.changed, span{p.at.X - r, p.at.X + r})
}

// changedPieces marks where pieces of a curve differ.
func (l *labeller) changedPieces(was, is []drawnPiece) {
	mark := func(p drawnPiece) {
		half := l.w.s.CurveStroke
		l.changed = append(l.changed, span{min(p.from.X, p.to.C.X) - half, max(p.from.X, p.to.C.X) + half})
	}
	for i := range max(len(was), len(is)) {
		if i < len(was) && i < len(is) && was[i].from == is[i].from && was[i].to == is[i].to {
			continue
		}
		if i < len(was) {
			mark(was[i])
		}
		if i < len(is) {
			mark(is[i])
		}
	}
}

// once writes words beside a point, or has them stand where they stood; write
// puts them somewhere or nowhere, and gives how far from the point it looked.
func (l *labeller) once(p point, write func() (far float64)) {
	var was *wording
	if nth := len(l.part.wordings); nth < len(l.before) {
		was = &l.before[nth]
	}
	now := wording{of: p}
	if was != nil && l.w.s.pointsAlike(was.of, p) && l.untouched(was) {
		now.far, now.placed = was.far, was.placed
		if now.placed.Group != nil {
			l.stand(now.placed)
		}
	} else {
		words := len(l.part.words)
		now.far = write()
		if len(l.part.words) > words {
			now.placed = l.part.words[words]
		}
		if was != nil && was.placed.place() != now.placed.place() {
			l.changedWords(was.placed)
			l.changedWords(now.placed)
		}
	}
	l.part.wordings = append(l.part.wordings, now)
}

func (l *labeller) changedWords(words Placed) {
	if box := words.place(); box != (Rect{}) {
		l.changed = append(l.changed, span{box.X, box.Right()})
	}
}

// place is the group's box; empty for none.
func (p Placed) place() Rect {
	if p.Group == nil {
		return Rect{}
	}
	return p.Box()
}

// untouched tells whether nothing has changed as far from a point as its words
// look for room.
func (l *labeller) untouched(words *wording) bool {
	from, to := words.of.at.X-words.far, words.of.at.X+words.far
	for _, c := range l.changed {
		if c.from < to && from < c.to {
			return false
		}
	}
	return true
}
