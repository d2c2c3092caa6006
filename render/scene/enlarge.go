package scene

// enlarged is a page with everything on it so many times as large: a poster is
// the same page, seen from farther away.
func enlarged(p *Page, k float64) *Page {
	e := enlarger{k: k, groups: map[*Group]*Group{}, paths: map[*Path]*Path{}}
	out := &Page{Size: e.point(p.Size), Back: e.placed(p.Back), Grid: e.grid(p.Grid)}
	for _, run := range p.Front {
		out.Front = append(out.Front, e.placed(run))
	}
	for _, c := range p.Cells {
		block := &Block{Column: c.Block.Column, Lane: c.Block.Lane, Size: e.point(c.Block.Size), Cards: e.placed(c.Block.Cards)}
		out.Cells = append(out.Cells, PlacedCell{block, e.point(c.At)})
	}
	return out
}

type enlarger struct {
	k      float64
	groups map[*Group]*Group
	paths  map[*Path]*Path // those that groups share
}

func (e *enlarger) point(p Point) Point { return Point{p.X * e.k, p.Y * e.k} }

func (e *enlarger) rect(r Rect) Rect { return Rect{r.X * e.k, r.Y * e.k, r.W * e.k, r.H * e.k} }

func (e *enlarger) placed(in []Placed) []Placed {
	out := make([]Placed, len(in))
	for i, p := range in {
		out[i] = Placed{e.group(p.Group), e.point(p.At)}
	}
	return out
}

func (e *enlarger) group(g *Group) *Group {
	if done, ok := e.groups[g]; ok {
		return done
	}
	out := &Group{Role: g.Role, ID: g.ID, Size: e.point(g.Size)}
	grown := &grower{e: e}
	g.Draw(grown, Point{})
	out.Elements = grown.out
	e.groups[g] = out.sealed()
	return out
}

func (e *enlarger) grid(g Grid) Grid {
	out := Grid{Inbox: e.rect(g.Inbox)}
	for _, c := range g.Columns {
		c.X, c.W = c.X*e.k, c.W*e.k
		out.Columns = append(out.Columns, c)
	}
	for _, r := range g.Rows {
		r.Y, r.H = r.Y*e.k, r.H*e.k
		out.Rows = append(out.Rows, r)
	}
	for _, s := range g.Stages {
		s.X, s.W = s.X*e.k, s.W*e.k
		out.Stages = append(out.Stages, s)
	}
	return out
}

// grower is the painter that makes larger elements of elements.
type grower struct {
	e   *enlarger
	out []Element
}

func (e *enlarger) stroke(s Stroke) Stroke {
	s.Width *= e.k
	dash := make([]float64, len(s.Dash))
	for i, d := range s.Dash {
		dash[i] = d * e.k
	}
	if len(dash) > 0 {
		s.Dash = dash
	}
	return s
}

// Box implements Painter.
func (g *grower) Box(b *Box, _ Point) {
	g.out = append(g.out, &Box{Rect: g.e.rect(b.Rect), Radius: b.Radius * g.e.k, Fill: b.Fill, Stroke: g.e.stroke(b.Stroke)})
}

// Path implements Painter.
func (g *grower) Path(p *Path, at Point) {
	if at == (Point{}) {
		g.out = append(g.out, g.e.path(p))
		return
	}
	if g.e.paths[p] == nil {
		g.e.paths[p] = g.e.path(p)
	}
	g.out = append(g.out, &moved{g.e.paths[p], g.e.point(at)})
}

func (e *enlarger) path(p *Path) *Path {
	segments := make([]Segment, len(p.Segments))
	for i, s := range p.Segments {
		segments[i] = Segment{Op: s.Op, A: e.point(s.A), B: e.point(s.B), C: e.point(s.C)}
	}
	return &Path{Segments: segments, Fill: p.Fill, Stroke: e.stroke(p.Stroke)}
}

// Picture implements Painter.
func (g *grower) Picture(p *Picture, _ Point) {
	g.out = append(g.out, &Picture{Rect: g.e.rect(p.Rect), Radius: p.Radius * g.e.k, Image: p.Image, Words: p.Words})
}

// Run implements Painter.
func (g *grower) Run(r *Run, _ Point) {
	k := g.e.k
	g.out = append(g.out, &Run{X: r.X * k, Y: r.Y * k, Text: r.Text, Face: r.Face, Size: r.Size * k, Color: r.Color, Width: r.Width * k, Direction: r.Direction})
}
