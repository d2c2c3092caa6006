package formats

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"footpath/render/png"
	"footpath/render/scene"
)

// Options say how a map is written. The zero Options are what most people want.
type Options struct {
	// Scale is the pixels of a picture: 1 is what a screen of 96 dots an inch
	// shows at full size, 2 is for a dense screen. From LeastScale to MostScale;
	// 0 leaves it to the format.
	Scale float64
	// DPI says the same as dots an inch, for paper, from LeastDPI to MostDPI; 0
	// leaves it to the format. Only one of the two may be given.
	DPI float64
	// Paper is the name or the size of the sheet, as scene.NamedSheet takes it;
	// empty is A3.
	Paper string
	// Upright turns a named sheet, which lies on its side otherwise.
	Upright bool
	// Either lets the sheets of scene.FitTiles lie as fewer of them are needed.
	Either bool
	// Fit says how the map meets its sheets; empty is scene.FitAuto.
	Fit scene.Fit
	// Poster is the name or the size of what the sheets of scene.FitTiles make
	// together, as scene.NamedPoster takes it; empty is what the map needs.
	Poster string
	// Page is which of the pages a picture is of, from 1; 0 is the first.
	Page int
	// Theme is how the pages look, as FindTheme gives it; nil is print.
	Theme *scene.Theme
}

// style is the style of the pages.
func (o Options) style() *scene.Style {
	if o.Theme == nil {
		return scene.Print()
	}
	return o.Theme.Page()
}

// sheet is the sheet that the options ask for.
func (o Options) sheet() (scene.Sheet, error) {
	name := o.Paper
	if name == "" {
		name = "A3"
	}
	s, err := scene.NamedSheet(name, !o.Upright)
	if err != nil {
		return scene.Sheet{}, err
	}
	s.Fit, s.Either = o.Fit, o.Either
	if o.Poster != "" {
		s.Poster, err = scene.NamedPoster(o.Poster)
	}
	return s, err
}

// The ranges of Options.
const (
	LeastScale = 0.1
	MostScale  = 25.0
	LeastDPI   = 10.0
	MostDPI    = 2400.0
)

// MostSheets is the most sheets that a poster of a size asked for may take.
const MostSheets = 1000

// MostPixels is the most pixels of a picture; what would have more is refused.
const MostPixels = png.MaxPixels

const (
	pointsAnInch = 72.0
	// screenDPI is what scale 1 means, as in browsers and on most desktops.
	screenDPI = 96.0
	// pictureDPI is what a picture has unless asked for otherwise: two pixels a
	// point, sharp on a dense screen and enough for a slide.
	pictureDPI = 2 * pointsAnInch
)

// ErrOptions says that options contradict each other or their format.
var ErrOptions = errors.New("these options do not go together")

// Check tells what is wrong with options for a format; its errors are
// ErrOptions.
func (o Options) Check(f Format) error {
	within := func(v, least, most float64) bool { return v == 0 || v >= least && v <= most }
	sheet, err := o.sheet()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrOptions, err)
	}
	switch {
	case !f.Pages && (o.Paper != "" || o.Upright || o.Fit != "" || o.Poster != "" || o.Theme != nil):
		return fmt.Errorf("%w: paper, orientation, fit, poster and theme are for pages, not for %s", ErrOptions, f.Name)
	case o.Poster != "" && o.Fit != scene.FitTiles:
		return fmt.Errorf("%w: a poster of sheets is what the fit %s makes", ErrOptions, scene.FitTiles)
	case sheet.Sheets() > MostSheets:
		return fmt.Errorf("%w: a poster of %s would take %d sheets or more, and %d are the most; take a larger paper", ErrOptions, o.Poster, sheet.Sheets(), MostSheets)
	case o.Fit != "" && !slices.Contains(scene.Fits(), o.Fit):
		return fmt.Errorf("%w: there is no fit %q; there are %s", ErrOptions, o.Fit, fits())
	case o.Page != 0 && !f.Single:
		return fmt.Errorf("%w: one page is chosen for a picture, not for %s", ErrOptions, f.Name)
	case o.Page < 0:
		return fmt.Errorf("%w: pages count from 1, not from %d", ErrOptions, o.Page)
	case (o.Scale != 0 || o.DPI != 0) && !f.Pixels:
		return fmt.Errorf("%w: scale and dpi are for pictures of pixels, not for %s", ErrOptions, f.Name)
	case o.Scale != 0 && o.DPI != 0:
		return fmt.Errorf("%w: scale and dpi both say how many pixels; give one of them", ErrOptions)
	case !within(o.Scale, LeastScale, MostScale):
		return fmt.Errorf("%w: scale goes from %g to %g, not %g", ErrOptions, LeastScale, MostScale, o.Scale)
	case !within(o.DPI, LeastDPI, MostDPI):
		return fmt.Errorf("%w: dpi goes from %g to %g, not %g", ErrOptions, LeastDPI, MostDPI, o.DPI)
	}
	return nil
}

// fits lists the ways to fit, for a sentence.
func fits() string {
	names := make([]string, len(scene.Fits()))
	for i, f := range scene.Fits() {
		names[i] = string(f)
	}
	return strings.Join(names, ", ")
}

// pixels is how many pixels a point of the page has.
func (o Options) pixels() float64 {
	switch {
	case o.DPI != 0:
		return o.DPI / pointsAnInch
	case o.Scale != 0:
		return o.Scale * screenDPI / pointsAnInch
	}
	return pictureDPI / pointsAnInch
}
