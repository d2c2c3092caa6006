// Package templates reads what new maps are made from: templates with a question in each lane, in the language asked for, and the
// sample maps.
package templates

import (
	"fmt"
	"strings"

	"footpath/assets/maps"
	"footpath/assets/templates"
	"footpath/mapmodel"
	"footpath/storage/journey"
)

// Blank is the name of the template that asks nothing.
const Blank = "blank"

// Licence is the name of the sample that a newcomer sees.
const Licence = "renewing-a-licence"

// Names lists what a new map can be made from: the templates, the blank one first, then the samples.
func Names() []string {
	names := templates.Names()
	for _, sample := range maps.All() {
		names = append(names, sampleName(sample))
	}
	return names
}

func sampleName(s maps.Sample) string { return strings.TrimSuffix(s.Name, ".journey.yaml") }

// IsSample tells whether a name is that of a map with everything in it.
func IsSample(name string) bool {
	for _, sample := range maps.All() {
		if sampleName(sample) == name {
			return true
		}
	}
	return false
}

// Read reads a template in the language nearest to a BCP 47 tag, or a sample, which is in English. The map is fresh each time. A
// name that is not listed is an error.
func Read(name, language string, source *mapmodel.Source) (*mapmodel.Map, error) {
	data, err := file(name, language)
	if err != nil {
		return nil, err
	}
	m, mistakes := journey.Read(data, source)
	if err := mistakes.Err(); err != nil {
		return nil, fmt.Errorf("the template %s: %w", name, err)
	}
	return m, nil
}

func file(name, language string) ([]byte, error) {
	for _, sample := range maps.All() {
		if sampleName(sample) == name {
			return sample.Data, nil
		}
	}
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	if data, err := templates.File(name, primary); err == nil {
		return data, nil
	}
	data, err := templates.File(name, templates.Languages()[0])
	if err != nil {
		return nil, fmt.Errorf("there is no template %q; there are %s", name, strings.Join(Names(), ", "))
	}
	return data, nil
}
