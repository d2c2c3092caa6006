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
	class class
	score int
}

// hint is what stands beside the words: where the entry belongs, or why it cannot be done.
func (h Hit) hint() string {
	if h.Disabled && h.Why != "" {
		return h.Why
	}
	return h.Hint
}

// class is how a query lies in words, the best first. It counts before everything else: letters that happen to stand somewhere in
// other words are never better than the words themselves.
type class uint8

// The classes.
const (
	exact     class = iota // the words are the query
	whole                  // they begin with it, or hold each of its words whole
	begins                 // each of its words begins a word of them: "fut st" in "Future state"
	meant                  // each of its words begins one that the entry is also looked for by
	initials               // its letters begin words: "fst" in "Future state"
	inside                 // each of its words stands within a word
	scattered              // its letters come in their order, with a few others between
)

// classify tells how a query that was found at some letters lies in a text.
func (q Query) classify(text string, at []int) class {
	folded := fold(strings.TrimSpace(strings.TrimRight(text, "… ")))
	if q.Empty() || slices.Equal(folded, fold(strings.TrimSpace(strings.TrimRight(q.text, "… ")))) {
		return exact
	}
	if strings.HasPrefix(string(folded), string(fold(strings.TrimSpace(q.text)))) {
		return whole
	}
	names := wordsOf(string(folded))
	switch {
	case q.all(names, func(name, word string) bool { return name == word }):
		return whole
	case q.all(names, strings.HasPrefix):
		return begins
	case q.beginsWords(folded, at):
		return initials
	case q.all(names, strings.Contains):
		return inside
	}
	return scattered
}

// wordsOf takes a text apart at what is neither a letter nor a digit.
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) })
}

// all tells whether each word of the query is in one of some words.
func (q Query) all(names []string, in func(name, word string) bool) bool {
	for _, word := range q.words {
		if !slices.ContainsFunc(names, func(name string) bool { return in(name, string(word)) }) {
			return false
		}
	}
	return len(q.words) > 0
}

// near tells whether letters found stand close enough to each other to have been meant: a long text holds the letters of most words,
// somewhere.
func (q Query) near(at []int) bool {
	letters := 0
	for _, word := range q.words {
		letters += len(word)
	}
	return len(q.words) > 1 || at[len(at)-1]-at[0] <= 2*letters
}

// beginsWords tells whether every run of the letters found begins at a word's beginning.
func (q Query) beginsWords(text []rune, at []int) bool {
	for i, place := range at {
		if place >= len(text) || (i == 0 || at[i-1] != place-1) && !starts(text, place) {
			return false
		}
	}
	return true
}

// best is the hit to mark, which Enter chooses: the first that can be done. One that cannot is marked only where its name was written
// out; and where nothing near it can be done either, none is: what merely has the same letters is not what was meant. It gives -1
// for none.
func best(hits []Hit) int {
	if len(hits) == 0 {
		return -1
	}
	first := hits[0]
	if !first.Disabled || first.class == exact {
		return 0
	}
	for i, h := range hits {
		if !h.Disabled && h.class <= meant {
			return i
		}
	}
	return -1
}

// Query is what was typed, ready to be looked for.
type Query struct {
	text  string
	words [][]rune
}

// NewQuery takes a query apart: each of its words must be found, in whatever order.
func NewQuery(text string) Query {
	q := Query{text: text}
	for _, word := range strings.Fields(text) {
		q.words = append(q.words, fold(word))
	}
	return q
}

// Empty tells whether there is nothing to look for.
func (q Query) Empty() bool { return len(q.words) == 0 }

// Holds tells whether each word of the query begins a word of a text; one with signs in it, as "ctrl+k", begins all between two spaces.
func (q Query) Holds(text string) bool {
	folded := string(fold(text))
	return q.Empty() || q.all(append(wordsOf(folded), strings.Fields(folded)...), strings.HasPrefix)
}

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
		found, points := places(word, runes, folded)
		at = append(at, found...)
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

// places finds the best places for the letters of a word that is within a text: a table of what each letter is worth at each
// place, given the best of all before, and then the way back.
func places(word, text, folded []rune) (at []int, score int) {
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

// Find gives the entries a query finds, the best first and at most so many, and how many there are: by how they lie in the words,
// then what can be done before what cannot, then by their letters. An empty query finds all as they come, what
// cannot be done last.
func (q Query) Find(entries []Entry, most int) (hits []Hit, count int) {
	for _, e := range entries {
		if hit, ok := q.hit(e); ok {
			hits = append(hits, hit)
		}
	}
	count = len(hits)
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.class, b.class), byUse(a, b), cmp.Compare(b.score, a.score))
	})
	return hits[:min(count, most)], count
}

// hit is what the query finds of an entry.
func (q Query) hit(e Entry) (Hit, bool) {
	h := Hit{Entry: e}
	if q.Empty() {
		h.Group = cmp.Or(e.Offered, e.Group)
		return h, true
	}
	also := e.Also != "" && q.all(wordsOf(string(fold(e.Words+" "+e.Also))), strings.HasPrefix)
	at, score, ok := q.Match(e.Words)
	if ok {
		h.At, h.score, h.class = at, score, q.classify(e.Words, at)
		ok = h.class < scattered || q.near(at)
	}
	if also && (!ok || h.class > meant) {
		h.At, h.score, h.class = nil, 0, meant
	}
	return h, ok || also
}

// byUse sets what can be done before what cannot.
func byUse(a, b Hit) int {
	switch {
	case a.Disabled == b.Disabled:
		return 0
	case b.Disabled:
		return -1
	}
	return 1
}
