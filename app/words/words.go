// Package words holds every sentence people read in the window and on the page, by message key, in English and German.
package words

import (
	"fmt"
	"strconv"
	"strings"
)

// Key names one sentence. The same keys stand in every language.
type Key string

// Args are what goes into a sentence's gaps, by the gap's name. Whole numbers
// are written as the language writes them, all else as fmt.Sprint would.
type Args map[string]any

// Language says the sentences in one language. Its zero value knows none: use
// [English], [German] or [For].
type Language struct {
	tag   string
	table map[Key]string
	clock clock
	// thousands stands between the groups of three digits of a number.
	thousands string
}

// The languages there are.
var (
	English = Language{tag: "en", table: gather(func(s said) string { return s.english }), clock: englishClock, thousands: ","}
	German  = Language{tag: "de", table: gather(func(s said) string { return s.german }), clock: germanClock, thousands: "."}
)

// Languages lists the languages there are, the one to fall back to first.
func Languages() []Language { return []Language{English, German} }

// For is the language nearest to a BCP 47 tag such as "de-AT", or to a
// system's locale such as "de_AT.UTF-8": English where there is none.
func For(tag string) Language {
	primary := strings.ToLower(tag)
	if end := strings.IndexAny(primary, "-_.@"); end >= 0 {
		primary = primary[:end]
	}
	for _, l := range Languages() {
		if l.tag == primary {
			return l
		}
	}
	return English
}

// Tag is the language's BCP 47 tag.
func (l Language) Tag() string { return l.tag }

// Has tells whether the language knows a key.
func (l Language) Has(k Key) bool {
	_, ok := l.table[k]
	return ok
}

// Say says a sentence with its gaps filled. A gap without an argument stays as
// it stands in the table, and a key nobody knows is said as itself, so that a
// slip shows and nothing fails.
func (l Language) Say(k Key, args Args) string {
	sentence, ok := l.table[k]
	if !ok {
		return string(k)
	}
	return l.fill(sentence, args)
}

// Page gives the words of a printed page by their bare keys ("page.…"). Their
// gaps are left in place: the layout fills them, and they know no plurals.
func (l Language) Page() func(key string) string {
	return func(key string) string {
		word, ok := l.table[Key(key)]
		if !ok {
			return key
		}
		return word
	}
}

// Number writes a whole number in groups of three digits: 1,204 or 1.204.
func (l Language) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if digits[0] == '-' {
		sign, digits = "−", digits[1:]
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + l.thousands + digits[at:]
	}
	return sign + digits
}

// value writes what goes into a gap.
func (l Language) value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return l.Number(v)
	case error:
		return v.Error()
	}
	return fmt.Sprint(v)
}
