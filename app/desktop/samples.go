//go:build !nogui

package desktop

import (
	"footpath/app/words"
	"footpath/assets/maps"
	"footpath/mapmodel"
	"footpath/storage/journey"
)

// sample is one of the maps that come with the program, read.
type sample struct {
	name string
	m    *mapmodel.Map
}

// blankName is the sample that new maps are copies of; licenceName the one a newcomer sees.
const (
	blankName   = "blank.journey.yaml"
	licenceName = "renewing-a-licence.journey.yaml"
)

// samples reads the maps that come with the program, the blank one first. One that cannot be read is left out; a test sees to
// it that there is none.
func samples(source *mapmodel.Source) []sample {
	var out []sample
	for _, s := range maps.All() {
		m, mistakes := journey.Read(s.Data, source)
		if len(mistakes) > 0 {
			continue
		}
		if s.Name == blankName {
			out = append([]sample{{s.Name, m}}, out...)
		} else {
			out = append(out, sample{s.Name, m})
		}
	}
	return out
}

// templateWords are what a template is called, and the line below.
var templateWords = map[string][2]words.Key{
	blankName:                           {words.HomeBlank, words.HomeBlankHint},
	licenceName:                         {words.HomeTemplateLicence, words.HomeTemplateLicenceHint},
	"ice-cream-shop-visit.journey.yaml": {words.HomeTemplateIceCream, words.HomeTemplateIceCreamHint},
}
