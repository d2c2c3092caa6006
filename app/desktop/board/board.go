//go:build !nogui

// Package board is the map on the screen: one widget that paints a scene and
// edits the map under it.
package board

import (
	"image"
	"math"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
	"footpath/render/text"
)

// Params is what a board stands on. Doc, Desk, Words and Style must be there.
type Params struct {
	Doc  *mapmodel.Document
	Desk *mapmodel.Desk
	// Words is the language of the window; the map's own language governs the
	// words on the map.
	Words words.Language
	// Style is scene.ScreenLight or scene.ScreenDark.
	Style *scene.Style
	// Ahead, unless nil, is Doc's map laid out beforehand; its style then takes the place of Style.
	Ahead *Ahead
	// OnStatus hears what the board is doing.
	OnStatus func(Status)
	// OnSelect hears that something else is selected, or that the map has changed.
	OnSelect func()
	// OnNotice hears what is to be told: a sentence; undo is true when it is
	// about a change that undo takes back.
	OnNotice func(sentence string, undo bool)
	// OnPaste shows a large table before it is pasted; do pastes it. Nil pastes at once.
	OnPaste func(p edit.Pasting, do func())
	// OnDetails is asked for the panel of the selected card.
	OnDetails func()
	// OnMenu is asked for the menu of a spot, at a place of the window: the second mouse button was pressed there.
	OnMenu func(spot edit.Spot, at fyne.Position)
	// OnFree hears of an Escape that had nothing to let go of. It may be nil.
	OnFree func()
	// OnKey gets the keys that mean nothing here: F1, F11 and the like are the
	// window's. It may be nil.
	OnKey func(*fyne.KeyEvent)
	// Scale tells how many pixels of the display a point has; nil asks the
	// driver, which knows only once the board has been painted.
	Scale func() float32
	// Later runs a function on the UI goroutine; nil is fyne.Do.
	Later func(func())
	// Clock is the time typing is measured by; nil is the real one.
	Clock edit.Clock
	// Mods tells which modifiers are held; nil asks the driver.
	Mods func() fyne.KeyModifier
	// Clipboard is nil for the system's.
	Clipboard edit.Clipboard
	// ReadOnly lets nothing be selected or altered: the map is only looked at. Keys go to OnKey.
	ReadOnly bool
	// Synchronous paints everything at once on the calling goroutine, for
	// tests.
	Synchronous bool
}

// Board is the widget. It belongs to the UI goroutine. Nothing clips a
// widget's children: place Board.Clip() in the window, never the board itself.
type Board struct {
	widget.BaseWidget
	p    Params
	edit *edit.Editor
	clip *container.Clip

	layouter *scene.Layouter
	ready    bool   // the layouter has laid the map out before
	tongue   string // the languages the layouter speaks
	laid     *mapmodel.Map
	laidOn   scene.Sheet // what it was laid out on
	page     *scene.Page
	frame    frame

	view    view
	sprites map[spriteKey]*sprite
	spare   []*sprite
	round   int
	gallery *gallery
	missing int
	zooming bool
	rest    edit.Timer
	plain   bool // the next frame is the first at this size: it is all sharp
	far     bool
	bars    *canvas.Raster
	barsImg *image.RGBA

	ground                    *ground
	cells, lanes, heads, head *layer
	corner                    *layer
	chips                     *layer
	inbox                     *layer
	dockClip                  *container.Clip
	dock                      dock
	chipsAt, chipsFoot        float64 // where the personas begin, and where they end below, in points of the view
	marks                     *marks
	found                     *Found       // what a search highlights; nil for nothing
	asks                      []asked      // what empty lanes ask
	columns                   int          // how many there are
	past                      *Past        // what an earlier moment marks; nil for nothing
	away                      bool         // the map is being laid out elsewhere
	altered                   int          // records, since it was laid out
	sieve                     *scene.Sieve // which cards a filter lets stand out; nil for all

	breaks  bool // Enter begins a new line
	mouse   mouse
	focused bool
	shown   edit.Spot
	status  Status
	closed  bool
}

var (
	_ fyne.Widget         = (*Board)(nil)
	_ fyne.Focusable      = (*Board)(nil)
	_ fyne.Tabbable       = (*Board)(nil)
	_ fyne.Shortcutable   = (*Board)(nil)
	_ fyne.Scrollable     = (*Board)(nil)
	_ fyne.Draggable      = (*Board)(nil)
	_ desktop.Mouseable   = (*Board)(nil)
	_ desktop.Keyable     = (*Board)(nil)
	_ desktop.Cursorable  = (*Board)(nil)
	_ desktop.Hoverable   = (*Board)(nil)
	_ fyne.Accessible     = (*Board)(nil)
	_ fyne.WidgetRenderer = (*renderer)(nil)
)

// largeMap is the number of cards above which the first layout is not made on
// the UI goroutine, and the number of records altered at once above which the
// next is not.
const largeMap = 1500

// New makes the board of an open map.
func New(p Params) *Board {
	if p.Later == nil {
		p.Later = fyne.Do
	}
	if p.Clock == nil {
		p.Clock = wallClock{p.Later}
	}
	if p.Mods == nil {
		p.Mods = HeldNow
	}
	if p.Clipboard == nil {
		p.Clipboard = systemClipboard{}
	}
	b := &Board{p: p, sprites: map[spriteKey]*sprite{}, plain: true}
	b.use(p.Ahead)
	p.Style = b.p.Style
	b.view.device = 1
	b.gallery = newGallery(p.Later, b.refresh, p.Synchronous)
	b.ground = newGround()
	b.cells, b.lanes, b.heads = newLayer(), newLayer(), newLayer()
	b.head, b.chips, b.corner = newLayer(), newLayer(), newLayer()
	b.inbox = newLayer()
	b.dockClip = container.NewClip(b.inbox.box)
	b.bars = canvas.NewRaster(b.drawBars)
	b.bars.Hide()
	b.marks = newMarks(b)
	p.Doc.Listen(func(e mapmodel.Event) { b.altered += len(e.Change.Edits) })
	b.edit = edit.New(edit.Params{
		Doc: p.Doc, Desk: p.Desk, Clock: p.Clock, Clipboard: p.Clipboard,
		Stops: text.Graphemes, Lines: lines{b}, LaneName: b.laneName,
		ReadDate:  func(text string) (string, bool) { return b.p.Words.ReadDate(text) },
		WriteDate: func(iso string) string { return b.p.Words.ShortDate(iso) },
		Head:      b.headLines,
		Hidden:    b.hidden, Changed: b.changed, Tell: b.tell, Ask: p.OnPaste, Details: b.details, Free: p.OnFree,
	})
	b.clip = container.NewClip(b)
	b.ExtendBaseWidget(b)
	b.wear()
	return b
}

// Clip is the board as it is placed in a window.
func (b *Board) Clip() fyne.CanvasObject { return b.clip }

// Close ends the typing, keeping the words, and stops the workers.
func (b *Board) Close() {
	b.edit.Close()
	b.closed = true
	b.gallery.close()
}

// SetStyle shows the map in another style.
func (b *Board) SetStyle(s *scene.Style) {
	b.p.Style = s
	b.restyle()
	b.changed()
}

// SetWords speaks another language from now on.
func (b *Board) SetWords(l words.Language) {
	b.p.Words = l
	b.restyle()
	b.changed()
}

func (b *Board) restyle() {
	b.layouter, b.laid, b.tongue = nil, nil, ""
	b.wear()
}

// wear takes the colours of the style.
func (b *Board) wear() {
	b.gallery.turn()
	b.marks.restyle()
}

// MinSize is small: the window decides.
func (b *Board) MinSize() fyne.Size { return fyne.NewSize(64, 64) }

// Resize implements fyne.CanvasObject.
func (b *Board) Resize(s fyne.Size) {
	if s == b.Size() {
		return
	}
	seen := b.seesSelected()
	b.BaseWidget.Resize(s)
	b.view.size, b.plain = s, true
	if seen {
		b.bring(b.edit.Cursor()) // a bar or a panel may have come to lie over it
	}
	b.refresh()
}

// changed is called when the map, the selection or the typing has changed.
func (b *Board) changed() {
	if b.closed || b.edit == nil {
		return
	}
	b.arrange()
	if b.page == nil {
		return
	}
	b.follow()
	b.refresh()
	b.tellStatus()
	if b.p.OnSelect != nil {
		b.p.OnSelect()
	}
}

// arrange lays the map out as it is now. The first layout of a large map is
// made elsewhere, nil page until then; and so is that after a change of very
// much.
func (b *Board) arrange() {
	m, sheet := b.edit.View(), b.sheet()
	if b.laid == m && b.laidOn == sheet || b.away {
		return
	}
	if tongue := tongueOf(m, b.p.Words); b.layouter == nil || b.tongue != tongue {
		b.tongue = tongue
		b.layouter = scene.NewLayouter(b.p.Style, screenWords(m, b.p.Words))
	}
	much := b.altered > largeMap || m.CardCount() > largeMap && (b.page == nil && !b.ready || b.widens(sheet))
	b.altered = 0
	if much && !b.p.Synchronous {
		b.arrangeAway(m, sheet)
		return
	}
	b.laidOn = sheet
	b.take(m, b.layouter.Layout(m, sheet))
}

// sheet is what the map is laid out on now: as wide as what is in sight, and where it can be edited with a place for all that the
// header can say, wherever the keyboard is, so that nothing moves when it comes and goes.
func (b *Board) sheet() scene.Sheet {
	s := scene.Sheet{Width: b.wide(), Share: b.share(), Asks: !b.p.ReadOnly, Sieve: b.sieve}
	if id := b.edit.Cursor().ID; b.hides() && b.fades(id) {
		s.Spared = id
	}
	if t, ok := b.edit.Typing(); ok && t.Spot.Kind == edit.HeadField {
		s.Typed = scene.Typed{Field: t.Spot.Field, Text: t.Text}
	}
	return s
}

// wide is the width in sight, for the header; it goes by steps, so that a window
// being resized is not laid out anew at every pixel.
func (b *Board) wide() float64 {
	const step = 8
	return math.Floor(b.view.width()/step) * step
}

// share is the width that few columns share: that of the window, whatever the zoom, so that a zoom moves no word. It goes by
// larger steps, since all cards are laid out anew at each. What is scrolled to has some air beside it, and that is left too: else
// the last column would move the first under the lanes' heads.
func (b *Board) share() float64 {
	const step = 32
	return math.Floor((float64(b.view.size.Width)-air)/step) * step
}

// widens tells whether all columns get another width on a sheet.
func (b *Board) widens(sheet scene.Sheet) bool {
	width := b.p.Style.ColumnWidth
	return width(b.columns, b.laidOn.Share) != width(b.columns, sheet.Share)
}

// arrangeAway lays the map out on another goroutine, one at a time; what is in sight stays until it is done.
func (b *Board) arrangeAway(m *mapmodel.Map, sheet scene.Sheet) {
	b.laidOn, b.away = sheet, true
	layouter := b.layouter
	go func() {
		out := layouter.Layout(m, sheet)
		b.p.Later(func() {
			b.away = false
			if !b.closed && b.layouter == layouter { // no other style was chosen meanwhile
				b.take(m, out)
			}
			b.changed()
		})
	}()
}

func (b *Board) take(m *mapmodel.Map, s *scene.Scene) {
	b.laid, b.page = m, s.Pages[0]
	b.columns = len(b.page.Grid.Columns)
	style := b.p.Style
	b.frame = frame{left: style.LaneW, head: style.Header, top: style.Stage}
	for _, g := range b.page.Back {
		if g.Group.Role == scene.HeaderRole && !g.Group.ID.IsZero() && g.Group.Field == "" {
			b.frame.head = g.Group.Size.Y
		}
	}
	for _, g := range b.page.Back {
		switch g.Group.Role {
		case scene.StageRole, scene.StepRole:
			b.frame.top = max(b.frame.top, g.At.Y+g.Group.Size.Y-b.frame.head)
		}
	}
	if rows := b.page.Grid.Rows; len(rows) > 0 {
		b.frame.top = rows[0].Y - b.frame.head
	}
	b.asks = asksOf(m, &b.page.Grid, style)
	b.settleDock()
	b.view.clamp(b.extent())
}

// refresh paints what is in sight.
func (b *Board) refresh() {
	if b.closed || b.view.size.Width < 1 || b.view.size.Height < 1 {
		return
	}
	b.arrange()
	if b.page == nil {
		return
	}
	b.measure()
	b.settleDock()
	b.view.clamp(b.extent())
	b.sync()
}

// measure asks how fine the display is.
func (b *Board) measure() {
	scale := float32(0)
	if b.p.Scale != nil {
		scale = b.p.Scale()
	} else if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		scale = c.Scale()
	}
	if scale > 0 && scale != b.view.device {
		b.view.device = scale
		b.gallery.turn()
	}
}

func (b *Board) now() time.Time { return time.Now() }

// CreateRenderer implements fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{b, append(b.ground.objects(), b.cells.box, b.bars, b.lanes.box, b.heads.box, b.corner.box, b.head.box, b.chips.box, b.dockClip, b.marks.ghost)}
}

// renderer holds the layers; the board itself does the work.
type renderer struct {
	b       *Board
	objects []fyne.CanvasObject
}

// Destroy implements fyne.WidgetRenderer.
func (r *renderer) Destroy() {}

// Layout implements fyne.WidgetRenderer.
func (r *renderer) Layout(s fyne.Size) { r.b.ground.lay(s, r.b.p.Style) }

// MinSize implements fyne.WidgetRenderer.
func (r *renderer) MinSize() fyne.Size { return r.b.MinSize() }

// Objects implements fyne.WidgetRenderer.
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// Refresh implements fyne.WidgetRenderer. The board refreshes single objects
// by itself: refreshing it as a whole would free every texture.
func (r *renderer) Refresh() { r.b.refresh() }

// wallClock is the real time.
type wallClock struct{ later func(func()) }

// Now implements edit.Clock.
func (wallClock) Now() time.Time { return time.Now() }

// After implements edit.Clock.
func (c wallClock) After(d time.Duration, f func()) edit.Timer {
	t := &wallTimer{}
	t.timer = time.AfterFunc(d, func() {
		c.later(func() {
			if !t.stopped() {
				f()
			}
		})
	})
	return t
}

// wallTimer can be stopped even while its call waits for the UI goroutine.
type wallTimer struct {
	timer *time.Timer
	mu    sync.Mutex
	off   bool
}

// Stop implements edit.Timer.
func (t *wallTimer) Stop() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	was := t.off
	t.off = true
	return t.timer.Stop() && !was
}

func (t *wallTimer) stopped() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.off
}

// systemClipboard is the toolkit's.
type systemClipboard struct{}

// Content implements edit.Clipboard.
func (systemClipboard) Content() string { return fyne.CurrentApp().Clipboard().Content() }

// SetContent implements edit.Clipboard.
func (systemClipboard) SetContent(s string) { fyne.CurrentApp().Clipboard().SetContent(s) }

// HeldNow asks the driver which modifiers are held.
func HeldNow() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
