package terms

import "unicode/utf8"

// whole is from how many letters on a term is looked for by its beginning. Shorter ones are terms of their own, so that
// looking for one or two letters does not mean to visit every word that begins with them.
const whole = 3

// Set is a set of terms: what an index is asked for.
type Set map[string]struct{}

// Add adds the terms of a text: each word with its first letter and its first two; of a run, each letter and each two that
// follow each other.
func (s Set) Add(text string) {
	Words(text, func(w Word) bool {
		s.addWord(w)
		return true
	})
}

func (s Set) addWord(w Word) {
	if w.Run {
		each(w.Text, func(term string) { s[term] = struct{}{} })
		return
	}
	if _, known := s[w.Text]; known {
		return
	}
	s[w.Text] = struct{}{}
	n := 0
	for i := range w.Text {
		if n == 1 || n == 2 {
			s[w.Text[:i]] = struct{}{}
		}
		if n == 2 {
			break
		}
		n++
	}
}

// each visits the letters of a run and its pairs of letters.
func each(run string, visit func(term string)) {
	for at := 0; at < len(run); {
		_, n := utf8.DecodeRuneInString(run[at:])
		visit(run[at : at+n])
		if at+n < len(run) {
			_, m := utf8.DecodeRuneInString(run[at+n:])
			visit(run[at : at+n+m])
		}
		at += n
	}
}

// Lookup is a term that an index is asked for.
type Lookup struct {
	Term string
	// Prefix asks for every term that begins so.
	Prefix bool
}

// lookups are what must all be found where a word of a query is. exact tells that it is enough.
func lookups(w Word) (all []Lookup, exact bool) {
	n := utf8.RuneCountInString(w.Text)
	switch {
	case n < whole:
		return []Lookup{{Term: w.Text}}, true
	case !w.Run:
		return []Lookup{{Term: w.Text, Prefix: true}}, true
	}
	each(w.Text, func(term string) {
		if utf8.RuneCountInString(term) == 2 {
			all = append(all, Lookup{Term: term})
		}
	})
	return all, false
}
