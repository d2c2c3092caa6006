//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"footpath/app/desktop/look"
)

var (
	_ fyne.Focusable   = (*Choice)(nil)
	_ fyne.Tappable    = (*Choice)(nil)
	_ fyne.Disableable = (*Choice)(nil)
	_ fyne.Accessible  = (*Choice)(nil)
)

// Option is one of a choice.
type Option struct {
	Label string
	// Mark, unless nil, makes the drawing before the words, once for when the option is chosen and once for when it is not.
	Mark func(on bool) fyne.CanvasObject
}

// ChoiceParams say what can be chosen.
type ChoiceParams struct {
	Options []Option
	// Free lets nothing be chosen: so it is at first, and again by the Delete key or by choosing what is chosen.
	Free bool
	// Fill has the options take the width there is, in small type; Pale shows what is chosen by a border rather than by the accent, where marks have
	// colours of their own.
	Fill, Pale bool
	OnChange   func(index int)
}

// Choice is a row of words of which one is chosen: by a click, by Left and Right, or by its number.
type Choice struct {
	control
	p        ChoiceParams
	chosen   int
	disabled bool

	border, mark, ring *box
	rules              []*box
	labels             []*canvas.Text
	marks              [][2]fyne.CanvasObject // not chosen, chosen
}

// choiceMark is the side of an option's drawing, in points.
const choiceMark float32 = 16

// NewChoice makes a choice of words; the first is chosen.
func NewChoice(options []string, onChange func(index int)) *Choice {
	p := ChoiceParams{OnChange: onChange}
	for _, words := range options {
		p.Options = append(p.Options, Option{Label: words})
	}
	return NewChoiceOf(p)
}

// NewChoiceOf makes a choice.
func NewChoiceOf(p ChoiceParams) *Choice {
	c := &Choice{p: p}
	if p.Free {
		c.chosen = -1
	}
	c.ExtendBaseWidget(c)
	return c
}

// Chosen is the index of what is chosen, -1 for nothing.
func (c *Choice) Chosen() int { return c.chosen }

// Set shows what is chosen and tells nobody; -1 is nothing, where that may be.
func (c *Choice) Set(index int) {
	if index = max(index, -1); index != c.chosen && index < len(c.p.Options) && (index >= 0 || c.p.Free) {
		c.chosen = index
		c.Refresh()
	}
}

// Choose chooses, and tells; -1 chooses nothing, where that may be.
func (c *Choice) Choose(index int) {
	if c.disabled || index == c.chosen || index >= len(c.p.Options) || index < 0 && !c.p.Free {
		return
	}
	c.Set(index)
	if c.p.OnChange != nil {
		c.p.OnChange(index)
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

// Tapped implements fyne.Tappable.
func (c *Choice) Tapped(event *fyne.PointEvent) {
	index := 0
	for i, left := range c.edges(c.Size().Width) {
		if event.Position.X >= left {
			index = min(i, len(c.p.Options)-1)
		}
	}
	if index == c.chosen {
		index = -1
	}
	c.Choose(index)
}

// words are those of what is chosen.
func (c *Choice) words() string {
	if c.chosen < 0 {
		return ""
	}
	return c.p.Options[c.chosen].Label
}

// TypedRune implements fyne.Focusable: a digit chooses by number.
func (c *Choice) TypedRune(r rune) {
	if at := int(r - '1'); r >= '1' && at < len(c.p.Options) {
		c.Choose(at)
	}
}

// TypedKey implements fyne.Focusable.
func (c *Choice) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		c.Choose(max(c.chosen-1, 0))
	case fyne.KeyRight, fyne.KeyDown:
		c.Choose(c.chosen + 1)
	case fyne.KeyDelete, fyne.KeyBackspace:
		c.Choose(-1)
	default:
		c.pass(event)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Choice) AccessibilityLabel() string { return c.says(c.words()) }

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	c.border = newBox(look.Surface, look.Border, 1, look.ControlRadius)
	c.mark = newBox(look.Accent, "", 0, 0)
	if c.p.Pale {
		c.mark = newBox(look.Header, look.Accent, look.FocusWidth, 0)
	}
	c.ring = newBox("", look.Accent, look.FocusWidth, look.ControlRadius+3)
	objects := []fyne.CanvasObject{c.border.Rectangle}
	for i := range c.p.Options {
		if i > 0 {
			rule := newBox(look.Border, "", 0, 0)
			c.rules = append(c.rules, rule)
			objects = append(objects, rule.Rectangle)
		}
	}
	objects = append(objects, c.mark.Rectangle)
	c.labels, c.marks = nil, nil
	for _, o := range c.p.Options {
		label := canvas.NewText(o.Label, theme.Color(look.Text))
		label.TextSize = c.size()
		c.labels = append(c.labels, label)
		objects = append(objects, label)
		var marks [2]fyne.CanvasObject
		if o.Mark != nil {
			marks = [2]fyne.CanvasObject{o.Mark(false), o.Mark(true)}
			objects = append(objects, marks[0], marks[1])
		}
		c.marks = append(c.marks, marks)
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

func (c *Choice) size() float32 {
	if c.p.Fill {
		return look.Meta
	}
	return look.Body
}

// wide is how much room an option needs, without the air at its sides.
func (c *Choice) wide(o Option) float32 {
	wide := fyne.MeasureText(o.Label, c.size(), fyne.TextStyle{Bold: true}).Width
	if o.Mark != nil {
		wide += choiceMark
		if o.Label != "" {
			wide += 5
		}
	}
	return wide
}

// air is the room at both sides of an option's words, together.
func (c *Choice) air() float32 {
	if c.p.Fill {
		return 12
	}
	return 28
}

func (c *Choice) minSize() fyne.Size {
	at := c.edges(0)
	return fyne.NewSize(at[len(at)-1], look.ControlHeight)
}

// edges are where the options begin, and where the last one ends: each is as wide as its words, chosen or not. To fill a width,
// all are as wide as each other where there is room for that, else what is left over goes round.
func (c *Choice) edges(width float32) []float32 {
	n, widest, sum := float32(len(c.p.Options)), float32(0), float32(0)
	wide := make([]float32, len(c.p.Options))
	for i, o := range c.p.Options {
		wide[i] = c.wide(o) + c.air()
		if !c.p.Fill {
			wide[i] = max(wide[i], 48)
		}
		sum += wide[i]
		widest = max(widest, wide[i])
	}
	out, x := []float32{0}, float32(0)
	for i := range wide {
		switch {
		case !c.p.Fill || width < sum:
			x += wide[i]
		case width >= widest*n:
			x += width / n
		default:
			x += wide[i] + (width-sum)/n
		}
		out = append(out, whole(x))
	}
	return out
}

func (c *Choice) layout(size fyne.Size) {
	at := c.edges(size.Width)
	size.Width = at[len(at)-1]
	place(c.border, 0, 0, size.Width, size.Height)
	chosen := max(c.chosen, 0)
	c.layoutMark(chosen, at, size.Height)
	place(c.ring, -3, -3, size.Width+6, size.Height+6)
	for i, rule := range c.rules {
		place(rule, at[i+1], 1, 1, size.Height-2)
	}
	for i, label := range c.labels {
		words := fyne.MeasureText(label.Text, label.TextSize, label.TextStyle)
		one := at[i+1] - at[i]
		x := at[i] + (one-words.Width)/2
		if mark := c.marks[i]; mark[0] != nil {
			x = at[i] + (one-c.wide(c.p.Options[i]))/2
			for _, m := range mark {
				place(m, whole(x), whole((size.Height-choiceMark)/2), choiceMark, choiceMark)
			}
			x += choiceMark + 5
		}
		place(label, whole(x), 0, words.Width, size.Height)
	}
}

// layoutMark covers what is chosen, the lines at its sides included, and is round only where the border is.
func (c *Choice) layoutMark(chosen int, at []float32, height float32) {
	left, right := at[chosen], at[chosen+1]
	m := c.mark
	m.TopLeftCornerRadius, m.BottomLeftCornerRadius, m.TopRightCornerRadius, m.BottomRightCornerRadius = 0, 0, 0, 0
	if chosen == 0 {
		m.TopLeftCornerRadius, m.BottomLeftCornerRadius = look.ControlRadius, look.ControlRadius
	}
	if chosen == len(c.p.Options)-1 {
		m.TopRightCornerRadius, m.BottomRightCornerRadius = look.ControlRadius, look.ControlRadius
	} else {
		right++
	}
	place(m, left, 0, right-left, height)
}

func (c *Choice) paint() {
	for _, b := range append([]*box{c.border, c.mark, c.ring}, c.rules...) {
		b.paint()
	}
	c.mark.Hidden, c.ring.Hidden = c.chosen < 0 || c.disabled, !c.focused
	for i, label := range c.labels {
		on := i == c.chosen
		label.Color, label.TextStyle.Bold = theme.Color(look.Text), on
		switch {
		case c.disabled:
			label.Color = theme.Color(look.Disabled)
		case on && !c.p.Pale:
			label.Color = theme.Color(look.OnAccent)
		}
		label.Refresh()
		if mark := c.marks[i]; mark[0] != nil {
			mark[0].Hide()
			mark[1].Hide()
			if on {
				mark[1].Show()
			} else {
				mark[0].Show()
			}
		}
	}
}
