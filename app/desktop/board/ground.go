//go:build !nogui

package board

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"footpath/render/scene"
)

// ground is what lies under all else: the canvas around the cells, and the surface under them. Without a graphics card a frame
// costs what its pixels cost, so none is filled twice here, and none that the window has been cleared to already.
type ground struct {
	around  [4]*canvas.Rectangle // above, below, left and right of the cells
	surface *canvas.Rectangle    // under them
	edges   [4]float32           // of the cells: left, top, right, bottom, in units of the toolkit; all 0 where there are none
}

func newGround() *ground {
	g := &ground{surface: &canvas.Rectangle{}}
	for i := range g.around {
		g.around[i] = &canvas.Rectangle{}
	}
	return g
}

// objects lists what is drawn; it is always the same.
func (g *ground) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{g.around[0], g.around[1], g.around[2], g.around[3], g.surface}
}

// lay covers a board of a size, in the colours of a style; no edge lies outside of it.
func (g *ground) lay(size fyne.Size, s *scene.Style) {
	around, surface := uncleared(s.Canvas), uncleared(s.Surface)
	left, top, right, bottom := g.edges[0], g.edges[1], g.edges[2], g.edges[3]
	put := func(r *canvas.Rectangle, fill color.Color, x, y, toX, toY float32) {
		r.FillColor = fill
		r.Move(fyne.NewPos(x, y))
		r.Resize(fyne.NewSize(toX-x, toY-y))
	}
	put(g.around[0], around, 0, 0, size.Width, top)
	put(g.around[1], around, 0, bottom, size.Width, size.Height)
	put(g.around[2], around, 0, top, left, bottom)
	put(g.around[3], around, right, top, size.Width, bottom)
	put(g.surface, surface, left, top, right, bottom)
}

// uncleared is a colour to fill with, or transparent, which is not drawn, where the window is cleared to that colour.
func uncleared(c scene.Color) color.Color {
	want := ink(c)
	r, g, b, a := want.RGBA()
	if cr, cg, cb, ca := theme.Color(theme.ColorNameBackground).RGBA(); cr == r && cg == g && cb == b && ca == a {
		return color.Transparent
	}
	return want
}

// repaint has the window painted again. It frees no texture, since a rectangle has none.
func (g *ground) repaint() { canvas.Refresh(g.surface) }
