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
	words, ink, ground := w.words(wordCurrent), Hex(0xFFFFFF), s.Chevron[0]
	switch w.m.Header().State {
	case mapmodel.Current:
	case mapmodel.Future:
		words, ink, ground = w.words(wordFuture), s.Chevron[0], s.Surface
	default:
		return nil
	}
	width := text.Bold.Measure(words, s.LabelSize)
	return []Element{
		&Box{
			Rect: Rect{at.X + 0.4, at.Y + 0.4, width + 13.2, 12.6}, Radius: 6.3,
			Fill: ground, Stroke: Stroke{Color: s.Chevron[0], Width: 0.8},
		},
		&Run{X: at.X + 7, Y: at.Y + 9.6, Text: words, Face: text.Bold, Size: s.LabelSize, Color: ink, Width: width},
	}
}

// aboutTable lists version, date, team, owner and how much is researched, a
// line each.
func (w *work) aboutTable(width float64) ([]Element, float64) {
	s, h := w.s, w.m.Header()
	rows := []struct{ key, value string }{
		{wordVersion, h.Version},
		{wordDate, w.date(h.Date)},
		{wordTeam, strings.Join(h.Team, ", ")},
		{wordOwner, h.Owner},
		{wordEvidence, w.researched()},
	}
	var out []Element
	y, labels := 0.0, 0.0
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
	for card := range w.shown() {
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

// personasAbreast is how many personas stand side by side at the most.
const personasAbreast = 3

// personaCards draws the personas in rows and gives their height.
func (w *work) personaCards(width, least float64) ([]Placed, float64) {
	s := w.s
	var personas []*mapmodel.Persona
	for p := range w.m.Personas() {
		personas = append(personas, p)
	}
	rows := (len(personas) + personasAbreast - 1) / personasAbreast
	abreast := (len(personas) + rows - 1) / rows
	each := (width - s.PersonaGap*float64(abreast-1)) / float64(abreast)
	var out []Placed
	y := 0.0
	for first := 0; first < len(personas); first += abreast {
		high := 0.0
		if len(personas) <= abreast {
			high = least
		}
		var cards []*personaCard
		for i := first; i < min(first+abreast, len(personas)); i++ {
			card := w.personaCard(personas[i], i, each, len(personas) == 1)
			high = max(high, card.high)
			cards = append(cards, card)
		}
		for i, c := range cards {
			out = append(out, Placed{c.group(s, each, high), Point{float64(i) * (each + s.PersonaGap), y}})
		}
		y += high + s.PersonaGap
	}
	return out, y - s.PersonaGap
}

// personaCard is a persona's card before its height is known.
type personaCard struct {
	persona  *mapmodel.Persona
	elements []Element
	high     float64
}

func (c *personaCard) group(s *Style, width, high float64) *Group {
	ground := &Box{
		Rect: Rect{0, 0, width, high}.Inset(0.25), Radius: 3,
		Fill: s.Soft, Stroke: Stroke{Color: s.Hairline, Width: 0.5},
	}
	g := &Group{Role: PersonaRole, ID: c.persona.ID, Size: Point{width, high}, Elements: append([]Element{ground}, c.elements...)}
	return g.sealed()
}

// personaCard draws who a persona is: large where there is one, denser and
// with a piece of her curve where there are several.
func (w *work) personaCard(p *mapmodel.Persona, nth int, width float64, large bool) *personaCard {
	s := w.s
	c := &personaCard{persona: p}
	add := func(e ...Element) { c.elements = append(c.elements, e...) }
	r, left, size, y := 13.0, 36.0, s.LabelSize, 5.5
	if large {
		r, left, size, y = 20, 60, s.CardSize, 7
	}
	mid := Point{left / 2, r + 9}
	if !large {
		mid.Y = r + 7
	}
	add(silhouette(mid, r, s.Chevron[1], Hex(0xFFFFFF))...)
	right := width - 7
	put := func(words string, face text.Face, size float64, ink Color, x float64) *TextBox {
		b := breakText(words, face, size, 1.25, x, y, right-x)
		add(b.runs(ink)...)
		y += b.Height()
		return b
	}
	nameRight := right
	if !large && w.has(mapmodel.LaneCurve) {
		add(w.legendMark(Point{right - 18, y + 0.63*s.LeadSize}, nth)...)
		nameRight -= 24
	}
	name := breakText(p.Name, text.Bold, s.LeadSize, 1.25, left, y, nameRight-left)
	if p.Name != "" {
		add(name.runs(s.Text)...)
		y += name.Height()
	}
	if p.Role != "" {
		x := left + name.Widest() + 7
		if p.Name != "" && len(name.Lines) == 1 && x+text.Regular.Measure(p.Role, size) <= nameRight {
			add(&Run{X: x, Y: name.First, Text: p.Role, Face: text.Regular, Size: size, Color: s.Second, Width: text.Regular.Measure(p.Role, size)})
		} else {
			put(p.Role, text.Regular, size, s.Second, left)
		}
	}
	if p.Quote != "" {
		y++
		put("“"+p.Quote+"”", text.Italic, size, s.Text, left)
	}
	if len(p.Goals) > 0 {
		y += 2
	}
	x := left
	if large && len(p.Goals) > 0 {
		label := w.words(wordGoals)
		lw := text.Bold.Measure(label, s.MetaSize)
		add(&Run{X: x, Y: y + 0.93*size, Text: label, Face: text.Bold, Size: s.MetaSize, Color: s.Second, Width: lw})
		x += max(lw+8, 30)
	}
	for _, goal := range p.Goals {
		add(&Path{Segments: Circle(Point{x + 2, y + 0.66*size}, 0.145*size), Fill: s.Chevron[0]})
		put(goal, text.Regular, size, s.Text, x+8)
	}
	if large {
		label := w.words(wordPersona)
		lw := text.Regular.Measure(label, s.MetaSize)
		add(&Run{X: mid.X - lw/2, Y: mid.Y + r + 12, Text: label, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: lw})
	}
	c.high = max(y+5, mid.Y+r+7)
	return c
}

// silhouette is a disc with head and shoulders.
func silhouette(mid Point, r float64, ground, figure Color) []Element {
	at := func(x, y float64) Point { return Point{mid.X + x*r, mid.Y + y*r} }
	return []Element{
		&Path{Segments: Circle(mid, r), Fill: ground},
		&Path{Segments: Circle(at(0, -0.25), r*0.33), Fill: figure},
		&Path{Fill: figure, Segments: []Segment{
			{Op: Move, A: at(-0.6, 0.65)},
			{Op: Curve, A: at(-0.6, 0.05), B: at(0.6, 0.05), C: at(0.6, 0.65)},
			{Op: Close},
		}},
	}
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
