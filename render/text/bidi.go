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

// classOf is a character's class: that of the rune it begins with, for its
// marks go where that goes.
func classOf(r rune) bidi.Class {
	if r < 0 {
		return bidi.BN
	}
	switch c := class(r); c {
	case bidi.B, bidi.S, bidi.WS:
		return bidi.WS
	case bidi.L, bidi.R, bidi.AL, bidi.AN, bidi.EN, bidi.ES, bidi.ET, bidi.CS, bidi.NSM, bidi.ON:
		return c
	default:
		return bidi.BN // invisible
	}
}

// DirectionOf is the direction of a text's first letter; Natural where it has
// none (rules P2 and P3).
func DirectionOf(s string) Direction {
	for _, r := range s {
		if r < quick && drawnAsIs[r] && class(r) == bidi.L {
			return Rightward
		}
		switch class(r) {
		case bidi.L:
			return Rightward
		case bidi.R, bidi.AL:
			return Leftward
		}
	}
	return Natural
}

// resolve gives every character of a line its level, and the line's own.
func resolve(line []character, d Direction) uint8 {
	classes := make([]bidi.Class, len(line))
	right := d == Leftward
	base := uint8(0)
	if right {
		base = 1
	}
	known := d != Natural
	for i := range line {
		c := line[i].class
		classes[i] = c
		right = right || c == bidi.R || c == bidi.AL || c == bidi.AN
		if !known && (c == bidi.L || c == bidi.R || c == bidi.AL) {
			known = true
			if c != bidi.L {
				base = 1
			}
		}
	}
	if !right {
		return base // all levels are 0 already
	}
	resolved := levels(line, classes, base)
	for i := range line {
		line[i].level = resolved[i]
	}
	// White space at the end belongs to the line, not to its last word (L1).
	for i := len(line) - 1; i >= 0 && (line[i].class == bidi.WS || line[i].class == bidi.BN); i-- {
		line[i].level = base
	}
	return base
}

// reorder turns every run of a level and above round, from the highest down
// (rule L2).
func reorder(line []Span, base uint8) {
	highest := base
	for i := range line {
		highest = max(highest, line[i].level)
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(line); i++ {
			if line[i].level < level {
				continue
			}
			end := i
			for end < len(line) && line[end].level >= level {
				end++
			}
			slices.Reverse(line[i:end])
			i = end
		}
	}
}

// levels resolves the classes, which it overwrites, to levels.
func levels(line []character, c []bidi.Class, base uint8) []uint8 {
	outside := bidi.L
	if base == 1 {
		outside = bidi.R
	}
	weak(c, outside)
	brackets(line, c, outside)
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
	runs(c, bidi.ET, func(from, to int, before, after bidi.Class) { // W5
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

// side is the direction that a resolved class counts as beside neutrals.
func side(k bidi.Class) bidi.Class {
	if k == bidi.EN || k == bidi.AN {
		return bidi.R
	}
	return k
}

// neutral gives neutrals the direction on both their sides, or else the line's
// (N1, N2).
func neutral(c []bidi.Class, outside bidi.Class) {
	for i, k := range c {
		if k == bidi.WS {
			c[i] = bidi.ON
		}
	}
	runs(c, bidi.ON, func(from, to int, before, after bidi.Class) {
		if side(before) == side(after) {
			fillClass(c[from:to], side(before))
		} else {
			fillClass(c[from:to], outside)
		}
	}, outside)
}

// runs visits the runs of one class with the classes on both sides of them.
func runs(c []bidi.Class, of bidi.Class, visit func(from, to int, before, after bidi.Class), outside bidi.Class) {
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
