//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
)

var (
	_ fyne.Focusable   = (*Choice)(nil)
	_ fyne.Tappable    = (*Choice)(nil)
	_ fyne.Disableable = (*Choice)(nil)
)

// Choice is a row of words of which one is chosen, by a click or by Left and Right.
type Choice struct {
	widget.BaseWidget
	options  []string
	chosen   int
	onChange func(int)
	onEscape func()
	focused  bool
	disabled bool

	border, mark, ring *box
	rules              []*box
	labels             []*canvas.Text
}

// NewChoice makes a choice; the first option is chosen.
func NewChoice(options []string, onChange func(index int)) *Choice {
	c := &Choice{options: options, onChange: onChange}
	c.ExtendBaseWidget(c)
	return c
}

// Chosen is the index of what is chosen.
func (c *Choice) Chosen() int { return c.chosen }

// Set shows what is chosen and tells nobody.
func (c *Choice) Set(index int) {
	if index >= 0 && index < len(c.options) && index != c.chosen {
		c.chosen = index
		c.Refresh()
	}
}

// Choose chooses, and tells.
func (c *Choice) Choose(index int) {
	if c.disabled || index < 0 || index >= len(c.options) || index == c.chosen {
		return
	}
	c.chosen = index
	c.Refresh()
	if c.onChange != nil {
		c.onChange(index)
	}
}

// Enable implements fyne.Disableable.
func (c *Choice) Enable() { c.disable(false) }

// Disable implements fyne.Disableable.
func (c *Choice) Disable() { c.disable(true) }

// Disabled implements fyne.Disableable.
func (c *Choice) Disabled() bool { return c.disabled }

func (c *Choice) disable(yes bool) {
	c.disabled = yes
	c.Refresh()
}

// OnEscape says what the Escape key does.
func (c *Choice) OnEscape(f func()) { c.onEscape = f }

// Tapped implements fyne.Tappable.
func (c *Choice) Tapped(event *fyne.PointEvent) {
	lefts := c.lefts()
	for i := range c.options {
		if event.Position.X < lefts[i+1] {
			c.Choose(i)
			return
		}
	}
}

// FocusGained implements fyne.Focusable.
func (c *Choice) FocusGained() {
	c.focused = true
	c.Refresh()
}

// FocusLost implements fyne.Focusable.
func (c *Choice) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune implements fyne.Focusable.
func (c *Choice) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *Choice) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		c.Choose(c.chosen - 1)
	case fyne.KeyRight, fyne.KeyDown:
		c.Choose(c.chosen + 1)
	case fyne.KeyEscape:
		if c.onEscape != nil {
			c.onEscape()
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	c.border = newBox(look.Surface, look.Border, 1, look.ControlRadius)
	c.mark = newBox(look.Accent, "", 0, look.ControlRadius)
	c.ring = newBox("", look.Accent, look.FocusWidth, look.ControlRadius+3)
	objects := []fyne.CanvasObject{c.border.Rectangle}
	for i := range c.options {
		if i > 0 {
			rule := newBox(look.Border, "", 0, 0)
			c.rules = append(c.rules, rule)
			objects = append(objects, rule.Rectangle)
		}
	}
	objects = append(objects, c.mark.Rectangle)
	for _, words := range c.options {
		label := canvas.NewText(words, theme.Color(look.Text))
		label.TextSize, label.Alignment = look.Body, fyne.TextAlignCenter
		c.labels = append(c.labels, label)
		objects = append(objects, label)
	}
	c.paint()
	return &renderer{
		objects: append(objects, c.ring.Rectangle),
		min:     c.minSize,
		layout:  c.layout,
		paint: func() {
			c.paint()
			c.layout(c.Size())
		},
	}
}

func (c *Choice) minSize() fyne.Size {
	lefts := c.lefts()
	return fyne.NewSize(lefts[len(lefts)-1], look.ControlHeight)
}

// lefts is where each option begins, and where the last one ends: each is as wide as its words, chosen or not.
func (c *Choice) lefts() []float32 {
	out := []float32{0}
	for i, words := range c.options {
		wide := max(fyne.MeasureText(words, look.Body, fyne.TextStyle{Bold: true}).Width+28, 48)
		out = append(out, out[i]+whole(wide))
	}
	return out
}

func (c *Choice) layout(size fyne.Size) {
	lefts := c.lefts()
	size.Width = lefts[len(lefts)-1]
	place(c.border, 0, 0, size.Width, size.Height)
	place(c.mark, lefts[c.chosen], 0, lefts[c.chosen+1]-lefts[c.chosen], size.Height)
	place(c.ring, -3, -3, size.Width+6, size.Height+6)
	for i, rule := range c.rules {
		place(rule, lefts[i+1], 1, 1, size.Height-2)
	}
	for i, label := range c.labels {
		place(label, lefts[i], 0, lefts[i+1]-lefts[i], size.Height)
	}
}

func (c *Choice) paint() {
	for _, b := range append([]*box{c.border, c.mark, c.ring}, c.rules...) {
		b.paint()
	}
	c.ring.Hidden = !c.focused
	c.mark.Hidden = c.disabled
	for i, label := range c.labels {
		label.Color, label.TextStyle.Bold = theme.Color(look.Text), i == c.chosen
		switch {
		case c.disabled:
			label.Color = theme.Color(look.Border)
		case i == c.chosen:
			label.Color = theme.Color(look.OnAccent)
		}
		label.Refresh()
	}
}
