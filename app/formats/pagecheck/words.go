package pagecheck

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"footpath/app/formats"
	"footpath/mapmodel"
	"footpath/render/scene"

	"golang.org/x/text/unicode/norm"
)

// vocabulary is every word that a map's pages may say.
type vocabulary struct {
	known map[string]bool
	// long are the words that lines break in pieces: long ones, and those of
	// scripts that write without spaces.
	long []string
}

// longWord is how many letters make a word that may be broken.
const longWord = 16

func newVocabulary(m *mapmodel.Map, also []string) *vocabulary {
	v := &vocabulary{known: map[string]bool{}}
	for r := range m.Records() {
		v.record(m, r)
	}
	say := formats.PageWords(m)
	for _, key := range scene.WordKeys() {
		v.add(say(key))
	}
	for _, text := range also {
		v.add(text)
	}
	return v
}

// record takes in all that a record says.
func (v *vocabulary) record(m *mapmodel.Map, r mapmodel.Record) {
	table := mapmodel.Fields(r.Kind())
	for i := range table {
		switch p := table[i].Pointer(r).(type) {
		case *string:
			v.add(*p)
			if table[i].Type == mapmodel.Date && *p != "" {
				v.add(formats.PageWords(m)(scene.DateKey + *p))
			}
		case *[]string:
			for _, s := range *p {
				v.add(s)
			}
		}
	}
}

func (v *vocabulary) add(text string) {
	// pdftotext leaves out a hyphen at the end of a line.
	if joined := hyphen.ReplaceAllString(text, "$1$2"); joined != text {
		v.add(joined)
	}
	for _, w := range split(text) {
		if v.known[w] {
			continue
		}
		v.known[w] = true
		if utf8.RuneCountInString(w) > longWord || strings.ContainsFunc(w, unspaced) {
			v.long = append(v.long, w)
		}
	}
}

// unspaced tells whether a letter is of a script that is written without spaces.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan)
}

// strange lists the words of a page that are none of the vocabulary's. Numbers
// are not looked at, as many are counted, nor the letters by which insights are
// called.
func (v *vocabulary) strange(page string) (out []string) {
	page = cut.ReplaceAllStringFunc(page, func(s string) string {
		begin := strings.Join(split(s), "")
		for w := range v.known {
			if strings.HasPrefix(w, begin) {
				return " "
			}
		}
		return s
	})
	for _, w := range split(page) {
		if v.known[w] || called.MatchString(w) || slices.Contains(out, w) ||
			slices.ContainsFunc(v.long, func(long string) bool { return strings.Contains(long, w) }) {
			continue
		}
		out = append(out, w)
	}
	return out
}

var (
	// called is how pages call insights.
	called = regexp.MustCompile(`^[a-z]{1,2}$`)
	// cut is a word of which there is only the beginning.
	cut = regexp.MustCompile(`[\p{L}\p{M}]+…`)
	// hyphen is one inside of a word.
	hyphen = regexp.MustCompile(`([\p{L}\p{M}])-([\p{L}\p{M}])`)
)

// split gives a text's words: runs of letters and of the marks on them, without
// regard to capitals.
func split(text string) []string {
	text = strings.ToLower(norm.NFKC.String(text))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}
