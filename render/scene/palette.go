package scene

import (
	"math"

	"footpath/mapmodel"
)

// Palette is the colours of a style, and how heavy its lines are.
type Palette struct {
	// Canvas lies around the map, Surface under its cells.
	Canvas, Surface, LaneHead, Soft Color
	Text, Second                    Color
	Hairline, Border                Color
	Chevron                         [2]Color // of the stages, in turn
	ChevronText, Accent, Warn       Color
	Disc                            Color    // under an opportunity's number
	Spot                            Color    // an opportunity's ground; the zero Color tints it as others
	Faces                           [5]Color // −2 to +2
	Curves                          []Color  // one a persona
	// Bars are the strong colours of the kinds of cards.
	Bars map[mapmodel.LaneKind]Color
	// Tint is how much of its bar a card's ground has, Outline how much its
	// edge has, 0 to 1; 0 draws no edge.
	Tint, Outline float64
	// Weight is how many times as heavy as usual lines are.
	Weight float64
	// Legible is the contrast that text has at the least (WCAG 2).
	Legible float64
}

// The contrasts that text needs by WCAG 2: 1.4.3 (AA) and 1.4.6 (AAA).
const (
	legibleAA  = 4.5
	legibleAAA = 7
)

// printed is for white paper.
func printed() Palette {
	p := bright()
	p.Canvas, p.Tint, p.Outline = p.Surface, 0.09, 0
	return p
}

// bright is for a bright screen.
func bright() Palette {
	return Palette{
		Canvas: Hex(0xF4F6F8), Surface: Hex(0xFFFFFF), LaneHead: Hex(0xE8ECF1), Soft: Hex(0xF4F6F8),
		Text: Hex(0x1B1F24), Second: Hex(0x4A5563), Hairline: Hex(0xD3D9E0), Border: Hex(0x7C8796),
		Chevron: [2]Color{Hex(0x24476B), Hex(0x3A6186)}, ChevronText: Hex(0xFFFFFF),
		Accent: Hex(0x0B5CAD), Warn: Hex(0xB3261E), Disc: Hex(0x8A5A00), Spot: Hex(0xFFF3C4),
		Faces:  [5]Color{Hex(0x9E3A00), Hex(0xD98A1F), Hex(0x6B7684), Hex(0x2E9BD6), Hex(0x004B7A)},
		Curves: []Color{Hex(0x24476B), Hex(0xC2597E), Hex(0x884506), Hex(0x296751)},
		Bars: map[mapmodel.LaneKind]Color{
			mapmodel.LaneTasks: Hex(0x2D6CD1), mapmodel.LaneFeelings: Hex(0x49396A),
			mapmodel.LaneTouchpoints: Hex(0x2B9FBF), mapmodel.LaneInsights: Hex(0x296751),
			mapmodel.LaneOpportunities: Hex(0xA48A4E), mapmodel.LanePains: Hex(0x884506),
			mapmodel.LaneBackstage: Hex(0xC2597E),
		},
		Tint: 0.14, Outline: 0.42, Weight: 1, Legible: legibleAA,
	}
}

// dim is for a dark screen.
func dim() Palette {
	return Palette{
		Canvas: Hex(0x14171B), Surface: Hex(0x1E2329), LaneHead: Hex(0x262D35), Soft: Hex(0x1A1E23),
		Text: Hex(0xEDF0F3), Second: Hex(0xB4BDC8), Hairline: Hex(0x323A44), Border: Hex(0x74808F),
		Chevron: [2]Color{Hex(0x2F4A66), Hex(0x3B5A7A)}, ChevronText: Hex(0xEDF0F3),
		Accent: Hex(0x6CB6FF), Warn: Hex(0xFF8A80), Disc: Hex(0xF2B84B),
		Faces:  [5]Color{Hex(0xDB5A1E), Hex(0xFFD38A), Hex(0x8A95A1), Hex(0xA6E4FE), Hex(0x3F86E8)},
		Curves: []Color{Hex(0x8DB9E8), Hex(0xC18CA5), Hex(0xDB7230), Hex(0x3B826B)},
		Bars: map[mapmodel.LaneKind]Color{
			mapmodel.LaneTasks: Hex(0x659FF9), mapmodel.LaneFeelings: Hex(0x7F6AA1),
			mapmodel.LaneTouchpoints: Hex(0xA6E4FE), mapmodel.LaneInsights: Hex(0x3B826B),
			mapmodel.LaneOpportunities: Hex(0xEED397), mapmodel.LanePains: Hex(0xDB7230),
			mapmodel.LaneBackstage: Hex(0xC18CA5),
		},
		Tint: 0.18, Outline: 0.42, Weight: 1, Legible: legibleAA,
	}
}

// stark is for eyes and rooms in which the others are too faint: black on
// white, heavy lines, colours so dark that each can be read as text.
func stark() Palette {
	white, black := Hex(0xFFFFFF), Hex(0x000000)
	return Palette{
		Canvas: white, Surface: white, LaneHead: Hex(0xEBEBEB), Soft: white,
		Text: black, Second: Hex(0x262626), Hairline: Hex(0x595959), Border: black,
		Chevron: [2]Color{black, Hex(0x333333)}, ChevronText: white,
		Accent: Hex(0x003E80), Warn: Hex(0x8C0000), Disc: black,
		Faces:  [5]Color{Hex(0x7A1F00), Hex(0x7D4600), Hex(0x4A4A4A), Hex(0x00588A), Hex(0x002F5C)},
		Curves: []Color{black, Hex(0x8A1552), Hex(0x5C3000), Hex(0x00513A)},
		Bars: map[mapmodel.LaneKind]Color{
			mapmodel.LaneTasks: Hex(0x0B3D91), mapmodel.LaneFeelings: Hex(0x3B2A5C),
			mapmodel.LaneTouchpoints: Hex(0x00506B), mapmodel.LaneInsights: Hex(0x0F4D38),
			mapmodel.LaneOpportunities: Hex(0x5C4400), mapmodel.LanePains: Hex(0x6B3000),
			mapmodel.LaneBackstage: Hex(0x7A2350),
		},
		Tint: 0, Outline: 1, Weight: 2, Legible: legibleAAA,
	}
}

// legible is an ink that can be read on all of some grounds: the one given, or
// as little darker or lighter as that takes.
func (p *Palette) legible(ink Color, grounds ...Color) Color {
	least := func(c Color) float64 {
		worst := math.Inf(1)
		for _, g := range grounds {
			worst = min(worst, Contrast(c, g))
		}
		return worst
	}
	end := Hex(0x000000)
	if white := Hex(0xFFFFFF); least(white) > least(end) {
		end = white
	}
	for part := 1.0; part > 0; part -= 0.05 {
		if c := ink.Mix(end, part); least(c) >= p.Legible {
			return c
		}
	}
	return end
}

// inkOn is an ink that can be read on a ground: white, or the usual black, and
// where neither is enough, white or full black. One of them always has 4.5:1.
func (p *Palette) inkOn(ground Color) Color {
	white, usual, black := Hex(0xFFFFFF), Hex(0x1B1F24), Hex(0x000000)
	switch {
	case Contrast(white, ground) >= p.Legible:
		return white
	case Contrast(usual, ground) >= p.Legible:
		return usual
	case Contrast(white, ground) > Contrast(black, ground):
		return white
	}
	return black
}

// dark tells whether the ground is dark.
func (p *Palette) dark() bool { return luminance(p.Surface) < 0.2 }

// Contrast is the contrast of two opaque colours (WCAG 2), 1 to 21.
func Contrast(a, b Color) float64 {
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x/y, y/x)
}

// luminance is the relative luminance of a colour (WCAG 2), 0 to 1.
func luminance(c Color) float64 {
	part := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}
