//go:build !nogui

package board

import (
	"image"
	"time"

	"fyne.io/fyne/v2"

	"footpath/mapmodel"
	"footpath/render/scene"
)

// unlimited is the budget of the first frame: every card in it is readable.
const unlimited = time.Hour

// sync puts everything in sight in its place.
func (b *Board) sync() {
	v, f := &b.view, b.frame
	body := f.body(v)
	around := scene.Rect{X: v.x, Y: v.y, W: v.width(), H: v.height()}

	cellX, cellY := v.place(-v.x), v.place(-v.y)
	topY := v.place(f.topAt(v) - f.head)
	b.cells.moveTo(cellX, cellY)
	b.lanes.moveTo(0, cellY)
	b.heads.moveTo(cellX, topY)
	b.corner.moveTo(0, topY)
	b.head.moveTo(0, cellY)
	b.chips.moveTo(0, cellY)
	b.placeDock()

	b.far = v.zoom() < farOut || b.count(body) > farMany
	var all []wanted
	var nth [scene.FooterRole + 1]int
	put := func(g *scene.Group, at scene.Point, l *layer, sight scene.Rect) {
		edge := room(g.Role)
		if at.X-edge > sight.Right() || at.Y-edge > sight.Bottom() || at.X+g.Size.X+edge < sight.X || at.Y+g.Size.Y+edge < sight.Y {
			return
		}
		n := 0
		if g.ID.IsZero() || g.Role == scene.CurveRole || g.Field != "" {
			nth[g.Role]++
			n = nth[g.Role]
		}
		all = b.want(all, b.lit(g), at, l, sight, n, false)
	}
	b.chipsAt, b.chipsFoot = max(b.page.Size.X, v.width())+16, 0
	for _, p := range b.page.Back {
		g, at := p.Group, p.At
		switch g.Role {
		case scene.HeaderRole:
			switch {
			case g.ID != mapmodel.ID{}:
				put(g, at, b.head, scene.Rect{Y: v.y, W: v.width(), H: v.height()})
			default:
				put(g, at, b.corner, scene.Rect{W: v.width(), H: f.head + f.top})
			}
		case scene.PersonaRole:
			b.chipsAt, b.chipsFoot = min(b.chipsAt, at.X), max(b.chipsFoot, at.Y+g.Size.Y)
			put(g, at, b.chips, scene.Rect{Y: v.y, W: v.width(), H: v.height()})
		case scene.StageRole, scene.StepRole:
			put(g, at, b.heads, scene.Rect{X: v.x, W: v.width(), H: f.head + f.top})
		case scene.LaneRole:
			put(g, at, b.lanes, scene.Rect{Y: v.y, W: v.width(), H: v.height()})
		case scene.InboxRole:
			put(g, at, b.inbox, b.dockSight())
		case scene.Background:
			// Bands and lines are objects of the toolkit: a picture of them
			// would be as large as the map.
		default:
			put(g, at, b.cells, around)
		}
	}
	typing, busy := b.edit.Typing()
	b.cardsIn(body, func(g *scene.Group, at scene.Point, l *layer) {
		sight, edge := body, around
		switch {
		case l == b.inbox:
			sight, edge = b.dockSight(), b.dockSight()
		case b.far:
			return // a bar, see drawBars
		}
		if busy && g.ID == typing.Spot.ID {
			all = b.want(all, b.opened(g), at, l, edge, 0, true)
			return
		}
		all = b.want(all, b.lit(g), at, l, sight, 0, false)
	})
	for p := range b.page.Front.All() {
		put(p.Group, p.At, b.cells, around)
	}
	for _, a := range b.asking() {
		put(a.group, a.at, b.cells, around)
	}
	budget := entering
	switch {
	case b.plain:
		budget = unlimited
		b.tellStatus()
	case b.zooming:
		budget = 0
	}
	b.plain = false
	b.show(all, budget)
	b.marks.place(body)
	for _, l := range []*layer{b.cells, b.lanes, b.heads, b.corner, b.head, b.chips, b.inbox} {
		l.order()
	}
	b.showBars()
	b.ground.lay(v.size, b.p.Style)
	b.ground.repaint()
}

// count is the number of cards in sight, as far as it matters.
func (b *Board) count(sight scene.Rect) int {
	n := 0
	b.page.Visible(sight, func(c scene.PlacedCell) {
		if n > farMany {
			return
		}
		for _, card := range c.Block.Cards {
			if sight.Overlaps(card.Box().Moved(c.At)) {
				n++
			}
		}
	})
	return n
}

// opened is a card as it is being typed: on a plain ground, without its
// outline.
func (b *Board) opened(g *scene.Group) *scene.Group {
	out := *g
	out.Elements = append([]scene.Element(nil), g.Elements...)
	if len(out.Elements) > 0 {
		if box, ok := out.Elements[0].(*scene.Box); ok {
			plain := *box
			plain.Fill = b.p.Style.Surface
			out.Elements[0] = &plain
		}
	}
	out.Sum = g.Sum*31 + 1
	return &out
}

// showBars draws all cards as bars when the map is far away.
func (b *Board) showBars() {
	if !b.far {
		if b.bars.Visible() {
			b.bars.Hide()
			b.barsImg = nil
		}
		return
	}
	b.bars.Move(fyne.NewPos(0, 0))
	b.bars.Resize(b.view.size)
	b.bars.Show()
	b.bars.Refresh()
}

// drawBars draws the bars of the cards in sight into one picture.
func (b *Board) drawBars(w, h int) image.Image {
	if b.barsImg == nil || b.barsImg.Rect.Dx() != w || b.barsImg.Rect.Dy() != h {
		b.barsImg = image.NewRGBA(image.Rect(0, 0, w, h))
	} else {
		clear(b.barsImg.Pix)
	}
	if !b.far || b.page == nil {
		return b.barsImg
	}
	v := &b.view
	body := b.frame.body(v)
	clip := image.Rect(v.pixel(body.X-v.x), v.pixel(body.Y-v.y), w, h)
	kinds := map[mapmodel.ID]mapmodel.LaneKind{}
	for _, row := range b.page.Grid.Rows {
		kinds[row.ID] = row.Kind
	}
	chosen := map[mapmodel.ID]bool{}
	for _, id := range b.edit.Cards() {
		chosen[id] = true
	}
	b.page.Visible(body, func(c scene.PlacedCell) {
		if c.Block.Lane.IsZero() {
			return // the inbox stands elsewhere
		}
		tone, ok := b.p.Style.Tones[kinds[c.Block.Lane]]
		if !ok {
			tone = scene.Tone{Bar: b.p.Style.Second, Fill: b.p.Style.LaneHead}
		}
		for _, card := range c.Block.Cards {
			box := card.Box().Moved(c.At)
			r := image.Rect(v.pixel(box.X-v.x), v.pixel(box.Y-v.y), v.pixel(box.Right()-v.x), v.pixel(box.Bottom()-v.y))
			fill := tone.Bar.Mix(tone.Fill, 0.35)
			if b.fades(card.Group.ID) {
				fill, tone.Bar = fill.Mix(b.p.Style.Surface, 0.2), tone.Bar.Mix(b.p.Style.Surface, 0.2)
			}
			if b.found != nil && b.found.Records[card.Group.ID] {
				fill, tone.Bar = foundInk, foundInk
			}
			if chosen[card.Group.ID] {
				fill = b.p.Style.Accent
			}
			flood(b.barsImg, r.Intersect(clip), fill)
			bar := r
			bar.Max.X = min(r.Max.X, r.Min.X+max(1, v.pixel(b.p.Style.Bar)))
			flood(b.barsImg, bar.Intersect(clip), tone.Bar)
		}
	})
	return b.barsImg
}

func flood(img *image.RGBA, r image.Rectangle, c scene.Color) {
	if r = r.Intersect(img.Rect); r.Empty() {
		return
	}
	first := img.Pix[img.PixOffset(r.Min.X, r.Min.Y):]
	for x := range r.Dx() {
		first[x*4], first[x*4+1], first[x*4+2], first[x*4+3] = c.R, c.G, c.B, c.A
	}
	row := first[:r.Dx()*4]
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(img.Pix[img.PixOffset(r.Min.X, y):], row)
	}
}
