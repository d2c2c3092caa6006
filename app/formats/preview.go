package formats

import (
	"fmt"
	"image"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/png"
	"footpath/render/scene"
)

// Pages is a map laid out as Write would lay it out, to be looked at first.
type Pages struct {
	scene *scene.Scene
	// Findings are what to know before the pages are printed: whether the map
	// fits, and what is moved where.
	Findings []Finding
	// Smallest is the size of the smallest text, in points.
	Smallest float64
}

// Preview lays a map out for a format that has pages.
func Preview(f Format, m *mapmodel.Map, o Options) (*Pages, error) {
	s, findings, err := lay(m, o, f.Single)
	if err != nil {
		return nil, err
	}
	for _, page := range s.Pages {
		if max(page.Size.X, page.Size.Y) > scene.MaxSide {
			findings = append(findings, Finding{Key: words.FindingTooLarge, Partly: true})
			break
		}
	}
	return &Pages{s, findings, s.Smallest()}, nil
}

// Count is how many pages there are.
func (p *Pages) Count() int { return len(p.scene.Pages) }

// Size is the size of the n-th page, from 0, in points.
func (p *Pages) Size(n int) (width, height float64) {
	size := p.scene.Pages[n].Size
	return size.X, size.Y
}

// Paint paints the n-th page, from 0, as large as fits into so many pixels.
// What the painter cannot take is an error.
func (p *Pages) Paint(n, width, height int) (img *image.RGBA, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			img, err = nil, fmt.Errorf("the page could not be painted: %v", fault)
		}
	}()
	page := p.scene.Pages[n]
	scale := min(float64(width)/page.Size.X, float64(height)/page.Size.Y)
	return png.Page(page, p.scene.Background, scale)
}
