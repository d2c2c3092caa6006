package bolt

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"footpath/storage/engine"
)

// A stored value is an envelope round the caller's bytes:
//
//	format    1 byte   1
//	revision  8 bytes  big endian
//	payload   n bytes
//	check     4 bytes  CRC32C (RFC 3720 §12.1), big endian, of the space's name, a zero byte, the key, and all of the above
//
// The key is in the check so that a value which turns up under another key is seen. Later formats keep the check where it is.
const (
	envelopeFormat = 1
	envelopeHead   = 1 + 8
	envelopeCheck  = 4
	envelopeSize   = envelopeHead + envelopeCheck
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// appendEnvelope appends the envelope of a payload.
func appendEnvelope(dst []byte, key engine.Key, revision uint64, payload []byte) []byte {
	start := len(dst)
	dst = append(dst, envelopeFormat)
	dst = binary.BigEndian.AppendUint64(dst, revision)
	dst = append(dst, payload...)
	return binary.BigEndian.AppendUint32(dst, check(key, dst[start:]))
}

// check computes the check of an envelope without one.
func check(key engine.Key, envelope []byte) uint32 {
	sum := updateString(0, string(key.Space))
	sum = updateString(sum, "\x00")
	sum = updateString(sum, key.Bytes)
	return crc32.Update(sum, castagnoli, envelope)
}

// updateString is crc32.Update for a string: a key is too short for the processor's instructions to matter, but turning it into
// bytes would cost an allocation for every value read.
func updateString(sum uint32, s string) uint32 {
	sum = ^sum
	for i := range len(s) {
		sum = castagnoli[byte(sum)^s[i]] ^ sum>>8
	}
	return ^sum
}

// openEnvelope returns the payload, which is a part of the envelope, and the revision. It fails with an engine.ErrDamaged or,
// when the envelope is whole but of a later format, an engine.ErrTooNew.
func openEnvelope(path string, key engine.Key, envelope []byte) (payload []byte, revision uint64, err error) {
	damaged := func(what string) error { return &engine.DamagedError{Path: path, Key: key, What: what} }
	if len(envelope) < envelopeSize || len(envelope) > envelopeSize+engine.MaxValue {
		return nil, 0, damaged(fmt.Sprintf("the value is said to have %d bytes, which none has", len(envelope)))
	}
	end := len(envelope) - envelopeCheck
	if binary.BigEndian.Uint32(envelope[end:]) != check(key, envelope[:end]) {
		return nil, 0, damaged("the value is not the one that was written (its checksum differs)")
	}
	if envelope[0] != envelopeFormat {
		return nil, 0, &engine.TooNewError{Path: path, Needs: fmt.Sprintf("value format %d", envelope[0])}
	}
	return envelope[envelopeHead:end:end], binary.BigEndian.Uint64(envelope[1:]), nil
}
