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
	letters := p.doc.typeface(e.Face.Font())
	p.set(font{letters.name, e.Size})
	p.point(scene.Point{X: e.X, Y: e.Y}, at)
	p.out = append(p.out, "Td "...)
	// The space at the end: lines that are read one after another do not join
	// their words.
	if text.AsWritten(e.Text, e.Direction) {
		p.show(letters, e.Face, e.Text, " ")
	} else {
		p.spans(e, letters)
		p.set(font{letters.name, e.Size})
		p.show(letters, e.Face, " ")
	}
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
func (p *painter) spans(e *scene.Run, letters *typeface) {
	spans := e.Face.Spans(e.Text, e.Direction)
	pen := 0.0 // in em from the line's origin
	for i := 0; i < len(spans); {
		span := &spans[i]
		switch {
		case span.Plain:
			p.set(font{letters.name, e.Size})
			if move := (pen - span.X) * 1000; move > 0.5 || move < -0.5 {
				p.out = append(p.out, '[')
				p.number(move)
				p.out = append(p.out, "]TJ "...)
			}
			p.show(letters, e.Face, e.Text[span.Start:span.End])
			pen = span.X + span.Advance
			i++
		case len(span.Glyphs) == 0: // nothing to be seen, but copied
			p.set(font{letters.name, e.Size})
			letters.run(p, e.Text, spans[i:i+1], &pen)
			i++
		default:
			end := i + 1
			for end < len(spans) && !spans[end].Plain && len(spans[end].Glyphs) > 0 && spans[end].Glyphs[0].Font == span.Glyphs[0].Font {
				end++
			}
			t := p.doc.typeface(span.Glyphs[0].Font)
			p.set(font{t.name, e.Size})
			t.run(p, e.Text, spans[i:end], &pen)
			i = end
		}
	}
}

// show writes parts of a plain text as the two-byte codes of a PDF string.
func (p *painter) show(t *typeface, face text.Face, parts ...string) {
	out := append(p.out, '(')
	for _, s := range parts {
		for _, r := range s {
			code := t.letter(face, r)
			for _, b := range [2]byte{byte(code >> 8), byte(code)} {
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
	}
	p.out = append(out, ")Tj "...)
}

// special marks what stands for something else in a PDF string.
var special = [0x80]bool{'(': true, ')': true, '\\': true, '\r': true}

const hexDigits = "0123456789ABCDEF"
