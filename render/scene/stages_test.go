package scene_test

import (
	"slices"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"
)

// stagesOn lists the stages whose lanes each page shows.
func stagesOn(s *scene.Scene) (out [][]mapmodel.ID) {
	for _, page := range s.Pages {
		var ids []mapmodel.ID
		for _, span := range page.Grid.Stages {
			ids = append(ids, span.ID)
		}
		if len(page.Cells) > 0 {
			out = append(out, ids)
		}
	}
	return out
}

func TestAFullStageStandsAloneAndTheOthersTogether(t *testing.T) {
	m := mapgen.Grid(6, 4, 1, 3)
	third := slices.Collect(m.Stages())[2]
	records := slices.Collect(m.Records())
	src := mapmodel.NewSeededSource(5)
	for _, lane := range slices.Collect(m.Lanes()) {
		if !lane.LaneKind.HoldsCards() {
			continue
		}
		for _, rank := range mapmodel.Ranks(3, src) {
			records = append(records, &mapmodel.Card{
				Common: mapmodel.Common{ID: src.ID(), Rank: rank}, Column: third.ID, Lane: lane.ID, Text: strings.Repeat("many words ", 24),
			})
		}
	}
	m, _ = mapmodel.FromRecords(records, src)
	pages := stagesOn(scene.Layout(m, scene.Print(), say, onSheet(t, "A4", scene.FitStages)))
	var counts []int
	for _, ids := range pages {
		counts = append(counts, len(ids))
	}
	if !slices.Equal(counts, []int{2, 1, 3}) {
		t.Errorf("the pages hold %v stages", counts)
	}
}

func TestALegendNamesWhatIsOnItsPage(t *testing.T) {
	s := scene.Layout(everyMark(t), scene.Print(), say, onSheet(t, "100x148mm", scene.FitStages))
	stages := slices.Collect(everyMark(t).Stages())
	seen := map[mapmodel.ID]string{}
	for _, page := range s.Pages {
		if len(page.Cells) == 0 || len(page.Grid.Stages) != 1 {
			continue
		}
		for g := range page.All() {
			if g.Group.Role == scene.LegendRole {
				var words gatherer
				g.Group.Draw(&words, g.At)
				seen[page.Grid.Stages[0].ID] = words.words.String()
			}
		}
	}
	if len(seen) != 2 {
		t.Fatalf("%d pages of one stage have a legend", len(seen))
	}
	for word, on := range map[string][2]bool{"researched": {true, false}, "sign": {false, true}, "segments": {false, true}, "scale": {true, false}} {
		for i, stage := range stages {
			if strings.Contains(seen[stage.ID], word) != on[i] {
				t.Errorf("%q in the legend of %s: %q", word, stage.Name, seen[stage.ID])
			}
		}
	}
}
