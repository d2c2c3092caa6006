package formats

import (
	"fmt"
	"io"

	"footpath/mapmodel"
	"footpath/render/png"
	"footpath/render/scene"
	"footpath/render/svg"
)

func writePNG(w io.Writer, m *mapmodel.Map, o Options) ([]string, error) {
	s, notices, err := lay(m, o)
	if err != nil {
		return nil, err
	}
	notices = onePage(s, notices)
	return notices, png.Write(w, s.Pages[0], s.Background, o.pixels())
}

func writeSVG(w io.Writer, m *mapmodel.Map, o Options) ([]string, error) {
	s, notices, err := lay(m, o)
	if err != nil {
		return nil, err
	}
	notices = onePage(s, notices)
	return notices, svg.Write(w, s, s.Pages[0])
}

// onePage adds to the notices that a picture, which has one page, does not show
// them all.
func onePage(s *scene.Scene, notices []string) []string {
	if n := len(s.Pages); n > 1 {
		notices = append(notices, fmt.Sprintf("the map needs %d pages, and a picture shows the first; a pdf holds them all", n))
	}
	return notices
}
