package yamltree

import (
	"slices"
	"strings"
)

// Suggest finds the word someone probably meant: the nearest of the words by
// slips of the finger, when it is near enough to be worth saying.
func Suggest(written string, words []string) (string, bool) {
	const longest = 100 // two long texts are never a slip of each other
	if len(written) > longest {
		return "", false
	}
	folded := strings.ToLower(written)
	best, least := "", (len([]rune(written))+1)/3
	for _, word := range words {
		if len(word) > longest {
			continue
		}
		if d := slips(folded, strings.ToLower(word)); d <= least && (best == "" || d < least) {
			best, least = word, d
		}
	}
	return best, best != ""
}

// slips counts the letters to be put in, left out, changed or swapped with
// their neighbour to get from a to b (optimal string alignment).
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last := []int(nil), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row := make([]int, len(y)+1)
		row[0] = i
		for j := 1; j <= len(y); j++ {
			change := last[j-1]
			if x[i-1] != y[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(y)]
}

// Listed writes words as they stand in a sentence: "a, b or c".
func Listed(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(slices.Clone(words[:n]), ", ") + " " + last + " " + words[n]
}
