package enginetest

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"footpath/storage/engine"
)

// machine makes random calls of a store and of a plain Go map, and compares what they say.
type machine struct {
	open   func() engine.Store // an empty store
	reopen func() engine.Store // the last one again; nil when it does not outlast its closing
}

// model is what the store should hold.
type model struct {
	store    engine.Store
	values   map[engine.Key]engine.Item
	revision uint64
	opened   uint64         // the revision at the last opening
	told     []engine.Batch // since then, what Watch should tell
}

func (m machine) check(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &model{store: m.open(), values: make(map[engine.Key]engine.Item)}
		defer func() { _ = c.store.Close() }()
		actions := map[string]func(*rapid.T){
			"commit": c.commit,
			"get":    c.get,
			"list":   c.list,
			"watch":  c.watch,
			"":       c.invariant,
		}
		if m.reopen != nil {
			actions["reopen"] = func(t *rapid.T) {
				if err := c.store.Close(); err != nil {
					t.Fatalf("Close: %v", err)
				}
				c.store = m.reopen()
				c.opened, c.told = c.revision, nil
			}
		}
		t.Repeat(actions)
	})
}

// Few spaces and short keys of few letters, so that operations meet.
var (
	someSpace  = rapid.SampledFrom([]engine.Space{"a", "log", "records"})
	someBytes  = rapid.StringOfN(rapid.SampledFrom([]rune("ab\x00")), 1, 3, -1)
	somePrefix = rapid.StringOfN(rapid.SampledFrom([]rune("ab\x00")), 0, 2, -1)
	someValue  = rapid.OneOf(rapid.SliceOfN(rapid.Byte(), 0, 8), rapid.Map(rapid.IntRange(1, 9000), func(n int) []byte {
		return []byte(strings.Repeat("x", n))
	}))
	someKey = rapid.Custom(func(t *rapid.T) engine.Key { return key(someSpace.Draw(t, "space"), someBytes.Draw(t, "key")) })
)

func (c *model) commit(t *rapid.T) {
	keys := rapid.SliceOfNDistinct(someKey, 0, 24, rapid.ID).Draw(t, "keys")
	var ops []engine.Op
	var conflicts []engine.Conflict
	for _, k := range keys {
		op := engine.Op{Key: k, Delete: rapid.Bool().Draw(t, "delete")}
		if !op.Delete {
			op.Value = someValue.Draw(t, "value")
		}
		is := c.values[k].Revision
		switch rapid.IntRange(0, 30).Draw(t, "expect") {
		case 0:
			op.Expect = engine.Absent
		case 1:
			op.Expect = engine.At(rapid.Uint64Range(0, c.revision+1).Draw(t, "wrong"))
		case 2, 3, 4, 5, 6, 7:
			op.Expect = engine.At(is)
		}
		if !op.Expect.Holds(is) {
			conflicts = append(conflicts, engine.Conflict{Key: k, Revision: is})
		}
		ops = append(ops, op)
	}
	revision, err := c.store.Commit(ops)
	if conflicts != nil {
		var conflict *engine.ConflictError
		if !errors.As(err, &conflict) || !slices.Equal(conflict.Conflicts, conflicts) {
			t.Fatalf("Commit: %v, want conflicts %v", err, conflicts)
		}
		return
	}
	if err != nil {
		t.Fatalf("Commit: %v", err)
	}
	if len(ops) == 0 {
		if revision != c.revision {
			t.Fatalf("an empty batch gave revision %d, want %d", revision, c.revision)
		}
		return
	}
	if revision <= c.revision {
		t.Fatalf("after revision %d came %d", c.revision, revision)
	}
	c.apply(ops, revision)
}

func (c *model) apply(ops []engine.Op, revision uint64) {
	batch := engine.Batch{Revision: revision}
	for _, op := range ops {
		batch.Events = append(batch.Events, engine.Event{Key: op.Key, Value: op.Value, Deleted: op.Delete})
		if op.Delete {
			delete(c.values, op.Key)
		} else {
			c.values[op.Key] = engine.Item{Key: op.Key, Value: op.Value, Revision: revision}
		}
	}
	c.told = append(c.told, batch)
	c.revision = revision
}

func (c *model) get(t *rapid.T) {
	k := someKey.Draw(t, "key")
	item, err := c.store.Get(k)
	want, found := c.values[k]
	switch {
	case !found && !errors.Is(err, engine.ErrNotFound):
		t.Fatalf("Get %v: %v, want ErrNotFound", k, err)
	case found && (err != nil || !same(item, want)):
		t.Fatalf("Get %v = %v, %v, want %v", k, item, err, want)
	}
}

func (c *model) list(t *rapid.T) {
	query := engine.Query{
		Space:   someSpace.Draw(t, "space"),
		Prefix:  somePrefix.Draw(t, "prefix"),
		Reverse: rapid.Bool().Draw(t, "reverse"),
		Limit:   rapid.IntRange(0, 5).Draw(t, "limit"),
	}
	if rapid.Bool().Draw(t, "from") {
		query.From = someBytes.Draw(t, "from key")
	}
	page, err := c.store.List(query)
	if err != nil {
		t.Fatalf("List %+v: %v", query, err)
	}
	want, next := c.expected(query)
	if !slices.EqualFunc(page.Items, want, same) || page.Next != next || page.Revision != c.revision {
		t.Fatalf("List %+v = %v, next %q, revision %d\nwant %v, next %q, revision %d",
			query, page.Items, page.Next, page.Revision, want, next, c.revision)
	}
}

// expected is List done slowly.
func (c *model) expected(query engine.Query) (items []engine.Item, next string) {
	for _, item := range c.sorted() {
		before := query.From != "" && (!query.Reverse && item.Bytes < query.From || query.Reverse && item.Bytes > query.From)
		if item.Space == query.Space && strings.HasPrefix(item.Bytes, query.Prefix) && !before {
			items = append(items, item)
		}
	}
	if query.Reverse {
		slices.Reverse(items)
	}
	if limit := query.MaxItems(); len(items) > limit {
		return items[:limit], items[limit].Bytes
	}
	return items, ""
}

func (c *model) sorted() []engine.Item {
	return slices.SortedFunc(maps.Values(c.values), func(a, b engine.Item) int { return strings.Compare(a.Bytes, b.Bytes) })
}

func (c *model) watch(t *rapid.T) {
	from := rapid.Uint64Range(c.opened, c.revision).Draw(t, "from")
	want := slices.Clone(c.told)
	for len(want) > 0 && want[0].Revision <= from {
		want = want[1:]
	}
	if len(want) == 0 {
		return
	}
	for batch, err := range c.store.Watch(t.Context(), from) {
		if err != nil {
			t.Fatalf("Watch from %d: %v", from, err)
		}
		if tell(batch) != tell(want[0]) {
			t.Fatalf("Watch from %d told %s, want %s", from, tell(batch), tell(want[0]))
		}
		if want = want[1:]; len(want) == 0 {
			return
		}
	}
}

// invariant compares everything, after each call.
func (c *model) invariant(t *rapid.T) {
	if got := c.store.Revision(); got != c.revision {
		t.Fatalf("Revision = %d, want %d", got, c.revision)
	}
	for _, space := range []engine.Space{"a", "log", "records"} {
		var got []engine.Item
		for item, err := range engine.All(c.store, engine.Query{Space: space}) {
			if err != nil {
				t.Fatalf("List %q: %v", space, err)
			}
			got = append(got, item)
		}
		want, _ := c.expected(engine.Query{Space: space})
		if !slices.EqualFunc(got, want, same) {
			t.Fatalf("%q holds %s, want %s", space, short(got), short(want))
		}
	}
}

func same(a, b engine.Item) bool {
	return a.Key == b.Key && a.Revision == b.Revision && string(a.Value) == string(b.Value)
}

func short(items []engine.Item) string {
	var b strings.Builder
	for _, item := range items {
		fmt.Fprintf(&b, " %q@%d(%d bytes)", item.Bytes, item.Revision, len(item.Value))
	}
	return b.String()
}
