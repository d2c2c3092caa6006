// Package formats is the one table of what a map can be written as and read
// from; the command line, the window and the docs are all fed by it.
package formats

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"footpath/mapmodel"
)

// Names of the formats.
const (
	YAML = "yaml"
	PDF  = "pdf"
	PNG  = "png"
	SVG  = "svg"
)

// Format is one row of the table.
type Format struct {
	// Name is what --format takes.
	Name string
	// Endings are the ends of file names that tell the format, the preferred
	// one first, each with its dot.
	Endings []string
	// Media is the format's media type.
	Media string
	// Pixels tells that the format is made of them, so that Options' Scale and
	// DPI mean something.
	Pixels bool
	// Pages tells that the format shows the map laid out on sheets, so that
	// Options' Paper, Upright and Fit mean something.
	Pages bool
	// Single tells that the format has one page, so that it shows no list of
	// opportunities behind the map.
	Single bool
	// Write writes the map, with options that Check finds right; its findings
	// are what a person should know of the result. Nil where the
	// format cannot be written.
	Write func(w io.Writer, m *mapmodel.Map, o Options) ([]Finding, error)
	// Read makes a map of a file's bytes; the source gives its records their
	// IDs. Its error is a journey.Mistakes where places are known. Nil where
	// the format cannot be read.
	Read func(data []byte, src *mapmodel.Source) (*mapmodel.Map, error)
}

// Writes tells whether maps can be written in the format.
func (f Format) Writes() bool { return f.Write != nil }

// Reads tells whether maps can be read from the format.
func (f Format) Reads() bool { return f.Read != nil }

// All lists the formats in the order people are shown them.
func All() []Format {
	return []Format{
		{Name: PDF, Endings: []string{".pdf"}, Media: "application/pdf", Pages: true, Write: writePDF, Read: readPDF},
		{Name: YAML, Endings: []string{".journey.yaml", ".journey", ".yaml", ".yml"}, Media: "application/yaml", Write: writeYAML, Read: readYAML},
		{Name: PNG, Endings: []string{".png"}, Media: "image/png", Pages: true, Single: true, Pixels: true, Write: writePNG},
		{Name: SVG, Endings: []string{".svg"}, Media: "image/svg+xml", Pages: true, Single: true, Write: writeSVG},
	}
}

// Named finds a format by its name.
func Named(name string) (Format, bool) {
	for _, f := range All() {
		if f.Name == strings.ToLower(name) {
			return f, true
		}
	}
	return Format{}, false
}

// ForFile finds the format that a file's name tells, capitals or not.
func ForFile(path string) (Format, bool) {
	base := strings.ToLower(filepath.Base(path))
	for _, f := range All() {
		if slices.ContainsFunc(f.Endings, func(end string) bool { return strings.HasSuffix(base, end) && base != end }) {
			return f, true
		}
	}
	return Format{}, false
}

// Names lists the names of the formats that can do something, for a sentence.
func Names(can func(Format) bool) string {
	var names []string
	for _, f := range All() {
		if can(f) {
			names = append(names, f.Name)
		}
	}
	return strings.Join(names, ", ")
}

// IsFile tells a FILE from a MAP in an argument: a FILE is "-", or exists, or
// holds a separator or an ending that a format knows.
func IsFile(arg string) bool {
	if arg == "-" || strings.ContainsRune(arg, '/') || strings.ContainsRune(arg, os.PathSeparator) {
		return true
	}
	if _, known := ForFile(arg); known {
		return true
	}
	_, err := os.Stat(arg)
	return err == nil
}
