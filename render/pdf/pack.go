package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"sync"
)

// A file's streams are packed as tightly as can be until they make so many bytes
// together, which is some milliseconds' work: all of a map of a hundred cards.
// Whatever is longer than what is left of that is packed at a level that is a
// few times as fast and gives a twentieth more.
const (
	tightly    = 256 << 10
	tightLevel = zlib.BestCompression
	fastLevel  = 4
)

// packer packs the streams of a file.
type packer struct{ left int } // of what is packed tightly

// deflaters of each level are kept for their memory, which is more than most of
// what they pack.
var deflaters [tightLevel + 1]sync.Pool

// packing deflates what is written to it, at a level that its length decides.
type packing struct {
	most int    // of what is packed tightly
	held []byte // what came so far, as long as that may be
	z    *zlib.Writer
	out  bytes.Buffer
}

// Write implements io.Writer; it takes everything.
func (p *packing) Write(data []byte) (int, error) {
	if p.z == nil {
		if len(p.held)+len(data) <= p.most {
			p.held = append(p.held, data...)
			return len(data), nil
		}
		p.begin(fastLevel)
	}
	return p.z.Write(data)
}

// begin begins to deflate, with what was held.
func (p *packing) begin(level int) {
	z, ok := deflaters[level].Get().(*zlib.Writer)
	if !ok {
		z, _ = zlib.NewWriterLevel(io.Discard, level) // the level is one there is
	}
	p.z = z
	z.Reset(&p.out)
	_, _ = z.Write(p.held) // memory takes everything
}

// pack deflates what is written.
func (p *packer) pack(write func(w io.Writer)) []byte {
	this := packing{most: p.left}
	level := fastLevel
	write(&this)
	if this.z == nil {
		level = tightLevel
		p.left -= len(this.held)
		this.begin(level)
	}
	_ = this.z.Close() // memory takes everything
	deflaters[level].Put(this.z)
	return this.out.Bytes()
}

// stream is an object that holds data, packed here; dict is what its dictionary
// says beside.
func (p *packer) stream(dict string, data []byte) []byte {
	return packedStream(dict, p.pack(func(w io.Writer) { _, _ = w.Write(data) })) // memory takes everything
}
