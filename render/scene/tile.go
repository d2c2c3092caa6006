package scene

import (
	"slices"
	"sort"

	"footpath/render/text"
)

// split cuts a page into the sheets of the poster. What lies whole on a sheet is
// drawn there alone, with its words; what runs over several is drawn by all of
// them as one layer, and each of its words by the one sheet that shows it whole.
func (p *Poster) split(page *Page, style *Style, words Words, title string) []*Page {
	rows, columns := p.Count()
	s := &splitter{poster: p, columns: columns, under: &Layer{Size: page.Size}}
	for row := range rows {
		for column := range columns {
			shown := p.Shown(row, column)
			s.tiles = append(s.tiles, &tile{
				part: p.Part(row, column), shown: shown,
				by: Point{sheetMargin - shown.X, sheetMargin - shown.Y},
				page: &Page{
					Size: p.Sheet, Window: Rect{sheetMargin, sheetMargin, shown.W, shown.H},
					Under: s.under, UnderAt: Point{sheetMargin - shown.X, sheetMargin - shown.Y},
				},
			})
		}
	}
	for _, g := range page.Back {
		s.put(g, func(t *tile, g Placed) { t.page.Back = append(t.page.Back, g) })
	}
	for _, c := range page.Cells {
		s.cell(c)
	}
	for g := range page.Front.All() {
		s.put(g, func(t *tile, g Placed) { t.page.Front = append(t.page.Front, []Placed{g}) })
	}
	out := make([]*Page, len(s.tiles))
	for i, t := range s.tiles {
		out[i] = t.page
		p.mark(t.page, i/columns, i%columns, style, words, title)
	}
	return out
}

type splitter struct {
	poster  *Poster
	columns int
	tiles   []*tile
	under   *Layer
}

// tile is a sheet being filled.
type tile struct {
	part, shown Rect  // of the poster
	by          Point // from the poster's points to the page's
	page        *Page
	block       *Block // of the cell that is being cut
}

func (t *tile) moved(g *Group, at Point) Placed {
	return Placed{g, Point{at.X + t.by.X, at.Y + t.by.Y}}
}

// over is how far something may reach over a cut and still count as whole: the
// edges of strokes.
const over = 1.0

// holds tells whether a box lies in another, but for its edges.
func holds(outer, inner Rect, over float64) bool {
	return inner.X >= outer.X-over && inner.Y >= outer.Y-over && inner.Right() <= outer.Right()+over && inner.Bottom() <= outer.Bottom()+over
}

// home is the column and row of the part in which a box begins.
func (p *Poster) home(box Rect) (column, row int) {
	at := func(cuts []float64, from float64) int {
		n := sort.SearchFloat64s(cuts, from+over+0.01) - 1 // the last cut at or before it
		return min(max(n, 0), len(cuts)-2)
	}
	return at(p.Columns, box.X), at(p.Rows, box.Y)
}

// touched visits the sheets on which a box shows.
func (s *splitter) touched(box Rect, visit func(*tile)) {
	column, row := s.poster.home(Rect{box.X - s.poster.Strip, box.Y - s.poster.Strip, 0, 0})
	rows, columns := s.poster.Count()
	for r := row; r < rows && s.poster.Rows[r] < box.Bottom(); r++ {
		for c := column; c < columns && s.poster.Columns[c] < box.Right(); c++ {
			if t := s.tiles[r*columns+c]; t.shown.touches(box) {
				visit(t)
			}
		}
	}
}

// touches is Overlaps for boxes that may be lines, without width or height.
func (r Rect) touches(o Rect) bool {
	return r.X < o.Right()+over && o.X < r.Right()+over && r.Y < o.Bottom()+over && o.Y < r.Bottom()+over
}

// owner is the sheet whose part holds a box, or nil.
func (s *splitter) owner(box Rect) *tile {
	column, row := s.poster.home(box)
	if t := s.tiles[row*s.columns+column]; holds(t.part, box, over) {
		return t
	}
	return nil
}

// put gives a group to the sheets that show it.
func (s *splitter) put(g Placed, add func(*tile, Placed)) {
	box := reach(g)
	own := s.owner(box)
	if own == nil {
		s.cut(g, add)
		return
	}
	add(own, own.moved(g.Group, g.At))
	s.touched(box, func(t *tile) {
		if t != own {
			t.echo(g)
		}
	})
}

// echo repeats what of a group's shapes reaches into a sheet's strips.
func (t *tile) echo(g Placed) {
	shown := t.shown.Inset(over)
	out := &Group{Role: Background, Size: g.Group.Size}
	for _, e := range g.Group.Elements {
		if _, word := e.(*Run); !word && shown.touches(reachOf(e, g.At)) {
			out.Elements = append(out.Elements, e)
		}
	}
	if len(out.Elements) > 0 {
		t.page.Back = append(t.page.Back, t.moved(out.sealed(), g.At))
	}
}

// cut draws the shapes of a group that runs over several sheets into the layer
// below them all, and its words on the sheets that show them whole.
func (s *splitter) cut(g Placed, add func(*tile, Placed)) {
	shapes := &Group{Role: Background, Size: g.Group.Size}
	var order []*tile
	parts := map[*tile]*Group{}
	give := func(t *tile, e Element) {
		if parts[t] == nil {
			parts[t] = &Group{Role: g.Group.Role, ID: g.Group.ID, Size: g.Group.Size}
			order = append(order, t)
		}
		parts[t].Elements = append(parts[t].Elements, e)
	}
	for _, e := range g.Group.Elements {
		run, word := e.(*Run)
		if !word {
			shapes.Elements = append(shapes.Elements, e)
			continue
		}
		for _, piece := range s.pieces(run, g.At) {
			s.word(piece, g.At, give)
		}
	}
	if len(shapes.Elements) > 0 {
		s.under.Groups = append(s.under.Groups, Placed{shapes.sealed(), g.At})
	}
	for _, t := range order {
		add(t, t.moved(parts[t].sealed(), g.At))
	}
}

// word gives a run to the sheet that shows it whole. Where a cut goes through
// it, the others show it as shapes: it is read only once.
func (s *splitter) word(run *Run, at Point, give func(*tile, Element)) {
	box := reachOf(run, at)
	column, row := s.poster.home(box)
	own := s.tiles[row*s.columns+column]
	give(own, run)
	if holds(own.part, box, over) {
		return
	}
	var shape Element
	s.touched(box, func(t *tile) {
		if t == own || !t.part.touches(box) {
			return
		}
		if shape == nil {
			shape = wordOutline(run)
		}
		give(t, shape)
	})
}

// pieces are the words of a run that no sheet shows whole, as runs of their own;
// else the run.
func (s *splitter) pieces(run *Run, at Point) []*Run {
	box := reachOf(run, at)
	column, row := s.poster.home(box)
	if holds(s.tiles[row*s.columns+column].shown, box, over) {
		return []*Run{run}
	}
	return run.words()
}

// cell gives a cell's cards to the sheets that show them.
func (s *splitter) cell(c PlacedCell) {
	x := newExtent()
	for _, g := range c.Block.Cards {
		g.Group.Draw(x, Point{c.At.X + g.At.X, c.At.Y + g.At.Y})
	}
	if own := s.owner(x.box(c.At)); own != nil {
		own.page.Cells = append(own.page.Cells, PlacedCell{c.Block, Point{c.At.X + own.by.X, c.At.Y + own.by.Y}})
		s.touched(x.box(c.At), func(t *tile) {
			for _, g := range c.Block.Cards {
				if t != own {
					t.echo(Placed{g.Group, Point{c.At.X + g.At.X, c.At.Y + g.At.Y}})
				}
			}
		})
		return
	}
	var order []*tile
	for _, g := range c.Block.Cards {
		s.put(Placed{g.Group, Point{c.At.X + g.At.X, c.At.Y + g.At.Y}}, func(t *tile, g Placed) {
			if t.block == nil {
				t.block = &Block{Column: c.Block.Column, Lane: c.Block.Lane, Size: c.Block.Size}
				order = append(order, t)
			}
			corner := Point{c.At.X + t.by.X, c.At.Y + t.by.Y}
			t.block.Cards = append(t.block.Cards, Placed{g.Group, Point{g.At.X - corner.X, g.At.Y - corner.Y}})
		})
	}
	for _, t := range order {
		t.page.Cells = append(t.page.Cells, PlacedCell{t.block, Point{c.At.X + t.by.X, c.At.Y + t.by.Y}})
		t.block = nil
	}
}

// words are the words of a run, each a run where it stands. A run whose letters
// do not follow one another from left to right stays whole.
func (e *Run) words() []*Run {
	if e.Direction == text.Leftward || !leftToRight(e.Text) {
		return []*Run{e}
	}
	var out []*Run
	for start := 0; start < len(e.Text); {
		end := start
		for end < len(e.Text) && e.Text[end] != ' ' {
			end++
		}
		for end < len(e.Text) && e.Text[end] == ' ' {
			end++
		}
		word := *e
		word.Text = e.Text[start:end]
		word.X += e.Face.Measure(e.Text[:start], e.Size)
		word.Width = e.Face.Measure(word.Text, e.Size)
		out = append(out, &word)
		start = end
	}
	return out
}

// leftToRight tells whether a text holds only letters of scripts that run so
// and need no shaping across words.
func leftToRight(s string) bool {
	return !slices.ContainsFunc([]rune(s), func(r rune) bool {
		return r >= 0x0590 && r < 0x0900 || r >= 0x200E && r <= 0x202E || r >= 0xFB1D
	})
}
