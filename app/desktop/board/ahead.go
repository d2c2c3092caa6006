//go:build !nogui

package board

import (
	"footpath/app/formats"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// Ahead is a map laid out before its board is made: the work that grows with the map is done then, wherever it was done.
type Ahead struct {
	m        *mapmodel.Map
	style    *scene.Style
	layouter *scene.Layouter
	columns  int
	tongue   string
}

// LayOut lays a map out in a style, for a board that is yet to be made in a window of a language. It may take its time on any
// goroutine.
func LayOut(m *mapmodel.Map, style *scene.Style, window words.Language) *Ahead {
	a := &Ahead{m: m, style: style, layouter: scene.NewLayouter(style, screenWords(m, window)), tongue: tongueOf(m, window)}
	a.columns = len(a.layouter.Layout(m, scene.Sheet{}).Pages[0].Grid.Columns)
	return a
}

// use takes over what was laid out ahead: the layouter has every cell of the map, and only the header is laid out again,
// unless the map has so few columns that they grow with the window.
func (b *Board) use(a *Ahead) {
	if a == nil || a.m != b.p.Doc.Map() {
		return
	}
	b.p.Style, b.layouter, b.tongue, b.ready, b.columns = a.style, a.layouter, a.tongue, true, a.columns
}

// screenWords are the words of a map on the screen: what is printed, too, speaks the map's language, and what only the window shows, the
// window's: how many cards a lane has, and the inbox.
func screenWords(m *mapmodel.Map, window words.Language) scene.Words {
	page, own := formats.PageWords(m), window.Page()
	return func(key string) string {
		switch key {
		case "page.cards", "page.cards.of", "page.cards.one", "page.inbox", "page.inbox.hint":
			return own(key)
		}
		return page(key)
	}
}

// tongueOf tells apart the languages that the words of a map on the screen come in.
func tongueOf(m *mapmodel.Map, window words.Language) string {
	return m.Header().Language + " " + window.Tag()
}
