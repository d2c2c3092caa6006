package scene

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"footpath/mapmodel"
)

// Fit says how a map meets its sheets.
type Fit string

// The ways to fit a map to paper.
const (
	// FitAuto is one sheet where it stays readable, else pages by stage.
	FitAuto Fit = "auto"
	// FitPage is one sheet of the size asked for; what does not fit at the
	// smallest readable type goes to a page of notes.
	FitPage Fit = "page"
	// FitContent is one sheet as large as the map needs.
	FitContent Fit = "content"
	// FitStages is pages of one to three stages, lane and stage heads repeated.
	FitStages Fit = "stages"
	// FitTiles is a poster over several sheets, to be glued together.
	FitTiles Fit = "tiles"
)

// Fits lists the ways to fit, the usual one first.
func Fits() []Fit { return []Fit{FitAuto, FitPage, FitContent, FitStages, FitTiles} }

// Sheet is what a map is laid out on, in points.
type Sheet struct {
	Width, Height float64
	Fit           Fit // empty is FitAuto
	// Poster is the size of what the sheets of FitTiles make together; zero is
	// what the map needs.
	Poster Point
	// Alone is true where nothing closes a map that has all it needs on its own
	// pages: for a picture, which has but one.
	Alone bool
	// Either is true where the sheets of FitTiles may be turned, if it then takes
	// fewer of them.
	Either bool
	// Share is the width that the board's columns share where they are few, in
	// points; zero leaves them as narrow as many.
	Share float64
	// Sieve is what the board's cards are filtered by, nil for nothing, and Spared
	// the card that is never left out.
	Sieve  *Sieve
	Spared mapmodel.ID
	// Asks is true where the board's header shows a place for all that the map does
	// not say of itself yet, as on the board itself and on nothing that is made of it.
	Asks bool
	// Typed is the field of the header that is being typed.
	Typed Typed
}

// Typed is what is being typed into a field of the map's own record: its letters
// are not yet what the map holds, a date half written or a list with a comma at
// its end.
type Typed struct {
	Field string // by its name in the table of fields; empty where nothing is
	Text  string
}

// sheets are the named sizes, upright, in millimetres.
var sheets = []struct {
	name          string
	width, height float64
}{
	{"A4", 210, 297},
	{"A3", 297, 420},
	{"A2", 420, 594},
	{"A1", 594, 841},
	{"A0", 841, 1189},
	{"Letter", 215.9, 279.4},
	{"Legal", 215.9, 355.6},
	{"Tabloid", 279.4, 431.8},
	{"Ledger", 279.4, 431.8},
}

// SheetNames lists the names that NamedSheet knows.
func SheetNames() []string {
	names := make([]string, len(sheets))
	for i, s := range sheets {
		names[i] = s.name
	}
	return names
}

// A3 is the sheet in landscape.
func A3() Sheet { return Sheet{Width: 420 * mm, Height: 297 * mm} }

const (
	// MinSide is the shortest side of a sheet in points: a postcard's.
	MinSide = 280
	// MaxSide is the longest, what a PDF can have (ISO 32000-1, Annex C).
	MaxSide = 14400
	// MaxPoster is the longest side of a poster of several sheets: 30 m.
	MaxPoster = 30000 * mm
)

var custom = regexp.MustCompile(`^(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)(mm|cm|in|pt)?$`)

// NamedSheet gives a sheet by its name, capitals or not, or by its size: width,
// "x" and height with mm (the usual), cm, in or pt, as in "500x700mm". Named
// sheets stand upright unless landscape.
func NamedSheet(name string, landscape bool) (Sheet, error) {
	s, err := named(name, landscape)
	if err != nil {
		return Sheet{}, err
	}
	return s, s.within(name, "paper", MinSide, MaxSide)
}

// NamedPoster gives the size of a poster as NamedSheet takes it; named ones lie
// on their side, and none is larger than MaxPoster.
func NamedPoster(name string) (Point, error) {
	s, err := named(name, true)
	if err != nil {
		return Point{}, err
	}
	return Point{s.Width, s.Height}, s.within(name, "poster", MinSide, MaxPoster)
}

// within tells whether the sides of what is called so are in bounds.
func (s Sheet) within(name, what string, least, most float64) error {
	if min(s.Width, s.Height) < least || max(s.Width, s.Height) > most {
		return fmt.Errorf("a %s of %s is out of bounds: a side has %.0f to %.0f mm", what, name, math.Ceil(least/mm), math.Floor(most/mm))
	}
	return nil
}

// named gives a sheet by its name or size, whatever its size.
func named(name string, landscape bool) (Sheet, error) {
	for _, s := range sheets {
		if !strings.EqualFold(s.name, name) {
			continue
		}
		if landscape {
			return Sheet{Width: s.height * mm, Height: s.width * mm}, nil
		}
		return Sheet{Width: s.width * mm, Height: s.height * mm}, nil
	}
	found := custom.FindStringSubmatch(strings.ToLower(name))
	if found == nil {
		return Sheet{}, fmt.Errorf("there is no paper %q; there are %s, or a size such as 500x700mm", name, strings.Join(SheetNames(), ", "))
	}
	unit := map[string]float64{"": mm, "mm": mm, "cm": 10 * mm, "in": 72, "pt": 1}[found[3]]
	w, _ := strconv.ParseFloat(found[1], 64) // the expression lets nothing else through
	h, _ := strconv.ParseFloat(found[2], 64)
	return Sheet{Width: w * unit, Height: h * unit}, nil
}

// scale is how much larger than on an A3 sheet everything is: posters grow with
// their sheet, strokes too; smaller sheets keep the sizes of A3.
func (s Sheet) scale() float64 {
	long, short := max(s.Width, s.Height), min(s.Width, s.Height)
	return max(1, min(long/(420*mm), short/(297*mm)))
}
