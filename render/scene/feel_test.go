package scene_test

import (
	"testing"

	"footpath/mapmodel"
	"footpath/render/scene"
)

// points lists the cards whose points a page's curve shows.
func points(p *scene.Page) map[mapmodel.ID]bool {
	out := map[mapmodel.ID]bool{}
	for placed := range p.Front.All() {
		if placed.Group.Role == scene.CurveRole && !placed.Group.ID.IsZero() {
			out[placed.Group.ID] = true
		}
	}
	return out
}

func TestTheCurveIsDrawnOfTheCardsThatPassAndOfAllAgain(t *testing.T) {
	m := everyMark(t)
	l := scene.NewLayouter(scene.ScreenLight(), say)
	all := points(l.Layout(m, scene.Sheet{Width: 900}).Pages[0])
	if len(all) < 3 {
		t.Fatalf("the curve has %d points", len(all))
	}
	happy := func(c *mapmodel.Card) bool { return c.Emotion.Value > 0 }
	l.Feel(happy)
	some := points(l.Layout(m, scene.Sheet{Width: 900}).Pages[0])
	if len(some) == 0 || len(some) >= len(all) {
		t.Errorf("filtered, the curve has %d points of %d", len(some), len(all))
	}
	for id := range some {
		if !happy(mapmodel.Find[*mapmodel.Card](m, id)) {
			t.Error("a card that does not pass has a point on the curve")
		}
	}
	l.Feel(nil)
	if again := points(l.Layout(m, scene.Sheet{Width: 900}).Pages[0]); len(again) != len(all) {
		t.Errorf("without the filter the curve has %d points of %d", len(again), len(all))
	}
}
