package yamltree

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// maxMistakes is how many mistakes are listed; who has more has another file
// in hand than they think.
const maxMistakes = 1000

// Mistake is one thing wrong in a file: where it is, what is wrong, and what
// would be right.
type Mistake struct {
	// Line and Column count from 1; a column is a character, not a byte.
	Line, Column int
	// Message is a sentence without a full stop.
	Message string
}

// Error writes "line:column: message".
func (m Mistake) Error() string { return fmt.Sprintf("%d:%d: %s", m.Line, m.Column, m.Message) }

// Mistakes is every mistake of a file, in the order of the file.
type Mistakes []Mistake

// Error writes the mistakes, one a line.
func (m Mistakes) Error() string {
	lines := make([]string, len(m))
	for i := range m {
		lines[i] = m[i].Error()
	}
	return strings.Join(lines, "\n")
}

// Err gives the mistakes as an error, and nil when there are none.
func (m Mistakes) Err() error {
	if len(m) == 0 {
		return nil
	}
	return m
}

// and adds what the parser found to what the preflight found. A second
// document both find, and the preflight better.
func (m Mistakes) and(found Mistakes) Mistakes {
	second := func(m Mistake) bool { return strings.HasPrefix(m.Message, secondDocument) }
	known := slices.ContainsFunc(m, second)
	for _, mistake := range found {
		if !known || !second(mistake) {
			m = append(m, mistake)
		}
	}
	return m
}

// Sorted puts mistakes into the order of the file, each once.
func (m Mistakes) Sorted() Mistakes {
	slices.SortStableFunc(m, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	m = slices.Compact(m)
	if len(m) > maxMistakes {
		last := m[maxMistakes]
		last.Message = fmt.Sprintf("and %d more mistakes from here on", len(m)-maxMistakes)
		m = append(m[:maxMistakes], last)
	}
	return m
}

// InText writes what stands in a file into a sentence, shortened.
func InText(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most-1]) + "…"
	}
	return Quote(s)
}
