package scene

import (
	"cmp"
	"slices"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// The measures of opening slides, in points.
const (
	openTitle   = 84.0 // type of the title, 112 where it stands alone
	openAlone   = 112.0
	openGap     = 48.0 // between what is said and whom it is about
	openBelow   = 34.0 // between texts
	openMost    = 1400 // the width of a text, so that the eye finds the next line
	openFace    = 64.0 // half a portrait
	openPersona = 20.0 // between personas
)

// Opening lays out what a presentation opens with: what the map is about, whom
// it follows, and the whole path along the foot. It is one slide, or as many as
// its words need in type that the last row reads. Style and screen are as for
// Present.
func Opening(m *mapmodel.Map, style *Style, words Words, screen Screen) *Scene {
	p := newSlides(m, style, words, screen)
	return p.scene(p.opening())
}

// opening makes the slides: what is said beside whom it is about where one slide
// holds it, else above.
func (p *slides) opening() []*Page {
	if len(p.texts()) > 0 && len(p.who()) > 0 {
		if one := p.openingPages(p.beside()); len(one) == 1 {
			return one
		}
	}
	return p.openingPages(p.stacked())
}

// openText is a part of what the map is about, before its width is known.
type openText struct{ field, label, words string }

func (p *slides) texts() []openText {
	h := p.m.Header()
	var out []openText
	for _, t := range []openText{{"scenario", p.words(wordScenario), h.Scenario}, {"expectations", p.words(wordExpectations), h.Expectations}} {
		if strings.TrimSpace(t.words) != "" {
			out = append(out, t)
		}
	}
	return out
}

func (p *slides) who() []*mapmodel.Persona {
	var out []*mapmodel.Persona
	for who := range p.m.Personas() {
		out = append(out, who)
	}
	return out
}

// beside sets texts into one column and personas into another.
func (p *slides) beside() [][]*flow {
	left, wide := p.s.Margin, p.size.X-2*p.s.Margin-openGap
	first, second := &flow{x: left, w: 0.54 * wide, gap: openBelow}, &flow{x: left + 0.54*wide + openGap, w: 0.46 * wide, gap: openPersona}
	for _, t := range p.texts() {
		first.strands = append(first.strands, p.saying(t, first.w))
	}
	for _, who := range p.who() {
		second.strands = append(second.strands, p.persona(who, second.w))
	}
	return [][]*flow{{first, second}}
}

// stacked sets texts side by side, and personas below them.
func (p *slides) stacked() [][]*flow {
	texts, who := p.texts(), p.who()
	said := p.columnsFor(min(len(texts), 2), openBelow)
	for i, t := range texts {
		f := said[i%len(said)]
		f.strands = append(f.strands, p.saying(t, f.w))
	}
	people := p.columnsFor(min(len(who), personasAbreast), openPersona)
	for _, w := range who { // each where most room is left
		f := slices.MinFunc(people, func(a, b *flow) int { return cmp.Compare(a.high(), b.high()) })
		f.strands = append(f.strands, p.persona(w, f.w))
	}
	return [][]*flow{said, people}
}

// columnsFor are so many columns side by side; one is no wider than lets the eye
// find the next line.
func (p *slides) columnsFor(n int, gap float64) []*flow {
	wide := (p.size.X - 2*p.s.Margin - openPersona*float64(n-1)) / float64(max(n, 1))
	var out []*flow
	for i := range n {
		out = append(out, &flow{x: p.s.Margin + float64(i)*(wide+openPersona), w: min(wide, openMost), gap: gap})
	}
	return out
}

// saying is a text under its label.
func (p *slides) saying(t openText, width float64) *strand {
	s := p.s
	out := &strand{id: p.m.ID(), field: t.field, role: HeaderRole}
	out.put(breakText(t.label, text.Bold, presentLeast, 1.5, 0, 0, width), s.Second)
	out.put(breakText(t.words, text.Regular, s.CardSize, s.Leading, 0, 0, width).flush(width), s.Text)
	return out
}

// persona is a card about a persona: portrait, name, role, what she says and
// wants.
func (p *slides) persona(who *mapmodel.Persona, width float64) *strand {
	s := p.s
	const left = 2*openFace + 56
	out := &strand{id: who.ID, role: PersonaRole, pad: 24, least: 2*openFace + 48}
	room := width - left - 28
	put := func(words string, face text.Face, size, leading float64, ink Color, x float64) {
		out.put(breakText(words, face, size, leading, x, 0, room+left-x).flush(room+left-x), ink)
	}
	if who.Name != "" {
		put(who.Name, text.Bold, 40, 1.2, s.Text, left)
	}
	if who.Role != "" {
		put(who.Role, text.Regular, presentLeast, 1.3, s.Second, left)
	}
	if who.Quote != "" {
		out.gap(8)
		put(p.quoted(who.Quote), text.Italic, 32, 1.25, s.Text, left)
	}
	for i, goal := range who.Goals {
		if i == 0 {
			out.gap(10)
		}
		n := len(out.lines)
		put(goal, text.Regular, presentLeast, 1.3, s.Text, left+30)
		if n < len(out.lines) {
			const dot = 10
			mark := &Box{Rect: Rect{left + 4, (presentLeast*1.3 - dot) / 2, dot, dot}, Radius: dot / 2, Fill: s.Strong}
			out.lines[n].draws = append(out.lines[n].draws, mark)
		}
	}
	out.ground = func(width, high float64, first bool) []Element {
		e := []Element{&Box{Rect: Rect{0, 0, width, high}.Inset(s.CardLine / 2), Radius: 8, Fill: s.Surface, Stroke: Stroke{Color: s.Hairline, Width: s.CardLine}}}
		r := min(openFace, (high-24)/2) // on a slide with hardly any room
		mid := Point{28 + openFace, min(24, (high-2*r)/2) + r}
		if !first {
			return e
		}
		if face := p.portrait(who, mid, r); face != nil {
			return append(e, face...)
		}
		return append(e, silhouette(mid, r, s.Chevron[1], s.ChevronText)...)
	}
	return out
}

// openingPages draws rows of columns, one below the other, on as many slides as
// they need.
func (p *slides) openingPages(rows [][]*flow) []*Page {
	foot := p.size.Y - p.stripHigh() - 24
	more := func(row []*flow) bool {
		return slices.ContainsFunc(row, func(f *flow) bool { return len(f.strands) > 0 })
	}
	rows = slices.DeleteFunc(rows, func(row []*flow) bool { return !more(row) })
	alone := len(rows) == 0
	var out []*Page
	for len(out) == 0 || len(rows) > 0 {
		p.page = &Page{Size: p.size}
		p.work.page = p.page
		head := p.openingHead(alone, len(out) == 0) + openBelow
		top := head
		for len(rows) > 0 {
			end := top
			for _, f := range rows[0] {
				end = max(end, p.fill(f, head, top, foot))
			}
			if top = end + openBelow; more(rows[0]) {
				break
			}
			rows = rows[1:]
		}
		p.strip()
		out = append(out, p.page)
	}
	for i, page := range out {
		p.page, p.work.page = page, page
		if dots := p.dots(i, len(out), 24); len(dots) > 0 {
			p.place(Rect{0, page.Size.Y - p.stripHigh() - 26, p.size.X, 24}, HeaderRole, dots...)
		}
	}
	return out
}

// openingHead draws title, state and date, and gives the height: at the top, or
// in the middle, larger, where they stand alone; on slides after the first, the
// title in a line.
func (p *slides) openingHead(alone, first bool) float64 {
	s, h := p.s, p.m.Header()
	width := p.size.X - 2*s.Margin
	size := openTitle
	if alone {
		size = openAlone
	}
	size *= min(p.size.Y/PresentHigh, 1) // enlarged type is for what is said
	title := h.Title
	if strings.TrimSpace(title) == "" {
		title = p.words(wordMap)
	}
	name := fitted(title, text.Bold, size, min(size, s.StageSize), width-p.aside, 2).atMost(3)
	if !first {
		name = fitted(title, text.Bold, s.StageSize, 40, width-p.aside, 1).atMost(1)
	}
	name.X = s.Margin - 4
	kicker := oneLine(p.words(wordMap), text.Bold, presentLeast, s.Margin, 56, s.Second)
	facts, factsHigh := p.openFacts(width)
	name.First += 68
	y := 68 + name.Height() + 14
	high := y + factsHigh + 26
	out := name.runs(s.Strong)
	if title != kicker.Text {
		out = append(out, kicker)
	}
	for _, e := range facts {
		out = append(out, below(e, y))
	}
	if alone {
		free := p.size.Y - p.stripHigh() - high
		p.place(Rect{0, max(free/2, 0), p.size.X, high}, HeaderRole, out...)
		p.openingLegend(s.Margin, kicker.Y)
		return p.size.Y - p.stripHigh()
	}
	ground := []Element{
		&Box{Rect: Rect{0, 0, p.size.X, high}, Fill: s.Surface},
		&Path{Segments: Polyline(false, Point{0, high}, Point{p.size.X, high}), Stroke: Stroke{Color: s.Hairline, Width: s.CardLine}},
	}
	p.place(Rect{0, 0, p.size.X, high}, HeaderRole, append(ground, out...)...)
	p.openingLegend(kicker.X+kicker.Width, kicker.Y)
	return high
}

// openFacts says state, date, version and who made the map as far as a line
// holds them, and gives the height; nothing where none is known.
func (p *slides) openFacts(width float64) ([]Element, float64) {
	s, h := p.s, p.m.Header()
	x := s.Margin
	var out []Element
	high := 0.0
	pill, ink, ground := "", s.ChevronText, s.Chevron[0]
	switch h.State {
	case mapmodel.Current:
		pill = p.words(wordCurrent)
	case mapmodel.Future:
		pill, ink, ground = p.words(wordFuture), s.Strong, s.Surface
	}
	if pill != "" {
		high = 46
		words := oneLine(pill, text.Bold, presentLeast, x+22, 33, ink)
		out = append(out, &Box{Rect: Rect{x + 1.5, 1.5, words.Width + 41, high - 3}, Radius: (high - 3) / 2, Fill: ground, Stroke: Stroke{Color: s.Strong, Width: 3}}, words)
		x += words.Width + 44 + 28
	}
	said := ""
	for _, fact := range []string{p.date(h.Date), h.Version, h.Owner, strings.Join(h.Team, ", ")} {
		long := said + "  ·  " + fact
		if said == "" {
			long = fact
		}
		if fact != "" && text.Regular.Measure(long, s.CardSize) <= s.Margin+width-x {
			said = long
		}
	}
	if said != "" {
		high = 46
		out = append(out, oneLine(said, text.Regular, s.CardSize, x, 35, s.Text))
	}
	return out, high
}
