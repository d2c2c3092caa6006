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
	best := &book{Layouter: l, m: m}
	k := best.poster(sheet, wide)
	if sheet.Either {
		turned, other := &book{Layouter: l, m: m}, sheet
		other.Width, other.Height = sheet.Height, sheet.Width
		if k2 := turned.poster(other, wide); turned.works[0].cost(other, k2) < best.works[0].cost(sheet, k) {
			best, k, sheet = turned, k2, other
		}
	}
	best.warn()
	w := best.works[0]
	w.footer(1, 1)
	page := w.page
	p, whole := w.poster(sheet)
	for _, id := range p.through(whole) {
		best.find(Finding{Kind: CutThrough, Card: id})
	}
	if k > 1 {
		page, p = enlarged(page, k), p.enlarged(k)
	}
	return p.split(page, l.style, l.words, m.Header().Title), p, best.findings
}

// poster lays the map out as one page, wide as given where the sheet asks for no
// size. It gives how much larger the poster is than that page.
func (b *book) poster(sheet Sheet, wide float64) float64 {
	if sheet.Poster == (Point{}) {
		b.natural(sheet, wide)
		return 1
	}
	return b.scaled(sheet)
}

// poster tells how the page is cut into sheets, and what of it should be whole.
func (w *work) poster(sheet Sheet) (*Poster, []atom) {
	list := atoms(w.page)
	whole, fine := spansOf(list, w.tiling.room.Y)
	return &Poster{
		Size: w.page.Size, Sheet: Point{sheet.Width, sheet.Height}, Strip: w.tiling.strip,
		Columns: append(append([]float64{0}, w.tiling.walls...), w.page.Size.X),
		Rows:    cuts(w.page.Size.Y, w.tiling.room.Y, w.tiling.strip, w.edges(), whole, fine),
	}, list
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
// gives how much larger the poster is than that page. Where the size asked for
// is too small even for the smallest type, the page grows.
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
			mid := math.Sqrt(low * high)
			b.sheet = Sheet{Width: asked.Width / mid, Height: asked.Height / mid}
			if b.tileWork(sheet, mid).sized(false, false) != nil {
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
			if cost := b.works[0].cost(sheet, k); cost < least {
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

// cost orders ways to make a poster, the best the lowest: first those whose cuts
// go through nothing, then those about as wide as was asked for, by their sheets.
func (w *work) cost(sheet Sheet, k float64) float64 {
	p, whole := w.poster(sheet)
	c := float64(p.sheets())
	if len(p.through(whole)) > 0 {
		c += 1e9
	}
	if wide := p.Size.X * k; wide < nearly*sheet.Poster.X {
		c += 1e6 * (1 - wide/sheet.Poster.X)
	}
	return c
}

// smaller are the parts of the largest size that are tried for the sake of fewer
// sheets.
var smaller = []float64{1, 0.96, 0.92, 0.88, 0.84, 0.8}

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
	_, _, wide := b.proportioned(1.3)
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

// through lists what the cuts go through: cards by their IDs, and the zero ID for
// all else.
func (p *Poster) through(list []atom) []mapmodel.ID {
	var out []mapmodel.ID
	for i := range list {
		column, row := p.home(list[i].Rect)
		if holds(p.Part(row, column), list[i].Rect, over*p.Strip/glueStrip) {
			continue
		}
		id := list[i].group.ID
		if list[i].group.Role != CardRole {
			id = mapmodel.ID{}
		}
		out = append(out, id)
	}
	return out
}
