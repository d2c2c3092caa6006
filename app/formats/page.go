package formats

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/pdf"
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

// lay lays a map out for paper and tells what a person should know of the
// pages; alone leaves off what closes a map.
func lay(m *mapmodel.Map, o Options, alone bool) (*scene.Scene, []Finding, error) {
	sheet, err := o.sheet()
	if err != nil {
		return nil, nil, err
	}
	sheet.Alone = alone
	s := scene.Layout(m, o.style(), PageWords(m), sheet)
	return s, Findings(m, s), nil
}

func writePDF(w io.Writer, m *mapmodel.Map, o Options) ([]Finding, error) {
	s, findings, err := lay(m, o, false)
	if err != nil {
		return nil, err
	}
	more, err := paintPDF(w, s, m)
	if errors.Is(err, pdf.ErrTooLarge) {
		err = fmt.Errorf("%w; the fit %s spreads it over sheets to be glued together", err, scene.FitTiles)
	}
	return append(findings, more...), err
}
