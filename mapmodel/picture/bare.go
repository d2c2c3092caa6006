package picture

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// bare tells whether a file holds nothing but a picture that a map can hold as
// it is: small enough, and with no word of who took it, where and with what.
// So a picture that was cleaned once is not encoded a second time.
func bare(media string, data []byte, width, height int) bool {
	if max(width, height) > MaxSide || len(data) > MaxBytes {
		return false
	}
	if media == JPEG {
		return bareJPEG(data)
	}
	return barePNG(data)
}

// pngChunks are what a picture is drawn of.
var pngChunks = []string{"IHDR", "PLTE", "tRNS", "IDAT", "IEND"}

// barePNG looks at the chunks of a PNG: a length of four bytes, a name of four,
// so much data and a checksum of four.
func barePNG(data []byte) bool {
	const head, sum = 8, 4
	if len(data) < head {
		return false
	}
	for rest := data[head:]; ; {
		if len(rest) < head+sum {
			return false
		}
		long, name := binary.BigEndian.Uint32(rest), string(rest[4:head])
		if !slices.Contains(pngChunks, name) || uint64(long)+head+sum > uint64(len(rest)) {
			return false
		}
		rest = rest[head+sum+int(long):]
		if name == "IEND" {
			return len(rest) == 0
		}
	}
}

// The markers of a JPEG that tell of its picture rather than being it.
const (
	jpegApp0, jpegApp15, jpegComment = 0xe0, 0xef, 0xfe
	jpegScan                         = 0xda
)

// bareJPEG looks at the segments of a JPEG before its picture: a marker of two
// bytes, and a length of two that counts itself.
func bareJPEG(data []byte) bool {
	for rest := data[2:]; len(rest) >= 4; {
		marker, long := rest[1], int(binary.BigEndian.Uint16(rest[2:]))+2
		switch {
		case rest[0] != 0xff || marker >= jpegApp0 && marker <= jpegApp15 || marker == jpegComment:
			return false
		case marker == jpegScan:
			return bytes.HasSuffix(data, []byte{0xff, 0xd9})
		case long > len(rest):
			return false
		}
		rest = rest[long:]
	}
	return false
}
