package text

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// openBrackets is how many brackets may be open at once (UAX #9, BD16).
const openBrackets = 63

// brackets gives the two of a pair one direction: the line's own where a letter
// between them has it; else the other where one has that and it also stands
// before the pair; else none (rule N0).
func brackets(line []character, c []bidi.Class, outside bidi.Class) {
	for _, p := range pairs(line, c) {
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
			c[p.open], c[p.shut] = outside, outside
		case other:
			before := outside
			for i := p.open - 1; i >= 0; i-- {
				if k := side(c[i]); k == bidi.L || k == bidi.R {
					before = k
					break
				}
			}
			c[p.open], c[p.shut] = before, before
		}
	}
}

// pair is two brackets by their places in the line.
type pair struct{ open, shut int }

// pairs finds the brackets that belong together, those that open first first.
func pairs(line []character, c []bidi.Class) []pair {
	type opened struct {
		shuts rune
		at    int
	}
	var found []pair
	var stack []opened
	for i := range line {
		if c[i] != bidi.ON {
			continue
		}
		p, _ := bidi.LookupRune(line[i].first)
		if !p.IsBracket() {
			continue
		}
		if p.IsOpeningBracket() {
			if len(stack) == openBrackets {
				break
			}
			partner := []rune(bidi.ReverseString(string(line[i].first)))
			stack = append(stack, opened{canonical(partner[0]), i})
			continue
		}
		for top := len(stack) - 1; top >= 0; top-- {
			if stack[top].shuts == canonical(line[i].first) {
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
