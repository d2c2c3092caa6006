//go:build !nogui

package desktop

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"footpath/app/desktop/parts"
	"footpath/app/formats"
	"footpath/app/words"
	"footpath/render/scene"
)

// What a map's view remembers of its last export.
const (
	exportFormat  = "format"
	exportPath    = "path"
	exportPaper   = "paper"
	exportUpright = "upright"
	exportEither  = "either"
	exportPoster  = "poster"
	exportFit     = "fit"
	exportDPI     = "dpi"
	exportTheme   = "theme"
)

// pageOptions are the controls that say how a page is made.
type pageOptions struct {
	paper, fit, poster, dpi, theme *parts.Stepper
	lies                           *parts.Choice
	// themes are the NAMEs that the theme's options stand for; the last may be a file.
	themes []string
}

// fitNames are the ways to fit with their names, in the order people are shown them.
var fitNames = []struct {
	fit  scene.Fit
	name words.Key
}{
	{scene.FitAuto, words.ExportFitAuto},
	{scene.FitPage, words.ExportFitPage},
	{scene.FitStages, words.ExportFitStages},
	{scene.FitContent, words.ExportFitContent},
	{scene.FitTiles, words.ExportFitTiles},
}

// How a sheet lies, in the order people are shown it.
const (
	liesDown = iota
	liesUpright
	liesEither // for a poster's sheets: as fewer of them are needed; else it lies down
)

// posters are the sizes of a poster over sheets that are offered, the first being what the map needs.
var posters = []string{"", "A2", "A1", "A0", "2378x1682mm"}

// posterNames names them for people: the largest is two A0 wide and two high.
func posterNames(say func(words.Key) string) []string {
	names := slices.Clone(posters)
	names[0], names[len(names)-1] = say(words.ExportPosterNeeded), "4 × A0"
	return names
}

// dpis are the sizes of pictures that are offered: a screen's, a slide's, and print.
var dpis = []float64{96, 144, 300}

// newPageOptions makes the controls as they were left; what they say is told whenever it changes.
func newPageOptions(say func(words.Key) string, remembered map[string]string, changed func()) *pageOptions {
	tell := func(int) { changed() }
	var fits []string
	for _, f := range fitNames {
		fits = append(fits, say(f.name))
	}
	var dots []string
	for _, d := range dpis {
		dots = append(dots, strconv.FormatFloat(d, 'f', 0, 64)+" dpi")
	}
	o := &pageOptions{
		paper: parts.NewStepper(scene.SheetNames(), tell),
		fit:   parts.NewStepper(fits, tell),
		dpi:   parts.NewStepper(dots, tell),
		lies:  parts.NewChoice([]string{say(words.ExportLandscape), say(words.ExportPortrait), say(words.ExportEither)}, tell),
	}
	o.poster = parts.NewStepper(posterNames(say), tell)
	o.poster.Choose(max(slices.Index(posters, remembered[exportPoster]), 0))
	o.nameThemes(say, remembered[exportTheme], tell)
	paper := remembered[exportPaper]
	if paper == "" {
		paper = "A3"
	}
	o.paper.Choose(slices.Index(scene.SheetNames(), paper))
	o.fit.Choose(slices.IndexFunc(fitNames, func(f struct {
		fit  scene.Fit
		name words.Key
	},
	) bool {
		return string(f.fit) == remembered[exportFit]
	}))
	switch {
	case remembered[exportUpright] != "":
		o.lies.Choose(liesUpright)
	case remembered[exportEither] != "":
		o.lies.Choose(liesEither)
	}
	dpi, err := strconv.ParseFloat(remembered[exportDPI], 64)
	if at := slices.Index(dpis, dpi); err == nil && at >= 0 {
		o.dpi.Choose(at)
	} else {
		o.dpi.Choose(1)
	}
	return o
}

// themeWords are our own themes' names for people.
var themeWords = map[string]words.Key{
	scene.ThemePrint: words.ExportThemePrint, scene.ThemeScreenLight: words.ExportThemeLight,
	scene.ThemeScreenDark: words.ExportThemeDark, scene.ThemeHighContrast: words.ExportThemeContrast,
}

// nameThemes makes the theme's control: our own, and a client's file where one is known.
func (o *pageOptions) nameThemes(say func(words.Key) string, chosen string, tell func(int)) {
	o.themes = scene.ThemeNames()
	if chosen != "" && !slices.Contains(o.themes, chosen) {
		o.themes = append(o.themes, chosen)
	}
	var names []string
	for _, theme := range o.themes {
		if key, ours := themeWords[theme]; ours {
			names = append(names, say(key))
		} else {
			names = append(names, strings.TrimSuffix(filepath.Base(theme), filepath.Ext(theme)))
		}
	}
	o.theme = parts.NewStepper(names, tell)
	o.theme.Choose(max(slices.Index(o.themes, chosen), 0))
}

// themed is the NAME or the file of the theme that is chosen.
func (o *pageOptions) themed() string { return o.themes[o.theme.Chosen()] }

// options is what the controls say, for a format.
func (o *pageOptions) options(f formats.Format) formats.Options {
	var out formats.Options
	if f.Pages {
		out.Paper, out.Upright, out.Fit = scene.SheetNames()[o.paper.Chosen()], o.lies.Chosen() == liesUpright, fitNames[o.fit.Chosen()].fit
		if o.tiles() {
			out.Either, out.Poster = o.lies.Chosen() == liesEither, posters[o.poster.Chosen()]
		}
	}
	if f.Pixels {
		out.DPI = dpis[o.dpi.Chosen()]
	}
	return out
}

// tiles tells whether a poster over sheets is chosen.
func (o *pageOptions) tiles() bool { return fitNames[o.fit.Chosen()].fit == scene.FitTiles }

// remember notes what the controls say.
func (o *pageOptions) remember(in map[string]string) {
	in[exportPaper] = scene.SheetNames()[o.paper.Chosen()]
	in[exportFit] = string(fitNames[o.fit.Chosen()].fit)
	in[exportDPI] = strconv.FormatFloat(dpis[o.dpi.Chosen()], 'f', 0, 64)
	in[exportTheme] = o.themed()
	in[exportPoster] = posters[o.poster.Chosen()]
	delete(in, exportUpright)
	delete(in, exportEither)
	switch o.lies.Chosen() {
	case liesUpright:
		in[exportUpright] = "yes"
	case liesEither:
		in[exportEither] = "yes"
	}
}
