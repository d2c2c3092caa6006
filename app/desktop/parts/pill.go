//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

// Pill is a short word with its mark in a rounded border: what kind of thing something is.
func Pill(icon icons.Name, words string) fyne.CanvasObject {
	const height = 20
	content := Inset(Row(5, NewIcon(icon, look.Text, 10), NewText(words, Type{Size: look.Meta})), 8, 0, 8, 0)
	return NewPanel(PanelStyle{Fill: look.Surface, Border: look.Border, Radius: height / 2}, Sized(content, 0, height))
}

// Keycap is the name of a key as a hint.
func Keycap(key string) fyne.CanvasObject {
	content := Inset(Row(0, NewText(key, Type{Size: look.Meta, Role: look.Secondary})), 6, 0, 6, 0)
	return NewPanel(PanelStyle{Fill: look.Surface, Border: look.Border, Radius: 4}, Sized(content, 0, 20))
}

// Badge is a word on the accent's ground: the mode in the status bar.
type Badge struct {
	widget.BaseWidget
	panel *Panel
	text  *Text
}

// NewBadge makes a badge.
func NewBadge(words string) *Badge {
	text := NewText(words, Type{Size: look.Meta, Bold: true, Role: look.OnAccent})
	content := Sized(Inset(Row(0, text), 10, 0, 10, 0), 0, 20)
	b := &Badge{panel: NewPanel(PanelStyle{Fill: look.Accent, Radius: 4}, content), text: text}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes the word.
func (b *Badge) Set(words string) { b.text.Set(words) }

// Words is the word on it.
func (b *Badge) Words() string { return b.text.Words() }

// CreateRenderer implements fyne.Widget.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.panel) }
