//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"footpath/app/desktop/look"
)

// ringed paints what is typed in like the other controls: its border on its edge, where the toolkit sets it half a point within, and
// a ring around it while it has the keyboard. Where the theme gives it no border, it has neither.
type ringed struct {
	fyne.WidgetRenderer
	ring    *box
	bare    func() bool
	focused *bool
}

// newRinged adds that to the toolkit's own painting.
func newRinged(r fyne.WidgetRenderer, worn func() fyne.Theme, focused *bool) *ringed {
	out := &ringed{
		WidgetRenderer: r, ring: newBox("", look.Accent, look.FocusWidth, look.ControlRadius+3), focused: focused,
		bare: func() bool { return worn().Size(theme.SizeNameInputBorder) == 0 },
	}
	out.ring.Hide()
	return out
}

// Layout implements fyne.WidgetRenderer.
func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	place(r.ring, -3, -3, size.Width+6, size.Height+6)
	if r.bare() {
		return
	}
	for _, o := range r.WidgetRenderer.Objects() {
		switch o := o.(type) {
		case *canvas.Rectangle: // its ground and its border
			place(o, 0, 0, size.Width, size.Height)
		case *canvas.Image: // its drawing, which the toolkit sets too high
			o.Move(fyne.NewPos(o.Position().X, whole((size.Height-o.Size().Height)/2)))
		}
	}
}

// Objects implements fyne.WidgetRenderer.
func (r *ringed) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.ring.Rectangle)
}

// Refresh implements fyne.WidgetRenderer.
func (r *ringed) Refresh() {
	r.WidgetRenderer.Refresh()
	r.ring.Hidden = !*r.focused || r.bare()
	r.ring.paint()
}
