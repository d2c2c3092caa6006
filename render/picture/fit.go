package picture

import "image"

// Fit is a picture made so small that no side is longer than so many pixels; one that is small enough keeps its size. Each pixel
// is the mean of what it covers, so that fine lines stay.
func Fit(img image.Image, side int) *image.RGBA {
	from := rgba(img)
	w, h := from.Rect.Dx(), from.Rect.Dy()
	longest := max(w, h)
	if longest <= side {
		return from
	}
	return Scale(from, max(1, (w*side+longest/2)/longest), max(1, (h*side+longest/2)/longest))
}

// Scale is a picture made smaller, to a size in pixels; a side is never made longer.
func Scale(img image.Image, width, height int) *image.RGBA {
	from := rgba(img)
	w, h := from.Rect.Dx(), from.Rect.Dy()
	width, height = max(1, min(width, w)), max(1, min(height, h))
	if width == w && height == h {
		return from
	}
	across := shares(w, width)
	narrow := make([]float32, width*h*4)
	for y := range h {
		row := from.Pix[y*from.Stride : y*from.Stride+4*w]
		for x, s := range across {
			at := narrow[(y*width+x)*4:]
			for i, part := range s.parts {
				for c := range 4 {
					at[c] += part * float32(row[(s.first+i)*4+c])
				}
			}
		}
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	line := make([]float32, width*4)
	for y, s := range shares(h, height) {
		clear(line)
		for i, part := range s.parts {
			row := narrow[(s.first+i)*width*4 : (s.first+i+1)*width*4]
			for x, v := range row {
				line[x] += part * v
			}
		}
		for x, v := range line {
			out.Pix[y*out.Stride+x] = uint8(min(v+0.5, 255))
		}
	}
	return out
}

// share is which pixels go into one, and with which weights, whose sum is 1.
type share struct {
	first int
	parts []float32
}

// shares divides from pixels into to.
func shares(from, to int) []share {
	out := make([]share, to)
	scale := float64(from) / float64(to)
	for i := range out {
		left, right := float64(i)*scale, float64(i+1)*scale
		first, last := int(left), min(int(right), from-1)
		s := share{first: first}
		for p := first; p <= last; p++ {
			covered := min(right, float64(p+1)) - max(left, float64(p))
			s.parts = append(s.parts, float32(max(covered, 0)/scale))
		}
		out[i] = s
	}
	return out
}
