//go:build !nogui

package desktop

import (
	"slices"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
)

// workspace is the board with the panels around it, as far as they show: bars above and one below, which are as high as they must
// be, and a panel on either side, which is as wide.
type workspace struct {
	box                       *fyne.Container
	board, below, left, right fyne.CanvasObject // nil where nothing shows
	bars                      []fyne.CanvasObject
	above                     *fyne.Container // what shows the bars
}

func newWorkspace() *workspace {
	w := &workspace{above: parts.Column(0)}
	w.box = &fyne.Container{Layout: w}
	return w
}

// arrange takes in what shows now.
func (w *workspace) arrange() {
	w.box.Objects = nil
	w.above.Objects = w.bars
	for _, o := range []fyne.CanvasObject{w.left, w.above, w.board, w.below, w.right} { // as Tab goes
		if o != nil {
			w.box.Objects = append(w.box.Objects, o)
		}
	}
	w.box.Layout.Layout(w.box.Objects, w.box.Size())
}

// show puts a bar above the board, below those that are there; hide takes it away.
func (w *workspace) show(bar fyne.CanvasObject) {
	w.bars = append(w.bars, bar)
	w.arrange()
}

func (w *workspace) hide(bar fyne.CanvasObject) {
	w.bars = slices.DeleteFunc(w.bars, func(o fyne.CanvasObject) bool { return o == bar })
	w.arrange()
}

// MinSize implements fyne.Layout: the window decides.
func (w *workspace) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// Layout implements fyne.Layout. The side panels reach from top to bottom.
func (w *workspace) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	least := func(o fyne.CanvasObject) fyne.Size {
		if o == nil {
			return fyne.Size{}
		}
		return o.MinSize()
	}
	put := func(o fyne.CanvasObject, x, y, wide, high float32) {
		if o != nil {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(wide, high))
		}
	}
	left, right := least(w.left).Width, least(w.right).Width
	above, below := least(w.above).Height, least(w.below).Height
	middle := size.Width - left - right
	put(w.left, 0, 0, left, size.Height)
	put(w.right, size.Width-right, 0, right, size.Height)
	put(w.above, left, 0, middle, above)
	put(w.below, left, size.Height-below, middle, below)
	put(w.board, left, above, middle, size.Height-above-below)
}
