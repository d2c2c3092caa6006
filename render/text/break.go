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
	// Direction is that of the paragraph where the line alone would not show
	// it, or where it runs leftward; Natural for all others.
	Direction Direction
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
	width = max(width, 0)
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
	fresh      bool    // begins a line: the first letter of a word wider than a line
}

func (f Face) paragraph(s string, offset int, size, width float64) []Line {
	pieces := f.pieces(s, size, width)
	lines := set(s, pieces, width)
	if n := len(lines); n > 1 && loneWord(lines[n-1], width) {
		for w := width * (1 - narrowing); w >= width*narrowest; w -= width * narrowing {
			if count(pieces, w) != n {
				break
			}
			narrower := set(s, pieces, w)
			if tooWide(narrower, width) {
				break
			}
			if !loneWord(narrower[n-1], width) {
				lines = narrower
				break
			}
		}
	}
	direction := Natural
	if !simple(s) {
		direction = DirectionOf(s)
	}
	for i := range lines {
		l := &lines[i]
		l.Start += offset
		l.End += offset
		if direction == Leftward || direction == Rightward && DirectionOf(l.Text) == Leftward {
			l.Direction = direction
		}
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

// set puts pieces into lines, as many on each as fit.
func set(s string, pieces []piece, width float64) []Line {
	lines := make([]Line, 0, count(pieces, width))
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
		if i > first && p.parts(x, width) {
			end(i)
		}
		x += p.full
	}
	end(len(pieces))
	return lines
}

// count is the number of lines that set makes.
func count(pieces []piece, width float64) int {
	n, x := 1, 0.0
	for i, p := range pieces {
		if i > 0 && p.parts(x, width) {
			n, x = n+1, 0
		}
		x += p.full
	}
	return n
}

// parts tells whether a piece begins a new line where x points of the line are
// taken.
func (p *piece) parts(x, width float64) bool { return p.fresh || x+p.ink > width }

// cutter finds where lines and graphemes may end; it is kept for its memory.
type cutter struct{ segmenter.Segmenter }

var cutters = sync.Pool{New: func() any { return new(cutter) }}

// pieces cuts a paragraph where a line may break; a piece wider than the width
// is cut on at graphemes.
func (f Face) pieces(s string, size, width float64) []piece {
	if s == "" {
		return nil
	}
	whole, plain := f.Font().plainPieces(s, size)
	if !plain {
		whole = f.anyPieces(s, size)
	}
	for i, p := range whole {
		if p.ink > width {
			return f.cut(s, whole[:i:i], whole[i:], size, width)
		}
	}
	return whole
}

// anyPieces cuts a paragraph of any text by UAX #14.
func (f Face) anyPieces(s string, size float64) []piece {
	c := cutters.Get().(*cutter)
	defer cutters.Put(c)
	c.InitWithString(s)
	out := make([]piece, 0, 16)
	at := 0
	for lines := c.LineIterator(); lines.Next(); {
		end := at + bytesOf(s[at:], len(lines.Line().Text))
		out = append(out, f.piece(s, at, end, size))
		at = end
	}
	return out
}

// cut adds pieces to those before, cutting the ones that are wider than a line.
func (f Face) cut(s string, before, pieces []piece, size, width float64) []piece {
	for _, p := range pieces {
		if p.ink <= width {
			before = append(before, p)
			continue
		}
		at := p.start
		// What hangs on the word's end stays with its last letter.
		for _, end := range Graphemes(s[p.start:p.solid]) {
			before = append(before, f.piece(s, at, p.start+end, size))
			before[len(before)-1].fresh = at == p.start
			at = p.start + end
		}
		last := &before[len(before)-1]
		*last = f.piece(s, last.start, p.end, size)
		last.fresh = last.start == p.start
	}
	return before
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
	ink := strings.TrimRight(word, " \t\u2028\u2029\u0085\v\f\r\u3000")
	p := piece{start: start, end: end, solid: start + len(ink), ink: f.Measure(ink, size)}
	p.full = p.ink
	switch rest := word[len(ink):]; {
	case rest != "":
		p.full += f.Measure(rest, size)
	case strings.HasSuffix(word, string(softHyphen)):
		// The hyphen shows only where the line ends.
		p.full = f.Measure(strings.TrimSuffix(word, string(softHyphen)), size)
	}
	return p
}

// Graphemes gives the byte offsets at which what people see as characters end.
func Graphemes(s string) []int {
	if s == "" {
		return nil
	}
	out := make([]int, 0, len(s))
	if simple(s) {
		for i := range s {
			if i > 0 {
				out = append(out, i)
			}
		}
		return append(out, len(s))
	}
	return graphemes(out, s)
}

// graphemes is Graphemes for any text.
func graphemes(out []int, s string) []int {
	c := cutters.Get().(*cutter)
	defer cutters.Put(c)
	c.InitWithString(s)
	at := 0
	for it := c.GraphemeIterator(); it.Next(); {
		at += bytesOf(s[at:], len(it.Grapheme().Text))
		out = append(out, at)
	}
	return out
}
