package mapmodel

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
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
	for at := 0; at < len(text); { // what is found may be shorter than the words, where case counts for nothing
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
	first, _ := utf8.DecodeRuneInString(s.Words)
	first = caseless(first)
	for i, r := range text {
		if caseless(r) == first {
			if n := s.begins(text[i:]); n > 0 {
				return i, n
			}
		}
	}
	return -1, 0
}

// begins tells how many bytes of the text's beginning are the words; 0 where
// it begins otherwise.
func (s Search) begins(text string) int {
	at := 0
	for _, want := range s.Words {
		r, n := utf8.DecodeRuneInString(text[at:])
		if n == 0 || caseless(r) != caseless(want) {
			return 0
		}
		at += n
	}
	return at
}

// caseless is the least rune that differs from this one only in case, as
// Unicode's simple case folding has it.
func caseless(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			return r
		}
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A' // K and S have kin beyond ASCII, larger than they
		}
		return r
	}
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	return least
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
			if !s.finds(f, r) {
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

// ReplaceOne puts other words in place of one finding. It must hold what it
// held when it was found, else the change is refused.
func (d *Desk) ReplaceOne(m *Map, s Search, f Finding, with string) (Change, error) {
	p := d.plan(m)
	now := m.Get(f.Record)
	misfit := &Misfit{Record: f.Record, Field: f.Field.Name, Reason: "no longer holds what was found"}
	if now == nil || FieldNamed(now.Kind(), f.Field.Name) != f.Field {
		return Change{}, misfit
	}
	misfit.Kind = now.Kind()
	swap := func(text string) (string, bool) {
		if f.From < 0 || f.To > len(text) || f.From > f.To || s.begins(text[f.From:f.To]) != f.To-f.From {
			return text, false
		}
		return text[:f.From] + with + text[f.To:], true
	}
	ok := false
	switch v := f.Field.at(p.draft(f.Record)).(type) {
	case *string:
		*v, ok = swap(*v)
	case *[]string:
		if f.Item >= 0 && f.Item < len(*v) {
			*v = slices.Clone(*v)
			(*v)[f.Item], ok = swap((*v)[f.Item])
		}
	}
	if !ok {
		return Change{}, misfit
	}
	return p.change(LabelReplace, s.Words, "1")
}

func (s Search) finds(f *Field, r Record) bool {
	found := false
	s.each(f, r, func(Finding) bool {
		found = true
		return false
	})
	return found
}
