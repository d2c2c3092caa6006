package truetype

import (
	"bytes"
	"math"
)

// What a point's flag says (OpenType 1.9, glyf table).
const (
	onTheCurve = 1 << iota
	xShort     // one byte, its sign in xSame
	yShort
	repeated // the next byte says how often more
	xSame    // of a short one: it is positive; else: as before
	ySame
)

// write writes a simple glyph, as short as the format lets it be, and gives its
// box.
func write(out *bytes.Buffer, contours [][]point) box {
	around := box{math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16}
	var ends, flags, xs, ys []byte
	n, times := 0, byte(0)
	var last point
	for _, c := range contours {
		for _, p := range c {
			around = box{min(around.x0, p.x), min(around.y0, p.y), max(around.x1, p.x), max(around.y1, p.y)}
			flag := byte(0)
			if p.on {
				flag = onTheCurve
			}
			var part byte
			xs, part = step(xs, int(p.x)-int(last.x), xShort, xSame)
			flag |= part
			ys, part = step(ys, int(p.y)-int(last.y), yShort, ySame)
			flag |= part
			last = p
			switch k := len(flags) - 1; {
			case times > 0 && times < math.MaxUint8 && flags[k-1] == flag|repeated:
				times++
				flags[k] = times
			case times == 0 && k >= 0 && flags[k] == flag:
				flags[k] |= repeated
				flags = append(flags, 1)
				times = 1
			default:
				flags, times = append(flags, flag), 0
			}
		}
		n += len(c)
		ends = append(ends, byte((n-1)>>8), byte(n-1))
	}
	put(out, int16(len(contours)), around.x0, around.y0, around.x1, around.y1)
	out.Write(ends)
	put(out, uint16(0)) // no instructions
	out.Write(flags)
	out.Write(xs)
	out.Write(ys)
	return around
}

// step adds how far a point is from the one before in one direction, and gives
// what the point's flag says of it.
func step(to []byte, by int, short, same byte) ([]byte, byte) {
	switch {
	case by == 0:
		return to, same
	case by > 0 && by <= math.MaxUint8:
		return append(to, byte(by)), short | same
	case by < 0 && by >= -math.MaxUint8:
		return append(to, byte(-by)), short
	}
	return append(to, byte(uint16(by)>>8), byte(by)), 0
}
