package scene

import (
	"maps"

	"footpath/mapmodel"
)

// Livery is a client's colours; where one is the zero Color, that of the theme's base
// stays.
type Livery struct {
	// Page is the ground of everything, Text the ink. What stands between the
	// two, lines and second words, follows from them.
	Page, Text Color
	// Accent is the stages', Curve the main persona's; without one the curve has
	// the accent.
	Accent, Curve Color
	// Lanes are the strong colours of the kinds of cards.
	Lanes map[mapmodel.LaneKind]Color
}

// Mended is a client's colour that could not be read, or seen, where it stands.
type Mended struct {
	// Name is the colour's name in a theme: "page", "text", "accent" or "curve".
	Name string
	// Asked is the colour as it was asked for, Drawn as it is drawn, and On the
	// colour it stands on, or that stands on it.
	Asked, Drawn, On Color
}

// seen is the contrast that lines and marks need to be seen (WCAG 2, 1.4.11).
const seen = 3

// on gives a palette the client's colours. What is said outright stays as it
// is, unless words could not be read with it: then it gets darker or lighter
// until they can, and the second value says so.
func (c Livery) on(p Palette) (Palette, []Mended) {
	var mended []Mended
	mend := func(name string, asked, drawn, on Color) Color {
		if asked != drawn {
			mended = append(mended, Mended{name, asked, drawn, on})
		}
		return drawn
	}
	if c.Page.A > 0 {
		ground, ink := p.ground(c.Page)
		p.Surface = mend("page", c.Page, ground, ink)
		p.Canvas = p.Surface
		if Contrast(p.Text, p.Surface) < legibleAAA {
			p.Text = ink
		}
	}
	if c.Text.A > 0 {
		p.Text = mend("text", c.Text, p.legible(c.Text, p.Surface, p.Canvas), p.Surface)
	}
	if c.Page.A > 0 || c.Text.A > 0 {
		p.between()
	}
	if c.Accent.A > 0 {
		ground, ink := p.ground(c.Accent)
		p.Chevron = [2]Color{mend("accent", c.Accent, ground, ink), p.beside(ground, ink)}
		p.ChevronText = ink
		p.Curves = append([]Color{p.visible(ground, seen, p.Surface)}, p.Curves[1:]...)
	}
	if c.Curve.A > 0 {
		drawn := mend("curve", c.Curve, p.visible(c.Curve, seen, p.Surface), p.Surface)
		p.Curves = append([]Color{drawn}, p.Curves[1:]...)
	}
	p.Bars = maps.Clone(p.Bars)
	maps.Copy(p.Bars, c.Lanes)
	if own, ok := c.Lanes[mapmodel.LaneOpportunities]; ok {
		p.Disc, _ = p.ground(p.visible(own, seen, p.Surface))
		p.Spot = Color{}
	}
	return p, mended
}

// between finds what stands between a page and its text.
func (p *Palette) between() {
	p.Second = p.legible(p.Text.Mix(p.Surface, 0.75), p.Surface, p.Canvas)
	p.LaneHead, p.Soft = p.tinted(p.Text, 0.09), p.tinted(p.Text, 0.04)
	p.Hairline, p.Border = p.Text.Mix(p.Surface, 0.18), p.Text.Mix(p.Surface, 0.5)
	p.Spot = Color{}
}

// tinted is the page with some of a colour in it: as much as lets words be read.
func (p *Palette) tinted(c Color, part float64) Color {
	for ; part > 0.01; part *= 0.7 {
		if t := c.Mix(p.Surface, part); p.readable(t) {
			return t
		}
	}
	return p.Surface
}

// readable tells whether words can be read on a ground.
func (p *Palette) readable(ground Color) bool {
	return Contrast(p.Text, ground) >= p.Legible && Contrast(p.Second, ground) >= p.Legible
}

// ground is a colour as a ground of words, and their ink: it stays as it is,
// unless neither black nor white can be read on it well enough.
func (p *Palette) ground(c Color) (ground, ink Color) {
	ink = p.inkOn(c)
	away := Hex(0x000000)
	if luminance(ink) < 0.5 {
		away = Hex(0xFFFFFF)
	}
	for part := 1.0; part > 0; part -= 0.05 {
		if ground = c.Mix(away, part); Contrast(ink, ground) >= p.Legible {
			return ground, ink
		}
	}
	return away, ink
}

// beside is the ground of every other stage: a little lighter or darker than
// the first, with words in the same ink.
func (p *Palette) beside(ground, ink Color) Color {
	for _, end := range []Color{Hex(0xFFFFFF), Hex(0x000000)} {
		if c := ground.Mix(end, 0.86); Contrast(ink, c) >= p.Legible {
			return c
		}
	}
	return ground
}

// visible is a colour that can be seen on a ground.
func (p *Palette) visible(c Color, least float64, ground Color) Color {
	q := *p
	q.Legible = least
	return q.legible(c, ground)
}
