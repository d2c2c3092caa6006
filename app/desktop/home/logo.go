//go:build !nogui

package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"footpath/assets/icon"
)

// newLogo is the program's own mark.
func newLogo() fyne.CanvasObject {
	logo := canvas.NewImageFromResource(fyne.NewStaticResource("footpath.png", icon.PNG))
	logo.FillMode = canvas.ImageFillContain
	return logo
}
