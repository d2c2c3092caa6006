//go:build !nogui

package present

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"footpath/render/png"
	"footpath/render/scene"
)

// screen is what fills the window: the picture of a slide, the timer and a notice over it, and blackness over all.
type screen struct {
	widget.BaseWidget
	show *Show

	pixels  image.Point // of the screen
	shown   picture
	painter *png.Painter
	face    scene.TimerFace // the timer as painted
	clock   image.Image
	clockAt *scene.Group

	notice string // as painted
	board  image.Image

	ground, black       *canvas.Rectangle
	slide, timer, above *canvas.Raster
}

var (
	_ fyne.Widget    = (*screen)(nil)
	_ fyne.Focusable = (*screen)(nil)
	_ fyne.Tabbable  = (*screen)(nil)
	_ fyne.Tappable  = (*screen)(nil)

	_ fyne.Accessible = (*screen)(nil)
)

var nothing = image.NewRGBA(image.Rect(0, 0, 1, 1))

func newScreen(show *Show) *screen {
	s := &screen{show: show, painter: png.NewPainter(), ground: canvas.NewRectangle(color.Black), black: canvas.NewRectangle(color.Black)}
	s.slide = canvas.NewRaster(func(w, h int) image.Image {
		s.measured(image.Pt(w, h))
		if s.shown.img == nil {
			return nothing
		}
		return s.shown.img
	})
	s.timer = canvas.NewRaster(func(int, int) image.Image {
		if s.clock == nil {
			return nothing
		}
		return s.clock
	})
	s.above = canvas.NewRaster(func(int, int) image.Image {
		if s.board == nil {
			return nothing
		}
		return s.board
	})
	s.above.Hide()
	s.ExtendBaseWidget(s)
	s.restyle()
	s.refresh()
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *screen) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Layout: layers{s}, Objects: []fyne.CanvasObject{s.ground, s.slide, s.timer, s.above, s.black}})
}

// layers lay everything over each other; the timer stands at the header's right end.
type layers struct{ s *screen }

// MinSize implements fyne.Layout: the window decides.
func (l layers) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 180) }

// Layout implements fyne.Layout.
func (l layers) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	for _, o := range []fyne.CanvasObject{l.s.ground, l.s.slide, l.s.black} {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
	l.s.placeTimer()
	l.s.placeNotice()
}

// Resize implements fyne.CanvasObject.
func (s *screen) Resize(size fyne.Size) {
	s.BaseWidget.Resize(size)
	scale := s.scale()
	s.measured(image.Pt(int(math.Round(float64(size.Width*scale))), int(math.Round(float64(size.Height*scale)))))
}

// scale is how many pixels a point of the toolkit has.
func (s *screen) scale() float32 {
	if s.show.win == nil {
		return 1
	}
	return s.show.win.Canvas().Scale()
}

// measured takes in how many pixels there are.
func (s *screen) measured(pixels image.Point) {
	if pixels == s.pixels {
		return
	}
	s.pixels = pixels
	s.face = scene.TimerFace{}
	s.show.ask()
	if words := s.notice; words != "" { // its type goes with the window's size
		s.notice = ""
		s.setNotice(words)
	}
}

// put shows a picture.
func (s *screen) put(p picture) {
	if p.img == nil {
		return
	}
	if p.high() != s.shown.high() { // the timer's type goes with the slide's
		s.face = scene.TimerFace{}
	}
	s.shown = p
	s.slide.Refresh()
}

// restyle takes the colours for as long as there is no picture.
func (s *screen) restyle() {
	c := s.show.style.Canvas
	s.ground.FillColor = color.NRGBA{R: c.R, G: c.G, B: c.B, A: c.A}
	s.ground.Refresh()
	s.face = scene.TimerFace{}
}

// refresh shows or hides the blackness.
func (s *screen) refresh() {
	if s.show.blank {
		s.black.Show()
	} else {
		s.black.Hide()
	}
	s.black.Refresh()
}

// unit is how many pixels a point of the slide has.
func (s *screen) unit() float64 {
	return float64(s.pixels.Y) / s.shown.high()
}

// setTimer shows a timer; nil shows none.
func (s *screen) setTimer(face *scene.TimerFace) {
	if face == nil {
		s.face, s.clock = scene.TimerFace{}, nil
		s.timer.Hide()
		return
	}
	if *face == s.face && s.clock != nil {
		return
	}
	s.face = *face
	s.clockAt = scene.Timer(s.show.style, *face)
	s.clock = s.painter.Group(s.clockAt, s.unit(), 0)
	s.timer.Show()
	s.placeTimer()
	s.timer.Refresh()
}

// placeTimer puts the timer at the header's right end, on whole pixels.
func (s *screen) placeTimer() {
	if s.clock == nil {
		return
	}
	size, scale := s.clock.Bounds().Size(), s.scale()
	right := float64(s.pixels.X) - s.show.style.Margin*s.unit()
	s.timer.Move(fyne.NewPos(float32(math.Round(right)-float64(size.X))/scale, 0))
	s.timer.Resize(fyne.NewSize(float32(size.X)/scale, float32(size.Y)/scale))
}

// setNotice shows words over the slide; none take it away.
func (s *screen) setNotice(words string) {
	if words == s.notice {
		return
	}
	defer s.ground.Refresh() // the toolkit knows no canvas of what it has never drawn, and so would not show the first notice
	if s.notice = words; words == "" {
		s.board = nil
		s.above.Hide()
		return
	}
	width := float64(s.pixels.X)/s.unit() - 2*s.show.style.Margin
	s.board = s.painter.Group(scene.Notice(s.show.style, words, width), s.unit(), 0)
	s.above.Show()
	s.placeNotice()
	s.above.Refresh()
}

// placeNotice puts a notice in the middle, above the strip where there is one, on whole pixels.
func (s *screen) placeNotice() {
	if s.board == nil {
		return
	}
	size, scale := s.board.Bounds().Size(), s.scale()
	above := 210.0
	if part := s.show.at.part; part != opening && part != middle {
		above = 28
	}
	foot := math.Round(float64(s.pixels.Y) - above*s.unit())
	s.above.Move(fyne.NewPos(float32((s.pixels.X-size.X)/2)/scale, (float32(foot)-float32(size.Y))/scale))
	s.above.Resize(fyne.NewSize(float32(size.X)/scale, float32(size.Y)/scale))
}

// AccessibilityLabel implements fyne.Accessible: the stage that shows.
func (s *screen) AccessibilityLabel() string {
	if name := s.show.StageName(); name != "" {
		return name
	}
	return s.show.p.Title
}

// AccessibilityRole implements fyne.Accessible.
func (s *screen) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// FocusGained implements fyne.Focusable.
func (s *screen) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (s *screen) FocusLost() {}

// AcceptsTab implements fyne.Tabbable: there is nowhere else to go.
func (s *screen) AcceptsTab() bool { return true }

// TypedRune implements fyne.Focusable: keys say it all, whatever letters they have.
func (s *screen) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *screen) TypedKey(k *fyne.KeyEvent) { s.show.TypedKey(k) }

// Tapped implements fyne.Tappable: a click goes on, as a presenter's own button does.
func (s *screen) Tapped(*fyne.PointEvent) { s.show.Next() }
