package picture

import "image"

// Shrink makes a smaller picture of a part of another: each pixel is the mean
// of all that it stands for. The part lies in the picture and has at least as
// many pixels across and down as are asked for.
func Shrink(src *image.RGBA, part image.Rectangle, width, height int) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	columns, rows := shares(part.Dx(), width), shares(part.Dy(), height)
	sums := make([]float32, 4*part.Dx()) // of the rows that one row stands for
	for y, over := range rows {
		clear(sums)
		for _, r := range over {
			from := src.Pix[src.PixOffset(part.Min.X, part.Min.Y+r.at):][:len(sums)]
			for i, v := range from {
				sums[i] += r.share * float32(v)
			}
		}
		to := out.Pix[out.PixOffset(0, y):][:4*width]
		for x, across := range columns {
			red, green, blue, alpha := float32(0.5), float32(0.5), float32(0.5), float32(0.5)
			for _, c := range across {
				p := sums[4*c.at : 4*c.at+4 : 4*c.at+4]
				red += c.share * p[0]
				green += c.share * p[1]
				blue += c.share * p[2]
				alpha += c.share * p[3]
			}
			to[4*x], to[4*x+1], to[4*x+2], to[4*x+3] = uint8(red), uint8(green), uint8(blue), uint8(alpha)
		}
	}
	return out
}

// share is how much a row or a column counts in a smaller one.
type share struct {
	at    int
	share float32
}

// shares tells for each of so few what of so many it stands for; the shares of
// each sum up to 1.
func shares(many, few int) [][]share {
	out := make([][]share, few)
	each := float64(many) / float64(few)
	for i := range out {
		from, to := float64(i)*each, float64(i+1)*each
		for at := int(from); at < many && float64(at) < to; at++ {
			if part := min(to, float64(at+1)) - max(from, float64(at)); part > 1e-9 {
				out[i] = append(out[i], share{at, float32(part / each)})
			}
		}
	}
	return out
}
