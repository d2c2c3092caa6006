//go:build !nogui

package present

import (
	"image"
	"slices"

	"footpath/app/formats"
	"footpath/mapmodel"
	"footpath/render/png"
	"footpath/render/scene"
)

// slide is all that a picture hangs on.
type slide struct {
	m      *mapmodel.Map
	at     spot
	page   int
	style  *scene.Style
	zoom   float64
	lost   float64 // of the window's height, the part that something else takes
	aside  float64
	pixels image.Point
	ballot *scene.Ballot   // where a vote shows
	code   *scene.LinkCode // where a link shows, of so many
	codes  int
}

// picture is a slide painted. Once shown it is never drawn into.
type picture struct {
	of          slide
	img         *image.RGBA
	page, pages int
	laid        *scene.Page
}

// high is how high the slide is, in points.
func (p picture) high() float64 {
	if p.laid == nil {
		return scene.PresentHigh
	}
	return p.laid.Size.Y
}

// lay lays a slide and those that belong to it out in type of one size, for a part of the window's height.
func (s slide) lay(part float64) *scene.Scene {
	words, screen := formats.PageWords(s.m), scene.Screen{
		Aspect: float64(s.pixels.X) / float64(s.pixels.Y) * (1 - s.lost) / part, Zoom: s.zoom / part, Aside: s.aside,
	}
	switch s.at.part {
	case opening:
		return scene.Opening(s.m, s.style, words, screen)
	case closing:
		return scene.Closing(s.m, s.style, words, screen)
	case linking:
		return scene.Code(s.m, s.style, words, s.code, screen)
	case voting:
		return scene.Vote(s.m, s.style, words, s.ballot, screen)
	}
	return scene.Present(s.m, s.style, words, s.at.stage, screen)
}

// paint lays a slide out and paints it; nothing where there is no room. It may be called from any goroutine. Beside a line for
// notes its type stays as large as it is, where no card goes on another slide for that; else all of it is a little smaller.
func (s slide) paint() picture {
	out := picture{of: s}
	if s.code != nil {
		s.code = coded(*s.code)
	}
	laid := s.lay(1)
	if s.lost > 0 {
		if as := s.lay(1 - s.lost); slices.EqualFunc(as.Pages, laid.Pages, sameCards) {
			laid = as
		}
	}
	out.pages = len(laid.Pages)
	out.page = min(s.page, out.pages-1)
	if s.page == lastPage {
		out.page = out.pages - 1
	}
	page := laid.Pages[out.page]
	if s.code != nil {
		out.page, out.pages = s.page, s.codes
	}
	out.laid = page
	if img, err := png.Page(page, laid.Background, float64(s.pixels.Y)/page.Size.Y); err == nil { // it is as large as the screen
		out.img = widened(img, s.pixels)
	}
	return out
}

// widened has a picture fill a screen that is wider: what reaches its edges goes on to those of the screen.
func widened(img *image.RGBA, to image.Point) *image.RGBA {
	from := img.Rect.Size()
	if from.X >= to.X || from.Y != to.Y {
		return img
	}
	out := image.NewRGBA(image.Rectangle{Max: to})
	left := (to.X - from.X) / 2
	for y := range to.Y {
		row, into := img.Pix[y*img.Stride:y*img.Stride+4*from.X], out.Pix[y*out.Stride:(y+1)*out.Stride]
		for x := range left {
			copy(into[4*x:], row[:4])
		}
		copy(into[4*left:], row)
		for x := left + from.X - 1; x < to.X && from.X > 1; x++ { // the last column may be painted in part only
			copy(into[4*x:], row[len(row)-8:len(row)-4])
		}
	}
	return out
}

// sameCards tells whether two slides show the same.
func sameCards(a, b *scene.Page) bool {
	shown := func(p *scene.Page) (out []mapmodel.ID) {
		for g := range p.All() {
			out = append(out, g.Group.ID)
		}
		return out
	}
	return slices.Equal(shown(a), shown(b))
}

// ask has what should show painted, off the UI goroutine. One picture is painted at a time; what changes meanwhile is in the next.
func (s *Show) ask() {
	if s.screen == nil {
		return
	}
	want := slide{m: s.m, at: s.at, page: s.page, style: s.style, zoom: zooms[s.zoom], lost: s.notesPart(), aside: s.aside, pixels: s.screen.pixels}
	if want.pixels.X <= 0 || want.pixels.Y <= 0 || s.over {
		return
	}
	switch s.at.part {
	case voting:
		want.ballot = s.ballotFace()
	case linking:
		s.pages = len(s.links)
		want.page = min(max(s.page, 0), s.pages-1)
		want.code, want.codes = s.codeFace(want.page), s.pages
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
	current := done.of.at == s.at && done.of.page == s.page && done.of.m == s.m
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
