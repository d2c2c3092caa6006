//go:build !nogui

// Package look is how the program looks: its palettes, its sizes, its type and its icons.
package look

import (
	"image/color"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"footpath/assets/fonts"
)

// Mode says which palette to show.
type Mode string

// The modes.
const (
	Light    Mode = "light"
	Dark     Mode = "dark"
	Contrast Mode = "high-contrast" // black on white, nothing faint
	System   Mode = "system"        // as the operating system has it: light or dark; light where it does not say
)

// Theme is the program's fyne.Theme. It belongs to the UI goroutine.
type Theme struct {
	mode  Mode
	heard bool // whether the toolkit knows what the system wants
}

// New makes a theme in a mode; an unknown mode is System.
func New(mode Mode) *Theme {
	t := &Theme{heard: !asksLater() || os.Getenv("FYNE_THEME") != ""}
	t.SetMode(mode)
	return t
}

// asksLater tells whether the toolkit learns of the system's wish only after the window is up, and says "dark" until then: so
// it does where the wish is asked for on the desktop's bus.
func asksLater() bool { return runtime.GOOS != "darwin" && runtime.GOOS != "windows" }

// Mode is the mode as set.
func (t *Theme) Mode() Mode { return t.mode }

// SetMode sets the mode. The program shows it once the theme is given to its settings again.
func (t *Theme) SetMode(mode Mode) {
	if mode != Light && mode != Dark && mode != Contrast {
		mode = System
	}
	t.mode = mode
}

// Heard tells the theme that the system has spoken: from now on the variant the toolkit gives is believed.
func (t *Theme) Heard() { t.heard = true }

// IsDark tells which palette shows, given what the toolkit believes the system wants.
func (t *Theme) IsDark(system fyne.ThemeVariant) bool {
	switch t.mode {
	case Dark:
		return true
	case Light, Contrast:
		return false
	default:
		return t.heard && system == theme.VariantDark
	}
}

// Shown tells which palette shows, Light, Dark or Contrast, given what the toolkit believes the system wants.
func (t *Theme) Shown(system fyne.ThemeVariant) Mode {
	switch {
	case t.mode == Contrast:
		return Contrast
	case t.IsDark(system):
		return Dark
	}
	return Light
}

// Color implements fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch t.Shown(variant) {
	case Contrast:
		return stark.colour(name)
	case Dark:
		return dark.colour(name)
	}
	return light.colour(name)
}

var (
	regular = fyne.NewStaticResource("NotoSans-Regular.ttf", fonts.Regular)
	bold    = fyne.NewStaticResource("NotoSans-Bold.ttf", fonts.Bold)
)

// Font implements fyne.Theme. There are two cuts, regular and bold; what is to be monospaced or a symbol is the toolkit's own.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace || style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return bold
	default:
		return regular
	}
}

// Prepare has the toolkit read both cuts, and whatever it falls back on, so that the first words it draws need not wait for that.
// It may run on any goroutine as long as nothing else measures or draws words meanwhile.
func Prepare() {
	for _, cut := range []fyne.TextStyle{{}, {Bold: true}} {
		fyne.MeasureText(" ", Body, cut)
	}
}

// Icon implements fyne.Theme: the toolkit's own drawings, in our colours.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return Body
	case theme.SizeNameCaptionText:
		return Meta
	case theme.SizeNameHeadingText:
		return Title
	case theme.SizeNameSubHeadingText:
		return Heading
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 8
	case theme.SizeNameInlineIcon:
		return IconSize
	case theme.SizeNameInputRadius:
		return ControlRadius
	case theme.SizeNameSelectionRadius:
		return 4
	case theme.SizeNameScrollBar:
		return 12
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameModalBlurRadius:
		return 0
	default:
		return theme.DefaultTheme().Size(name)
	}
}
