//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

var (
	_ fyne.Focusable    = (*Item)(nil)
	_ fyne.Tappable     = (*Item)(nil)
	_ desktop.Hoverable = (*Item)(nil)
	_ fyne.Accessible   = (*Item)(nil)
)

// Item is one thing of a list: Enter, Space or a click opens it, Delete or its cross takes it off the list.
type Item struct {
	pointed
	content          fyne.CanvasObject
	onOpen, onRemove func()
	framed           bool // the content has a border of its own

	ground, over, ring *box
	cross              *canvas.Image
}

// itemCross is how much room the cross takes at the right, in points; itemRight how much of it the content of an item in a border
// has to leave, and itemSide and itemTop are the air within that border.
const (
	itemCross float32 = 28
	itemRight float32 = 22
	itemSide  float32 = 8
	itemTop   float32 = 6
)

// NewItem makes an item, in a border, around its content; either function may be nil.
func NewItem(content fyne.CanvasObject, onOpen, onRemove func()) *Item {
	i := &Item{content: content, onOpen: onOpen, onRemove: onRemove}
	i.ExtendBaseWidget(i)
	return i
}

// NewFramedItem makes an item of content that has a border of its own: it stands free, with the cross beside it.
func NewFramedItem(content fyne.CanvasObject, onOpen, onRemove func()) *Item {
	i := NewItem(content, onOpen, onRemove)
	i.framed = true
	return i
}

// ItemRoom is how wide the content of an item in a border is, which can be removed and is so wide itself, in points.
func ItemRoom(width float32) float32 { return width - 2*itemSide - itemRight }

// FramedRoom is the same for one that stands free.
func FramedRoom(width float32) float32 { return width - itemCross }

// Tapped implements fyne.Tappable.
func (i *Item) Tapped(e *fyne.PointEvent) {
	switch {
	case i.onRemove != nil && e != nil && e.Position.X >= i.Size().Width-itemCross && e.Position.Y < itemCross:
		i.onRemove()
	case i.onOpen != nil:
		i.onOpen()
	}
}

// TypedKey implements fyne.Focusable.
func (i *Item) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		i.Tapped(nil)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if i.onRemove != nil {
			i.onRemove()
		}
	default:
		i.pass(event)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (i *Item) AccessibilityLabel() string { return i.says(wordsIn(i.content)) }

// CreateRenderer implements fyne.Widget.
func (i *Item) CreateRenderer() fyne.WidgetRenderer {
	i.ground = newBox(look.Surface, look.Hairline, 1, look.ControlRadius)
	i.over = newBox("", "", 0, look.ControlRadius)
	i.ring = newBox("", look.Accent, look.FocusWidth, look.ControlRadius+3)
	i.cross = canvas.NewImageFromResource(look.Icon(icons.Close, look.Secondary))
	i.cross.FillMode = canvas.ImageFillContain
	objects := []fyne.CanvasObject{i.ground.Rectangle, i.content, i.over.Rectangle}
	side, top, right := itemSide, itemTop, float32(0)
	if i.framed {
		side, top, i.ground.Hidden = 0, 0, true
	}
	if i.onRemove != nil {
		objects, right = append(objects, i.cross), itemRight
		if i.framed {
			right = itemCross
		}
	}
	paint := func() {
		i.over.fill = ""
		if i.hovered && i.onOpen != nil {
			i.over.fill = look.Hover
		}
		i.ring.Hidden = !i.focused
		for _, b := range []*box{i.ground, i.over, i.ring} {
			b.paint()
		}
		i.cross.Refresh()
	}
	paint()
	return &renderer{
		objects: append(objects, i.ring.Rectangle),
		min: func() fyne.Size {
			least := i.content.MinSize()
			return fyne.NewSize(least.Width+2*side+right, max(least.Height+2*top, look.ControlHeight))
		},
		layout: func(size fyne.Size) {
			place(i.ground, 0, 0, size.Width, size.Height)
			place(i.over, 0, 0, size.Width, size.Height)
			place(i.ring, -3, -3, size.Width+6, size.Height+6)
			place(i.content, side, top, size.Width-2*side-right, size.Height-2*top)
			place(i.cross, size.Width-itemCross+8, 9, 12, 12)
		},
		paint: paint,
	}
}
