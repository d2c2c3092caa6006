package engine

import "iter"

// All walks over every item the query describes, page by page; Limit, when not 0, is the most items in all. Each page is of one
// moment, but later pages may show later ones: compare Revision where that matters. An error ends the walk.
func All(store Store, query Query) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		left := query.Limit
		for {
			page, err := store.List(query)
			if err != nil {
				yield(Item{}, err)
				return
			}
			for _, item := range page.Items {
				if !yield(item, nil) {
					return
				}
			}
			left -= len(page.Items)
			if page.Next == "" || query.Limit != 0 && left <= 0 {
				return
			}
			query.From = page.Next
			if query.Limit != 0 {
				query.Limit = left
			}
		}
	}
}
