//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
)

// Menu is one title of a menu bar.
type Menu struct {
	Label string
	// Items are asked for when the menu opens, so they always say what can be done now.
	Items func() []MenuItem
}

// MenuHeight is the height of a menu bar, in points.
const MenuHeight float32 = 28

const menuSide float32 = 8 // left and right of a title

var (
	_ fyne.Tappable     = (*MenuBar)(nil)
	_ desktop.Hoverable = (*MenuBar)(nil)
)

// MenuBar is the row of menus at the head of a window, for systems that do not have one of their own.
type MenuBar struct {
	widget.BaseWidget
	canvas   fyne.Canvas
	menus    []Menu
	open     int // the open menu, or -1
	hovered  int // the title under the pointer, or -1
	lefts    []float32
	onClosed func()
	ground   *box
	marks    []*box
	labels   []*canvas.Text
}

// NewMenuBar makes a bar. onClosed is called when an open menu has gone, before what was chosen is done.
func NewMenuBar(on fyne.Canvas, menus []Menu, onClosed func()) *MenuBar {
	b := &MenuBar{canvas: on, menus: menus, open: -1, hovered: -1, onClosed: onClosed}
	b.measure()
	b.ExtendBaseWidget(b)
	return b
}

// SetMenus shows other menus.
func (b *MenuBar) SetMenus(menus []Menu) {
	b.menus, b.open, b.hovered = menus, -1, -1
	b.measure()
	b.build()
	b.Refresh()
	canvas.Refresh(b)
}

// measure finds where the titles stand; the last left is the end.
func (b *MenuBar) measure() {
	x := menuSide
	b.lefts = []float32{x}
	for _, m := range b.menus {
		x += fyne.MeasureText(m.Label, menuText, fyne.TextStyle{}).Width + 2*menuSide
		b.lefts = append(b.lefts, whole(x))
	}
}

// Titles are the menus' names.
func (b *MenuBar) Titles() []string {
	var out []string
	for _, m := range b.menus {
		out = append(out, m.Label)
	}
	return out
}

// Open opens a menu and marks its first line.
func (b *MenuBar) Open(i int) {
	l := b.show(i)
	l.main.step(1)
	l.rebuild()
}

func (b *MenuBar) show(i int) *menuLayer {
	b.open = i
	l := &menuLayer{canvas: b.canvas, bar: b, closed: b.onClosed}
	l.ExtendBaseWidget(l)
	l.main = b.panel(i)
	l.show()
	b.Refresh()
	return l
}

// panel is a menu where it stands below its title.
func (b *MenuBar) panel(i int) *menuPanel {
	return newMenuPanel(b.menus[i].Items(), fyne.NewPos(b.lefts[i], MenuHeight), b.canvas.Size())
}

func (b *MenuBar) closed() {
	b.open = -1
	b.Refresh()
}

// title is the title at a point of the canvas, or -1. The bar stands at the canvas's upper edge.
func (b *MenuBar) title(at fyne.Position) int {
	if at.Y < 0 || at.Y >= MenuHeight {
		return -1
	}
	for i := range b.menus {
		if at.X >= b.lefts[i] && at.X < b.lefts[i+1] {
			return i
		}
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (b *MenuBar) Tapped(e *fyne.PointEvent) {
	if i := b.title(e.Position); i >= 0 {
		b.show(i)
	}
}

// MouseIn implements desktop.Hoverable.
func (b *MenuBar) MouseIn(e *desktop.MouseEvent) { b.hover(b.title(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (b *MenuBar) MouseMoved(e *desktop.MouseEvent) { b.hover(b.title(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (b *MenuBar) MouseOut() { b.hover(-1) }

func (b *MenuBar) hover(i int) {
	if i != b.hovered {
		b.hovered = i
		b.Refresh()
	}
}

func (b *MenuBar) build() {
	b.marks, b.labels = nil, nil
	for _, m := range b.menus {
		b.marks = append(b.marks, newBox("", "", 0, 4))
		label := canvas.NewText(m.Label, theme.Color(look.Text))
		label.TextSize, label.Alignment = menuText, fyne.TextAlignCenter
		b.labels = append(b.labels, label)
	}
}

// CreateRenderer implements fyne.Widget.
func (b *MenuBar) CreateRenderer() fyne.WidgetRenderer {
	b.ground = newBox(look.Surface, "", 0, 0)
	b.build()
	r := &barRenderer{b}
	r.Refresh()
	return r
}

type barRenderer struct{ b *MenuBar }

func (r *barRenderer) Destroy() {}

func (r *barRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.b.lefts[len(r.b.lefts)-1]+menuSide, MenuHeight)
}

func (r *barRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.b.ground.Rectangle}
	for i := range r.b.labels {
		out = append(out, r.b.marks[i].Rectangle, r.b.labels[i])
	}
	return out
}

func (r *barRenderer) Layout(size fyne.Size) {
	b := r.b
	place(b.ground, 0, 0, size.Width, size.Height)
	for i := range b.labels {
		width := b.lefts[i+1] - b.lefts[i]
		place(b.marks[i], b.lefts[i], 2, width, MenuHeight-4)
		place(b.labels[i], b.lefts[i], 0, width, MenuHeight)
	}
}

func (r *barRenderer) Refresh() {
	b := r.b
	b.ground.paint()
	for i := range b.labels {
		b.marks[i].fill = ""
		switch i {
		case b.open:
			b.marks[i].fill = look.Header
		case b.hovered:
			b.marks[i].fill = look.Hover
		}
		b.marks[i].paint()
		b.labels[i].Color = theme.Color(look.Text)
		b.labels[i].Refresh()
	}
	r.Layout(b.Size())
}
