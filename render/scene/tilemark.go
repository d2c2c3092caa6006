package scene

import (
	"strconv"

	"footpath/render/text"
)

// The marks around a sheet's part of a poster, in points.
const (
	markGap, markLong = 2.5, 8.0 // of a cut mark: from the picture, and its length
	markLine          = 0.4
	markSize          = 7.5 // of the words
	mapHigh           = 11.0
	mapWide           = 60.0
)

// The inks of marks: they stand on the sheet's own white, whatever the poster's
// ground is.
var markInk, markSecond = Hex(0x1B1F24), Hex(0x4A5563)

// mark draws what stands around a sheet's part: where to cut it, where the next
// sheet comes, which of all sheets it is, and what to do with it.
func (p *Poster) mark(page *Page, row, column int, s *Style, words Words, title string) {
	part, at := p.Part(row, column), page.Window
	rows, columns := p.Count()
	line := func(from, to Point) Element {
		return &Path{Segments: Polyline(false, from, to), Stroke: Stroke{Color: markInk, Width: markLine}}
	}
	var out []Element
	for _, x := range []float64{at.X, at.X + part.W} {
		out = append(out, line(Point{x, at.Y - markGap - markLong}, Point{x, at.Y - markGap}))
		out = append(out, line(Point{x, at.Bottom() + markGap}, Point{x, at.Bottom() + markGap + markLong}))
	}
	for _, y := range []float64{at.Y, at.Y + part.H} {
		out = append(out, line(Point{at.X - markGap - markLong, y}, Point{at.X - markGap, y}))
		out = append(out, line(Point{at.Right() + markGap, y}, Point{at.Right() + markGap + markLong, y}))
	}
	x, base := at.X+6, at.Bottom()+markGap+6.5
	right := page.Size.X - sheetMargin - 6
	say := func(s string, face text.Face, ink Color) {
		if width := face.Measure(s, markSize); s != "" && x+width <= right {
			out = append(out, &Run{X: x, Y: base, Text: s, Face: face, Size: markSize, Color: ink, Width: width})
			x += width + 9
		}
	}
	n := strconv.Itoa
	out = append(out, p.locator(Point{x, base + 2 - mapHigh}, row, column, &x)...)
	say(words.fill(wordSheet, "row", n(row+1), "column", n(column+1), "rows", n(rows), "columns", n(columns)), text.Bold, markInk)
	if row+column > 0 {
		say(words(wordGlue), text.Regular, markSecond)
	}
	say(title, text.Regular, markSecond)
	out = append(out, p.confidential(at, s)...)
	g := &Group{Role: SheetRole, Size: page.Size, Elements: out}
	page.Front = append(page.Front, []Placed{{Group: g.sealed()}})
}

// confidential says above a sheet who may read it.
func (p *Poster) confidential(at Rect, s *Style) []Element {
	if s.Confidentiality == "" {
		return nil
	}
	b := fitted(s.Confidentiality, text.Regular, markSize, markSize, at.W-12, 2)
	b.X = at.X + 6
	b.First += at.Y - markGap - b.Height()
	return b.runs(markSecond)
}

// locator is a small plan of all sheets in which this one is filled; it moves
// the pen behind itself.
func (p *Poster) locator(at Point, row, column int, pen *float64) []Element {
	rows, columns := p.Count()
	k := min(mapHigh/p.Size.Y, mapWide/p.Size.X)
	if rows*columns == 1 {
		return nil
	}
	at.Y += (mapHigh - p.Size.Y*k) / 2
	part := p.Part(row, column)
	out := []Element{
		&Box{Rect: Rect{at.X + part.X*k, at.Y + part.Y*k, part.W * k, part.H * k}, Fill: markInk},
		&Box{Rect: Rect{at.X, at.Y, p.Size.X * k, p.Size.Y * k}, Stroke: Stroke{Color: markInk, Width: markLine}},
	}
	line := Stroke{Color: markSecond, Width: markLine / 2}
	for _, x := range p.Columns[1:columns] {
		out = append(out, &Path{Segments: Polyline(false, Point{at.X + x*k, at.Y}, Point{at.X + x*k, at.Y + p.Size.Y*k}), Stroke: line})
	}
	for _, y := range p.Rows[1:rows] {
		out = append(out, &Path{Segments: Polyline(false, Point{at.X, at.Y + y*k}, Point{at.X + p.Size.X*k, at.Y + y*k}), Stroke: line})
	}
	*pen = at.X + p.Size.X*k + 8
	return out
}
