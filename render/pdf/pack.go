package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"sync"
)

// short is how many bytes are packed as tightly as can be: at most some
// milliseconds' work. What is longer is packed at a level that is a few times
// as fast and gives a twentieth more.
const (
	short      = 128 << 10
	longLevel  = 4
	shortLevel = zlib.BestCompression
)

// packers of each level are kept for their memory, which is more than most of
// what they pack.
var packers [shortLevel + 1]sync.Pool

// packing deflates what is written to it, at a level that its length decides.
type packing struct {
	held []byte // what came so far, as long as that is short
	z    *zlib.Writer
	out  bytes.Buffer
}

// Write implements io.Writer; it takes everything.
func (p *packing) Write(data []byte) (int, error) {
	if p.z == nil {
		if len(p.held)+len(data) <= short {
			p.held = append(p.held, data...)
			return len(data), nil
		}
		p.begin(longLevel)
	}
	return p.z.Write(data)
}

// begin begins to deflate, with what was held.
func (p *packing) begin(level int) {
	z, ok := packers[level].Get().(*zlib.Writer)
	if !ok {
		z, _ = zlib.NewWriterLevel(io.Discard, level) // the level is one there is
	}
	p.z = z
	z.Reset(&p.out)
	_, _ = z.Write(p.held) // memory takes everything
}

// pack deflates what is written.
func pack(write func(w io.Writer)) []byte {
	var p packing
	level := longLevel
	write(&p)
	if p.z == nil {
		level = shortLevel
		p.begin(level)
	}
	_ = p.z.Close() // memory takes everything
	packers[level].Put(p.z)
	return p.out.Bytes()
}
