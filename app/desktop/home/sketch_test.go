//go:build !nogui

package home

import (
	"testing"
	"time"

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
	return boxesOf(m, mode)
}

func boxesOf(m *mapmodel.Map, mode look.Mode) (filled, edged int) {
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

func TestAMapThatHasBegunShowsItsCardsAlone(t *testing.T) {
	source := mapmodel.NewSeededSource(1)
	m, err := templates.Read("shop-visit", "en", source)
	if err != nil {
		t.Fatal(err)
	}
	doc := mapmodel.NewDocument(m, source, time.Now)
	desk := &mapmodel.Desk{Source: source, Now: time.Now}
	var place mapmodel.Place
	for lane := range m.Lanes() {
		place.Lane = lane.ID
		break
	}
	for stage := range m.Stages() {
		place.Column = stage.ID
		break
	}
	c, _, err := desk.PasteLines(m, place, "One\nTwo")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := doc.Do(c); err != nil {
		t.Fatal(err)
	}
	if filled, _ := boxesOf(doc.Map(), look.Light); filled != 2 {
		t.Errorf("with two cards it shows %d", filled)
	}
}
