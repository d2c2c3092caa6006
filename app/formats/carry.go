package formats

import (
	"fmt"
	"io"

	"footpath/mapmodel"
	"footpath/render/pdf"
	"footpath/render/scene"
	"footpath/storage/exchange/pdffile"
	"footpath/storage/journey"
)

// paintPDF writes a scene as a PDF with its map inside, so that whoever has the
// page has the map. A map whose file cannot be made is not inside, and a notice
// says why.
func paintPDF(w io.Writer, s *scene.Scene, m *mapmodel.Map) ([]string, error) {
	o := pdf.Options{AttachmentName: pdffile.Name, AttachmentType: pdffile.MediaType}
	var notices []string
	text, err := journey.Marshal(m)
	if err != nil {
		notices = append(notices, fmt.Sprintf("the map itself is not inside of the PDF: %v", err))
	} else {
		o.Attachment = text
	}
	return notices, pdf.PaintWith(w, s, o)
}

// readPDF reads the map that a PDF carries. Mistakes in it are told with their
// places in the attached file.
func readPDF(data []byte, src *mapmodel.Source) (*mapmodel.Map, error) {
	text, err := pdffile.Map(data, journey.MaxFile)
	if err != nil {
		return nil, err
	}
	m, mistakes := journey.Read(text, src)
	if err := mistakes.Err(); err != nil {
		return nil, fmt.Errorf("its %s cannot be read: %w", pdffile.Name, err)
	}
	return m, nil
}
