//go:build !nogui

package board

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"footpath/app/desktop/look"
	"footpath/render/scene"
)

func TestTheGroundCoversTheBoardAndNoPixelTwice(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(t *rapid.T) {
		const side = 12
		edge := rapid.IntRange(0, side)
		left, top := edge.Draw(t, "left"), edge.Draw(t, "top")
		right, bottom := rapid.IntRange(left, side).Draw(t, "right"), rapid.IntRange(top, side).Draw(t, "bottom")
		g := newGround()
		g.edges = [4]float32{float32(left), float32(top), float32(right), float32(bottom)}
		g.lay(fyne.NewSquareSize(side), scene.ScreenLight())
		for y := range side {
			for x := range side {
				var over []fyne.CanvasObject
				for _, o := range g.objects() {
					at, size := o.Position(), o.Size()
					if dx, dy := float32(x)-at.X, float32(y)-at.Y; dx >= 0 && dy >= 0 && dx < size.Width && dy < size.Height {
						over = append(over, o)
					}
				}
				within := x >= left && x < right && y >= top && y < bottom
				if len(over) != 1 || (over[0] == g.surface) != within {
					t.Fatalf("%d rectangles at %d, %d; cells: %v", len(over), x, y, within)
				}
			}
		}
	})
}

func TestWhatTheWindowIsClearedToIsNotFilledAgain(t *testing.T) {
	app := test.NewTempApp(t)
	for _, mode := range []look.Mode{look.Light, look.Dark, look.Contrast} {
		app.Settings().SetTheme(look.New(mode))
		style := look.Style(mode)
		g := newGround()
		g.lay(fyne.NewSquareSize(10), style)
		if g.surface.FillColor != color.Transparent {
			t.Errorf("%s: the surface is filled with %v", mode, g.surface.FillColor)
		}
		want := ink(style.Canvas)
		if style.Canvas == style.Surface {
			want = color.Transparent
		}
		for _, r := range g.around {
			if r.FillColor != want {
				t.Errorf("%s: the canvas is filled with %v, not %v", mode, r.FillColor, want)
			}
		}
	}
	app.Settings().SetTheme(look.New(look.Dark))
	g := newGround()
	g.lay(fyne.NewSquareSize(10), scene.ScreenLight())
	for _, o := range g.objects() {
		if fill := o.(*canvas.Rectangle).FillColor; fill == color.Transparent {
			t.Error("a style of other colours than the window's lies bare")
		}
	}
}
