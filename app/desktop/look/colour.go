//go:build !nogui

package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Role names a colour by what it is for. Every role has a value in each palette; the toolkit's own names
// are given the nearest role.
type Role = fyne.ThemeColorName

// The roles. Text roles hold 4.5:1 against Surface and Canvas, control roles and Disabled 3:1. Disabled is as far from Text, so that
// the two are told apart.
const (
	Canvas      Role = "footpath-canvas"  // behind the board and the tiles
	Surface     Role = "footpath-surface" // bars, tiles, fields, sheets
	Header      Role = "footpath-header"  // lane headers, pressed buttons
	Text        Role = "footpath-text"
	Secondary   Role = "footpath-secondary"
	Placeholder Role = "footpath-placeholder"
	Disabled    Role = "footpath-disabled" // words and marks of what cannot be used now
	Border      Role = "footpath-border"   // of controls
	Hairline    Role = "footpath-hairline" // only decoration
	Accent      Role = "footpath-accent"   // the one filled button, the focus
	OnAccent    Role = "footpath-on-accent"
	Error       Role = "footpath-error"
	Warning     Role = "footpath-warning"
	Success     Role = "footpath-success"
	Chevron     Role = "footpath-chevron" // stages, in turn with ChevronAlt
	ChevronAlt  Role = "footpath-chevron-alt"
	Hover       Role = "footpath-hover"   // laid over what the pointer is on
	Pressed     Role = "footpath-pressed" // laid over what is pressed
	Scrim       Role = "footpath-scrim"   // laid over all that a sheet makes wait
	Shadow      Role = "footpath-shadow"
)

type palette map[Role]color.NRGBA

// hex is a colour as the design writes it: 0xRRGGBB.
func hex(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// veil is a colour to lay over others; alpha runs from 0 to 255.
func veil(v uint32, alpha uint8) color.NRGBA {
	c := hex(v)
	c.A = alpha
	return c
}

var light = palette{
	Canvas: hex(0xF4F6F8), Surface: hex(0xFFFFFF), Header: hex(0xE8ECF1),
	Text: hex(0x1B1F24), Secondary: hex(0x4A5563), Placeholder: hex(0x5F6B7A), Disabled: hex(0x7C8796),
	Border: hex(0x7C8796), Hairline: hex(0xD3D9E0),
	Accent: hex(0x0B5CAD), OnAccent: hex(0xFFFFFF),
	Error: hex(0xB3261E), Warning: hex(0x8A5A00), Success: hex(0x006B4F),
	Chevron: hex(0x24476B), ChevronAlt: hex(0x3A6186),
	Hover: veil(0x1B1F24, 16), Pressed: veil(0x1B1F24, 32), Scrim: veil(0x1B1F24, 128), Shadow: veil(0x1B1F24, 46),
}

var dark = palette{
	Canvas: hex(0x14171B), Surface: hex(0x1E2329), Header: hex(0x262D35),
	Text: hex(0xEDF0F3), Secondary: hex(0xB4BDC8), Placeholder: hex(0x98A3B0), Disabled: hex(0x74808F),
	Border: hex(0x74808F), Hairline: hex(0x323A44),
	Accent: hex(0x6CB6FF), OnAccent: hex(0x14171B),
	Error: hex(0xFF8A80), Warning: hex(0xF2B84B), Success: hex(0x4CC9A0),
	Chevron: hex(0x2F4A66), ChevronAlt: hex(0x3B5A7A),
	Hover: veil(0xEDF0F3, 20), Pressed: veil(0xEDF0F3, 40), Scrim: veil(0x000000, 140), Shadow: veil(0x000000, 115),
}

// stark is for eyes and rooms in which the others are too faint: text holds 7:1, every line can be seen.
var stark = palette{
	Canvas: hex(0xFFFFFF), Surface: hex(0xFFFFFF), Header: hex(0xEBEBEB),
	Text: hex(0x000000), Secondary: hex(0x262626), Placeholder: hex(0x404040), Disabled: hex(0x8A8A8A),
	Border: hex(0x000000), Hairline: hex(0x595959),
	Accent: hex(0x003E80), OnAccent: hex(0xFFFFFF),
	Error: hex(0x8C0000), Warning: hex(0x5C3D00), Success: hex(0x004D38),
	Chevron: hex(0x000000), ChevronAlt: hex(0x333333),
	Hover: veil(0x000000, 28), Pressed: veil(0x000000, 56), Scrim: veil(0x000000, 150), Shadow: veil(0x000000, 90),
}

// toolkit gives the toolkit's own names their roles.
var toolkit = map[fyne.ThemeColorName]Role{
	theme.ColorNameBackground:                Surface, // the menu bar lies on it, without asking
	theme.ColorNameButton:                    Header,
	theme.ColorNameDisabled:                  Disabled,
	theme.ColorNameDisabledButton:            Canvas,
	theme.ColorNameError:                     Error,
	theme.ColorNameForeground:                Text,
	theme.ColorNameForegroundOnError:         OnAccent,
	theme.ColorNameForegroundOnPrimary:       OnAccent,
	theme.ColorNameForegroundOnSuccess:       OnAccent,
	theme.ColorNameForegroundOnWarning:       OnAccent,
	theme.ColorNameHeaderBackground:          Header,
	theme.ColorNameHover:                     Hover,
	theme.ColorNameHyperlink:                 Accent,
	theme.ColorNameInnerWindowBorder:         Header,
	theme.ColorNameInnerWindowBorderInactive: Header,
	theme.ColorNameInputBackground:           Surface,
	theme.ColorNameInputBorder:               Border,
	theme.ColorNameMenuBackground:            Surface,
	theme.ColorNameOverlayBackground:         Surface,
	theme.ColorNamePlaceHolder:               Placeholder,
	theme.ColorNamePressed:                   Pressed,
	theme.ColorNamePrimary:                   Accent,
	theme.ColorNameScrollBar:                 Border,
	theme.ColorNameScrollBarBackground:       Canvas,
	theme.ColorNameSeparator:                 Hairline,
	theme.ColorNameShadow:                    Shadow,
	theme.ColorNameSuccess:                   Success,
	theme.ColorNameWarning:                   Warning,
}

// colour is the value of a role or of one of the toolkit's names.
func (p palette) colour(name fyne.ThemeColorName) color.Color {
	switch name {
	case theme.ColorNameFocus, theme.ColorNameSelection:
		c := p[Accent]
		c.A = 72
		return c
	}
	if role, ok := toolkit[name]; ok {
		name = role
	}
	if c, ok := p[name]; ok {
		return c
	}
	return p[Text]
}
