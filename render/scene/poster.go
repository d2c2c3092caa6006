package scene

import (
	"math"
	"slices"
)

// A poster is laid out as one page and cut into sheets, which are glued
// together again. Each sheet but the last of its row and column repeats a strip
// of what follows; the next sheet is trimmed at its left and upper edge and
// glued onto that strip.
const (
	// sheetMargin is what a sheet leaves free on all sides: printers reach no
	// nearer to the edge than about 5 mm, and the marks stand in it.
	sheetMargin = 8 * mm
	// glueStrip is the width of the strip.
	glueStrip = 10 * mm
)

// Poster tells how the pages of a scene make one large picture together.
type Poster struct {
	// Size is that of the whole, in points.
	Size Point
	// Sheet is the size of each page.
	Sheet Point
	// Columns and Rows are where the picture is cut, from its left and upper
	// edge to its right and lower one, both counted.
	Columns, Rows []float64
	// Strip is how much of the next sheets a sheet repeats.
	Strip float64
}

// Count is how many rows of sheets the poster has, and sheets in each.
func (p *Poster) Count() (rows, columns int) { return len(p.Rows) - 1, len(p.Columns) - 1 }

func (p *Poster) sheets() int {
	rows, columns := p.Count()
	return rows * columns
}

// Part is what one sheet alone shows, in the poster's points; rows and columns
// count from 0.
func (p *Poster) Part(row, column int) Rect {
	x, y := p.Columns[column], p.Rows[row]
	return Rect{x, y, p.Columns[column+1] - x, p.Rows[row+1] - y}
}

// Shown is a sheet's part and its strips.
func (p *Poster) Shown(row, column int) Rect {
	box := p.Part(row, column)
	rows, columns := p.Count()
	if column < columns-1 {
		box.W += p.Strip
	}
	if row < rows-1 {
		box.H += p.Strip
	}
	return box
}

// sheetRoom is what a sheet shows beside its strips.
func sheetRoom(sheet Sheet) Point {
	const around = 2*sheetMargin + glueStrip
	return Point{sheet.Width - around, sheet.Height - around}
}

// Sheets is how many sheets a poster of the size asked for takes at the least; 0
// where no size is asked for.
func (s Sheet) Sheets() int {
	room := sheetRoom(s)
	return int(math.Ceil(s.Poster.X/(room.X+glueStrip)) * math.Ceil(s.Poster.Y/(room.Y+glueStrip)))
}

// Layer is what several pages show, each a part of it: it holds no words, and a
// file needs it only once.
type Layer struct {
	Size   Point
	Groups []Placed
}

// tiling is what the layout of a poster knows of the sheets it will be cut
// into, in the layout's own points.
type tiling struct {
	room  Point   // a sheet's, without its strips
	strip float64 // the last sheet of a row or column has it as well
	// free is true where the poster may be as wide as its sheets like best.
	free bool
	// walls are the cuts from top to bottom: no word stands across them.
	walls []float64
}

// between gives the walls beside a place, or the bounds where none is nearer.
func (t *tiling) between(x, left, right float64) (from, to float64) {
	if t != nil {
		for _, wall := range t.walls {
			switch {
			case wall <= x:
				left = max(left, wall)
			case wall < right:
				right = wall
			}
		}
	}
	return left, right
}

// wallRoom is what is left free beside a cut.
const wallRoom = 5.0

// clear moves what begins at x and has a width off the walls, to the right.
func (t *tiling) clear(x, width float64) float64 {
	if t != nil {
		for _, wall := range t.walls {
			if x < wall+wallRoom && x+width > wall-wallRoom && x > wall-t.room.X {
				x = wall + wallRoom
			}
		}
	}
	return x
}

// inside moves a mark of a radius around x off the walls, to the side on which
// it stands.
func (t *tiling) inside(x, radius float64) float64 {
	if t != nil {
		for _, wall := range t.walls {
			switch {
			case x < wall && x > wall-radius:
				x = wall - radius
			case x >= wall && x < wall+radius:
				x = wall + radius
			}
		}
	}
	return x
}

// cuts are the walls.
func (t *tiling) cuts() []float64 {
	if t == nil {
		return nil
	}
	return t.walls
}

// cutAt tells whether there is a wall at a place.
func (t *tiling) cutAt(x float64) bool {
	return slices.ContainsFunc(t.cuts(), func(wall float64) bool { return math.Abs(wall-x) < 0.01 })
}
