package library

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/terms"
)

// Query is what somebody looks for among maps: words, each found where a word begins with it, in whatever order, case, accents
// and normal form, anywhere in a map.
type Query = terms.Query

// NewQuery takes what was typed apart. A query without a word finds nothing.
func NewQuery(text string) Query { return terms.NewQuery(text) }

// Text is what of a map its summary knows: its title and its personas' names.
func (s Summary) Text() string {
	text := s.Title
	for _, name := range s.Personas {
		text += "\n" + name
	}
	return text
}

// Matches are the maps that hold all words of a query, wherever in them; those in the bin, too.
type Matches struct {
	Maps map[mapmodel.ID]bool
	// Unread is how many maps were not looked at, because the index does not know them yet and there was no patience to read them.
	Unread int
}

// Match gives the maps that hold every word of the query. The index of words finds them, whose words are checked against the
// maps wherever it is behind; patience is how many maps may be read for that, 0 for as many as there are. It fails as reading
// does, or with the context's error.
func (l *Library) Match(ctx context.Context, query Query, patience int) (Matches, error) {
	found := Matches{Maps: make(map[mapmodel.ID]bool)}
	if query.Len() == 0 {
		return found, nil
	}
	unsure, err := l.index.find(ctx, query, found.Maps)
	if err != nil {
		return Matches{}, err
	}
	if patience > 0 && len(unsure) > patience {
		found.Unread = len(unsure) - patience
		unsure = unsure[:patience]
	}
	for _, id := range unsure {
		if err := ctx.Err(); err != nil {
			return Matches{}, err
		}
		holds, err := holds(l.store, id, query)
		if err != nil {
			return Matches{}, err
		}
		if holds {
			found.Maps[id] = true
		}
	}
	return found, nil
}

// find adds the maps of which the index knows that they hold the query, and gives those that have to be read to tell, the one
// written last first.
func (x *index) find(ctx context.Context, query Query, found map[mapmodel.ID]bool) (unsure []mapmodel.ID, err error) {
	if err := x.catchUp(ctx); err != nil {
		return nil, err
	}
	x.mu.RLock()
	start, loads, trusted := x.seen, x.loads, x.trusted()
	x.mu.RUnlock()
	lookups, exact := query.Lookups()
	var has numbers
	if trusted {
		has, err = x.lookUp(lookups)
		if key, damaged := damagedKey(err); damaged && key.Space == spaceSearch || errors.Is(err, errIndex) {
			trusted, err = false, nil // whoever brings it up to date will find out, too
		}
		if err != nil {
			return nil, err
		}
	}
	// While it was read it may have been written.
	if err := x.catchUp(ctx); err != nil {
		return nil, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	if !trusted || loads != x.loads {
		return x.latest(maps.Keys(x.maps)), nil
	}
	doubt := make(map[mapmodel.ID]bool)
	for id := range x.behind {
		doubt[id] = true
	}
	if x.seen != start {
		for id, m := range x.maps {
			if m.touched > start {
				doubt[id] = true
			}
		}
	}
	has.each(func(n uint32) {
		if int(n) >= len(x.numbers) || x.numbers[n].IsZero() {
			return
		}
		if id := x.numbers[n]; !exact {
			doubt[id] = true
		} else if !doubt[id] {
			found[id] = true
		}
	})
	return x.latest(maps.Keys(doubt)), nil
}

// latest sorts the maps that there are, the one written last first.
func (x *index) latest(ids func(func(mapmodel.ID) bool)) []mapmodel.ID {
	var list []mapmodel.ID
	for id := range ids {
		if m := x.maps[id]; m != nil && m.revision != 0 {
			list = append(list, id)
		}
	}
	slices.SortFunc(list, func(a, b mapmodel.ID) int {
		return cmp.Or(cmp.Compare(x.maps[b].revision, x.maps[a].revision), slices.Compare(a[:], b[:]))
	})
	return list
}

// lookUp gives the numbers under which the index has all of some terms.
func (x *index) lookUp(lookups []terms.Lookup) (all numbers, err error) {
	// What stands under one key narrows most cheaply.
	lookups = slices.Clone(lookups)
	slices.SortStableFunc(lookups, func(a, b terms.Lookup) int {
		if a.Prefix != b.Prefix {
			if b.Prefix {
				return -1
			}
			return 1
		}
		return cmp.Compare(len(b.Term), len(a.Term))
	})
	for i, l := range lookups {
		has, err := x.lookUpOne(l)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			all = has
		} else {
			all = all.and(has)
		}
		if all.empty() {
			break
		}
	}
	return all, nil
}

func (x *index) lookUpOne(l terms.Lookup) (has numbers, err error) {
	prefix := keyTerm + l.Term
	if !l.Prefix {
		prefix += "\x00"
	}
	for item, err := range engine.All(x.store, engine.Query{Space: spaceSearch, Prefix: prefix}) {
		if err != nil {
			return nil, err
		}
		_, at, ok := parseTermKey(item.Bytes)
		if !ok {
			return nil, errIndex
		}
		has = has.with(at)
		if err := has[at].add(item.Value); err != nil {
			return nil, err
		}
	}
	return has, nil
}

// holds tells whether a map holds all words of a query, by reading it.
func holds(store engine.Store, id mapmodel.ID, query Query) (bool, error) {
	var bits uint32
	err := eachText(store, id, func(_ mapmodel.Record, _ *mapmodel.Field, text string) bool {
		bits |= query.Words(text)
		return bits != query.All()
	})
	return bits == query.All(), err
}

// Search gives the maps that hold every word of a query, those first whose title does, and of these, as of the others, the one
// edited last first. Those in the bin are left out. What the index does not know yet is read.
func (l *Library) Search(ctx context.Context, query Query) ([]Summary, error) {
	matches, err := l.Match(ctx, query, 0)
	if err != nil {
		return nil, err
	}
	var list []Summary
	if len(matches.Maps) > fewMaps {
		if list, err = l.List(); err != nil {
			return nil, err
		}
		list = slices.DeleteFunc(list, func(s Summary) bool { return !matches.Maps[s.ID] })
	} else {
		for id := range matches.Maps {
			s, err := l.summary(id)
			if errors.Is(err, ErrNoMap) {
				continue
			}
			if err != nil {
				return nil, err
			}
			list = append(list, s)
		}
		list = latestFirst(list)
	}
	list = slices.DeleteFunc(list, func(s Summary) bool { return s.Bin })
	titled := make(map[mapmodel.ID]bool)
	for _, s := range list {
		titled[s.ID] = query.Holds(s.Title)
	}
	slices.SortStableFunc(list, func(a, b Summary) int {
		if titled[a.ID] == titled[b.ID] {
			return 0
		}
		if titled[a.ID] {
			return -1
		}
		return 1
	})
	return list, nil
}

// fewMaps is how many summaries are read one by one rather than all.
const fewMaps = 500

// summary reads one map's.
func (l *Library) summary(id mapmodel.ID) (Summary, error) {
	var o opened
	err := l.readSummary(id, &o)
	if _, damaged := damagedKey(err); damaged {
		return l.gather(id), nil
	}
	return o.summary.public(id, o.report.Revision), err
}
