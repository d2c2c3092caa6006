package pdf

import (
	"bytes"
	"math"
	"strconv"
	"unicode/utf16"

	"footpath/render/scene"
	"footpath/render/text"
)

// painter writes a page's content stream. It says each colour, width and font
// only when it changes.
type painter struct {
	doc    *document
	out    bytes.Buffer
	height float64
	buf    []byte

	fill, line scene.Color
	width      float64
	dash       []float64
	round      bool
	set        bool // whether the graphics state above has been written
}

var _ scene.Painter = (*painter)(nil)

// number writes a number with at most two decimals and no idle zeros; what is
// no number becomes 0.
func (p *painter) number(v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	v = math.Round(v*100) / 100
	p.buf = strconv.AppendFloat(p.buf[:0], v, 'f', -1, 64)
	_, _ = p.out.Write(p.buf) // a bytes.Buffer never fails
	_ = p.out.WriteByte(' ')
}

func (p *painter) point(q, at scene.Point) {
	p.number(q.X + at.X)
	p.number(p.height - q.Y - at.Y)
}

func (p *painter) op(s string) {
	_, _ = p.out.WriteString(s)
	_ = p.out.WriteByte('\n')
}

// Box implements scene.Painter.
func (p *painter) Box(e *scene.Box, at scene.Point) {
	if e.Radius <= 0 {
		mode := p.paint(e.Fill, e.Stroke)
		if mode == "" {
			return
		}
		p.number(e.X + at.X)
		p.number(p.height - e.Y - at.Y - e.H)
		p.number(e.W)
		p.number(e.H)
		p.op("re")
		p.op(mode)
		return
	}
	p.path(e.Outline(), at, e.Fill, e.Stroke)
}

// Path implements scene.Painter.
func (p *painter) Path(e *scene.Path, at scene.Point) { p.path(e.Segments, at, e.Fill, e.Stroke) }

func (p *painter) path(segments []scene.Segment, at scene.Point, fill scene.Color, stroke scene.Stroke) {
	mode := p.paint(fill, stroke)
	if mode == "" || len(segments) == 0 {
		return
	}
	for _, s := range segments {
		switch s.Op {
		case scene.Move:
			p.point(s.A, at)
			p.op("m")
		case scene.Line:
			p.point(s.A, at)
			p.op("l")
		case scene.Curve:
			p.point(s.A, at)
			p.point(s.B, at)
			p.point(s.C, at)
			p.op("c")
		case scene.Close:
			p.op("h")
		}
	}
	p.op(mode)
}

// paint sets the state for filling and stroking and gives the operator that
// does both, or either; empty where nothing is to be seen.
func (p *painter) paint(fill scene.Color, stroke scene.Stroke) string {
	filled, stroked := fill.A > 0, stroke.Width > 0 && stroke.Color.A > 0
	if filled {
		p.ink(fill)
	}
	if stroked {
		p.pen(stroke)
	}
	switch {
	case filled && stroked:
		return "B"
	case filled:
		return "f"
	case stroked:
		return "S"
	}
	return ""
}

// opaque lays a see-through colour over white, as paper is.
func opaque(c scene.Color) scene.Color {
	return c.Mix(scene.Hex(0xFFFFFF), float64(c.A)/255)
}

func (p *painter) rgb(c scene.Color, op string) {
	for _, v := range []uint8{c.R, c.G, c.B} {
		p.buf = strconv.AppendFloat(p.buf[:0], math.Round(float64(v)/255*1000)/1000, 'f', -1, 64)
		_, _ = p.out.Write(p.buf)
		_ = p.out.WriteByte(' ')
	}
	p.op(op)
}

// begin writes the whole state once, so that what is remembered is true.
func (p *painter) begin() {
	if p.set {
		return
	}
	p.set = true
	black := scene.Hex(0)
	p.fill, p.line, p.width, p.dash, p.round = black, black, 1, nil, false
	p.op("0 g 0 G 1 w 0 J 0 j [] 0 d")
}

func (p *painter) ink(c scene.Color) {
	p.begin()
	if c = opaque(c); c != p.fill {
		p.fill = c
		p.rgb(c, "rg")
	}
}

func (p *painter) pen(s scene.Stroke) {
	p.begin()
	if c := opaque(s.Color); c != p.line {
		p.line = c
		p.rgb(c, "RG")
	}
	if s.Width != p.width {
		p.width = s.Width
		p.number(s.Width)
		p.op("w")
	}
	if s.Round != p.round {
		p.round = s.Round
		if s.Round {
			p.op("1 J 1 j")
		} else {
			p.op("0 J 0 j")
		}
	}
	if !sameDash(s.Dash, p.dash) {
		p.dash = s.Dash
		_ = p.out.WriteByte('[')
		for _, d := range s.Dash {
			p.number(d)
		}
		p.op("] 0 d")
	}
}

func sameDash(a, b []float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// Run implements scene.Painter. A line that holds characters the file cannot
// draw says what it means in ActualText, so that it is found and copied whole.
func (p *painter) Run(e *scene.Run, at scene.Point) {
	if e.Color.A == 0 || e.Text == "" {
		return
	}
	name := p.doc.names[e.Face]
	p.ink(e.Color)
	words := text.Drawn(e.Text)
	shown := drawable(words)
	spoken := shown != e.Text && shown != words
	if spoken {
		_, _ = p.out.WriteString("/Span <</ActualText <FEFF")
		p.hex(e.Text)
		p.op(">>> BDC")
	}
	_, _ = p.out.WriteString("BT ")
	_, _ = p.out.WriteString("/" + name + " ")
	p.number(e.Size)
	_, _ = p.out.WriteString("Tf ")
	p.point(scene.Point{X: e.X, Y: e.Y}, at)
	_, _ = p.out.WriteString("Td (")
	p.literal(shown)
	p.op(") Tj ET")
	if spoken {
		p.op("EMC")
	}
}

// literal writes a text as the two-byte codes of a PDF string.
func (p *painter) literal(s string) {
	for _, r := range s {
		if r > 0xFFFF {
			r = '\uFFFD'
		}
		for _, b := range [2]byte{byte(r >> 8), byte(r)} {
			switch b {
			case '(', ')', '\\':
				_ = p.out.WriteByte('\\')
				_ = p.out.WriteByte(b)
			case '\r':
				_, _ = p.out.WriteString(`\r`)
			default:
				_ = p.out.WriteByte(b)
			}
		}
	}
}

const hexDigits = "0123456789ABCDEF"

func (p *painter) hex(s string) {
	for _, u := range utf16.Encode([]rune(s)) {
		for shift := 12; shift >= 0; shift -= 4 {
			_ = p.out.WriteByte(hexDigits[u>>shift&15])
		}
	}
}
