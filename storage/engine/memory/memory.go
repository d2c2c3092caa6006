// Package memory keeps a store in memory, for tests and for a map that is never saved.
package memory

import (
	"context"
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"

	"footpath/storage/engine"
	"footpath/storage/engine/feed"
)

// Store is an engine.Store that lasts as long as the program.
type Store struct {
	mu       sync.RWMutex
	spaces   map[engine.Space]*space
	revision uint64
	closed   bool
	feed     *feed.Feed
}

// space holds its keys twice: sorted for List, and by name.
type space struct {
	keys  []string
	items map[string]value
}

type value struct {
	bytes    []byte
	revision uint64
}

var _ engine.Store = (*Store)(nil)

// New returns an empty store.
func New() *Store {
	return &Store{spaces: make(map[engine.Space]*space), feed: feed.New(0, 0, 0)}
}

// Get returns a copy of what is under the key.
func (s *Store) Get(key engine.Key) (engine.Item, error) {
	if err := engine.CheckKey(key); err != nil {
		return engine.Item{}, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return engine.Item{}, engine.ErrClosed
	}
	v, found := s.value(key)
	if !found {
		return engine.Item{}, engine.ErrNotFound
	}
	return engine.Item{Key: key, Value: slices.Clone(v.bytes), Revision: v.revision}, nil
}

func (s *Store) value(key engine.Key) (value, bool) {
	if sp := s.spaces[key.Space]; sp != nil {
		v, found := sp.items[key.Bytes]
		return v, found
	}
	return value{}, false
}

// List returns a page of copies.
func (s *Store) List(query engine.Query) (engine.Page, error) {
	if err := engine.CheckSpace(query.Space); err != nil {
		return engine.Page{}, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return engine.Page{}, engine.ErrClosed
	}
	page := engine.Page{Revision: s.revision}
	sp := s.spaces[query.Space]
	if sp == nil {
		return page, nil
	}
	keys := sp.within(query)
	size := 0
	for i := range keys {
		key := keys[i]
		if query.Reverse {
			key = keys[len(keys)-1-i]
		}
		if i == query.MaxItems() || size >= engine.PageBytes {
			page.Next = key
			break
		}
		v := sp.items[key]
		size += len(key) + len(v.bytes)
		page.Items = append(page.Items, engine.Item{
			Key:      engine.Key{Space: query.Space, Bytes: key},
			Value:    slices.Clone(v.bytes),
			Revision: v.revision,
		})
	}
	return page, nil
}

// within returns the keys a query speaks of, rising.
func (sp *space) within(query engine.Query) []string {
	from := sort.SearchStrings(sp.keys, query.Prefix)
	to := from + sort.Search(len(sp.keys)-from, func(i int) bool { return !strings.HasPrefix(sp.keys[from+i], query.Prefix) })
	keys := sp.keys[from:to]
	switch {
	case query.From == "":
		return keys
	case query.Reverse:
		return keys[:sort.Search(len(keys), func(i int) bool { return keys[i] > query.From })]
	default:
		return keys[sort.SearchStrings(keys, query.From):]
	}
}

// Commit does all operations or none.
func (s *Store) Commit(ops []engine.Op) (uint64, error) {
	if err := engine.CheckOps(ops); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return 0, engine.ErrClosed
	}
	if err := s.expected(ops); err != nil {
		return 0, err
	}
	if len(ops) == 0 {
		return s.revision, nil
	}
	s.revision++
	batch := engine.Batch{Revision: s.revision, Events: make([]engine.Event, len(ops))}
	for i, op := range ops {
		batch.Events[i] = engine.Event{Key: op.Key, Deleted: op.Delete}
		if op.Delete {
			s.remove(op.Key)
			continue
		}
		v := value{bytes: slices.Clone(op.Value), revision: s.revision}
		batch.Events[i].Value = v.bytes
		s.put(op.Key, v)
	}
	s.feed.Publish(batch)
	return s.revision, nil
}

// expected lists all expectations that do not hold.
func (s *Store) expected(ops []engine.Op) error {
	var conflicts []engine.Conflict
	for _, op := range ops {
		if v, _ := s.value(op.Key); !op.Expect.Holds(v.revision) {
			conflicts = append(conflicts, engine.Conflict{Key: op.Key, Revision: v.revision})
		}
	}
	if conflicts != nil {
		return &engine.ConflictError{Conflicts: conflicts}
	}
	return nil
}

func (s *Store) put(key engine.Key, v value) {
	sp := s.spaces[key.Space]
	if sp == nil {
		sp = &space{items: make(map[string]value)}
		s.spaces[key.Space] = sp
	}
	if i, found := slices.BinarySearch(sp.keys, key.Bytes); !found {
		sp.keys = slices.Insert(sp.keys, i, key.Bytes)
	}
	sp.items[key.Bytes] = v
}

func (s *Store) remove(key engine.Key) {
	sp := s.spaces[key.Space]
	if sp == nil {
		return
	}
	if i, found := slices.BinarySearch(sp.keys, key.Bytes); found {
		sp.keys = slices.Delete(sp.keys, i, i+1)
		delete(sp.items, key.Bytes)
	}
}

// Watch gives the batches after a revision.
func (s *Store) Watch(ctx context.Context, from uint64) iter.Seq2[engine.Batch, error] {
	return s.feed.Watch(ctx, from)
}

// Revision returns that of the last batch.
func (s *Store) Revision() uint64 {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.revision
}

// Close ends every Watch. What was stored is gone.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed, s.spaces = true, nil
	s.feed.Close(engine.ErrClosed)
	return nil
}
