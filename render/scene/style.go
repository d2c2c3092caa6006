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

	Palette
	Tones map[mapmodel.LaneKind]Tone
	// Strong is the stages' colour where it is ink: dark or light enough to be
	// read on every ground. RingInk is that of insights' letters, DiscInk that
	// of the numbers on Disc.
	Strong, RingInk, DiscInk Color

	// Logo is the client's, and Client whose it is; nil for none.
	Logo   *Image
	Client string
	// Confidentiality is a line at the foot of every page; empty for none.
	Confidentiality string
	// Mended are the colours that could not be drawn as they were asked for.
	Mended []Mended

	Margin, Header, Stage, Step, LaneW, LaneGap float64
	// StepGap is the gap above and below the row of steps, PersonaGap that
	// between the cards of personas.
	StepGap, PersonaGap float64
	// Column is the width of a column on the screen; on paper it is the least.
	// Few columns on a wide screen grow up to WidestColumn.
	Column, WidestColumn    float64
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
	// PictureHigh is the height of pictures on cards, at the most.
	PictureHigh              float64
	Hair, GridLine, CardLine float64

	TitleSize, LeadSize, StageSize, StepSize, LaneSize, CardSize, MetaSize, LabelSize, ScoreSize float64
	// Leading is the height of a card's line, in times its size.
	Leading float64
	// CardSizes are the sizes tried in turn when a page is too short.
	CardSizes []float64
}

const mm = 72 / 25.4

// page gives a palette the measures of pages: those of an A3 sheet.
func page(p Palette) *Style {
	s := &Style{Palette: p, Paper: true}
	s.Margin, s.Header, s.Stage, s.Step = 10*mm, 30*mm, 14*mm, 18
	s.LaneW, s.LaneGap, s.Column = 35*mm, 4, 36*mm
	s.Chevy, s.ChevronGap, s.StepGap, s.PersonaGap = 8, 3, 2.5, 6
	s.CellPad, s.Gap = 5, 5
	s.Bar, s.Radius = 2.5, 1.5
	s.PadLeft, s.PadRight, s.PadY = 9.5, 7, 5.2
	s.Face, s.DiscR, s.RingR, s.Dot, s.Diamond = 4*mm, 7, 5.2, 5.8, 12
	s.Glyph, s.Mark = 9.2, 10.4
	s.CurveUnit, s.CurveMin, s.CurveStroke = 56, 42*mm, 2.25
	s.LaneMin, s.Metrics, s.PictureHigh = 32, 53, 16*mm
	s.Hair, s.GridLine, s.CardLine = 0.35, 0.5, 0.5
	s.TitleSize, s.LeadSize, s.StageSize, s.StepSize, s.LaneSize = 28, 11, 14, 10.5, 10
	s.CardSize, s.MetaSize, s.LabelSize, s.ScoreSize = 9, 7.5, 8, 14
	s.Leading = 1.25
	s.CardSizes = []float64{9, 8.5, 8, 7.5}
	return s.finished()
}

// board gives a palette the measures of the board; its points are the screen's
// device-independent pixels.
func board(p Palette) *Style {
	s := &Style{Palette: p}
	s.Header, s.Stage, s.Step = 76, 48, 26
	s.LaneW, s.Column, s.WidestColumn = 168, 180, 420
	s.Chevy, s.ChevronGap, s.PersonaGap = 12, 3, 10
	s.CellPad, s.Gap = 8, 8
	s.Bar, s.Radius = 4, 6
	s.PadLeft, s.PadRight, s.PadY = 14, 10, 8
	s.Face, s.DiscR, s.RingR, s.Dot, s.Diamond = 22, 10, 10, 14, 19
	s.Glyph, s.Mark = 16, 20
	s.CurveUnit, s.CurveMin, s.CurveStroke = 28, 168, 2.75
	s.LaneMin, s.Metrics, s.Inbox, s.PictureHigh = 72, 88, 82, 120
	s.Hair, s.GridLine, s.CardLine = 1, 1, 1
	s.TitleSize, s.LeadSize, s.StageSize, s.StepSize, s.LaneSize = 24, 14, 16, 12, 14
	s.CardSize, s.MetaSize, s.LabelSize, s.ScoreSize = 14, 12, 12, 16
	s.Leading = 19.0 / 14
	s.CardSizes = []float64{14}
	return s.finished()
}

// finished derives what follows from a style's palette and measures.
func (s *Style) finished() *Style {
	s.Hair, s.GridLine, s.CardLine = s.Hair*s.Weight, s.GridLine*s.Weight, s.CardLine*s.Weight
	s.tones()
	s.Strong = s.legible(s.Chevron[0], s.Canvas, s.Surface, s.Soft, s.LaneHead)
	s.RingInk = s.legible(s.Tones[mapmodel.LaneInsights].Bar, s.Surface, s.Tones[mapmodel.LaneInsights].Fill)
	s.DiscInk = s.inkOn(s.Disc)
	s.Warn = s.legible(s.Warn, s.Surface, s.Tones[mapmodel.LaneOpportunities].Fill)
	return s
}

// tones fills in grounds and outlines.
func (s *Style) tones() {
	s.Tones = map[mapmodel.LaneKind]Tone{mapmodel.LaneMetrics: s.tone(s.Second)}
	for kind, bar := range s.Bars {
		s.Tones[kind] = s.tone(bar)
	}
	for kind, like := range kin {
		if _, own := s.Bars[kind]; !own {
			s.Tones[kind] = s.Tones[like]
		}
	}
	o := s.Tones[mapmodel.LaneOpportunities]
	o.Outline = s.Disc
	if s.Spot.A > 0 && s.readable(s.Spot) {
		o.Fill = s.Spot
	}
	if s.Paper { // their number and outline say the kind; there is no bar
		o.Bar = s.Disc
	}
	o.Edge = s.weak(o)
	s.Tones[mapmodel.LaneOpportunities] = o
}

// tone is how cards of a bar's colour look.
func (s *Style) tone(bar Color) Tone {
	t := Tone{Bar: bar, Fill: s.tinted(bar, s.Tint)}
	if s.Outline > 0 {
		t.Outline = bar.Mix(s.Surface, s.Outline)
	}
	t.Edge = s.weak(t)
	return t
}

// halfway is between a ground and the page's, unless words could not be read on that: two grounds on which they can do not say so of
// what is between them.
func (s *Style) halfway(ground Color) Color {
	if between := ground.Mix(s.Surface, 0.5); s.readable(between) {
		return between
	}
	return s.Surface
}

// weakInPrint is the contrast below which a bar or an icon is hard to see on
// paper: edges are sharper there than on a screen.
const weakInPrint = 2.5

// weak tells whether a bar is hard to see beside its card's ground.
func (s *Style) weak(t Tone) bool {
	least := float64(seen)
	if s.Paper {
		least = weakInPrint
	}
	return Contrast(t.Bar, t.Fill) < least
}

// kin gives the kinds of lanes without a colour of their own that of their
// nearest kin.
var kin = map[mapmodel.LaneKind]mapmodel.LaneKind{
	mapmodel.LaneText:     mapmodel.LaneTasks,
	mapmodel.LanePhysical: mapmodel.LaneTouchpoints, mapmodel.LaneFrontstage: mapmodel.LaneTasks,
	mapmodel.LaneSupport: mapmodel.LaneBackstage, mapmodel.LaneCurve: mapmodel.LaneFeelings,
}
