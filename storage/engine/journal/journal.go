// Package journal keeps every batch a store commits in a file that only grows, from which a store that was lost or damaged is
// brought back.
//
// It shares nothing with the store's own file but the disk. Each frame names the state it was made on and the state it leads
// to, so that no batch is ever put onto another history than its own, and a second replay does nothing.
package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// Mark names one state of one store: the revision, and a random number given to the batch that led to it, since two copies of
// a store may both get to a revision in different ways. A store never written to has the zero Mark.
type Mark struct {
	Revision uint64
	Tag      uint64
}

// A journal begins with a head: the magic, the Mark it begins at, and a check of both. Frames follow:
//
//	length  4 bytes  of the body
//	check   4 bytes  CRC32C (RFC 3720 §12.1) of the length and the body
//	body             revision 8, the tag before 8, the tag after 8, then the operations (see op.go)
//
// A journal that was closed ends in a foot: its magic, the Mark it ends at, its own offset, and a check. All numbers are big
// endian.
const (
	headMagic = "footpath journal 2\n\x00\x00\x00\x00\x00"
	footMagic = "closed\n\x00"
	headSize  = len(headMagic) + 16 + 4
	footSize  = len(footMagic) + 24 + 4
	frameHead = 8
	bodyHead  = 24
	// maxBody bounds a frame; a batch this large would not be committed either.
	maxBody = 1 << 30
)

// ErrUnreadable means that a file is not a journal, or its beginning is damaged.
var ErrUnreadable = errors.New("not a readable journal")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(b []byte) uint32 { return crc32.Checksum(b, castagnoli) }

func crcUpdate(sum uint32, b []byte) uint32 { return crc32.Update(sum, castagnoli, b) }

func appendMark(dst []byte, m Mark) []byte {
	return binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(dst, m.Revision), m.Tag)
}

func markAt(b []byte) Mark {
	return Mark{Revision: binary.BigEndian.Uint64(b), Tag: binary.BigEndian.Uint64(b[8:])}
}

func appendHead(base Mark) []byte {
	b := appendMark([]byte(headMagic), base)
	return binary.BigEndian.AppendUint32(b, checksum(b))
}

func parseHead(b []byte) (Mark, error) {
	end := headSize - 4
	if len(b) < headSize || string(b[:len(headMagic)]) != headMagic || binary.BigEndian.Uint32(b[end:]) != checksum(b[:end]) {
		return Mark{}, ErrUnreadable
	}
	return markAt(b[len(headMagic):]), nil
}

func appendFoot(end Mark, offset int64) []byte {
	b := appendMark([]byte(footMagic), end)
	b = binary.BigEndian.AppendUint64(b, uint64(offset))
	return binary.BigEndian.AppendUint32(b, checksum(b))
}

func parseFoot(b []byte, offset int64) (Mark, error) {
	end := footSize - 4
	if len(b) < footSize || string(b[:len(footMagic)]) != footMagic || binary.BigEndian.Uint32(b[end:]) != checksum(b[:end]) {
		return Mark{}, ErrUnreadable
	}
	if at := binary.BigEndian.Uint64(b[end-8:]); at != uint64(offset) {
		return Mark{}, fmt.Errorf("%w: its end was at %d", ErrUnreadable, at)
	}
	return markAt(b[len(footMagic):]), nil
}
