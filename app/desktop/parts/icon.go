//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

// Icon is one of our drawings, square.
type Icon struct {
	widget.BaseWidget
	name  icons.Name
	role  look.Role
	side  float32
	image *canvas.Image
}

// NewIcon makes a drawing of a side in points; zero is look.IconSize. An empty role is look.Text.
func NewIcon(name icons.Name, role look.Role, side float32) *Icon {
	if side == 0 {
		side = look.IconSize
	}
	if role == "" {
		role = look.Text
	}
	i := &Icon{name: name, role: role, side: side, image: canvas.NewImageFromResource(look.Icon(name, role))}
	i.image.FillMode = canvas.ImageFillContain
	i.ExtendBaseWidget(i)
	return i
}

// Set changes what is drawn and in which colour.
func (i *Icon) Set(name icons.Name, role look.Role) {
	if name != i.name || role != i.role {
		i.name, i.role = name, role
		i.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		objects: []fyne.CanvasObject{i.image},
		min:     func() fyne.Size { return fyne.NewSquareSize(i.side) },
		layout: func(size fyne.Size) {
			place(i.image, whole((size.Width-i.side)/2), whole((size.Height-i.side)/2), i.side, i.side)
		},
		paint: func() {
			i.image.Resource = look.Icon(i.name, i.role)
			i.image.Refresh()
		},
	}
}
