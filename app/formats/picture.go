package formats

import (
	"fmt"
	"io"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/png"
	"footpath/render/scene"
	"footpath/render/svg"
)

func writePNG(w io.Writer, m *mapmodel.Map, o Options) ([]Finding, error) {
	s, page, findings, err := layOne(m, o)
	if err != nil {
		return nil, err
	}
	return findings, png.Write(w, page, s.Background, o.pixels())
}

func writeSVG(w io.Writer, m *mapmodel.Map, o Options) ([]Finding, error) {
	s, page, findings, err := layOne(m, o)
	if err != nil {
		return nil, err
	}
	return findings, svg.Write(w, s, page)
}

// layOne lays out a map for a picture, which is of one page; where there are
// others, the findings tell so.
func layOne(m *mapmodel.Map, o Options) (*scene.Scene, *scene.Page, []Finding, error) {
	s, findings, err := lay(m, o, true)
	if err != nil {
		return nil, nil, nil, err
	}
	nth, pages := max(o.Page, 1), len(s.Pages)
	if nth > pages {
		return nil, nil, nil, fmt.Errorf("%w: there is no page %d; the map takes %d", ErrOptions, nth, pages)
	}
	if pages > 1 {
		findings = append(findings, Finding{words.FindingOneOfPages, words.Args{"page": nth, "n": pages}, true})
	}
	return s, s.Pages[nth-1], findings, nil
}
