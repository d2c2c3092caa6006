//go:build !nogui

package board

import (
	"footpath/app/formats"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// Ahead is a map laid out before its board is made: the work that grows with the map is done then, wherever it was done.
type Ahead struct {
	m        *mapmodel.Map
	style    *scene.Style
	layouter *scene.Layouter
	columns  int
}

// LayOut lays a map out in a style, for a board that is yet to be made. It may take its time on any goroutine.
func LayOut(m *mapmodel.Map, style *scene.Style) *Ahead {
	a := &Ahead{m: m, style: style, layouter: scene.NewLayouter(style, formats.PageWords(m))}
	a.columns = len(a.layouter.Layout(m, scene.Sheet{}).Pages[0].Grid.Columns)
	return a
}

// use takes over what was laid out ahead: the layouter has every cell of the map, and only the header is laid out again,
// unless the map has so few columns that they grow with the window.
func (b *Board) use(a *Ahead) {
	if a == nil || a.m != b.p.Doc.Map() {
		return
	}
	b.p.Style, b.layouter, b.tongue, b.ready, b.columns = a.style, a.layouter, a.m.Header().Language, true, a.columns
}
