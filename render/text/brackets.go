package text

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// openBrackets is how many brackets may be open at once (UAX #9, BD16).
const openBrackets = 63

// brackets gives the two of a pair one direction: the sequence's own where a
// letter between them has it; else the other where one has that and it also
// stands before the pair; else none (rule N0).
func (s *sequence) brackets(line []character, c []bidi.Class) {
	outside := s.direction()
	for _, p := range s.pairs(line, c) {
		own, other := false, false
		for i := p.open + 1; i < p.shut; i++ {
			switch k := side(c[i]); {
			case k == outside:
				own = true
			case k == bidi.L || k == bidi.R:
				other = true
			}
		}
		switch {
		case own:
			s.turn(line, c, p, outside)
		case other:
			before := s.start
			for i := p.open - 1; i >= 0; i-- {
				if k := side(c[i]); k == bidi.L || k == bidi.R {
					before = k
					break
				}
			}
			s.turn(line, c, p, before)
		}
	}
}

// turn gives a pair a direction, and the marks that stand on its brackets.
func (s *sequence) turn(line []character, c []bidi.Class, p pair, to bidi.Class) {
	for _, i := range []int{p.open, p.shut} {
		c[i] = to
		for i++; i < len(c) && line[s.at[i]].class == bidi.NSM; i++ {
			c[i] = to
		}
	}
}

// pair is two brackets by their places in the sequence.
type pair struct{ open, shut int }

// pairs finds the brackets that belong together, those that open first first.
func (s *sequence) pairs(line []character, c []bidi.Class) []pair {
	type opened struct {
		shuts rune
		at    int
	}
	var found []pair
	var stack []opened
	for i, at := range s.at {
		if c[i] != bidi.ON {
			continue
		}
		first := line[at].first
		p, _ := bidi.LookupRune(first)
		if !p.IsBracket() {
			continue
		}
		if p.IsOpeningBracket() {
			if len(stack) == openBrackets {
				break
			}
			partner := []rune(bidi.ReverseString(string(first)))
			stack = append(stack, opened{canonical(partner[0]), i})
			continue
		}
		for top := len(stack) - 1; top >= 0; top-- {
			if stack[top].shuts == canonical(first) {
				found = append(found, pair{stack[top].at, i})
				stack = stack[:top]
				break
			}
		}
	}
	slices.SortFunc(found, func(a, b pair) int { return cmp.Compare(a.open, b.open) })
	return found
}

// canonical takes the two code points of the same angle bracket for one.
func canonical(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232A:
		return 0x3009
	}
	return r
}
