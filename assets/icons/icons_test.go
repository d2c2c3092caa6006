package icons

import (
	"encoding/xml"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestEveryDrawingIsListedAndEveryListedOneIsDrawn(t *testing.T) {
	drawn, err := fs.Glob(files, "*.svg")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range drawn {
		if name := Name(strings.TrimSuffix(file, ".svg")); !slices.Contains(All(), name) {
			t.Errorf("%s is drawn and not listed", file)
		}
	}
	for _, name := range All() {
		if _, err := SVG(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := SVG("unicorn"); err == nil {
		t.Error("a drawing that is not there was given")
	}
}

func TestEveryDrawingStandsOnOneGridInOneColour(t *testing.T) {
	colour := regexp.MustCompile(`(?:fill|stroke)="([^"]*)"`)
	width := regexp.MustCompile(`stroke-width="([^"]*)"`)
	for _, name := range All() {
		svg, err := SVG(name)
		if err != nil {
			t.Fatal(err)
		}
		var root struct {
			ViewBox string `xml:"viewBox,attr"`
		}
		if err := xml.Unmarshal(svg, &root); err != nil {
			t.Errorf("%s is no XML: %v", name, err)
		}
		if root.ViewBox != "0 0 16 16" {
			t.Errorf("%s stands on the grid %q", name, root.ViewBox)
		}
		for _, c := range colour.FindAllSubmatch(svg, -1) {
			if got := string(c[1]); got != "none" && got != "currentColor" {
				t.Errorf("%s brings a colour of its own, %s", name, got)
			}
		}
		for _, w := range width.FindAllSubmatch(svg, -1) {
			if string(w[1]) != "1.5" {
				t.Errorf("%s has a line %s wide", name, w[1])
			}
		}
	}
}
