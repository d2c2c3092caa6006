package terms

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Word is one word of a text.
type Word struct {
	// Text is the word, folded. It is never empty.
	Text string
	// From and To are the bytes of the text it was written in.
	From, To int
	// Run tells that it is a whole stretch of a script without spaces, in which any piece may be looked for.
	Run bool
}

// Words visits the words of a text in order, until visit gives false.
func Words(text string, visit func(Word) bool) {
	spans(text, func(s span) bool {
		w, ok := s.word(text)
		return !ok || visit(w)
	})
}

// span is where a word may stand, not folded yet.
type span struct {
	from, to int
	kind     kind
}

// word folds it; false where nothing is left of it.
func (s span) word(text string) (Word, bool) {
	folded := foldKind(text[s.from:s.to], s.kind)
	if folded == "" {
		return Word{}, false
	}
	if s.kind == sign { // it may stand for a word
		s.kind, _ = kindAt(folded, 0)
	}
	return Word{Text: folded, From: s.from, To: s.to, Run: s.kind == run}, true
}

// spans visits the spans of a text in order, until visit gives false.
func spans(text string, visit func(span) bool) {
	for at := 0; at < len(text); {
		kind, n := kindAt(text, at)
		from := at
		at += n
		switch kind {
		case between, inside: // a mark or joiner without a word before it
			continue
		case sign:
		default:
			for at < len(text) {
				next, n := kindAt(text, at)
				if next != kind && next != inside {
					break
				}
				at += n
			}
		}
		if !visit(span{from, at, kind}) {
			return
		}
	}
}

// foldKind folds a word; a run is not cut, since it is no one word.
func foldKind(word string, kind kind) string {
	if kind != run || utf8.RuneCountInString(word) <= MaxRunes {
		return fold(word)
	}
	var b []byte
	for len(word) > 0 {
		n, runes := 0, 0
		for n < len(word) && runes < MaxRunes/4 { // a letter may become several
			_, size := utf8.DecodeRuneInString(word[n:])
			n, runes = n+size, runes+1
		}
		for n < len(word) { // marks stay with their letter
			r, size := utf8.DecodeRuneInString(word[n:])
			if !unicode.IsMark(r) && r != voiced && r != halfVoiced {
				break
			}
			n += size
		}
		b = append(b, fold(word[:n])...)
		word = word[n:]
	}
	return string(b)
}

// The half-width marks of voicing, which are letters to Unicode and marks once they are folded.
const (
	voiced     = '\uff9e'
	halfVoiced = '\uff9f'
)

// kind is what a rune is for the parting of words.
type kind uint8

const (
	between kind = iota // spaces and punctuation
	inside              // marks, joiners: part of whatever stands before
	letter              // letters and digits of scripts with spaces
	run                 // letters of scripts without
	sign                // an emoji or symbol: a word by itself
)

func kindAt(text string, at int) (k kind, size int) {
	if c := text[at]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	switch {
	case unicode.IsMark(r) || unicode.Is(unicode.Cf, r):
		return inside, size
	case unicode.In(r, unicode.Letter, unicode.Number) && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar),
		r == 'ー', r == 'ｰ', r == voiced, r == halfVoiced:
		return run, size
	case unicode.IsLetter(r):
		return letter, size
	case unicode.IsNumber(r):
		return meant(text[at : at+size]), size
	case unicode.In(r, unicode.So, unicode.Sc):
		return sign, size
	}
	return between, size
}

// ascii are the kinds of the ASCII characters.
var ascii = func() (kinds [utf8.RuneSelf]kind) {
	for c := range kinds {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
			kinds[c] = letter
		case c == '$':
			kinds[c] = sign
		}
	}
	return kinds
}()

// meant is the kind of the letter or digit that a number's sign stands for: ㈠ is a letter of Han.
func meant(number string) kind {
	stands := norm.NFKD.String(number)
	if stands == number {
		return letter
	}
	for at := 0; at < len(stands); {
		k, n := kindAt(stands, at)
		if k == run {
			return run
		}
		at += n
	}
	return letter
}
