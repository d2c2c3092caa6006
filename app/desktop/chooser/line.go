//go:build !nogui

package chooser

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/assets/icons"
)

var (
	_ fyne.Tappable     = (*line)(nil)
	_ desktop.Hoverable = (*line)(nil)
	_ fyne.Accessible   = (*line)(nil)
)

// line is one entry on the list.
type line struct {
	widget.BaseWidget
	ground  *canvas.Rectangle
	icon    *parts.Icon
	name    *parts.Text
	marked  bool
	hovered bool
	onTap   func()
}

func newLine() fyne.CanvasObject {
	l := &line{
		ground: canvas.NewRectangle(theme.Color(look.Canvas)),
		icon:   parts.NewIcon(icons.File, look.Secondary, 0),
		name:   parts.NewText("", parts.Type{Cut: true}),
	}
	l.ground.CornerRadius = 4
	l.ExtendBaseWidget(l)
	return l
}

func (l *line) show(e entry, marked bool, onTap func()) {
	l.marked, l.onTap = marked, onTap
	l.name.Set(e.name)
	if e.folder {
		l.icon.Set(icons.Folder, look.Accent)
	} else {
		l.icon.Set(icons.File, look.Secondary)
	}
	l.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (l *line) AccessibilityLabel() string { return l.name.Words() }

// AccessibilityRole implements fyne.Accessible.
func (l *line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped implements fyne.Tappable.
func (l *line) Tapped(*fyne.PointEvent) {
	if l.onTap != nil {
		l.onTap()
	}
}

// MouseIn implements desktop.Hoverable.
func (l *line) MouseIn(*desktop.MouseEvent) { l.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (l *line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *line) MouseOut() { l.hover(false) }

func (l *line) hover(in bool) {
	l.hovered = in
	l.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

type lineRenderer struct{ l *line }

func (r *lineRenderer) Destroy() {}

func (r *lineRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 28) }

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.l.ground, r.l.icon, r.l.name}
}

func (r *lineRenderer) Layout(size fyne.Size) {
	r.l.ground.Resize(size)
	r.l.icon.Move(fyne.NewPos(10, 6))
	r.l.icon.Resize(fyne.NewSquareSize(look.IconSize))
	r.l.name.Move(fyne.NewPos(34, 0))
	r.l.name.Resize(fyne.NewSize(size.Width-42, size.Height))
}

func (r *lineRenderer) Refresh() {
	l := r.l
	switch {
	case l.marked:
		l.ground.FillColor = theme.Color(theme.ColorNameSelection)
	case l.hovered:
		l.ground.FillColor = theme.Color(look.Hover)
	default:
		l.ground.FillColor = theme.Color(look.Canvas)
	}
	l.ground.Refresh()
	l.icon.Refresh()
	l.name.Refresh()
}
