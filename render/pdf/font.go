package pdf

import (
	"bytes"
	"errors"
	"regexp"

	"footpath/render/scene"
	"footpath/render/text"

	"github.com/jung-kurt/gofpdf"
)

// family is the name gofpdf knows our faces by.
const family = "noto"

var styles = map[text.Face]string{text.Regular: "", text.Bold: "B", text.Italic: "I"}

// plane is the number of characters gofpdf can number: Unicode's first plane.
const plane = 1 << 16

// characters marks those that were drawn in a face.
type characters [plane]bool

// faces finds which faces a scene draws with.
type faces map[text.Face]bool

// Box implements scene.Painter.
func (f faces) Box(*scene.Box, scene.Point) {}

// Path implements scene.Painter.
func (f faces) Path(*scene.Path, scene.Point) {}

// Picture implements scene.Painter.
func (f faces) Picture(*scene.Picture, scene.Point) {}

// Run implements scene.Painter.
func (f faces) Run(e *scene.Run, _ scene.Point) {
	f[e.Face] = true
}

// facesOf finds the faces of a scene; it looks no further once all are found.
func facesOf(s *scene.Scene) faces {
	found := faces{}
	for _, page := range s.Pages {
		for g := range page.All() {
			if g.Group.Draw(found, g.At); len(found) == len(text.Faces()) {
				return found
			}
		}
	}
	return found
}

// tf is how gofpdf writes the choice of a font into a content stream.
var tf = regexp.MustCompile(`/(F\S+) 1\.00 Tf`)

var errFontName = errors.New("a font has no name in the file")

// addFonts adds the faces that the scene draws with, and reads off what gofpdf
// calls them. An idle face would cost time and bytes.
func (d *document) addFonts(s *scene.Scene) error {
	found := facesOf(s)
	d.names, d.used = map[text.Face]string{}, map[text.Face]*characters{}
	for _, face := range text.Faces() {
		if !found[face] {
			continue
		}
		// gofpdf writes into the bytes it is given.
		d.AddUTF8FontFromBytes(family, styles[face], bytes.Clone(face.File()))
		template := d.CreateTemplate(func(t *gofpdf.Tpl) { t.SetFont(family, styles[face], 1) })
		name := tf.FindSubmatch(template.Bytes())
		if name == nil {
			return errFontName
		}
		d.names[face], d.used[face] = string(name[1]), new(characters)
	}
	return nil
}

// keepGlyphs makes gofpdf embed the glyphs of what the pages draw. It embeds
// those it was asked to draw itself, so it draws all of them into a template
// that no page places.
func (d *document) keepGlyphs() {
	for _, face := range text.Faces() {
		if d.used[face] == nil {
			continue
		}
		var runes []rune
		for r, drawn := range d.used[face] {
			if drawn {
				runes = append(runes, rune(r))
			}
		}
		d.CreateTemplate(func(t *gofpdf.Tpl) {
			t.SetFont(family, styles[face], 1)
			t.Text(0, 0, string(runes))
		})
	}
}
