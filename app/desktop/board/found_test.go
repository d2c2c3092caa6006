//go:build !nogui

package board

import (
	"testing"

	"footpath/render/scene"
)

func TestTheFrameOfWhatIsFoundStandsOutFromEveryGround(t *testing.T) {
	for name, style := range map[string]*scene.Style{"light": scene.ScreenLight(), "dark": scene.ScreenDark(), "contrast": scene.HighContrast()} {
		stage, text := grounds(style, &scene.Group{Role: scene.StageRole})
		for on, frame := range map[scene.Color]scene.Color{
			style.Surface: foundFrame(style.Surface, style.Text), style.Chevron[0]: foundFrame(stage, text), style.Chevron[1]: foundFrame(stage, text),
		} {
			if got := scene.Contrast(frame, on); got < 3 {
				t.Errorf("%s: the frame %v has %.2f:1 on %v", name, frame, got, on)
			}
		}
	}
}
