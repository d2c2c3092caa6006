package pdf

import (
	"io"
	"math"
	"slices"
	"strconv"

	"footpath/render/scene"
)

// painter writes a page's content stream. It says each colour, width and font
// only when it changes.
type painter struct {
	doc    *document
	out    []byte
	sink   io.Writer // takes the stream, chunk by chunk
	height float64

	state
}

// state is what the stream has said of how to draw.
type state struct {
	fill, line scene.Color // opaque
	alpha      uint8
	width      float64
	dash       []float64
	round      bool
	begun      bool // whether the state above has been written
	font       font
}

// font is what text is set in.
type font struct {
	name string
	size float64
}

var _ scene.Painter = (*painter)(nil)

// number writes a number with at most two decimals and no idle zeros; what is
// no number, or beyond all pages, becomes 0. Half of a page is numbers, so this
// is written out.
func (p *painter) number(v float64) {
	if !(v > -1e7 && v < 1e7) {
		v = 0
	}
	n := uint32(math.Abs(v)*100 + 0.5)
	var digits [16]byte
	i := len(digits) - 1
	digits[i] = ' '
	minus := v < 0 && n > 0
	if n%100 != 0 {
		if n%10 != 0 {
			i--
			digits[i] = byte('0' + n%10)
		}
		i -= 2
		digits[i], digits[i+1] = '.', byte('0'+n/10%10)
	}
	for n /= 100; ; n /= 10 {
		i--
		digits[i] = byte('0' + n%10)
		if n < 10 {
			break
		}
	}
	if minus {
		i--
		digits[i] = '-'
	}
	p.out = append(p.out, digits[i:]...)
}

// group draws a group; those of which a page has many alike, from their own
// corner.
func (p *painter) group(g scene.Placed) {
	if !alike(g.Group) {
		g.Group.Draw(p, g.At)
		return
	}
	p.begin()
	p.moved(g.At, func() { g.Group.Draw(p, scene.Point{}) })
}

// moved lets draw draw from a place on the page. Whatever looks alike at two
// places is then the same text twice, of which packing leaves one.
func (p *painter) moved(at scene.Point, draw func()) {
	outer, height := p.state, p.height
	p.out = append(p.out, "q 1 0 0 1 "...)
	p.point(at, scene.Point{})
	p.op("cm")
	p.height = 0
	draw()
	p.op("Q")
	p.state, p.height = outer, height
}

// alike tells whether a group looks like many others of its scene, as cards do.
// A card with a picture is left out: the picture is a piece of its own.
func alike(g *scene.Group) bool {
	return g.Role == scene.CardRole && !slices.ContainsFunc(g.Elements, func(e scene.Element) bool {
		_, picture := e.(*scene.Picture)
		return picture
	})
}

func (p *painter) point(q, at scene.Point) {
	p.number(q.X + at.X)
	p.number(p.height - q.Y - at.Y)
}

// chunk is how many bytes are gathered before they are handed on.
const chunk = 64 << 10

func (d *document) painter(sink io.Writer, height float64) *painter {
	return &painter{doc: d, sink: sink, height: height, out: make([]byte, 0, chunk+chunk/8)}
}

// op writes an operator, after its operands.
func (p *painter) op(s string) {
	p.out = append(append(p.out, s...), '\n')
	if len(p.out) > chunk {
		p.flush()
	}
}

// Box implements scene.Painter.
func (p *painter) Box(e *scene.Box, at scene.Point) {
	if apart(e.Fill, e.Stroke) {
		p.path(e.Outline(), at, e.Fill, e.Stroke)
		return
	}
	mode := p.paint(e.Fill, e.Stroke)
	if mode == "" {
		return
	}
	if e.Radius > 0 {
		p.shape(e.Outline(), at, mode)
		return
	}
	p.point(scene.Point{X: e.X, Y: e.Bottom()}, at)
	p.number(e.W)
	p.number(e.H)
	p.op("re")
	p.op(mode)
}

// Path implements scene.Painter.
func (p *painter) Path(e *scene.Path, at scene.Point) { p.path(e.Segments, at, e.Fill, e.Stroke) }

func (p *painter) path(segments []scene.Segment, at scene.Point, fill scene.Color, stroke scene.Stroke) {
	// A path that does not begin with a point would be no path.
	if len(segments) == 0 || segments[0].Op != scene.Move {
		return
	}
	if apart(fill, stroke) {
		p.path(segments, at, fill, scene.Stroke{})
		fill = scene.Color{}
	}
	if mode := p.paint(fill, stroke); mode != "" {
		p.shape(segments, at, mode)
	}
}

func (p *painter) trace(segments []scene.Segment, at scene.Point) {
	for i := range segments {
		switch s := &segments[i]; s.Op {
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
}

// apart tells whether area and line are not equally see-through, so that they
// are drawn one after the other.
func apart(fill scene.Color, stroke scene.Stroke) bool {
	return fill.A > 0 && stroke.Width > 0 && stroke.Color.A > 0 && fill.A != stroke.Color.A
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

// strength makes what is drawn next as see-through as a colour's alpha.
func (p *painter) strength(alpha uint8) {
	if alpha == p.alpha {
		return
	}
	p.alpha = alpha
	p.out = append(p.out, "/GS"...)
	p.out = strconv.AppendInt(p.out, int64(p.doc.strength(alpha)), 10)
	p.op(" gs")
}

// flush hands on what was written so far.
func (p *painter) flush() {
	_, _ = p.sink.Write(p.out) // memory takes everything
	p.out = p.out[:0]
}

// shades are the strengths of a colour's parts as a PDF counts them, 0 to 1.
var shades = func() (out [256]string) {
	for v := range out {
		out[v] = strconv.FormatFloat(math.Round(float64(v)/255*1000)/1000, 'f', -1, 64) + " "
	}
	return out
}()

func (p *painter) rgb(c scene.Color, op string) {
	for _, v := range [3]uint8{c.R, c.G, c.B} {
		p.out = append(p.out, shades[v]...)
	}
	p.op(op)
}

// begin writes the whole state once, so that what is remembered is true.
func (p *painter) begin() {
	if p.begun {
		return
	}
	p.begun, p.alpha = true, 255
	black := scene.Hex(0)
	p.fill, p.line, p.width, p.dash, p.round = black, black, 1, nil, false
	p.op("0 g 0 G 1 w 0 J 0 j [] 0 d")
}

func (p *painter) ink(c scene.Color) {
	p.begin()
	p.strength(c.A)
	if c.A = 255; c != p.fill {
		p.fill = c
		p.rgb(c, "rg")
	}
}

func (p *painter) pen(s scene.Stroke) {
	p.begin()
	p.strength(s.Color.A)
	c := s.Color
	if c.A = 255; c != p.line {
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
	if !slices.Equal(s.Dash, p.dash) {
		p.dash = s.Dash
		p.out = append(p.out, '[')
		for _, d := range s.Dash {
			p.number(d)
		}
		p.op("] 0 d")
	}
}
