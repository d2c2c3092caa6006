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
	case bidi.L, bidi.R, bidi.AL, bidi.AN, bidi.EN, bidi.ES, bidi.ET, bidi.CS, bidi.NSM, bidi.ON,
		bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
		return c
	default:
		return bidi.BN // invisible
	}
}

// DirectionOf is the direction of a text's first letter, those in isolates passed
// over; Natural where it has none (rules P2 and P3).
func DirectionOf(s string) Direction {
	open := 0
	for _, r := range s {
		switch c := class(r); {
		case isolates(c):
			open++
		case c == bidi.PDI:
			open = max(open-1, 0)
		case open > 0:
		case c == bidi.L:
			return Rightward
		case c == bidi.R, c == bidi.AL:
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
	for i := range line {
		classes[i] = line[i].class
		switch classes[i] {
		case bidi.R, bidi.AL, bidi.AN, bidi.RLE, bidi.RLO, bidi.RLI:
			right = true
		}
	}
	if !right {
		return base // all levels are even already
	}
	if d == Natural {
		base, _ = firstStrong(classes)
	} else if d == Leftward {
		base = 1
	}
	resolved := levels(line, classes, base)
	for i := range line {
		line[i].level = resolved[i]
	}
	// White space and marks at the end belong to the line, not to its last word (L1).
	for i := len(line) - 1; i >= 0 && blank(line[i].class); i-- {
		line[i].level = base
	}
	return base
}

// blank tells of white space and marks of direction.
func blank(c bidi.Class) bool {
	return c == bidi.WS || c == bidi.PDI || isolates(c) || removed(c)
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

// levels resolves the classes to levels.
func levels(line []character, classes []bidi.Class, base uint8) []uint8 {
	match := matches(classes)
	own := slices.Clone(classes)
	out := explicit(own, match, base)
	list := sequences(classes, match, out, base)
	for i := range list {
		s := &list[i]
		c := make([]bidi.Class, len(s.at))
		for j, at := range s.at {
			c[j] = own[at]
		}
		s.weak(c)
		s.brackets(line, c)
		s.neutral(c)
		for j, at := range s.at {
			out[at] = implicit(c[j], s.level)
		}
	}
	// What was taken out goes where the character before it goes.
	before := base
	for i, k := range classes {
		if removed(k) {
			out[i] = before
		}
		before = out[i]
	}
	return out
}

// implicit is the level of a resolved class in a sequence of a level (I1, I2).
func implicit(k bidi.Class, level uint8) uint8 {
	switch {
	case k == bidi.R && level&1 == 0, k != bidi.R && level&1 == 1:
		return level + 1
	case k == bidi.EN || k == bidi.AN:
		return level + 2
	}
	return level
}

// weak resolves marks, numbers and what stands between them (W1 to W7).
func (s *sequence) weak(c []bidi.Class) {
	before, strong := s.start, s.start
	for i, k := range c {
		switch k {
		case bidi.NSM:
			c[i] = before // W1
		case bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			c[i] = bidi.ON
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
	s.runs(c, bidi.ET, func(from, to int, before, after bidi.Class) { // W5
		if before == bidi.EN || after == bidi.EN {
			fillClass(c[from:to], bidi.EN)
		}
	})
	strong = s.start
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

// neutral gives neutrals the direction on both their sides, or else the
// sequence's own (N1, N2).
func (s *sequence) neutral(c []bidi.Class) {
	for i, k := range c {
		if k == bidi.WS {
			c[i] = bidi.ON
		}
	}
	s.runs(c, bidi.ON, func(from, to int, before, after bidi.Class) {
		if side(before) == side(after) {
			fillClass(c[from:to], side(before))
		} else {
			fillClass(c[from:to], s.direction())
		}
	})
}

// runs visits the runs of one class with the classes on both sides of them.
func (s *sequence) runs(c []bidi.Class, of bidi.Class, visit func(from, to int, before, after bidi.Class)) {
	for i := 0; i < len(c); i++ {
		if c[i] != of {
			continue
		}
		end := i
		for end < len(c) && c[end] == of {
			end++
		}
		before, after := s.start, s.end
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
