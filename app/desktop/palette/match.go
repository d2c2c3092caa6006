//go:build !nogui

package palette

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// The scores of a match. A letter found is worth most at the beginning of a word, then next to the one before it.
const (
	found     = 16
	wordStart = 10
	textStart = 4
	nextTo    = 9
	gapBegins = 3
	gapGrows  = 1
	wholeText = 5
)

// longest is how many letters of a text are looked at.
const longest = 240

// Hit is an entry that a query finds.
type Hit struct {
	Entry
	// At are the letters found in the words, counted in runes, rising.
	At    []int
	score int
	whole bool // all of the words were found
}

// Query is what was typed, ready to be looked for.
type Query struct{ words [][]rune }

// NewQuery takes a query apart: each of its words must be found, in whatever order.
func NewQuery(text string) Query {
	var q Query
	for _, word := range strings.Fields(text) {
		q.words = append(q.words, fold(word))
	}
	return q
}

// Empty tells whether there is nothing to look for.
func (q Query) Empty() bool { return len(q.words) == 0 }

// fold makes letters comparable: capital and small are one. Runes stay as many as they were.
func fold(text string) []rune {
	out := []rune(text)
	for i, r := range out {
		out[i] = unicode.ToLower(r)
	}
	return out
}

// Match looks for a query in a text: the letters of each of its words in their order, with others between. It gives the places
// of the letters in runes and how good the match is; ok is false where a word is not in the text.
func (q Query) Match(text string) (at []int, score int, ok bool) {
	runes := []rune(text)
	if len(runes) > longest {
		runes = runes[:longest]
	}
	folded := make([]rune, len(runes))
	for i, r := range runes {
		folded[i] = unicode.ToLower(r)
	}
	for _, word := range q.words {
		if !within(word, folded) {
			return nil, 0, false
		}
	}
	for _, word := range q.words {
		places, points := best(word, runes, folded)
		at = append(at, places...)
		score += points
	}
	slices.Sort(at)
	at = slices.Compact(at)
	if len(at) == letters(text) {
		score += wholeText
	}
	return at, score, true
}

// letters is the number of a text's runes that are no space.
func letters(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// within tells whether the letters of a word are in a text, in their order.
func within(word, text []rune) bool {
	i := 0
	for _, r := range text {
		if i < len(word) && r == word[i] {
			i++
		}
	}
	return i == len(word)
}

// starts tells whether a word of the text begins at a rune.
func starts(text []rune, i int) bool {
	if i == 0 {
		return true
	}
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return letter(text[i]) && !letter(text[i-1])
}

// best finds the best places for the letters of a word that is within a text: a table of what each letter is worth at each
// place, given the best of all before, and then the way back.
func best(word, text, folded []rune) (at []int, score int) {
	const never = -1 << 20
	n := len(folded)
	worth := make([][]int, len(word))
	from := make([][]int, len(word))
	for i := range word {
		worth[i], from[i] = make([]int, n), make([]int, n)
		running, runningAt := never, -1 // the best of the letter before, this far, gaps counted
		for j := range n {
			if i > 0 && j > 0 {
				running -= gapGrows
				if j > 1 && worth[i-1][j-2]-gapBegins > running {
					running, runningAt = worth[i-1][j-2]-gapBegins, j-2
				}
			}
			worth[i][j], from[i][j] = never, -1
			if folded[j] != word[i] {
				continue
			}
			points := found
			if starts(text, j) {
				points += wordStart
			}
			if j == 0 {
				points += textStart
			}
			switch {
			case i == 0:
				worth[i][j] = points
			default:
				worth[i][j], from[i][j] = running+points, runningAt
				if j > 0 && worth[i-1][j-1]+points+nextTo > worth[i][j] {
					worth[i][j], from[i][j] = worth[i-1][j-1]+points+nextTo, j-1
				}
			}
		}
	}
	last := len(word) - 1
	end := 0
	for j := range n {
		if worth[last][j] > worth[last][end] {
			end = j
		}
	}
	score = worth[last][end]
	at = make([]int, len(word))
	for i, j := last, end; i >= 0; i-- {
		at[i] = j
		j = from[i][j]
	}
	return at, score
}

// Find gives the entries a query finds, the best first and at most so many, and how many there are. An empty query finds them
// all, as they come.
func (q Query) Find(entries []Entry, most int) (hits []Hit, count int) {
	for _, e := range entries {
		at, score, ok := q.Match(e.Words)
		if !ok {
			continue
		}
		hits = append(hits, Hit{Entry: e, At: at, score: score, whole: len(at) > 0 && len(at) == letters(e.Words)})
	}
	count = len(hits)
	if !q.Empty() {
		slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.score, a.score) })
	}
	return hits[:min(count, most)], count
}
