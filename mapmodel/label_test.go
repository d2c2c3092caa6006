package mapmodel_test

import (
	"slices"
	"strings"
	"testing"

	"footpath/mapmodel"
)

func TestALabelNamesTheOneRecordThatChangesAndItsValues(t *testing.T) {
	desk := newDesk(11)
	m := mapmodel.NewMap("A map", desk.Source)
	do := func(c mapmodel.Change, err error) mapmodel.Label {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		if m, err = m.Apply(c); err != nil {
			t.Fatal(err)
		}
		return c.Label
	}
	says := func(got mapmodel.Label, key string, args ...string) {
		t.Helper()
		if got.Key != key || !slices.Equal(got.Args, args) {
			t.Errorf("the label is %s %q, want %s %q", got.Key, got.Args, key, args)
		}
	}
	var stages []mapmodel.ID
	for _, name := range []string{"Visit", "Wait"} {
		c, id, err := desk.AddStage(m, len(stages), name)
		do(c, err)
		stages = append(stages, id)
	}
	lane := m.LaneOf(mapmodel.LaneFeelings).ID
	c, ids, err := desk.AddCards(m, mapmodel.Place{Column: stages[0], Lane: lane}, []string{"My hour has passed", "Why?"})
	do(c, err)
	set := func(label string, ids []mapmodel.ID, set func(*mapmodel.Card), args ...string) mapmodel.Label {
		return do(mapmodel.Alter(desk, m, label, ids, set, args...))
	}
	says(set(mapmodel.LabelSetEmotion, ids[:1], func(c *mapmodel.Card) { c.Emotion = mapmodel.N(-1) }), mapmodel.LabelSetEmotion, "My hour has passed", "", "-1")
	says(set(mapmodel.LabelAlter, ids[1:], func(c *mapmodel.Card) { c.Owner = "Web team" }, "owner"), mapmodel.LabelAlter, "owner", "Why?", "", "Web team")
	says(set(mapmodel.LabelAlter, ids[1:], func(c *mapmodel.Card) { c.Note = "Ask again" }, "note"), mapmodel.LabelAlter, "note", "Why?")
	says(set(mapmodel.LabelAlter, ids, func(c *mapmodel.Card) { c.Tags = []string{"waiting"} }, "tags"), mapmodel.LabelAlter, "tags")
	says(do(desk.MoveCards(m, ids[:1], mapmodel.Place{Column: stages[1], Lane: lane})), mapmodel.LabelMoveCards, "1", "My hour has passed", "Visit", "Wait")
	says(do(desk.MoveCards(m, ids, mapmodel.Place{Column: stages[0], Lane: lane})), mapmodel.LabelMoveCards, "2")
	says(do(desk.SetText(m, ids[1], strings.Repeat("long ", 20))), mapmodel.LabelEditCard, "long long long long long lo…")
}
