//go:build !nogui

package parts

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

var (
	_ fyne.Focusable   = (*Stepper)(nil)
	_ fyne.Tappable    = (*Stepper)(nil)
	_ fyne.Disableable = (*Stepper)(nil)
	_ fyne.Accessible  = (*Stepper)(nil)
)

// Stepper is a choice of more than a few: it shows the one that is chosen, and Left and Right, or a click on either half, go
// to its neighbours.
type Stepper struct {
	control
	options  []string
	chosen   int
	onChange func(int)
	disabled bool

	ground, ring *box
	label        *canvas.Text
	back, ahead  *canvas.Image
}

// NewStepper makes a stepper; the first option is chosen.
func NewStepper(options []string, onChange func(index int)) *Stepper {
	s := &Stepper{options: options, onChange: onChange}
	s.ExtendBaseWidget(s)
	return s
}

// Chosen is the index of what is chosen.
func (s *Stepper) Chosen() int { return s.chosen }

// Choose chooses, and tells.
func (s *Stepper) Choose(index int) {
	if s.disabled || index < 0 || index >= len(s.options) || index == s.chosen {
		return
	}
	s.chosen = index
	s.Refresh()
	if s.onChange != nil {
		s.onChange(index)
	}
}

// Enable implements fyne.Disableable.
func (s *Stepper) Enable() { s.disable(false) }

// Disable implements fyne.Disableable.
func (s *Stepper) Disable() { s.disable(true) }

// Disabled implements fyne.Disableable.
func (s *Stepper) Disabled() bool { return s.disabled }

func (s *Stepper) disable(yes bool) {
	s.disabled = yes
	s.Refresh()
}

// Tapped implements fyne.Tappable.
func (s *Stepper) Tapped(event *fyne.PointEvent) {
	s.Choose(s.chosen + stepOf(event.Position.X > s.Size().Width/2))
}

// TypedRune implements fyne.Focusable: a letter goes to the next option that begins with it.
func (s *Stepper) TypedRune(r rune) {
	for i := 1; i <= len(s.options); i++ {
		at := (s.chosen + i) % len(s.options)
		if begins(s.options[at], r) {
			s.Choose(at)
			return
		}
	}
}

// TypedKey implements fyne.Focusable.
func (s *Stepper) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.Choose(s.chosen - 1)
	case fyne.KeyRight, fyne.KeyDown:
		s.Choose(s.chosen + 1)
	case fyne.KeyHome:
		s.Choose(0)
	case fyne.KeyEnd:
		s.Choose(len(s.options) - 1)
	default:
		s.pass(event)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Stepper) AccessibilityLabel() string { return s.says(s.options[s.chosen]) }

// CreateRenderer implements fyne.Widget.
func (s *Stepper) CreateRenderer() fyne.WidgetRenderer {
	s.ground = newBox(look.Surface, look.Border, 1, look.ControlRadius)
	s.ring = newBox("", look.Accent, look.FocusWidth, look.ControlRadius+3)
	s.label = canvas.NewText("", theme.Color(look.Text))
	s.label.TextSize, s.label.Alignment = look.Body, fyne.TextAlignCenter
	arrow := func() *canvas.Image {
		i := canvas.NewImageFromResource(look.Icon(icons.Left, look.Text))
		i.FillMode = canvas.ImageFillContain
		return i
	}
	s.back, s.ahead = arrow(), arrow()
	s.paint()
	return &renderer{
		objects: []fyne.CanvasObject{s.ground.Rectangle, s.label, s.back, s.ahead, s.ring.Rectangle},
		min: func() fyne.Size {
			widest := float32(0)
			for _, words := range s.options {
				widest = max(widest, fyne.MeasureText(words, look.Body, fyne.TextStyle{}).Width)
			}
			return fyne.NewSize(widest+2*stepperArrow+8, look.ControlHeight)
		},
		layout: func(size fyne.Size) {
			place(s.ground, 0, 0, size.Width, size.Height)
			place(s.ring, -3, -3, size.Width+6, size.Height+6)
			y := whole((size.Height - arrowSide) / 2)
			place(s.back, whole((stepperArrow-arrowSide)/2), y, arrowSide, arrowSide)
			place(s.ahead, size.Width-whole((stepperArrow+arrowSide)/2), y, arrowSide, arrowSide)
			place(s.label, stepperArrow, 0, size.Width-2*stepperArrow, size.Height)
		},
		paint: s.paint,
	}
}

// stepperArrow is the room of an arrow, arrowSide the side of its drawing, in points.
const (
	stepperArrow float32 = 28
	arrowSide    float32 = 12
)

func (s *Stepper) paint() {
	if s.ground == nil {
		return
	}
	s.ground.paint()
	s.ring.paint()
	s.ring.Hidden = !s.focused
	ink := func(yes bool) look.Role {
		if yes && !s.disabled {
			return look.Text
		}
		return look.Disabled
	}
	s.label.Text = s.options[s.chosen]
	s.label.Color = theme.Color(ink(true))
	s.label.Refresh()
	s.back.Resource = look.Icon(icons.Left, ink(s.chosen > 0))
	s.ahead.Resource = look.Icon(icons.Right, ink(s.chosen < len(s.options)-1))
	s.back.Refresh()
	s.ahead.Refresh()
}

// begins tells whether words begin with a letter, capital or not.
func begins(words string, r rune) bool {
	for _, first := range words {
		return unicode.ToLower(first) == unicode.ToLower(r)
	}
	return false
}
