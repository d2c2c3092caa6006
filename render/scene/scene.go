// Package scene lays a map out: map, style and paper become boxes, paths and
// runs of text in points. Layout is pure: it draws nothing, and knows no clock.
package scene

import (
	"iter"
	"slices"

	"footpath/mapmodel"
)

// Scene is a map laid out, on one page or several. It is never altered.
type Scene struct {
	Pages []*Page
	// Background is the colour of the pages.
	Background Color
	// Title and Language are the map's, for the file around the pages.
	Title, Language string
	// Date is the map's own date, "2006-01-02" or empty.
	Date string
	// Findings are what could not be laid out as it should.
	Findings []Finding
	// Reading is what the pages mean; nil on the screen.
	Reading *Reading
	// Poster is what the pages make when they are glued together; nil where each
	// stands for itself.
	Poster *Poster
}

// Smallest is the smallest type on the pages, in points; 0 where there is none.
// What is cut off before a poster is glued does not count.
func (s *Scene) Smallest() float64 {
	var m measurer
	for _, p := range s.Pages {
		for g := range p.All() {
			if g.Group.Role != SheetRole {
				g.Group.Draw(&m, g.At)
			}
		}
	}
	return m.least
}

// measurer is the painter that looks for the smallest type.
type measurer struct{ least float64 }

func (*measurer) Box(*Box, Point)         {}
func (*measurer) Path(*Path, Point)       {}
func (*measurer) Picture(*Picture, Point) {}

func (m *measurer) Run(e *Run, _ Point) {
	if m.least == 0 || e.Size < m.least {
		m.least = e.Size
	}
}

// Page is one sheet.
type Page struct {
	Size Point
	// Back is what lies below the cards, Front what lies above them.
	Back  []Placed
	Front Stack
	// Cells are the cards, cell by cell.
	Cells []PlacedCell
	// Head are the lines of the board's header, with gaps where it asks; paper has
	// none.
	Head [][]HeadPlace
	// Grid tells where columns and lanes are; a sheet of a poster has none.
	Grid Grid
	// Window is the part of the page that shows anything but what has the
	// SheetRole, which comes last; empty for the whole page.
	Window Rect
	// Under is what the page shows a part of below all else, with its corner at
	// UnderAt; nil for nothing.
	Under   *Layer
	UnderAt Point
}

// Placed is a group at a place on its page or in its block.
type Placed struct {
	Group *Group
	At    Point
}

// Stack is groups in the order of painting, run by run, so that successive
// scenes share the runs in which nothing changed. No run is ever altered.
type Stack [][]Placed

// All visits every group in the order of painting.
func (s Stack) All() iter.Seq[Placed] {
	return func(yield func(Placed) bool) {
		for _, run := range s {
			for _, g := range run {
				if !yield(g) {
					return
				}
			}
		}
	}
}

// Backward visits every group, the one on top first.
func (s Stack) Backward() iter.Seq[Placed] {
	return func(yield func(Placed) bool) {
		for _, run := range slices.Backward(s) {
			for _, g := range slices.Backward(run) {
				if !yield(g) {
					return
				}
			}
		}
	}
}

// Box is the place the group takes.
func (p Placed) Box() Rect { return Rect{p.At.X, p.At.Y, p.Group.Size.X, p.Group.Size.Y} }

// PlacedCell is a block of cards at a place on its page.
type PlacedCell struct {
	Block *Block
	At    Point
}

// Block is one cell's cards, stacked. As long as the cell does not change,
// successive scenes hold the very same *Block.
type Block struct {
	Column, Lane mapmodel.ID
	Size         Point
	Cards        []Placed

	views []cardView // what each card's picture hangs on
}

// All visits every group of the page in the order of painting, with its place
// on the page.
func (p *Page) All() iter.Seq[Placed] {
	return func(yield func(Placed) bool) {
		if p.Under != nil {
			for _, g := range p.Under.Groups {
				if !yield(Placed{g.Group, Point{g.At.X + p.UnderAt.X, g.At.Y + p.UnderAt.Y}}) {
					return
				}
			}
		}
		for _, g := range p.Back {
			if !yield(g) {
				return
			}
		}
		for _, c := range p.Cells {
			for _, g := range c.Block.Cards {
				if !yield(Placed{g.Group, Point{c.At.X + g.At.X, c.At.Y + g.At.Y}}) {
					return
				}
			}
		}
		p.Front.All()(yield)
	}
}

// Draw draws the page.
func (p *Page) Draw(painter Painter) {
	for g := range p.All() {
		g.Group.Draw(painter, g.At)
	}
}
