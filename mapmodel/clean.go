package mapmodel

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// BadValue says which field of a record holds what it must not hold.
type BadValue struct {
	Kind  Kind
	Field string
	// Problem is the rest of the sentence: what is wrong and what would be
	// right.
	Problem string
}

// Error is a sentence naming kind and field.
func (b *BadValue) Error() string { return fmt.Sprintf("%s of a %s %s", b.Field, b.Kind, b.Problem) }

// CleanText makes a text what every text in a map is: valid UTF-8 with "\n" at
// the end of lines. It keeps everything else, control characters included.
func CleanText(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if strings.ContainsRune(s, '\r') {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	return s
}

// CleanName is CleanText for what must stand on one line: line ends become
// spaces.
func CleanName(s string) string {
	s = CleanText(s)
	if strings.ContainsRune(s, '\n') {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	return s
}

// ValidDate tells whether s is empty or a day of the calendar written as
// "2006-01-02".
func ValidDate(s string) bool {
	if s == "" {
		return true
	}
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// Clean is the model's door: it cleans the texts of a fresh record in place
// and tells what else is wrong with it, as a *BadValue. The record must not be
// in a map yet.
func Clean(r Record) error {
	table := Fields(r.Kind())
	for i := range table {
		f := &table[i]
		if problem := f.clean(r); problem != "" {
			return &BadValue{Kind: r.Kind(), Field: f.Name, Problem: problem}
		}
	}
	if s, ok := r.(*Survey); ok && len(s.Counts) > 0 {
		if low, high := s.SurveyKind.Scale(); len(s.Counts) != high-low+1 {
			return &BadValue{Kind: KindSurvey, Field: "counts", Problem: fmt.Sprintf("must hold %d numbers, one for each score from %d to %d, not %d", high-low+1, low, high, len(s.Counts))}
		}
	}
	return nil
}

// clean mends a value of this field and tells what cannot be mended, as the rest of a
// sentence that begins with the field's name; empty when all is well.
func (f *Field) clean(r Record) string {
	switch p := f.at(r).(type) {
	case *string:
		return f.cleanString(p)
	case *Number:
		if p.Known && (p.Value < f.Min || p.Value > f.Max) {
			return fmt.Sprintf("must be a whole number from %d to %d, not %d", f.Min, f.Max, p.Value)
		}
		if !p.Known {
			p.Value = 0
		}
	case *[]string:
		return cleanNames(p)
	case *[]ID:
		return cleanLinks(p)
	case *[]int:
		for _, n := range *p {
			if n < f.Min || n > f.Max {
				return fmt.Sprintf("must hold whole numbers from %d to %d, not %d", f.Min, f.Max, n)
			}
		}
		return tooMany(len(*p))
	case *[]Conflict:
		return cleanConflicts(p)
	case *Rank:
		if !p.valid() && r.Kind() != KindHeader {
			return "is not a rank"
		}
	}
	return ""
}

func (f *Field) cleanString(p *string) string {
	switch f.Type {
	case Name:
		*p = CleanName(*p)
		return tooLong(*p, MaxName)
	case Date:
		if !ValidDate(*p) {
			return fmt.Sprintf("must be a date such as 2026-11-14, not %q", *p)
		}
	case Enum:
		if *p != "" && !slices.Contains(f.Words, *p) {
			return fmt.Sprintf("must be one of %s, not %q", strings.Join(f.Words, ", "), *p)
		}
	case Blob:
		return tooLong(*p, MaxPicture)
	default:
		*p = CleanText(*p)
		return tooLong(*p, MaxText)
	}
	return ""
}

func cleanNames(p *[]string) string {
	var out []string
	for i, s := range *p {
		clean := CleanName(s)
		if problem := tooLong(clean, MaxName); problem != "" {
			return problem
		}
		if clean != s && out == nil {
			out = slices.Clone(*p)
		}
		if out != nil {
			out[i] = clean
		}
	}
	if out != nil {
		*p = out
	}
	return tooMany(len(*p))
}

func cleanLinks(p *[]ID) string {
	for i, id := range *p {
		if slices.Contains((*p)[:i], id) {
			return "names the same record twice"
		}
	}
	return tooMany(len(*p))
}

func cleanConflicts(p *[]Conflict) string {
	out := slices.Clone(*p)
	for i := range out {
		out[i] = Conflict{Field: CleanName(out[i].Field), Text: CleanText(out[i].Text)}
		if problem := tooLong(out[i].Text, MaxText); problem != "" {
			return problem
		}
	}
	*p = out
	return tooMany(len(out))
}

func tooLong(s string, most int) string {
	if len(s) <= most {
		return ""
	}
	return fmt.Sprintf("must be at most %d bytes long, not %d", most, len(s))
}

func tooMany(n int) string {
	if n <= MaxItems {
		return ""
	}
	return fmt.Sprintf("must hold at most %d items, not %d", MaxItems, n)
}
