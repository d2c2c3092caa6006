package pdf

import (
	"footpath/render/scene"
	"footpath/render/text"
)

// Run implements scene.Painter.
func (p *painter) Run(e *scene.Run, at scene.Point) {
	if e.Color.A == 0 || e.Text == "" {
		return
	}
	p.ink(e.Color)
	p.out = append(p.out, "BT "...)
	plain := font{p.doc.names[e.Face], e.Size}
	p.set(plain)
	p.used = p.doc.used[e.Face]
	p.point(scene.Point{X: e.X, Y: e.Y}, at)
	p.out = append(p.out, "Td "...)
	if text.AsWritten(e.Text, e.Direction) {
		p.show(e.Text)
	} else {
		p.spans(e, plain)
		p.set(plain)
	}
	p.show(" ") // lines that are read one after another do not join their words
	p.op("ET")
}

// set chooses the font of what is shown next.
func (p *painter) set(f font) {
	if f == p.font {
		return
	}
	p.font = f
	p.out = append(append(append(p.out, '/'), f.name...), ' ')
	p.number(f.size)
	p.out = append(p.out, "Tf "...)
}

// spans shows a line that is not drawn as it is written, piece by piece as it
// stands on the page.
func (p *painter) spans(e *scene.Run, plain font) {
	spans := e.Face.Spans(e.Text, e.Direction)
	pen := 0.0 // in em from the line's origin
	for i := 0; i < len(spans); {
		span := &spans[i]
		switch {
		case span.Plain:
			p.set(plain)
			if move := (pen - span.X) * 1000; move > 0.5 || move < -0.5 {
				p.out = append(p.out, '[')
				p.number(move)
				p.out = append(p.out, "]TJ "...)
			}
			p.show(e.Text[span.Start:span.End])
			pen = span.X + span.Advance
			i++
		case len(span.Glyphs) == 0: // nothing to be seen, but copied
			s := p.doc.shapedFont(e.Face.Font())
			p.set(font{s.name, e.Size})
			s.run(p, e.Text, spans[i:i+1], &pen)
			i++
		default:
			end := i + 1
			for end < len(spans) && !spans[end].Plain && len(spans[end].Glyphs) > 0 && spans[end].Glyphs[0].Font == span.Glyphs[0].Font {
				end++
			}
			s := p.doc.shapedFont(span.Glyphs[0].Font)
			p.set(font{s.name, e.Size})
			s.run(p, e.Text, spans[i:end], &pen)
			i = end
		}
	}
}

// show writes a text as the two-byte codes of a PDF string.
func (p *painter) show(s string) {
	out := append(p.out, '(')
	for _, r := range s {
		p.used[r&(plane-1)] = true // what is plain lies far below the plane's end
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
