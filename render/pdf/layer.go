package pdf

import (
	"fmt"
	"io"

	"footpath/render/scene"
)

// layerName is what the pages call the layer.
const layerName = "/Sheets"

// under draws the page's part of what several pages show: a form (ISO 32000-1,
// 8.10) that stands in the file once and is painted through the page's window.
func (m *marker) under(p *scene.Page) {
	if p.Under == nil || len(p.Under.Groups) == 0 {
		return
	}
	m.to(decoration)
	m.doc.keepLayer(p.Under)
	m.out = append(m.out, "q 1 0 0 1 "...)
	m.number(p.UnderAt.X)
	m.number(p.Size.Y - p.UnderAt.Y - p.Under.Size.Y)
	m.op("cm " + layerName + " Do Q")
}

// keepLayer writes the content of the layer, unless it is written already: all
// pages show the same.
func (d *document) keepLayer(l *scene.Layer) {
	if d.layer == l {
		return
	}
	d.layer = l
	d.layerContent = d.pack(func(w io.Writer) {
		p := d.painter(w, l.Size.Y)
		for _, g := range l.Groups {
			p.group(g)
		}
		p.flush()
	})
}

// addLayer adds the layer to the file and makes it known to the pages.
func (f *finisher) addLayer(l *scene.Layer, content []byte) {
	dict := fmt.Sprintf("/Type/XObject/Subtype/Form/Resources %s/BBox[0 0 %.2f %.2f]", ref(f.resources), l.Size.X, l.Size.Y)
	f.enter(layerName, packedStream(dict, content))
}

// openWindow begins the part of a page that shows only in its window.
func (m *marker) openWindow(p *scene.Page) {
	if p.Window == (scene.Rect{}) {
		return
	}
	m.inWindow = true
	m.out = append(m.out, "q "...)
	m.point(scene.Point{X: p.Window.X, Y: p.Window.Bottom()}, scene.Point{})
	m.number(p.Window.W)
	m.number(p.Window.H)
	m.op("re W n")
}

// closeWindow ends it; colours and fonts are then what they were before.
func (m *marker) closeWindow() {
	if !m.inWindow {
		return
	}
	m.end()
	m.inWindow = false
	m.op("Q")
	m.begun, m.font = false, font{}
}
