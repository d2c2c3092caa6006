package library

import (
	"bytes"
	"testing"
	"time"

	"github.com/fxamacker/cbor/v2"
	"github.com/klauspost/compress/zstd"
	"go.etcd.io/bbolt"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
)

// replayed is how many changes are replayed: three and a half hours of typing.
const replayed = 63_000

// plainChange is a stored change as a plain struct with numbered fields, the fastest way fxamacker/cbor has of reading one.
type plainChange struct {
	ID     []byte      `cbor:"1,keyasint"`
	Group  []byte      `cbor:"2,keyasint"`
	Undoes []byte      `cbor:"3,keyasint"`
	Label  string      `cbor:"4,keyasint"`
	Args   []string    `cbor:"5,keyasint"`
	Author []byte      `cbor:"6,keyasint"`
	At     int64       `cbor:"7,keyasint"`
	Edits  []plainEdit `cbor:"8,keyasint"`
	Broken bool        `cbor:"9,keyasint"`
}

type plainEdit struct {
	_      struct{} `cbor:",toarray"`
	Record []byte
	Before cbor.RawMessage
	After  cbor.RawMessage
}

// typedLong makes a map of 300 cards in which texts were typed letter by letter, ten letters a step.
func typedLong(b *testing.B, l *Library) *mapmodel.Map {
	b.Helper()
	m := mapgen.Grid(12, 5, 5, 3)
	if err := l.Create(m, mapmodel.Change{At: 1}); err != nil {
		b.Fatal(err)
	}
	source := mapmodel.NewSeededSource(4)
	desk := &mapmodel.Desk{Author: l.Author(), Source: source, Now: time.Now}
	doc := mapmodel.NewDocument(m, source, time.Now)
	session, err := l.Attach(doc, Listener{})
	if err != nil {
		b.Fatal(err)
	}
	var cards []mapmodel.ID
	for card := range m.Cards() {
		cards = append(cards, card.ID)
	}
	group := source.ID()
	for i := range replayed {
		if i%10 == 0 {
			group = source.ID()
		}
		card, ok := doc.Map().Get(cards[i/10%len(cards)]).(*mapmodel.Card)
		if !ok {
			b.Fatal("a card is gone")
		}
		text := card.Text
		if len(text) > 200 {
			text = text[:100]
		}
		c, err := desk.SetText(doc.Map(), card.ID, text+string(rune('a'+i%26)))
		if c.Group = group; err == nil {
			_, err = doc.Do(c)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := session.Close(b.Context()); err != nil {
		b.Fatal(err)
	}
	return doc.Map()
}

// BenchmarkReplay goes through the whole history of a map, from its making to the present. The rival reads the same log from the
// same bytes and decodes it, and knows no map.
func BenchmarkReplay(b *testing.B) {
	dir := b.TempDir()
	l, db := openBench(b, dir), bare(b, dir)
	id := typedLong(b, l).ID()
	copyBare(b, l, db)
	ours := func(int) {
		last := uint64(0)
		for moment, err := range l.History(id, 0) {
			if err != nil {
				b.Fatal(err)
			}
			last = moment.Seq
		}
		if last != replayed {
			b.Fatal(last)
		}
	}
	unpacker := must(zstd.NewReader(nil, zstd.WithDecoderConcurrency(1)))
	rival := func(int) {
		n := 0
		decode := func(value []byte) error {
			var c plainChange
			n++
			return cbor.Unmarshal(value, &c)
		}
		err := db.View(func(tx *bbolt.Tx) error {
			prefix := []byte(idKey(id))
			cursor := tx.Bucket([]byte(spaceLog)).Cursor()
			for key, value := cursor.Seek(prefix); bytes.HasPrefix(key, prefix); key, value = cursor.Next() {
				if !isBlock(value) {
					if err := decode(value); err != nil {
						return err
					}
					continue
				}
				var block struct {
					_      struct{} `cbor:",toarray"`
					First  uint64
					Packed []byte
				}
				if err := cbor.Unmarshal(value, &block); err != nil {
					return err
				}
				plain, err := unpacker.DecodeAll(block.Packed, nil)
				if err != nil {
					return err
				}
				var entries []cbor.RawMessage
				if err := cbor.Unmarshal(plain, &entries); err != nil {
					return err
				}
				for i := 1; i < len(entries); i += 2 {
					var entry []byte
					if err := cbor.Unmarshal(entries[i], &entry); err != nil {
						return err
					}
					if err := decode(entry); err != nil {
						return err
					}
				}
			}
			return nil
		})
		if err != nil || n == 0 {
			b.Fatal(n, err)
		}
	}
	b.Run("changes", func(b *testing.B) { against(b, ours, rival) })
	if err := l.Seal(id); err != nil {
		b.Fatal(err)
	}
	if err := db.Update(func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte(spaceLog)) }); err != nil {
		b.Fatal(err)
	}
	copyBare(b, l, db)
	b.Run("sealed", func(b *testing.B) { against(b, ours, rival) })
}
