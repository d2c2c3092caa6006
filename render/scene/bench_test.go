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

// BenchmarkRelayout lays a map of 50 stages and five lanes out again after one
// edit of a card's text; the map with a card a cell is the rival of the one with
// twenty.
func BenchmarkRelayout(b *testing.B) {
	for _, size := range []struct{ stages, cards int }{{50, 1}, {50, 20}} {
		b.Run(fmt.Sprint(size.stages*5*size.cards), func(b *testing.B) {
			m := mapgen.Grid(size.stages, 5, size.cards, 1)
			desk := &mapmodel.Desk{Source: mapmodel.NewSeededSource(1), Now: func() time.Time { return time.Unix(0, 0) }}
			cards := slices.Collect(m.Cards())
			l := scene.NewLayouter(scene.ScreenLight(), say)
			l.Layout(m, scene.Sheet{})
			maps := make([]*mapmodel.Map, 64)
			for i := range maps {
				c, err := desk.SetText(m, cards[i*37%len(cards)].ID, fmt.Sprintf("A card edited for the %d. time, with some words", i))
				if err != nil {
					b.Fatal(err)
				}
				if maps[i], err = m.Apply(c); err != nil {
					b.Fatal(err)
				}
				m = maps[i]
			}
			b.ResetTimer()
			for i := 0; b.Loop(); i++ {
				if i%len(maps) == 0 {
					l.Layout(maps[0], scene.Sheet{})
				}
				l.Layout(maps[i%len(maps)], scene.Sheet{})
			}
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
