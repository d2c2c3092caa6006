//go:build !nogui

// Package filter lets the cards that matter now stand out: those with a word, of a persona, a lane, a tag, an owner. It is a way
// of looking at a map and alters nothing.
package filter

import (
	"cmp"
	"maps"
	"slices"

	"footpath/mapmodel"
)

// Criteria are the fields of cards that can be filtered by, in the order they are offered.
var Criteria = []string{"persona", "lane", "tags", "pillar", "department", "level", "reason", "owner", "status"}

// fields are their rows in the table of fields.
var fields = func() map[string]*mapmodel.Field {
	out := map[string]*mapmodel.Field{}
	for _, name := range Criteria {
		out[name] = mapmodel.FieldNamed(mapmodel.KindCard, name)
	}
	return out
}()

// Filter says what lets a card stand out: a word in one of its texts, and for each criterion with values one of them. The zero
// Filter lets all cards.
type Filter struct {
	// Word is looked for as Find does it; empty, every card has it.
	Word   string
	values map[string][]string // by criterion
}

// Active tells whether the filter asks for anything.
func (f Filter) Active() bool {
	if f.Word != "" {
		return true
	}
	for _, values := range f.values {
		if len(values) > 0 {
			return true
		}
	}
	return false
}

// Values are what is asked for of a criterion.
func (f Filter) Values(criterion string) []string { return f.values[criterion] }

// Has tells whether a value is asked for.
func (f Filter) Has(criterion, value string) bool { return slices.Contains(f.values[criterion], value) }

// Toggle gives a filter that asks for a value as well, or no longer.
func (f Filter) Toggle(criterion, value string) Filter {
	out := maps.Clone(f.values)
	if out == nil {
		out = map[string][]string{}
	}
	if f.Has(criterion, value) {
		out[criterion] = slices.DeleteFunc(slices.Clone(f.values[criterion]), func(v string) bool { return v == value })
	} else {
		out[criterion] = append(slices.Clone(f.values[criterion]), value)
	}
	return Filter{f.Word, out}
}

// Without gives a filter that does not ask for a criterion.
func (f Filter) Without(criterion string) Filter {
	out := maps.Clone(f.values)
	delete(out, criterion)
	return Filter{f.Word, out}
}

// WithWord gives a filter that asks for another word.
func (f Filter) WithWord(word string) Filter { return Filter{word, f.values} }

// Passes tells whether a card stands out. A card without a persona is everybody's.
func (f Filter) Passes(c *mapmodel.Card) bool {
	for criterion, wanted := range f.values {
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
	return f.Word == "" || mapmodel.Search{Words: f.Word}.Matches(c)
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

// Choice is a value that cards have, and how many stand out when it is asked for alone.
type Choice struct {
	Value string
	Cards int
}

// Choices are the values of a map's cards by criterion: in the order of the table or of the map where there is one, else the most
// frequent first. It may be called on any goroutine.
func Choices(m *mapmodel.Map) map[string][]Choice {
	counts := map[string]map[string]int{}
	for _, name := range Criteria {
		counts[name] = map[string]int{}
	}
	everybodys := 0
	for card := range m.Cards() {
		if card.Persona.IsZero() {
			everybodys++
		}
		for _, name := range Criteria {
			for _, v := range values(card, name) {
				counts[name][v]++
			}
		}
	}
	out := map[string][]Choice{}
	for _, name := range Criteria {
		if order, ordered := ordered(m, name); ordered {
			for _, v := range order {
				switch n := counts[name][v]; {
				case name == "persona":
					out[name] = append(out[name], Choice{v, n + everybodys})
				case n > 0:
					out[name] = append(out[name], Choice{v, n})
				}
			}
			continue
		}
		for v, n := range counts[name] {
			out[name] = append(out[name], Choice{v, n})
		}
		slices.SortFunc(out[name], func(a, b Choice) int { return cmp.Or(cmp.Compare(b.Cards, a.Cards), cmp.Compare(a.Value, b.Value)) })
	}
	return out
}

// ordered are the values of a criterion that have an order of their own.
func ordered(m *mapmodel.Map, criterion string) ([]string, bool) {
	var order []string
	switch criterion {
	case "persona":
		for p := range m.Personas() {
			order = append(order, p.ID.String())
		}
	case "lane":
		for l := range m.Lanes() {
			order = append(order, l.ID.String())
		}
	default:
		order = fields[criterion].Words
		return order, len(order) > 0
	}
	return order, true
}

// Count is how many cards of a map stand out, and the first of them as the map is read; zero without one. It may be called on any
// goroutine.
func (f Filter) Count(m *mapmodel.Map) (n int, first mapmodel.ID) {
	for card := range m.Cards() {
		if f.Passes(card) {
			if n == 0 {
				first = card.ID
			}
			n++
		}
	}
	return n, first
}
