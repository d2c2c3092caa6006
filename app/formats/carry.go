package formats

import (
	"fmt"
	"io"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/pdf"
	"footpath/render/scene"
	"footpath/storage/exchange/pdffile"
	"footpath/storage/journey"
)

// paintPDF writes a scene as a PDF with its map inside, so that whoever has the
// page has the map. A map whose file cannot be made is not inside, and a finding
// says why.
func paintPDF(w io.Writer, s *scene.Scene, m *mapmodel.Map) ([]Finding, error) {
	o := pdf.Options{AttachmentName: pdffile.Name, AttachmentType: pdffile.MediaType}
	var findings []Finding
	text, err := journey.Marshal(m)
	if err != nil {
		findings = append(findings, Finding{words.FindingNotInside, words.Args{"reason": err}, true})
	} else {
		o.Attachment = text
	}
	return findings, pdf.PaintWith(w, s, o)
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
