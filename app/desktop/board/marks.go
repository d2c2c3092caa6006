//go:build !nogui

package board

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// marks are what lies above and below the pictures: bands and lines, rings
// around what is selected, the caret, the ghost of a drag.
type marks struct {
	b     *Board
	under map[*layer]*pool
	over  map[*layer]*pool
	hint  *canvas.Text
	ghost *fyne.Container
	slip  *canvas.Raster // the picture in the ghost
	img   *image.RGBA
}

// pool hands out rectangles that are used again at the next frame.
type pool struct {
	all  []*canvas.Rectangle
	used int
}

func newMarks(b *Board) *marks {
	m := &marks{b: b, under: map[*layer]*pool{}, over: map[*layer]*pool{}}
	m.hint = canvas.NewText("", ink(b.p.Style.Second))
	m.hint.Hide()
	m.slip = canvas.NewRaster(func(int, int) image.Image {
		if m.img == nil {
			return blank
		}
		return m.img
	})
	m.ghost = &fyne.Container{}
	m.ghost.Hide()
	return m
}

func (m *marks) restyle() { m.hint.Color = ink(m.b.p.Style.Second) }

// rect takes a rectangle from a pool and puts it at a box of the page.
func (m *marks) rect(pools map[*layer]*pool, l *layer, x, y, w, h float32) *canvas.Rectangle {
	p := pools[l]
	if p == nil {
		p = &pool{}
		pools[l] = p
	}
	if p.used == len(p.all) {
		p.all = append(p.all, canvas.NewRectangle(nil))
		l.dirty = true
	}
	r := p.all[p.used]
	p.used++
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = nil, nil, 0, 0
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	r.Show()
	return r
}

// fill is a filled box of the page, on whole pixels.
func (m *marks) fill(l *layer, box scene.Rect, c scene.Color) {
	v := &m.b.view
	x, y := v.place(box.X), v.place(box.Y)
	m.rect(m.under, l, x, y, v.place(box.Right())-x, v.place(box.Bottom())-y).FillColor = ink(c)
}

// place puts all marks where they belong in this frame.
func (m *marks) place(body scene.Rect) {
	for _, pools := range []map[*layer]*pool{m.under, m.over} {
		for _, p := range pools {
			p.used = 0
		}
	}
	m.hint.Hide()
	m.bands(body)
	m.faded(body)
	m.rings(body)
	m.found(body)
	m.past(body)
	if t, ok := m.b.edit.Typing(); ok {
		m.typing(t)
	}
	m.drop()
	m.feeling()
	m.band()
	for l, p := range m.under {
		p.hideRest()
		l.under = p.objects(l.under[:0])
	}
	for l, p := range m.over {
		p.hideRest()
		l.over = p.objects(l.over[:0])
	}
	m.b.cells.over = append(m.b.cells.over, m.hint)
}

func (p *pool) hideRest() {
	for _, r := range p.all[p.used:] {
		r.Hide()
	}
}

func (p *pool) objects(out []fyne.CanvasObject) []fyne.CanvasObject {
	for _, r := range p.all {
		out = append(out, r)
	}
	return out
}

// bands draws the ground of the lanes, the lines between them and between the
// columns in sight, and what lies under the heads.
func (m *marks) bands(body scene.Rect) {
	b, s := m.b, m.b.p.Style
	g := &b.page.Grid
	one := 1 / b.view.zoom()
	top, bottom := b.frame.head+b.frame.top, b.page.Size.Y
	if len(g.Rows) > 0 {
		last := g.Rows[len(g.Rows)-1]
		top, bottom = g.Rows[0].Y, last.Y+last.H
	}
	right := b.page.Size.X
	x0, x1 := max(body.X, b.frame.left), min(right, body.Right())
	y0, y1 := max(body.Y, top), min(bottom, body.Bottom())
	b.ground.edges = [4]float32{}
	if x1 > x0 && y1 > y0 {
		v := &b.view
		x, y := v.place(-v.x), v.place(-v.y)
		b.ground.edges = [4]float32{x + v.place(x0), y + v.place(y0), x + v.place(x1), y + v.place(y1)}
		for _, row := range g.Rows {
			if y := row.Y + row.H; y >= y0-1 && y <= y1+1 {
				m.fill(b.cells, scene.Rect{X: x0, Y: y - one/2, W: x1 - x0, H: one}, s.Hairline)
			}
		}
		for _, c := range g.Columns {
			if c.X < x0-1 || c.X > x1+1 || c.X <= b.frame.left {
				continue
			}
			line := s.Hairline
			if c.ID != c.Stage && !firstStep(g, c) {
				line = s.Hairline.Mix(s.Surface, 0.55)
			}
			m.fill(b.cells, scene.Rect{X: c.X - one/2, Y: y0, W: one, H: y1 - y0}, line)
		}
	}
	m.fill(b.heads, scene.Rect{X: b.view.x, Y: b.frame.head, W: b.view.width(), H: b.frame.top}, s.Canvas)
	m.fill(b.chips, scene.Rect{X: b.chipsAt - 16, W: b.view.width(), H: b.chipsFoot}, s.Canvas)
	m.fill(b.heads, scene.Rect{X: b.view.x, Y: top - one, W: b.view.width(), H: one}, s.Hairline)
	if d := &b.dock; d.foot > 0 {
		m.overFill(b.inbox, scene.Rect{Y: d.box.Y + d.off, W: b.view.width(), H: one}, s.Hairline)
	}
	for _, row := range g.Rows {
		if y := row.Y + row.H; y >= b.view.y && y <= b.view.y+b.view.height() {
			m.overFill(b.lanes, scene.Rect{Y: y - one/2, W: b.frame.left, H: one}, s.Hairline)
		}
	}
}

func (m *marks) overFill(l *layer, box scene.Rect, c scene.Color) {
	v := &m.b.view
	x, y := v.place(box.X), v.place(box.Y)
	m.rect(m.over, l, x, y, v.place(box.Right())-x, max(v.unit(1), v.place(box.Bottom())-y)).FillColor = ink(c)
}

func firstStep(g *scene.Grid, c scene.Column) bool {
	for _, s := range g.Stages {
		if s.ID == c.Stage {
			return s.X == c.X
		}
	}
	return true
}

// ring draws a ring around a box of the page, outset from it: 2 wide, and wider where the style's other lines are wide.
func (m *marks) ring(l *layer, box scene.Rect, outset, radius float32) *canvas.Rectangle {
	v, wide := &m.b.view, 2*float32(max(1, m.b.p.Style.Weight))
	if outset > 0 {
		outset += wide - 2
	}
	x, y := v.place(box.X)-outset, v.place(box.Y)-outset
	r := m.rect(m.over, l, x, y, v.place(box.Right())+outset-x, v.place(box.Bottom())+outset-y)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = ink(m.b.p.Style.Accent), wide, radius
	if !m.b.focused {
		r.StrokeColor = ink(m.b.p.Style.Border)
	}
	return r
}

// rings shows what is selected.
func (m *marks) rings(body scene.Rect) {
	b := m.b
	if b.p.ReadOnly {
		return
	}
	typing, busy := b.edit.Typing()
	chosen := b.edit.Cards()
	cursor := b.edit.Cursor()
	if len(chosen) > 0 && !busy {
		set := make(map[mapmodel.ID]bool, len(chosen))
		for _, id := range chosen {
			set[id] = true
		}
		b.cardsIn(body, func(g *scene.Group, at scene.Point, l *layer) {
			if set[g.ID] {
				m.cardRing(l, scene.Rect{X: at.X, Y: at.Y, W: g.Size.X, H: g.Size.Y})
			}
		})
	}
	if busy && typing.Spot.Kind == edit.Card {
		return
	}
	switch cursor.Kind {
	case edit.Cell:
		if box := b.cellBox(cursor); box.W > 0 {
			m.ring(b.layerOf(cursor), box, -3, 6)
			m.invite(cursor, box)
		}
	case edit.Start:
		s := b.p.Style
		m.ring(b.heads, scene.Rect{X: s.LaneW, Y: s.Header + 4, W: s.Column, H: s.Stage - 8}, 0, 6)
		m.say(b.p.Words.Say(words.BoardAddStageHint, words.Args{"key": b.p.Words.Say(words.KeyControl, nil) + "+" + b.p.Words.Say(words.KeyShift, nil) + "+T"}), scene.Point{X: s.LaneW + 16, Y: b.frame.head + b.frame.top + 14})
	case edit.Card, edit.None:
	default:
		if g, at, l := b.find(cursor); g != nil {
			m.headRing(cursor.Kind, g, at, l)
		}
	}
}

// cardRing stands off a card by as much more as the card's own line is heavier.
func (m *marks) cardRing(l *layer, box scene.Rect) {
	heavy := float32(max(m.b.p.Style.Weight-1, 0))
	m.ring(l, box, 3+heavy, 9+heavy)
}

func (m *marks) headRing(kind edit.Kind, g *scene.Group, at scene.Point, l *layer) {
	box := scene.Rect{X: at.X, Y: at.Y, W: g.Size.X, H: g.Size.Y}
	switch {
	case kind == edit.Title && g.Body != nil:
		t := g.Body
		m.ring(l, scene.Rect{X: at.X + t.X - 8, Y: at.Y + t.First - t.Size*1.1, W: max(t.Widest(), 40) + 16, H: t.Size*1.1 + t.Height() - t.Step*0.75}, 0, 6)
	case kind == edit.PersonaHead:
		m.ring(l, box, 2, float32((g.Size.Y/2+2)*m.b.view.zoom()))
	case kind == edit.HeadField && g.Body == nil: // a pill
		m.ring(l, box, 2, float32((g.Size.Y/2+2)*m.b.view.zoom()))
	case kind == edit.HeadField:
		m.ring(l, scene.Rect{X: box.X - 4, Y: box.Y, W: box.W + 8, H: box.H}, 1, 6)
	case kind == edit.StageHead: // the accent is hard to see on the chevrons, the colour of their words is not
		inner := m.ring(l, box, -6, 4)
		if inner.StrokeColor = ink(m.b.p.Style.ChevronText); !m.b.focused {
			inner.StrokeWidth = 1
		}
		m.ring(l, box, -1, 6)
	default:
		m.ring(l, box, -3, 6)
	}
}

// invite says in words what typing does in the empty inbox; the lanes' cells say so themselves, see asking.
func (m *marks) invite(cursor edit.Spot, box scene.Rect) {
	if b := m.b; cursor.Inbox() && b.edit.Map().Inbox().Len() == 0 {
		m.say(b.p.Words.Say(words.BoardInboxHint, nil), scene.Point{X: box.X + 16, Y: box.Y + 12})
	}
}

// say writes a hint on the page.
func (m *marks) say(sentence string, at scene.Point) {
	v := &m.b.view
	m.hint.Text = sentence
	m.hint.TextSize = float32(m.b.p.Style.CardSize * v.zoom())
	m.hint.Color = ink(m.b.p.Style.Second)
	m.hint.Move(fyne.NewPos(v.place(at.X), v.place(at.Y)))
	m.hint.Resize(m.hint.MinSize())
	m.hint.Show()
	m.hint.Refresh()
}

// typing draws the border, the selected letters and the caret of what is being
// typed.
func (m *marks) typing(t edit.Typing) {
	b := m.b
	g, at, l := b.find(t.Spot)
	if g == nil || g.Body == nil {
		return
	}
	v, s := &b.view, b.p.Style
	color := s.Accent
	if t.Spot.Kind == edit.StageHead {
		color = s.ChevronText
	}
	if t.Spot.Kind == edit.Card {
		m.ring(l, scene.Rect{X: at.X, Y: at.Y, W: g.Size.X, H: g.Size.Y}, 0, float32(s.Radius*v.zoom()))
	}
	body := g.Body
	m.letters(l, body, at, t.From, t.To, func(r *canvas.Rectangle) { r.FillColor = faint(color, 72) })
	caret := body.Caret(min(t.Caret, len(t.Text)))
	x, y := v.place(at.X+caret.X), v.place(at.Y+caret.Y)
	m.rect(m.over, l, x-v.unit(1), y, 2, v.place(at.Y+caret.Y+caret.H)-y).FillColor = ink(color)
}

// letters lays rectangles over the letters of a text from one byte to another, line by line; at is the group's place on the page.
func (m *marks) letters(l *layer, body *scene.TextBox, at scene.Point, from, to int, dress func(*canvas.Rectangle)) {
	v := &m.b.view
	for i, line := range body.Lines {
		from, to := max(from, line.Start), min(to, line.End)
		if from >= to {
			continue
		}
		left := body.Caret(from)
		right := body.X + line.Width
		if box := body.Caret(to); body.LineOf(to) == i {
			right = box.X
		}
		x, y := v.place(at.X+left.X), v.place(at.Y+left.Y)
		dress(m.rect(m.over, l, x, y, max(v.place(at.X+right)-x, 3), v.place(at.Y+left.Y+left.H)-y))
	}
}

// find gives the group that shows a spot, its place on the page and its layer.
func (b *Board) find(s edit.Spot) (*scene.Group, scene.Point, *layer) {
	if b.page == nil {
		return nil, scene.Point{}, nil
	}
	if s.Kind == edit.Card {
		for _, c := range b.page.Cells {
			if c.Block.Column != s.Column || c.Block.Lane != s.Lane {
				continue
			}
			for _, card := range c.Block.Cards {
				if card.Group.ID == s.ID {
					return card.Group, scene.Point{X: c.At.X + card.At.X, Y: c.At.Y + card.At.Y}, b.layerOf(s)
				}
			}
		}
		return nil, scene.Point{}, nil
	}
	layers := b.headLayers()
	for _, p := range b.page.Back {
		if l := layers[p.Group.Role]; l != nil && p.Group.ID == s.ID && p.Group.Field == s.Field && !s.ID.IsZero() {
			return p.Group, p.At, l
		}
	}
	return nil, scene.Point{}, nil
}

// headLayers are the layers of what is not a card, by its role.
func (b *Board) headLayers() map[scene.Role]*layer {
	return map[scene.Role]*layer{
		scene.HeaderRole: b.head, scene.PersonaRole: b.chips, scene.StageRole: b.heads, scene.StepRole: b.heads, scene.LaneRole: b.lanes,
	}
}

// cellBox is the box of a cell on the page; the inbox's where it is empty lies
// below the lanes.
func (b *Board) cellBox(s edit.Spot) scene.Rect {
	if !s.Inbox() {
		return b.page.Grid.CellBox(s.Column, s.Lane)
	}
	if b.page.Grid.Inbox.H > 0 {
		return b.page.Grid.Inbox
	}
	return scene.Rect{X: b.frame.left, Y: b.page.Size.Y, W: min(b.page.Size.X, b.view.width()) - b.frame.left, H: 44}
}

// spotBox is the box of a spot on the page, and which heads it lies among.
func (b *Board) spotBox(s edit.Spot) (scene.Rect, bool) {
	if s.Kind == edit.Cell {
		box := b.cellBox(s)
		return box, box.W > 0
	}
	if g, at, _ := b.find(s); g != nil {
		return scene.Rect{X: at.X, Y: at.Y, W: g.Size.X, H: g.Size.Y}, true
	}
	return scene.Rect{}, false
}

// Reveal scrolls to what is selected, where something has come to lie over it.
func (b *Board) Reveal() {
	b.shown = edit.Spot{}
	if b.page != nil {
		b.follow()
		b.refresh()
	}
}

// follow scrolls to what is selected, when that has changed or is being typed.
func (b *Board) follow() {
	s := b.edit.Cursor()
	_, busy := b.edit.Typing()
	if s == b.shown && !busy || b.p.ReadOnly {
		return
	}
	b.shown = s
	if !b.mouse.down {
		b.bring(s)
	}
}

// seesSelected tells whether what is selected is in sight, or some of it.
func (b *Board) seesSelected() bool {
	if b.page == nil || b.view.size.IsZero() || b.p.ReadOnly {
		return false
	}
	s := b.edit.Cursor()
	box, ok := b.spotBox(s)
	if !ok || s.Inbox() || s.InHead() || s.Kind == edit.Title {
		return false
	}
	body := b.frame.body(&b.view)
	inX := box.X < body.Right() && box.Right() > body.X || s.Kind == edit.LaneHead
	inY := box.Y < body.Bottom() && box.Bottom() > body.Y || s.Kind == edit.StageHead || s.Kind == edit.StepHead
	return inX && inY
}

// bring scrolls to a spot, as little as can be.
func (b *Board) bring(s edit.Spot) {
	box, ok := b.spotBox(s)
	if !ok {
		return
	}
	f := b.frame
	if s.Inbox() && b.dock.foot > 0 {
		b.revealDocked(box)
		return
	}
	switch s.Kind {
	case edit.Title, edit.HeadField, edit.PersonaHead:
		b.view.y = max(0, min(box.Y-12, box.Bottom()+24-b.view.height()))
		return
	case edit.StageHead, edit.StepHead:
		body := f.body(&b.view)
		box.Y, box.H = body.Y+12, 0
	case edit.LaneHead:
		body := f.body(&b.view)
		box.X, box.W = body.X+12, 0
	}
	f.reveal(&b.view, box)
	b.view.clamp(scene.Point{X: b.page.Size.X, Y: max(b.extent().Y, box.Bottom())})
}
