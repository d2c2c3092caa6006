package formats

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
	"footpath/storage/theme"
)

// ErrNoTheme says that a name is none of scene.ThemeNames.
var ErrNoTheme = errors.New("there is no such theme")

// FindTheme finds one of our own themes by its NAME, or reads a client's from a
// FILE: what exists, or holds a separator, or ends in .yaml or .yml. Its error
// is ErrNoTheme, a journey.Mistakes, or that of a file that cannot be read.
func FindTheme(arg string) (*scene.Theme, error) {
	if slices.Contains(scene.ThemeNames(), arg) {
		return &scene.Theme{Base: arg}, nil
	}
	if !isThemeFile(arg) {
		return nil, fmt.Errorf("%w: %q; there are %s, or a theme's file such as riverbank.yaml", ErrNoTheme, arg, strings.Join(scene.ThemeNames(), ", "))
	}
	t, err := theme.ReadFile(arg)
	if err != nil {
		return nil, err
	}
	out := &scene.Theme{
		Base: t.Base, Client: t.Name, Logo: scene.NewImage(t.Logo), Confidentiality: t.Confidentiality,
		Livery: scene.Livery{
			Page: colour(t, theme.Page), Text: colour(t, theme.Text), Accent: colour(t, theme.Accent), Curve: colour(t, theme.Curve),
			Lanes: map[mapmodel.LaneKind]scene.Color{},
		},
	}
	for kind, c := range t.Lanes {
		out.Livery.Lanes[kind] = scene.Hex(uint32(c))
	}
	return out, nil
}

// ThemeSources are the files that a theme is read from, as FindTheme takes it:
// none of one of our own, else its file and its logo's, there or not.
func ThemeSources(arg string) []string {
	if slices.Contains(scene.ThemeNames(), arg) {
		return nil
	}
	return theme.Sources(arg)
}

// colour is a theme's colour; the zero Color where it has none.
func colour(t theme.Theme, name string) scene.Color {
	if c, ok := t.Colours[name]; ok {
		return scene.Hex(uint32(c))
	}
	return scene.Color{}
}

func isThemeFile(arg string) bool {
	switch strings.ToLower(filepath.Ext(arg)) {
	case ".yaml", ".yml":
		return true
	}
	if strings.ContainsRune(arg, '/') || strings.ContainsRune(arg, os.PathSeparator) {
		return true
	}
	_, err := os.Stat(arg)
	return err == nil
}

// mended says which of a theme's colours is drawn as another.
func mended(m scene.Mended) Finding {
	hex := func(c scene.Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }
	return Finding{Key: words.FindingColourMended, Args: words.Args{"name": m.Name, "asked": hex(m.Asked), "on": hex(m.On), "drawn": hex(m.Drawn)}}
}
