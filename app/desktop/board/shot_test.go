package board_test

import (
	"image/color"
	"testing"

	"footpath/app/desktop/play"
	"footpath/render/scene"
)

// paints tells how many pixels in a square of the window have a colour; the
// square's middle and its reach are in pixels.
func paints(w *play.Room, x, y, reach int, c scene.Color) int {
	img, n := w.Canvas.Capture(), 0
	want := color.NRGBA{R: c.R, G: c.G, B: c.B, A: c.A}
	for dy := -reach; dy <= reach; dy++ {
		for dx := -reach; dx <= reach; dx++ {
			if color.NRGBAModel.Convert(img.At(x+dx, y+dy)) == want {
				n++
			}
		}
	}
	return n
}

// The corner of the first card of the first column, of small on a headless board.
const cardX, cardY = 168 + 8, 76 + 48 + 26 + 8

func TestASelectedCardHasARingAndATypedOneABorderAndACaret(t *testing.T) {
	s := scene.ScreenLight()
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("Open").Press(play.Escape)
	const middle = cardX + 80
	if paints(w, middle, cardY-2, 2, s.Accent) < 10 {
		t.Error("there is no ring around the selected card")
	}
	if paints(w, middle, cardY+16, 4, s.Tones["tasks"].Fill) < 60 {
		t.Error("the card is not in its kind's tint")
	}
	w.Press(play.Up)
	if paints(w, middle, cardY-2, 2, s.Accent) != 0 {
		t.Error("the ring stays where nothing is selected")
	}
	w.Press(play.Down).Press(play.F2)
	if paints(w, middle, cardY+16, 4, s.Surface) < 60 {
		t.Error("the typed card is not on a plain ground")
	}
	// "Open" ends some 36 pixels after the card's padding.
	if n := paints(w, cardX+14+36, cardY+18, 6, s.Accent); n < 12 {
		t.Errorf("the caret is %d pixels of the accent", n)
	}
}

func TestHeadsCoverWhatScrollsUnderThem(t *testing.T) {
	s := scene.ScreenLight()
	w := play.Headless(t, small())
	w.Press(play.Ctrl, '=').Times(6, play.Escape)
	for range 4 {
		w.Press(play.Ctrl, '=')
	}
	w.Scroll(-40, -60)
	if paints(w, 20, 300, 4, s.LaneHead) == 0 {
		t.Error("the lane heads have scrolled away")
	}
	if paints(w, 600, 20, 10, s.Chevron[0])+paints(w, 600, 20, 10, s.Chevron[1]) == 0 {
		t.Error("the stage heads have scrolled away")
	}
}
