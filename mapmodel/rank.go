package mapmodel

import "strings"

// Rank is a place among siblings: a fraction written in base 62 and compared
// by bytes. Siblings of equal rank stand in ID order.
type Rank string

const (
	rankDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	base       = len(rankDigits)

	// MaxRank is the longest rank in bytes. Past it the siblings are ranked
	// anew, so that inserting for ever at one spot stays cheap.
	MaxRank = 40

	// Ranks at either end of a list count in their first four digits, by
	// steps of 62: a quarter of a million cards can be added one after the
	// other before a rank grows.
	headDigits = 4
	headStep   = base
	headRoom   = base * base * base * base
)

// tieBreakers is the number of random digits at a rank's end: two desks that
// insert at one spot at one moment rarely get the same rank.
const tieBreakers = 2

// between gives a rank after a and before b; an empty a or b is the open end.
// It fails when there is no room (equal neighbours, or a rank past MaxRank):
// the caller ranks the siblings anew.
func between(a, b Rank, src *Source) (Rank, bool) {
	var digits []byte
	switch {
	case a == "" && b == "":
		digits = head(headRoom / 2)
	case b == "":
		if v := headValue(a); v+headStep < headRoom {
			digits = head(v + headStep)
		} else {
			digits = middle(a, b)
		}
	case a == "":
		if v := headValue(b); v-headStep > 0 {
			digits = head(v - headStep)
		} else {
			digits = middle(a, b)
		}
	default:
		digits = middle(a, b)
	}
	if digits == nil {
		return "", false
	}
	r := Rank(digits) + Rank(src.digits(tieBreakers))
	if len(r) > MaxRank || r <= a || (b != "" && r >= b) {
		return "", false
	}
	return r, true
}

// middle writes the shortest fraction strictly between a and b, or nothing
// where no room is left.
func middle(a, b Rank) []byte {
	var out []byte
	tied := b != "" // still following b digit by digit
	for i := 0; i <= MaxRank; i++ {
		low, high := 0, base
		if i < len(a) {
			low = digitValue(a[i])
		}
		if tied {
			if i >= len(b) {
				return nil
			}
			high = digitValue(b[i])
		}
		if high-low > 1 {
			return append(out, rankDigits[(low+high)/2])
		}
		if low > high {
			return nil
		}
		out = append(out, rankDigits[low])
		if high-low == 1 {
			tied = false
		}
	}
	return nil
}

// spread gives n rising ranks with even room between them.
func spread(n int, src *Source) []Rank {
	ranks := make([]Rank, n)
	step := headRoom / (n + 1)
	for i := range ranks {
		ranks[i] = Rank(head((i+1)*step)) + Rank(src.digits(tieBreakers))
	}
	return ranks
}

func head(v int) []byte {
	out := make([]byte, headDigits)
	for i := headDigits - 1; i >= 0; i-- {
		out[i] = rankDigits[v%base]
		v /= base
	}
	return out
}

func headValue(r Rank) int {
	v := 0
	for i := range headDigits {
		v *= base
		if i < len(r) {
			v += digitValue(r[i])
		}
	}
	return v
}

func digitValue(c byte) int {
	return max(strings.IndexByte(rankDigits, c), 0)
}

// valid tells whether a rank read from somewhere is one this package writes.
func (r Rank) valid() bool {
	if r == "" || len(r) > MaxRank {
		return false
	}
	for i := range len(r) {
		if strings.IndexByte(rankDigits, r[i]) < 0 {
			return false
		}
	}
	return true
}
