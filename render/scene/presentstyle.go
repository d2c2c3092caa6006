package scene

// PresentHigh is the height that every slide is laid out for, in points: that of
// a 1080p projector in pixels. Painters scale it to the screen they have.
const PresentHigh = 1080

// presentLeast is the smallest type of a slide, in points: what the last row
// reads (16 arc minutes at four times the picture's height).
const presentLeast = 28

// The measures of slides that the style of pages has no name for, in points.
const (
	slideHead      = 146.0 // of the header, where its words need no more
	slideStrip     = 180.0 // of the strip with the whole curve; slideStages without
	slideStages    = 90.0
	slideRow       = 20.0 // between lanes, and between columns
	slideWide      = 1200 // of a cell in which cards stand side by side
	slideFace      = 88.0 // of a feeling
	slideLine      = 42.0 // of a card's text
	slideFeeling   = 36.0 // type of a mood, and its line
	slideMoodLine  = 46.0
	slideClock     = 96.0 // type of the time that is left
	slideCardLeast = 70.0
)

// Presenting is a style's palette with the measures of slides for a room.
func Presenting(s *Style) *Style {
	p := s.Palette
	if p.Tint > 0 { // cards lie on the canvas without an edge
		p.Outline = 0
		if !p.dark() {
			p.Tint = 0.09
		}
	}
	out := page(p)
	out.Margin, out.Header, out.LaneW = 48, slideHead, 264
	out.Gap, out.Bar, out.Radius, out.PadLeft, out.PadRight, out.PadY = 6, 8, 6, 30, 24, 12
	out.Face, out.DiscR, out.RingR, out.Dot, out.Diamond, out.Glyph, out.Mark = 44, 24, 21, 24, 59, 32, 36
	out.CurveStroke, out.PictureHigh, out.Metrics = 4, 168, 198
	out.Hair, out.GridLine, out.CardLine = 2*p.Weight, 2*p.Weight, 2*p.Weight
	out.StageSize, out.StepSize, out.CardSize, out.ScoreSize = 56, 36, 34, 52
	out.LaneSize, out.MetaSize, out.LabelSize, out.LeadSize = presentLeast, presentLeast, presentLeast, presentLeast
	out.Leading = slideLine / 34
	out.CardSizes = []float64{34}
	if p.dark() { // the chevrons' blue is too deep for large type on a dark screen
		out.Strong = p.legible(p.Curves[0], p.Surface, p.Canvas)
	}
	return out
}
