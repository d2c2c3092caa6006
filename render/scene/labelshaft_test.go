package scene

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAShaftIsAsFreeAsThePageItIsPartOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Float64Range(-20, 300)
		size := rapid.Float64Range(0, 60)
		l := &labeller{left: 0, right: 300, floor: 200, found: &found{}}
		l.taken.clear(l.left, l.right)
		l.lines.clear(l.left, l.right)
		for range rapid.IntRange(0, 40).Draw(t, "boxes") {
			l.take(Rect{number.Draw(t, "x"), number.Draw(t, "y"), size.Draw(t, "width"), size.Draw(t, "height")})
		}
		for range rapid.IntRange(0, 10).Draw(t, "lines") {
			from := Point{number.Draw(t, "from x"), number.Draw(t, "from y")}
			b := newBeam(from, Point{from.X + size.Draw(t, "right"), number.Draw(t, "to y")}, 1.5)
			l.lines.add(b, b.box.X, b.box.Right())
		}
		box := Rect{X: number.Draw(t, "words x"), W: size.Draw(t, "words width"), H: 1 + size.Draw(t, "words height")}
		place := shaft{x: box.X}
		for range 20 {
			box.Y = rapid.Float64Range(-5, l.floor-2-box.H).Draw(t, "words y")
			if got, want := place.good(l, box), l.good(box); got != want {
				t.Fatalf("%+v: %v in the shaft, %v on the page", box, got, want)
			}
		}
	})
}
