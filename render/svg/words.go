package svg

import (
	"strings"
	"unicode/utf8"

	"footpath/render/scene"
	"footpath/render/text"
)

// Run implements scene.Painter. The text is the map's own; whatever typeface
// the reader has, the line becomes as long as it was measured.
func (p *painter) Run(e *scene.Run, at scene.Point) {
	if e.Color.A == 0 || e.Text == "" {
		return
	}
	p.raw("<text")
	x := e.X + at.X
	if leftward(e) {
		// Such a line begins at its right end.
		p.measure("x", x+e.Width)
		p.measure("y", e.Y+at.Y)
		p.raw(` direction="rtl"`)
	} else {
		p.measure("x", x)
		p.measure("y", e.Y+at.Y)
	}
	p.measure("font-size", e.Size)
	switch e.Face {
	case text.Bold:
		p.raw(` font-weight="bold"`)
	case text.Italic:
		p.raw(` font-style="italic"`)
	}
	if e.Width > 0 {
		p.measure("textLength", e.Width)
		p.raw(` lengthAdjust="spacingAndGlyphs"`)
	}
	p.color("fill", e.Color)
	p.raw(">")
	line := e.Text
	if word, cut := strings.CutSuffix(line, "\u00AD"); cut {
		line = word + "-" // a soft hyphen shows where the line ends; readers break none
	}
	p.words(line)
	p.raw("</text>\n")
}

// leftward tells whether a line runs to the left.
func leftward(e *scene.Run) bool {
	if e.Direction == text.Natural {
		return text.DirectionOf(e.Text) == text.Leftward
	}
	return e.Direction == text.Leftward
}

// words writes a text so that it can stand in an element or an attribute. What
// XML 1.0 forbids (production 2, Char: most control characters, U+FFFE, U+FFFF)
// and what is not UTF-8 becomes U+FFFD, white space excepted.
func (p *painter) words(s string) {
	for _, r := range s {
		switch {
		case r == '&':
			p.raw("&amp;")
		case r == '<':
			p.raw("&lt;")
		case r == '>': // "]]>" may not stand in a text
			p.raw("&gt;")
		case r == '"':
			p.raw("&quot;")
		case r == '\t': // bare ones would be read as spaces or line feeds
			p.raw("&#9;")
		case r == '\n':
			p.raw("&#10;")
		case r == '\r':
			p.raw("&#13;")
		case r == '\v', r == '\f': // forbidden too, but drawn as spaces
			p.raw(" ")
		case r < ' ', r == 0xFFFE, r == 0xFFFF:
			p.raw("\uFFFD")
		default:
			p.out = utf8.AppendRune(p.out, r) // U+FFFD for what is not UTF-8
		}
	}
}
