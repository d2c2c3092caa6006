//go:build !nogui

package home

import (
	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
)

// columns are where what a line of the list says begins, in points from its left edge. The narrower the window, the less it says: the
// sizes go first, then the personas.
type columns struct {
	persona, sizes, when, state, pin float32
	sized, personal                  bool
}

// The widths of the columns of a line, in points; the title and the personas share what is left.
const (
	sizesWide float32 = 150
	whenWide  float32 = 210
	stateWide float32 = 96
	pinWide   float32 = 36
)

func (t *tile) columns() columns {
	width := t.Size().Width
	c := columns{pin: width - pinWide, sized: width > 820, personal: width > 680}
	c.state = c.pin - stateWide
	c.when = c.state - whenWide
	c.sizes = c.when
	if c.sized {
		c.sizes -= sizesWide
	}
	if c.persona = c.sizes; c.personal {
		c.persona = float32(int(c.sizes * 0.58))
	}
	return c
}

// lineObjects are what a line of the list shows, in reading order.
func (t *tile) lineObjects() []fyne.CanvasObject {
	objects, c := []fyne.CanvasObject{t.ground, t.title}, t.columns()
	switch {
	case !c.personal:
	case t.face.hit != nil:
		objects = append(objects, t.said)
	default:
		objects = append(objects, t.meta)
	}
	if c.sized {
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
	put(t.meta, c.persona, max(c.sizes-c.persona-gap, 0), look.MetaLine)
	put(t.said, c.persona, max(c.sizes-c.persona-gap, 0), look.MetaLine)
	put(t.sizes, c.sizes, sizesWide-gap, look.MetaLine)
	put(t.clock, c.when, 13, 13)
	put(t.when, c.when+19, whenWide-19-gap, look.MetaLine)
	pill := t.pill.MinSize()
	put(t.pill, c.state, pill.Width, pill.Height)
	put(t.pin, c.pin+4, 16, 16)
}
