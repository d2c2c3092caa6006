package text

import "golang.org/x/text/unicode/bidi"

// deepest is the highest level that marks of direction can give (UAX #9, BD2).
const deepest = 125

// isolates tells of the marks that begin an isolate.
func isolates(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// removed tells of what only steers: levels are resolved without it (X9).
func removed(c bidi.Class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// matches finds for every mark that begins an isolate the one that ends it, and
// the other way round; -1 where there is none (BD9).
func matches(c []bidi.Class) []int {
	out := make([]int, len(c))
	var open []int
	for i, k := range c {
		out[i] = -1
		switch {
		case isolates(k):
			open = append(open, i)
		case k == bidi.PDI && len(open) > 0:
			last := len(open) - 1
			out[i], out[open[last]] = open[last], i
			open = open[:last]
		}
	}
	return out
}

// firstStrong is the level that the first letter of classes gives, isolates
// passed over; ok is false where there is no letter (P2, P3).
func firstStrong(c []bidi.Class) (level uint8, ok bool) {
	open := 0
	for _, k := range c {
		switch {
		case isolates(k):
			open++
		case k == bidi.PDI:
			open = max(open-1, 0)
		case open > 0:
		case k == bidi.L:
			return 0, true
		case k == bidi.R, k == bidi.AL:
			return 1, true
		}
	}
	return 0, false
}

// direction is an entry of the stack of X1: what a mark has set.
type direction struct {
	level    uint8
	override bidi.Class // L or R; ON for none
	isolate  bool
}

// explicit gives every character the level that marks of direction set for it,
// and overrides classes as they say (X1 to X8).
func explicit(c []bidi.Class, match []int, base uint8) []uint8 {
	levels := make([]uint8, len(c))
	stack := []direction{{level: base, override: bidi.ON}}
	overIsolates, overEmbeddings, valid := 0, 0, 0
	for i, k := range c {
		top := stack[len(stack)-1]
		levels[i] = top.level
		switch k {
		case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.LRI, bidi.RLI, bidi.FSI: // X2 to X5c
			isolate := isolates(k)
			next := (top.level + 1) | 1
			if toRight(c, i, match[i]) {
				next = (top.level + 2) &^ 1
			}
			if isolate && top.override != bidi.ON {
				c[i] = top.override
			}
			if next > deepest || overIsolates > 0 || overEmbeddings > 0 {
				switch {
				case isolate:
					overIsolates++
				case overIsolates == 0:
					overEmbeddings++
				}
				break
			}
			if isolate {
				valid++
			}
			d := direction{level: next, override: bidi.ON, isolate: isolate}
			switch k {
			case bidi.LRO:
				d.override = bidi.L
			case bidi.RLO:
				d.override = bidi.R
			}
			stack = append(stack, d)
		case bidi.PDI: // X6a
			switch {
			case overIsolates > 0:
				overIsolates--
			case valid > 0:
				overEmbeddings = 0
				for !stack[len(stack)-1].isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				valid--
			}
			top = stack[len(stack)-1]
			levels[i] = top.level
			if top.override != bidi.ON {
				c[i] = top.override
			}
		case bidi.PDF: // X7
			switch {
			case overIsolates > 0:
			case overEmbeddings > 0:
				overEmbeddings--
			case !top.isolate && len(stack) > 1:
				stack = stack[:len(stack)-1]
			}
		case bidi.BN:
		default: // X6
			if top.override != bidi.ON {
				c[i] = top.override
			}
		}
	}
	return levels
}

// toRight tells whether the mark at i sets the direction from left to right; end
// is where an isolate ends, or less than 0.
func toRight(c []bidi.Class, i, end int) bool {
	switch c[i] {
	case bidi.LRE, bidi.LRO, bidi.LRI:
		return true
	case bidi.FSI:
		if end < 0 {
			end = len(c)
		}
		level, _ := firstStrong(c[i+1 : end])
		return level == 0
	}
	return false
}

// sequence is characters of one level that are resolved together, as if what
// stands between them were not there (BD13).
type sequence struct {
	at         []int // the characters
	level      uint8
	start, end bidi.Class // the directions before and after it (X10)
}

// direction is that of the sequence's own level.
func (s *sequence) direction() bidi.Class { return directionOf(s.level) }

func directionOf(level uint8) bidi.Class {
	if level&1 == 1 {
		return bidi.R
	}
	return bidi.L
}

// sequences cuts a line into its isolating run sequences; marks are its classes
// before any was overridden.
func sequences(marks []bidi.Class, match []int, levels []uint8, base uint8) []sequence {
	var left []int // without what is removed
	for i, k := range marks {
		if !removed(k) {
			left = append(left, i)
		}
	}
	var out []sequence
	going := map[int]int{} // the sequence that goes on behind an isolate, by the mark that begins it
	for i := 0; i < len(left); {
		end := i + 1
		for end < len(left) && levels[left[end]] == levels[left[i]] {
			end++
		}
		first, last := left[i], left[end-1]
		n := len(out)
		if marks[first] == bidi.PDI {
			if on, ok := going[match[first]]; ok {
				n = on
			}
		}
		outer := base
		if i > 0 {
			outer = levels[left[i-1]]
		}
		if n == len(out) {
			out = append(out, sequence{level: levels[first], start: directionOf(max(outer, levels[first]))})
		}
		outer = base
		if end < len(left) {
			outer = levels[left[end]]
		}
		s := &out[n]
		s.at = append(s.at, left[i:end]...)
		if isolates(marks[last]) {
			outer = base
			if match[last] >= 0 {
				going[last] = n
			}
		}
		s.end = directionOf(max(outer, s.level))
		i = end
	}
	return out
}
