package scene

import (
	"footpath/render/text"
)

// TextBox is a broken text at its place in a group: what an editor needs to
// put its caret between the letters.
type TextBox struct {
	Lines []text.Line
	Face  text.Face
	Size  float64
	// X is the left edge, First the first baseline, Step the height of a line.
	X, First, Step float64
	// width is as far as the text reaches: paragraphs that run leftward stand at
	// its right end.
	width float64
	// source is the text itself.
	source string
}

// breakText sets a text at x, with its first line's top at y.
func breakText(s string, face text.Face, size, leading, x, y, width float64) *TextBox {
	m := face.Metrics(size)
	step := size * leading
	b := &TextBox{
		Lines: face.Break(s, size, width), Face: face, Size: size,
		X: x, First: y + (step-m.Line)/2 + m.Ascent, Step: step, source: s,
	}
	b.width = b.Widest()
	return b
}

// wholeWords does as breakText, in smaller type where a word would be broken
// that is not wider than the line in the style's smallest.
func (s *Style) wholeWords(words string, face text.Face, size, leading, x, y, width float64) *TextBox {
	least := s.CardSizes[len(s.CardSizes)-1]
	b := breakText(words, face, size, leading, x, y, width)
	if size <= least || len(b.Lines) < 2 {
		return b
	}
	longest := face.Longest(words, size)
	if longest <= width || longest*least > width*size {
		return b
	}
	// A hair less, so that what is added up in another order still fits.
	return breakText(words, face, max(0.999*size*width/longest, least), leading, x, y, width)
}

// breaksWords tells whether a word of the text is wider than a width.
func (b *TextBox) breaksWords(width float64) bool {
	return len(b.Lines) > 1 && b.Face.Longest(b.source, b.Size) > width
}

// flush has paragraphs that run leftward begin at the right end of so much
// room: text that has its box to itself, rather than standing beside a mark.
func (b *TextBox) flush(width float64) *TextBox {
	b.width = max(b.width, width)
	return b
}

// atMost keeps no more than so many lines. Where some go the last ends in an
// ellipsis: only for words that stand elsewhere in full.
func (b *TextBox) atMost(lines int) *TextBox {
	if len(b.Lines) <= lines {
		return b
	}
	room := b.Lines[lines-1].Width
	last := b.Face.Break(b.Lines[lines-1].Text, b.Size, max(room-b.Face.Measure(ellipsis, b.Size), b.Size))[0]
	last.Text += ellipsis
	last.Width = b.Face.Measure(last.Text, b.Size)
	b.Lines = append(b.Lines[:lines-1:lines-1], last)
	b.width = max(b.Widest(), room)
	return b
}

const ellipsis = "…"

// cut keeps no more lines than fit a height, one at the least, and tells whether
// some went.
func (b *TextBox) cut(height float64) bool {
	n := max(int(height/b.Step+0.01), 1)
	if n >= len(b.Lines) {
		return false
	}
	b.Lines = b.Lines[:n:n]
	return true
}

// Text is the text itself, as the byte offsets of the other methods count it.
func (b *TextBox) Text() string { return b.source }

// Height is that of all lines.
func (b *TextBox) Height() float64 { return float64(len(b.Lines)) * b.Step }

// Widest is the width of the longest line.
func (b *TextBox) Widest() float64 {
	w := 0.0
	for _, l := range b.Lines {
		w = max(w, l.Width)
	}
	return w
}

func (b *TextBox) runs(c Color) []Element {
	out := make([]Element, 0, len(b.Lines))
	for i, l := range b.Lines {
		if l.Text != "" {
			out = append(out, &Run{
				X: b.left(l), Y: b.First + float64(i)*b.Step, Text: l.Text, Face: b.Face, Size: b.Size, Color: c, Width: l.Width, Direction: l.Direction,
			})
		}
	}
	return out
}

// left is where a line begins.
func (b *TextBox) left(l text.Line) float64 {
	if l.Direction == text.Leftward {
		return b.X + b.width - l.Width
	}
	return b.X
}

// Caret is the place of the caret before byte offset of the text: a line as
// high as the text's line, in the group's coordinates.
func (b *TextBox) Caret(offset int) Rect {
	line := b.LineOf(offset)
	l := b.Lines[line]
	offset = min(max(offset, l.Start), l.End)
	m := b.Face.Metrics(b.Size)
	at := offset - l.Start
	beyond := 0.0 // in the white space that the line was broken at
	if at > len(l.Text) {
		beyond = b.Face.Measure(b.source[l.Start+len(l.Text):offset], b.Size)
		at = len(l.Text)
	}
	if l.Direction == text.Leftward {
		beyond = -beyond
	}
	x := b.left(l) + b.Face.Caret(l.Text, l.Direction, b.Size, at) + beyond
	return Rect{X: x, Y: b.First + float64(line)*b.Step - m.Ascent, H: m.Line}
}

// Extent is how far the part of a line between two byte offsets of the text
// reaches, from left to right; the offsets are taken into the line.
func (b *TextBox) Extent(line, from, to int) (left, right float64) {
	l := b.Lines[line]
	edge := func(offset int) float64 {
		at := min(max(offset-l.Start, 0), len(l.Text))
		return b.left(l) + b.Face.Caret(l.Text, l.Direction, b.Size, at)
	}
	left, right = edge(from), edge(to)
	return min(left, right), max(left, right)
}

// LineOf is the number of the line that holds the place before a byte offset.
func (b *TextBox) LineOf(offset int) int {
	for i := len(b.Lines) - 1; i > 0; i-- {
		if offset >= b.Lines[i].Start {
			return i
		}
	}
	return 0
}

// Offset is the byte offset of the text nearest to a point of the group.
func (b *TextBox) Offset(p Point) int {
	m := b.Face.Metrics(b.Size)
	line := int((p.Y - b.First + m.Ascent) / b.Step)
	line = min(max(line, 0), len(b.Lines)-1)
	l := b.Lines[line]
	return l.Start + b.Face.Nearest(l.Text, l.Direction, b.Size, p.X-b.left(l))
}
