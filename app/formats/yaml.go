package formats

import (
	"io"

	"footpath/mapmodel"
	"footpath/storage/journey"
)

func writeYAML(w io.Writer, m *mapmodel.Map, _ Options) ([]Finding, error) {
	return nil, journey.Write(w, m)
}

func readYAML(data []byte, src *mapmodel.Source) (*mapmodel.Map, error) {
	m, mistakes := journey.Read(data, src)
	return m, mistakes.Err()
}
