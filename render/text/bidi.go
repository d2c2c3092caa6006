package text

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// class is a character's class for the bidirectional algorithm.
func class(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// classOf is a cluster's class: that of its first character, for its marks go
// where it goes.
func classOf(p Part) bidi.Class {
	for _, r := range p.Text {
		switch c := class(r); c {
		case bidi.B, bidi.S, bidi.WS:
			return bidi.WS
		case bidi.L, bidi.R, bidi.AL, bidi.AN, bidi.EN, bidi.ES, bidi.ET, bidi.CS, bidi.NSM, bidi.ON:
			return c
		default:
			return bidi.BN // invisible
		}
	}
	return bidi.BN
}

// order puts a line's clusters in the order of the page, by the bidirectional
// algorithm (UAX #9) on its letters, numbers and neutrals (rules P2 to L4); the
// line's direction is that of its first letter. Characters that set a direction
// by hand, and pairs of brackets (X1 to X8, N0), are taken for neutral.
func order(line []Part) []Part {
	classes := make([]bidi.Class, len(line))
	right := false
	for i, p := range line {
		classes[i] = classOf(p)
		right = right || classes[i] == bidi.R || classes[i] == bidi.AL || classes[i] == bidi.AN
	}
	if !right {
		return line
	}
	base := uint8(0)
	for _, c := range classes {
		if c == bidi.L {
			break
		}
		if c == bidi.R || c == bidi.AL {
			base = 1
			break
		}
	}
	levels := levels(classes, base)
	out := slices.Clone(line)
	for i := range out {
		if levels[i]&1 == 1 && len(out[i].Shown) > 0 {
			out[i].Shown = mirrored(out[i].Shown)
		}
	}
	reorder(out, levels, base)
	return out
}

// mirrored gives the bracket that opens to the other side; most characters
// stay as they are.
func mirrored(s string) string {
	if p, _ := bidi.LookupString(s); !p.IsBracket() {
		return s
	}
	return bidi.ReverseString(s)
}

// reorder turns every run of a level and above round, from the highest down
// (rule L2).
func reorder(line []Part, levels []uint8, base uint8) {
	// White space at the end belongs to the line, not to its last word (L1).
	for i := len(line) - 1; i >= 0 && classOf(line[i]) == bidi.WS; i-- {
		levels[i] = base
	}
	for level := slices.Max(levels); level > 0; level-- {
		for i := 0; i < len(line); i++ {
			if levels[i] < level {
				continue
			}
			end := i
			for end < len(line) && levels[end] >= level {
				end++
			}
			slices.Reverse(line[i:end])
			slices.Reverse(levels[i:end])
			i = end
		}
	}
}

// levels resolves the classes, which it overwrites, to levels.
func levels(c []bidi.Class, base uint8) []uint8 {
	outside := bidi.L
	if base == 1 {
		outside = bidi.R
	}
	weak(c, outside)
	neutral(c, outside)
	out := make([]uint8, len(c))
	for i, k := range c {
		out[i] = base
		switch {
		case k == bidi.L && base == 1, k == bidi.R && base == 0:
			out[i]++
		case (k == bidi.EN || k == bidi.AN) && base == 0:
			out[i] += 2
		case k == bidi.EN || k == bidi.AN:
			out[i]++
		}
	}
	return out
}

// weak resolves marks, numbers and what stands between them (W1 to W7).
func weak(c []bidi.Class, outside bidi.Class) {
	before, strong := outside, outside
	for i, k := range c {
		switch k {
		case bidi.NSM, bidi.BN:
			c[i] = before // W1
		case bidi.EN:
			if strong == bidi.AL {
				c[i] = bidi.AN // W2
			}
		case bidi.L, bidi.R, bidi.AL:
			strong = k
		}
		before = c[i]
	}
	for i := range c {
		if c[i] == bidi.AL {
			c[i] = bidi.R // W3
		}
	}
	for i := 1; i+1 < len(c); i++ { // W4
		a, b := c[i-1], c[i+1]
		if a == b && (a == bidi.EN && (c[i] == bidi.ES || c[i] == bidi.CS) || a == bidi.AN && c[i] == bidi.CS) {
			c[i] = a
		}
	}
	each(c, bidi.ET, func(from, to int, before, after bidi.Class) { // W5
		if before == bidi.EN || after == bidi.EN {
			fillClass(c[from:to], bidi.EN)
		}
	}, outside)
	strong = outside
	for i, k := range c {
		switch k {
		case bidi.ES, bidi.ET, bidi.CS:
			c[i] = bidi.ON // W6
		case bidi.L, bidi.R:
			strong = k
		case bidi.EN:
			if strong == bidi.L {
				c[i] = bidi.L // W7
			}
		}
	}
}

// neutral gives neutrals the direction on both their sides, or else the line's
// (N1, N2).
func neutral(c []bidi.Class, outside bidi.Class) {
	for i, k := range c {
		if k == bidi.WS {
			c[i] = bidi.ON
		}
	}
	side := func(k bidi.Class) bidi.Class {
		if k == bidi.EN || k == bidi.AN {
			return bidi.R
		}
		return k
	}
	each(c, bidi.ON, func(from, to int, before, after bidi.Class) {
		if side(before) == side(after) {
			fillClass(c[from:to], side(before))
		} else {
			fillClass(c[from:to], outside)
		}
	}, outside)
}

// each visits the runs of one class with the classes on both sides of them.
func each(c []bidi.Class, of bidi.Class, visit func(from, to int, before, after bidi.Class), outside bidi.Class) {
	for i := 0; i < len(c); i++ {
		if c[i] != of {
			continue
		}
		end := i
		for end < len(c) && c[end] == of {
			end++
		}
		before, after := outside, outside
		if i > 0 {
			before = c[i-1]
		}
		if end < len(c) {
			after = c[end]
		}
		visit(i, end, before, after)
		i = end - 1
	}
}

func fillClass(c []bidi.Class, with bidi.Class) {
	for i := range c {
		c[i] = with
	}
}
