//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what widgets that take the keyboard share: they say what they are for and paint themselves anew when the keyboard
// comes and goes. What they do with keys is their own.
type control struct {
	widget.BaseWidget
	focus
	named
}

// FocusGained implements fyne.Focusable.
func (c *control) FocusGained() {
	c.gain()
	c.Refresh()
}

// FocusLost implements fyne.Focusable.
func (c *control) FocusLost() {
	c.lose()
	c.Refresh()
}

// TypedRune implements fyne.Focusable: a letter means nothing.
func (c *control) TypedRune(rune) {}

// AccessibilityRole implements fyne.Accessible: of what can be worked with, screen readers are told of buttons alone.
func (c *control) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// pointed is a control that is painted otherwise while the pointer is above it.
type pointed struct {
	control
	hovered bool
}

// MouseIn implements desktop.Hoverable.
func (p *pointed) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (p *pointed) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *pointed) MouseOut() {
	p.hovered = false
	p.Refresh()
}
