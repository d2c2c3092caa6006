package library

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/engine"
)

// bigMap has 5,000 cards.
func bigMap() *mapmodel.Map { return mapgen.Grid(50, 5, 20, 1) }

// bare opens a plain bbolt file beside the library's.
func bare(b *testing.B, dir string) *bbolt.DB {
	b.Helper()
	db, err := bbolt.Open(filepath.Join(dir, "bare"), 0o600, &bbolt.Options{
		FreelistType: bbolt.FreelistMapType, InitialMmapSize: 1 << 30, NoStatistics: true,
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	return db
}

func putBare(b *testing.B, db *bbolt.DB, ops []engine.Op) {
	b.Helper()
	err := db.Update(func(tx *bbolt.Tx) error {
		for _, op := range ops {
			bucket, err := tx.CreateBucketIfNotExists([]byte(op.Space))
			if err != nil {
				return err
			}
			if op.Space == spaceLog {
				bucket.FillPercent = 0.95
			}
			if op.Delete {
				err = bucket.Delete([]byte(op.Bytes))
			} else {
				err = bucket.Put([]byte(op.Bytes), op.Value)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

// copyBare puts everything a library holds into a plain bbolt file.
func copyBare(b *testing.B, l *Library, db *bbolt.DB) {
	b.Helper()
	for _, space := range allSpaces {
		var ops []engine.Op
		for item, err := range engine.All(l.store, engine.Query{Space: space}) {
			if err != nil {
				b.Fatal(err)
			}
			ops = append(ops, engine.Op{Key: item.Key, Value: item.Value})
		}
		putBare(b, db, ops)
	}
}

func openBench(b *testing.B, dir string) *Library {
	b.Helper()
	l, err := Open(filepath.Join(dir, "maps.footpath"), Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := l.Close(); err != nil {
			b.Error(err)
		}
	})
	return l
}

// written is how many bytes this process has handed to the system for writing, where the system tells.
func written() (n int64, known bool) {
	raw, err := os.ReadFile("/proc/self/io")
	if err != nil {
		return 0, false
	}
	var read int64
	_, err = fmt.Sscanf(string(raw), "rchar: %d\nwchar: %d", &read, &n)
	return n, err == nil
}

// perCommit reports the bytes written in each round.
func perCommit(b *testing.B, run func()) {
	before, _ := written()
	run()
	if after, known := written(); known {
		b.ReportMetric(float64(after-before)/1024/float64(b.N), "KiB/commit")
	}
}

// sideBySide takes turns at the two, so that whatever else the machine does meets both alike, and reports the ratio of their
// medians.
func sideBySide(b *testing.B, ours, rival func(round int)) {
	b.Helper()
	var times [2][]time.Duration
	for round := range b.N {
		for side, run := range []func(int){ours, rival} {
			began := time.Now()
			run(round)
			times[side] = append(times[side], time.Since(began))
		}
	}
	median := func(d []time.Duration) float64 { slices.Sort(d); return float64(d[len(d)/2]) }
	b.ReportMetric(median(times[0])/median(times[1]), "x-bare")
}

// typing gives n changes as a keystroke makes them: a card of 500 bytes in a 5,000-card map gets another letter in its middle.
func typing(b *testing.B, m *mapmodel.Map, n int) []mapmodel.Event {
	b.Helper()
	desk := &mapmodel.Desk{Author: m.ID(), Source: mapmodel.NewSeededSource(9), Now: time.Now}
	var card *mapmodel.Card
	for card = range m.Cards() {
		break
	}
	text := fmt.Sprintf("%-500s.", card.Text)
	doc := mapmodel.NewDocument(m, desk.Source, desk.Now)
	events := make([]mapmodel.Event, 0, n)
	doc.Listen(func(e mapmodel.Event) { events = append(events, e) })
	for i := range n {
		c, err := desk.SetText(doc.Map(), card.ID, text[:300]+string(rune('a'+i%26))+text[300:])
		if err == nil {
			_, err = doc.Do(c)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	return events
}

func BenchmarkKeystrokeCommit(b *testing.B) {
	b.Run("footpath", func(b *testing.B) {
		commit, _ := keystrokes(b)
		b.ReportAllocs()
		b.ResetTimer()
		perCommit(b, func() {
			for i := range b.N {
				commit(i)
			}
		})
	})
	b.Run("bbolt", func(b *testing.B) {
		_, commit := keystrokes(b)
		b.ReportAllocs()
		b.ResetTimer()
		perCommit(b, func() {
			for i := range b.N {
				commit(i)
			}
		})
	})
	b.Run("ratio", func(b *testing.B) {
		ours, rival := keystrokes(b)
		b.ResetTimer()
		sideBySide(b, ours, rival)
	})
}

// keystrokes prepares b.N keystrokes in a 5,000-card map. ours hands one to a session and waits for it to be on disk; rival puts
// the very same bytes into a plain bbolt file.
func keystrokes(b *testing.B) (ours, rival func(i int)) {
	b.Helper()
	dir := b.TempDir()
	l, db, m := openBench(b, dir), bare(b, dir), bigMap()
	if err := l.Create(m, mapmodel.Change{}); err != nil {
		b.Fatal(err)
	}
	copyBare(b, l, db)
	events := typing(b, m, b.N)
	batches := make([][]engine.Op, 0, b.N)
	gathered := newBatch()
	for _, e := range events {
		if err := l.appendChange(gathered, e); err != nil {
			b.Fatal(err)
		}
		batches = append(batches, gathered.ops)
		gathered = &batch{at: make(map[engine.Key]int), heads: gathered.heads}
	}
	session, err := l.Attach(mapmodel.NewDocument(m, mapmodel.NewSource(), time.Now), Listener{})
	if err != nil {
		b.Fatal(err)
	}
	ours = func(i int) {
		session.take(events[i])
		if err := session.Flush(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
	return ours, func(i int) { putBare(b, db, batches[i]) }
}
