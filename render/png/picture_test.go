package png_test

import (
	"image"
	"testing"

	"footpath/mapmodel/picture"
	"footpath/render/painttest"
	"footpath/render/png"
	"footpath/render/scene"
)

// moved draws an element elsewhere.
type moved struct {
	scene.Element
	by scene.Point
}

func (m moved) Draw(p scene.Painter, at scene.Point) {
	m.Element.Draw(p, scene.Point{X: at.X + m.by.X, Y: at.Y + m.by.Y})
}

func TestAPartOfAPictureIsThatPartOfTheWhole(t *testing.T) {
	for name, e := range map[string]*scene.Picture{
		"larger":       {Rect: scene.Rect{W: 60, H: 40}, Image: painttest.Image(picture.PNG, 30, 20)},
		"larger disc":  {Rect: scene.Rect{W: 60, H: 60}, Radius: 30, Image: painttest.Image(picture.PNG, 30, 20)},
		"smaller":      {Rect: scene.Rect{W: 60, H: 40}, Image: painttest.Image(picture.PNG, 300, 200)},
		"smaller disc": {Rect: scene.Rect{W: 60, H: 60}, Radius: 30, Image: painttest.Image(picture.JPEG, 300, 200)},
	} {
		p := png.NewPainter()
		whole := p.Group(&scene.Group{Size: scene.Point{X: 60, Y: 60}, Elements: []scene.Element{e}}, 2, 0)
		part := p.Group(&scene.Group{Size: scene.Point{X: 30, Y: 30}, Elements: []scene.Element{moved{e, scene.Point{X: -20, Y: -15}}}}, 2, 0)
		for y := range 60 {
			for x := range 60 {
				if got, want := part.RGBAAt(x, y), whole.RGBAAt(x+40, y+30); got != want {
					t.Fatalf("%s: at %d, %d it is %v, not %v", name, x, y, got, want)
				}
			}
		}
	}
}

func TestAPictureThatIsNotWholeIsLeftOut(t *testing.T) {
	data := painttest.Image(picture.PNG, 300, 200).Data
	e := &scene.Picture{Rect: scene.Rect{W: 20, H: 20}, Image: scene.NewImage(data[:len(data)/2])}
	got := png.NewPainter().Group(&scene.Group{Size: scene.Point{X: 20, Y: 20}, Elements: []scene.Element{e, e}}, 1, 0)
	if want := image.NewRGBA(got.Rect); string(got.Pix) != string(want.Pix) {
		t.Error("something was painted")
	}
}
