package library

import (
	"sync"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
)

// A long text that gets a letter is written anew by every commit, with all the pages it stands on; so it is stored as a zstd frame in
// a byte string where that saves a quarter. Which of the two it is, its first byte tells.

const (
	// longText is from how many bytes on: fewer stand on a page or two as they are.
	longText = 4 << 10
	// maxLongText bounds what a frame may claim to hold.
	maxLongText = 1 << 20
)

var (
	textPacker = sync.OnceValue(func() *zstd.Encoder {
		return must(zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(1<<17)))
	})
	textUnpacker = sync.OnceValue(func() *zstd.Decoder {
		return must(zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxLongText)))
	})
)

// appendLong writes a text of any length.
func appendLong(b []byte, s string) []byte {
	if len(s) >= longText && len(s) <= maxLongText {
		if packed := textPacker().EncodeAll([]byte(validText(s)), nil); len(packed) < len(s)*3/4 {
			return appendBytes(b, string(packed))
		}
	}
	return appendText(b, s)
}

// long reads what appendLong wrote.
func (r *reader) long() string {
	if r.peek()>>5 != cborBytes {
		return r.text()
	}
	packed := r.bytes()
	if r.err != nil {
		return ""
	}
	plain, err := textUnpacker().DecodeAll([]byte(packed), nil)
	if err != nil || !utf8.Valid(plain) {
		r.fail("a long text cannot be unpacked")
		return ""
	}
	return string(plain)
}
