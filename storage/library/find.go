package library

import (
	"fmt"
	"strings"

	"footpath/mapmodel"
)

// minPrefix is how many letters of an ID name a map on the command line.
const minPrefix = 4

// AmbiguousError means that several maps go by a name.
type AmbiguousError struct {
	Name       string
	Candidates []Summary
}

func (e *AmbiguousError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q could be any of %d maps:", e.Name, len(e.Candidates))
	for i, c := range e.Candidates {
		if i == 5 && len(e.Candidates) > 6 {
			fmt.Fprintf(&b, " and %d more", len(e.Candidates)-i)
			break
		}
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, " %s (%s)", c.ID, c.Title)
	}
	return b.String()
}

// Find finds a map by its ID, by four or more first letters of it, or by its title (in any case of letters, where no title is
// written exactly so; a map in the bin only where no other goes by the name). It fails with ErrNoMap or an *AmbiguousError.
func (l *Library) Find(name string) (Summary, error) {
	list, err := l.List()
	if err != nil {
		return Summary{}, err
	}
	title := mapmodel.CleanName(name)
	prefix := strings.ToLower(name)
	rules := []func(Summary) bool{
		func(s Summary) bool { return s.ID.String() == prefix },
		func(s Summary) bool {
			return s.Title == title || len(prefix) >= minPrefix && strings.HasPrefix(s.ID.String(), prefix)
		},
		func(s Summary) bool { return strings.EqualFold(s.Title, title) },
	}
	for _, bin := range []bool{false, true} {
		for _, fits := range rules {
			var found []Summary
			for _, s := range list {
				if s.Bin == bin && fits(s) {
					found = append(found, s)
				}
			}
			switch len(found) {
			case 0:
			case 1:
				return found[0], nil
			default:
				return Summary{}, &AmbiguousError{Name: name, Candidates: found}
			}
		}
	}
	return Summary{}, fmt.Errorf("%q: %w", name, ErrNoMap)
}
