//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
)

// PanelStyle is the ground a panel gives its content. Empty roles draw nothing.
type PanelStyle struct {
	Fill   look.Role
	Border look.Role // all around, one point
	Top    look.Role // a hairline at the upper edge
	Bottom look.Role // a hairline at the lower edge
	Left   look.Role // and at the sides
	Right  look.Role
	Radius float32
	Shadow bool // it floats above the rest
}

// Panel is a ground with something on it.
type Panel struct {
	widget.BaseWidget
	style   PanelStyle
	content fyne.CanvasObject
}

// NewPanel lays content on a ground.
func NewPanel(style PanelStyle, content fyne.CanvasObject) *Panel {
	p := &Panel{style: style, content: content}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	border := float32(0)
	if p.style.Border != "" {
		border = 1
	}
	ground := newBox(p.style.Fill, p.style.Border, border, p.style.Radius)
	top, bottom := newBox(p.style.Top, "", 0, 0), newBox(p.style.Bottom, "", 0, 0)
	left, right := newBox(p.style.Left, "", 0, 0), newBox(p.style.Right, "", 0, 0)
	r := &renderer{
		objects: []fyne.CanvasObject{ground.Rectangle, p.content, top.Rectangle, bottom.Rectangle, left.Rectangle, right.Rectangle},
		min:     func() fyne.Size { return p.content.MinSize() },
		layout: func(size fyne.Size) {
			place(ground, 0, 0, size.Width, size.Height)
			place(p.content, 0, 0, size.Width, size.Height)
			place(top, 0, 0, size.Width, 1)
			place(bottom, 0, size.Height-1, size.Width, 1)
			place(left, 0, 0, 1, size.Height)
			place(right, size.Width-1, 0, 1, size.Height)
		},
		paint: func() {
			if p.style.Shadow {
				ground.Shadow.Color = theme.Color(look.Shadow)
				ground.Shadow.BlurRadius, ground.Shadow.Offset = 18, fyne.NewPos(0, 6)
			}
			ground.paint()
			top.paint()
			bottom.paint()
			left.paint()
			right.paint()
		},
	}
	r.paint()
	return r
}

// Rule is a level hairline.
func Rule() fyne.CanvasObject { return NewPanel(PanelStyle{Fill: look.Hairline}, Gap(1, 1)) }
