package formats

import (
	"io"
	"slices"
	"strings"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// PageWords gives a page's words in the language of its map; dates are written
// as that language does.
func PageWords(m *mapmodel.Map) scene.Words {
	language := words.For(m.Header().Language)
	say := language.Page()
	return func(key string) string {
		if iso, ok := strings.CutPrefix(key, scene.DateKey); ok {
			return language.Date(iso)
		}
		return say(key)
	}
}

// lay lays a map out for paper.
func lay(m *mapmodel.Map) (*scene.Scene, []string) {
	s := scene.Layout(m, scene.Print(), PageWords(m), scene.A3())
	var notices []string
	if slices.ContainsFunc(s.Findings, func(f scene.Finding) bool { return f.Kind == scene.SheetGrew }) {
		notices = append(notices, "the map needs more than an A3 sheet at the smallest size of type; the page is larger")
	}
	return s, notices
}

func writePDF(w io.Writer, m *mapmodel.Map, _ Options) ([]string, error) {
	s, notices := lay(m)
	more, err := paintPDF(w, s, m)
	return append(notices, more...), err
}
