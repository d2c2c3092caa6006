package library

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/fxamacker/cbor/v2"
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
		page, err := l.store.List(engine.Query{Space: space})
		if err != nil || page.Next != "" {
			b.Fatal(err, page.Next)
		}
		ops := make([]engine.Op, len(page.Items))
		for i, item := range page.Items {
			ops[i] = engine.Op{Key: item.Key, Value: item.Value}
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
		l, m := openBench(b, b.TempDir()), bigMap()
		if err := l.Create(m, mapmodel.Change{}); err != nil {
			b.Fatal(err)
		}
		events := typing(b, m, b.N)
		session, err := l.Attach(mapmodel.NewDocument(m, mapmodel.NewSource(), time.Now), Listener{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		b.ResetTimer()
		perCommit(b, func() {
			for _, e := range events {
				session.take(e)
				if err := session.Flush(context.Background()); err != nil {
					b.Fatal(err)
				}
			}
		})
	})
	b.Run("bbolt", func(b *testing.B) {
		dir := b.TempDir()
		l, db, m := openBench(b, dir), bare(b, dir), bigMap()
		if err := l.Create(m, mapmodel.Change{}); err != nil {
			b.Fatal(err)
		}
		copyBare(b, l, db)
		// The puts of the same keystrokes, prepared: all that is left is to write them.
		batches := make([][]engine.Op, 0, b.N)
		gathered := newBatch()
		for _, e := range typing(b, m, b.N) {
			if err := l.appendChange(gathered, e); err != nil {
				b.Fatal(err)
			}
			batches = append(batches, gathered.ops)
			gathered = &batch{at: make(map[engine.Key]int), heads: gathered.heads}
		}
		b.ReportAllocs()
		b.ResetTimer()
		perCommit(b, func() {
			for _, ops := range batches {
				putBare(b, db, ops)
			}
		})
	})
}

// plainCard is a card as a plain struct with numbered fields, the fastest way fxamacker/cbor has of reading one.
type plainCard struct {
	Kind       int        `cbor:"0,keyasint"`
	Rank       string     `cbor:"1,keyasint"`
	Key        string     `cbor:"2,keyasint"`
	Text       string     `cbor:"3,keyasint"`
	Emotion    *int       `cbor:"4,keyasint"`
	Mood       string     `cbor:"5,keyasint"`
	Moment     bool       `cbor:"6,keyasint"`
	Persona    []byte     `cbor:"7,keyasint"`
	Channel    string     `cbor:"8,keyasint"`
	Where      string     `cbor:"9,keyasint"`
	People     []string   `cbor:"10,keyasint"`
	Reason     string     `cbor:"11,keyasint"`
	Sign       string     `cbor:"12,keyasint"`
	Pillar     string     `cbor:"13,keyasint"`
	Department string     `cbor:"14,keyasint"`
	Tags       []string   `cbor:"15,keyasint"`
	Note       string     `cbor:"16,keyasint"`
	Level      string     `cbor:"17,keyasint"`
	Evidence   [][]byte   `cbor:"18,keyasint"`
	Answers    [][]byte   `cbor:"19,keyasint"`
	Owner      string     `cbor:"20,keyasint"`
	Status     string     `cbor:"21,keyasint"`
	Due        string     `cbor:"22,keyasint"`
	Impact     *int       `cbor:"23,keyasint"`
	Effort     *int       `cbor:"24,keyasint"`
	Reach      *int       `cbor:"25,keyasint"`
	Confidence *int       `cbor:"26,keyasint"`
	Links      []string   `cbor:"27,keyasint"`
	Pictures   [][]byte   `cbor:"28,keyasint"`
	Conflicts  [][]string `cbor:"29,keyasint"`
	Column     []byte     `cbor:"30,keyasint"`
	Lane       []byte     `cbor:"31,keyasint"`
}

func BenchmarkOpenMap(b *testing.B) {
	dir := b.TempDir()
	l, db, m := openBench(b, dir), bare(b, dir), fullMap()
	if err := l.Create(m, mapmodel.Change{}); err != nil {
		b.Fatal(err)
	}
	copyBare(b, l, db)
	b.Run("footpath", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if opened, _, err := l.Open(m.ID()); err != nil || opened.Len() != m.Len() {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			n := 0
			err := db.View(func(tx *bbolt.Tx) error {
				prefix := []byte(idKey(m.ID()))
				cursor := tx.Bucket([]byte(spaceRecords)).Cursor()
				for key, value := cursor.Seek(prefix); bytes.HasPrefix(key, prefix); key, value = cursor.Next() {
					n++
					if value[2] != byte(mapmodel.KindCard) {
						continue
					}
					card := new(plainCard)
					if err := cbor.Unmarshal(value, card); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil || n != m.Len() {
				b.Fatal(err, n)
			}
		}
	})
}

// fullMap is bigMap with a few more fields on every card, as worked-on maps have them.
func fullMap() *mapmodel.Map {
	var records []mapmodel.Record
	i := 0
	for r := range bigMap().Records() {
		if card, ok := r.(*mapmodel.Card); ok {
			full := *card
			full.Tags = []string{"waiting", "quick win"}
			full.Channel, full.Where, full.Note = "web site", mapmodel.Online, "Ask at check-in for a mobile number, and say what for."
			if i++; i%2 == 0 {
				full.Status, full.Impact, full.Effort, full.Owner = mapmodel.Planned, mapmodel.N(4), mapmodel.N(2), "Web team"
			}
			r = &full
		}
		records = append(records, r)
	}
	m, _ := mapmodel.FromRecords(records, mapmodel.NewSeededSource(1))
	return m
}

// plainSummary is a summary as a plain struct with numbered fields.
type plainSummary struct {
	Title    string   `cbor:"1,keyasint"`
	Personas []string `cbor:"2,keyasint"`
	State    string   `cbor:"3,keyasint"`
	Stages   int      `cbor:"4,keyasint"`
	Cards    int      `cbor:"5,keyasint"`
	Edited   int64    `cbor:"6,keyasint"`
	Bin      bool     `cbor:"7,keyasint"`
	Records  int      `cbor:"8,keyasint"`
	Seq      uint64   `cbor:"9,keyasint"`
	Format   int      `cbor:"10,keyasint"`
}

func BenchmarkHome(b *testing.B) {
	const maps = 10_000
	dir := b.TempDir()
	l, db := openBench(b, dir), bare(b, dir)
	src := mapmodel.NewSeededSource(1)
	for batch := range 10 {
		ops := make([]engine.Op, maps/10)
		for i := range ops {
			id := src.ID()
			s := storedSummary{
				Title: fmt.Sprintf("Journey %d of the front desk", batch*len(ops)+i), Personas: []string{"Rosa", "Tom, second-hand buyer"},
				State: "current", Stages: 7, Cards: 120 + i, Edited: 1_790_000_000_000 + int64(i*7919%100_000), Records: 140 + i, Seq: uint64(i), Format: 1,
			}
			ops[i] = engine.Op{Key: engine.Key{Space: spaceSummaries, Bytes: idKey(id)}, Value: appendSummary(nil, s)}
		}
		if _, err := l.store.Commit(ops); err != nil {
			b.Fatal(err)
		}
	}
	copyBare(b, l, db)
	b.Run("footpath", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if list, err := l.List(); err != nil || len(list) != maps {
				b.Fatal(len(list), err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			list := make([]plainSummary, 0, maps)
			err := db.View(func(tx *bbolt.Tx) error {
				cursor := tx.Bucket([]byte(spaceSummaries)).Cursor()
				for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
					list = append(list, plainSummary{})
					if err := cbor.Unmarshal(value, &list[len(list)-1]); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil || len(list) != maps {
				b.Fatal(len(list), err)
			}
		}
	})
}
