//go:build !nogui

package board

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
	"footpath/render/scene"
)

const (
	// doubleClick is how quickly two clicks must follow each other.
	doubleClick = 400 * time.Millisecond
	// jitter is how far a hand may slip during a click, in units.
	jitter = 6
	// edge is how near to the border a drag scrolls, in units.
	edge = 32
	// wheel is how much farther than the toolkit says the wheel scrolls.
	wheel = 3
)

// mouse is what the pointer is doing.
type mouse struct {
	down     bool
	button   desktop.MouseButton
	from     fyne.Position
	at       fyne.Position
	last     time.Time // of the last click
	lastSpot edit.Spot
	moved    float32

	space    bool // held
	panned   bool
	text     bool // the drag selects letters
	card     edit.Spot
	dragging bool
	target   mapmodel.Place
	onTarget bool
	auto     edit.Timer
}

// MouseDown implements desktop.Mouseable. It selects: a click may turn into a
// drag by a slip of the hand, and no Tapped would follow.
func (b *Board) MouseDown(e *desktop.MouseEvent) {
	b.focus()
	m := &b.mouse
	m.button, m.from, m.at, m.moved, m.text, m.card = e.Button, e.Position, e.Position, 0, false, edit.Spot{}
	if e.Button == desktop.MouseButtonTertiary || m.space || b.page == nil {
		m.panned = true
		return
	}
	spot := b.spotAt(e.Position)
	if e.Button == desktop.MouseButtonSecondary {
		if spot.Kind != edit.Card || !b.selected(spot.ID) {
			b.selectAt(spot, 0)
		}
		return
	}
	now := b.p.Clock.Now()
	twice := now.Sub(m.last) < doubleClick && spot == m.lastSpot && e.Modifier == 0
	m.last, m.lastSpot = now, spot
	if t, ok := b.edit.Typing(); ok && t.Spot == spot {
		b.edit.Point(b.letterAt(t.Spot, e.Position), e.Modifier&fyne.KeyModifierShift != 0, twice)
		m.text = true
		return
	}
	if twice {
		b.edit.Open(spot)
		if t, ok := b.edit.Typing(); ok && !t.New {
			b.edit.Point(b.letterAt(t.Spot, e.Position), false, false)
		}
		m.last = time.Time{}
		return
	}
	m.card = spot
	if spot.Kind == edit.Card && b.selected(spot.ID) && e.Modifier == 0 && len(b.edit.Cards()) > 1 {
		return // it may be the beginning of a drag of them all; see MouseUp
	}
	b.selectAt(spot, e.Modifier)
}

func (b *Board) selectAt(spot edit.Spot, held fyne.KeyModifier) {
	b.mouse.down = true // what is clicked is in sight: no scrolling
	b.edit.Select(spot, held&fyne.KeyModifierShift != 0, held&fyne.KeyModifierShortcutDefault != 0)
	b.mouse.down = false
}

func (b *Board) selected(id mapmodel.ID) bool {
	for _, other := range b.edit.Cards() {
		if other == id {
			return true
		}
	}
	return false
}

// MouseUp implements desktop.Mouseable.
func (b *Board) MouseUp(e *desktop.MouseEvent) {
	m := &b.mouse
	if !m.dragging && m.card.Kind == edit.Card && m.button == desktop.MouseButtonPrimary && e.Modifier == 0 &&
		len(b.edit.Cards()) > 1 && m.moved < jitter && b.selected(m.card.ID) {
		b.selectAt(m.card, 0)
	}
}

// MouseIn implements desktop.Hoverable.
func (b *Board) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (b *Board) MouseMoved(e *desktop.MouseEvent) { b.mouse.at = e.Position }

// MouseOut implements desktop.Hoverable.
func (b *Board) MouseOut() {}

// Cursor implements desktop.Cursorable.
func (b *Board) Cursor() desktop.Cursor {
	if t, ok := b.edit.Typing(); ok && b.page != nil && b.spotAt(b.mouse.at) == t.Spot {
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}

func (b *Board) focus() {
	if app := fyne.CurrentApp(); app != nil {
		if c := app.Driver().CanvasForObject(b); c != nil && c.Focused() != fyne.Focusable(b) {
			c.Focus(b)
		}
	}
}

// Scrolled implements fyne.Scrollable: the wheel pans, with Ctrl it zooms at
// the pointer.
func (b *Board) Scrolled(e *fyne.ScrollEvent) {
	if b.page == nil {
		return
	}
	held := b.p.Mods()
	if held&fyne.KeyModifierShortcutDefault != 0 {
		switch {
		case e.Scrolled.DY > 0:
			b.zoomStep(b.view.step+1, e.Position)
		case e.Scrolled.DY < 0:
			b.zoomStep(b.view.step-1, e.Position)
		}
		return
	}
	dx, dy := e.Scrolled.DX, e.Scrolled.DY
	if held&fyne.KeyModifierShift != 0 && dx == 0 {
		dx, dy = dy, 0
	}
	if b.inDock(e.Position) && b.dock.box.H > b.dock.foot {
		b.scrollDock(dy * wheel)
		return
	}
	b.pan(dx*wheel, dy*wheel)
}

// pan moves the page under the view, in units.
func (b *Board) pan(dx, dy float32) {
	v := &b.view
	v.x -= float64(dx) / v.zoom()
	v.y -= float64(dy) / v.zoom()
	b.refresh()
}

// Dragged implements fyne.Draggable.
func (b *Board) Dragged(e *fyne.DragEvent) {
	m := &b.mouse
	m.at = e.Position
	m.moved += abs(e.Dragged.DX) + abs(e.Dragged.DY)
	switch {
	case b.page == nil:
	case m.button == desktop.MouseButtonTertiary || m.space:
		b.pan(e.Dragged.DX, e.Dragged.DY)
	case m.text:
		if t, ok := b.edit.Typing(); ok {
			b.edit.Point(b.letterAt(t.Spot, e.Position), true, false)
		}
	case m.dragging:
		b.dragTo(e.Position)
	case m.card.Kind == edit.Card && m.moved >= jitter && m.button == desktop.MouseButtonPrimary:
		m.dragging = true
		b.dragTo(e.Position)
	}
}

// DragEnd implements fyne.Draggable.
func (b *Board) DragEnd() {
	m := &b.mouse
	if m.dragging {
		m.dragging = false
		b.stopAuto()
		b.marks.ghost.Hide()
		if m.onTarget {
			b.edit.Drop(m.target, b.p.Mods()&fyne.KeyModifierShortcutDefault != 0)
		}
		b.refresh()
	}
	m.card = edit.Spot{}
}

func (b *Board) cancelDrag() {
	b.mouse.dragging, b.mouse.onTarget, b.mouse.card = false, false, edit.Spot{}
	b.stopAuto()
	b.marks.ghost.Hide()
	b.refresh()
}

// dragTo moves the ghost and finds where the cards would land.
func (b *Board) dragTo(at fyne.Position) {
	m := &b.mouse
	m.at = at
	m.target, m.onTarget = b.landing(at)
	b.marks.lift(m.card, at)
	b.refresh()
	if m.auto == nil && b.drift(at) != (fyne.Delta{}) {
		b.auto()
	}
}

// auto scrolls as long as a drag is held near the border.
func (b *Board) auto() {
	b.mouse.auto = b.p.Clock.After(16*time.Millisecond, func() {
		b.mouse.auto = nil
		if by := b.drift(b.mouse.at); b.mouse.dragging && by != (fyne.Delta{}) {
			b.pan(by.DX, by.DY)
			b.dragTo(b.mouse.at)
		}
	})
}

func (b *Board) stopAuto() {
	if b.mouse.auto != nil {
		b.mouse.auto.Stop()
		b.mouse.auto = nil
	}
}

// drift is how far a drag at a place scrolls in a frame.
func (b *Board) drift(at fyne.Position) fyne.Delta {
	const speed = 12
	var by fyne.Delta
	if b.inDock(at) {
		return by
	}
	f := b.frame
	z := float32(b.view.zoom())
	bottom := b.view.size.Height - edge
	if f.foot > 0 {
		bottom = b.view.size.Height - float32(f.foot)*z - edge/2
	}
	switch {
	case at.X < float32(f.left)*z+edge/2:
		by.DX = speed
	case at.X > b.view.size.Width-edge:
		by.DX = -speed
	}
	switch {
	case at.Y < float32(f.topAt(&b.view)+f.top)*z+edge/2:
		by.DY = speed
	case at.Y > bottom:
		by.DY = -speed
	}
	return by
}

// landing is the place in the map that lies under a point.
func (b *Board) landing(at fyne.Position) (mapmodel.Place, bool) {
	if b.inDock(at) {
		return mapmodel.Place{At: -1}, true
	}
	p := b.pageAt(at)
	spot := b.spotAt(at)
	switch spot.Kind {
	case edit.StageHead, edit.StepHead:
		return mapmodel.Place{}, false
	case edit.Card, edit.Cell:
	default:
		return mapmodel.Place{}, false
	}
	to := mapmodel.Place{Column: spot.Column, Lane: spot.Lane, At: -1}
	if lane := mapmodel.Find[*mapmodel.Lane](b.edit.Map(), spot.Lane); lane == nil || !lane.LaneKind.HoldsCards() {
		return to, false
	}
	for _, c := range b.page.Cells {
		if c.Block.Column != to.Column || c.Block.Lane != to.Lane {
			continue
		}
		for i, card := range c.Block.Cards {
			box := card.Box().Moved(c.At)
			if p.Y < box.Y+box.H/2 {
				to.At = i
				return to, true
			}
		}
	}
	return to, true
}

// lift shows the ghost of a card at the pointer.
func (m *marks) lift(card edit.Spot, at fyne.Position) {
	b := m.b
	g, _, _ := b.find(card)
	if g == nil {
		return
	}
	key := pictureKey{sum: g.Sum, zoom: b.view.step, device: b.view.device}
	px := b.view.px()
	part := image.Rect(0, 0, pixels(g.Size.X, px), pixels(g.Size.Y, px))
	img := b.gallery.look(key)
	if img == nil {
		img = b.gallery.make(job{key: key, group: g, part: part, scale: px})
	}
	m.img = img
	m.slip.Translucency = 0.3
	m.slip.Resize(fyne.NewSize(b.view.unit(part.Dx()), b.view.unit(part.Dy())))
	m.slip.Refresh()
	if len(m.ghost.Objects) == 0 {
		m.ghost.Objects = []fyne.CanvasObject{m.slip}
	}
	m.ghost.Resize(m.slip.Size())
	m.ghost.Move(at.AddXY(-m.slip.Size().Width/4, -m.slip.Size().Height/2))
	m.ghost.Show()
}

// drop shows where the dragged cards would land: the cell tinted, a bar
// between its cards.
func (m *marks) drop() {
	b := m.b
	if !b.mouse.dragging || !b.mouse.onTarget {
		return
	}
	to, s, v := b.mouse.target, b.p.Style, &b.view
	cell := b.cellBox(edit.CellSpot(to.Column, to.Lane))
	x, y := v.place(cell.X), v.place(cell.Y)
	m.rect(m.over, b.layerOf(edit.CellSpot(to.Column, to.Lane)), x, y, v.place(cell.Right())-x, v.place(cell.Bottom())-y).FillColor = faint(s.Accent, 24)
	at := cell.Y + s.CellPad/2
	if to.Column.IsZero() {
		return
	}
	for _, c := range b.page.Cells {
		if c.Block.Column != to.Column || c.Block.Lane != to.Lane {
			continue
		}
		for i, card := range c.Block.Cards {
			box := card.Box().Moved(c.At)
			if to.At == i {
				at = box.Y - s.Gap/2
				break
			}
			at = box.Bottom() + s.Gap/2
		}
	}
	x, y = v.place(cell.X+s.CellPad), v.place(at)
	m.rect(m.over, b.cells, x, y-1, v.place(cell.Right()-s.CellPad)-x, 2).FillColor = ink(s.Accent)
}

// pageAt is the point of the page under a place of the board, heads aside.
func (b *Board) pageAt(at fyne.Position) scene.Point {
	v := &b.view
	return scene.Point{X: v.x + float64(at.X)/v.zoom(), Y: v.y + float64(at.Y)/v.zoom()}
}

// spotAt is what lies under a place of the board, by arithmetic.
func (b *Board) spotAt(at fyne.Position) edit.Spot {
	v, f := &b.view, b.frame
	x, y := float64(at.X)/v.zoom(), float64(at.Y)/v.zoom()
	p := scene.Point{X: v.x + x, Y: v.y + y}
	m, g := b.edit.View(), &b.page.Grid
	top := f.topAt(v)
	switch {
	case b.inDock(at):
		return b.dockSpot(at)
	case y < top:
		return edit.HeadSpot(m.Header())
	case y < top+f.top:
		if x < f.left {
			return edit.Spot{}
		}
		return b.headAt(p.X, y-top)
	case x < f.left:
		if i := g.RowAt(p.Y); i >= 0 {
			return edit.Spot{Kind: edit.LaneHead, ID: g.Rows[i].ID}
		}
		return edit.Spot{}
	}
	if g.Inbox.H > 0 && p.Y >= g.Inbox.Y {
		return edit.Spot{} // below the map, where the page has the inbox
	}
	if id := b.page.CardAt(p); !id.IsZero() {
		return edit.HeadSpot(m.Get(id))
	}
	row, column := g.RowAt(p.Y), g.ColumnAt(p.X)
	if row < 0 || column < 0 {
		return edit.Spot{}
	}
	return edit.CellSpot(g.Columns[column].ID, g.Rows[row].ID)
}

// headAt is the stage's or step's head at x of the page and y of the heads.
func (b *Board) headAt(x, y float64) edit.Spot {
	m, g := b.edit.View(), &b.page.Grid
	i := g.ColumnAt(x)
	switch {
	case len(g.Columns) == 0:
		return edit.Spot{Kind: edit.Start}
	case i < 0:
		return edit.Spot{}
	case y > b.p.Style.Stage && g.Columns[i].ID != g.Columns[i].Stage:
		return edit.HeadSpot(m.Get(g.Columns[i].ID))
	}
	return edit.HeadSpot(m.Get(g.Columns[i].Stage))
}

// letterAt is the place in the text being typed nearest to a place of the
// board.
func (b *Board) letterAt(s edit.Spot, at fyne.Position) int {
	g, corner, l := b.find(s)
	if g == nil || g.Body == nil {
		return 0
	}
	v := &b.view
	off := l.box.Position().Add(l.origin)
	x := float64(at.X-off.X)/v.zoom() - corner.X
	y := float64(at.Y-off.Y)/v.zoom() - corner.Y
	return g.Body.Offset(scene.Point{X: x, Y: y})
}

func abs(f float32) float32 { return max(f, -f) }
