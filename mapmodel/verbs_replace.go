package mapmodel

import (
	"strconv"
	"strings"
)

// Search says what find-and-replace looks for.
type Search struct {
	// Words is the text looked for; empty finds nothing.
	Words string
	// MatchCase tells capital from small letters.
	MatchCase bool
}

// In gives the byte ranges of the text that the search finds, none
// overlapping, from first to last.
func (s Search) In(text string) [][2]int {
	if s.Words == "" {
		return nil
	}
	var found [][2]int
	for at := 0; at+len(s.Words) <= len(text); {
		i, n := s.index(text[at:])
		if i < 0 {
			break
		}
		found = append(found, [2]int{at + i, at + i + n})
		at += i + n
	}
	return found
}

// index finds the first match; folded text is compared rune by rune, so that
// the range is right where capital and small letters differ in length.
func (s Search) index(text string) (at, length int) {
	if s.MatchCase {
		return strings.Index(text, s.Words), len(s.Words)
	}
	want := len([]rune(s.Words))
	for i := range text {
		end, n := i, 0
		for j := range text[i:] {
			if n == want {
				end = i + j
				break
			}
			n++
			end = len(text)
		}
		if n < want {
			return -1, 0
		}
		if strings.EqualFold(text[i:end], s.Words) {
			return i, end - i
		}
	}
	return -1, 0
}

// Replace puts other words in place of what the search finds, in every text
// and name of the map.
func (d *Desk) Replace(m *Map, s Search, with string) (Change, error) {
	p := d.plan(m)
	times := 0
	swap := func(text string) string {
		var b strings.Builder
		at := 0
		for _, r := range s.In(text) {
			b.WriteString(text[at:r[0]])
			b.WriteString(with)
			at = r[1]
			times++
		}
		b.WriteString(text[at:])
		return b.String()
	}
	for r := range m.Records() {
		table := Fields(r.Kind())
		for i := range table {
			f := &table[i]
			if f.Number == keyField.Number || !s.finds(f, r) {
				continue
			}
			switch v := f.at(p.draft(r.Base().ID)).(type) {
			case *string:
				*v = swap(*v)
			case *[]string:
				fresh := make([]string, len(*v))
				for j, text := range *v {
					fresh[j] = swap(text)
				}
				*v = fresh
			}
		}
	}
	return p.change(LabelReplace, s.Words, strconv.Itoa(times))
}

func (s Search) finds(f *Field, r Record) bool {
	if f.Type != Text && f.Type != Name && f.Type != Names {
		return false
	}
	switch v := f.at(r).(type) {
	case *string:
		return len(s.In(*v)) > 0
	case *[]string:
		for _, text := range *v {
			if len(s.In(text)) > 0 {
				return true
			}
		}
	}
	return false
}
