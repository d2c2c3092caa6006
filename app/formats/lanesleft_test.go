package formats_test

import (
	"testing"

	"footpath/app/formats"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
	"footpath/storage/journey"
)

func TestAnExportTellsHowManyEmptyLanesItsPagesLeaveOut(t *testing.T) {
	for text, want := range map[string]any{
		"lanes: [{kind: tasks}, {kind: pains}, {kind: insights}]\nstages: [{name: One, tasks: [Wait]}]\n":                     2,
		"lanes: [{kind: tasks}, {kind: pains, hidden: true}]\nstages: [{name: One, tasks: [Wait]}]\n":                         nil,
		"lanes: [{kind: tasks}, {kind: pains}]\nstages: [{name: One}]\n":                                                      nil, // to be filled in by hand
		"lanes: [{kind: tasks}, {kind: insights}]\nstages: [{name: One, tasks: [Wait]}, {name: Two, insights: [It rains]}]\n": nil,
	} {
		m, mistakes := journey.Read([]byte("format: footpath/1\ntitle: Left\n"+text), mapmodel.NewSeededSource(1))
		if len(mistakes) > 0 {
			t.Fatal(mistakes)
		}
		for _, fit := range []scene.Fit{scene.FitPage, scene.FitStages} {
			pages, err := formats.Preview(named(t, formats.PDF), m, formats.Options{Fit: fit})
			if err != nil {
				t.Fatal(err)
			}
			var got any
			for _, f := range pages.Findings {
				if f.Key == words.FindingLanesLeft {
					got = f.Args["n"]
				}
			}
			if got != want {
				t.Errorf("%s: of %q %v lanes are said to be left out, not %v", fit, text, got, want)
			}
		}
	}
}
