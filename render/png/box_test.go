package png

import (
	"image"
	"testing"

	"footpath/render/scene"

	"pgregory.net/rapid"
)

func TestABoxDrawnByItsCornersIsTheBoxDrawnWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := func(label string, least, most float64) float64 {
			return rapid.Float64Range(least, most).Draw(t, label)
		}
		b := &scene.Box{
			Rect:   scene.Rect{X: number("x", -30, 50), Y: number("y", -30, 50), W: number("w", 8, 90), H: number("h", 8, 90)},
			Radius: rapid.SampledFrom([]float64{0, 1.5, 6, 30}).Draw(t, "radius"),
			Fill:   scene.Color{R: 200, G: 100, A: uint8(rapid.IntRange(0, 255).Draw(t, "fill"))},
			Stroke: scene.Stroke{Color: scene.Color{B: 255, A: uint8(rapid.IntRange(0, 255).Draw(t, "line"))}, Width: rapid.SampledFrom([]float64{0, 0.35, 1, 2, 5}).Draw(t, "width")},
		}
		scale := rapid.SampledFrom([]float64{0.5, 1, 1.25, 2}).Draw(t, "scale")
		paint := func(draw func(p *Painter)) *image.RGBA {
			img := image.NewRGBA(image.Rect(0, 0, 80, 80))
			p := NewPainter()
			p.on(img, scale)
			p.clear(scene.Hex(0xFFFFFF))
			draw(p)
			return img
		}
		quick := paint(func(p *Painter) { p.Box(b, scene.Point{}) })
		whole := paint(func(p *Painter) {
			outline := p.snappedBox(b)
			p.fill(outline.Outline(), scene.Point{}, b.Fill)
			p.stroke(outline.Outline(), scene.Point{}, outline.Stroke)
		})
		most, sum := 0, 0
		for i, v := range quick.Pix {
			off := max(int(v)-int(whole.Pix[i]), int(whole.Pix[i])-int(v))
			most, sum = max(most, off), sum+off
		}
		// Corners of lines are drawn as curves here and as polygons there.
		if b.Stroke.Width == 0 && most > 4 || sum > len(quick.Pix) {
			t.Fatalf("pixels differ by %.3f, one by %d", float64(sum)/float64(len(quick.Pix)), most)
		}
	})
}
