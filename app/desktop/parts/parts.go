//go:build !nogui

// Package parts holds the small widgets the program is put together from: text, buttons, fields, rules, sheets and toasts. They
// only show and call back.
package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"footpath/app/desktop/look"
)

// place moves and resizes an object at once.
func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

// box is a rectangle whose colours are roles: fill and stroke may be empty for none.
type box struct {
	*canvas.Rectangle
	fill, stroke look.Role
}

func newBox(fill, stroke look.Role, strokeWidth, radius float32) *box {
	b := &box{Rectangle: canvas.NewRectangle(color.Transparent), fill: fill, stroke: stroke}
	b.StrokeWidth, b.CornerRadius = strokeWidth, radius
	b.paint()
	return b
}

// paint takes the colours from the theme again.
func (b *box) paint() {
	b.FillColor, b.StrokeColor = color.Transparent, color.Transparent
	if b.fill != "" {
		b.FillColor = theme.Color(b.fill)
	}
	if b.stroke != "" {
		b.StrokeColor = theme.Color(b.stroke)
	}
	b.Rectangle.Refresh()
}

// renderer is the common part of the renderers here: a list of objects, and functions for the rest.
type renderer struct {
	objects []fyne.CanvasObject
	min     func() fyne.Size
	layout  func(fyne.Size)
	paint   func()
}

func (r *renderer) Destroy()                     {}
func (r *renderer) Layout(size fyne.Size)        { r.layout(size) }
func (r *renderer) MinSize() fyne.Size           { return r.min() }
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) Refresh()                     { r.paint() }
