//go:build !nogui

package details

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/words"
)

// gripWide is how wide the panel's edge is for the hand; the line it shows is a point wide.
const gripWide = 6

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ fyne.Focusable     = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
	_ fyne.Accessible    = (*grip)(nil)
)

// grip is the panel's left edge, by which it is made wider: dragged, or with Left and Right.
type grip struct {
	widget.BaseWidget
	d       *Panel
	focused bool
	line    *canvas.Rectangle
}

func newGrip(d *Panel) *grip {
	g := &grip{d: d, line: canvas.NewRectangle(theme.Color(look.Hairline))}
	g.ExtendBaseWidget(g)
	return g
}

// Cursor implements desktop.Cursorable.
func (g *grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// Dragged implements fyne.Draggable.
func (g *grip) Dragged(e *fyne.DragEvent) { g.d.SetWidth(g.d.wide - e.Dragged.DX) }

// DragEnd implements fyne.Draggable.
func (g *grip) DragEnd() {}

// FocusGained implements fyne.Focusable.
func (g *grip) FocusGained() {
	g.focused = true
	g.Refresh()
}

// FocusLost implements fyne.Focusable.
func (g *grip) FocusLost() {
	g.focused = false
	g.Refresh()
}

// TypedRune implements fyne.Focusable.
func (g *grip) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (g *grip) TypedKey(e *fyne.KeyEvent) {
	const step = 16
	switch e.Name {
	case fyne.KeyLeft:
		g.d.SetWidth(g.d.wide + step)
	case fyne.KeyRight:
		g.d.SetWidth(g.d.wide - step)
	case fyne.KeyEscape:
		g.d.leave()
	default:
		if g.d.p.OnKey != nil {
			g.d.p.OnKey(e)
		}
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (g *grip) AccessibilityLabel() string { return g.d.say(words.DetailsGrip) }

// AccessibilityRole implements fyne.Accessible.
func (g *grip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (g *grip) CreateRenderer() fyne.WidgetRenderer { return &gripRenderer{g} }

type gripRenderer struct{ g *grip }

func (r *gripRenderer) Destroy()                     {}
func (r *gripRenderer) MinSize() fyne.Size           { return fyne.NewSize(gripWide, 1) }
func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.g.line} }

func (r *gripRenderer) Layout(size fyne.Size) {
	wide := float32(1)
	if r.g.focused {
		wide = 3
	}
	r.g.line.Resize(fyne.NewSize(wide, size.Height))
}

func (r *gripRenderer) Refresh() {
	r.g.line.FillColor = theme.Color(look.Hairline)
	if r.g.focused {
		r.g.line.FillColor = theme.Color(look.Accent)
	}
	r.Layout(r.g.Size())
	r.g.line.Refresh()
}
