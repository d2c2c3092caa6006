package library

import (
	"fmt"

	"footpath/storage/engine"
)

// A block is 64 sealed entries of a map's log, or fewer where they are long. It stands under its last change: the CBOR list of the
// number of its first change and a zstd frame around a list of, in turn, how many changes an entry stands for and the entry.
// A change by itself is a CBOR map, so the first byte tells the two apart.

const (
	// blockEntries is how many entries a block holds.
	blockEntries = 64
	// blockBytes is after how many bytes, not yet compressed, a block is full with fewer.
	blockBytes = 1 << 20
	// blockChanges is after how many changes it is, so that putting it in their place stays a small commit.
	blockChanges = 1000
)

func isBlock(value []byte) bool { return len(value) > 0 && value[0]>>5 == cborArray }

// decodeBlock reads a block; nil for an item that is none.
func decodeBlock(item engine.Item, load blobLoader) ([]logged, error) {
	if !isBlock(item.Value) {
		return nil, nil
	}
	outer := reader{s: string(item.Value)}
	if outer.array() != 2 {
		outer.fail("a block has two parts")
	}
	next, packed := outer.uint(), outer.bytes()
	if err := outer.done(); err != nil {
		return nil, fmt.Errorf("a block of changes: %w", err)
	}
	plain, err := unpacker().DecodeAll([]byte(packed), nil)
	if err != nil {
		return nil, fmt.Errorf("a block of changes: %w", err)
	}
	r := reader{s: string(plain)}
	n := r.array()
	if n == 0 || n%2 != 0 || next == 0 {
		r.fail("a block is a list of pairs")
	}
	list := make([]logged, 0, min(n/2, blockEntries))
	for i := 0; i < n && r.err == nil; i += 2 {
		span := r.uint()
		if span == 0 || span > 1<<32 {
			r.fail("an entry stands for no change")
		}
		e := logged{first: next, last: next + span - 1}
		if e.entry, err = decodeEntry(r.bytes(), load); err != nil && r.err == nil {
			return nil, err
		}
		list, next = append(list, e), e.last+1
	}
	if r.err == nil && next != seqOf(item.Bytes)+1 {
		r.fail("a block does not end where it stands")
	}
	if err := r.done(); err != nil {
		return nil, fmt.Errorf("a block of changes: %w", err)
	}
	return list, nil
}

// appendBlock writes a block that begins with change number first; body holds, in turn, how many changes each of n entries stands
// for and the entry.
func appendBlock(b []byte, first uint64, n int, body []byte) []byte {
	plain := append(appendHead(nil, cborArray, uint64(2*n)), body...)
	b = appendHead(appendHead(b, cborArray, 2), cborUint, first)
	return appendBytes(b, packer().EncodeAll(plain, nil))
}

// appendEntries adds one entry to the body of a block.
func appendEntries(body []byte, changes uint64, encoded []byte) []byte {
	return appendBytes(appendHead(body, cborUint, changes), encoded)
}
