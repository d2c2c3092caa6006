// Package truetype makes a TrueType file of outlines: the least that a PDF
// needs to show their glyphs as text, whatever kind of font they came from.
package truetype

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"

	"footpath/render/text"
)

// Glyph is one glyph of the file.
type Glyph struct {
	// Outline is in em, y down.
	Outline []text.Segment
	// Advance is in em.
	Advance float64
}

// Measures are a font's own, in em: the box round all its glyphs, y up.
type Measures struct{ Left, Bottom, Right, Top float64 }

// most is how many glyphs a file can hold.
const most = math.MaxUint16

// ErrTooMany says that the glyphs are more than a file can number.
var ErrTooMany = errors.New("a font cannot have so many glyphs")

// em is the units an em of the files made: as many as a PDF counts, and as most
// fonts have, whose points then are what they were.
const em = 1000

// Make makes a file of glyphs, which are numbered in their order from 1; glyph
// 0 draws nothing. It has the tables that ISO 32000-1, 9.9 asks of a TrueType
// font program that is embedded for a CIDFont: glyf, head, hhea, hmtx, loca,
// maxp.
func Make(glyphs []Glyph) ([]byte, Measures, error) {
	if len(glyphs) >= most {
		return nil, Measures{}, ErrTooMany
	}
	b := builder{box: box{math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16}}
	b.add(Glyph{})
	for _, g := range glyphs {
		b.add(g)
	}
	if b.box.x0 > b.box.x1 {
		b.box = box{}
	}
	unit := func(v int16) float64 { return float64(v) / em }
	return b.file(), Measures{unit(b.box.x0), unit(b.box.y0), unit(b.box.x1), unit(b.box.y1)}, nil
}

// box is a box in units, y up.
type box struct{ x0, y0, x1, y1 int16 }

// builder gathers the tables.
type builder struct {
	glyf, hmtx               bytes.Buffer
	loca                     []int // where each glyph begins in glyf
	count                    int
	box                      box
	points, contours, widest int
}

func put(b *bytes.Buffer, values ...any) {
	for _, v := range values {
		_ = binary.Write(b, binary.BigEndian, v) // memory takes everything of a fixed size
	}
}

// add takes in the next glyph.
func (b *builder) add(g Glyph) {
	b.loca = append(b.loca, b.glyf.Len())
	advance := units(g.Advance)
	contours := contoursOf(g.Outline)
	bearing := int16(0)
	if len(contours) > 0 {
		around := write(&b.glyf, contours)
		bearing = around.x0
		b.box = box{min(b.box.x0, around.x0), min(b.box.y0, around.y0), max(b.box.x1, around.x1), max(b.box.y1, around.y1)}
		n := 0
		for _, c := range contours {
			n += len(c)
		}
		b.points, b.contours = max(b.points, n), max(b.contours, len(contours))
		if b.glyf.Len()%2 != 0 { // short places count in pairs of bytes
			b.glyf.WriteByte(0)
		}
	}
	b.widest = max(b.widest, int(advance))
	put(&b.hmtx, uint16(max(advance, 0)), bearing)
	b.count++
}

// file puts the tables together (OpenType 1.9, table directory).
func (b *builder) file() []byte {
	b.loca = append(b.loca, b.glyf.Len())
	long, loca := b.places()
	var head, hhea, maxp bytes.Buffer
	put(&head, uint16(1), uint16(0), uint32(1<<16), uint32(0), uint32(0x5F0F3CF5), uint16(0), uint16(em), int64(0), int64(0),
		b.box.x0, b.box.y0, b.box.x1, b.box.y1, uint16(0), uint16(8), int16(2), long, int16(0))
	put(&hhea, uint16(1), uint16(0), b.box.y1, b.box.y0, int16(0), uint16(min(b.widest, math.MaxUint16)), b.box.x0, int16(0), b.box.x1,
		int16(1), int16(0), int16(0), int64(0), int16(0), uint16(b.count))
	put(&maxp, uint32(1<<16), uint16(b.count), uint16(min(b.points, math.MaxUint16)), uint16(min(b.contours, math.MaxUint16)))
	put(&maxp, [11]uint16{2: 1}) // one zone, nothing composite, nothing instructed
	tables := []struct {
		tag  string
		data []byte
	}{
		{"glyf", b.glyf.Bytes()},
		{"head", head.Bytes()},
		{"hhea", hhea.Bytes()},
		{"hmtx", b.hmtx.Bytes()},
		{"loca", loca},
		{"maxp", maxp.Bytes()},
	}
	var out bytes.Buffer
	n := uint16(len(tables))
	put(&out, uint32(1<<16), n, uint16(64), uint16(2), n*16-64) // 64 is 16 times the power of two below n
	offset := 12 + 16*len(tables)
	for _, t := range tables {
		out.WriteString(t.tag)
		put(&out, sum(t.data), uint32(offset), uint32(len(t.data)))
		offset += (len(t.data) + 3) &^ 3
	}
	headAt := 0
	for _, t := range tables {
		if t.tag == "head" {
			headAt = out.Len()
		}
		out.Write(t.data)
		for out.Len()%4 != 0 {
			out.WriteByte(0)
		}
	}
	file := out.Bytes()
	binary.BigEndian.PutUint32(file[headAt+8:], 0xB1B0AFBA-sum(file))
	return file
}

// places is the table of where each glyph begins, and whether (1) or not (0) it
// is of the long form (OpenType 1.9, loca table).
func (b *builder) places() (long int16, table []byte) {
	if b.glyf.Len() <= 2*math.MaxUint16 {
		for _, at := range b.loca {
			table = binary.BigEndian.AppendUint16(table, uint16(at/2))
		}
		return 0, table
	}
	for _, at := range b.loca {
		table = binary.BigEndian.AppendUint32(table, uint32(at))
	}
	return 1, table
}

// sum is a table's checksum: its words added up.
func sum(data []byte) uint32 {
	var total uint32
	for i := 0; i < len(data); i += 4 {
		var word [4]byte
		copy(word[:], data[i:])
		total += binary.BigEndian.Uint32(word[:])
	}
	return total
}
