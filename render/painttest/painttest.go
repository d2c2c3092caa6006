// Package painttest gives the tests of painters scenes to paint.
package painttest

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"

	"footpath/mapmodel/mapgen"
	"footpath/mapmodel/picture"
	"footpath/render/scene"
	"footpath/render/text"
)

// One is a scene of one page, size points wide and high, that holds elements.
func One(width, height float64, elements ...scene.Element) *scene.Scene {
	size := scene.Point{X: width, Y: height}
	return &scene.Scene{
		Background: scene.Hex(0xFFFFFF), Title: "A test", Language: "en",
		Pages: []*scene.Page{{Size: size, Back: []scene.Placed{{Group: &scene.Group{Size: size, Elements: elements}}}}},
	}
}

// Run is a line of text where it is asked for.
func Run(s string, x, y, size float64, face text.Face) *scene.Run {
	return &scene.Run{X: x, Y: y, Text: s, Face: face, Size: size, Color: scene.Hex(0x1B1F24), Width: face.Measure(s, size)}
}

// Lines is a scene of one page that holds lines of text of 10 points, the n-th
// on the baseline 20 × n + 20.
func Lines(lines ...string) *scene.Scene {
	var elements []scene.Element
	widest := 100.0
	for i, line := range lines {
		run := Run(line, 10, float64(20*i+20), 10, text.Regular)
		widest = max(widest, run.Width)
		elements = append(elements, run)
	}
	return One(widest+20, float64(20*len(lines)+20), elements...)
}

// OddWords are texts that a map may hold and a painter may stumble over.
func OddWords() []string {
	return []string{
		"", " ", "Open the renewal notice",
		"Tickets 🎫 for 👩‍👩‍👧‍👦 and 🇩🇪, 👍🏽 ❤️ 1️⃣", "\U00010000\U0010FFFF\uFFFE\uFFFF\uFEFF",
		"\xED\xA0\xBD after half a pair", "\\uD83D as a file says it", "\xff\xe2\x82 a\u0301\u0301", "\xf0\x9f",
		"one\x00two\x07three\x1b[31mfour\u0085five\u2028six\u200Bseven\r\n\t\v\f\x7f",
		strings.Repeat("longest", 1430), strings.Repeat("ש", 10_000), strings.Repeat("😀", 700), "e" + strings.Repeat("\u0301", 600),
		"abc \u202Edef\u202C \u200Fghi \u2067jkl\u2069 mno\u061C", strings.Repeat("\u2067\u2066\u202E", 70) + "deep", "\u2069\u202C\u202C",
		"שלום 12 (עולם)", "مرحبا، لا إله ١٢", "नमस्ते क्षेत्र", "ภาษาไทยไม่มีช่องว่าง", "地图：发现，日本語", "a\u00ADb\u00AD",
		"<b>&amp;</b>\"'", "]]> --> <?xml", "(a) \\ ) Tj ET endstream endobj %%EOF", "{{.}} %s %d $(x)",
	}
}

// Sample is a small scene with every kind of element in every way it is drawn.
func Sample() *scene.Scene {
	blue, grey, pink := scene.Hex(0x24476B), scene.Hex(0x7C8796), scene.Hex(0xC2597E)
	path := func(width float64, dash []float64, round bool, at float64) *scene.Path {
		return &scene.Path{
			Segments: scene.Monotone([]scene.Point{{X: 100, Y: at}, {X: 140, Y: at - 20}, {X: 180, Y: at + 10}, {X: 230, Y: at}}),
			Stroke:   scene.Stroke{Color: pink, Width: width, Dash: dash, Round: round},
		}
	}
	line := func(x0, y0, x1, y1, width float64) *scene.Path {
		return &scene.Path{Segments: scene.Polyline(false, scene.Point{X: x0, Y: y0}, scene.Point{X: x1, Y: y1}), Stroke: scene.Stroke{Color: grey, Width: width}}
	}
	return One(
		240, 160,
		&scene.Box{Rect: scene.Rect{X: 10, Y: 10, W: 80, H: 40}, Radius: 6, Fill: scene.Hex(0xE2EAF9), Stroke: scene.Stroke{Color: blue, Width: 1}},
		&scene.Box{Rect: scene.Rect{X: 10, Y: 60, W: 80, H: 20}, Fill: scene.Hex(0xFFF3C4)},
		&scene.Box{Rect: scene.Rect{X: 10, Y: 90, W: 80, H: 20}, Stroke: scene.Stroke{Color: grey, Width: 0.5, Dash: []float64{3, 2}}},
		&scene.Box{Rect: scene.Rect{X: 14, Y: 64, W: 30, H: 30}, Fill: scene.Color{R: 200, A: 60}},
		&scene.Path{Segments: scene.Circle(scene.Point{X: 120, Y: 30}, 15), Fill: scene.Hex(0xD98A1F), Stroke: scene.Stroke{Color: blue, Width: 2}},
		&scene.Path{Segments: scene.Polyline(true, scene.Point{X: 150, Y: 15}, scene.Point{X: 165, Y: 30}, scene.Point{X: 150, Y: 45}), Fill: blue},
		&scene.Path{Segments: scene.Polyline(true, scene.Point{X: 190, Y: 12}, scene.Point{X: 208, Y: 30}, scene.Point{X: 190, Y: 48}, scene.Point{X: 172, Y: 30}), Stroke: scene.Stroke{Color: blue, Width: 2}},
		path(2.25, nil, true, 80), path(1.5, []float64{5, 3.4}, false, 105), path(0.35, nil, false, 120),
		line(10, 118.3, 90, 118.3, 0.35), line(95.7, 10, 95.7, 150, 1), line(215, 10, 230, 50, 1),
		&scene.Picture{Rect: scene.Rect{X: 110, Y: 56, W: 20, H: 20}, Radius: 10, Image: Image("image/png", 40, 20), Words: "a face"},
		&scene.Picture{Rect: scene.Rect{X: 140, Y: 60, W: 30, H: 12}, Image: Image("image/jpeg", 60, 40), Words: "a queue"},
		Run("Notice", 18, 28, 10, text.Bold), Run("Will it take a whole day?", 10, 136, 9, text.Italic), Run("Größe −10 Ж λ 地 😀", 10, 150, 9, text.Regular),
	)
}

// Image is a picture of a media type and a size in pixels: red to the left, blue
// to the right, and, where the type has that, see-through at its lower edge.
func Image(media string, width, height int) *scene.Image {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.NRGBA{R: 200, G: 20, B: 40, A: 255}
			if x >= width/2 {
				c = color.NRGBA{R: 20, G: 60, B: 200, A: 255}
			}
			if y >= height*3/4 {
				c.A = 128
			}
			img.SetNRGBA(x, y, c)
		}
	}
	var out bytes.Buffer
	if media == picture.JPEG {
		_ = jpeg.Encode(&out, img, nil) // memory takes everything
	} else {
		_ = png.Encode(&out, img)
	}
	return scene.NewImage(out.String())
}

// Grid is a map of stages, with five lanes and cards in every cell, laid out
// for paper.
func Grid(stages, cards int) *scene.Scene {
	return scene.Layout(mapgen.Grid(stages, 5, cards, 1), scene.Print(), func(key string) string { return key }, scene.A3())
}

// Screen is the map of Grid laid out for the screen, on one page.
func Screen(stages, cards int) *scene.Scene {
	return scene.Layout(mapgen.Grid(stages, 5, cards, 1), scene.ScreenLight(), func(key string) string { return key }, scene.Sheet{})
}

// Windowed is a page of 100 by 100 points on which a box of a colour covers
// everything but shows only in the middle, where the page's window is, and a
// mark of the same colour stands at its upper left corner, outside of it.
func Windowed(c scene.Color) *scene.Scene {
	s := One(100, 100, &scene.Box{Rect: scene.Rect{X: -10, Y: -10, W: 120, H: 120}, Fill: c})
	page := s.Pages[0]
	page.Window = scene.Rect{X: 20, Y: 30, W: 50, H: 40}
	size := scene.Point{X: 200, Y: 200}
	page.Under = &scene.Layer{Size: size, Groups: []scene.Placed{{Group: &scene.Group{Size: size, Elements: []scene.Element{
		&scene.Box{Rect: scene.Rect{X: 40, Y: 90, W: 60, H: 110}, Fill: scene.Hex(0x008000)},
	}}}}}
	page.UnderAt = scene.Point{X: -50, Y: -50}
	page.Front = append(page.Front, []scene.Placed{{Group: &scene.Group{Role: scene.SheetRole, Size: page.Size, Elements: []scene.Element{
		&scene.Box{Rect: scene.Rect{X: 2, Y: 2, W: 6, H: 6}, Fill: c},
	}}}})
	return s
}
