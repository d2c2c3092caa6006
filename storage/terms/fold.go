package terms

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// MaxRunes is how many letters of a word count; words that begin with the same so many are one.
const MaxRunes = 32

// fold writes a word as all its ways of writing are written: Unicode's compatibility forms (NFKD) without accents, vowel points
// and what cannot be seen, in full case folding, put together again (NFC), and cut after MaxRunes letters.
func fold(word string) string {
	if s, ok := foldASCII(word); ok {
		return s
	}
	if s, ok := foldShort(word); ok {
		return s
	}
	return foldAny(word)
}

// foldAny is fold for whatever there is.
func foldAny(word string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(word) {
		switch {
		case dropped(r) || !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Number, unicode.So, unicode.Sc):
		case plain[r] != "":
			b.WriteString(plain[r])
		default:
			b.WriteRune(r)
		}
	}
	// A Caser keeps state, so each word has its own. Folding may take letters apart again (İ).
	folded := norm.NFKD.String(cases.Fold().String(b.String()))
	return cut(norm.NFC.String(strings.Map(func(r rune) rune {
		if dropped(r) {
			return -1
		}
		return unicode.ToLower(r) // Cherokee is folded to capitals
	}, folded)))
}

// foldASCII is the short way for words of ASCII, which most are; false for others.
func foldASCII(word string) (string, bool) {
	capital := false
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return "", false
		}
		capital = capital || 'A' <= c && c <= 'Z'
	}
	if len(word) > MaxRunes {
		word = word[:MaxRunes]
	}
	if capital {
		word = strings.ToLower(word)
	}
	return word, true
}

// tabled is up to which rune there is a table of what each letter is folded to, where no mark follows it: Latin, Greek, Cyrillic.
const tabled = 0x530

var table = sync.OnceValue(func() *[tabled]string {
	table := new([tabled]string)
	for r := range rune(tabled) {
		if unicode.In(r, unicode.Letter, unicode.Number) {
			table[r] = foldAny(string(r))
		}
	}
	return table
})

// foldShort folds words of such letters; false for others.
func foldShort(word string) (string, bool) {
	letters := table()
	var space [4 * MaxRunes]byte
	b := space[:0]
	for _, r := range word {
		if r >= tabled || letters[r] == "" {
			return "", false
		}
		b = append(b, letters[r]...)
		if len(b) > len(space)-8 {
			return "", false
		}
	}
	return cut(string(b)), true
}

// cut takes the letters from MaxRunes on away.
func cut(word string) string {
	if len(word) <= MaxRunes {
		return word
	}
	n := 0
	for i := range word {
		if n == MaxRunes {
			return word[:i]
		}
		n++
	}
	return word
}

// dropped tells whether a rune says nothing about which word it is: accents and points of the scripts that are read without
// them, and what only steers how letters are drawn. Marks that are letters (the vowels of India, the voicing of kana) stay.
func dropped(r rune) bool {
	return unicode.Is(accents, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// accents are combining marks of Latin, Greek and Cyrillic, the points of Hebrew and Arabic, and the Arabic stretching mark.
var accents = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x0300, 0x036f, 1},
		{0x0483, 0x0487, 1},
		{0x0591, 0x05bd, 1},
		{0x05bf, 0x05c7, 1},
		{0x0610, 0x061a, 1},
		{0x0640, 0x0640, 1},
		{0x064b, 0x065f, 1},
		{0x0670, 0x0670, 1},
		{0x06d6, 0x06ed, 1},
		{0x1ab0, 0x1aff, 1},
		{0x1dc0, 0x1dff, 1},
		{0x20d0, 0x20ff, 1},
		{0xfe20, 0xfe2f, 1},
	},
}

// plain are letters that Unicode takes for letters of their own and that people type without their stroke or in two.
var plain = map[rune]string{
	'Æ': "ae", 'æ': "ae", 'Œ': "oe", 'œ': "oe", 'Ø': "o", 'ø': "o", 'Ł': "l", 'ł': "l", 'Đ': "d", 'đ': "d",
	'Ð': "d", 'ð': "d", 'Þ': "th", 'þ': "th", 'Ħ': "h", 'ħ': "h", 'ı': "i", 'Ŋ': "ng", 'ŋ': "ng", 'Ŧ': "t", 'ŧ': "t",
}
