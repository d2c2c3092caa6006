package scene

import "math"

// extent is the painter that finds how far what it is given reaches.
type extent struct{ x0, y0, x1, y1 float64 }

func newExtent() *extent {
	return &extent{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

func (x *extent) take(x0, y0, x1, y1 float64) {
	x.x0, x.y0 = min(x.x0, x0), min(x.y0, y0)
	x.x1, x.y1 = max(x.x1, x1), max(x.y1, y1)
}

// box is what was found; of nothing an empty box at the place given.
func (x *extent) box(at Point) Rect {
	if x.x0 > x.x1 {
		return Rect{X: at.X, Y: at.Y}
	}
	return Rect{x.x0, x.y0, x.x1 - x.x0, x.y1 - x.y0}
}

// Box implements Painter.
func (x *extent) Box(e *Box, at Point) {
	x.take(e.X+at.X, e.Y+at.Y, e.Right()+at.X, e.Bottom()+at.Y)
}

// Picture implements Painter.
func (x *extent) Picture(e *Picture, at Point) {
	x.take(e.X+at.X, e.Y+at.Y, e.Right()+at.X, e.Bottom()+at.Y)
}

// Path implements Painter.
func (x *extent) Path(e *Path, at Point) {
	for _, s := range e.Segments {
		points := [3]Point{s.A, s.B, s.C}
		n := 0
		switch s.Op {
		case Move, Line:
			n = 1
		case Curve:
			n = 3 // the curve stays within its control points
		}
		for _, p := range points[:n] {
			x.take(p.X+at.X, p.Y+at.Y, p.X+at.X, p.Y+at.Y)
		}
	}
}

// Run implements Painter.
func (x *extent) Run(e *Run, at Point) {
	m := e.Face.Metrics(e.Size)
	x.take(e.X+at.X, e.Y+at.Y-m.Ascent, e.X+at.X+e.Width, e.Y+at.Y+m.Descent)
}

// union is the box around two.
func (r Rect) union(o Rect) Rect {
	x, y := min(r.X, o.X), min(r.Y, o.Y)
	return Rect{x, y, max(r.Right(), o.Right()) - x, max(r.Bottom(), o.Bottom()) - y}
}

// reach is how far a group's elements go, wherever its own size ends.
func reach(g Placed) Rect {
	x := newExtent()
	g.Group.Draw(x, g.At)
	return x.box(g.At)
}

// reachOf is how far one element goes.
func reachOf(e Element, at Point) Rect {
	x := newExtent()
	e.Draw(x, at)
	return x.box(at)
}

// atom is what is not cut where there is a way around it: a card, a stage's
// head, a face, a label, a line of text.
type atom struct {
	Rect
	group *Group
	fine  []Rect // its words and small marks
}

// atoms lists the atoms of a page.
func atoms(p *Page) []atom {
	var out []atom
	for g := range p.All() {
		out = appendAtoms(out, g)
	}
	return out
}

// appendAtoms adds the atoms of a group: the group itself where it is one thing,
// else its words and marks one by one.
func appendAtoms(out []atom, g Placed) []atom {
	var fine []Rect
	words := false
	for _, e := range g.Group.Elements {
		_, word := e.(*Run)
		words = words || word
		if box := reachOf(e, g.At); word || box.W <= smallMark && box.H <= smallMark {
			fine = append(fine, box)
		}
	}
	one, box := false, reach(g)
	switch g.Group.Role {
	case StageRole, StepRole:
		one, box = true, box.union(g.Box())
	case CardRole, PersonaRole, MetricRole:
		one = true
	case CurveRole: // faces and labels; the lines run on
		one = words || !g.Group.ID.IsZero()
	}
	if one {
		return append(out, atom{box, g.Group, fine})
	}
	for _, box := range fine {
		if g.Group.Role != CurveRole {
			out = append(out, atom{box, g.Group, []Rect{box}})
		}
	}
	return out
}

// smallMark is how large a mark is, in points, that is not cut though what it
// belongs to may be.
const smallMark = 30.0

// spansOf turns atoms into what cuts from side to side avoid: the atoms whole, as
// far as they are lower than a sheet's room, and what is fine of all of them.
func spansOf(list []atom, room float64) (whole, fine []span) {
	for i := range list {
		a := &list[i]
		from := len(fine)
		for _, f := range a.fine {
			fine = append(fine, down(f))
		}
		if s := down(a.Rect); s.to-s.from <= room {
			whole = append(whole, s)
		} else {
			whole = append(whole, fine[from:]...)
		}
	}
	return whole, fine
}

// down is how much of the height a box takes.
func down(r Rect) span { return span{r.Y, r.Bottom()} }
