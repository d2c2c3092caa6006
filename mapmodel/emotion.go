package mapmodel

// EmotionPoint is one card's feeling on the emotion curve.
type EmotionPoint struct {
	// Card is the card that holds the feeling.
	Card *Card
	// Column is the stage's or step's ID, and At the point's place across it,
	// from 0 at its left edge to 1 at its right: the points of a column stand
	// evenly, in card order.
	Column ID
	At     float64
	// Value is −2 to +2.
	Value int
	// Gap is true when nobody knows how it felt somewhere between the point
	// before and this one: the curve must not join them.
	Gap bool
}

// EmotionPoints gives the points of a persona's curve in map order. The curve
// of the zero persona is drawn from the cards that are everybody's; the first
// persona's curve takes those in too. A column without a point is a gap, but a
// stage divided into steps is none if its steps have points.
func (m *Map) EmotionPoints(persona ID) []EmotionPoint {
	var points []EmotionPoint
	gap := false
	for stage := range m.Stages() {
		part := m.StageCurve(stage.ID, persona)
		if len(part.Points) > 0 {
			part.Points[0].Gap = (part.Points[0].Gap || gap) && len(points) > 0
			gap = false
		}
		points = append(points, part.Points...)
		gap = gap || part.Gap
	}
	return points
}

// StageCurve is a stage's part of a persona's emotion curve.
type StageCurve struct {
	// Points are as EmotionPoints has them, but that the Gap of the first tells
	// of this stage alone: whether nobody knows how it felt before it.
	Points []EmotionPoint
	// Gap is true when nobody knows how it felt after the last point, or at all.
	Gap bool
}

// StageCurve gives a stage's part of a persona's curve. It hangs on nothing but
// the stage, its steps and their cards, the order of the lanes, and who the
// first persona is.
func (m *Map) StageCurve(stage, persona ID) StageCurve {
	main := ID{}
	for first := range m.Personas() {
		main = first.ID
		break
	}
	var out StageCurve
	add := func(column ID, mayBeEmpty bool) {
		below := m.Below(column)
		from := len(out.Points)
		for lane := range m.Lanes() {
			for card := range below.Cards(lane.ID).Cards() {
				theirs := card.Persona == persona || card.Persona.IsZero() && persona == main
				if card.Emotion.Known && theirs {
					out.Points = append(out.Points, EmotionPoint{Card: card, Column: column, Value: card.Emotion.Value})
				}
			}
		}
		n := len(out.Points) - from
		if n == 0 {
			out.Gap = out.Gap || !mayBeEmpty
			return
		}
		for i := range n {
			out.Points[from+i].At = (float64(i) + 0.5) / float64(n)
		}
		out.Points[from].Gap, out.Gap = out.Gap, false
	}
	add(stage, m.divided(stage))
	for step := range m.Steps(stage) {
		add(step.ID, false)
	}
	return out
}

func (m *Map) divided(stage ID) bool {
	for range m.Steps(stage) {
		return true
	}
	return false
}

// StageEmotion is the mean of a stage's feelings, steps included, over all
// personas; false where nobody has said any.
func (m *Map) StageEmotion(stage ID) (float64, bool) {
	sum, n := 0, 0
	add := func(column ID) {
		for lane := range m.Lanes() {
			for card := range m.Cell(column, lane.ID).Cards() {
				if card.Emotion.Known {
					sum += card.Emotion.Value
					n++
				}
			}
		}
	}
	add(stage)
	for step := range m.Steps(stage) {
		add(step.ID)
	}
	if n == 0 {
		return 0, false
	}
	return float64(sum) / float64(n), true
}
