package scene_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
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
	some := points(l.Layout(m, scene.Sheet{Width: 900, Sieve: &scene.Sieve{Passes: happy}}).Pages[0])
	if len(some) == 0 || len(some) >= len(all) {
		t.Errorf("filtered, the curve has %d points of %d", len(some), len(all))
	}
	for id := range some {
		if !happy(mapmodel.Find[*mapmodel.Card](m, id)) {
			t.Error("a card that does not pass has a point on the curve")
		}
	}
	if again := points(l.Layout(m, scene.Sheet{Width: 900}).Pages[0]); len(again) != len(all) {
		t.Errorf("without the filter the curve has %d points of %d", len(again), len(all))
	}
}

func TestWhatASieveHidesLeavesNoGap(t *testing.T) {
	m := mapgen.Grid(3, 5, 4, 1)
	l := scene.NewLayouter(scene.ScreenLight(), say)
	all := l.Layout(m, scene.Sheet{}).Pages[0]
	nth, shown := map[mapmodel.ID]bool{}, 0
	for _, c := range all.Cells {
		for i, g := range c.Block.Cards {
			nth[g.Group.ID] = i >= 2
		}
	}
	sieve := &scene.Sieve{Passes: func(c *mapmodel.Card) bool { return nth[c.ID] }, Hides: true}
	some := l.Layout(m, scene.Sheet{Sieve: sieve}).Pages[0]
	for _, c := range some.Cells {
		y := scene.ScreenLight().CellPad
		for _, g := range c.Block.Cards {
			if shown++; !nth[g.Group.ID] || g.At.Y != y {
				t.Fatalf("a card stands at %v, want %v; it passes: %v", g.At.Y, y, nth[g.Group.ID])
			}
			y += g.Group.Size.Y + scene.ScreenLight().Gap
			if all.Number(g.Group.ID) != some.Number(g.Group.ID) {
				t.Errorf("a card is called %d, and among all %d", some.Number(g.Group.ID), all.Number(g.Group.ID))
			}
		}
	}
	if want := len(nth) / 2; shown != want || some.Size.Y >= all.Size.Y {
		t.Errorf("%d cards are shown of %d, on %v points of %v", shown, want, some.Size.Y, all.Size.Y)
	}
}

func TestALanesHeadSaysHowManyOfItsCardsPassTheFilterWhateverWasLaidOutBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		l := scene.NewLayouter(scene.ScreenLight(), say)
		for range 3 {
			least := rapid.IntRange(0, 30).Draw(t, "length")
			passes := func(c *mapmodel.Card) bool { return len(c.Text) >= least }
			page := l.Layout(m, scene.Sheet{Sieve: &scene.Sieve{Passes: passes}}).Pages[0]
			heads := map[mapmodel.ID]string{}
			for g := range page.All() {
				if g.Group.Role == scene.LaneRole {
					var words gatherer
					g.Group.Draw(&words, g.At)
					heads[g.Group.ID] = words.words.String()
				}
			}
			for lane := range m.Lanes() {
				if lane.Hidden || !lane.LaneKind.HoldsCards() {
					continue
				}
				pass, all := 0, 0
				for _, column := range m.ColumnIDs() {
					for c := range m.Cell(column, lane.ID).Cards() {
						if all++; passes(c) {
							pass++
						}
					}
				}
				if lane.LaneKind == mapmodel.LaneMetrics && all == 0 {
					continue // it has its surveys to show
				}
				want := fmt.Sprintf("%d of %d cards", pass, all)
				if all == 0 { // of none there is nothing to tell
					want = strings.Replace(say("page.cards"), "{n}", "0", 1)
				}
				if !strings.Contains(heads[lane.ID], want) || all == 0 && strings.Contains(heads[lane.ID], " of ") {
					t.Fatalf("the head says %q, not %q", heads[lane.ID], want)
				}
			}
		}
	})
}
