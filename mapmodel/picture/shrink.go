package picture

import "image"

// Shrink makes a smaller picture of a part of another: each pixel is the mean
// of all that it stands for. The part lies in the picture and has at least as
// many pixels across and down as are asked for.
func Shrink(src *image.RGBA, part image.Rectangle, width, height int) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	columns, rows := shares(part.Dx(), width), shares(part.Dy(), height)
	line := make([]float64, 4*width) // one row of the smaller picture, being summed up
	for y, over := range rows {
		clear(line)
		for _, r := range over {
			from := src.Pix[src.PixOffset(part.Min.X, part.Min.Y+r.at):]
			for x, across := range columns {
				sum := line[4*x : 4*x+4 : 4*x+4]
				for _, c := range across {
					pixel, share := from[4*c.at:4*c.at+4:4*c.at+4], c.share*r.share
					for i, v := range pixel {
						sum[i] += share * float64(v)
					}
				}
			}
		}
		to := out.Pix[out.PixOffset(0, y):]
		for i, v := range line {
			to[i] = uint8(v + 0.5)
		}
	}
	return out
}

// share is how much a row or a column counts in a smaller one.
type share struct {
	at    int
	share float64
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
				out[i] = append(out[i], share{at, part / each})
			}
		}
	}
	return out
}
