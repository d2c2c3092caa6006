//go:build !nogui

package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Bare is the program's theme for a field that stands on a ground of its own: larger words, and no border around them.
type Bare struct{ TextSize float32 }

func (Bare) worn() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color implements fyne.Theme.
func (b Bare) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameInputBorder || name == theme.ColorNameInputBackground {
		return color.Transparent
	}
	return b.worn().Color(name, variant)
}

// Font implements fyne.Theme.
func (b Bare) Font(style fyne.TextStyle) fyne.Resource { return b.worn().Font(style) }

// Icon implements fyne.Theme.
func (b Bare) Icon(name fyne.ThemeIconName) fyne.Resource { return b.worn().Icon(name) }

// Size implements fyne.Theme.
func (b Bare) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return b.TextSize
	case theme.SizeNameInputBorder:
		return 0
	}
	return b.worn().Size(name)
}
