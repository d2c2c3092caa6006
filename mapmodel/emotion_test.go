package mapmodel_test

import (
	"testing"

	"footpath/mapmodel"
)

func TestTheCurveHasAPointPerFeelingAndAGapWhereNobodyKnows(t *testing.T) {
	desk := newDesk(1)
	m := mapmodel.NewMap("Curve", desk.Source)
	do := func(c mapmodel.Change, err error) {
		t.Helper()
		if err == nil {
			m, err = m.Apply(c)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var stages [4]mapmodel.ID
	for i := range stages {
		c, id, err := desk.AddStage(m, -1, "stage")
		do(c, err)
		stages[i] = id
	}
	lane := m.LaneOf(mapmodel.LaneFeelings).ID
	feel := func(column mapmodel.ID, value int) {
		c, _, err := desk.AddCard(m, mapmodel.Place{Column: column, Lane: lane, At: -1}, "", func(c *mapmodel.Card) { c.Emotion = mapmodel.N(value) })
		do(c, err)
	}
	feel(stages[0], -1)
	feel(stages[0], 1)
	feel(stages[2], -2)
	c, step, err := desk.AddStep(m, stages[3], -1, "step")
	do(c, err)
	feel(step, 2)
	points := m.EmotionPoints(mapmodel.ID{})
	want := []struct {
		column mapmodel.ID
		at     float64
		value  int
		gap    bool
	}{{stages[0], 0.25, -1, false}, {stages[0], 0.75, 1, false}, {stages[2], 0.5, -2, true}, {step, 0.5, 2, false}}
	if len(points) != len(want) {
		t.Fatalf("%d points", len(points))
	}
	for i, p := range points {
		if w := want[i]; p.Column != w.column || p.At != w.at || p.Value != w.value || p.Gap != w.gap {
			t.Errorf("point %d is %+v, want %+v", i, p, w)
		}
	}
	if mean, ok := m.StageEmotion(stages[0]); !ok || mean != 0 {
		t.Errorf("stage emotion %v %v", mean, ok)
	}
	if _, ok := m.StageEmotion(stages[1]); ok {
		t.Error("a stage without feelings has an emotion")
	}
}

func TestADigitSetsTheColumnsOneFeelingElseAWordlessCard(t *testing.T) {
	desk := newDesk(1)
	m := mapmodel.NewMap("Digits", desk.Source)
	c, stage, err := desk.AddStage(m, -1, "stage")
	if err != nil {
		t.Fatal(err)
	}
	m, _ = m.Apply(c)
	lane := m.LaneOf(mapmodel.LaneFeelings).ID
	for _, value := range []int{-2, 2} {
		c, err := desk.SetEmotion(m, stage, mapmodel.ID{}, mapmodel.N(value))
		if err != nil {
			t.Fatal(err)
		}
		if m, err = m.Apply(c); err != nil {
			t.Fatal(err)
		}
		cell := m.Cell(stage, lane)
		if cell.Len() != 1 || cell.Card(0).Emotion != mapmodel.N(value) || cell.Card(0).Text != "" {
			t.Fatalf("%d cards, first %+v", cell.Len(), cell.Card(0))
		}
	}
}
