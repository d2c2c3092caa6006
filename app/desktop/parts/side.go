//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

// SideParams are what a panel beside the board is given.
type SideParams struct {
	// Width of the panel, in points.
	Width float32
	// Icon, unless empty, stands before the title.
	Icon  icons.Name
	Title string
	// Right tells that it stands at the right of the board.
	Right bool
	// Close is what the cross is called, OnClose what it does, and Escape on it.
	Close   string
	OnClose func()
	// OnKey is given the keys that mean nothing to the cross.
	OnKey func(*fyne.KeyEvent) bool
}

// Side is a panel with a list of lines: a head with a title and a cross above it, and below it a foot where one is needed.
type Side struct {
	// Panel is what shows.
	Panel *Panel
	body  *fyne.Container
	foot  *fyne.Container
	note  *fyne.Container
}

// NewSide makes a panel around a list.
func NewSide(p SideParams, lines *SideList) *Side {
	closing := NewButton(ButtonParams{Icon: icons.Close, Name: p.Close, Kind: Flat, Height: 28, OnTapped: p.OnClose})
	closing.OnEscape(p.OnClose)
	closing.OnKey(p.OnKey)
	head := Row(8)
	if p.Icon != "" {
		head.Add(NewIcon(p.Icon, look.Text, 0))
	}
	for _, o := range []fyne.CanvasObject{NewText(p.Title, Type{Bold: true}), Spring(), closing} {
		head.Add(o)
	}
	s := &Side{foot: Column(0), note: Column(0)}
	style, left := PanelStyle{Fill: look.Surface, Right: look.Hairline}, float32(0)
	if p.Right {
		style, left = PanelStyle{Fill: look.Surface, Left: look.Hairline}, 1
	}
	s.body = &fyne.Container{Layout: between{p.Width, left}, Objects: []fyne.CanvasObject{Inset(head, 16, 6, 8, 4), s.foot, lines, lines.ring, s.note}}
	s.Panel = NewPanel(style, Sized(s.body, p.Width, 0))
	return s
}

// SideRoom is how wide a line of the list is in a panel so wide, in points.
func SideRoom(width float32) float32 { return width - 1 - RingRoom }

// SetFoot sets something below the list, or nothing.
func (s *Side) SetFoot(objects ...fyne.CanvasObject) { s.set(s.foot, objects) }

// SetNote sets something where the lines would stand, or nothing: it says why there are none.
func (s *Side) SetNote(objects ...fyne.CanvasObject) { s.set(s.note, objects) }

func (s *Side) set(into *fyne.Container, objects []fyne.CanvasObject) {
	into.Objects = objects
	s.body.Refresh()
	s.body.Layout.Layout(s.body.Objects, s.body.Size())
}

// between sets a head above and a foot below what fills the rest, beside the hairline at an edge.
type between struct{ width, left float32 }

func (b between) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(b.width, 120) }

func (b between) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, bottom := objects[0].MinSize().Height, objects[1].MinSize().Height
	put := func(o fyne.CanvasObject, y, high, air float32) {
		place(o, b.left+air/2, y+air, size.Width-1-air, high-2*air)
	}
	put(objects[0], 0, top, 0)
	put(objects[1], size.Height-bottom, bottom, 0)
	put(objects[2], top, size.Height-top-bottom, RingRoom) // the lines stand free of the ring around them
	put(objects[3], top, size.Height-top-bottom, 0)
	put(objects[4], top, objects[4].MinSize().Height+2*RingRoom, RingRoom)
}
