package text

import (
	"math"
	"strings"
)

// Longest is the width, in points, of the longest part of a text in which no
// line may break (UAX #14), white space at its end not counted: lines of that
// width break no word.
func (f Face) Longest(s string, size float64) float64 {
	longest := 0.0
	for paragraph := range strings.SplitSeq(s, "\n") {
		for _, p := range f.pieces(paragraph, size, math.Inf(1)) {
			longest = max(longest, p.ink)
		}
	}
	return longest
}
