//go:build !nogui

package home

import (
	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
)

// columns are where what a line of the list says begins, in points from its left edge. The narrower the window, the less it says: the
// sizes go first.
type columns struct {
	persona, sizes, when, state, pin float32
	sized                            bool
}

// The widths of the columns of a line, in points; the title and the personas share what is left.
const (
	sizesWide float32 = 150
	whenWide  float32 = 220
	stateWide float32 = 104
	pinWide   float32 = 36
)

func (t *tile) columns() columns {
	width := t.Size().Width
	c := columns{pin: width - pinWide, sized: width > 820}
	c.state = c.pin - stateWide
	c.when = c.state - whenWide
	c.sizes = c.when
	if c.sized {
		c.sizes -= sizesWide
	}
	c.persona = float32(int(c.sizes * 0.58))
	return c
}

// lineObjects are what a line of the list shows, in reading order.
func (t *tile) lineObjects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{t.ground, t.title}
	if t.face.hit != nil {
		objects = append(objects, t.said)
	} else {
		objects = append(objects, t.meta)
	}
	if t.columns().sized {
		objects = append(objects, t.sizes)
	}
	return append(objects, t.clock, t.when, t.pill, t.pin, t.ring)
}

func (t *tile) layLine(size fyne.Size) {
	const gap = 16
	c := t.columns()
	put := func(o fyne.CanvasObject, x, w, h float32) {
		o.Move(fyne.NewPos(x, float32(int((size.Height-h)/2))))
		o.Resize(fyne.NewSize(w, h))
	}
	put(t.title, 12, c.persona-12-gap, look.BodyLine+1)
	put(t.meta, c.persona, c.sizes-c.persona-gap, look.MetaLine)
	put(t.said, c.persona, c.sizes-c.persona-gap, look.MetaLine)
	put(t.sizes, c.sizes, sizesWide-gap, look.MetaLine)
	put(t.clock, c.when, 13, 13)
	put(t.when, c.when+19, whenWide-19-gap, look.MetaLine)
	pill := t.pill.MinSize()
	put(t.pill, c.state, pill.Width, pill.Height)
	put(t.pin, c.pin+4, 16, 16)
}
