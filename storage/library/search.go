package library

import "strings"

// Query is what somebody looks for among maps: each of its words, in whatever order and in capital or small letters.
type Query struct{ words []string }

// NewQuery takes what was typed apart. A query without a word finds every map.
func NewQuery(text string) Query {
	return Query{strings.Fields(strings.ToLower(text))}
}

// Text is what of a map is looked through: its title and its personas' names.
func (s Summary) Text() string {
	return strings.ToLower(s.Title + "\n" + strings.Join(s.Personas, "\n"))
}

// In tells whether every word of the query stands in a text as Summary.Text gives it.
func (q Query) In(text string) bool {
	for _, w := range q.words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// Search gives the maps in whose title or personas' names every word of the query stands, the one edited last first. Those in the
// bin are left out.
func (l *Library) Search(query string) ([]Summary, error) {
	list, err := l.List()
	if err != nil {
		return nil, err
	}
	q := NewQuery(query)
	var found []Summary
	for _, s := range list {
		if !s.Bin && q.In(s.Text()) {
			found = append(found, s)
		}
	}
	return found, nil
}
