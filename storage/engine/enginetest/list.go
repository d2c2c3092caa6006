package enginetest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"footpath/storage/engine"
)

// listPromises are those of List.
var listPromises = []promise{
	{"ListIsInByteOrderFromEitherEnd", func(t *testing.T, store engine.Store) {
		var ops []engine.Op
		for _, k := range []string{"b1", "a", "b", "b\xff", "c", "b\x00", "b2", "\xff"} {
			ops = append(ops, put(key("a", k), k))
		}
		commit(t, store, ops...)
		type q = engine.Query
		wantKeys(t, store, q{Space: "a"}, "a", "b", "b\x00", "b1", "b2", "b\xff", "c", "\xff")
		wantKeys(t, store, q{Space: "a", Reverse: true}, "\xff", "c", "b\xff", "b2", "b1", "b\x00", "b", "a")
		wantKeys(t, store, q{Space: "a", Prefix: "b"}, "b", "b\x00", "b1", "b2", "b\xff")
		wantKeys(t, store, q{Space: "a", Prefix: "b", Reverse: true}, "b\xff", "b2", "b1", "b\x00", "b")
		wantKeys(t, store, q{Space: "a", Prefix: "b", From: "b1"}, "b1", "b2", "b\xff")
		wantKeys(t, store, q{Space: "a", Prefix: "b", From: "b11"}, "b2", "b\xff")
		wantKeys(t, store, q{Space: "a", Prefix: "b", From: "b11", Reverse: true}, "b1", "b\x00", "b")
		wantKeys(t, store, q{Space: "a", Prefix: "b", From: "b1", Reverse: true}, "b1", "b\x00", "b")
		wantKeys(t, store, q{Space: "a", Prefix: "b", From: "a"}, "b", "b\x00", "b1", "b2", "b\xff")
		wantKeys(t, store, q{Space: "a", Prefix: "b", From: "c"})
		wantKeys(t, store, q{Space: "a", Prefix: "b", From: "c", Reverse: true}, "b\xff", "b2", "b1", "b\x00", "b")
		wantKeys(t, store, q{Space: "a", Prefix: "b", From: "a", Reverse: true})
		wantKeys(t, store, q{Space: "a", Prefix: "x"})
		wantKeys(t, store, q{Space: "a", Prefix: "\xff", Reverse: true}, "\xff")
		wantKeys(t, store, q{Space: "a", Limit: 2}, "a", "b")
		wantKeys(t, store, q{Space: "a", Limit: 2, Reverse: true}, "\xff", "c")
	}},

	{"ALongListComesInPagesThatJoinWithoutAGap", func(t *testing.T, store engine.Store) {
		ops := many("k", 5000)
		commit(t, store, ops...)
		commit(t, store, many("j", 100)...)
		commit(t, store, many("l", 100)...)
		var want []string
		for _, op := range ops {
			want = append(want, op.Bytes)
		}
		for _, limit := range []int{0, 7, 1000, 4999, 5000} {
			for _, reverse := range []bool{false, true} {
				got, pages := pageThrough(t, store, engine.Query{Space: "a", Prefix: "k", Limit: limit, Reverse: reverse})
				if reverse {
					slices.Reverse(got)
				}
				if !slices.Equal(got, want) {
					t.Errorf("limit %d, reverse %v: %d keys, want %d", limit, reverse, len(got), len(want))
				}
				if limit > 0 && pages != (len(want)+limit-1)/limit {
					t.Errorf("limit %d, reverse %v: %d pages", limit, reverse, pages)
				}
			}
		}
	}},

	{"APageIsBoundedInBytes", func(t *testing.T, store engine.Store) {
		value := bytes.Repeat([]byte{7}, engine.PageBytes/4)
		for i := range 6 {
			commit(t, store, engine.Op{Key: key("a", fmt.Sprint(i)), Value: value})
		}
		page, err := store.List(engine.Query{Space: "a"})
		if err != nil || len(page.Items) < 4 || len(page.Items) > 5 || page.Next == "" {
			t.Errorf("List: %d items, next %q, %v", len(page.Items), page.Next, err)
		}
		wantKeys(t, store, engine.Query{Space: "a"}, "0", "1", "2", "3", "4", "5")
	}},
}

// many gives n operations with keys of a common prefix, in order.
func many(prefix string, n int) []engine.Op {
	ops := make([]engine.Op, n)
	for i := range ops {
		ops[i] = put(key("a", fmt.Sprintf("%s%03d", prefix, i)), strings.Repeat("v", 100))
	}
	slices.SortFunc(ops, func(a, b engine.Op) int { return strings.Compare(a.Bytes, b.Bytes) })
	return ops
}

// pageThrough lists by hand, as All does not tell its pages.
func pageThrough(t *testing.T, store engine.Store, query engine.Query) (names []string, pages int) {
	t.Helper()
	for {
		page, err := store.List(query)
		if err != nil {
			t.Fatal(err)
		}
		pages++
		for _, item := range page.Items {
			names = append(names, item.Bytes)
		}
		if page.Next == "" {
			return names, pages
		}
		query.From = page.Next
	}
}
