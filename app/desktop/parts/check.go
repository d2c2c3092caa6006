//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

var (
	_ fyne.Focusable    = (*Check)(nil)
	_ fyne.Tappable     = (*Check)(nil)
	_ desktop.Hoverable = (*Check)(nil)
	_ fyne.Accessible   = (*Check)(nil)
)

// Tick is what a check shows.
type Tick uint8

// The ticks. Some is of several things, of which some are ticked.
const (
	Off Tick = iota
	On
	Some
)

// ticks are the signs that screen readers have words for, in every language.
var ticks = map[Tick]string{Off: "☐", On: "☑", Some: "⊟"}

// Check is a sentence that is true or not: by Space, Enter or a click.
type Check struct {
	pointed
	tick     Tick
	onChange func(on bool)
	label    *Text

	ground, over, ring *box
	sign               *canvas.Image
}

// NewCheck makes a check that is off.
func NewCheck(label string, onChange func(on bool)) *Check {
	c := &Check{label: NewText(label, Type{Cut: true}), onChange: onChange}
	c.ExtendBaseWidget(c)
	return c
}

// Tick is what it shows.
func (c *Check) Tick() Tick { return c.tick }

// Display shows another tick without telling.
func (c *Check) Display(tick Tick) {
	if tick != c.tick {
		c.tick = tick
		c.Refresh()
	}
}

// Tapped implements fyne.Tappable: what is ticked in part is ticked.
func (c *Check) Tapped(*fyne.PointEvent) {
	on := c.tick != On
	c.Display(Off)
	if on {
		c.Display(On)
	}
	if c.onChange != nil {
		c.onChange(on)
	}
}

// TypedKey implements fyne.Focusable.
func (c *Check) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.Tapped(nil)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if c.tick != Off {
			c.Display(On)
			c.Tapped(nil)
		}
	default:
		c.pass(event)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Check) AccessibilityLabel() string { return ticks[c.tick] + " " + c.says(c.label.Words()) }

// checkSide is the side of the box, in points.
const checkSide float32 = 18

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	c.ground = newBox(look.Surface, look.Border, 1.5, 4)
	c.over = newBox("", "", 0, look.ControlRadius)
	c.ring = newBox("", look.Accent, look.FocusWidth, look.ControlRadius)
	c.sign = canvas.NewImageFromResource(look.Icon(icons.Check, look.OnAccent))
	c.sign.FillMode = canvas.ImageFillContain
	c.paint()
	return &renderer{
		objects: []fyne.CanvasObject{c.ground.Rectangle, c.sign, c.label, c.over.Rectangle, c.ring.Rectangle},
		min: func() fyne.Size {
			return fyne.NewSize(checkSide+8+c.label.MinSize().Width, look.ControlHeight)
		},
		layout: func(size fyne.Size) {
			y := whole((size.Height - checkSide) / 2)
			place(c.ground, 0, y, checkSide, checkSide)
			place(c.sign, 3, y+3, checkSide-6, checkSide-6)
			place(c.label, checkSide+8, 0, size.Width-checkSide-8, size.Height)
			place(c.over, -4, 0, size.Width+8, size.Height)
			place(c.ring, -4, 1, size.Width+8, size.Height-2)
		},
		paint: c.paint,
	}
}

func (c *Check) paint() {
	c.ground.fill, c.ground.stroke = look.Accent, look.Accent
	c.sign.Hidden = c.tick == Off
	switch c.tick {
	case On:
		c.sign.Resource = look.Icon(icons.Check, look.OnAccent)
	case Some:
		c.sign.Resource = look.Icon(icons.Minus, look.OnAccent)
	default:
		c.ground.fill, c.ground.stroke = look.Surface, look.Border
	}
	c.over.fill = ""
	if c.hovered {
		c.over.fill = look.Hover
	}
	c.ring.Hidden = !c.focused
	for _, b := range []*box{c.ground, c.over, c.ring} {
		b.paint()
	}
	c.sign.Refresh()
}
