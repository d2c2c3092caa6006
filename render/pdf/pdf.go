// Package pdf paints a scene as a PDF. gofpdf keeps the objects and cuts the
// fonts down; the pages' content is our own, written as the scene has it.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

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
		if p.Size.X > MaxSide || p.Size.Y > MaxSide {
			return nil, fmt.Errorf("%w: %.0f × %.0f points, allowed are %d", ErrTooLarge, p.Size.X, p.Size.Y, MaxSide)
		}
	}
	d := &document{Fpdf: start(s)}
	d.fonts(s)
	for _, page := range s.Pages {
		d.page(page)
	}
	var out bytes.Buffer
	if err := d.Output(&out); err != nil {
		return nil, fmt.Errorf("the PDF could not be made: %w", err)
	}
	return dateless(out.Bytes(), s.Date), nil
}

// document is one PDF being made.
type document struct {
	*gofpdf.Fpdf
	names map[text.Face]string // what the pages call each face
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
	f.SetTitle(drawable(s.Title), true)
	day := someDay
	if t, err := time.Parse(time.DateOnly, s.Date); err == nil {
		day = t
	}
	f.SetCreationDate(day)
	f.SetModificationDate(day)
	return f
}

// someDay stands in the file while it is made where the map has no date.
var someDay = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// dateless blanks out the dates of a map that has none; offsets stay as they
// are.
func dateless(data []byte, date string) []byte {
	if date != "" {
		return data
	}
	for _, key := range []string{"/CreationDate", "/ModDate"} {
		entry := []byte(key + " (D:" + someDay.Format("20060102150405") + ")")
		data = bytes.Replace(data, entry, bytes.Repeat([]byte(" "), len(entry)), 1)
	}
	return data
}

func (d *document) page(page *scene.Page) {
	d.AddPageFormat("P", gofpdf.SizeType{Wd: page.Size.X, Ht: page.Size.Y})
	p := &painter{doc: d, height: page.Size.Y}
	page.Draw(p)
	d.RawWriteBuf(&p.out)
}
