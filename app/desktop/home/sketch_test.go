//go:build !nogui

package home

import (
	"testing"

	"footpath/app/desktop/look"
	"footpath/app/templates"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// boxes counts the filled and edged boxes of a sketch.
func boxes(t *testing.T, name string, mode look.Mode) (filled, edged int) {
	t.Helper()
	m, err := templates.Read(name, "en", mapmodel.NewSeededSource(1))
	if err != nil {
		t.Fatal(err)
	}
	style := look.Style(mode)
	for _, e := range sketch(m, style, 210, 72).Elements {
		box, ok := e.(*scene.Box)
		if !ok {
			continue
		}
		for _, tone := range style.Tones {
			if box.Fill == tone.Fill && box.Fill != style.Surface {
				filled++
				break
			}
			if box.Stroke.Width > 0 && box.Stroke.Color == tone.Bar {
				edged++
				break
			}
		}
	}
	return filled, edged
}

func TestATemplateIsSketchedWithAPlaceForEachStageInEachLaneThatAsks(t *testing.T) {
	for name, want := range map[string]int{"shop-visit": 6 * 5, templates.Blank: 0} {
		if filled, _ := boxes(t, name, look.Light); filled != want {
			t.Errorf("%s has %d places, want %d", name, filled, want)
		}
	}
	if _, edged := boxes(t, "shop-visit", look.Contrast); edged != 6*5 {
		t.Errorf("in high contrast %d places can be seen, want %d", edged, 6*5)
	}
}
