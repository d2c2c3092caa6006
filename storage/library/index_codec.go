package library

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
	"strings"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// The index of words is made of the maps and can be made anew at any time, so nothing in it is ever migrated, journaled or
// salvaged. In its space there are
//
//	v              which index this is, and whether it may be trusted (indexHead)
//	m‖map          how far the index is with a map (mark)
//	f‖map          the terms that the index has, or may have, of a map, as a zstd frame of a front-coded list
//	t‖term‖0‖block the maps that have a term: those with the numbers 1,024·block to 1,024·block+1,023
//
// A block of maps is a list of numbers within it, two bytes each and rising, or from 64 on a bitmap of 128 bytes.
const (
	keyHead = "v"
	keyMark = "m"
	keyList = "f"
	keyTerm = "t"

	// indexVersion rises whenever words are taken apart in another way: then the index is made anew.
	indexVersion = 1

	blockMaps  = 1024
	bitmapSize = blockMaps / 8
	maxNumber  = blockMaps<<16 - 1 // of a map
)

var errIndex = errors.New("the index of words says what no version wrote")

// indexHead is the head of the index.
type indexHead struct {
	version byte
	ready   bool // not while it is being emptied
}

func (h indexHead) bytes() []byte {
	if h.ready {
		return []byte{h.version, 1}
	}
	return []byte{h.version, 0}
}

func parseIndexHead(b []byte) indexHead {
	if len(b) != 2 {
		return indexHead{}
	}
	return indexHead{version: b[0], ready: b[1] == 1}
}

func indexKey(key string) engine.Key { return engine.Key{Space: spaceSearch, Bytes: key} }

func markKey(id mapmodel.ID) engine.Key { return indexKey(keyMark + idKey(id)) }

func listKey(id mapmodel.ID) engine.Key { return indexKey(keyList + idKey(id)) }

func termKey(term string, block uint16) engine.Key {
	return indexKey(keyTerm + term + "\x00" + string(binary.BigEndian.AppendUint16(nil, block)))
}

// parseTermKey takes a term's key apart.
func parseTermKey(key string) (term string, block uint16, ok bool) {
	n := len(key) - 3
	if n < 2 || key[n] != 0 || !strings.HasPrefix(key, keyTerm) {
		return "", 0, false
	}
	return key[1:n], binary.BigEndian.Uint16([]byte(key[n+1:])), true
}

// mark says how far the index is with a map.
type mark struct {
	number uint32 // of the map in the index
	// revision is that of the map's summary whose words the index has.
	revision uint64
	// settling is true while a writing of several commits goes on: the index may have any of the words that are in the list.
	settling bool
}

func (m mark) bytes() []byte {
	b := binary.AppendUvarint(nil, uint64(m.number))
	b = binary.AppendUvarint(b, m.revision)
	if m.settling {
		return append(b, 1)
	}
	return append(b, 0)
}

func parseMark(b []byte) (m mark, err error) {
	number, n := binary.Uvarint(b)
	if n <= 0 || number > maxNumber {
		return m, errIndex
	}
	revision, k := binary.Uvarint(b[n:])
	if k <= 0 || len(b) != n+k+1 {
		return m, errIndex
	}
	return mark{number: uint32(number), revision: revision, settling: b[n+k] != 0}, nil
}

// packTerms writes a rising list: of each term how many bytes it shares with the one before, and the others.
func packTerms(terms []string) []byte {
	var b []byte
	last := ""
	for _, t := range terms {
		n := 0
		for n < min(len(t), len(last)) && t[n] == last[n] {
			n++
		}
		b = binary.AppendUvarint(b, uint64(n))
		b = binary.AppendUvarint(b, uint64(len(t)-n))
		b = append(b, t[n:]...)
		last = t
	}
	return packer().EncodeAll(b, nil)
}

func unpackTerms(packed []byte) ([]string, error) {
	b, err := unpacker().DecodeAll(packed, nil)
	if err != nil {
		return nil, errIndex
	}
	var terms []string
	for last := ""; len(b) > 0; {
		shared, n := binary.Uvarint(b)
		if n <= 0 || shared > uint64(len(last)) {
			return nil, errIndex
		}
		own, k := binary.Uvarint(b[n:])
		if k <= 0 || own > uint64(len(b)-n-k) {
			return nil, errIndex
		}
		b = b[n+k:]
		last = last[:shared] + string(b[:own])
		b = b[own:]
		terms = append(terms, last)
	}
	return terms, nil
}

// block is the set of maps of a block that have a term, as a bitmap.
type block [bitmapSize / 8]uint64

func (b *block) set(n uint16, on bool) {
	if on {
		b[n/64] |= 1 << (n % 64)
	} else {
		b[n/64] &^= 1 << (n % 64)
	}
}

// add sets what a stored block says.
func (b *block) add(stored []byte) error {
	if len(stored) == bitmapSize {
		for i := range b {
			b[i] |= binary.BigEndian.Uint64(stored[8*i:])
		}
		return nil
	}
	if len(stored)%2 != 0 || len(stored) > bitmapSize {
		return errIndex
	}
	for i := 0; i < len(stored); i += 2 {
		n := binary.BigEndian.Uint16(stored[i:])
		if n >= blockMaps {
			return errIndex
		}
		b.set(n, true)
	}
	return nil
}

// bytes is the stored form; nil when no map is in it.
func (b *block) bytes() []byte {
	var list []byte
	for n := range uint16(blockMaps) {
		if b[n/64]&(1<<(n%64)) == 0 {
			continue
		}
		if list = binary.BigEndian.AppendUint16(list, n); len(list) == bitmapSize {
			list = list[:0]
			for _, word := range b {
				list = binary.BigEndian.AppendUint64(list, word)
			}
			return list
		}
	}
	return list
}

// numbers is a set of maps by their numbers.
type numbers []block

// with grows the set so that it has a block.
func (n numbers) with(at uint16) numbers {
	if int(at) < len(n) {
		return n
	}
	return append(n, make(numbers, int(at)+1-len(n))...)
}

// and leaves the maps that are in both.
func (n numbers) and(other numbers) numbers {
	n = n[:min(len(n), len(other))]
	for i := range n {
		for j := range n[i] {
			n[i][j] &= other[i][j]
		}
	}
	return n
}

// each visits the numbers, rising.
func (n numbers) each(visit func(uint32)) {
	for i := range n {
		for j, word := range n[i] {
			for ; word != 0; word &= word - 1 {
				visit(uint32(i*blockMaps + j*64 + bits.TrailingZeros64(word)))
			}
		}
	}
}

func (n numbers) empty() bool {
	return !slices.ContainsFunc(n, func(b block) bool { return b != block{} })
}
