//go:build !nogui

package desktop

import (
	"footpath/app/desktop/home"
	"footpath/app/templates"
	"footpath/app/words"
	"footpath/mapmodel"
)

// template is what a new map can be made from, read.
type template struct {
	name string
	m    *mapmodel.Map
}

// readTemplates reads the templates in a language and the samples: the blank one first, what home does not offer last. One that
// cannot be read is left out; a test sees to it that there is none.
func readTemplates(language string, source *mapmodel.Source) []template {
	var out []template
	var last []template
	for _, name := range templates.Names() {
		m, err := templates.Read(name, language, source)
		switch {
		case err != nil:
		case !hasTile(name):
			last = append(last, template{name, m})
		default:
			out = append(out, template{name, m})
		}
	}
	return append(out, last...)
}

// hasTile tells whether home has a tile for a template: it has one sample beside the newcomer's, so that the tiles stay in one row.
// New map has them all.
func hasTile(name string) bool {
	_, known := sampleWords[name]
	return name != templates.Licence && (known || !templates.IsSample(name))
}

// sampleWords are what a sample is called, and the line below.
var sampleWords = map[string][2]words.Key{
	templates.Licence:      {words.HomeTemplateLicence, words.HomeTemplateLicenceHint},
	"ice-cream-shop-visit": {words.HomeTemplateIceCream, words.HomeTemplateIceCreamHint},
}

// templateName is what a template is called.
func (pr *Program) templateName(t template) string {
	if said, ok := sampleWords[t.name]; ok {
		return pr.say(said[0])
	}
	if t.name == templates.Blank {
		return pr.say(words.HomeBlank)
	}
	return t.m.Header().Title
}

// homeTemplates are those that home offers.
func (pr *Program) homeTemplates() []home.Template {
	var out []home.Template
	for _, t := range pr.templates {
		if !hasTile(t.name) {
			continue
		}
		h := home.Template{Title: pr.templateName(t), Map: t.m}
		stages := 0
		for range t.m.Stages() {
			stages++
		}
		switch said, sample := sampleWords[t.name]; {
		case sample:
			h.Meta = pr.say(said[1])
		case t.name == templates.Blank:
			h.Meta, h.Map = pr.say(words.HomeBlankHint), nil
		default:
			h.Meta = pr.sayWith(words.HomeTemplateMeta, words.Args{"n": stages})
		}
		out = append(out, h)
	}
	return out
}
