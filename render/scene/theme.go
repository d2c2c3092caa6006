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

// Theme is how pages look beside their measures: one of our own, with what is a
// client's. The zero Theme is Print.
type Theme struct {
	// Base is one of ThemeNames; any other is Print.
	Base string
	// Client is whose theme it is: said in place of the logo to who cannot see it.
	Client string
	// Logo stands in the head of every page; nil for none.
	Logo *Image
	// Confidentiality stands at the foot of every page: one line; empty for none.
	Confidentiality string
	Livery          Livery
}

// Page is the theme's style of pages.
func (t *Theme) Page() *Style {
	p, mended := t.Livery.on(t.palette())
	s := page(p)
	s.Logo, s.Client, s.Confidentiality, s.Mended = t.Logo, t.Client, t.Confidentiality, mended
	return s
}

// palette is the base's.
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
