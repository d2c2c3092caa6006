//go:build !nogui

package board

import (
	"math"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/render/scene"
)

// The zoom goes in steps of a quarter of a doubling: step 0 is 100 %.
const (
	minStep = -8 // 25 %
	maxStep = 8  // 400 %
	// farOut is the zoom below which cards are bars.
	farOut = 0.4
	// farMany is the number of cards in sight above which cards are bars.
	farMany = 300
)

// view is which part of the page is seen, and how large.
type view struct {
	step   int
	x, y   float64 // the page's point in the upper left corner, in points
	size   fyne.Size
	device float32 // pixels of the device to a unit of the toolkit
}

func zoomAt(step int) float64 { return math.Pow(2, float64(step)/4) }

func (v *view) zoom() float64 { return zoomAt(v.step) }

// px is pixels of the device to a point of the page.
func (v *view) px() float64 { return v.zoom() * float64(v.device) }

// width and height are of the part in sight, in points.
func (v *view) width() float64 { return float64(v.size.Width) / v.zoom() }

func (v *view) height() float64 { return float64(v.size.Height) / v.zoom() }

// unit gives whole pixels as units of the toolkit.
func (v *view) unit(pixels int) float32 { return float32(pixels) / v.device }

// pixel is a length in points as the nearest whole pixel.
func (v *view) pixel(points float64) int { return int(math.Round(points * v.px())) }

// place is where a length in points stands, in units, on a whole pixel.
func (v *view) place(points float64) float32 { return v.unit(v.pixel(points)) }

// clamp keeps the view on the page; a page smaller than the view stays in its
// corner.
func (v *view) clamp(page scene.Point) {
	margin := 48 / v.zoom()
	v.x = max(0, min(v.x, page.X+margin-v.width()))
	v.y = max(0, min(v.y, page.Y+margin-v.height()))
}

// Beside is the place of the board where a menu of what is selected belongs: at its lower edge, as far as that is in sight.
func (b *Board) Beside() fyne.Position {
	const in = 12
	if b.page == nil {
		return b.center()
	}
	s := b.edit.Cursor()
	box, ok := b.spotBox(s)
	if !ok {
		return b.center()
	}
	v, f := &b.view, b.frame
	x, y := box.X-v.x, box.Bottom()-v.y
	switch {
	case s.Inbox():
		x, y = box.X, box.Bottom()-b.dock.box.Y-b.dock.off+v.height()-b.dock.foot
	case s.Kind == edit.StageHead || s.Kind == edit.StepHead:
		y = f.topAt(v) + box.Bottom() - f.head
	case s.Kind == edit.LaneHead:
		x = box.X
	case s.Kind == edit.Title:
		x, y = box.X, min(box.Bottom(), f.head)-v.y
	case s.InHead():
		x, y = box.X, box.Bottom()-v.y
	}
	z := v.zoom()
	left, top := float32(x*z)+in, float32(y*z)
	return fyne.NewPos(max(in, min(left, v.size.Width-in)), max(in, min(top, v.size.Height-in)))
}

// frame says where the parts that stay in sight end, in points of the page:
// lane heads on the left, stage heads on top.
type frame struct {
	left float64 // width of the lane heads
	head float64 // height of the map's own header, which scrolls away
	top  float64 // height of stage and step heads
	foot float64 // height of the inbox
}

// topAt is where the stage heads begin on the screen, in points: under the
// map's header, as far as that is in sight.
func (f frame) topAt(v *view) float64 { return max(0, f.head-v.y) }

// body is the part of the page that is not under heads.
func (f frame) body(v *view) scene.Rect {
	x, y := v.x+f.left, v.y+f.topAt(v)+f.top
	return scene.Rect{X: x, Y: y, W: v.x + v.width() - x, H: v.y + v.height() - f.foot - y}
}

// air is what stays beside what is scrolled to, in points.
const air = 12

// reveal moves the view so that a box of the page is in sight, as little as
// can be; a box larger than the view shows its beginning.
func (f frame) reveal(v *view, box scene.Rect) {
	body := f.body(v)
	if body.W <= 0 || body.H <= 0 {
		return
	}
	if box.Right()+air > body.Right() {
		v.x += box.Right() + air - body.Right()
	}
	if box.X-air < v.x+f.left {
		v.x = box.X - air - f.left
		if box.Right()+air <= v.width() {
			v.x = 0 // back at the beginning, all of it is seen
		}
	}
	if box.Bottom()+air > body.Bottom() {
		v.y += box.Bottom() + air - body.Bottom()
	}
	if box.Y-air < v.y+f.topAt(v)+f.top {
		v.y = max(0, box.Y-air-f.top)
		if box.Bottom()+air <= v.height()-f.foot {
			v.y = 0
		}
	}
}
