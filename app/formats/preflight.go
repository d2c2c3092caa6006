package formats

import (
	"fmt"
	"strings"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
	"footpath/render/text"
)

// Finding is what a person should know of pages before they are printed.
type Finding struct {
	// Key and Args say it in any language.
	Key  words.Key
	Args words.Args
	// Partly is true where the pages do not show all as it should be shown.
	Partly bool
}

// Findings puts a layout's findings into sentences.
func Findings(m *mapmodel.Map, s *scene.Scene) []Finding {
	var out []Finding
	grew := words.FindingPageGrew
	if s.Poster != nil {
		grew = words.FindingPosterGrew
		out = append(out, assembled(s.Poster))
	}
	for _, f := range s.Findings {
		switch f.Kind {
		case scene.SheetGrew:
			out = append(out, Finding{Key: grew, Partly: true})
		case scene.CutThrough:
			out = append(out, cutThrough(m, f))
		case scene.NarrowColumns:
			out = append(out, Finding{Key: words.FindingNarrowColumns, Partly: true})
		case scene.TextMoved:
			out = append(out, Finding{words.FindingTextMoved, words.Args{"card": named(m, f.Card), "note": f.Note}, true})
		case scene.ColorMended:
			out = append(out, mended(f.Mended))
		case scene.InboxLeft:
			out = append(out, Finding{Key: words.FindingInboxLeft, Args: words.Args{"n": m.Inbox().Len()}})
		case scene.LanesLeft:
			out = append(out, Finding{Key: words.FindingLanesLeft, Args: words.Args{"n": f.Lanes}})
		case scene.ManyMoments:
			out = append(out, Finding{Key: words.FindingManyMoments, Args: words.Args{"most": mapmodel.MaxMoments}})
		}
	}
	if lost := boxes(s); lost != "" {
		out = append(out, Finding{Key: words.FindingBoxes, Args: words.Args{"characters": lost}})
	}
	return out
}

// assembled says what the sheets of a poster make together.
func assembled(p *scene.Poster) Finding {
	mm := func(points float64) string { return fmt.Sprintf("%.0f", points*25.4/72) }
	rows, columns := p.Count()
	return Finding{Key: words.FindingAssembled, Args: words.Args{
		"width": mm(p.Size.X), "height": mm(p.Size.Y), "n": rows * columns, "sheetWidth": mm(p.Sheet.X), "sheetHeight": mm(p.Sheet.Y),
		"rows": rows, "columns": columns, "strip": mm(p.Strip),
	}}
}

// cutThrough says what of a poster no sheet shows whole.
func cutThrough(m *mapmodel.Map, f scene.Finding) Finding {
	if f.Card.IsZero() {
		return Finding{Key: words.FindingHeadingCut, Partly: true}
	}
	return Finding{words.FindingCardCut, words.Args{"card": named(m, f.Card)}, true}
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
