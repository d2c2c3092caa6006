package scene

import (
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// paperHeader draws what the map is about: kicker, title and scenario on the
// left, personas in the middle, facts on the right. It gives the header's
// height. The personas take the part of the width that makes it lowest.
func (w *work) paperHeader(width float64) float64 {
	s := w.s
	const gap = 22
	inner := width - 2*s.Margin
	factsW := min(190, inner*0.18)
	facts, factsH := w.aboutTable(factsW)
	left := inner
	if len(facts) > 0 {
		left -= factsW + gap
	}
	var best struct {
		high, textW float64
		about       []Element
		personas    []Placed
	}
	count := 0
	for range w.m.Personas() {
		count++
	}
	for _, part := range []float64{0.344, 0.4, 0.46, 0.52, 0.58} {
		textW := left
		var personas []Placed
		personasH := 0.0
		if count > 0 {
			personasW := min(left*part, float64(count)*322*part/0.344)
			personas, personasH = w.personaCards(personasW, s.Header-5)
			textW -= personasW + gap
			for i := range personas {
				personas[i].At.X += left - personasW
			}
		}
		about, aboutH := w.about(textW)
		if high := max(aboutH, personasH, factsH); best.about == nil || high < best.high-0.5 {
			best.high, best.textW, best.about, best.personas = high, textW, about, personas
		}
		if best.high <= s.Header || count == 0 {
			break
		}
	}
	high := max(s.Header, best.high)
	w.place(Rect{s.Margin, s.Margin, best.textW, high}, HeaderRole, best.about...)
	for _, p := range best.personas {
		p.At.X += s.Margin
		p.At.Y += s.Margin
		w.page.Back = append(w.page.Back, p)
	}
	if len(facts) > 0 {
		w.place(Rect{width - s.Margin - factsW, s.Margin, factsW, factsH}, HeaderRole, facts...)
	}
	return high
}

// about draws kicker, state, title and scenario into a width and gives their
// height.
func (w *work) about(width float64) ([]Element, float64) {
	s, h := w.s, w.m.Header()
	kicker := w.words(wordMap)
	kw := text.Bold.Measure(kicker, s.LabelSize)
	out := []Element{&Run{X: 0, Y: 8.5, Text: kicker, Face: text.Bold, Size: s.LabelSize, Color: s.Second, Width: kw}}
	out = append(out, w.statePill(Point{kw + 10, -1.1})...)
	title := fitted(h.Title, text.Bold, s.TitleSize, 0.6*s.TitleSize, width, 2)
	title.X = -0.05 * title.Size // the capital's side bearing
	title.First += 15
	out = append(out, title.runs(s.Text)...)
	y := 15 + title.Height() + 1
	lead := h.Scenario
	if h.Expectations != "" && lead != "" && !strings.ContainsAny(lead[len(lead)-1:], ".!?…") {
		lead += "."
	}
	lead = strings.TrimSpace(lead + " " + h.Expectations)
	if lead != "" {
		b := breakText(lead, text.Regular, s.LeadSize, 1.25, 0, y, min(width, 560))
		out = append(out, b.runs(s.Second)...)
		y += b.Height()
	}
	return out, y
}

// statePill names the state: a filled pill for today's, an outlined one for a
// hoped-for future, so that they are told apart without colour.
func (w *work) statePill(at Point) []Element {
	s := w.s
	words, ink, ground := w.words(wordCurrent), s.ChevronText, s.Chevron[0]
	switch w.m.Header().State {
	case mapmodel.Current:
	case mapmodel.Future:
		words, ink, ground = w.words(wordFuture), s.Strong, s.Surface
	default:
		return nil
	}
	width := text.Bold.Measure(words, s.LabelSize)
	return []Element{
		&Box{
			Rect: Rect{at.X + 0.4, at.Y + 0.4, width + 13.2, 12.6}, Radius: 6.3,
			Fill: ground, Stroke: Stroke{Color: s.Strong, Width: 0.8 * s.Weight},
		},
		&Run{X: at.X + 7, Y: at.Y + 9.6, Text: words, Face: text.Bold, Size: s.LabelSize, Color: ink, Width: width},
	}
}

// logoHigh is how high a logo is in a page's header, logoLow in a compact one.
const logoHigh, logoLow = 11 * mm, 16

// logo draws the client's logo at the right of a width, at most so high, and
// gives its height.
func (s *Style) logo(width, most float64) ([]Element, float64) {
	if s.Logo == nil {
		return nil, 0
	}
	ratio := float64(s.Logo.Width) / float64(s.Logo.Height)
	high := min(most, width/ratio)
	return []Element{&Picture{Rect: Rect{width - high*ratio, 0, high * ratio, high}, Image: s.Logo, Words: s.Client}}, high
}

// logoAside draws the client's logo at the right end of a head of a width, and
// gives what width is left beside it.
func (s *Style) logoAside(width, most float64) ([]Element, float64) {
	if s.Logo == nil {
		return nil, width
	}
	logo, high := s.logo(0.2*width, most)
	wide := high * float64(s.Logo.Width) / float64(s.Logo.Height)
	for _, e := range logo {
		e.(*Picture).X += 0.8 * width
	}
	return logo, width - wide - 12
}

// aboutTable lists version, date, team, owner and how much is researched, a
// line each, below the client's logo.
func (w *work) aboutTable(width float64) ([]Element, float64) {
	s, h := w.s, w.m.Header()
	rows := []struct{ key, value string }{
		{wordVersion, h.Version},
		{wordDate, w.date(h.Date)},
		{wordTeam, strings.Join(h.Team, ", ")},
		{wordOwner, h.Owner},
		{wordEvidence, w.researched()},
	}
	out, y := s.logo(width, logoHigh)
	if y > 0 {
		y += 7
	}
	labels := 0.0
	for _, r := range rows {
		if r.value != "" {
			labels = max(labels, text.Regular.Measure(w.words(r.key), s.MetaSize))
		}
	}
	left := max(46, labels+10)
	for _, r := range rows {
		if r.value == "" {
			continue
		}
		label := w.words(r.key)
		b := breakText(r.value, text.Regular, s.LabelSize, 1.25, left, y, width-left)
		out = append(out, &Run{X: 0, Y: b.First, Text: label, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: text.Regular.Measure(label, s.MetaSize)})
		out = append(out, b.runs(s.Text)...)
		y += b.Height() + 2.3
		out = append(out, &Path{Segments: Polyline(false, Point{0, y}, Point{width, y}), Stroke: Stroke{Color: s.Hairline, Width: s.Hair}})
		y += 2.1
	}
	return out, y
}

// researched says how many of the cards that carry an evidence mark are
// researched; nothing where none does.
func (w *work) researched() string {
	marked, researched := 0, 0
	for card := range w.m.Cards() {
		if lane := mapmodel.Find[*mapmodel.Lane](w.m, card.Lane); lane == nil || lane.Hidden {
			continue
		}
		if card.Level != "" {
			marked++
		}
		if card.Level == mapmodel.Researched {
			researched++
		}
	}
	if marked == 0 {
		return ""
	}
	return w.words.fill(wordMarked, "n", strconv.Itoa(researched), "m", strconv.Itoa(marked))
}

// date writes a date as the map's language does, where the words know how.
func (w *work) date(iso string) string {
	if iso == "" {
		return ""
	}
	if said := w.words(DateKey + iso); said != "" {
		return said
	}
	return iso
}

// stepGround is the soft band behind the steps' names, stage by stage.
func (w *work) stepGround(y, right float64) {
	s := w.s
	words := w.words(wordSteps)
	band := &Group{Role: Background, Size: Point{right - s.Margin, w.stepHigh}, Elements: []Element{
		&Run{X: 8, Y: w.stepHigh/2 + 0.36*s.MetaSize, Text: words, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: text.Regular.Measure(words, s.MetaSize)},
	}}
	for _, span := range w.page.Grid.Stages {
		band.Elements = append(band.Elements, &Box{Rect: Rect{span.X - s.Margin + 0.5, 0, span.W - 1, w.stepHigh}, Fill: s.Soft})
	}
	w.page.Back = append([]Placed{{band.sealed(), Point{s.Margin, y}}}, w.page.Back...)
}
