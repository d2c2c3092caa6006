package library

import (
	"strings"
	"unicode/utf8"
)

// The major types of CBOR (RFC 8949, section 3.1) that records are made of, and its three words.
const (
	cborUint  = 0
	cborMinus = 1
	cborBytes = 2
	cborText  = 3
	cborArray = 4
	cborMap   = 5
	cborTag   = 6
	cborOther = 7

	cborFalse  = 0xf4
	cborTrue   = 0xf5
	cborAbsent = 0xf7 // "undefined": what is not said; it stands in changes only
)

// appendHead writes the head of an item in its shortest form, as core deterministic encoding asks (RFC 8949, section 4.2.1).
func appendHead(b []byte, major byte, arg uint64) []byte {
	major <<= 5
	switch {
	case arg < 24:
		return append(b, major|byte(arg))
	case arg < 1<<8:
		return append(b, major|24, byte(arg))
	case arg < 1<<16:
		return append(b, major|25, byte(arg>>8), byte(arg))
	case arg < 1<<32:
		return append(b, major|26, byte(arg>>24), byte(arg>>16), byte(arg>>8), byte(arg))
	default:
		return append(b, major|27, byte(arg>>56), byte(arg>>48), byte(arg>>40), byte(arg>>32),
			byte(arg>>24), byte(arg>>16), byte(arg>>8), byte(arg))
	}
}

func appendInt(b []byte, n int64) []byte {
	if n < 0 {
		return appendHead(b, cborMinus, uint64(-1-n))
	}
	return appendHead(b, cborUint, uint64(n))
}

// appendText writes a text. The model's door lets valid UTF-8 in only; what got past it is made valid here, since a text that
// cannot be read back would be worth less than one with a mark in it.
func appendText(b []byte, s string) []byte {
	s = validText(s)
	return append(appendHead(b, cborText, uint64(len(s))), s...)
}

func validText(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

func appendBytes[T string | []byte](b []byte, s T) []byte {
	return append(appendHead(b, cborBytes, uint64(len(s))), s...)
}
