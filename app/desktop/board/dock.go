//go:build !nogui

package board

import (
	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/render/scene"
)

// dock is the inbox: it stays at the foot of the view, whatever part of the map is in sight, so that its notes can be dragged into
// any cell. Where it is higher than its share of the view it scrolls by itself.
type dock struct {
	box  scene.Rect // on the page; no height where there is no inbox
	foot float64    // the height of what is in sight, in points
	off  float64    // how far it is scrolled, in points
}

// dockShare is how much of the view's height the inbox may take.
const dockShare = 0.4

// settleDock finds where the inbox stands now.
func (b *Board) settleDock() {
	d := &b.dock
	inbox := b.page.Grid.Inbox
	d.box = scene.Rect{Y: inbox.Y, W: inbox.Right(), H: inbox.H}
	d.foot = min(d.box.H, b.view.height()*dockShare)
	d.off = max(0, min(d.off, d.box.H-d.foot))
	b.frame.foot = d.foot
}

// Foot is how high the inbox stands at the lower edge of the board, in units.
func (b *Board) Foot() float32 { return float32(b.dock.foot * b.view.zoom()) }

// extent is how far the view may move over the page: the map, and below it the room the inbox covers.
func (b *Board) extent() scene.Point {
	if b.dock.box.H == 0 {
		return b.page.Size
	}
	return scene.Point{X: b.page.Size.X, Y: b.dock.box.Y + b.dock.foot}
}

// inDock tells whether a place of the board lies in the inbox.
func (b *Board) inDock(at fyne.Position) bool {
	return b.dock.foot > 0 && float64(at.Y)/b.view.zoom() >= b.view.height()-b.dock.foot
}

// dockAt is the point of the page under a place of the inbox.
func (b *Board) dockAt(at fyne.Position) scene.Point {
	v := &b.view
	return scene.Point{X: float64(at.X) / v.zoom(), Y: b.dock.box.Y + b.dock.off + float64(at.Y)/v.zoom() - (v.height() - b.dock.foot)}
}

// dockSpot is what of the inbox lies under a place of the board.
func (b *Board) dockSpot(at fyne.Position) edit.Spot {
	if id := b.page.CardAt(b.dockAt(at)); !id.IsZero() {
		return edit.HeadSpot(b.edit.View().Get(id))
	}
	return edit.Spot{Kind: edit.Cell}
}

// dockSight is the part of the page that the inbox shows.
func (b *Board) dockSight() scene.Rect {
	return scene.Rect{Y: b.dock.box.Y + b.dock.off, W: b.view.width(), H: b.dock.foot}
}

// placeDock moves the inbox to the foot of the view.
func (b *Board) placeDock() {
	v := &b.view
	b.dockClip.Hidden = b.dock.foot == 0
	top := v.place(v.height() - b.dock.foot)
	b.dockClip.Move(fyne.NewPos(0, top))
	b.dockClip.Resize(fyne.NewSize(v.size.Width, v.size.Height-top))
	b.inbox.origin = fyne.NewPos(0, top)
	b.inbox.moveTo(0, v.place(-(b.dock.box.Y + b.dock.off)))
}

// revealDocked scrolls the inbox so that a box of it is in sight.
func (b *Board) revealDocked(box scene.Rect) {
	const air = 8
	d := &b.dock
	d.off = max(d.off, box.Bottom()+air-d.box.Y-d.foot)
	d.off = min(d.off, box.Y-air-d.box.Y)
}

// scrollDock scrolls the inbox by the wheel, when it is longer than its room.
func (b *Board) scrollDock(dy float32) {
	b.dock.off -= float64(dy) / b.view.zoom()
	b.refresh()
}

// ShowLastNote scrolls the inbox to its end.
func (b *Board) ShowLastNote() {
	b.dock.off = b.dock.box.H
	b.refresh()
}

// layerOf is the layer that shows the cards of a cell.
func (b *Board) layerOf(s edit.Spot) *layer {
	if s.Inbox() && b.dock.foot > 0 {
		return b.inbox
	}
	return b.cells
}

// cardsIn visits the cards in sight: those of the map that overlap its body, and those of the inbox.
func (b *Board) cardsIn(body scene.Rect, visit func(g *scene.Group, at scene.Point, l *layer)) {
	each := func(c scene.PlacedCell, l *layer) {
		for _, card := range c.Block.Cards {
			visit(card.Group, scene.Point{X: c.At.X + card.At.X, Y: c.At.Y + card.At.Y}, l)
		}
	}
	b.page.Visible(body, func(c scene.PlacedCell) {
		if !c.Block.Lane.IsZero() {
			each(c, b.cells)
		}
	})
	if b.dock.foot > 0 {
		b.page.Visible(b.dockSight(), func(c scene.PlacedCell) {
			if c.Block.Lane.IsZero() {
				each(c, b.inbox)
			}
		})
	}
}
