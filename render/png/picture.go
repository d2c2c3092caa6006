package png

import (
	"image"
	"math"

	"footpath/mapmodel/picture"
	"footpath/render/scene"

	"golang.org/x/image/draw"
)

// Picture implements scene.Painter.
func (p *Painter) Picture(e *scene.Picture, at scene.Point) {
	if e.Image == nil || !(e.W > 0 && e.H > 0) {
		return
	}
	box := p.snappedBox(&scene.Box{Rect: e.Moved(at), Radius: e.Radius})
	to := image.Rect(p.round(box.X), p.round(box.Y), p.round(box.Right()), p.round(box.Bottom()))
	seen := to.Intersect(p.img.Rect)
	if seen.Empty() {
		return
	}
	fitting := p.pictures.at(e, to.Size())
	if fitting == nil {
		return
	}
	mask := p.corners(box, seen)
	if fitting.Rect.Size() == to.Size() {
		draw.DrawMask(p.img, seen, fitting, seen.Min.Sub(to.Min), mask, image.Point{}, draw.Over)
		return
	}
	// It has fewer pixels than it takes up. Masks are looked up by where they
	// fall in the picture painted.
	draw.ApproxBiLinear.Scale(p.img, to, fitting, fitting.Rect, draw.Over, &draw.Options{DstMask: mask, DstMaskP: image.Point{}.Sub(seen.Min)})
}

// corners is the mask of a box with round corners, for some of the picture's
// pixels; nil where the corners are square.
func (p *Painter) corners(box scene.Box, pixels image.Rectangle) image.Image {
	if box.Radius == 0 {
		return nil
	}
	p.reset(pixels)
	p.trace(box.Outline(), scene.Point{})
	return p.gathered(pixels)
}

// round is the pixel whose edge is nearest to a coordinate.
func (p *Painter) round(v float64) int { return int(math.Round(p.pixel(v))) }

// pictures keeps what was unpacked and made smaller; past a number of bytes it
// starts anew.
type pictures struct {
	kept  map[pictureKey]*image.RGBA
	bytes int
}

type pictureKey struct {
	data string
	size image.Point
}

// maxPictureBytes is the most memory of what is kept.
const maxPictureBytes = 16 << 20

// at is the part of a picture that an element shows, in so many pixels, or in
// its own where it has fewer; nil where it cannot be unpacked.
func (k *pictures) at(e *scene.Picture, size image.Point) *image.RGBA {
	shown := e.Image.Shown(e.Rect)
	part := image.Rect(int(shown.X+0.5), int(shown.Y+0.5), int(shown.Right()+0.5), int(shown.Bottom()+0.5))
	part.Max.X, part.Max.Y = max(part.Max.X, part.Min.X+1), max(part.Max.Y, part.Min.Y+1)
	if size.X > part.Dx() || size.Y > part.Dy() {
		size = part.Size()
	}
	key := pictureKey{e.Image.Data, size}
	if img, ok := k.kept[key]; ok {
		return img
	}
	var img *image.RGBA
	if whole, err := picture.Decode(e.Image.Data); err == nil {
		img = picture.Shrink(whole, part.Intersect(whole.Rect), size.X, size.Y)
	}
	if k.kept == nil || k.bytes > maxPictureBytes {
		k.kept, k.bytes = map[pictureKey]*image.RGBA{}, 0
	}
	k.kept[key] = img
	k.bytes += 4*size.X*size.Y + len(key.data)
	return img
}
