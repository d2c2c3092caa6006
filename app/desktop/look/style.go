//go:build !nogui

package look

import "footpath/render/scene"

// Style is how maps are drawn in a palette.
func Style(shown Mode) *scene.Style {
	switch shown {
	case Dark:
		return scene.ScreenDark()
	case Contrast:
		return scene.HighContrast()
	}
	return scene.ScreenLight()
}
