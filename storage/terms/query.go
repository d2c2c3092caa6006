package terms

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxWords is how many different words of a query count.
const maxWords = 16

// Query is what somebody looks for: words, in whatever order. A word is found where one begins with it; what is written without
// spaces, wherever it stands.
type Query struct {
	words []Word
	// begins are the signs of ASCII that a word begins with, as bits.
	begins [2]uint64
}

// NewQuery takes what was typed apart. Words typed twice, and words that begin a longer one, are looked for once.
func NewQuery(text string) Query {
	var q Query
	Words(text, func(w Word) bool {
		w.Text = cut(w.Text)
		q.words = append(q.words, w)
		return len(q.words) < 4*maxWords
	})
	all := q.words
	q.words = nil
	for i, w := range all {
		implied := func(j int) bool {
			o := all[j]
			return j != i && w.Run == o.Run && strings.HasPrefix(o.Text, w.Text) && (len(o.Text) > len(w.Text) || j < i)
		}
		said := false
		for j := range all {
			said = said || implied(j)
		}
		if !said && len(q.words) < maxWords {
			q.words = append(q.words, w)
			if c := w.Text[0]; c < utf8.RuneSelf {
				q.begins[c/64] |= 1 << (c % 64)
			}
		}
	}
	return q
}

// Len is how many words the query has. One without any finds nothing.
func (q Query) Len() int { return len(q.words) }

// Equal tells whether two queries find the same.
func (q Query) Equal(other Query) bool {
	return slices.EqualFunc(q.words, other.words, func(a, b Word) bool { return a.Text == b.Text && a.Run == b.Run })
}

// Lookups are the terms that all have to be in what the query finds. exact tells that whatever has them all is found; otherwise
// In has the last word.
func (q Query) Lookups() (all []Lookup, exact bool) {
	exact = true
	for _, w := range q.words {
		terms, enough := lookups(w)
		exact = exact && enough
		for _, t := range terms {
			if !slices.Contains(all, t) {
				all = append(all, t)
			}
		}
	}
	return all, exact
}

// Found is a place in a text where a word of a query stands.
type Found struct {
	// Word is which one of the query's, from 0.
	Word int
	// From and To are the bytes of the text: of what was looked for, not of the whole word.
	From, To int
}

// In gives the places in a text where words of the query stand, in order.
func (q Query) In(text string) []Found {
	var found []Found
	spans(text, func(s span) bool {
		// A word that begins with a letter of ASCII is folded to one that begins with the same, a small one.
		if c := text[s.from]; c < utf8.RuneSelf && q.begins[lower(c)/64]&(1<<(lower(c)%64)) == 0 {
			return true
		}
		w, ok := s.word(text)
		if !ok {
			return true
		}
		for i, wanted := range q.words {
			if wanted.Run != w.Run {
				continue
			}
			if w.Run {
				for at := 0; ; {
					n := strings.Index(w.Text[at:], wanted.Text)
					if n < 0 {
						break
					}
					from, to := w.written(text, at+n, at+n+len(wanted.Text))
					found = append(found, Found{Word: i, From: from, To: to})
					at += n + len(wanted.Text)
				}
			} else if strings.HasPrefix(w.Text, wanted.Text) {
				from, to := w.written(text, 0, len(wanted.Text))
				found = append(found, Found{Word: i, From: from, To: to})
			}
		}
		return true
	})
	return found
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// Holds tells whether a text holds every word of the query.
func (q Query) Holds(text string) bool { return q.Words(text) == q.All() }

// Words is the set of the query's words that a text holds, as bits; All when it has them all.
func (q Query) Words(text string) (bits uint32) {
	for _, f := range q.In(text) {
		bits |= 1 << f.Word
	}
	return bits
}

// All are the bits of all words of the query.
func (q Query) All() uint32 { return 1<<len(q.words) - 1 }

// written is where a part of a word, from and to in its folded bytes, stands in the text. Where folding has changed the number
// of letters that cannot be told, and it is the whole word.
func (w Word) written(text string, from, to int) (int, int) {
	word := text[w.From:w.To]
	if from == 0 && to == len(w.Text) && utf8.RuneCountInString(w.Text) < MaxRunes {
		return w.From, w.To
	}
	if len(word) == len(w.Text) && utf8.RuneCountInString(word) == utf8.RuneCountInString(w.Text) {
		return w.From + from, w.From + to
	}
	// Letter by letter, marks with the letter before them.
	starts := make([]int, 0, len(word)+1)
	for i := range word {
		if k, _ := kindAt(word, i); k != inside {
			starts = append(starts, i)
		}
	}
	if letters := strings.Map(withoutMarks, w.Text); letters != w.Text || len(starts) != utf8.RuneCountInString(letters) {
		return w.From, w.To
	}
	starts = append(starts, len(word))
	first := utf8.RuneCountInString(w.Text[:from])
	last := first + utf8.RuneCountInString(w.Text[from:to])
	return w.From + starts[first], w.From + starts[last]
}

func withoutMarks(r rune) rune {
	if k, _ := kindAt(string(r), 0); k == inside {
		return -1
	}
	return r
}
