package scene

import (
	"slices"
	"testing"

	"footpath/mapmodel"
)

// blueprintOf draws the lines between lanes of some kinds and gives their words.
func blueprintOf(kinds ...mapmodel.LaneKind) []string {
	w := &work{Layouter: NewLayouter(Print(), plainWords), s: Print(), page: &Page{}}
	for i, kind := range kinds {
		w.page.Grid.Rows = append(w.page.Grid.Rows, Row{Kind: kind, Y: float64(50 * i), H: 50})
	}
	var out []string
	for _, e := range w.blueprint(0, 0, 100, 500) {
		if r, ok := e.(*Run); ok {
			out = append(out, r.Text)
		}
	}
	return out
}

func TestABlueprintsLinesStandWhereLanesGoDeeper(t *testing.T) {
	const (
		physical, tasks, front, back, support = mapmodel.LanePhysical, mapmodel.LaneTasks, mapmodel.LaneFrontstage, mapmodel.LaneBackstage, mapmodel.LaneSupport
	)
	for _, c := range []struct {
		lanes []mapmodel.LaneKind
		want  []string
	}{
		{[]mapmodel.LaneKind{physical, tasks, front, back, support}, []string{wordInteraction, wordVisibility, wordInternal}},
		{[]mapmodel.LaneKind{tasks, back, support}, []string{wordVisibility, wordInternal}},
		{[]mapmodel.LaneKind{tasks, front, front, support}, []string{wordInteraction, wordInternal}},
		{[]mapmodel.LaneKind{tasks, front, mapmodel.LaneInsights, mapmodel.LaneOpportunities}, []string{wordInteraction}},
		{[]mapmodel.LaneKind{support, back, front, tasks}, nil},
		{[]mapmodel.LaneKind{front, tasks}, nil},
		{[]mapmodel.LaneKind{tasks, mapmodel.LaneFeelings, mapmodel.LaneTouchpoints}, nil},
		{nil, nil},
	} {
		if got := blueprintOf(c.lanes...); !slices.Equal(got, c.want) {
			t.Errorf("between %v stand %v, not %v", c.lanes, got, c.want)
		}
	}
}

func TestABlueprintsLinesAreToldApartWithoutColour(t *testing.T) {
	w := &work{Layouter: NewLayouter(Print(), plainWords), s: Print(), page: &Page{}}
	for i, kind := range []mapmodel.LaneKind{mapmodel.LaneTasks, mapmodel.LaneFrontstage, mapmodel.LaneBackstage, mapmodel.LaneSupport} {
		w.page.Grid.Rows = append(w.page.Grid.Rows, Row{Kind: kind, Y: float64(50 * i), H: 50})
	}
	var dashes [][]float64
	for _, e := range w.blueprint(0, 0, 100, 500) {
		if p, ok := e.(*Path); ok {
			for _, other := range dashes {
				if slices.Equal(other, p.Stroke.Dash) {
					t.Errorf("two lines are dashed %v", other)
				}
			}
			dashes = append(dashes, p.Stroke.Dash)
		}
	}
	if len(dashes) != 3 {
		t.Errorf("there are %d lines", len(dashes))
	}
}
