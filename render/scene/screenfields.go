package scene

import (
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// headTexts places what the map says of itself under its title, line by line;
// right is how far a line at some height may reach. It gives where the last one
// ends.
func (w *work) headTexts(lines [][]HeadPlace, y float64, right func(y float64) float64) float64 {
	for i, line := range lines {
		if len(line) == 1 && (line[0].Field == "scenario" || line[0].Field == "expectations") && !line[0].Gap {
			y += 2 + w.headText(line[0].Field, y+2, right(y+2))
			continue
		}
		gap := float64(factsGap)
		if i == 0 {
			gap = factsUnderTitle
		}
		y = w.headFacts(line, y+gap, right(y+gap))
	}
	return y
}

const (
	// factsGap is the gap above the facts: a ring has room around one.
	factsGap = 6
	// factsUnderTitle is that gap below the title, which has air of its own.
	factsUnderTitle = 2
	// factGap is the gap between two facts, askGap that between two places that ask
	// for one.
	factGap, askGap = 18, 9
)

// headText places a text of the header that has its lines to itself, behind its
// name, and gives its height.
func (w *work) headText(field string, y, right float64) float64 {
	s := w.s
	label := w.words(headWords[field])
	lw := text.Regular.Measure(label, s.LeadSize)
	b := breakText(w.saidOf(field), text.Regular, s.LeadSize, s.Leading, lw+8, 0, max(right-screenEdge-lw-8, 200))
	name := &Run{Y: b.First, Text: label, Face: text.Regular, Size: s.LeadSize, Color: s.Second, Width: lw}
	g := &Group{
		Role: HeaderRole, ID: w.m.ID(), Field: field, Size: Point{lw + 8 + b.Widest(), b.Height()},
		Elements: append([]Element{name}, b.runs(s.Text)...), Body: b,
	}
	w.page.Back = append(w.page.Back, Placed{g.sealed(), Point{screenEdge, y}})
	return b.Height()
}

// headFacts places the short texts of the header side by side, and gaps behind
// them; it gives where they end.
func (w *work) headFacts(line []HeadPlace, y, right float64) float64 {
	const high = 22
	x, bottom := float64(screenEdge), y
	for i, place := range line {
		g := w.headFact(place, right-screenEdge)
		if i > 0 && x+g.Size.X > right {
			x, y = screenEdge, y+high
		}
		w.page.Back = append(w.page.Back, Placed{g, Point{x, y}})
		x += g.Size.X + factGap
		if place.Gap {
			x -= factGap - askGap
		}
		bottom = y + g.Size.Y
		if g.Size.Y > high {
			y += g.Size.Y - high
		}
	}
	return bottom
}

// headAsks places what the header asks for beside the title, where all of it has
// room from x to right; else it stands behind the facts. It gives the
// lines of the header as they stand then.
func (w *work) headAsks(x, right float64) [][]HeadPlace {
	const top = 16 // as the state, in the middle
	lines, gaps := headLines(w.m, w.sheet.Typed.Field)
	if !w.sheet.Asks || len(gaps) == 0 {
		return lean(lines)
	}
	var asks []Placed
	for _, place := range gaps {
		g := w.headFact(place, 0)
		asks = append(asks, Placed{g, Point{x, top}})
		if x+g.Size.X > right {
			return behindFacts(lines, gaps)
		}
		x += g.Size.X + askGap
	}
	w.page.Back = append(w.page.Back, asks...)
	return besideTitle(lines, gaps)
}

// headFact is a short text of the header behind its name, or the pill that asks
// for one.
func (w *work) headFact(place HeadPlace, most float64) *Group {
	s := w.s
	const lineHigh, pillPad = 20.0, 9.0
	g := &Group{Role: HeaderRole, ID: w.m.ID(), Field: place.Field}
	label := w.words(headWords[place.Field])
	if place.Gap {
		label = "+ " + label
	}
	lw := text.Regular.Measure(label, s.MetaSize)
	base := lineHigh/2 + 0.36*s.MetaSize
	if place.Gap {
		g.Size = Point{lw + 2*pillPad, lineHigh}
		g.Elements = []Element{
			&Box{Rect: Rect{0.5, 0.5, g.Size.X - 1, lineHigh - 1}, Radius: (lineHigh - 1) / 2, Stroke: Stroke{Color: s.Hairline, Width: 1}},
			&Run{X: pillPad, Y: base, Text: label, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: lw},
		}
		return g.sealed()
	}
	b := breakText(w.saidOf(place.Field), text.Regular, s.MetaSize, 1.34, lw+6, 0, max(most-lw-6, 120))
	b.First += base - b.First
	g.Size = Point{lw + 6 + max(b.Widest(), 1), max(lineHigh, lineHigh+b.Height()-b.Step)}
	g.Elements = append([]Element{
		&Run{Y: base, Text: label, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: lw},
	}, b.runs(s.Text)...)
	g.Body = b
	return g.sealed()
}

// headWords are the names of the header's places.
var headWords = map[string]string{
	PersonaGap: wordPersona, "state": wordState, "scenario": wordScenario, "expectations": wordExpectations,
	"owner": wordOwner, "team": wordTeam, "version": wordVersion, "date": wordDate,
}

// saidOf is what the header says in a field, or what is being typed there.
func (w *work) saidOf(field string) string {
	if w.sheet.Typed.Field == field {
		return w.sheet.Typed.Text
	}
	switch p := mapmodel.FieldNamed(mapmodel.KindHeader, field).Pointer(w.m.Header()).(type) {
	case *[]string:
		return strings.Join(*p, ", ")
	case *string:
		if field == "date" {
			return w.date(*p)
		}
		return *p
	}
	return ""
}
