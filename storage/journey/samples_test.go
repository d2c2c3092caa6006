package journey

import (
	"testing"

	"footpath/assets/maps"
	"footpath/assets/templates"
	"footpath/mapmodel"

	"github.com/google/go-cmp/cmp"
)

func TestTheSampleMapsHaveNoMistakeAndStandInCanonicalForm(t *testing.T) {
	schema := compiled(t)
	samples := maps.All()
	for _, name := range templates.Names() {
		for _, language := range templates.Languages() {
			data, err := templates.File(name, language)
			if err != nil {
				t.Fatal(err)
			}
			samples = append(samples, maps.Sample{Name: name + " in " + language, Data: data})
		}
	}
	for _, sample := range samples {
		m, mistakes := Read(sample.Data, mapmodel.NewSeededSource(1))
		if mistakes != nil {
			t.Errorf("%s:\n%v", sample.Name, mistakes)
			continue
		}
		text, err := Marshal(m)
		if err != nil {
			t.Errorf("%s: %v", sample.Name, err)
		}
		if diff := cmp.Diff(string(sample.Data), string(text)); diff != "" {
			t.Errorf("%s is written otherwise:\n%s", sample.Name, diff)
		}
		if err := valid(schema, sample.Data); err != nil {
			t.Errorf("%s: %v", sample.Name, err)
		}
	}
}
