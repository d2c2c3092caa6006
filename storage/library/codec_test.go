package library

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/fxamacker/cbor/v2"
	"pgregory.net/rapid"

	"footpath/mapmodel"
)

// shelf is where tests keep blobs.
type shelf map[string]string

func (s shelf) keep(data string) string {
	hash := hashOf(data)
	s[hash] = data
	return hash
}

func (s shelf) load(hash string) (string, error) { return s[hash], nil }

// anyRecord draws a record of any kind, known or not, whose every field may say anything its type can hold.
func anyRecord(t *rapid.T, id mapmodel.ID) mapmodel.Record {
	kinds := append(mapmodel.Kinds(), 11, 200, 255)
	r := mapmodel.New(rapid.SampledFrom(kinds).Draw(t, "kind"), id)
	fillAny(t, r)
	return r
}

func fillAny(t *rapid.T, r mapmodel.Record) {
	for _, f := range mapmodel.Fields(r.Kind()) {
		if rapid.Bool().Draw(t, f.Name+" said") {
			fillField(t, &f, r)
		}
	}
	r.Base().Kept = anyKept(t)
}

func fillField(t *rapid.T, f *mapmodel.Field, r mapmodel.Record) {
	switch p := f.Pointer(r).(type) {
	case *string:
		*p = strings.Repeat(rapid.String().Draw(t, f.Name), rapid.SampledFrom([]int{1, 1, 20}).Draw(t, "times"))
	case *mapmodel.Rank:
		*p = mapmodel.Rank(rapid.StringMatching(`[0-9A-Za-z]{1,12}`).Draw(t, f.Name))
	case *bool:
		*p = true
	case *mapmodel.Number:
		*p = mapmodel.N(rapid.Int().Draw(t, f.Name))
	case *mapmodel.ID:
		*p = anyID(t)
	case *[]string:
		*p = rapid.SliceOfN(rapid.String(), 1, 5).Draw(t, f.Name)
	case *[]mapmodel.ID:
		*p = rapid.SliceOfN(rapid.Custom(anyID), 1, 5).Draw(t, f.Name)
	case *[]int:
		*p = rapid.SliceOfN(rapid.Int(), 1, 12).Draw(t, f.Name)
	case *[]mapmodel.Conflict:
		*p = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) mapmodel.Conflict {
			return mapmodel.Conflict{Field: rapid.String().Draw(t, "field"), Text: rapid.String().Draw(t, "text")}
		}), 1, 3).Draw(t, f.Name)
	default:
		t.Fatalf("no test value for %T, the type of field %q", p, f.Name)
	}
}

func anyID(t *rapid.T) mapmodel.ID {
	return mapmodel.NewSeededSource(rapid.Uint64Range(0, 20).Draw(t, "id")).ID()
}

// anyKept draws fields of a later version: above all known numbers, and in the gap a known kind may leave.
func anyKept(t *rapid.T) string {
	values := []any{"a later text", uint64(7), -3, 1.5, nil, true, []any{"x", uint64(1)}, map[int]any{1: "y"}, []byte{1, 2}}
	var b []byte
	number := 100
	for range rapid.IntRange(0, 3).Draw(t, "later fields") {
		number += rapid.IntRange(1, 300).Draw(t, "gap")
		value, err := plainEnc.Marshal(rapid.SampledFrom(values).Draw(t, "later value"))
		if err != nil {
			t.Fatal(err)
		}
		b = append(appendHead(b, cborUint, uint64(number)), value...)
	}
	return string(b)
}

func TestEveryFieldComesBackAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := anyID(t)
		record := anyRecord(t, id)
		blobs := shelf{}
		encoded := appendRecord(nil, record, blobs.keep)
		back, err := decodeRecord(id, string(encoded), blobs.load)
		if err != nil {
			t.Fatalf("%v: % x", err, encoded)
		}
		if back.Base().ID != id || !mapmodel.SameFields(record, back) {
			t.Fatalf("%#v came back as %#v", record, back)
		}
		if again := appendRecord(nil, back, blobs.keep); !bytes.Equal(again, encoded) {
			t.Fatalf("a second writing differs:\n% x\n% x", encoded, again)
		}
	})
}

func TestAnotherReaderFindsRecordsInCoreDeterministicEncoding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		encoded := appendRecord(nil, anyRecord(t, anyID(t)), shelf{}.keep)
		var fields map[int]any
		if err := plainDec.Unmarshal(encoded, &fields); err != nil {
			t.Fatalf("%v: % x", err, encoded)
		}
		again, err := plainEnc.Marshal(fields)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again, encoded) {
			t.Fatalf("written\n% x\nthe other writes\n% x", encoded, again)
		}
	})
}

func TestWhatALaterVersionWroteIsWrittenBackByteForByte(t *testing.T) {
	later := func(v map[int]any) []byte {
		b, err := plainEnc.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	id := mapmodel.NewSeededSource(1).ID()
	for name, encoded := range map[string][]byte{
		"a kind of record":  later(map[int]any{0: 77, 1: "V", 2: "key", 3: []any{1.25, nil}, 900: map[int]any{-1: "deep"}}),
		"fields of a card":  later(map[int]any{0: 6, 1: "V", 3: "text", 40: "new", 41: []byte{1}, 5000: cbor.Tag{Number: 1000, Content: "x"}}),
		"the first field":   later(map[int]any{0: 6, 70000: true}),
		"a record of mines": later(map[int]any{0: 255}),
	} {
		record, err := decodeRecord(id, string(encoded), shelf{}.load)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if back := appendRecord(nil, record, hashOf); !bytes.Equal(back, encoded) {
			t.Errorf("%s: % x was written back as % x", name, encoded, back)
		}
	}
}

func TestUnknownFieldsKeepTheirPlaceBetweenKnownOnes(t *testing.T) {
	known := rowsFor(mapmodel.KindCard)
	card := &mapmodel.Card{Common: mapmodel.Common{Rank: "V"}, Text: "x"}
	// As a version would find it that did not know field 2 yet.
	card.Kept = string(append(appendHead(nil, cborUint, 2), appendText(nil, "later")...))
	encoded := appendRecord(nil, card, hashOf)
	want := []byte{0xa4, 0, 6, 1, 0x61, 'V', 2, 0x65, 'l', 'a', 't', 'e', 'r', 3, 0x61, 'x'}
	if known.find(2).Name != "id" || !bytes.Equal(encoded, want) {
		t.Errorf("% x, want % x", encoded, want)
	}
}

func TestTextThatIsNotUTF8IsMadeSoBeforeItIsStored(t *testing.T) {
	card := &mapmodel.Card{Text: "a\xffb"}
	back, err := decodeRecord(card.ID, string(appendRecord(nil, card, hashOf)), shelf{}.load)
	if err != nil {
		t.Fatal(err)
	}
	if text := back.(*mapmodel.Card).Text; text != "a\uFFFDb" {
		t.Errorf("%q", text)
	}
}

func TestARecordThatCannotBeReadIsAnErrorThatNamesTheByte(t *testing.T) {
	deep := bytes.Repeat([]byte{0x81}, 40)
	for name, encoded := range map[string][]byte{
		"nothing":               {},
		"no map":                {0x80},
		"no kind":               {0xa0},
		"another first key":     {0xa1, 1, 0x61, 'V'},
		"kind 0":                {0xa1, 0, 0},
		"kind 256":              {0xa1, 0, 0x19, 1, 0},
		"keys falling":          {0xa3, 0, 6, 3, 0x61, 'x', 1, 0x61, 'V'},
		"one key twice":         {0xa3, 0, 6, 3, 0x61, 'x', 3, 0x61, 'y'},
		"a key that is a text":  {0xa2, 0, 6, 0x61, 'k', 1},
		"a long head":           {0xa1, 0, 0x18, 6},
		"indefinite length":     {0xbf, 0, 6, 0xff},
		"not UTF-8":             {0xa2, 0, 6, 3, 0x61, 0xff},
		"a text cut short":      {0xa2, 0, 6, 3, 0x65, 'x'},
		"a huge text":           {0xa2, 0, 6, 3, 0x7b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff},
		"a huge list":           {0xa2, 0, 6, 15, 0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff},
		"another type":          {0xa2, 0, 6, 3, 1},
		"a short ID":            {0xa2, 0, 6, 7, 0x41, 1},
		"a number out of range": {0xa2, 0, 6, 4, 0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff},
		"deep nesting":          append([]byte{0xa2, 0, 6, 0x18, 99}, deep...),
		"something after it":    {0xa1, 0, 6, 0},
		"a break":               {0xa2, 0, 6, 0x18, 99, 0xff},
	} {
		_, err := decodeRecord(mapmodel.ID{}, string(encoded), shelf{}.load)
		if mistake := (*codecError)(nil); !errors.As(err, &mistake) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNumbersOfAnySizeComeBack(t *testing.T) {
	for _, n := range []int64{0, 1, 23, 24, 255, 256, 65535, 65536, math.MaxUint32, math.MaxUint32 + 1, math.MaxInt64, -1, -24, -25, -256, -257, math.MinInt64} {
		r := reader{s: string(appendInt(nil, n))}
		if back := r.int(); back != n || r.done() != nil {
			t.Errorf("%d came back as %d, %v", n, back, r.err)
		}
		other, err := plainEnc.Marshal(n)
		if err != nil || !bytes.Equal(other, appendInt(nil, n)) {
			t.Errorf("%d: % x, another writer has % x, %v", n, appendInt(nil, n), other, err)
		}
	}
}

func TestALongTextComesBackAsItWasAndTakesLessRoom(t *testing.T) {
	prose := strings.Repeat("the queue at the front desk is long again; ", 700)
	noise := make([]byte, 30_000)
	for i, n := 0, uint32(1); i < len(noise); i++ {
		n = n*1664525 + 1013904223
		noise[i] = ' ' + byte(n>>24)%95
	}
	for name, text := range map[string]string{
		"short": "a word", "just short": prose[:longText-1], "just long": prose[:longText], "long": prose, "noise": string(noise),
		"longest": strings.Repeat("ä", mapmodel.MaxText/2), "invalid": prose + "\xff", "beyond": strings.Repeat(prose, 40),
	} {
		b := appendLong(nil, text)
		r := reader{s: string(b)}
		if got := r.long(); r.done() != nil || got != validText(text) {
			t.Errorf("%s: %d bytes come back as %d, %v", name, len(text), len(got), r.err)
		}
		if limit := len(text) + 8; len(b) > limit || name == "long" && len(b) > len(text)/4 {
			t.Errorf("%s: %d bytes are stored as %d", name, len(text), len(b))
		}
	}
	bomb := textPacker().EncodeAll(make([]byte, 2*maxLongText), nil)
	for name, packed := range map[string][]byte{"too much": bomb, "no frame": []byte("no frame"), "no text": textPacker().EncodeAll([]byte("\xff\xfe"), nil)} {
		r := reader{s: string(appendBytes(nil, packed))}
		if got := r.long(); got != "" || r.done() == nil {
			t.Errorf("%s is read as %d bytes", name, len(got))
		}
	}
}
