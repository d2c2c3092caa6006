package png

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
)

// headerLength is how long a PNG's signature and its first chunk, IHDR, are.
const headerLength = 8 + 4 + 4 + 13 + 4

// metre is a metre in points.
const metre = 72 / 0.0254

// measured writes a PNG on and puts pHYs, the chunk that says how large a pixel
// is (PNG specification, third edition, 11.3.4.3), after the first chunk;
// image/png writes none.
type measured struct {
	w     io.Writer
	scale float64 // pixels a point
	past  int     // how much of the header has gone by
}

// Write implements io.Writer.
func (m *measured) Write(data []byte) (int, error) {
	head := min(headerLength-m.past, len(data))
	if head == 0 {
		return m.w.Write(data)
	}
	n, err := m.w.Write(data[:head])
	m.past += n
	if err != nil || m.past < headerLength {
		return n, err
	}
	if _, err := m.w.Write(physical(m.scale)); err != nil {
		return n, err
	}
	rest, err := m.w.Write(data[head:])
	return n + rest, err
}

// physical is the chunk: pixels a metre across and down, and that metres are
// meant.
func physical(scale float64) []byte {
	density := uint32(min(math.Round(scale*metre), math.MaxInt32))
	out := binary.BigEndian.AppendUint32(nil, 9)
	out = append(out, "pHYs"...)
	out = binary.BigEndian.AppendUint32(out, density)
	out = binary.BigEndian.AppendUint32(out, density)
	out = append(out, 1)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}
