// Package pdf paints a scene as a PDF. gofpdf keeps the objects and cuts the
// fonts down; the pages' content is our own, written as the scene has it.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"
	"unicode/utf16"

	"footpath/render/scene"
	"footpath/render/text"

	"github.com/jung-kurt/gofpdf"
)

// MaxSide is the longest side of a page in points that readers must take (ISO
// 32000-1, Annex C).
const MaxSide = 14400

// ErrTooLarge says that a page is larger than MaxSide.
var ErrTooLarge = errors.New("the page is larger than a PDF can have")

// producer is the program's name in the file.
const producer = "Footpath"

// Paint writes the scene as a PDF: one scene, one text of bytes, whatever the
// clock says. Nothing is written unless the whole file could be made.
func Paint(w io.Writer, s *scene.Scene) error {
	data, err := file(s)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// file makes the PDF in memory; a panic in foreign code becomes an error.
func file(s *scene.Scene) (data []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("the PDF could not be made: %v", fault)
		}
	}()
	for _, p := range s.Pages {
		if !fits(p.Size.X) || !fits(p.Size.Y) {
			return nil, fmt.Errorf("%w: %.0f × %.0f points, allowed are %d", ErrTooLarge, p.Size.X, p.Size.Y, MaxSide)
		}
	}
	d := &document{Fpdf: start(s), ground: s.Background}
	if err := d.addFonts(s); err != nil {
		return nil, fmt.Errorf("the PDF could not be made: %w", err)
	}
	for _, page := range s.Pages {
		d.page(page)
	}
	d.keepGlyphs()
	var out bytes.Buffer
	if err := d.Output(&out); err != nil {
		return nil, fmt.Errorf("the PDF could not be made: %w", err)
	}
	return finish(out.Bytes(), s), nil
}

// fits tells whether a page may have a side of so many points.
func fits(side float64) bool { return side > 0 && side <= MaxSide }

// document is one PDF being made.
type document struct {
	*gofpdf.Fpdf
	names  map[text.Face]string // what the pages call each face
	used   map[text.Face]*characters
	room   int         // bytes that a page before took
	ground scene.Color // the pages'
}

func start(s *scene.Scene) *gofpdf.Fpdf {
	f := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: gofpdf.SizeType{Wd: 595, Ht: 842}})
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	f.SetCompression(true)
	f.SetCatalogSort(true)
	f.SetProducer(producer, false)
	f.SetCreator(producer, false)
	f.SetTitle(words(s.Title), false)
	day, _ := dated(s)
	f.SetCreationDate(day)
	f.SetModificationDate(day)
	return f
}

// words gives a text as a PDF's strings outside of pages hold it: in UTF-16,
// which gofpdf's own way of writing it mistakes beyond the first plane.
func words(s string) string {
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return string(out)
}

// dated is the day of the map, and whether it has one.
func dated(s *scene.Scene) (time.Time, bool) {
	if t, err := time.Parse(time.DateOnly, s.Date); err == nil {
		return t, true
	}
	return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC), false
}

// finish is the last hand on the whole file, for what gofpdf cannot say: a map
// without a date makes a file without one. Offsets stay as they are.
func finish(data []byte, s *scene.Scene) []byte {
	day, known := dated(s)
	if known {
		return data
	}
	for _, key := range []string{"/CreationDate", "/ModDate"} {
		entry := []byte(key + " (D:" + day.Format("20060102150405") + ")")
		data = bytes.Replace(data, entry, bytes.Repeat([]byte(" "), len(entry)), 1)
	}
	return data
}

func (d *document) page(page *scene.Page) {
	d.AddPageFormat("P", gofpdf.SizeType{Wd: page.Size.X, Ht: page.Size.Y})
	const chunk = 64 << 10
	p := &painter{doc: d, height: page.Size.Y, chunk: chunk, out: make([]byte, 0, chunk+chunk/8)}
	if paper := scene.Hex(0xFFFFFF); d.ground.A > 0 && d.ground != paper {
		p.Box(&scene.Box{Rect: scene.Rect{W: page.Size.X, H: page.Size.Y}, Fill: d.ground}, scene.Point{})
	}
	page.Draw(p)
	p.flush()
}
