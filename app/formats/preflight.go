package formats

import (
	"fmt"
	"strings"

	"footpath/mapmodel"
	"footpath/render/scene"
	"footpath/render/text"
)

// Finding is a sentence about pages, to be read before they are printed.
type Finding struct {
	Text string
	// Partly is true where the pages do not show all as it should be shown.
	Partly bool
}

// Preflight lays a map out as Write would and tells what of it a person should
// know first: whether it fits, what is moved where, and the size of the
// smallest text in points.
func Preflight(m *mapmodel.Map, o Options) (findings []Finding, smallest float64, err error) {
	s, findings, err := lay(m, o)
	if err != nil {
		return nil, 0, err
	}
	for _, page := range s.Pages {
		if max(page.Size.X, page.Size.Y) > scene.MaxSide {
			findings = append(findings, Finding{"a page would be larger than a pdf can have; " + spread, true})
		}
	}
	return findings, s.Smallest(), nil
}

// spread is the way out for a page that no PDF can have.
const spread = "the fit " + string(scene.FitTiles) + " spreads it over sheets to be glued together"

// Findings puts a layout's findings into sentences.
func Findings(m *mapmodel.Map, s *scene.Scene) []Finding {
	var out []Finding
	what := "page"
	if s.Poster != nil {
		what = "poster"
		out = append(out, Finding{assembled(s.Poster), false})
	}
	for _, f := range s.Findings {
		switch f.Kind {
		case scene.SheetGrew:
			out = append(out, Finding{fmt.Sprintf("the map needs more than the sheet at the smallest type; a %s is larger than asked for", what), true})
		case scene.CutThrough:
			out = append(out, Finding{cutThrough(m, f), true})
		case scene.NarrowColumns:
			out = append(out, Finding{"the sheet is too narrow for so many stages; its columns are narrower than they should be", true})
		case scene.TextMoved:
			out = append(out, Finding{fmt.Sprintf("the whole text of the card %q stands on the page of notes, under %d", named(m, f.Card), f.Note), true})
		case scene.ManyMoments:
			out = append(out, Finding{fmt.Sprintf("there are more than %d moments of truth; the page shows all, but few stand out", mapmodel.MaxMoments), false})
		}
	}
	if lost := boxes(s); lost != "" {
		out = append(out, Finding{fmt.Sprintf("no font here has %s; the page shows a box in their place, and says them to whoever copies or searches", lost), false})
	}
	return out
}

// assembled says what the sheets of a poster make together.
func assembled(p *scene.Poster) string {
	const mm = 72 / 25.4
	rows, columns := p.Count()
	return fmt.Sprintf("the poster is %.0f × %.0f mm: %s of %.0f × %.0f mm, %d × %d, with strips of %.0f mm to glue",
		p.Size.X/mm, p.Size.Y/mm, counted(rows*columns, "sheet"), p.Sheet.X/mm, p.Sheet.Y/mm, rows, columns, p.Strip/mm)
}

// counted is a number of things.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// cutThrough says what of a poster no sheet shows whole.
func cutThrough(m *mapmodel.Map, f scene.Finding) string {
	if f.Card.IsZero() {
		return "a heading or label is larger than a sheet and is cut"
	}
	return fmt.Sprintf("the card %q is larger than a sheet and is cut, between its lines where that can be", named(m, f.Card))
}

// named is the beginning of a card's text.
func named(m *mapmodel.Map, id mapmodel.ID) string {
	if card := mapmodel.Find[*mapmodel.Card](m, id); card != nil {
		return shortened(strings.Join(strings.Fields(card.Text), " "))
	}
	return ""
}

// reading is the painter that looks for characters that no font can draw.
type reading struct {
	seen    map[rune]bool
	missing []rune
}

// Box implements scene.Painter.
func (*reading) Box(*scene.Box, scene.Point) {}

// Path implements scene.Painter.
func (*reading) Path(*scene.Path, scene.Point) {}

// Picture implements scene.Painter.
func (*reading) Picture(*scene.Picture, scene.Point) {}

// Run implements scene.Painter.
func (w *reading) Run(e *scene.Run, _ scene.Point) {
	for _, r := range text.Missing(e.Text) {
		if !w.seen[r] {
			w.seen[r] = true
			w.missing = append(w.missing, r)
		}
	}
}

// mostBoxes is how many characters a sentence lists.
const mostBoxes = 12

// boxes lists the characters of the pages that no font can draw.
func boxes(s *scene.Scene) string {
	all := reading{seen: map[rune]bool{}}
	for _, page := range s.Pages {
		page.Draw(&all)
	}
	var names []string
	for i, r := range all.missing {
		if i == mostBoxes {
			names = append(names, "…")
			break
		}
		names = append(names, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	return strings.Join(names, ", ")
}

// shortened is the beginning of a text, for a sentence.
func shortened(text string) string {
	const most = 40
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}
