package scene_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"
)

// edits is a map after one edit of a card and the next, and who lays it out.
type edits struct {
	maps []*mapmodel.Map
	l    *scene.Layouter
	i    int
}

// newEdits edits cards all over a map of five lanes.
func newEdits(b *testing.B, stages, cards int, lane mapmodel.LaneKind, edit func(i int, c *mapmodel.Card)) *edits {
	b.Helper()
	m := mapgen.Grid(stages, 5, cards, 1)
	desk := &mapmodel.Desk{Source: mapmodel.NewSeededSource(1), Now: func() time.Time { return time.Unix(0, 0) }}
	var all []*mapmodel.Card
	for card := range m.Cards() {
		if lane == "" || card.Lane == m.LaneOf(lane).ID {
			all = append(all, card)
		}
	}
	e := &edits{maps: []*mapmodel.Map{m}, l: scene.NewLayouter(scene.ScreenLight(), say)}
	for i := range 64 {
		c, err := mapmodel.Alter(desk, m, mapmodel.LabelAlter, []mapmodel.ID{all[i*37%len(all)].ID}, func(c *mapmodel.Card) { edit(i, c) })
		if err != nil {
			b.Fatal(err)
		}
		if m, err = m.Apply(c); err != nil {
			b.Fatal(err)
		}
		e.maps = append(e.maps, m)
	}
	for _, m := range slices.Backward(e.maps) { // and back
		e.maps = append(e.maps, m)
	}
	e.next()
	return e
}

// next lays out what the next edit has left.
func (e *edits) next() {
	e.l.Layout(e.maps[e.i%len(e.maps)], scene.Sheet{})
	e.i++
}

// BenchmarkRelayout lays a map of 50 stages, five lanes and twenty cards a cell
// out again after one edit; its rival has ten stages and five cards a cell. The
// ratio takes turns between the two, so that a slow moment hits both.
func BenchmarkRelayout(b *testing.B) {
	for _, kind := range []struct {
		name string
		lane mapmodel.LaneKind
		edit func(i int, c *mapmodel.Card)
	}{
		{"text", "", func(i int, c *mapmodel.Card) {
			c.Text = fmt.Sprintf("A card edited for the %d. time, with some words", i)
		}},
		{"feeling", mapmodel.LaneFeelings, func(_ int, c *mapmodel.Card) { c.Emotion = mapmodel.N((c.Emotion.Value+3)%5 - 2) }},
	} {
		small, large := newEdits(b, 10, 5, kind.lane, kind.edit), newEdits(b, 50, 20, kind.lane, kind.edit)
		b.Run(kind.name+"/250", func(b *testing.B) {
			for b.Loop() {
				small.next()
			}
		})
		b.Run(kind.name+"/5000", func(b *testing.B) {
			for b.Loop() {
				large.next()
			}
		})
		b.Run(kind.name+"/ratio", func(b *testing.B) {
			var of, to time.Duration
			for b.Loop() {
				start := time.Now()
				large.next()
				mid := time.Now()
				small.next()
				of, to = of+mid.Sub(start), to+time.Since(mid)
			}
			b.ReportMetric(float64(of)/float64(to), "x-250")
		})
	}
}

// BenchmarkLayout lays a map out for the first time.
func BenchmarkLayout(b *testing.B) {
	for _, size := range []struct{ stages, cards int }{{10, 5}, {50, 20}} {
		b.Run(fmt.Sprint(size.stages*5*size.cards), func(b *testing.B) {
			m := mapgen.Grid(size.stages, 5, size.cards, 1)
			for b.Loop() {
				scene.Layout(m, scene.ScreenLight(), say, scene.Sheet{})
			}
		})
	}
}
