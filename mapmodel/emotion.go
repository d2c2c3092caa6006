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
	main := ID{}
	for first := range m.Personas() {
		main = first.ID
		break
	}
	theirs := func(c *Card) bool {
		return c.Persona == persona || c.Persona.IsZero() && (persona == main)
	}
	var points []EmotionPoint
	gap := false
	for stage, step := range m.Columns() {
		column := stage.ID
		if step != nil {
			column = step.ID
		}
		var cards []*Card
		for lane := range m.Lanes() {
			for card := range m.Cell(column, lane.ID).Cards() {
				if card.Emotion.Known && theirs(card) {
					cards = append(cards, card)
				}
			}
		}
		if len(cards) == 0 && (step != nil || !m.divided(stage.ID)) {
			gap = true
		}
		for i, card := range cards {
			points = append(points, EmotionPoint{
				Card: card, Column: column, Value: card.Emotion.Value,
				At: (float64(i) + 0.5) / float64(len(cards)), Gap: gap && len(points) > 0,
			})
			gap = false
		}
	}
	return points
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
