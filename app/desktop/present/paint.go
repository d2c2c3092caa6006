//go:build !nogui

package present

import (
	"image"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/png"
	"footpath/render/scene"
)

// slide is all that a picture hangs on.
type slide struct {
	m      *mapmodel.Map
	stage  mapmodel.ID
	page   int
	style  *scene.Style
	zoom   float64
	aside  float64
	pixels image.Point
}

// picture is a slide painted. Once shown it is never drawn into.
type picture struct {
	of          slide
	img         *image.RGBA
	page, pages int
	high        float64 // of the slide, in points
}

// paint lays a slide out and paints it; nothing where there is no room. It may be called from any goroutine.
func (s slide) paint() picture {
	out := picture{of: s}
	laid := scene.Present(s.m, s.style, words.For(s.m.Header().Language).Page(), s.stage, scene.Screen{
		Aspect: float64(s.pixels.X) / float64(s.pixels.Y), Zoom: s.zoom, Aside: s.aside,
	})
	out.pages = len(laid.Pages)
	out.page = min(s.page, out.pages-1)
	if s.page == lastPage {
		out.page = out.pages - 1
	}
	page := laid.Pages[out.page]
	out.high = page.Size.Y
	if img, err := png.Page(page, laid.Background, float64(s.pixels.Y)/page.Size.Y); err == nil { // it is as large as the screen
		out.img = img
	}
	return out
}

// ask has what should show painted, off the UI goroutine. One picture is painted at a time; what changes meanwhile is in the next.
func (s *Show) ask() {
	if s.screen == nil {
		return
	}
	want := slide{m: s.m, stage: s.stage, page: s.page, style: s.style, zoom: zooms[s.zoom], aside: s.aside, pixels: s.screen.pixels}
	if want.pixels.X <= 0 || want.pixels.Y <= 0 || s.over {
		return
	}
	if s.painting {
		s.again = true
		return
	}
	s.painting = true
	s.p.Work(func() {
		done := want.paint()
		s.p.Later(func() { s.show(done) })
	})
}

// show puts a picture on the screen, and goes on with what waited for it.
func (s *Show) show(done picture) {
	s.painting = false
	if s.over {
		return
	}
	if done.of.pixels == s.screen.pixels {
		s.screen.put(done)
	} // else it would be stretched: the one for the screen as it is now is on its way
	current := done.of.stage == s.stage && done.of.page == s.page && done.of.m == s.m
	if current {
		s.page, s.pages = done.page, done.pages
	}
	if s.again {
		s.again = false
		s.ask()
	}
	if current && len(s.moves) > 0 {
		by := s.moves[0]
		s.moves = s.moves[1:]
		s.move(by)
	}
	s.tick()
}
