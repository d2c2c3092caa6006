//go:build !nogui

package look

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"footpath/assets/icons"
)

// contrast is the WCAG 2 contrast ratio of two opaque colours, 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	luminance := func(c color.NRGBA) float64 {
		linear := func(v uint8) float64 {
			x := float64(v) / 255
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// over is a veil laid over an opaque colour.
func over(veil, ground color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(veil.A) + int(b)*(255-int(veil.A))) / 255) }
	return color.NRGBA{R: mix(veil.R, ground.R), G: mix(veil.G, ground.G), B: mix(veil.B, ground.B), A: 255}
}

func TestEveryTextCanBeReadAndEveryControlBeSeen(t *testing.T) {
	for name, p := range map[string]palette{"light": light, "dark": dark, "stark": stark} {
		least := 4.5
		if name == "stark" {
			least = 7
		}
		for _, ground := range []Role{Surface, Canvas} {
			for _, role := range []Role{Text, Secondary, Placeholder, Accent, Error, Warning, Success} {
				if c := contrast(p[role], p[ground]); c < least {
					t.Errorf("%s: %s on %s has %.2f:1, text needs %g:1", name, role, ground, c, least)
				}
			}
			for _, role := range []Role{Border, Disabled} {
				if c := contrast(p[role], p[ground]); c < 3 {
					t.Errorf("%s: %s on %s has %.2f:1, a control needs 3:1", name, role, ground, c)
				}
			}
		}
		if c := contrast(p[Text], p[Disabled]); c < 3 {
			t.Errorf("%s: what can be used and what cannot differ by %.2f:1", name, c)
		}
		for _, role := range []Role{Text, Secondary} {
			if c := contrast(p[role], p[Header]); c < least {
				t.Errorf("%s: %s on a header has %.2f:1", name, role, c)
			}
		}
		for _, veil := range []Role{Hover, Pressed} {
			for ink, ground := range map[Role]Role{Text: Surface, Secondary: Surface, OnAccent: Accent} {
				if c := contrast(p[ink], over(p[veil], p[ground])); c < 4.5 {
					t.Errorf("%s: %s on %s below %s has %.2f:1", name, ink, ground, veil, c)
				}
			}
		}
		if c := contrast(p[OnAccent], p[Accent]); c < 4.5 {
			t.Errorf("%s: text on the filled button has %.2f:1", name, c)
		}
	}
}

func TestAllPalettesKnowEveryRole(t *testing.T) {
	for name, p := range map[string]palette{"dark": dark, "stark": stark} {
		for role := range light {
			if _, ok := p[role]; !ok {
				t.Errorf("%s has no %s", name, role)
			}
		}
		for role := range p {
			if _, ok := light[role]; !ok {
				t.Errorf("light has no %s, which %s has", role, name)
			}
		}
	}
	for name, role := range toolkit {
		if _, ok := light[role]; !ok {
			t.Errorf("the toolkit's %s stands for %s, which is no role", name, role)
		}
	}
}

func TestTheSystemIsBelievedOnlyOnceItHasSpoken(t *testing.T) {
	quiet := &Theme{mode: System}
	if quiet.IsDark(theme.VariantDark) {
		t.Error("dark although nobody asked for it")
	}
	quiet.Heard()
	if !quiet.IsDark(theme.VariantDark) || quiet.IsDark(theme.VariantLight) {
		t.Error("the system's wish is not followed")
	}
	for _, variant := range test.KnownThemeVariants() {
		for _, mode := range []Mode{Light, Dark, Contrast} {
			if got := New(mode).Shown(variant); got != mode {
				t.Errorf("a chosen mode gives way to the system: %s shows %s", mode, got)
			}
		}
	}
	if got := New("purple").Mode(); got != System {
		t.Errorf("an unknown mode became %q", got)
	}
}

func TestAnIconFollowsTheTheme(t *testing.T) {
	test.NewTempApp(t)
	drawing := Icon(icons.Home, Text)
	test.ApplyTheme(t, New(Light))
	inLight, lightName := string(drawing.Content()), drawing.Name()
	test.ApplyTheme(t, New(Dark))
	if inDark := string(drawing.Content()); inDark == inLight || !strings.Contains(inDark, "#edf0f3") {
		t.Error("the drawing keeps the colour it had")
	}
	if drawing.Name() == lightName {
		t.Error("two drawings go by one name, so the toolkit would show the first")
	}
	if strings.Contains(inLight, "currentColor") {
		t.Error("the drawing has no colour")
	}
}
