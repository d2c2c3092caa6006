package library

import (
	"errors"

	"footpath/storage/engine"
)

// walk visits every item a query describes, page by page. A damaged one does not hide the others: it is reported by its key and passed over.
// Damage that is not in one value ends the walk with an error.
func (l *Library) walk(query engine.Query, visit func([]engine.Item), damaged func(engine.Key, error)) error {
	return walk(l.store, query, visit, damaged)
}

func walk(store engine.Store, query engine.Query, visit func([]engine.Item), damaged func(engine.Key, error)) error {
	for {
		page, err := store.List(query)
		switch key, hurt := damagedKey(err); {
		case err == nil:
		case hurt && key.Space == query.Space && key.Bytes >= max(query.From, query.Prefix):
			// A page is given whole or not at all, so what stands before the damage is read one by one.
			if err := walkUpTo(store, &query, key.Bytes, visit, damaged); err != nil {
				return err
			}
			continue
		default:
			return err
		}
		visit(page.Items)
		if page.Next == "" {
			return nil
		}
		query.From = page.Next
	}
}

// walkUpTo visits the items up to and including a key, and moves the query past it.
func walkUpTo(store engine.Store, query *engine.Query, last string, visit func([]engine.Item), damaged func(engine.Key, error)) error {
	single := *query
	for single.Limit = 1; single.From <= last; {
		page, err := store.List(single)
		switch key, hurt := damagedKey(err); {
		case err == nil && len(page.Items) == 1:
			visit(page.Items)
			single.From = page.Items[0].Bytes + "\x00"
		case err == nil:
			single.From = last + "\x00"
		case hurt && key.Space == query.Space && key.Bytes >= single.From:
			damaged(key, err)
			single.From = key.Bytes + "\x00"
		default:
			return err
		}
	}
	query.From = single.From
	return nil
}

// damagedKey is the key of the one value that an error says is damaged.
func damagedKey(err error) (engine.Key, bool) {
	var damage *engine.DamagedError
	if errors.As(err, &damage) && damage.Key.Space != "" {
		return damage.Key, true
	}
	return engine.Key{}, false
}
