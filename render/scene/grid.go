package scene

import (
	"sort"

	"footpath/mapmodel"
)

// Grid tells where the columns and lanes of a page are. Columns are the leaf
// columns: steps, and stages without any.
type Grid struct {
	Columns []Column
	Rows    []Row
	// Stages are the stages, each over its columns.
	Stages []Span
	// Inbox is the place of the unsorted cards, empty where there is none.
	Inbox Rect
}

// Span is a stage's part of the page's width.
type Span struct {
	ID   mapmodel.ID
	X, W float64
	// First and Count are the stage's leaf columns.
	First, Count int
}

// Column is a leaf column.
type Column struct {
	ID    mapmodel.ID // a step, or a stage without steps
	Stage mapmodel.ID
	X, W  float64
}

// Row is a lane that is shown.
type Row struct {
	ID   mapmodel.ID
	Kind mapmodel.LaneKind
	Y, H float64
}

// ColumnAt is the leaf column at x, or -1.
func (g *Grid) ColumnAt(x float64) int {
	i := sort.Search(len(g.Columns), func(i int) bool { return g.Columns[i].X+g.Columns[i].W > x })
	if i < len(g.Columns) && x >= g.Columns[i].X {
		return i
	}
	return -1
}

// RowAt is the lane at y, or -1.
func (g *Grid) RowAt(y float64) int {
	i := sort.Search(len(g.Rows), func(i int) bool { return g.Rows[i].Y+g.Rows[i].H > y })
	if i < len(g.Rows) && y >= g.Rows[i].Y {
		return i
	}
	return -1
}

// CellBox is the box of a column, a stage's or a step's ID, in a lane; an
// empty box where either is not on the page.
func (g *Grid) CellBox(column, lane mapmodel.ID) Rect {
	for _, row := range g.Rows {
		if row.ID != lane {
			continue
		}
		for _, c := range g.Columns {
			if c.ID == column {
				return Rect{c.X, row.Y, c.W, row.H}
			}
		}
		for _, s := range g.Stages {
			if s.ID == column {
				return Rect{s.X, row.Y, s.W, row.H}
			}
		}
	}
	return Rect{}
}

// Visible visits the cells that a box of the page touches, lane by lane.
func (p *Page) Visible(box Rect, visit func(PlacedCell)) {
	for _, c := range p.Cells {
		if box.Overlaps(Rect{c.At.X, c.At.Y, c.Block.Size.X, c.Block.Size.Y}) {
			visit(c)
		}
	}
}

// CardBox finds a card on the page; false where it is not there.
func (p *Page) CardBox(card mapmodel.ID) (Rect, bool) {
	for _, c := range p.Cells {
		for _, g := range c.Block.Cards {
			if g.Group.ID == card {
				return g.Box().Moved(c.At), true
			}
		}
	}
	return Rect{}, false
}

// Number is the number that an opportunity is called by on the page; 0 for what has none.
func (p *Page) Number(card mapmodel.ID) int {
	for _, c := range p.Cells {
		for i, g := range c.Block.Cards {
			if g.Group.ID == card && i < len(c.Block.views) {
				return c.Block.views[i].number
			}
		}
	}
	return 0
}

// CardAt finds the card at a point of the page, or the zero ID.
func (p *Page) CardAt(at Point) mapmodel.ID {
	var found mapmodel.ID
	p.Visible(Rect{at.X, at.Y, 0.01, 0.01}, func(c PlacedCell) {
		for _, g := range c.Block.Cards {
			if g.Box().Moved(c.At).Contains(at) {
				found = g.Group.ID
			}
		}
	})
	return found
}
