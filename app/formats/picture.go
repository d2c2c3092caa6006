package formats

import (
	"io"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/png"
	"footpath/render/scene"
	"footpath/render/svg"
)

func writePNG(w io.Writer, m *mapmodel.Map, o Options) ([]Finding, error) {
	s, findings, err := lay(m, o, true)
	if err != nil {
		return nil, err
	}
	findings = onePage(s, findings)
	return findings, png.Write(w, s.Pages[0], s.Background, o.pixels())
}

func writeSVG(w io.Writer, m *mapmodel.Map, o Options) ([]Finding, error) {
	s, findings, err := lay(m, o, true)
	if err != nil {
		return nil, err
	}
	findings = onePage(s, findings)
	return findings, svg.Write(w, s, s.Pages[0])
}

// onePage adds to the findings that a picture, which has one page, does not show
// them all.
func onePage(s *scene.Scene, findings []Finding) []Finding {
	if n := len(s.Pages); n > 1 {
		findings = append(findings, Finding{words.FindingOneOfPages, words.Args{"n": n}, true})
	}
	return findings
}
