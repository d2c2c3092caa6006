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
	return findings, s.Smallest(), nil
}

// Findings puts a layout's findings into sentences.
func Findings(m *mapmodel.Map, s *scene.Scene) []Finding {
	var out []Finding
	for _, f := range s.Findings {
		switch f.Kind {
		case scene.SheetGrew:
			out = append(out, Finding{"the map needs more than the sheet at the smallest type; a page is larger than asked for", true})
		case scene.NarrowColumns:
			out = append(out, Finding{"the sheet is too narrow for so many stages; its columns are narrower than they should be", true})
		case scene.TextMoved:
			said := ""
			if card := mapmodel.Find[*mapmodel.Card](m, f.Card); card != nil {
				said = strings.Join(strings.Fields(card.Text), " ")
			}
			out = append(out, Finding{fmt.Sprintf("the whole text of the card %q stands on the page of notes, under %d", shortened(said), f.Note), true})
		case scene.ManyMoments:
			out = append(out, Finding{fmt.Sprintf("there are more than %d moments of truth; the page shows all, but few stand out", mapmodel.MaxMoments), false})
		}
	}
	if lost := boxes(s); lost != "" {
		out = append(out, Finding{fmt.Sprintf("no font here has %s; the page shows a box in their place, and says them to whoever copies or searches", lost), false})
	}
	return out
}

// reading is the painter that reads the pages.
type reading struct{ strings.Builder }

func (*reading) Box(*scene.Box, scene.Point)       {}
func (*reading) Path(*scene.Path, scene.Point)     {}
func (w *reading) Run(e *scene.Run, _ scene.Point) { w.WriteString(e.Text) }

// mostBoxes is how many characters a sentence lists.
const mostBoxes = 12

// boxes lists the characters of the pages that no font can draw.
func boxes(s *scene.Scene) string {
	var all reading
	for _, page := range s.Pages {
		page.Draw(&all)
	}
	var names []string
	for i, r := range text.Missing(all.String()) {
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
