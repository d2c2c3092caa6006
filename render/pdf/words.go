package pdf

import (
	"strings"
	"unicode/utf16"

	"footpath/render/scene"
	"footpath/render/text"
)

// Run implements scene.Painter. A piece of text that is not drawn by its own
// characters (a letter and its mark in one glyph, a sign that no face has) says
// what it means in ActualText, so that it is found and copied whole.
func (p *painter) Run(e *scene.Run, at scene.Point) {
	if e.Color.A == 0 || e.Text == "" {
		return
	}
	p.ink(e.Color)
	p.out = append(p.out, "BT "...)
	if f := (font{p.doc.names[e.Face], e.Size}); f != p.font {
		p.font, p.used = f, p.doc.used[e.Face]
		p.out = append(append(append(p.out, '/'), f.name...), ' ')
		p.number(f.size)
		p.out = append(p.out, "Tf "...)
	}
	p.point(scene.Point{X: e.X, Y: e.Y}, at)
	p.out = append(p.out, "Td "...)
	if text.AsWritten(e.Text) {
		p.show(e.Text)
	} else {
		p.parts(e.Text)
	}
	p.show(" ") // lines that are read one after another do not join their words
	p.op("ET")
}

func (p *painter) parts(s string) {
	for _, part := range text.Parts(s) {
		if part.Text == part.Shown || strings.TrimSpace(part.Text) == "" {
			p.show(part.Shown)
			continue
		}
		p.out = append(p.out, "/Span <</ActualText <FEFF"...)
		p.hex(part.Text)
		p.out = append(p.out, ">>> BDC "...)
		p.show(part.Shown)
		p.out = append(p.out, "EMC "...)
	}
}

// show writes a text as the two-byte codes of a PDF string.
func (p *painter) show(s string) {
	out := append(p.out, '(')
	for _, r := range s {
		p.used[r&(plane-1)] = true // there is nothing beyond the plane in what is shown
		if r < 0x80 && !special[r] {
			out = append(out, 0, byte(r))
			continue
		}
		for _, b := range [2]byte{byte(r >> 8), byte(r)} {
			switch {
			case b == '\r': // a bare one would be read as a line feed
				out = append(out, '\\', 'r')
			case b < 0x80 && special[b]:
				out = append(out, '\\', b)
			default:
				out = append(out, b)
			}
		}
	}
	p.out = append(out, ") Tj "...)
}

// special marks what stands for something else in a PDF string.
var special = [0x80]bool{'(': true, ')': true, '\\': true, '\r': true}

const hexDigits = "0123456789ABCDEF"

func (p *painter) hex(s string) {
	for _, u := range utf16.Encode([]rune(s)) {
		for shift := 12; shift >= 0; shift -= 4 {
			p.out = append(p.out, hexDigits[u>>shift&15])
		}
	}
}
