package scene

// The themes of our own: what a map is shown in, by name.
const (
	ThemePrint        = "print"
	ThemeScreenLight  = "screen-light"
	ThemeScreenDark   = "screen-dark"
	ThemeHighContrast = "high-contrast"
)

// ThemeNames lists the themes of our own, the usual one of pages first.
func ThemeNames() []string {
	return []string{ThemePrint, ThemeScreenLight, ThemeScreenDark, ThemeHighContrast}
}

// Theme is how pages look beside their measures. The zero Theme is Print.
type Theme struct {
	// Base is one of ThemeNames; any other is Print.
	Base string
}

// Page is the theme's style of pages.
func (t *Theme) Page() *Style { return page(t.palette()) }

func (t *Theme) palette() Palette {
	switch t.Base {
	case ThemeScreenLight:
		return bright()
	case ThemeScreenDark:
		return dim()
	case ThemeHighContrast:
		return stark()
	}
	return printed()
}

// Print is the style of pages for white paper.
func Print() *Style { return page(printed()) }

// ScreenLight is the style of the board on a bright screen.
func ScreenLight() *Style { return board(bright()) }

// ScreenDark is the style of the board on a dark screen.
func ScreenDark() *Style { return board(dim()) }

// HighContrast is the style of the board for whom the others are too faint.
func HighContrast() *Style { return board(stark()) }
