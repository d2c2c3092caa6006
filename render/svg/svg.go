// Package svg paints a page of a scene as an SVG file whose words are text: to
// be searched, copied, restyled and edited. The file stands alone: it loads
// nothing and runs nothing.
package svg

import (
	"io"

	"footpath/render/scene"
)

// families are the typefaces asked for: the one that lines were measured in,
// and the reader's own for what it lacks or where it is not installed.
const families = "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans Devanagari, Noto Sans Thai, Noto Sans Symbols, Noto Sans Math, Noto Sans Symbols 2, Noto Emoji, sans-serif"

// roles are the class names of groups.
var roles = map[scene.Role]string{
	scene.Background:  "background",
	scene.HeaderRole:  "header",
	scene.PersonaRole: "persona",
	scene.StageRole:   "stage",
	scene.StepRole:    "step",
	scene.LaneRole:    "lane",
	scene.CardRole:    "card",
	scene.CurveRole:   "curve",
	scene.MetricRole:  "metric",
	scene.InboxRole:   "inbox",
	scene.LegendRole:  "legend",
	scene.FooterRole:  "footer",
	scene.SheetRole:   "sheet",
	scene.ActionRole:  "action",
	scene.MatrixRole:  "matrix",
}

// Write writes one page of a scene as an SVG 1.1 file in UTF-8, sized in
// points. The scene gives the ground, the title and the language. The same
// page makes the same bytes. The error is the writer's.
func Write(w io.Writer, s *scene.Scene, page *scene.Page) error {
	p := &painter{}
	p.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"`)
	p.length("width", page.Size.X)
	p.length("height", page.Size.Y)
	p.raw(` viewBox="0 0 `)
	p.number(page.Size.X)
	p.raw(" ")
	p.number(page.Size.Y)
	p.raw(`"`)
	if s.Language != "" {
		p.attribute("xml:lang", s.Language)
		p.attribute("lang", s.Language)
	}
	// Every line keeps its white space, and its letters stand where they were
	// measured: one after the other, without kerning.
	p.raw(` xml:space="preserve" font-family="` + families + `" style="font-kerning:none;font-variant-ligatures:none" text-rendering="geometricPrecision">` + "\n")
	if s.Title != "" {
		p.raw("<title>")
		p.words(s.Title)
		p.raw("</title>\n")
	}
	ground := scene.Rect{W: page.Size.X, H: page.Size.Y}
	windowed := page.Window != (scene.Rect{})
	if windowed {
		p.Box(&scene.Box{Rect: ground, Fill: scene.Hex(0xFFFFFF)}, scene.Point{})
		ground = page.Window
		p.raw(`<clipPath id="window">`)
		p.Box(&scene.Box{Rect: ground, Fill: scene.Hex(0)}, scene.Point{})
		p.raw("</clipPath>\n" + `<g clip-path="url(#window)">` + "\n")
	}
	p.Box(&scene.Box{Rect: ground, Fill: s.Background}, scene.Point{})
	for g := range page.All() {
		if windowed && g.Group.Role == scene.SheetRole {
			p.raw("</g>\n")
			windowed = false
		}
		p.group(g)
	}
	if windowed {
		p.raw("</g>\n")
	}
	p.raw("</svg>\n")
	_, err := w.Write(p.out)
	return err
}

// group writes a group as it stands on the page; an empty one is left out.
func (p *painter) group(g scene.Placed) {
	before := len(p.out)
	p.raw("<g")
	if role, known := roles[g.Group.Role]; known {
		p.attribute("class", role)
	}
	if g.At != (scene.Point{}) {
		p.raw(` transform="translate(`)
		p.number(g.At.X)
		p.raw(" ")
		p.number(g.At.Y)
		p.raw(`)"`)
	}
	p.raw(">\n")
	begun := len(p.out)
	g.Group.Draw(p, scene.Point{})
	if len(p.out) == begun {
		p.out = p.out[:before]
		return
	}
	p.raw("</g>\n")
}
