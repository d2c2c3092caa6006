package mapgen

import (
	"fmt"

	"footpath/mapmodel"
)

// Retell gives a map with nothing but m's header, and the changes that make it m, a record at a time: as if somebody had written it
// card by card. Each change stands alone. It fails when m is not whole.
func Retell(m *mapmodel.Map, author mapmodel.ID, src *mapmodel.Source) (*mapmodel.Map, []mapmodel.Change, error) {
	start, healings := mapmodel.FromRecords([]mapmodel.Record{m.Header()}, src)
	if len(healings) > 0 {
		return nil, nil, fmt.Errorf("the header had to be mended: %+v", healings)
	}
	var left []mapmodel.Record
	for _, kind := range mapmodel.Kinds()[1:] {
		if kind == mapmodel.KindCard {
			for card := range m.Cards() {
				left = append(left, card)
			}
			continue
		}
		for r := range m.Records() {
			if r.Kind() == kind {
				left = append(left, r)
			}
		}
	}
	var changes []mapmodel.Change
	now := start
	for len(left) > 0 {
		var wait []mapmodel.Record // for what they lead to
		for _, r := range left {
			c := mapmodel.Change{ID: src.ID(), Author: author, Edits: []mapmodel.Edit{{After: r}}}
			c.Group = c.ID
			c.Label = mapmodel.Label{Key: mapmodel.LabelAlter, Args: []string{r.Kind().String()}}
			if card, ok := r.(*mapmodel.Card); ok {
				c.Label = mapmodel.Label{Key: mapmodel.LabelAddCard, Args: []string{card.Text}}
			}
			next, err := now.Apply(c)
			if err != nil {
				wait = append(wait, r)
				continue
			}
			now = next
			changes = append(changes, c)
		}
		if len(wait) == len(left) {
			return nil, nil, fmt.Errorf("%d records lead to what is not there", len(left))
		}
		left = wait
	}
	return start, changes, nil
}
