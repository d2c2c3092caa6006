//go:build !nogui

// Package home shows all maps: templates to begin with, the maps as tiles, search, and the bin.
package home

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/library"
)

// Template is a map to begin with.
type Template struct {
	Title string
	Meta  string
	Map   *mapmodel.Map // for its picture; nil for a blank one
}

// Params are what the home view is given.
type Params struct {
	Words words.Language
	// Canvas is the window's, which knows the focus and how fine the display is.
	Canvas fyne.Canvas
	// Templates are shown in their order; the first is the blank one.
	Templates []Template
	// Read reads a map for its picture. It is called by Work.
	Read func(mapmodel.ID) (*mapmodel.Map, error)
	// Match finds the maps that hold words, Places where in a map they stand, the best place first. Both are called by Work.
	Match  func(library.Query) (library.Matches, error)
	Places func(mapmodel.ID, library.Query) ([]library.Place, error)
	// Work runs a function off the UI goroutine, Later one on it.
	Work, Later func(func())
	// After runs a function on the UI goroutine when a time has passed.
	After func(time.Duration, func())
	Now   func() time.Time
	// Shown tells which palette shows: look.Light, Dark or Contrast.
	Shown func() look.Mode

	OnOpen func(mapmodel.ID)
	// OnFound opens a map at a record of it.
	OnFound    func(id, record mapmodel.ID)
	OnTemplate func(index int)
	OnFile     func()
	OnRename   func(id mapmodel.ID, title string)
	OnBin      func(id mapmodel.ID, bin bool)
	OnDelete   func(id mapmodel.ID) // for ever
	OnPin      func(id mapmodel.ID, on bool)
	// OnDuplicate makes a map of its own of another.
	OnDuplicate func(id mapmodel.ID)
	// OnList is called by the buttons that choose between tiles and lines.
	OnList func(list bool)
	// List begins with the maps below each other, rather than as tiles.
	List bool
	// OnKey is given the keys that mean nothing here. It may be nil.
	OnKey func(*fyne.KeyEvent) bool
	// Hint makes what shows words in the status bar while the pointer or the keyboard is on something, HintOf what it says of a
	// command: its words and its key.
	Hint   func(what func() string) func(in bool)
	HintOf func(command string) string
	// OnChange is told when the focus moved or something else is shown, for menus and status bar.
	OnChange func()
}

// Home shows all maps. It belongs to the UI goroutine.
type Home struct {
	widget.BaseWidget
	p       Params
	shelf   shelf
	thumbs  *thumbs
	seeking *seeking
	header  fyne.CanvasObject
	search  *parts.Field
	scroll  *container.Scroll
	view    *view
	grid    *keys
	rename  *renaming
}

// New makes the view; it shows maps once it is given some.
func New(p Params) *Home {
	h := &Home{p: p, shelf: shelf{templates: len(p.Templates), list: p.List}}
	h.thumbs = newThumbs(p.Read, p.Work, p.Later)
	h.seeking = &seeking{h: h}
	h.shelf.clamp()
	h.view = newView(h)
	h.scroll = container.NewVScroll(h.view)
	h.scroll.OnScrolled = func(at fyne.Position) { h.view.scrolled(at.Y, h.scroll.Size().Height) }
	h.grid = newKeys(h)
	h.header = h.makeHeader()
	h.ExtendBaseWidget(h)
	return h
}

// SetMaps shows a fresh list.
func (h *Home) SetMaps(all []library.Summary) {
	h.shelf.set(all)
	h.changed(false)
	if h.shelf.query != "" {
		h.seeking.forget()
		h.seeking.again()
	}
}

// SetPins says which maps stand first.
func (h *Home) SetPins(pins map[mapmodel.ID]bool) {
	h.shelf.setPins(pins)
	h.changed(false)
}

// SetOrder chooses the order of the maps.
func (h *Home) SetOrder(order Order) {
	h.shelf.setOrder(order)
	h.changed(true)
}

// Order is the order of the maps.
func (h *Home) Order() Order { return h.shelf.order }

// ShowList shows the maps below each other, in lines, or as tiles again.
func (h *Home) ShowList(list bool) {
	if h.shelf.list == list {
		return
	}
	h.shelf.list = list
	h.changed(true)
	h.moved() // what has the focus stays in sight
}

// ShowsList tells whether the maps stand below each other.
func (h *Home) ShowsList() bool { return h.shelf.list }

// SetState shows the maps of today, or of the future, or, empty, all.
func (h *Home) SetState(state mapmodel.State) {
	h.shelf.setState(state)
	h.changed(true)
}

// Maps is the list as last set.
func (h *Home) Maps() []library.Summary { return h.shelf.all }

// Shown is what is shown of it, in order.
func (h *Home) Shown() []library.Summary {
	list := make([]library.Summary, len(h.shelf.shown))
	for i := range list {
		list[i] = *h.shelf.mapAt(i)
	}
	return list
}

// Focused is the map with the focus; false when a template or nothing has it.
func (h *Home) Focused() (library.Summary, bool) {
	m := h.shelf.focused()
	return m, !m.ID.IsZero()
}

// FocusOn puts the focus on a map, when it is shown.
func (h *Home) FocusOn(id mapmodel.ID) {
	h.shelf.focusOn(id)
	h.moved()
}

// Nothing is what is said where no map is shown; empty where one is.
func (h *Home) Nothing() string {
	if len(h.shelf.shown) > 0 {
		return ""
	}
	return h.nothing()
}

// ShowsBin tells whether the bin is shown instead of the maps.
func (h *Home) ShowsBin() bool { return h.shelf.bin }

// ShowBin shows the bin, or the maps again.
func (h *Home) ShowBin(bin bool) {
	if h.shelf.bin == bin {
		return
	}
	h.shelf.bin, h.shelf.at = bin, place{}
	h.shelf.filter()
	h.changed(true)
}

// Part is a part of home that can have the keyboard.
type Part uint8

// The parts.
const (
	OnNothing  Part = iota // no tile shows, or something beside the tiles has the keyboard
	OnMap                  // a map
	OnTemplate             // a template
	InSearch               // the field to search in
)

// Has is the part that has the keyboard.
func (h *Home) Has() Part {
	switch focused := h.p.Canvas.Focused(); {
	case focused == fyne.Focusable(h.search):
		return InSearch
	case focused != fyne.Focusable(h.grid):
		return OnNothing
	case h.shelf.at.template:
		return OnTemplate
	case !h.shelf.focused().ID.IsZero():
		return OnMap
	}
	return OnNothing
}

// Searches tells whether maps are looked for: then only those found show.
func (h *Home) Searches() bool { return h.shelf.query != "" }

// Counts are how many maps there are, and how many lie in the bin.
func (h *Home) Counts() (maps, bin int) { return h.shelf.count(false), h.shelf.count(true) }

// Focus takes the keyboard to the tiles.
func (h *Home) Focus() {
	h.p.Canvas.Focus(h.grid)
}

// FocusSearch takes the keyboard to the search field.
func (h *Home) FocusSearch() {
	h.p.Canvas.Focus(h.search)
	h.search.SelectAll()
}

// Search is the field to search in.
func (h *Home) Search() *parts.Field { return h.search }

// changed shows what the shelf has become; top takes the view back to its beginning.
func (h *Home) changed(top bool) {
	h.endRename(false)
	h.view.tools.show() // their widths are part of the geometry
	if top {
		h.scroll.Offset = fyne.Position{}
	}
	h.scroll.Refresh()
	h.view.scrolled(h.scroll.Offset.Y, h.scroll.Size().Height)
	h.view.arrange()
	h.told()
}

// moved shows where the focus has come to, and brings it into sight.
func (h *Home) moved() {
	g := h.view.geometry(h.view.Size().Width)
	at, size := g.box(h.shelf.at)
	top, high := h.scroll.Offset.Y, h.scroll.Size().Height
	const air = 16
	switch {
	case at.Y-air < top:
		top = at.Y - air
		if h.shelf.at.template || h.shelf.at.index < g.columns && !h.shelf.hasTemplates() {
			top = 0 // the heading above shall be seen too
		}
	case at.Y+size.Height+air > top+high:
		top = at.Y + size.Height + air - high
	}
	top = max(min(top, g.height-high), 0)
	if top != h.scroll.Offset.Y {
		h.scroll.ScrollToOffset(fyne.NewPos(0, top))
		h.view.scrolled(top, high) // the toolkit does not tell
	}
	h.view.arrange()
	h.told()
}

func (h *Home) openFocused() {
	if h.shelf.at.template {
		h.p.OnTemplate(h.shelf.at.index)
		return
	}
	switch m := h.shelf.focused(); {
	case m.ID.IsZero():
	case m.Bin:
		h.p.OnBin(m.ID, false)
	case h.shelf.query != "":
		h.seeking.open(m.ID)
	default:
		h.p.OnOpen(m.ID)
	}
}

// dress gives a tile what stands at a place.
func (h *Home) dress(t *tile, p place) {
	t.onTap = func() {
		h.shelf.at = p
		h.moved()
		h.openFocused()
	}
	t.onMenu = func(at fyne.Position) {
		h.shelf.at = p
		h.moved()
		h.popUpMenu(at)
	}
	t.onPin = nil
	if !p.template && !h.shelf.mapAt(p.index).Bin {
		id := h.shelf.mapAt(p.index).ID
		t.onPin = func() { h.p.OnPin(id, !h.shelf.pins[id]) }
	}
	t.show(h.face(p), h.shelf.at == p && (h.grid.focused || h.shelf.query != "")) // Enter in the search opens it, too
}

// picture gives a tile its picture, now or when it is made.
func (h *Home) picture(t *tile, p place) {
	scale := h.p.Canvas.Scale()
	name := picture{
		mode: h.p.Shown(), width: int((t.Size().Width-2)*scale + 0.5), height: int((t.pictureHeight()-1)*scale + 0.5),
	}
	if p.template {
		m := h.p.Templates[p.index].Map
		if m == nil {
			t.setPicture(name, nil)
			return
		}
		name.id = m.ID()
		t.setPicture(name, h.thumbs.of(name, m))
		return
	}
	if h.shelf.list {
		return // a line has none
	}
	m := h.shelf.mapAt(p.index)
	name.id, name.revision = m.ID, m.Revision
	t.wants = name
	img := h.thumbs.get(name, func(img *image.RGBA) {
		if t.wants == name {
			t.setPicture(name, img)
		}
	})
	t.setPicture(name, img)
}

// CreateRenderer implements fyne.Widget.
func (h *Home) CreateRenderer() fyne.WidgetRenderer {
	ground := parts.NewPanel(parts.PanelStyle{Fill: look.Canvas}, parts.Gap(0, 0))
	return &homeRenderer{h: h, ground: ground}
}

type homeRenderer struct {
	h      *Home
	ground fyne.CanvasObject
}

func (r *homeRenderer) Destroy() {}

func (r *homeRenderer) MinSize() fyne.Size { return fyne.NewSize(760, 400) }

func (r *homeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.h.scroll, r.h.grid, r.h.header}
}

func (r *homeRenderer) Layout(size fyne.Size) {
	const header = 64
	put := func(o fyne.CanvasObject, y, tall float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, tall))
	}
	put(r.h.header, 0, header)
	put(r.ground, header, size.Height-header)
	put(r.h.scroll, header, size.Height-header)
	r.h.grid.Move(fyne.NewPos(0, header))
	r.h.scroll.Refresh()
	r.h.view.scrolled(r.h.scroll.Offset.Y, r.h.scroll.Size().Height)
}

func (r *homeRenderer) Refresh() {
	r.h.view.arrange() // pictures in other colours
	r.ground.Refresh()
	r.h.header.Refresh()
	r.h.scroll.Refresh()
}
