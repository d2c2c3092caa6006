package png

import (
	"fmt"
	"testing"

	"footpath/render/painttest"
	"footpath/render/scene"
)

// screenCard is the longest card of a map laid out for the screen.
func screenCard() *scene.Group {
	var card *scene.Group
	for g := range painttest.Screen(4, 4).Pages[0].All() {
		if g.Group.Role == scene.CardRole && (card == nil || len(g.Group.Elements) > len(card.Elements)) {
			card = g.Group
		}
	}
	return card
}

// BenchmarkCard paints one card as the board does: by a painter that has its
// letters, and by one that has none yet (the rival of "warm": what the masks
// are worth).
func BenchmarkCard(b *testing.B) {
	card := screenCard()
	for _, scale := range []float64{0.5, 1, 2} {
		b.Run(fmt.Sprintf("warm/%gx", scale), func(b *testing.B) {
			p := NewPainter()
			p.Group(card, scale, 0)
			b.ReportAllocs()
			for b.Loop() {
				p.Group(card, scale, 0)
			}
		})
		b.Run(fmt.Sprintf("cold/%gx", scale), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				NewPainter().Group(card, scale, 0)
			}
		})
	}
}
