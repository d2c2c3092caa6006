//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Tall shows something high in a limited room, to be scrolled. Where it is low, the room is no higher than it.
func Tall(o fyne.CanvasObject, width, most float32) fyne.CanvasObject {
	return &fyne.Container{Layout: &tall{width: width, most: most}, Objects: []fyne.CanvasObject{container.NewVScroll(o)}}
}

type tall struct{ width, most float32 }

func (t *tall) MinSize(o []fyne.CanvasObject) fyne.Size {
	content := o[0].(*container.Scroll).Content.MinSize()
	return fyne.NewSize(t.width+16, min(content.Height, t.most)) // beside the text there is room for the bar
}

func (t *tall) Layout(o []fyne.CanvasObject, size fyne.Size) {
	place(o[0], 0, 0, size.Width, size.Height)
}
