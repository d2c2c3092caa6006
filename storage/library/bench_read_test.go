package library

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/fxamacker/cbor/v2"
	"go.etcd.io/bbolt"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

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
	ours := func(int) {
		if opened, _, err := l.Open(m.ID()); err != nil || opened.Len() != m.Len() {
			b.Fatal(err)
		}
	}
	rival := func(int) {
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
	against(b, ours, rival)
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
	ours := func(int) {
		if list, err := l.List(); err != nil || len(list) != maps {
			b.Fatal(len(list), err)
		}
	}
	against(b, ours, func(int) { listBare(b, db, maps) })
}

// listBare reads and decodes all summaries of a plain bbolt file.
func listBare(b *testing.B, db *bbolt.DB, maps int) {
	b.Helper()
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

// against measures the two, each by itself and side by side.
func against(b *testing.B, ours, rival func(round int)) {
	b.Helper()
	for _, side := range []struct {
		name string
		run  func(int)
	}{{"footpath", ours}, {"bare", rival}} {
		b.Run(side.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				side.run(0)
			}
		})
	}
	b.Run("ratio", func(b *testing.B) { sideBySide(b, ours, rival) })
}
