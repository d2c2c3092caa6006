//go:build !nogui

package home

import (
	"image/color"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

var noColour = color.NRGBA{}

// headingHigh is from the top of a heading to the tiles below it.
const headingHigh float32 = 36

// margin is the room left and right of everything, in points.
const margin float32 = 48

// view is what scrolls: templates and maps below each other. However many maps there are, only the tiles in sight exist.
type view struct {
	widget.BaseWidget
	h *Home

	start, startHint *parts.Text
	heading, counted *parts.Text
	second, secondN  *parts.Text // the heading of what is not pinned, where something is
	tools            *tools
	empty            *parts.Text
	vacancy          *vacancy // behind the last pinned map, where its row has room

	pool []*tile         // tiles nobody needs at present
	used map[place]*tile // tiles in sight, by what they show
	edit fyne.CanvasObject
	top  float32 // what is in sight
	high float32
	tree []fyne.CanvasObject // what the toolkit sees, in reading order
}

func newView(h *Home) *view {
	v := &view{h: h, used: map[place]*tile{}}
	heading := parts.Type{Size: look.Heading, Bold: true}
	hint := parts.Type{Size: look.Meta, Role: look.Secondary}
	v.start, v.startHint = parts.NewText("", heading), parts.NewText("", hint)
	v.heading, v.counted = parts.NewText("", heading), parts.NewText("", hint)
	v.second, v.secondN = parts.NewText("", heading), parts.NewText("", hint)
	v.tools = newTools(h)
	v.empty = parts.NewText("", parts.Type{Role: look.Secondary, Cut: true})
	v.vacancy = newVacancy(h)
	v.ExtendBaseWidget(v)
	return v
}

// geometry is where everything stands for a width, in points from the view's upper left corner.
type geometry struct {
	columns, small   int // in a row
	wide, smallWide  float32
	high, gap        float32 // of a tile or a line of the list, and between two
	startTop, gridAt float32
	headingTop       float32
	toolsTop         float32 // beside the heading, or below it where there is no room
	pinned           int     // so many stand in rows of their own
	secondTop        float32 // the heading of the others
	secondAt         float32 // and their first row
	height           float32
}

func (v *view) geometry(width float32) geometry {
	inner := width - 2*margin
	var g geometry
	g.high, g.gap = tileHeight, tileGap
	g.columns = max(int((inner+tileGap)/(tileWidth+tileGap)), 1)
	if v.h.shelf.list {
		g.high, g.gap, g.columns = lineHeight, lineGap, 1
	}
	g.wide = float32(int((inner - float32(g.columns-1)*g.gap) / float32(g.columns)))
	g.small = max(int((inner+smallGap)/(smallLeast+smallGap)), 1)
	if n := v.h.shelf.templates; n <= g.small { // in one row
		g.small = max(n, 1)
	}
	g.smallWide = float32(int((inner - float32(g.small-1)*smallGap) / float32(g.small)))
	y := float32(16)
	if v.h.shelf.hasTemplates() {
		g.startTop = y
		rows := (v.h.shelf.templates + g.small - 1) / g.small
		y += 34 + float32(rows)*(smallHeight+smallGap) - smallGap + 24
	}
	g.headingTop = y
	g.gridAt, g.toolsTop = y+headingHigh, y-5
	if v.tools.wanted() && v.headingWide()+tileGap+v.tools.row.MinSize().Width > inner {
		g.toolsTop = y + headingHigh - 4
		g.gridAt += headingHigh + 4
	}
	g.pinned = v.h.shelf.pinned
	rows := func(n int) float32 { return float32((n+g.columns-1)/g.columns) * (g.high + g.gap) }
	g.secondTop = g.gridAt + rows(g.pinned)
	g.secondAt = g.gridAt
	if g.pinned > 0 {
		g.secondAt = g.secondTop + headingHigh
	}
	if g.pinned > 0 && v.h.shelf.list {
		g.secondTop += tileGap - lineGap // a heading stands as clear of lines as of tiles
		g.secondAt = g.secondTop + headingHigh
	}
	g.height = g.secondAt + rows(len(v.h.shelf.shown)-g.pinned) + margin/2
	switch len(v.h.shelf.shown) {
	case 0:
		g.height = g.gridAt + look.HeadingLine + margin/2 // what says that there is none
	case g.pinned:
		g.height = g.secondTop
	}
	return g
}

// headingWide is how much room the heading above the maps takes, with their number.
func (v *view) headingWide() float32 {
	heading, counted := v.h.heading()
	wide := func(words string, size float32, bold bool) float32 {
		return fyne.MeasureText(words, size, fyne.TextStyle{Bold: bold}).Width
	}
	return wide(heading, look.Heading, true) + 10 + wide(counted, look.Meta, false)
}

// box is where a tile stands.
func (g geometry) box(p place) (fyne.Position, fyne.Size) {
	if p.template {
		x := margin + float32(p.index%g.small)*(g.smallWide+smallGap)
		y := g.startTop + 34 + float32(p.index/g.small)*(smallHeight+smallGap)
		return fyne.NewPos(x, y), fyne.NewSize(g.smallWide, smallHeight)
	}
	index, top := p.index, g.gridAt
	if index >= g.pinned {
		index, top = index-g.pinned, g.secondAt
	}
	return g.cell(top, index)
}

// cell is where the tile at an index stands in rows that begin at top.
func (g geometry) cell(top float32, index int) (fyne.Position, fyne.Size) {
	x := margin + float32(index%g.columns)*(g.wide+g.gap)
	y := top + float32(index/g.columns)*(g.high+g.gap)
	return fyne.NewPos(x, y), fyne.NewSize(g.wide, g.high)
}

// scrolled tells the view what of it is in sight.
func (v *view) scrolled(top, high float32) {
	if top != v.top || high != v.high {
		v.top, v.high = top, high
		v.arrange()
	}
}

// arrange gives every place in sight a tile and takes the others back.
func (v *view) arrange() {
	g := v.geometry(v.Size().Width)
	v.h.shelf.columns, v.h.shelf.small = g.columns, g.small
	seen := map[place]bool{}
	sight := func(p place) {
		at, size := g.box(p)
		if at.Y+size.Height >= v.top && at.Y <= v.top+v.high {
			seen[p] = true
		}
	}
	if v.h.shelf.hasTemplates() {
		for i := range v.h.shelf.templates {
			sight(place{template: true, index: i})
		}
	}
	inSight := func(at float32, from, to int) {
		first := from + max(int((v.top-at)/(g.high+g.gap)), 0)*g.columns
		last := from + (int((v.top+v.high-at)/(g.high+g.gap))+1)*g.columns
		for i := first; i < min(last, to); i++ {
			sight(place{index: i})
		}
	}
	inSight(g.gridAt, 0, g.pinned)
	inSight(g.secondAt, g.pinned, len(v.h.shelf.shown))
	for p, t := range v.used {
		if !seen[p] {
			delete(v.used, p)
			v.pool = append(v.pool, t)
		}
	}
	ids := make(map[mapmodel.ID]bool, len(seen))
	for p := range seen {
		if !p.template {
			ids[v.h.shelf.mapAt(p.index).ID] = true
		}
	}
	v.h.seeking.seen(ids)
	for p := range seen {
		t := v.used[p]
		if t == nil {
			t = v.spare()
			v.used[p] = t
		}
		v.h.dress(t, p)
		at, size := g.box(p)
		t.Move(at)
		t.Resize(size)
		v.h.picture(t, p)
	}
	v.headings(g)
	v.vacancy.Hidden = v.h.shelf.list || g.pinned%g.columns == 0 || g.pinned == len(v.h.shelf.shown)
	at, size := g.cell(g.gridAt, g.pinned)
	v.vacancy.Move(at)
	v.vacancy.Resize(size)
	v.tree = v.objects()
	v.heading.Refresh() // tiles may be new to the canvas: what it knows asks for a frame
}

// objects lists what there is to see, in reading order.
func (v *view) objects() []fyne.CanvasObject {
	places := slices.Collect(maps.Keys(v.used))
	slices.SortFunc(places, func(a, b place) int {
		if a.template != b.template {
			if a.template {
				return -1
			}
			return 1
		}
		return a.index - b.index
	})
	objects := []fyne.CanvasObject{v.start, v.startHint, v.heading, v.counted, v.tools.row, v.second, v.secondN, v.empty, v.vacancy}
	for _, p := range places {
		objects = append(objects, v.used[p])
	}
	if v.edit != nil {
		objects = append(objects, v.edit)
	}
	return objects
}

func (v *view) spare() *tile {
	if n := len(v.pool); n > 0 {
		t := v.pool[n-1]
		v.pool = v.pool[:n-1]
		return t
	}
	return newTile()
}

// headings sets the words between the rows.
func (v *view) headings(g geometry) {
	put := func(o fyne.CanvasObject, x, y float32) fyne.Size {
		size := o.MinSize()
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(size.Width, look.HeadingLine))
		return size
	}
	v.start.Hidden = !v.h.shelf.hasTemplates()
	v.startHint.Hidden = v.start.Hidden
	v.start.Set(v.h.say(words.HomeStart))
	v.startHint.Set(v.h.say(words.HomeStartHint))
	size := put(v.start, margin, g.startTop)
	put(v.startHint, margin+size.Width+10, g.startTop+1)
	heading, counted := v.h.heading()
	v.heading.Set(heading)
	v.heading.Hidden = heading == ""
	v.counted.Set(counted)
	size = put(v.heading, margin, g.headingTop)
	put(v.counted, margin+size.Width+10, g.headingTop+1)
	wide := v.tools.row.MinSize()
	v.tools.row.Move(fyne.NewPos(v.Size().Width-margin-wide.Width, g.toolsTop))
	v.tools.row.Resize(wide)
	v.second.Hidden = g.pinned == 0 || g.pinned == len(v.h.shelf.shown)
	v.secondN.Hidden = v.second.Hidden
	v.second.Set(v.h.orderName())
	v.secondN.Set(v.h.sayN(words.HomeMaps, len(v.h.shelf.shown)-g.pinned))
	size = put(v.second, margin, g.secondTop)
	put(v.secondN, margin+size.Width+10, g.secondTop+1)
	v.empty.Hidden = len(v.h.shelf.shown) > 0
	v.empty.Set(v.h.nothing())
	below := g.gridAt
	if heading == "" {
		below = g.headingTop
	}
	put(v.empty, margin, below)
	v.empty.Resize(fyne.NewSize(v.Size().Width-2*margin, look.HeadingLine)) // what is looked for may be long
}

// tileOf is the tile of a place, when it is in sight.
func (v *view) tileOf(p place) *tile { return v.used[p] }

// CreateRenderer implements fyne.Widget.
func (v *view) CreateRenderer() fyne.WidgetRenderer { return &viewRenderer{v} }

type viewRenderer struct{ v *view }

func (r *viewRenderer) Destroy() {}

func (r *viewRenderer) Layout(fyne.Size) { r.v.arrange() }

func (r *viewRenderer) MinSize() fyne.Size {
	width := r.v.h.scroll.Size().Width
	return fyne.NewSize(tileWidth+2*margin, r.v.geometry(max(width, tileWidth+2*margin)).height)
}

func (r *viewRenderer) Objects() []fyne.CanvasObject { return r.v.tree }

func (r *viewRenderer) Refresh() {
	for _, o := range r.v.tree {
		o.Refresh()
	}
}
