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

// ErrTooLarge says that a picture would have more than MaxPixels.
var ErrTooLarge = errors.New("the picture would be too large")

// Page paints a page of a scene; scale is pixels a point.
func Page(page *scene.Page, background scene.Color, scale float64) (*image.RGBA, error) {
	w, h := pixels(page.Size.X, scale), pixels(page.Size.Y, scale)
	if w*h > MaxPixels {
		return nil, fmt.Errorf("%w: %.0f × %.0f pixels", ErrTooLarge, w, h)
	}
	p := NewPainter()
	img := image.NewRGBA(image.Rect(0, 0, int(w), int(h)))
	p.on(img, scale)
	p.clear(background)
	page.Draw(p)
	return img, nil
}

func pixels(points, scale float64) float64 { return max(1, math.Ceil(points*scale-1e-6)) }

// Write paints a page and writes it as PNG.
func Write(w io.Writer, page *scene.Page, background scene.Color, scale float64) error {
	img, err := Page(page, background, scale)
	if err != nil {
		return err
	}
	return png.Encode(w, img)
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
