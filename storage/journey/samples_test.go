package journey

import (
	"testing"

	"footpath/assets/maps"
	"footpath/mapmodel"

	"github.com/google/go-cmp/cmp"
)

func TestTheSampleMapsHaveNoMistakeAndStandInCanonicalForm(t *testing.T) {
	schema := compiled(t)
	for _, sample := range maps.All() {
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
