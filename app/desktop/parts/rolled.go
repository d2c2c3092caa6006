//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Rolled are controls beside each other that take no more room in a Row than there is: where they are longer they are scrolled,
// and what has the keyboard is in sight. Their rings have room within.
func Rolled(gap float32, controls ...fyne.CanvasObject) fyne.CanvasObject {
	scroll := container.NewHScroll(Inset(Row(gap, controls...), RingRoom, RingRoom, RingRoom, RingRoom))
	for _, o := range controls {
		if c, ok := o.(escaper); ok {
			follow(c, scroll)
		}
	}
	return &fyne.Container{Layout: &rolled{scroll}, Objects: []fyne.CanvasObject{scroll}}
}

// RingRoom is what the ring around a control needs beside it, in points, where it would be cut off.
const RingRoom float32 = 4

// rolledLeast is the least width of what is scrolled.
const rolledLeast float32 = 120

type rolled struct{ scroll *container.Scroll }

// whole is how wide all of it is.
func (r *rolled) whole() float32 { return r.scroll.Content.MinSize().Width }

func (r *rolled) MinSize([]fyne.CanvasObject) fyne.Size {
	least := r.scroll.Content.MinSize()
	return fyne.NewSize(min(least.Width, rolledLeast), least.Height)
}

func (r *rolled) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	place(r.scroll, 0, 0, size.Width, size.Height)
}
