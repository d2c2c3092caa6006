//go:build !nogui

// Package filter lets the cards that matter now stand out: those of a persona, a tag, a pillar, a department. It is a way of
// looking at a map and alters nothing.
package filter

import (
	"cmp"
	"maps"
	"slices"

	"footpath/mapmodel"
)

// Criteria are the fields of cards that can be filtered by, in the order they are offered.
var Criteria = []string{"persona", "tags", "pillar", "department", "level", "reason"}

// fields are their rows in the table of fields.
var fields = func() map[string]*mapmodel.Field {
	out := map[string]*mapmodel.Field{}
	for _, name := range Criteria {
		out[name] = mapmodel.FieldNamed(mapmodel.KindCard, name)
	}
	return out
}()

// Filter says which values let a card stand out, by criterion: one of them is enough, and every criterion with values counts. The
// zero Filter lets all of them.
type Filter map[string][]string

// Active tells whether the filter asks for anything.
func (f Filter) Active() bool {
	for _, values := range f {
		if len(values) > 0 {
			return true
		}
	}
	return false
}

// Has tells whether a value is asked for.
func (f Filter) Has(criterion, value string) bool { return slices.Contains(f[criterion], value) }

// Toggle gives a filter that asks for a value as well, or no longer.
func (f Filter) Toggle(criterion, value string) Filter {
	out := maps.Clone(f)
	if out == nil {
		out = Filter{}
	}
	if f.Has(criterion, value) {
		out[criterion] = slices.DeleteFunc(slices.Clone(f[criterion]), func(v string) bool { return v == value })
	} else {
		out[criterion] = append(slices.Clone(f[criterion]), value)
	}
	return out
}

// Without gives a filter that does not ask for a criterion.
func (f Filter) Without(criterion string) Filter {
	out := maps.Clone(f)
	delete(out, criterion)
	return out
}

// Passes tells whether a card stands out. A card without a persona is everybody's.
func (f Filter) Passes(c *mapmodel.Card) bool {
	for criterion, wanted := range f {
		if len(wanted) == 0 {
			continue
		}
		has := values(c, criterion)
		if criterion == "persona" && len(has) == 0 {
			continue
		}
		if !slices.ContainsFunc(has, func(v string) bool { return slices.Contains(wanted, v) }) {
			return false
		}
	}
	return true
}

// values are what a card says in a field, as text: a link as the ID it leads to.
func values(c *mapmodel.Card, criterion string) []string {
	field := fields[criterion]
	if field == nil || field.IsZero(c) {
		return nil
	}
	switch v := field.Pointer(c).(type) {
	case *string:
		return []string{*v}
	case *[]string:
		var each []string
		for _, word := range *v {
			if word != "" && !slices.Contains(each, word) {
				each = append(each, word)
			}
		}
		return each
	case *mapmodel.ID:
		return []string{v.String()}
	}
	return nil
}

// Choice is a value that cards have, and how many.
type Choice struct {
	Value string
	Cards int
}

// Choices are the values of a map's cards by criterion: in the order of the table where that has one, else the most frequent
// first. It may be called on any goroutine.
func Choices(m *mapmodel.Map) map[string][]Choice {
	counts := map[string]map[string]int{}
	for _, name := range Criteria {
		counts[name] = map[string]int{}
	}
	for card := range m.Cards() {
		for _, name := range Criteria {
			for _, v := range values(card, name) {
				counts[name][v]++
			}
		}
	}
	out := map[string][]Choice{}
	for _, name := range Criteria {
		order := slices.Clone(fields[name].Words)
		if name == "persona" {
			for p := range m.Personas() {
				order = append(order, p.ID.String())
			}
		}
		for _, v := range order {
			if n := counts[name][v]; n > 0 || name == "persona" {
				out[name] = append(out[name], Choice{v, n})
			}
		}
		if len(order) > 0 {
			continue
		}
		for v, n := range counts[name] {
			out[name] = append(out[name], Choice{v, n})
		}
		slices.SortFunc(out[name], func(a, b Choice) int { return cmp.Or(cmp.Compare(b.Cards, a.Cards), cmp.Compare(a.Value, b.Value)) })
	}
	return out
}

// Count is how many cards of a map stand out. It may be called on any goroutine.
func (f Filter) Count(m *mapmodel.Map) int {
	n := 0
	for card := range m.Cards() {
		if f.Passes(card) {
			n++
		}
	}
	return n
}
