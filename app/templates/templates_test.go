package templates

import (
	"testing"

	"footpath/app/words"
	"footpath/mapmodel"
)

func TestEveryTemplateAsksSomethingInEachOfItsLanesInEveryLanguage(t *testing.T) {
	for _, name := range Names() {
		var first *mapmodel.Map
		for _, language := range words.Languages() {
			m, err := Read(name, language.Tag(), mapmodel.NewSeededSource(1))
			if err != nil {
				t.Fatal(err)
			}
			if IsSample(name) {
				continue
			}
			if got := m.Header().Language; got != language.Tag() {
				t.Errorf("%s in %s says it is in %q", name, language.Tag(), got)
			}
			for lane := range m.Lanes() {
				if name != Blank && lane.LaneKind.HoldsCards() && lane.Prompt == "" {
					t.Errorf("%s in %s asks nothing in the lane %s", name, language.Tag(), lane.LaneKind)
				}
			}
			if first == nil {
				first = m
			}
			if shape(m) != shape(first) {
				t.Errorf("%s has another shape in %s", name, language.Tag())
			}
		}
	}
}

// shape is what a template is in every language.
func shape(m *mapmodel.Map) string {
	out := ""
	for lane := range m.Lanes() {
		out += string(lane.LaneKind) + " "
	}
	for stage := range m.Stages() {
		out += "|"
		if stage.Description != "" {
			out += "d"
		}
	}
	return out
}

func TestAnUnknownLanguageIsEnglishAndAnUnknownNameAnError(t *testing.T) {
	m, err := Read("shop-visit", "de-AT", mapmodel.NewSeededSource(1))
	if err != nil || m.Header().Language != "de" {
		t.Errorf("de-AT: %v", err)
	}
	if m, err = Read("shop-visit", "fr", mapmodel.NewSeededSource(1)); err != nil || m.Header().Language != "en" {
		t.Errorf("fr: %v", err)
	}
	if _, err = Read("unicorn", "en", mapmodel.NewSeededSource(1)); err == nil {
		t.Error("there is a template that is not there")
	}
	if !IsSample(Licence) || IsSample(Blank) || Names()[0] != Blank {
		t.Error("the names are not what they are taken for")
	}
}
