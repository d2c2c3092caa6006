package scene_test

import (
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"
)

// headOf lays a map out as the board does and gives its page, and the height at which the stages begin.
func headOf(m *mapmodel.Map, wide float64, asks bool) (*scene.Page, float64) {
	p := scene.Layout(m, scene.ScreenLight(), say, scene.Sheet{Width: wide, Asks: asks}).Pages[0]
	for _, g := range p.Back {
		if g.Group.Role == scene.StageRole {
			return p, g.At.Y
		}
	}
	return p, 0
}

// asked lists the gaps of a page's header by line.
func asked(p *scene.Page) string {
	var out []string
	for _, line := range p.Head {
		var gaps []string
		for _, place := range line {
			if place.Gap {
				gaps = append(gaps, place.Field)
			}
		}
		out = append(out, strings.Join(gaps, " "))
	}
	return strings.Join(out, " | ")
}

func TestTheHeaderAsksBesideTheTitleWhereItHasRoomAndBehindTheFactsElse(t *testing.T) {
	m := mapgen.Grid(3, 5, 1, 1)
	calm, top := headOf(m, 1280, false)
	if got := asked(calm); strings.Trim(got, " |") != "" {
		t.Errorf("it asks for %q where nobody can answer", got)
	}
	wide, topWide := headOf(m, 1280, true)
	if got := asked(wide); !strings.HasPrefix(got, "persona expectations owner team version date") {
		t.Errorf("beside the title it asks for %q", got)
	}
	if topWide != top {
		t.Errorf("the stages begin at %g, and where the header asks at %g", top, topWide)
	}
	narrow, topNarrow := headOf(m, 420, true)
	if got := asked(narrow); !strings.HasSuffix(got, " | persona expectations owner team version date") {
		t.Errorf("without room beside the title it asks for %q", got)
	}
	if topNarrow <= topWide {
		t.Errorf("the line of gaps takes no room: the stages begin at %g", topNarrow)
	}
}

func TestWhatTheHeaderAsksForLiesInItAndOverNothingElse(t *testing.T) {
	for _, m := range []*mapmodel.Map{mapgen.Grid(3, 5, 1, 1), everyMark(t)} {
		for wide := 300.0; wide < 2000; wide += 20 {
			p, top := headOf(m, wide, true)
			var boxes []scene.Rect
			for _, g := range p.Back {
				if g.Group.Role == scene.PersonaRole || g.Group.Role == scene.HeaderRole && g.Group.Field != "" {
					boxes = append(boxes, g.Box())
				}
			}
			for i, a := range boxes {
				if a.Bottom() > top || a.X < 0 {
					t.Errorf("%g wide: a place reaches from %v into the stages at %g", wide, a, top)
				}
				for _, b := range boxes[:i] {
					if a.X < b.Right() && b.X < a.Right() && a.Y < b.Bottom() && b.Y < a.Bottom() {
						t.Errorf("%g wide: %v lies over %v", wide, a, b)
					}
				}
			}
		}
	}
}
