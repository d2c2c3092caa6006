package scene

import (
	"footpath/mapmodel"
	"footpath/render/text"
)

// Point is a place in points, x to the right and y down.
type Point struct{ X, Y float64 }

// Rect is a box by its upper left corner and its size, in points.
type Rect struct{ X, Y, W, H float64 }

// Right and Bottom are the far edges.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom is the lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Contains tells whether a point lies in the box; right and lower edge do not
// belong to it.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.X < r.Right() && p.Y >= r.Y && p.Y < r.Bottom()
}

// Overlaps tells whether two boxes share more than an edge.
func (r Rect) Overlaps(o Rect) bool {
	return r.X < o.Right() && o.X < r.Right() && r.Y < o.Bottom() && o.Y < r.Bottom()
}

// Moved is the box elsewhere.
func (r Rect) Moved(by Point) Rect { return Rect{r.X + by.X, r.Y + by.Y, r.W, r.H} }

// Inset is the box made smaller by d on every side.
func (r Rect) Inset(d float64) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// Color is a colour with straight alpha; the zero Color draws nothing.
type Color struct{ R, G, B, A uint8 }

// Hex is an opaque colour from 0xRRGGBB.
func Hex(rgb uint32) Color {
	return Color{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 255}
}

// Mix is the colour laid over another with a part of its strength, 0 to 1, as
// an opaque colour.
func (c Color) Mix(over Color, part float64) Color {
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*part + float64(b)*(1-part) + 0.5) }
	return Color{mix(c.R, over.R), mix(c.G, over.G), mix(c.B, over.B), 255}
}

// Stroke is how a line is drawn; zero Width draws none.
type Stroke struct {
	Color Color
	Width float64
	// Dash is a length of line and a length of gap, in turn; nil is a full
	// line. It is shared and must not be altered.
	Dash []float64
	// Round ends and joins the line round rather than flat.
	Round bool
}

// Element is one thing that a painter draws. Elements are never altered once
// a scene holds them; their coordinates count from their group's corner.
type Element interface {
	// Draw hands the element to the one method of the painter that draws its
	// kind, moved by at.
	Draw(p Painter, at Point)
}

// Painter draws the elements of a scene, each kind by a method of its own, so
// that a painter lacking one does not compile. at moves the element.
type Painter interface {
	Box(e *Box, at Point)
	Path(e *Path, at Point)
	Run(e *Run, at Point)
	Picture(e *Picture, at Point)
}

// Box is a rectangle, with round corners where Radius is more than 0.
type Box struct {
	Rect
	Radius float64
	Fill   Color
	Stroke Stroke
}

// Path is any outline, filled or drawn as a line, or both.
type Path struct {
	Segments []Segment
	Fill     Color
	Stroke   Stroke
}

// Op is what a segment of a path does.
type Op uint8

// The operations of paths.
const (
	Move  Op = iota // to A
	Line            // to A
	Curve           // a cubic by the control points A and B to C
	Close           // back to the last Move
)

// Segment is one stroke of a path.
type Segment struct {
	Op      Op
	A, B, C Point
}

// Run is a line of text that begins at X on the baseline Y.
type Run struct {
	X, Y  float64
	Text  string
	Face  text.Face
	Size  float64
	Color Color
	// Width is the run's length in points.
	Width float64
	// Direction is where it runs to.
	Direction text.Direction
}

// Draw implements Element.
func (e *Box) Draw(p Painter, at Point) { p.Box(e, at) }

// Draw implements Element.
func (e *Path) Draw(p Painter, at Point) { p.Path(e, at) }

// Draw implements Element.
func (e *Run) Draw(p Painter, at Point) { p.Run(e, at) }

// Draw implements Element.
func (e *Picture) Draw(p Painter, at Point) { p.Picture(e, at) }

// Role tells what a group shows.
type Role uint8

// The roles of groups.
const (
	Background Role = iota
	HeaderRole
	PersonaRole
	StageRole
	StepRole
	LaneRole
	CardRole
	CurveRole
	MetricRole
	InboxRole
	LegendRole
	FooterRole
	SheetRole // the marks around a sheet of a poster
	// ActionRole is a part of the closing pages: a row of the list of
	// opportunities, with the card's ID, or their words without one.
	ActionRole
	// MatrixRole is the drawing of opportunities by impact and effort.
	MatrixRole
)

// Group is what is painted together and can be kept as one picture. It is
// never altered once made; where nothing in it changed, successive scenes hold
// the very same *Group.
type Group struct {
	Role Role
	// ID is the record shown, or zero.
	ID mapmodel.ID
	// Field is the field that the group shows, by its name in the table of fields,
	// or PersonaGap; empty where it is the record as a whole.
	Field string
	// Size is the group's extent; its elements count from its corner.
	Size     Point
	Elements []Element
	// Body is where a card's words stand, for an editor's caret; nil elsewhere.
	Body *TextBox
	// Sum is a hash of all that the group draws: one sum, one picture. Cards on
	// paper have none.
	Sum uint64
}

// Draw draws the group's elements with its corner at a place.
func (g *Group) Draw(p Painter, at Point) {
	for _, e := range g.Elements {
		e.Draw(p, at)
	}
}
