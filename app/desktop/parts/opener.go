//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

var (
	_ fyne.Tappable     = (*Opener)(nil)
	_ desktop.Hoverable = (*Opener)(nil)
)

// Opener looks like a field to search in, with the key that leads there; a click on it opens where the words are really typed.
// It takes no focus: its key does the same.
type Opener struct {
	widget.BaseWidget
	placeholder, key string
	onTapped         func()
	hovered          bool
}

// NewOpener makes an opener.
func NewOpener(placeholder, key string, onTapped func()) *Opener {
	o := &Opener{placeholder: placeholder, key: key, onTapped: onTapped}
	o.ExtendBaseWidget(o)
	return o
}

// Tapped implements fyne.Tappable.
func (o *Opener) Tapped(*fyne.PointEvent) { o.onTapped() }

// MouseIn implements desktop.Hoverable.
func (o *Opener) MouseIn(*desktop.MouseEvent) {
	o.hovered = true
	o.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (o *Opener) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (o *Opener) MouseOut() {
	o.hovered = false
	o.Refresh()
}

// Cursor implements desktop.Cursorable.
func (o *Opener) Cursor() desktop.Cursor { return desktop.TextCursor }

// AccessibilityLabel implements fyne.Accessible.
func (o *Opener) AccessibilityLabel() string { return o.placeholder }

// AccessibilityRole implements fyne.Accessible.
func (o *Opener) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (o *Opener) CreateRenderer() fyne.WidgetRenderer {
	ground, over := newBox(look.Surface, look.Border, 1, look.ControlRadius), newBox("", "", 0, look.ControlRadius)
	row := Inset(Row(8, NewIcon(icons.Search, look.Placeholder, 0), NewText(o.placeholder, Type{Role: look.Placeholder, Cut: true}), Keycap(o.key)), 10, 0, 8, 0)
	return &renderer{
		objects: []fyne.CanvasObject{ground.Rectangle, over.Rectangle, row},
		min:     func() fyne.Size { return fyne.NewSize(row.MinSize().Width, look.ControlHeight) },
		layout: func(size fyne.Size) {
			place(ground, 0, 0, size.Width, size.Height)
			place(over, 0, 0, size.Width, size.Height)
			place(row, 0, 0, size.Width, size.Height)
		},
		paint: func() {
			over.fill = ""
			if o.hovered {
				over.fill = look.Hover
			}
			ground.paint()
			over.paint()
		},
	}
}
