package svg

import (
	"encoding/base64"
	"math"
	"strconv"

	"footpath/mapmodel/picture"
	"footpath/render/scene"
)

// painter writes elements one after the other.
type painter struct {
	out   []byte
	clips int // how many outlines cut pictures so far
}

var _ scene.Painter = (*painter)(nil)

func (p *painter) raw(s string) { p.out = append(p.out, s...) }

// number writes a number with at most two decimals and no idle zeros; what is
// no number becomes 0.
func (p *painter) number(v float64) {
	if math.IsNaN(v) || math.Abs(v) > 1e9 {
		v = 0
	}
	hundredths := int64(math.Round(v * 100))
	p.out = strconv.AppendFloat(p.out, float64(hundredths)/100, 'f', -1, 64)
}

func (p *painter) attribute(name, value string) {
	p.raw(" " + name + `="`)
	p.words(value)
	p.raw(`"`)
}

func (p *painter) measure(name string, v float64) {
	p.raw(" " + name + `="`)
	p.number(v)
	p.raw(`"`)
}

// length is a measure of the whole picture, in points.
func (p *painter) length(name string, v float64) {
	p.raw(" " + name + `="`)
	p.number(v)
	p.raw(`pt"`)
}

// color writes a colour and, where it is see-through, its strength.
func (p *painter) color(name string, c scene.Color) {
	const digits = "0123456789abcdef"
	p.raw(" " + name + `="#`)
	for _, v := range [3]uint8{c.R, c.G, c.B} {
		p.out = append(p.out, digits[v>>4], digits[v&15])
	}
	p.raw(`"`)
	if c.A < 255 {
		p.measure(name+"-opacity", float64(c.A)/255)
	}
}

// seen tells whether a line is to be seen.
func seen(s scene.Stroke) bool { return s.Width > 0 && s.Color.A > 0 }

// paint writes how a shape is filled and its line drawn.
func (p *painter) paint(fill scene.Color, s scene.Stroke) {
	if fill.A > 0 {
		p.color("fill", fill)
	} else {
		p.raw(` fill="none"`)
	}
	if !seen(s) {
		return
	}
	p.color("stroke", s.Color)
	if s.Width != 1 {
		p.measure("stroke-width", s.Width)
	}
	if s.Round {
		p.raw(` stroke-linecap="round" stroke-linejoin="round"`)
	}
	if len(s.Dash) > 0 {
		p.raw(` stroke-dasharray="`)
		for i, d := range s.Dash {
			if i > 0 {
				p.raw(" ")
			}
			p.number(d)
		}
		p.raw(`"`)
	}
}

// Box implements scene.Painter.
func (p *painter) Box(e *scene.Box, at scene.Point) {
	// A box without extent is no error in a scene, but one in a file.
	if e.Fill.A == 0 && !seen(e.Stroke) || !(e.W >= 0 && e.H >= 0) {
		return
	}
	p.raw("<rect")
	p.measure("x", e.X+at.X)
	p.measure("y", e.Y+at.Y)
	p.measure("width", e.W)
	p.measure("height", e.H)
	if r := min(e.Radius, e.W/2, e.H/2); r > 0 {
		p.measure("rx", r)
	}
	p.paint(e.Fill, e.Stroke)
	p.raw("/>\n")
}

// Picture implements scene.Painter. The file is a picture's own, so that ours
// stands alone.
func (p *painter) Picture(e *scene.Picture, at scene.Point) {
	if e.Image == nil || !(e.W > 0 && e.H > 0) {
		return
	}
	if _, err := picture.Decode(e.Image.Data); err != nil {
		return
	}
	clip := ""
	if e.Radius > 0 {
		p.clips++
		clip = "round" + strconv.Itoa(p.clips)
		p.raw("<clipPath")
		p.attribute("id", clip)
		p.raw(">")
		p.Box(&scene.Box{Rect: e.Rect, Radius: e.Radius, Fill: scene.Hex(0)}, at)
		p.raw("</clipPath>\n")
	}
	p.raw("<image")
	p.measure("x", e.X+at.X)
	p.measure("y", e.Y+at.Y)
	p.measure("width", e.W)
	p.measure("height", e.H)
	if clip != "" {
		p.attribute("clip-path", "url(#"+clip+")")
	}
	p.raw(` preserveAspectRatio="xMidYMid slice" xlink:href="data:` + e.Image.Media + ";base64,")
	p.out = base64.StdEncoding.AppendEncode(p.out, []byte(e.Image.Data))
	p.raw(`">`)
	if e.Words != "" {
		p.raw("<title>")
		p.words(e.Words)
		p.raw("</title>")
	}
	p.raw("</image>\n")
}

// Path implements scene.Painter.
func (p *painter) Path(e *scene.Path, at scene.Point) {
	// A path that does not begin with a point would be no path.
	if e.Fill.A == 0 && !seen(e.Stroke) || len(e.Segments) == 0 || e.Segments[0].Op != scene.Move {
		return
	}
	p.raw(`<path d="`)
	for _, s := range e.Segments {
		switch s.Op {
		case scene.Move:
			p.points('M', at, s.A)
		case scene.Line:
			p.points('L', at, s.A)
		case scene.Curve:
			p.points('C', at, s.A, s.B, s.C)
		case scene.Close:
			p.raw("Z")
		}
	}
	p.raw(`"`)
	p.paint(e.Fill, e.Stroke)
	p.raw("/>\n")
}

func (p *painter) points(op byte, at scene.Point, points ...scene.Point) {
	p.out = append(p.out, op)
	for i, q := range points {
		if i > 0 {
			p.raw(" ")
		}
		p.number(q.X + at.X)
		p.raw(" ")
		p.number(q.Y + at.Y)
	}
}
