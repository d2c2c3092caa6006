package bolt

import (
	"bytes"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"testing"

	"footpath/storage/engine"
)

// Released libraries are made of these bytes: they must never change.
func TestTheEnvelopeIsTheOneThatWasReleased(t *testing.T) {
	got := hex.EncodeToString(appendEnvelope(nil, engine.Key{Space: "records", Bytes: "\x01k"}, 0x0102030405060708, []byte("payload")))
	const head = "01" + "0102030405060708" + "7061796c6f6164"
	raw, err := hex.DecodeString(head)
	if err != nil {
		t.Fatal(err)
	}
	sum := crc32.Checksum(append([]byte("records\x00\x01k"), raw...), crc32.MakeTable(crc32.Castagnoli))
	if want := head + hex.EncodeToString([]byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)}); got != want {
		t.Errorf("envelope %s, want %s", got, want)
	}
	if want := "010102030405060708" + "7061796c6f6164" + "f503c22e"; got != want {
		t.Errorf("envelope %s, want %s", got, want)
	}
}

func TestEveryFlippedBitAndEveryOtherKeyIsSeen(t *testing.T) {
	key := engine.Key{Space: "records", Bytes: "map/card"}
	envelope := appendEnvelope(nil, key, 7, []byte("Receive the renewal notice"))
	for bit := range len(envelope) * 8 {
		flipped := bytes.Clone(envelope)
		flipped[bit/8] ^= 1 << (bit % 8)
		_, _, err := openEnvelope("x", key, flipped)
		wantError(t, err, engine.ErrDamaged)
	}
	for n := range envelope {
		_, _, err := openEnvelope("x", key, envelope[:n])
		wantError(t, err, engine.ErrDamaged)
	}
	for _, other := range []engine.Key{{Space: "record", Bytes: "smap/card"}, {Space: "records", Bytes: "map/carD"}, {Space: "records", Bytes: "map/car"}} {
		_, _, err := openEnvelope("x", other, envelope)
		wantError(t, err, engine.ErrDamaged)
	}
	var damaged *engine.DamagedError
	_, _, err := openEnvelope("/lib", key, envelope[1:])
	if !errors.As(err, &damaged) || damaged.Key != key || damaged.Path != "/lib" {
		t.Errorf("%#v does not say where", err)
	}
	if want := "the library /lib is damaged at records/6d61702f63617264: the value is not the one that was written (its checksum differs)"; err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
}

func TestAnEnvelopeOfALaterFormatIsTooNewNotDamaged(t *testing.T) {
	key := records("k")
	envelope := appendEnvelope(nil, key, 7, []byte("?"))
	envelope[0] = 9
	end := len(envelope) - envelopeCheck
	sum := check(key, envelope[:end])
	envelope = append(envelope[:end], byte(sum>>24), byte(sum>>16), byte(sum>>8), byte(sum))
	_, _, err := openEnvelope("/lib", key, envelope)
	wantError(t, err, engine.ErrTooNew)
	if want := "the library /lib was written by a newer version: value format 9 is needed to read it"; err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
}

func TestOpeningAnEnvelopeAllocatesNothing(t *testing.T) {
	key := engine.Key{Space: "records", Bytes: "0123456789abcdef0123456789abcdef"}
	envelope := appendEnvelope(nil, key, 7, make([]byte, 500))
	if n := testing.AllocsPerRun(100, func() { _, _, _ = openEnvelope("", key, envelope) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzEnvelope(f *testing.F) {
	f.Add("records", "key", uint64(1), []byte("payload"), []byte{})
	f.Add("log", string(make([]byte, 300)), uint64(1)<<63, []byte{}, appendEnvelope(nil, records("k"), 3, []byte("v")))
	f.Fuzz(func(t *testing.T, space, bytesOfKey string, revision uint64, payload, arbitrary []byte) {
		key := engine.Key{Space: engine.Space(space), Bytes: bytesOfKey}
		if engine.CheckKey(key) != nil {
			return
		}
		envelope := appendEnvelope(nil, key, revision, payload)
		gotPayload, gotRevision, err := openEnvelope("", key, envelope)
		if err != nil || gotRevision != revision || !bytes.Equal(gotPayload, payload) {
			t.Errorf("%q at %d became %q at %d, %v", payload, revision, gotPayload, gotRevision, err)
		}
		_, _, err = openEnvelope("", key, arbitrary)
		if err != nil && !errors.Is(err, engine.ErrDamaged) && !errors.Is(err, engine.ErrTooNew) {
			t.Errorf("arbitrary bytes gave %v", err)
		}
		if len(envelope) > 0 {
			envelope[int(revision%uint64(len(envelope)))] ^= 0x10
			_, _, err := openEnvelope("", key, envelope)
			wantError(t, err, engine.ErrDamaged)
		}
	})
}
