package scene

import (
	"cmp"
	"math"
	"slices"
)

// span is a part of a length that no cut should go through.
type span struct{ from, to float64 }

// merged joins the spans that touch or overlap, in order.
func merged(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && s.from <= out[n-1].to {
			out[n-1].to = max(out[n-1].to, s.to)
			continue
		}
		out = append(out, s)
	}
	return out
}

// wellFilled is the part of a sheet from which on a cut at an edge is better
// than a later one between cards.
const wellFilled = 0.4

// cuts divides a length into pieces of a room, the last of which may be longer
// by a strip: at the last edge that a piece reaches, else between the whole
// things, else between the fine ones, such as lines of text, and, where all is
// in the way, through them. It gives the pieces' bounds, the first of which is 0
// and the last the length.
func cuts(length, room, strip float64, edges []float64, whole, fine []span) []float64 {
	whole, fine = merged(whole), merged(fine)
	edges = slices.Sorted(slices.Values(edges))
	out := []float64{0}
	for at := 0.0; length-at > room+strip+0.01; {
		least, most := at+1, at+room
		next := 0.0
		for _, e := range edges {
			if e > least && e <= most+0.01 && !within(whole, e) {
				next = e
			}
		}
		if next < at+wellFilled*room {
			next = max(next, between(whole, least, most))
		}
		if next == 0 {
			next = between(fine, least, most)
		}
		if next == 0 {
			next = most
		}
		out = append(out, next)
		at = next
	}
	return append(out, length)
}

// within tells whether a place lies in one of some merged spans, its ends not
// counted.
func within(spans []span, at float64) bool {
	const touch = 0.01
	i, _ := slices.BinarySearchFunc(spans, at, func(s span, at float64) int { return cmp.Compare(s.to, at) })
	return i < len(spans) && spans[i].from < at-touch && spans[i].to > at+touch
}

// between is the last place from least to most that lies in none of some merged
// spans, in the middle of its gap where the gap ends before most; 0 where there
// is none.
func between(spans []span, least, most float64) float64 {
	i, _ := slices.BinarySearchFunc(spans, most, func(s span, at float64) int { return cmp.Compare(s.from, at) })
	for ; i >= 0; i-- { // the gap before the i-th span
		from, to := least, math.Inf(1)
		if i > 0 {
			from = max(from, spans[i-1].to)
		}
		if i < len(spans) {
			to = spans[i].from
		}
		if to > from && from <= most {
			return min((from+to)/2, most)
		}
		if i > 0 && spans[i-1].from < least {
			return 0
		}
	}
	return 0
}
