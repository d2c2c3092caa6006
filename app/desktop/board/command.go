//go:build !nogui

package board

import (
	"math"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// Do carries out a command of the editor; what is being typed is kept.
func (b *Board) Do(c edit.Command) {
	if !b.p.ReadOnly {
		b.edit.Do(c)
	}
}

// SetEnterBreaks says whether Enter begins a new line while a card is being typed, and Ctrl+Enter takes the next card.
func (b *Board) SetEnterBreaks(on bool) {
	b.breaks = on
	b.edit.SetEnterBreaks(on)
	b.tellStatus()
}

// HiddenLanes lists the lanes that are not in sight, from top to bottom.
func (b *Board) HiddenLanes() []*mapmodel.Lane { return b.edit.HiddenLanes() }

// ShowLanes brings hidden lanes back into sight, as one change, and selects the first of them.
func (b *Board) ShowLanes(ids []mapmodel.ID) { b.edit.ShowLanes(ids) }

// Lane is the lane that is selected, or what is selected stands in; the zero ID for none.
func (b *Board) Lane() mapmodel.ID { return b.edit.Lane() }

// Undoes tells what undo would take back, with the label of the change where it is one of the map.
func (b *Board) Undoes() (edit.Reach, mapmodel.Label) { return b.edit.Undoes() }

// Redoes tells what redo would bring again, with the label of the change where it is one of the map.
func (b *Board) Redoes() (edit.Reach, mapmodel.Label) { return b.edit.Redoes() }

// Name opens the title of a new map for typing: the first letter takes its place, and Enter goes on to the map's first place.
func (b *Board) Name() {
	if !b.p.ReadOnly {
		b.edit.Name()
	}
}

// LeaveInbox goes back to where the selection was on the map before it came to the inbox; false where it is not there.
func (b *Board) LeaveInbox() bool { return b.edit.LeaveInbox() }

// Commit ends the typing and keeps the words.
func (b *Board) Commit() { b.edit.Commit() }

// Keep keeps what has been typed so far and lets the typing go on. It gives the record that is being typed in, as it was when that
// began; nil where nothing has been typed.
func (b *Board) Keep() mapmodel.Record { return b.edit.Keep() }

// Editing tells whether something is being typed.
func (b *Board) Editing() bool { return b.edit.State() == edit.Editing }

// Selection lists the selected cards, in map order.
func (b *Board) Selection() []mapmodel.ID { return b.edit.Cards() }

// Felt is the card whose feeling the selected cell of the curve shows, where that is one card's; nil elsewhere.
func (b *Board) Felt() *mapmodel.Card { return b.edit.Felt() }

// Spot is what is selected.
func (b *Board) Spot() edit.Spot { return b.edit.Cursor() }

// Select selects a stage, step, lane, card or, by the map's own ID, the title,
// and scrolls to it.
func (b *Board) Select(id mapmodel.ID) {
	if r := b.edit.Map().Get(id); r != nil {
		b.edit.Select(edit.HeadSpot(r), false, false)
	}
}

// NumberOf is the number an opportunity is called by on the board; 0 where it has none, or is not laid out yet.
func (b *Board) NumberOf(card mapmodel.ID) int {
	if b.page == nil {
		return 0
	}
	return b.page.Number(card)
}

// SelectCell selects a cell and scrolls to it.
func (b *Board) SelectCell(column, lane mapmodel.ID) {
	b.edit.Select(edit.CellSpot(column, lane), false, false)
}

// SelectSpot selects whatever can be selected and scrolls to it.
func (b *Board) SelectSpot(s edit.Spot) { b.edit.Select(s, false, false) }

// ZoomIn goes one step nearer.
func (b *Board) ZoomIn() { b.zoomStep(b.view.step+1, b.anchor()) }

// ZoomOut goes one step farther.
func (b *Board) ZoomOut() { b.zoomStep(b.view.step-1, b.anchor()) }

// ZoomTo goes to the step nearest to a zoom in per cent.
func (b *Board) ZoomTo(percent int) {
	b.zoomStep(int(math.Round(4*math.Log2(float64(max(percent, 1))/100))), b.anchor())
}

// FitMap shows the whole map, as near as it fits.
func (b *Board) FitMap() {
	if b.page == nil {
		return
	}
	b.view.x, b.view.y = 0, 0
	size := b.extent()
	if columns := b.page.Grid.Columns; len(columns) > 0 { // the header is as wide as the view, however far that shows
		last := columns[len(columns)-1]
		size.X = last.X + last.W
	}
	b.zoomStep(b.fitting(size), fyne.NewPos(0, 0))
}

// FitSelection shows what is selected, as near as it fits.
func (b *Board) FitSelection() {
	if b.page == nil {
		return
	}
	const (
		air     = 24
		nearest = 4 // 200 %: one card shall not fill the screen
	)
	box, ok := b.selectionBox()
	if !ok {
		return
	}
	f := b.frame
	step := b.fitting(scene.Point{X: box.W + f.left + 2*air, Y: box.H + f.top + f.foot + 2*air})
	b.zoomStep(min(step, nearest), b.center())
	if box, ok = b.selectionBox(); !ok { // nearer, less has room beside each other in the header, and all below it moves down
		return
	}
	f = b.frame
	b.view.x, b.view.y = box.X-f.left-air, box.Y-f.top-air
	b.refresh()
}

// selectionBox is the part of the page that what is selected takes; false where nothing of it is there.
func (b *Board) selectionBox() (scene.Rect, bool) {
	box, ok := b.spotBox(b.edit.Cursor())
	for _, id := range b.edit.Cards() {
		if card, there := b.page.CardBox(id); there {
			box, ok = union(box, card), true
		}
	}
	return box, ok
}

func union(a, c scene.Rect) scene.Rect {
	if a.W == 0 {
		return c
	}
	x, y := min(a.X, c.X), min(a.Y, c.Y)
	return scene.Rect{X: x, Y: y, W: max(a.Right(), c.Right()) - x, H: max(a.Bottom(), c.Bottom()) - y}
}

// fitting is the nearest zoom step at which a size has room.
func (b *Board) fitting(size scene.Point) int {
	for step := maxStep; step > minStep; step-- {
		z := zoomAt(step)
		if size.X*z <= float64(b.view.size.Width)+0.5 && size.Y*z <= float64(b.view.size.Height)+0.5 {
			return step
		}
	}
	return minStep
}

// anchor is the place of the board that a zoom by keys keeps: what is selected
// where it is in sight, else the middle.
func (b *Board) anchor() fyne.Position {
	if b.page == nil {
		return b.center()
	}
	box, ok := b.spotBox(b.edit.Cursor())
	x, y := (box.X+box.W/2-b.view.x)*b.view.zoom(), (box.Y+box.H/2-b.view.y)*b.view.zoom()
	if !ok || x < 0 || y < 0 || x > float64(b.view.size.Width) || y > float64(b.view.size.Height) {
		return b.center()
	}
	return fyne.NewPos(float32(x), float32(y))
}

func (b *Board) center() fyne.Position {
	return fyne.NewPos(b.view.size.Width/2, b.view.size.Height/2)
}

// zoomStep goes to a zoom step; the point of the page under a place of the
// board stays there.
func (b *Board) zoomStep(step int, at fyne.Position) {
	step = max(minStep, min(step, maxStep))
	if step == b.view.step || b.page == nil {
		b.refresh()
		return
	}
	v := &b.view
	x, y := v.x+float64(at.X)/v.zoom(), v.y+float64(at.Y)/v.zoom()
	v.step = step
	v.x, v.y = x-float64(at.X)/v.zoom(), y-float64(at.Y)/v.zoom()
	b.gallery.turn()
	b.settle()
	b.refresh()
	b.tellStatus()
}

// settle makes sharp pictures once the zoom has come to rest.
func (b *Board) settle() {
	if b.p.Synchronous {
		return
	}
	if b.rest != nil {
		b.rest.Stop()
	}
	b.zooming = true
	b.rest = b.p.Clock.After(settling, func() {
		b.zooming = false
		b.refresh()
	})
}
