package png

import (
	"encoding/binary"
	"image"

	"footpath/render/scene"
)

// clear paints the whole picture in one colour.
func (p *Painter) clear(c scene.Color) { flood(p.img.Pix, c) }

// flood makes all pixels one colour, copying twice as many at each turn.
func flood(pix []uint8, c scene.Color) {
	if len(pix) < 4 {
		return
	}
	binary.LittleEndian.PutUint32(pix, word(c))
	for n := 4; n < len(pix); n *= 2 {
		copy(pix[n:], pix[:n])
	}
}

// word is a colour as a pixel of a picture: multiplied by its alpha.
func word(c scene.Color) uint32 {
	a := uint32(c.A)
	return part(uint32(c.R)*a) | part(uint32(c.G)*a)<<8 | part(uint32(c.B)*a)<<16 | a<<24
}

// part divides by 255, to the nearest.
func part(v uint32) uint32 {
	v += 128
	return (v + v>>8) >> 8
}

// blend lays what the rasteriser has gathered over the picture in a colour.
func (p *Painter) blend(box image.Rectangle, c scene.Color) { p.stamp(p.gathered(box), box.Min, c) }

// gathered is what the rasteriser has gathered for a box of pixels, until it
// gathers anew.
func (p *Painter) gathered(box image.Rectangle) *image.Alpha {
	w, h := box.Dx(), box.Dy()
	if p.mask == nil || cap(p.mask.Pix) < w*h {
		p.mask = image.NewAlpha(image.Rect(0, 0, w, h))
	}
	p.mask.Pix, p.mask.Stride, p.mask.Rect = p.mask.Pix[:w*h], w, image.Rect(0, 0, w, h)
	clear(p.mask.Pix)
	p.raster.Draw(p.mask, p.mask.Rect, image.Opaque, image.Point{})
	return p.mask
}

// stamp lays a colour over the picture through a mask whose corner is at a
// pixel. Eight pixels that are wholly in or out of the mask go at once.
func (p *Painter) stamp(mask *image.Alpha, at image.Point, c scene.Color) {
	box := mask.Rect.Add(at.Sub(mask.Rect.Min)).Intersect(p.img.Rect)
	pixel, w := word(c), box.Dx()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		start := (y-at.Y)*mask.Stride + box.Min.X - at.X
		from := mask.Pix[start : start+w]
		to := p.img.Pix[p.img.PixOffset(box.Min.X, y):][:4*w]
		for x := 0; x < w; x++ {
			if x+8 <= w {
				eight := binary.LittleEndian.Uint64(from[x:])
				if eight == 0 {
					x += 7
					continue
				}
				if eight == 1<<64-1 && c.A == 255 {
					d := to[4*x : 4*x+32]
					for i := 0; i < 32; i += 4 {
						binary.LittleEndian.PutUint32(d[i:], pixel)
					}
					x += 7
					continue
				}
			}
			if a := part(uint32(from[x]) * uint32(c.A)); a != 0 {
				over(to[4*x:4*x+4:4*x+4], c, a)
			}
		}
	}
}

// over lays a colour over one pixel with a strength of 0 to 255.
func over(d []uint8, c scene.Color, a uint32) {
	rest := 255 - a
	d[0] = uint8(part(uint32(c.R)*a + uint32(d[0])*rest))
	d[1] = uint8(part(uint32(c.G)*a + uint32(d[1])*rest))
	d[2] = uint8(part(uint32(c.B)*a + uint32(d[2])*rest))
	d[3] = uint8(part(255*a + uint32(d[3])*rest))
}
