//go:build !nogui

package board

import (
	"slices"
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

	space  bool // held
	panned bool
	can    grab // what a drag would take, from where the button went down
	has    grab // what it has taken
	card   edit.Spot
	land   landing
	feel   feel
	band   band
	auto   edit.Timer
}

// MouseDown implements desktop.Mouseable. It selects: a click may turn into a
// drag by a slip of the hand, and no Tapped would follow.
func (b *Board) MouseDown(e *desktop.MouseEvent) {
	b.focus()
	m := &b.mouse
	m.button, m.from, m.at, m.moved, m.can, m.card = e.Button, e.Position, e.Position, 0, nothing, edit.Spot{}
	if e.Button == desktop.MouseButtonTertiary || m.space || b.page == nil || b.p.ReadOnly {
		m.panned = true
		return
	}
	spot := b.spotAt(e.Position)
	if e.Button == desktop.MouseButtonSecondary {
		if spot.Kind != edit.Card || !b.selected(spot.ID) {
			b.selectAt(spot, 0)
		}
		m.card = spot
		return
	}
	now := b.p.Clock.Now()
	twice := now.Sub(m.last) < doubleClick && spot == m.lastSpot && e.Modifier == 0
	m.last, m.lastSpot = now, spot
	if t, ok := b.edit.Typing(); ok && t.Spot == spot {
		b.edit.Point(b.letterAt(t.Spot, e.Position), e.Modifier&fyne.KeyModifierShift != 0, twice)
		m.can = letters
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
	m.card, m.can = spot, b.grabAt(spot, e.Position)
	if spot.Kind == edit.Card && b.selected(spot.ID) && e.Modifier == 0 && len(b.edit.Cards()) > 1 {
		return // it may be the beginning of a drag of them all; see MouseUp
	}
	if m.can == picking && e.Modifier == fyne.KeyModifierShortcutDefault {
		return // what a box is drawn around comes to what is selected
	}
	if b.gapAt(spot) {
		b.edit.Open(spot) // it says "add" already
		return
	}
	b.selectAt(spot, e.Modifier)
}

// gapAt tells whether a spot is a place of the header that asks for words.
func (b *Board) gapAt(s edit.Spot) bool {
	if s.Kind != edit.HeadField {
		return false
	}
	for _, line := range b.headLines() {
		for _, p := range line {
			if p.Gap && p.Field == s.Field {
				return true
			}
		}
	}
	return false
}

// headLines are the lines of the header as they stand on the board.
func (b *Board) headLines() [][]scene.HeadPlace {
	if b.page == nil {
		return scene.HeadLines(b.edit.View())
	}
	return b.page.Head
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
	if m.button == desktop.MouseButtonSecondary && m.moved < jitter {
		spot := m.card
		m.card, m.button = edit.Spot{}, 0
		if b.p.OnMenu != nil {
			b.p.OnMenu(spot, e.AbsolutePosition)
		}
		return
	}
	if m.has == nothing && m.card.Kind == edit.Card && m.button == desktop.MouseButtonPrimary && e.Modifier == 0 &&
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
	if b.p.ReadOnly {
		return desktop.DefaultCursor
	}
	if b.mouse.has == feeling || b.page != nil && b.feelingAt(b.mouse.at).card != nil {
		return desktop.VResizeCursor
	}
	if b.page != nil && b.gapAt(b.spotAt(b.mouse.at)) {
		return desktop.PointerCursor
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
		return b.headerAt(scene.Point{X: x, Y: p.Y})
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

// headerAt is what lies in the map's own header, which does not scroll sideways: a persona, one of its fields, else the title.
func (b *Board) headerAt(p scene.Point) edit.Spot {
	const slip = 4 // what is as small as a word is easily missed
	m := b.edit.View()
	for _, placed := range slices.Backward(b.page.Back) {
		g := placed.Group
		box := scene.Rect{X: placed.At.X, Y: placed.At.Y, W: g.Size.X, H: g.Size.Y}.Inset(-slip)
		switch {
		case g.ID.IsZero() || p.X < box.X || p.X >= box.Right() || p.Y < box.Y || p.Y >= box.Bottom():
		case g.Role == scene.PersonaRole:
			return edit.HeadSpot(m.Get(g.ID))
		case g.Role == scene.HeaderRole && g.Field != "":
			return edit.Spot{Kind: edit.HeadField, ID: g.ID, Field: g.Field}
		}
	}
	return edit.HeadSpot(m.Header())
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
