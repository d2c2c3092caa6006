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
	_ fyne.Focusable    = (*Select)(nil)
	_ fyne.Tappable     = (*Select)(nil)
	_ desktop.Hoverable = (*Select)(nil)
	_ fyne.Accessible   = (*Select)(nil)
)

// SelectParams say what can be chosen from.
type SelectParams struct {
	Canvas fyne.Canvas
	// Options are the words to choose from. Free lets nothing be chosen, which None has the words for.
	Options  []string
	Free     bool
	None     string
	OnChange func(index int)
}

// Select is a line that opens a list to choose from: by Enter, Space, Down or a click, or in place by a first letter.
type Select struct {
	pointed
	p      SelectParams
	chosen int
	shown  string // in place of what is chosen; empty for none

	ground, over, ring *box
	label              *Text
	arrow              *canvas.Image
}

// NewSelect makes a line; nothing is chosen, or the first option where it must be one.
func NewSelect(p SelectParams) *Select {
	s := &Select{p: p, label: NewText("", Type{Cut: true})}
	if p.Free {
		s.chosen = -1
	}
	s.ExtendBaseWidget(s)
	s.write()
	return s
}

// Chosen is the index of what is chosen, -1 for nothing.
func (s *Select) Chosen() int { return s.chosen }

// SetNone gives it other words for nothing.
func (s *Select) SetNone(words string) {
	s.p.None = words
	s.write()
}

// SetOptions gives it other options.
func (s *Select) SetOptions(options []string) {
	s.p.Options = options
	s.write()
}

// Display shows a choice without telling; words, unless empty, stand in its place.
func (s *Select) Display(index int, words string) {
	s.chosen, s.shown = max(index, -1), words
	s.write()
}

// Choose chooses, and tells.
func (s *Select) Choose(index int) {
	if index >= len(s.p.Options) || index < 0 && !s.p.Free || index == s.chosen && s.shown == "" {
		return
	}
	s.Display(index, "")
	if s.p.OnChange != nil {
		s.p.OnChange(index)
	}
}

func (s *Select) write() {
	role, words := look.Text, s.shown
	switch {
	case words != "":
		role = look.Secondary
	case s.chosen >= 0 && s.chosen < len(s.p.Options):
		words = s.p.Options[s.chosen]
	default:
		role, words = look.Placeholder, s.p.None
	}
	s.label.SetRole(role)
	s.label.Set(words)
}

// open shows the list below the line.
func (s *Select) open() {
	var items []MenuItem
	if s.p.Free {
		items = append(items, MenuItem{Label: s.p.None, Checked: s.chosen < 0 && s.shown == "", Do: func() { s.Choose(-1) }})
	}
	for i, words := range s.p.Options {
		items = append(items, MenuItem{Label: words, Checked: i == s.chosen, Rule: i == 0 && s.p.Free, Do: func() { s.Choose(i) }})
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	ShowChoices(s.p.Canvas, at.AddXY(0, s.Size().Height+2), items, func() { s.p.Canvas.Focus(s) })
}

// Tapped implements fyne.Tappable.
func (s *Select) Tapped(*fyne.PointEvent) { s.open() }

// TypedRune implements fyne.Focusable: the next option that begins with a letter, or the one of a number.
func (s *Select) TypedRune(r rune) {
	if at := int(r - '1'); r >= '1' && r <= '9' && at < len(s.p.Options) {
		s.Choose(at)
		return
	}
	for n := range s.p.Options {
		i := (max(s.chosen, -1) + 1 + n) % len(s.p.Options)
		if begins(s.p.Options[i], r) {
			s.Choose(i)
			return
		}
	}
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyDown:
		s.open()
	case fyne.KeyDelete, fyne.KeyBackspace:
		s.Choose(-1)
	default:
		s.pass(event)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Select) AccessibilityLabel() string { return s.says(s.label.Words()) }

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	s.ground = newBox(look.Surface, look.Border, 1, look.ControlRadius)
	s.over = newBox("", "", 0, look.ControlRadius)
	s.ring = newBox("", look.Accent, look.FocusWidth, look.ControlRadius+3)
	s.arrow = canvas.NewImageFromResource(look.Icon(icons.Down, look.Text))
	s.arrow.FillMode = canvas.ImageFillContain
	paint := func() {
		s.over.fill = ""
		if s.hovered {
			s.over.fill = look.Hover
		}
		s.ring.Hidden = !s.focused
		for _, b := range []*box{s.ground, s.over, s.ring} {
			b.paint()
		}
		s.arrow.Resource = look.Icon(icons.Down, look.Text)
		s.arrow.Refresh()
	}
	paint()
	return &renderer{
		objects: []fyne.CanvasObject{s.ground.Rectangle, s.over.Rectangle, s.label, s.arrow, s.ring.Rectangle},
		min:     func() fyne.Size { return fyne.NewSize(64, look.FieldHeight) },
		layout: func(size fyne.Size) {
			place(s.ground, 0, 0, size.Width, size.Height)
			place(s.over, 0, 0, size.Width, size.Height)
			place(s.ring, -3, -3, size.Width+6, size.Height+6)
			place(s.label, 10, 0, size.Width-34, size.Height)
			place(s.arrow, size.Width-22, whole((size.Height-12)/2), 12, 12)
		},
		paint: paint,
	}
}
