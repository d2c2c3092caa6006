package library

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/engine"
)

// A library as large as it may get is 10,000 maps with a million cards, a gigabyte, and is made in some minutes:
//
//	go test ./storage/library -run '^$' -bench 'Search|BigHome|BigOpen' -maps 10000 -keep /tmp/big.db
var (
	bigMaps = flag.Int("maps", 1000, "how many maps of 100 cards the benchmarks of a large library have")
	bigKeep = flag.String("keep", "", "where that library is kept for another run, and is looked for; empty for nowhere")
)

// bigLibrary opens, and where need be makes, the large library, with its index.
func bigLibrary(b *testing.B) *Library {
	b.Helper()
	path := *bigKeep
	if path == "" {
		path = filepath.Join(b.TempDir(), "big.db")
	}
	_, err := os.Stat(path)
	fresh := err != nil
	l, err := Open(path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := l.Close(); err != nil {
			b.Error(err)
		}
	})
	began := time.Now()
	if fresh {
		fillLibrary(b, l, *bigMaps)
		b.Logf("%d maps made in %v", *bigMaps, time.Since(began).Round(time.Second/10))
	}
	began = time.Now()
	mustUpdate(b, l)
	if fresh {
		keys, size := spaceSize(b, l, spaceSearch)
		_, texts := spaceSize(b, l, spaceRecords)
		b.Logf("indexed in %v: %d keys, %.1f MB, of %.1f MB of records", time.Since(began).Round(time.Second/10), keys, size/1e6, texts/1e6)
	}
	return l
}

func fillLibrary(b *testing.B, l *Library, maps int) {
	b.Helper()
	const together = 20
	for made := 0; made < maps; {
		batch := newBatch()
		for range min(together, maps-made) {
			made++
			m := mapgen.Wordy(5, 5, 4, uint64(made))
			if err := l.appendNew(batch, m, mapmodel.Change{ID: m.ID(), At: 1_790_000_000_000 + int64(made)}); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := l.store.Commit(batch.ops); err != nil {
			b.Fatal(err)
		}
	}
}

func spaceSize(b *testing.B, l *Library, space engine.Space) (keys int, size float64) {
	b.Helper()
	for item, err := range engine.All(l.store, engine.Query{Space: space}) {
		if err != nil {
			b.Fatal(err)
		}
		keys++
		size += float64(len(item.Bytes) + len(item.Value))
	}
	return keys, size
}

// BenchmarkSearch looks for the maps that hold words. The rival goes through the bare text of all cards, which it has in memory,
// with bytes.Contains, and finds capital letters and accents only as typed. places also looks where the words stand in the first
// twenty maps, as home does with those in sight.
func BenchmarkSearch(b *testing.B) {
	l := bigLibrary(b)
	text := allText(b, l)
	rare, common := someWords(b, l)
	for _, c := range []struct{ name, query string }{
		{"rare", rare}, {"common", common}, {"beginning", common[:3]}, {"two-letters", common[:2]}, {"two-words", common + " " + rare}, {"nothing", "zzzyx"},
	} {
		query := NewQuery(c.query)
		ours := func(int) {
			if found, err := l.Match(context.Background(), query, 0); err != nil || found.Unread > 0 {
				b.Fatal(err, found.Unread)
			}
		}
		places := func() {
			found, err := l.Match(context.Background(), query, 0)
			if err != nil {
				b.Fatal(err)
			}
			n := 0
			for id := range found.Maps {
				if n++; n > 20 {
					break
				}
				if places, err := l.Places(id, query, 1); err != nil || len(places) == 0 {
					b.Fatal(err, len(places))
				}
			}
		}
		word := []byte(c.query)
		rival := func(int) {
			n := 0
			for _, card := range text {
				if bytes.Contains(card, word) {
					n++
				}
			}
		}
		b.Run(c.name, func(b *testing.B) {
			against(b, ours, rival)
			b.Run("places", func(b *testing.B) {
				for b.Loop() {
					places()
				}
			})
		})
	}
}

// allText is what all cards say.
func allText(b *testing.B, l *Library) (all [][]byte) {
	b.Helper()
	list, err := l.List()
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for _, s := range list {
		err := eachText(l.store, s.ID, func(r mapmodel.Record, _ *mapmodel.Field, text string) bool {
			if r.Kind() == mapmodel.KindCard {
				all = append(all, []byte(text))
				size += len(text)
			}
			return true
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.Logf("%d cards of %.1f MB", len(all), float64(size)/1e6)
	return all
}

// someWords gives a word that is in few maps and one that is in most.
func someWords(b *testing.B, l *Library) (rare, common string) {
	b.Helper()
	list, err := l.List()
	if err != nil {
		b.Fatal(err)
	}
	fewest, most := len(list)+1, 0
	for at := 0; at < 400; at++ {
		m, _, err := l.Look(list[at%len(list)].ID)
		if err != nil {
			b.Fatal(err)
		}
		words := bytes.Fields([]byte(m.Header().Title))
		word := string(bytes.ToLower(words[at%2]))
		found, err := l.Match(context.Background(), NewQuery(word), 0)
		if err != nil {
			b.Fatal(err)
		}
		if n := len(found.Maps); n < fewest {
			fewest, rare = n, word
		} else if n > most {
			most, common = n, word
		}
	}
	b.Logf("%q is in %d maps, %q in %d", rare, fewest, common, most)
	return rare, common
}

// BenchmarkBigHome lists a large library, and BenchmarkBigOpen opens one map of it; the rivals are those of a small one.
func BenchmarkBigHome(b *testing.B) {
	l := bigLibrary(b)
	db := bare(b, b.TempDir())
	page, err := l.store.List(engine.Query{Space: spaceSummaries})
	if err != nil || page.Next != "" {
		b.Fatal(err, page.Next)
	}
	ops := make([]engine.Op, len(page.Items))
	for i, item := range page.Items {
		ops[i] = engine.Op{Key: item.Key, Value: item.Value}
	}
	putBare(b, db, ops)
	ours := func(int) {
		if list, err := l.List(); err != nil || len(list) != len(ops) {
			b.Fatal(len(list), err)
		}
	}
	against(b, ours, func(int) { listBare(b, db, len(ops)) })
}

func BenchmarkBigOpen(b *testing.B) {
	large := bigLibrary(b)
	small := openBench(b, b.TempDir())
	m := mapgen.Wordy(5, 5, 4, 1)
	if err := small.Create(m, mapmodel.Change{}); err != nil {
		b.Fatal(err)
	}
	open := func(l *Library) func(int) {
		return func(int) {
			if opened, _, err := l.Open(m.ID()); err != nil || opened.Len() != m.Len() {
				b.Fatal(err)
			}
		}
	}
	against(b, open(large), open(small))
}

// BenchmarkIndexOneEdit brings the index up to date after a card of a map with 5,000 has got another word. It is not what a
// keystroke waits for.
func BenchmarkIndexOneEdit(b *testing.B) {
	l, m := openBench(b, b.TempDir()), bigMap()
	if err := l.Create(m, mapmodel.Change{}); err != nil {
		b.Fatal(err)
	}
	mustUpdate(b, l)
	p := sit(b, l, m, Listener{})
	var card mapmodel.ID
	for c := range m.Cards() {
		card = c.ID
		break
	}
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		p.setText(b, card, fmt.Sprintf("word%d and more", i))
		p.flush(b)
		b.StartTimer()
		mustUpdate(b, l)
	}
}
