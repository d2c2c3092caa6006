package scene

import (
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// paperHeader draws what the map is about: kicker, title and scenario on the
// left, personas in the middle, facts on the right. It gives the header's
// height.
func (w *work) paperHeader(width float64) float64 {
	s, h := w.s, w.m.Header()
	inner := width - 2*s.Margin
	factsW := min(190, inner*0.2)
	facts, factsH := w.aboutTable(factsW)
	personas, personasW, personasH := w.personaCards(inner*0.33, s.Header-8)
	rightW := factsW + 20
	if len(facts) == 0 {
		rightW = 0
	}
	if personasW > 0 {
		rightW += personasW + 20
	}
	textW := inner - rightW
	var out []Element
	kicker := w.words(wordMap)
	kw := text.Bold.Measure(kicker, s.LabelSize)
	out = append(out, &Run{X: 0, Y: 9, Text: kicker, Face: text.Bold, Size: s.LabelSize, Color: s.Chevron[0], Width: kw})
	state := w.words(wordCurrent)
	if h.State == mapmodel.Future {
		state = w.words(wordFuture)
	}
	sw := text.Bold.Measure(state, s.LabelSize)
	pill := Rect{kw + 10, -1, sw + 16, 14}
	ink, ground := Hex(0xFFFFFF), s.Chevron[0]
	if h.State == mapmodel.Future { // an outline: told apart without colour
		ink, ground = s.Chevron[0], s.Surface
	}
	out = append(out,
		&Box{Rect: pill, Radius: 7, Fill: ground, Stroke: Stroke{Color: s.Chevron[0], Width: 0.8}},
		&Run{X: pill.X + 8, Y: 9, Text: state, Face: text.Bold, Size: s.LabelSize, Color: ink, Width: sw})
	title := s.fitted(h.Title, text.Bold, s.TitleSize, textW, 2)
	title.First += 16
	out = append(out, title.runs(s.Text)...)
	y := 16 + title.Height() + 2
	lead := h.Scenario
	if h.Expectations != "" && lead != "" && !strings.ContainsAny(lead[len(lead)-1:], ".!?…") {
		lead += "."
	}
	lead = strings.TrimSpace(lead + " " + h.Expectations)
	if lead != "" {
		b := breakText(lead, text.Regular, s.LeadSize, 1.28, 0, y, min(textW, 560))
		out = append(out, b.runs(s.Second)...)
		y += b.Height()
	}
	high := max(s.Header, y+8, personasH+8, factsH+8)
	w.place(Rect{s.Margin, s.Margin, textW, high}, HeaderRole, out...)
	x := width - s.Margin
	if len(facts) > 0 {
		x -= factsW
		w.place(Rect{x, s.Margin, factsW, factsH}, HeaderRole, facts...)
		x -= 20
	}
	for _, p := range personas {
		p.At.X += x - personasW
		p.At.Y += s.Margin
		w.page.Back = append(w.page.Back, p)
	}
	return high
}

// aboutTable lists version, date, team and owner, a line each.
func (w *work) aboutTable(width float64) ([]Element, float64) {
	s, h := w.s, w.m.Header()
	rows := []struct{ key, value string }{
		{wordVersion, h.Version}, {wordDate, w.date(h.Date)}, {wordTeam, strings.Join(h.Team, ", ")}, {wordOwner, h.Owner},
	}
	var out []Element
	y := 0.0
	labels := 0.0
	for _, r := range rows {
		labels = max(labels, text.Regular.Measure(w.words(r.key), s.LabelSize))
	}
	for _, r := range rows {
		if r.value == "" {
			continue
		}
		label := w.words(r.key)
		b := breakText(r.value, text.Regular, s.LabelSize, 1.25, labels+12, y+2, width-labels-12)
		out = append(out, &Run{X: 0, Y: b.First, Text: label, Face: text.Regular, Size: s.LabelSize, Color: s.Second, Width: text.Regular.Measure(label, s.LabelSize)})
		out = append(out, b.runs(s.Text)...)
		y += b.Height() + 5
		out = append(out, &Path{Segments: Polyline(false, Point{0, y - 0.5}, Point{width, y - 0.5}), Stroke: Stroke{Color: s.Hairline, Width: s.Hair}})
	}
	return out, y
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

// personaCards draws the personas side by side, as many as the width takes.
func (w *work) personaCards(width, height float64) ([]Placed, float64, float64) {
	n := 0
	for range w.m.Personas() {
		n++
	}
	if n == 0 {
		return nil, 0, 0
	}
	const gap = 8
	shown := min(n, 2)
	each := (width - gap*float64(shown-1)) / float64(shown)
	var groups []*Group
	high := 0.0
	for p := range w.m.Personas() {
		if len(groups) == shown {
			break
		}
		g := w.personaCard(p, each, height, shown == 1)
		groups = append(groups, g)
		high = max(high, g.Size.Y)
	}
	var out []Placed
	for i, g := range groups {
		if box, ok := g.Elements[0].(*Box); ok {
			box.H = high - 0.5
		}
		g.Size.Y = high
		out = append(out, Placed{g.sealed(), Point{float64(i) * (each + gap), 0}})
	}
	return out, width, high
}

func (w *work) personaCard(p *mapmodel.Persona, width, least float64, large bool) *Group {
	s := w.s
	r := 13.0
	left := 2*r + 18
	if large {
		r, left = 20, 62
	}
	mid := Point{left/2 - 1, r + 8}
	out := []Element{
		&Box{Rect: Rect{0.25, 0.25, width - 0.5, least}, Radius: 3, Fill: s.Soft, Stroke: Stroke{Color: s.Hairline, Width: 0.5}},
		&Path{Segments: Circle(mid, r), Fill: s.Chevron[1]},
		&Path{Segments: Circle(Point{mid.X, mid.Y - r*0.25}, r*0.32), Fill: Hex(0xFFFFFF)},
		&Path{Fill: Hex(0xFFFFFF), Segments: []Segment{
			{Op: Move, A: Point{mid.X - r*0.55, mid.Y + r*0.62}},
			{Op: Curve, A: Point{mid.X - r*0.55, mid.Y - r*0.05}, B: Point{mid.X + r*0.55, mid.Y - r*0.05}, C: Point{mid.X + r*0.55, mid.Y + r*0.62}},
			{Op: Close},
		}},
	}
	y := 6.0
	put := func(words string, face text.Face, size float64, c Color, x float64) {
		b := breakText(words, face, size, 1.25, x, y, width-x-6)
		out = append(out, b.runs(c)...)
		y += b.Height() + 1
	}
	if p.Name != "" {
		put(p.Name, text.Bold, s.LeadSize, s.Text, left)
	}
	if p.Role != "" {
		put(p.Role, text.Regular, s.LabelSize, s.Second, left)
	}
	if p.Quote != "" {
		put("“"+p.Quote+"”", text.Italic, s.LabelSize, s.Text, left)
	}
	for _, goal := range p.Goals {
		out = append(out, &Path{Segments: Circle(Point{left + 1.6, y + s.LabelSize*0.66}, 1.2), Fill: s.Chevron[0]})
		put(goal, text.Regular, s.LabelSize, s.Text, left+7)
	}
	return &Group{Role: PersonaRole, ID: p.ID, Size: Point{width, max(y+5, least+0.5)}, Elements: out}
}

// stepGround is the soft band behind the steps' names.
func (w *work) stepGround(y, right float64) {
	s := w.s
	left := s.Margin + s.LaneW + s.LaneGap
	words := w.words(wordSteps)
	band := &Group{Role: Background, Size: Point{right - s.Margin, s.Step}, Elements: []Element{
		&Box{Rect: Rect{left - s.Margin, 0, right - left, s.Step}, Fill: s.Soft},
		&Run{X: 8, Y: s.Step * 0.68, Text: words, Face: text.Regular, Size: s.LabelSize, Color: s.Second, Width: text.Regular.Measure(words, s.LabelSize)},
	}}
	w.page.Back = append([]Placed{{band.sealed(), Point{s.Margin, y}}}, w.page.Back...)
}
