package scene

import (
	"math"

	"footpath/mapmodel"
)

// tiles lays a map out as a poster and cuts it into sheets.
func (l *Layouter) tiles(m *mapmodel.Map, sheet Sheet) ([]*Page, *Poster, []Finding) {
	wide := 0.0
	if sheet.Poster == (Point{}) {
		wide = l.naturalWidth(m)
	}
	b := &book{Layouter: l, m: m}
	page, p := b.poster(sheet, wide)
	if sheet.Either {
		sheet.Width, sheet.Height = sheet.Height, sheet.Width
		turned := &book{Layouter: l, m: m}
		if page2, p2 := turned.poster(sheet, wide); sheet.cost(p2.Size.X, p2.sheets()) < sheet.cost(p.Size.X, p.sheets()) {
			b, page, p = turned, page2, p2
		}
	}
	b.moments()
	return p.split(page, l.style, l.words, m.Header().Title), p, b.findings
}

// poster lays the map out as one page and tells how it is cut into sheets; wide
// is the page's width where the sheet asks for no size.
func (b *book) poster(sheet Sheet, wide float64) (*Page, *Poster) {
	k := 1.0
	if sheet.Poster == (Point{}) {
		b.natural(sheet, wide)
	} else {
		k = b.scaled(sheet)
	}
	w := b.works[0]
	w.footer(1, 1)
	list := atoms(w.page)
	p := &Poster{
		Size: w.page.Size, Sheet: Point{sheet.Width, sheet.Height}, Strip: w.tiling.strip,
		Columns: append(append([]float64{0}, w.tiling.walls...), w.page.Size.X),
		Rows:    w.rowCuts(list),
	}
	b.cutThrough(p, list)
	if k > 1 {
		return enlarged(w.page, k), p.enlarged(k)
	}
	return w.page, p
}

// edges are where a poster is best cut from side to side: below its header,
// between its lanes, and above its legend.
func (w *work) edges() []float64 {
	var out []float64
	for _, row := range w.page.Grid.Rows {
		out = append(out, row.Y, row.Y+row.H)
	}
	for _, g := range w.page.Back {
		if g.Group.Role == StageRole {
			return append(out, g.At.Y)
		}
	}
	return out
}

func (p *Poster) enlarged(k float64) *Poster {
	times := func(in []float64) []float64 {
		out := make([]float64, len(in))
		for i, v := range in {
			out[i] = v * k
		}
		return out
	}
	return &Poster{
		Size: Point{p.Size.X * k, p.Size.Y * k}, Sheet: p.Sheet,
		Columns: times(p.Columns), Rows: times(p.Rows), Strip: p.Strip * k,
	}
}

// tileMargin is the edge of a poster: its sheets have margins already.
const tileMargin = 5 * mm

// tileWork begins the page of a poster that will be k times as large.
func (b *book) tileWork(sheet Sheet, k float64) *work {
	w := b.work(nil)
	style := *w.s
	style.Margin = tileMargin
	w.s = &style
	room := sheetRoom(sheet)
	w.tiling = &tiling{room: Point{room.X / k, room.Y / k}, strip: glueStrip / k}
	return w
}

// scaled lays the map out as one page of the size that the sheet asks for, and
// gives how much larger the poster is than that page. Where the size asked for is
// too small even for the smallest type, the page grows.
func (b *book) scaled(sheet Sheet) float64 {
	asked := Sheet{Width: sheet.Poster.X, Height: sheet.Poster.Y}
	s := b.style
	room := sheetRoom(sheet)
	// No stage, nor the lanes' heads, nor the curve is to be larger than a sheet.
	widest := tileMargin + max(s.LaneW+s.LaneGap, s.Column*float64(b.mostSteps()))
	most := max(min(asked.scale(), room.X/widest, room.Y/(s.CurveMin+s.LaneMin)), 1)
	try := func(k float64, grow bool) bool {
		b.sheet = Sheet{Width: asked.Width / k, Height: asked.Height / k}
		b.pages, b.works, b.findings = nil, nil, nil
		return b.add(b.tileWork(sheet, k), grow, false)
	}
	if !try(most, false) {
		if most == 1 || !try(1, false) {
			try(1, true)
			return 1
		}
		low, high := 1.0, most
		for range 5 {
			if mid := math.Sqrt(low * high); try(mid, false) {
				low = mid
			} else {
				high = mid
			}
		}
		most = low
	}
	best, least := most, math.Inf(1)
	for _, part := range smaller {
		if k := most * part; k >= 1 && try(k, false) {
			w := b.works[0]
			if cost := sheet.cost(w.page.Size.X*k, w.sheets()); cost < least {
				best, least = k, cost
			}
		}
	}
	try(best, false)
	return best
}

// nearly is the part of the width asked for that a poster has at the least, if
// its stages can be made so wide without being cut.
const nearly = 0.85

// cost orders ways to make a poster of a width from so many sheets, the best the
// lowest: those about as wide as was asked for, by their sheets; then the wider.
func (s Sheet) cost(wide float64, sheets int) float64 {
	c := float64(sheets)
	if wide < nearly*s.Poster.X {
		c += 1e6 * (1 - wide/s.Poster.X)
	}
	return c
}

// smaller are the parts of the largest size that are tried for the sake of fewer
// sheets.
var smaller = []float64{1, 0.96, 0.92, 0.88, 0.84, 0.8}

// sheets is how many sheets the poster takes.
func (w *work) sheets() int { return (len(w.tiling.walls) + 1) * (len(w.rowCuts(atoms(w.page))) - 1) }

// rowCuts are where the poster is cut from side to side.
func (w *work) rowCuts(list []atom) []float64 {
	whole, fine := spansOf(list, w.tiling.room.Y)
	return cuts(w.page.Size.Y, w.tiling.room.Y, w.tiling.strip, w.edges(), whole, fine)
}

// mostSteps is how many columns the widest stage has.
func (b *book) mostSteps() int {
	most := 1
	for stage := range b.m.Stages() {
		n := 0
		for range b.m.Steps(stage.ID) {
			n++
		}
		most = max(most, n)
	}
	return most
}

// naturalWidth is how wide one sheet is that holds the map at about its full
// size of type.
func (l *Layouter) naturalWidth(m *mapmodel.Map) float64 {
	b := &book{Layouter: l, m: m, sheet: A3()}
	if b.add(b.work(nil), false, false) {
		return b.sheet.Width
	}
	_, wide := b.proportioned(1.3)
	return wide
}

// natural lays the map out at the full size of type, about so wide.
func (b *book) natural(sheet Sheet, wide float64) {
	b.sheet = Sheet{Width: wide, Height: low}
	w := b.tileWork(sheet, 1)
	w.sheet.Height = 1 // to grow from
	w.full, w.tiling.free = true, true
	b.add(w, true, false)
	b.findings = nil // it grew as was asked for
}

// cutThrough finds what a cut goes through.
func (b *book) cutThrough(p *Poster, list []atom) {
	for i := range list {
		column, row := p.home(list[i].Rect)
		if holds(p.Part(row, column), list[i].Rect, over*p.Strip/glueStrip) {
			continue
		}
		id := list[i].group.ID
		if list[i].group.Role != CardRole {
			id = mapmodel.ID{}
		}
		b.find(Finding{Kind: CutThrough, Card: id})
	}
}
