package scene

import "footpath/mapmodel"

// Tone is how a kind of card is coloured.
type Tone struct {
	// Bar is the strong colour of the kind, Fill the card's ground, Outline
	// its edge; a zero Outline draws none.
	Bar, Fill, Outline Color
	// Edge is true where the bar is too weak against the fill and a thin line
	// in the second text colour stands beside it.
	Edge bool
}

// Style is everything about how a map looks: colours, sizes of type in points,
// distances in points. Layout holds no number of its own.
type Style struct {
	// Paper is true for pages: columns share the sheet's width, cards of one
	// row share a height, and legend and footer are drawn.
	Paper bool

	Canvas, Surface, LaneHead, Soft, Text, Second, Hairline, Border Color
	Chevron                                                         [2]Color
	ChevronText, Accent, Warn, Disc, Meter                          Color
	Faces                                                           [5]Color // −2 to +2
	Curves                                                          []Color  // one a persona
	Tones                                                           map[mapmodel.LaneKind]Tone

	Margin, Header, Stage, Step, LaneW, LaneGap float64
	// StepGap is the gap above and below the row of steps, PersonaGap that
	// between the cards of personas.
	StepGap, PersonaGap float64
	// Column is the width of a column on the screen; on paper it is the least.
	Column                  float64
	Chevy, ChevronGap       float64 // how far a chevron points, and the gap between two
	CellPad, Gap            float64
	Bar, Radius             float64
	PadLeft, PadRight, PadY float64
	// Face is a feeling's diameter, DiscR the radius of an opportunity's number,
	// RingR that of an insight's letter, Dot the diameter of an evidence mark,
	// Diamond half the height of a moment of truth, Glyph a channel's icon and
	// Mark the square that tells service from experience.
	Face, DiscR, RingR, Dot, Diamond, Glyph, Mark float64
	CurveUnit, CurveMin, CurveStroke              float64
	LaneMin, Metrics, Inbox                       float64
	Hair, GridLine                                float64

	TitleSize, LeadSize, StageSize, StepSize, LaneSize, CardSize, MetaSize, LabelSize, ScoreSize float64
	// Leading is the height of a card's line, in times its size.
	Leading float64
	// CardSizes are the sizes tried in turn when a page is too short.
	CardSizes []float64
}

const mm = 72 / 25.4

// Print is the style of pages, with the measures of an A3 sheet.
func Print() *Style {
	s := light()
	s.Paper = true
	s.Canvas, s.LaneHead = Hex(0xFFFFFF), Hex(0xE8ECF1)
	s.Margin, s.Header, s.Stage, s.Step = 10*mm, 30*mm, 14*mm, 18
	s.LaneW, s.LaneGap, s.Column = 35*mm, 4, 36*mm
	s.Chevy, s.ChevronGap, s.StepGap, s.PersonaGap = 8, 3, 2.5, 6
	s.CellPad, s.Gap = 5, 5
	s.Bar, s.Radius = 2.5, 1.5
	s.PadLeft, s.PadRight, s.PadY = 9.5, 7, 5.2
	s.Face, s.DiscR, s.RingR, s.Dot, s.Diamond = 4*mm, 7, 5.2, 5.8, 12
	s.Glyph, s.Mark = 9.2, 10.4
	s.CurveUnit, s.CurveMin, s.CurveStroke = 34, 42*mm, 2.25
	s.LaneMin, s.Metrics = 32, 53
	s.Hair, s.GridLine = 0.35, 0.5
	s.TitleSize, s.LeadSize, s.StageSize, s.StepSize, s.LaneSize = 28, 11, 14, 10.5, 10
	s.CardSize, s.MetaSize, s.LabelSize, s.ScoreSize = 9, 7.5, 8, 14
	s.Leading = 1.25
	s.CardSizes = []float64{9, 8.5, 8, 7.5}
	s.tones(0.09, Hex(0xFFFFFF), 0)
	return s
}

// ScreenLight is the style of the board on a bright screen; its points are the
// screen's device-independent pixels.
func ScreenLight() *Style {
	s := light()
	s.screen()
	s.tones(0.14, s.Surface, 0.42)
	return s
}

// ScreenDark is the style of the board on a dark screen.
func ScreenDark() *Style {
	s := &Style{
		Canvas: Hex(0x14171B), Surface: Hex(0x1E2329), LaneHead: Hex(0x262D35), Soft: Hex(0x1A1E23),
		Text: Hex(0xEDF0F3), Second: Hex(0xB4BDC8), Hairline: Hex(0x323A44), Border: Hex(0x74808F),
		Chevron: [2]Color{Hex(0x2F4A66), Hex(0x3B5A7A)}, ChevronText: Hex(0xEDF0F3),
		Accent: Hex(0x6CB6FF), Warn: Hex(0xFF8A80), Disc: Hex(0xF2B84B), Meter: Hex(0xF2B84B),
		Faces:  [5]Color{Hex(0xDB5A1E), Hex(0xFFD38A), Hex(0x8A95A1), Hex(0xA6E4FE), Hex(0x3F86E8)},
		Curves: []Color{Hex(0x8DB9E8), Hex(0xC18CA5), Hex(0xDB7230), Hex(0x3B826B)},
		Tones: map[mapmodel.LaneKind]Tone{
			mapmodel.LaneTasks:         {Bar: Hex(0x659FF9)},
			mapmodel.LaneFeelings:      {Bar: Hex(0x7F6AA1), Edge: true},
			mapmodel.LaneTouchpoints:   {Bar: Hex(0xA6E4FE)},
			mapmodel.LaneInsights:      {Bar: Hex(0x3B826B), Edge: true},
			mapmodel.LaneOpportunities: {Bar: Hex(0xEED397)},
			mapmodel.LanePains:         {Bar: Hex(0xDB7230)},
			mapmodel.LaneBackstage:     {Bar: Hex(0xC18CA5)},
		},
	}
	s.screen()
	s.tones(0.18, s.Surface, 0.42)
	return s
}

func light() *Style {
	return &Style{
		Canvas: Hex(0xF4F6F8), Surface: Hex(0xFFFFFF), LaneHead: Hex(0xE8ECF1), Soft: Hex(0xF4F6F8),
		Text: Hex(0x1B1F24), Second: Hex(0x4A5563), Hairline: Hex(0xD3D9E0), Border: Hex(0x7C8796),
		Chevron: [2]Color{Hex(0x24476B), Hex(0x3A6186)}, ChevronText: Hex(0xFFFFFF),
		Accent: Hex(0x0B5CAD), Warn: Hex(0xB3261E), Disc: Hex(0x8A5A00), Meter: Hex(0x8A5A00),
		Faces:  [5]Color{Hex(0x9E3A00), Hex(0xD98A1F), Hex(0x6B7684), Hex(0x2E9BD6), Hex(0x004B7A)},
		Curves: []Color{Hex(0x24476B), Hex(0xC2597E), Hex(0x884506), Hex(0x296751)},
		Tones: map[mapmodel.LaneKind]Tone{
			mapmodel.LaneTasks:         {Bar: Hex(0x2D6CD1)},
			mapmodel.LaneFeelings:      {Bar: Hex(0x49396A)},
			mapmodel.LaneTouchpoints:   {Bar: Hex(0x2B9FBF), Edge: true},
			mapmodel.LaneInsights:      {Bar: Hex(0x296751)},
			mapmodel.LaneOpportunities: {Bar: Hex(0xA48A4E), Edge: true},
			mapmodel.LanePains:         {Bar: Hex(0x884506)},
			mapmodel.LaneBackstage:     {Bar: Hex(0xC2597E)},
		},
	}
}

func (s *Style) screen() {
	s.Header, s.Stage, s.Step = 76, 48, 26
	s.LaneW, s.Column = 168, 180
	s.Chevy, s.ChevronGap, s.PersonaGap = 12, 3, 10
	s.CellPad, s.Gap = 8, 8
	s.Bar, s.Radius = 4, 6
	s.PadLeft, s.PadRight, s.PadY = 14, 10, 8
	s.Face, s.DiscR, s.RingR, s.Dot, s.Diamond = 22, 10, 10, 14, 19
	s.Glyph, s.Mark = 16, 20
	s.CurveUnit, s.CurveMin, s.CurveStroke = 28, 168, 2.75
	s.LaneMin, s.Metrics, s.Inbox = 72, 88, 82
	s.Hair, s.GridLine = 1, 1
	s.TitleSize, s.LeadSize, s.StageSize, s.StepSize, s.LaneSize = 24, 14, 16, 12, 14
	s.CardSize, s.MetaSize, s.LabelSize, s.ScoreSize = 14, 12, 12, 16
	s.Leading = 19.0 / 14
	s.CardSizes = []float64{14}
}

// tones fills in grounds and outlines, and gives the kinds without a colour of
// their own that of their nearest kin.
func (s *Style) tones(tint float64, ground Color, outline float64) {
	kin := map[mapmodel.LaneKind]mapmodel.LaneKind{
		mapmodel.LaneText:     mapmodel.LaneTasks,
		mapmodel.LanePhysical: mapmodel.LaneTouchpoints, mapmodel.LaneFrontstage: mapmodel.LaneTasks,
		mapmodel.LaneSupport: mapmodel.LaneBackstage, mapmodel.LaneCurve: mapmodel.LaneFeelings,
	}
	for kind, like := range kin {
		s.Tones[kind] = s.Tones[like]
	}
	s.Tones[mapmodel.LaneMetrics] = Tone{Bar: s.Second}
	for kind, t := range s.Tones {
		t.Fill = t.Bar.Mix(ground, tint)
		if outline > 0 {
			t.Outline = t.Bar.Mix(ground, outline)
		}
		s.Tones[kind] = t
	}
	o := s.Tones[mapmodel.LaneOpportunities]
	o.Outline = s.Disc
	if s.ChevronText == Hex(0xFFFFFF) {
		o.Fill = Hex(0xFFF3C4)
		if s.Paper {
			o.Bar, o.Edge = s.Disc, false
		}
	}
	s.Tones[mapmodel.LaneOpportunities] = o
	if s.Paper {
		for kind, t := range s.Tones {
			t.Edge = false
			s.Tones[kind] = t
		}
	}
}
