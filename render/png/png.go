// Package png paints a scene as pixels: whole pages for a file, and single
// groups for the board's textures.
package png

import (
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"math"

	"footpath/render/scene"
)

// MaxPixels is the most pixels of a picture: what a page may take of memory.
const MaxPixels = 400 << 20 / 4

// MaxSide is the most pixels along a side of a picture.
const MaxSide = 1 << 20

// ErrTooLarge says that a picture would have more pixels than MaxPixels, or a
// side of more than MaxSide.
var ErrTooLarge = errors.New("the picture would be too large")

// Page paints a page of a scene; scale is pixels a point.
func Page(page *scene.Page, background scene.Color, scale float64) (*image.RGBA, error) {
	w, h := pixels(page.Size.X, scale), pixels(page.Size.Y, scale)
	if !(w*h <= MaxPixels && max(w, h) <= MaxSide) {
		return nil, fmt.Errorf("%w: %.0f × %.0f pixels; this page may have up to %.0f dpi", ErrTooLarge, w, h, math.Floor(mostScale(page.Size)*72))
	}
	p := NewPainter()
	img := image.NewRGBA(image.Rect(0, 0, int(w), int(h)))
	p.on(img, scale)
	if page.Window == (scene.Rect{}) {
		p.clear(background)
		page.Draw(p)
		return img, nil
	}
	p.clear(scene.Hex(0xFFFFFF))
	p.img = windowed(img, page.Window, scale)
	p.Box(&scene.Box{Rect: page.Window, Fill: background}, scene.Point{})
	for g := range page.All() {
		if g.Group.Role == scene.SheetRole {
			p.img = img
		}
		g.Group.Draw(p, g.At)
	}
	return img, nil
}

// windowed is the part of a picture that lies in a window of its page.
func windowed(img *image.RGBA, window scene.Rect, scale float64) *image.RGBA {
	px := func(v float64) int { return int(math.Round(v * scale)) }
	part, _ := img.SubImage(image.Rect(px(window.X), px(window.Y), px(window.Right()), px(window.Bottom()))).(*image.RGBA)
	return part
}

func pixels(points, scale float64) float64 { return max(1, math.Ceil(points*scale-1e-6)) }

// mostScale is the most pixels a point that a page of a size may have, less a
// little, since sides are rounded up to whole pixels.
func mostScale(size scene.Point) float64 {
	x, y := max(size.X, 1), max(size.Y, 1)
	// (x·s+1)·(y·s+1) = MaxPixels, solved for s.
	a, b, c := x*y, x+y, 1.0-MaxPixels
	return min((math.Sqrt(b*b-4*a*c)-b)/(2*a), (MaxSide-1)/max(x, y))
}

// Write paints a page and writes it as PNG; scale is pixels a point. The file
// says how large the page is on paper.
func Write(w io.Writer, page *scene.Page, background scene.Color, scale float64) error {
	img, err := Page(page, background, scale)
	if err != nil {
		return err
	}
	return png.Encode(&measured{w: w, scale: scale}, img)
}

// Group paints one group on a transparent ground into a fresh picture of at
// least one pixel; margin is the space left around it, in pixels, for strokes
// that stand over its edge.
func (p *Painter) Group(g *scene.Group, scale float64, margin int) *image.RGBA {
	w, h := int(pixels(g.Size.X, scale))+2*margin, int(pixels(g.Size.Y, scale))+2*margin
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	p.on(img, scale)
	off := float64(margin) / scale
	g.Draw(p, scene.Point{X: off, Y: off})
	return img
}
