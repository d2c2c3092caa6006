package pdf

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"footpath/render/scene"
	"footpath/render/text"

	"github.com/jung-kurt/gofpdf"
)

// family is the name gofpdf knows our faces by.
const family = "noto"

var styles = map[text.Face]string{text.Regular: "", text.Bold: "B", text.Italic: "I"}

// used gathers the characters that a scene draws, by face.
type used map[text.Face]map[rune]bool

func (u used) Box(*scene.Box, scene.Point)   {}
func (u used) Path(*scene.Path, scene.Point) {}

func (u used) Run(e *scene.Run, _ scene.Point) {
	set := u[e.Face]
	if set == nil {
		set = map[rune]bool{}
		u[e.Face] = set
	}
	for _, r := range drawable(text.Drawn(e.Text)) {
		set[r] = true
	}
}

// tf is how gofpdf writes the choice of a font into a content stream.
var tf = regexp.MustCompile(`/(F\S+) 1\.00 Tf`)

// fonts adds the faces that the scene draws with. gofpdf embeds the glyphs of
// the characters it was asked to draw, so all of them are drawn into a template
// that no page places; and what it calls each font is read off there.
func (d *document) fonts(s *scene.Scene) {
	u := used{}
	for _, page := range s.Pages {
		page.Draw(u)
	}
	d.names = map[text.Face]string{}
	for _, face := range text.Faces() {
		if len(u[face]) > 0 {
			// gofpdf writes into the bytes it is given.
			d.AddUTF8FontFromBytes(family, styles[face], bytes.Clone(face.File()))
		}
	}
	for _, face := range text.Faces() {
		if len(u[face]) == 0 {
			continue
		}
		runes := make([]rune, 0, len(u[face]))
		for r := range u[face] {
			runes = append(runes, r)
		}
		slices.Sort(runes)
		template := d.CreateTemplate(func(t *gofpdf.Tpl) {
			t.SetFont(family, styles[face], 1)
			t.Text(0, 0, string(runes))
		})
		if found := tf.FindSubmatch(template.Bytes()); found != nil {
			d.names[face] = string(found[1])
		}
	}
}

// drawable puts the replacement character for what gofpdf cannot write: all
// beyond Unicode's first plane.
func drawable(s string) string {
	if strings.IndexFunc(s, beyond) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if beyond(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

func beyond(r rune) bool { return r > 0xFFFF }
