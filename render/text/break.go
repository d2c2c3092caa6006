package text

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// Line is one line of a broken text.
type Line struct {
	// Text is what the line draws: without the line end, and without the white
	// space it was broken at.
	Text string
	// Start and End are the line's bytes in the text that was broken, white
	// space at its end included: the lines' ranges follow each other without a
	// gap, except for line ends.
	Start, End int
	// Width is in points.
	Width float64
}

const (
	// lonely is the part of a line's width under which a last word should not
	// stand alone, and narrowest how far the lines are narrowed to give it
	// company.
	lonely, narrowest, narrowing = 0.30, 0.55, 0.04
)

// Break breaks a text into lines of at most the width in points, by the Unicode
// line breaking algorithm (UAX #14); "\n" always ends a line, and a word that
// is wider than the width breaks at a grapheme. Where a short word would be
// left alone on the last line, the lines are narrowed until it has company. A
// text of n line ends has at least n+1 lines.
func (f Face) Break(s string, size, width float64) []Line {
	var out []Line
	for start := 0; ; {
		end := strings.IndexByte(s[start:], '\n')
		last := end < 0
		if last {
			end = len(s)
		} else {
			end += start
		}
		out = append(out, f.paragraph(s[start:end], start, size, width)...)
		if last {
			return out
		}
		start = end + 1
	}
}

// piece is what stands between two places where a line may break.
type piece struct {
	start, end int     // bytes of the paragraph
	solid      int     // where its trailing white space begins
	full, ink  float64 // width with and without that white space, in points
}

func (f Face) paragraph(s string, offset int, size, width float64) []Line {
	pieces := f.pieces(s, size, width)
	lines := fill(s, pieces, width)
	if n := len(lines); n > 1 && loneWord(lines[n-1], width) {
		for w := width * (1 - narrowing); w >= width*narrowest; w -= width * narrowing {
			narrower := fill(s, pieces, w)
			if len(narrower) != n || tooWide(narrower, width) {
				break
			}
			if !loneWord(narrower[n-1], width) {
				lines = narrower
				break
			}
		}
	}
	for i := range lines {
		lines[i].Start += offset
		lines[i].End += offset
	}
	return lines
}

func loneWord(l Line, width float64) bool {
	return l.Width < lonely*width && !strings.ContainsRune(l.Text, ' ')
}

func tooWide(lines []Line, width float64) bool {
	for _, l := range lines {
		if l.Width > width {
			return true
		}
	}
	return false
}

// fill sets pieces into lines, as many on each as fit.
func fill(s string, pieces []piece, width float64) []Line {
	lines := make([]Line, 0, 4)
	var x float64
	first := 0
	end := func(next int) {
		line := Line{Start: len(s), End: len(s)}
		if first < next {
			last := pieces[next-1]
			line.Start, line.End = pieces[first].start, last.end
			line.Text = s[line.Start:last.solid]
			line.Width = x - last.full + last.ink
		}
		lines = append(lines, line)
		first, x = next, 0
	}
	for i, p := range pieces {
		if i > first && x+p.ink > width {
			end(i)
		}
		x += p.full
	}
	end(len(pieces))
	return lines
}

// cutter finds where lines and graphemes may end; it is kept for its memory.
type cutter struct{ segmenter.Segmenter }

var cutters = sync.Pool{New: func() any { return new(cutter) }}

// pieces cuts a paragraph where a line may break; a piece wider than the width
// is cut on at graphemes.
func (f Face) pieces(s string, size, width float64) []piece {
	if s == "" {
		return nil
	}
	c := cutters.Get().(*cutter)
	defer cutters.Put(c)
	c.InitWithString(s)
	out := make([]piece, 0, 16)
	lines := c.LineIterator()
	at := 0
	for lines.Next() {
		end := at + bytesOf(s[at:], len(lines.Line().Text))
		p := f.piece(s, at, end, size)
		if p.ink > width {
			out = append(out, f.graphemes(s, at, end, size)...)
		} else {
			out = append(out, p)
		}
		at = end
	}
	return out
}

// bytesOf is the length of the first n characters of a text. Bytes that are no
// UTF-8 count as a character each, as the segmenter counts them.
func bytesOf(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

func (f Face) piece(s string, start, end int, size float64) piece {
	word := s[start:end]
	ink := strings.TrimRight(word, " \t\u2028\u2029\u0085\v\f\u3000")
	p := piece{start: start, end: end, solid: start + len(ink), ink: f.Measure(ink, size)}
	p.full = p.ink
	if len(ink) < len(word) {
		p.full += f.Measure(word[len(ink):], size)
	}
	return p
}

// Graphemes gives the byte offsets at which what people see as characters end.
func Graphemes(s string) []int {
	if s == "" {
		return nil
	}
	c := cutters.Get().(*cutter)
	defer cutters.Put(c)
	c.InitWithString(s)
	var out []int
	at := 0
	for it := c.GraphemeIterator(); it.Next(); {
		at += bytesOf(s[at:], len(it.Grapheme().Text))
		out = append(out, at)
	}
	return out
}

// graphemes cuts an overlong word into its characters.
func (f Face) graphemes(s string, start, end int, size float64) []piece {
	// The segmenter at work holds the paragraph, so the word gets its own.
	ends := Graphemes(s[start:end])
	out := make([]piece, 0, len(ends))
	at := start
	for _, e := range ends {
		out = append(out, f.piece(s, at, start+e, size))
		at = start + e
	}
	return out
}
