//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

// Kind is how loud a button is.
type Kind uint8

// The kinds.
const (
	Flat     Kind = iota // nothing around it: tools
	Outlined             // a border: things to choose
	Filled               // the one thing to do here
	Quiet                // flat, small, secondary: the status bar
	Link                 // small, in the accent, flush with what stands above: one more of a list
)

// ButtonParams say what a button is.
type ButtonParams struct {
	Label string // may be empty beside an icon
	Icon  icons.Name
	Kind  Kind
	// Height of the button; zero is look.ControlHeight.
	Height float32
	// OnTapped is called by a click, Enter or Space.
	OnTapped func()
	// OnHover, unless nil, is told when the pointer or the keyboard comes and goes.
	OnHover func(in bool)
	// Ink, unless empty, is the colour of what stands on it, instead of that of its kind.
	Ink look.Role
	// Name says what the button does where it has no words of its own, for who does not see its icon.
	Name string
}

var (
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
	_ desktop.Mouseable = (*Button)(nil)
	_ fyne.Accessible   = (*Button)(nil)
)

// Button does one thing.
type Button struct {
	control
	p ButtonParams

	hovered, pressed, disabled, on bool

	ground, over, ring *box
	label              *canvas.Text
	icon               *canvas.Image
}

// NewButton makes a button.
func NewButton(p ButtonParams) *Button {
	if p.Height == 0 {
		p.Height = look.ControlHeight
	}
	b := &Button{p: p}
	b.SetName(p.Name)
	b.ExtendBaseWidget(b)
	return b
}

// SetLabel changes the words.
func (b *Button) SetLabel(label string) {
	if label != b.p.Label {
		b.p.Label = label
		b.Refresh()
	}
}

// Label is the words on it.
func (b *Button) Label() string { return b.p.Label }

// SetIcon changes the drawing.
func (b *Button) SetIcon(name icons.Name) {
	if name != b.p.Icon {
		b.p.Icon = name
		b.Refresh()
	}
}

// SetEnabled says whether it can be pressed.
func (b *Button) SetEnabled(enabled bool) {
	if b.disabled == enabled {
		b.disabled = !enabled
		b.Refresh()
	}
}

// Enabled tells whether it can be pressed.
func (b *Button) Enabled() bool { return !b.disabled }

// SetOn shows it pressed in, as a choice that holds.
func (b *Button) SetOn(on bool) {
	if b.on != on {
		b.on = on
		b.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.disabled && b.p.OnTapped != nil {
		b.p.OnTapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() { b.hover(false) }

func (b *Button) hover(in bool) {
	b.hovered = in
	if !in {
		b.pressed = false
	}
	b.Refresh()
	if b.p.OnHover != nil {
		b.p.OnHover(in)
	}
}

// MouseDown implements desktop.Mouseable.
func (b *Button) MouseDown(*desktop.MouseEvent) {
	b.pressed = true
	b.Refresh()
}

// MouseUp implements desktop.Mouseable.
func (b *Button) MouseUp(*desktop.MouseEvent) {
	b.pressed = false
	b.Refresh()
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() {
	b.control.FocusGained()
	if b.p.OnHover != nil { // who comes by keyboard is told as well
		b.p.OnHover(true)
	}
}

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() {
	b.control.FocusLost()
	if b.p.OnHover != nil {
		b.p.OnHover(false)
	}
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	default:
		b.pass(event)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (b *Button) AccessibilityLabel() string {
	return b.says(b.p.Label)
}

// Cursor implements desktop.Cursorable.
func (b *Button) Cursor() desktop.Cursor { return desktop.DefaultCursor }

func (b *Button) padding() float32 {
	switch {
	case b.p.Label == "":
		return (b.p.Height - b.iconSide()) / 2
	case b.p.Kind == Quiet:
		return 6
	case b.p.Kind == Link:
		return 2
	case b.p.Kind == Filled:
		return 14
	default:
		return 10
	}
}

func (b *Button) textSize() float32 {
	if b.p.Kind == Quiet || b.p.Kind == Link {
		return look.Meta
	}
	return look.Body
}

func (b *Button) iconSide() float32 {
	switch b.p.Kind {
	case Quiet:
		return 14
	case Link:
		return 12
	}
	return look.IconSize
}

// gap is the room between drawing and words.
func (b *Button) gap() float32 {
	if b.p.Kind == Link {
		return 4
	}
	return 7
}

// roles are the colours of the ground, its border and what stands on it.
func (b *Button) roles() (fill, stroke, ink look.Role) {
	switch {
	case b.p.Kind == Filled && b.disabled:
		return look.Header, "", look.Placeholder
	case b.p.Kind == Filled:
		return look.Accent, "", look.OnAccent
	case b.p.Kind == Outlined:
		fill, stroke, ink = look.Surface, look.Border, look.Text
	case b.p.Kind == Quiet:
		ink = look.Secondary
	case b.p.Kind == Link:
		ink = look.Accent
	default:
		ink = look.Text
	}
	if b.p.Ink != "" {
		ink = b.p.Ink
	}
	if b.on {
		fill = look.Header
	}
	if b.disabled {
		ink = look.Disabled
	}
	return fill, stroke, ink
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ground = newBox("", "", 1, look.ControlRadius)
	b.over = newBox("", "", 0, look.ControlRadius)
	b.ring = newBox("", look.Accent, look.FocusWidth, look.ControlRadius+3)
	b.label = canvas.NewText("", theme.Color(look.Text))
	b.icon = canvas.NewImageFromResource(look.Icon(icons.Plus, look.Text))
	b.icon.FillMode = canvas.ImageFillContain
	b.paint()
	return &renderer{
		objects: []fyne.CanvasObject{b.ground.Rectangle, b.over.Rectangle, b.icon, b.label, b.ring.Rectangle},
		min:     b.minSize,
		layout:  b.layout,
		paint: func() {
			b.paint()
			b.layout(b.Size())
		},
	}
}

func (b *Button) minSize() fyne.Size {
	width := 2 * b.padding()
	if b.p.Icon != "" {
		width += b.iconSide()
	}
	if b.p.Label != "" {
		width += b.words().Width
		if b.p.Icon != "" {
			width += b.gap()
		}
	}
	return fyne.NewSize(width, b.p.Height)
}

func (b *Button) words() fyne.Size {
	return fyne.MeasureText(b.p.Label, b.textSize(), fyne.TextStyle{Bold: b.p.Kind == Filled})
}

func (b *Button) layout(size fyne.Size) {
	place(b.ground, 0, 0, size.Width, size.Height)
	place(b.over, 0, 0, size.Width, size.Height)
	place(b.ring, -3, -3, size.Width+6, size.Height+6)
	x := (size.Width - b.minSize().Width) / 2
	x += b.padding()
	if b.p.Icon != "" {
		side := b.iconSide()
		place(b.icon, whole(x), whole((size.Height-side)/2), side, side)
		x += side + b.gap()
	}
	words := b.words()
	place(b.label, whole(x), whole((size.Height-words.Height)/2), words.Width, words.Height)
}

func (b *Button) paint() {
	fill, stroke, ink := b.roles()
	b.ground.fill, b.ground.stroke = fill, stroke
	b.ground.paint()
	b.over.fill = ""
	switch {
	case b.disabled:
	case b.pressed:
		b.over.fill = look.Pressed
	case b.hovered:
		b.over.fill = look.Hover
	}
	b.over.paint()
	b.ring.Hidden = !b.focused
	b.ring.paint()
	b.label.Text, b.label.TextSize, b.label.Color = b.p.Label, b.textSize(), theme.Color(ink)
	b.label.TextStyle.Bold = b.p.Kind == Filled
	b.label.Hidden = b.p.Label == ""
	b.label.Refresh()
	b.icon.Hidden = b.p.Icon == ""
	if b.p.Icon != "" {
		b.icon.Resource = look.Icon(b.p.Icon, ink)
	}
	b.icon.Refresh()
}
