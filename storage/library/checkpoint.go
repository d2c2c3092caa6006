package library

import (
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// A checkpoint is a whole map at one moment, in parts of some megabytes so that none is too large for any store. A part is a
// zstd frame around one CBOR list: whether it is the last, where the map comes from (a change without edits, as in the log;
// empty but in the first part of number 0), and then ID and record in turn, rising by ID. Pictures are in it by their hash.

const (
	// partSize is after how many bytes, not yet compressed, a part ends.
	partSize = 4 << 20
	// maxPartSize bounds what a part may claim to hold: partSize and one record of the largest size a store takes.
	maxPartSize = partSize + engine.MaxValue
)

var (
	packer   = sync.OnceValue(func() *zstd.Encoder { return must(zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))) })
	unpacker = sync.OnceValue(func() *zstd.Decoder {
		return must(zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxPartSize)))
	})
)

// packMap gives the parts of a checkpoint. origin says where the map comes from, where it is the first.
func packMap(m *mapmodel.Map, origin mapmodel.Change) ([][]byte, error) {
	var parts [][]byte
	var body, first []byte
	if origin.ID != (mapmodel.ID{}) {
		origin.Edits = nil
		first = appendEntry(nil, origin, false, hashOf)
	}
	n := 0
	flush := func(last bool) {
		part := appendHead(nil, cborArray, uint64(2+n))
		if last {
			part = append(part, cborTrue)
		} else {
			part = append(part, cborFalse)
		}
		part = append(appendBytes(part, first), body...)
		parts = append(parts, packer().EncodeAll(part, nil))
		n, body, first = 0, body[:0], nil
	}
	for r := range m.Records() {
		id := r.Base().ID
		body = appendRecord(appendBytes(body, id[:]), r, hashOf)
		n += 2
		if len(body) > partSize {
			flush(false)
		}
	}
	flush(true)
	if len(parts) > 1<<16 {
		return nil, fmt.Errorf("a map of %d parts: %w", len(parts), engine.ErrInvalid)
	}
	return parts, nil
}

func putParts(b *batch, id mapmodel.ID, seq uint64, parts [][]byte) {
	for i, part := range parts {
		b.put(spaceCheckpoints, partKey(id, seq, uint16(i)), part)
	}
}

// unpackPart adds a part's records to a state. Nothing is added when there is an error.
func unpackPart(into state, packed []byte, load blobLoader) (last bool, origin string, err error) {
	plain, err := unpacker().DecodeAll(packed, nil)
	if err != nil {
		return false, "", fmt.Errorf("a checkpoint: %w", err)
	}
	r := reader{s: string(plain)}
	n := r.array()
	if n%2 != 0 || n == 0 {
		r.fail("a checkpoint is a list of pairs")
	}
	last, origin = r.flag(), r.bytes()
	var records []mapmodel.Record
	for i := 2; i < n && r.err == nil; i += 2 {
		id := r.id()
		records = append(records, r.record(id, load))
	}
	if err := r.done(); err != nil {
		return false, "", fmt.Errorf("a checkpoint: %w", err)
	}
	for _, record := range records {
		into[record.Base().ID] = record
	}
	return last, origin, nil
}

// base gives the latest whole map stored at or before a change, and that change's number. A checkpoint that is damaged is passed
// over for the one before.
func (l *Library) base(id mapmodel.ID, seq uint64, load blobLoader) (state, uint64, mapmodel.Change, error) {
	var firstErr error
	for from := seq; ; {
		at, found, err := l.checkpointBefore(id, from)
		if err == nil && !found {
			err = &engine.DamagedError{Key: engine.Key{Space: spaceCheckpoints, Bytes: seqKey(id, from)}, What: "no moment of the map's history is whole"}
		}
		if err != nil {
			if firstErr != nil {
				err = firstErr
			}
			return nil, 0, mapmodel.Change{}, err
		}
		s, origin, err := l.checkpoint(id, at, load)
		if err == nil {
			return s, at, origin, nil
		}
		if firstErr == nil {
			firstErr = err
		}
		if at == 0 {
			return nil, 0, mapmodel.Change{}, firstErr
		}
		from = at - 1
	}
}

// checkpointBefore finds the number of the latest checkpoint not after a change.
func (l *Library) checkpointBefore(id mapmodel.ID, seq uint64) (at uint64, found bool, err error) {
	page, err := l.store.List(engine.Query{
		Space: spaceCheckpoints, Prefix: idKey(id), From: partKey(id, seq, 1<<16-1), Reverse: true, Limit: 1,
	})
	if key, damaged := damagedKey(err); damaged && key.Space == spaceCheckpoints {
		return seqOf(key.Bytes), true, nil // reading it says what is wrong
	}
	if err != nil || len(page.Items) == 0 {
		return 0, false, err
	}
	return seqOf(page.Items[0].Bytes), true, nil
}

// checkpoint reads one checkpoint.
func (l *Library) checkpoint(id mapmodel.ID, seq uint64, load blobLoader) (state, mapmodel.Change, error) {
	s := make(state)
	var origin mapmodel.Change
	next, whole := uint16(0), false
	for item, err := range engine.All(l.store, engine.Query{Space: spaceCheckpoints, Prefix: seqKey(id, seq)}) {
		if err != nil {
			return nil, origin, err
		}
		if item.Bytes != partKey(id, seq, next) || whole {
			break
		}
		last, first, err := unpackPart(s, item.Value, load)
		if err != nil {
			return nil, origin, &engine.DamagedError{Key: item.Key, What: "it cannot be read", Err: err}
		}
		if first != "" {
			e, err := decodeEntry(first, load)
			if err != nil {
				return nil, origin, &engine.DamagedError{Key: item.Key, What: "it cannot be read", Err: err}
			}
			origin = e.change
		}
		next, whole = next+1, last
	}
	if !whole {
		return nil, origin, &engine.DamagedError{Key: engine.Key{Space: spaceCheckpoints, Bytes: partKey(id, seq, next)}, What: "a part of the map's history is missing"}
	}
	return s, origin, nil
}
