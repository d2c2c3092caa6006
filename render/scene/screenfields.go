package scene

import (
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// headTexts places what the map says of itself under its title, and where the
// header asks what it does not say yet; right is how far a line at some height
// may reach. It gives where the last one ends.
func (w *work) headTexts(y float64, right func(y float64) float64) float64 {
	for _, line := range headLines(w.m, w.sheet.Typed.Field)[1:] {
		if len(line) == 1 && !line[0].Gap && (line[0].Field == "scenario" || line[0].Field == "expectations") {
			y += 2 + w.headText(line[0].Field, y+2, right(y+2))
			continue
		}
		y = w.headFacts(line, y+factsGap, right(y+factsGap))
	}
	return y
}

// factsGap is the gap above the facts: a ring has room around one.
const factsGap = 6

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
	const high, gap = 22, 18
	x, some := float64(screenEdge), false
	for _, place := range line {
		if place.Gap && !w.sheet.Asks {
			continue
		}
		g := w.headFact(place, right-screenEdge)
		if some && x+g.Size.X > right {
			x, y = screenEdge, y+high
		}
		w.page.Back = append(w.page.Back, Placed{g, Point{x, y}})
		x += g.Size.X + gap
		if place.Gap {
			x -= gap / 2
		}
		if g.Size.Y > high {
			y += g.Size.Y - high
		}
		some = true
	}
	if !some {
		return y - factsGap
	}
	return y + high
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
			&Box{Rect: Rect{0.5, 0.5, g.Size.X - 1, lineHigh - 1}, Radius: (lineHigh - 1) / 2, Stroke: Stroke{Color: s.Border, Width: 1}},
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
