package scene

import (
	"footpath/mapmodel"
	"footpath/render/text"
)

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
		Fill: s.Soft, Stroke: Stroke{Color: s.Hairline, Width: 0.5 * s.Weight},
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
	if face := w.portrait(p, mid, r); face != nil {
		add(face...)
	} else {
		add(silhouette(mid, r, s.Chevron[1], s.ChevronText)...)
	}
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
		put(w.words.fill(wordQuote, "said", p.Quote), text.Italic, size, s.Text, left)
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
		add(&Path{Segments: Circle(Point{x + 2, y + 0.66*size}, 0.145*size), Fill: s.Strong})
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

// portrait is a persona's picture as a disc; nil where there is none to show.
func (w *work) portrait(p *mapmodel.Persona, mid Point, r float64) []Element {
	img := w.image(w.m, p.Picture)
	if img == nil {
		return nil
	}
	return []Element{
		&Picture{Rect: Rect{mid.X - r, mid.Y - r, 2 * r, 2 * r}, Radius: r, Image: img, Words: p.Name},
		&Path{Segments: Circle(mid, r), Stroke: Stroke{Color: w.s.Border, Width: w.s.Hair}},
	}
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
