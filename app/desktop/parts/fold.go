//go:build !nogui

package parts

import "fyne.io/fyne/v2"

// Fold lays a row out in whatever width there is: as long as it is too narrow, one step after the other makes the row shorter.
// Each step is told to fold, and to unfold where there is room again.
func Fold(row *fyne.Container, steps ...func(folded bool)) *fyne.Container {
	return &fyne.Container{Layout: &fold{steps: steps}, Objects: []fyne.CanvasObject{row}}
}

type fold struct {
	steps []func(bool)
	width float32 // that it was folded for
}

// MinSize implements fyne.Layout.
func (f *fold) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, o[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (f *fold) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if size.Width != f.width {
		f.width = size.Width
		for _, step := range f.steps {
			step(false)
		}
		for _, step := range f.steps {
			if o[0].MinSize().Width <= size.Width {
				break
			}
			step(true)
		}
	}
	place(o[0], 0, 0, size.Width, size.Height)
}
