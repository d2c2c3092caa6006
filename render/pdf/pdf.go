// Package pdf paints a scene as a PDF. gofpdf lays out the file and its pages;
// what they show is our own: the content, written as the scene has it, and the
// fonts, made of what is seen.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"footpath/mapmodel"
	"footpath/render/scene"

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
func Paint(w io.Writer, s *scene.Scene) error { return PaintWith(w, s, Options{}) }

// PaintWith is as Paint, with more in the file than its pages.
func PaintWith(w io.Writer, s *scene.Scene, o Options) error {
	data, err := file(s, o)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// file makes the PDF in memory; a panic in foreign code becomes an error.
func file(s *scene.Scene, o Options) (data []byte, err error) {
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
	d := &document{
		Fpdf: start(), packer: packer{left: tightly}, ground: s.Background, strengths: map[uint8]int{}, pictureNumbers: map[string]int{},
		tree: newTree(s), places: &places{first: map[mapmodel.ID]placed{}},
	}
	for n, page := range s.Pages {
		if size := titleSize(page); size > d.titleSize {
			d.titleSize, d.titlePage = size, n
		}
	}
	for i, page := range s.Pages {
		d.page(i, page)
	}
	var out bytes.Buffer
	if err := d.Output(&out); err != nil {
		return nil, fmt.Errorf("the PDF could not be made: %w", err)
	}
	data, err = d.finish(out.Bytes(), s, o)
	if err != nil {
		return nil, fmt.Errorf("the PDF could not be made: %w", err)
	}
	return data, nil
}

// fits tells whether a page may have a side of so many points.
func fits(side float64) bool { return side > 0 && side <= MaxSide }

// document is one PDF being made.
type document struct {
	*gofpdf.Fpdf
	packer
	typefaces []*typeface
	ground    scene.Color // the pages'
	tree      *tree
	places    *places
	// contents are the pages' content streams, packed.
	contents  [][]byte
	stamps    stamps
	strengths map[uint8]int
	// layer is what several pages show, and layerContent its stream, packed.
	layer        *scene.Layer
	layerContent []byte
	titleSize    float64
	titlePage    int // the page with that title, from 0
	// pictures are numbered from 1, by their data.
	pictures       []*pixels
	pictureNumbers map[string]int
}

// blankHeight is the height of the one page of a scene without any.
const blankHeight = 842

func start() *gofpdf.Fpdf {
	f := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: gofpdf.SizeType{Wd: 595, Ht: blankHeight}})
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	f.SetCompression(false) // of the pages, which are packed here
	f.SetCatalogSort(true)
	// Finishing writes the catalogue and the dates; gofpdf's are the clock's.
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())
	return f
}

// page paints a page. Its content is packed at once and kept, and takes the
// place of gofpdf's when the file is finished: gofpdf would copy it four times.
func (d *document) page(n int, page *scene.Page) {
	d.AddPageFormat("P", gofpdf.SizeType{Wd: page.Size.X, Ht: page.Size.Y})
	d.contents = append(d.contents, d.pack(func(w io.Writer) {
		p := d.painter(w, page.Size.Y)
		m := &marker{painter: p, tree: d.tree, page: n}
		m.openWindow(page)
		if paper := scene.Hex(0xFFFFFF); d.ground.A > 0 && d.ground != paper {
			m.to(decoration)
			p.Box(&scene.Box{Rect: scene.Rect{W: page.Size.X, H: page.Size.Y}, Fill: d.ground}, scene.Point{})
		}
		m.draw(page, d.places)
		m.closeWindow()
		p.flush()
	}))
}

// strength gives the number by which the pages know a strength of colours. It
// is gofpdf that counts them, from 1.
func (d *document) strength(alpha uint8) int {
	n, ok := d.strengths[alpha]
	if !ok {
		d.SetAlpha(float64(alpha)/255, "Normal")
		n = len(d.strengths) + 1
		d.strengths[alpha] = n
	}
	return n
}
