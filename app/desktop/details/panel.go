//go:build !nogui

// Package details is the panel that shows and alters every field of what is selected on the board.
package details

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// Params are what the panel is given.
type Params struct {
	Canvas fyne.Canvas
	Words  words.Language
	// Style draws the marks as the board does.
	Style *scene.Style
	Doc   *mapmodel.Document
	Desk  *mapmodel.Desk
	// Subject tells what is selected.
	Subject func() Subject
	// Number is the number that the board calls an opportunity by, 0 for none.
	Number func(mapmodel.ID) int
	// Commit ends the typing elsewhere before a field is altered.
	Commit func()
	// OnLeave gives the keyboard back, OnClose puts the panel away, OnWidth hears of another width.
	OnLeave, OnClose func()
	OnWidth          func(points float32)
	// OnGo shows a record on the board.
	OnGo func(mapmodel.ID)
	// Sentence says what went wrong.
	Sentence func(error) string
	// AskPicture asks for a picture file and hands over what is in it.
	AskPicture func(take func(name string, data []byte))
	// OnKey is given the keys that mean nothing here.
	OnKey func(*fyne.KeyEvent) bool
	// Hint shows words elsewhere while the pointer is on something.
	Hint func(what func() string) func(bool)
	// Work runs a function off the UI goroutine, Later one on it, After one on it when a time has passed.
	Work, Later func(func())
	After       func(time.Duration, func())
	// Width is the width at first, in points; 0 is the usual one.
	Width float32
}

// The panel's widths, in points.
const (
	leastWide, usualWide, mostWide = 280, 312, 560
	edge                           = 16 // between the panel's edges and its fields
)

// How long what is typed waits to become a change, and what is selected to be shown: neither is to cost the next keystroke.
const (
	typingPause = 300 * time.Millisecond
	unbroken    = time.Second // of typing without a pause, as on the board
	settleTime  = 60 * time.Millisecond
)

// Panel is the panel. It belongs to the UI goroutine.
type Panel struct {
	widget.BaseWidget
	p    Params
	wide float32

	subject Subject
	pinned  bool
	seen    *mapmodel.Map // what the form shows
	stale   bool          // something else is to be shown, and that is on its way
	turn    int           // of gathering, so that a slow one does not come over a later one
	form    *form         // nil where nothing is selected
	closed  bool

	title, place *parts.Text
	sign         *fyne.Container
	pin, closing *parts.Button
	head         *fyne.Container
	body         *fyne.Container
	scroll       *container.Scroll
	grip         *grip
	offers       *offers
	ground       fyne.CanvasObject
}

// New makes the panel of a map.
func New(p Params) *Panel {
	if p.Width == 0 {
		p.Width = usualWide
	}
	d := &Panel{p: p, wide: max(leastWide, min(p.Width, mostWide))}
	d.title = parts.NewText("", parts.Type{Size: look.Heading, Bold: true, Cut: true})
	d.place = parts.NewText("", parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true})
	d.sign = parts.Row(0)
	d.pin = d.tool(icons.Pin, words.DetailsPin, func() { d.Pin(!d.pinned) })
	d.closing = d.tool(icons.Close, words.DetailsClose, p.OnClose)
	d.head = parts.Column(0, parts.Row(8, d.sign, d.title, d.pin, d.closing), d.place)
	d.body = parts.Column(0)
	d.scroll = container.NewVScroll(d.body)
	d.offers = newOffers()
	d.grip = newGrip(d)
	d.ground = parts.NewPanel(parts.PanelStyle{Fill: look.Canvas}, &fyne.Container{})
	d.ExtendBaseWidget(d)
	p.Doc.Listen(func(mapmodel.Event) { d.Follow() })
	d.take()
	return d
}

func (d *Panel) say(key words.Key) string { return d.p.Words.Say(key, nil) }

func (d *Panel) tool(icon icons.Name, hint words.Key, do func()) *parts.Button {
	p := parts.ButtonParams{Icon: icon, Kind: parts.Flat, Height: 28, Name: d.say(hint), OnTapped: do}
	if d.p.Hint != nil {
		p.OnHover = d.p.Hint(func() string { return d.say(hint) })
	}
	b := parts.NewButton(p)
	b.OnEscape(d.leave)
	b.OnKey(d.p.OnKey)
	return b
}

// Close ends the panel's work; what is being typed is kept.
func (d *Panel) Close() {
	d.Commit()
	d.closed = true
}

// Commit keeps what is being typed.
func (d *Panel) Commit() {
	if d.form != nil {
		d.form.flush()
	}
}

// Follow has the panel show what is selected now, in a moment: it costs nothing to call it at every keystroke.
func (d *Panel) Follow() {
	if d.stale || d.closed {
		return
	}
	d.stale = true
	d.p.After(settleTime, func() {
		if d.stale && !d.closed {
			d.take()
		}
	})
}

// Settle shows at once what Follow would show in a moment.
func (d *Panel) Settle() {
	if d.stale && !d.closed {
		d.take()
	}
}

// many is the number of records from which on they are compared off the UI goroutine.
const many = 200

// take shows what is selected now.
func (d *Panel) take() {
	d.stale = false
	subject, m := d.subject, d.p.Doc.Map()
	if d.pinned && len(subject.records(m)) == 0 {
		d.pinned = false
		d.pin.SetOn(false)
	}
	if !d.pinned {
		subject = d.p.Subject()
	}
	if subject.same(d.subject) && m == d.seen {
		return
	}
	if !subject.same(d.subject) {
		d.Commit()
		m = d.p.Doc.Map()
	}
	d.turn++
	if len(subject.IDs) <= many {
		d.show(subject, gather(m, subject, d.kept(subject)))
		return
	}
	turn, keep := d.turn, d.kept(subject)
	d.p.Work(func() {
		found := gather(m, subject, keep)
		d.p.Later(func() {
			if turn == d.turn && !d.closed {
				d.show(subject, found)
			}
		})
	})
}

// kept is the field that has the keyboard: it does not go away under the hands.
func (d *Panel) kept(subject Subject) string {
	if d.form != nil && subject.same(d.subject) {
		return d.form.focused()
	}
	return ""
}

// gathered is what a form needs to know; it is gathered on any goroutine.
type gathered struct {
	m       *mapmodel.Map
	records []mapmodel.Record
	lines   [][]*mapmodel.Field
	values  map[string]shared
}

func gather(m *mapmodel.Map, s Subject, keep string) gathered {
	g := gathered{m: m, records: s.records(m), values: map[string]shared{}}
	if len(g.records) == 0 {
		return g
	}
	g.lines = arrange(m, s.Kind, g.records, keep)
	for _, l := range g.lines {
		for _, f := range l {
			g.values[f.Name] = sharedIn(m, f, g.records)
		}
	}
	return g
}

// show shows a subject: in the rows that are there, or, where it needs others, in new ones.
func (d *Panel) show(subject Subject, g gathered) {
	moved := !subject.same(d.subject)
	d.subject, d.seen = subject, g.m
	d.headline(g)
	if len(g.records) == 0 {
		d.form = nil
		hint := parts.Sentences(d.say(words.DetailsNothing), d.wide-2*edge)
		d.body.Objects = []fyne.CanvasObject{parts.Inset(hint, edge, 8, edge, edge)}
		d.body.Refresh()
		return
	}
	if d.form == nil || !d.form.holds(subject.Kind, g.lines) {
		again := ""
		if d.form != nil {
			again = d.form.focused()
		}
		d.form = newForm(d, subject.Kind, g)
		d.body.Objects = []fyne.CanvasObject{parts.Inset(d.form.box, edge, 0, edge, edge)}
		d.form.show(subject.IDs, g)
		d.body.Refresh()
		if again != "" && d.Focus(again) {
			return
		}
	} else {
		d.form.show(subject.IDs, g)
	}
	if moved {
		d.scroll.ScrollToTop()
	}
}

// headline says what is shown and where it stands.
func (d *Panel) headline(g gathered) {
	d.title.Set(d.titleOf(g))
	d.place.Set(d.placeOf(g))
	d.sign.Objects = nil
	if s := d.signOf(g); s != nil {
		d.sign.Objects = []fyne.CanvasObject{s}
	}
	d.sign.Hidden = len(d.sign.Objects) == 0
	d.head.Refresh()
}

// Focus takes the keyboard to a field by its name in the table of fields, or to the first one; false where it does not show.
func (d *Panel) Focus(name string) bool {
	d.Settle()
	if d.form == nil {
		d.p.Canvas.Focus(d.closing)
		return name == ""
	}
	for _, r := range d.form.rows {
		if r.f.Name == name || name == "" {
			d.p.Canvas.Focus(r.control.first())
			return true
		}
	}
	return false
}

// Has tells whether a control of the panel has the keyboard.
func (d *Panel) Has(focused fyne.Focusable) bool {
	if focused == nil {
		return false
	}
	if focused == fyne.Focusable(d.pin) || focused == fyne.Focusable(d.closing) || focused == fyne.Focusable(d.grip) {
		return true
	}
	return d.form != nil && d.form.has(focused)
}

// Field is the field that has the keyboard, by its name in the table of fields; empty where none has.
func (d *Panel) Field() string {
	if d.form == nil {
		return ""
	}
	return d.form.focused()
}

// Shown is what the panel is about.
func (d *Panel) Shown() Subject { return d.subject }

// Pinned tells whether it stays with what it shows.
func (d *Panel) Pinned() bool { return d.pinned }

// Pin has the panel stay with what it shows, or follow what is selected again.
func (d *Panel) Pin(on bool) {
	d.pinned = on && !d.subject.Empty()
	d.pin.SetOn(d.pinned)
	d.Follow()
}

// leave keeps what is typed and gives the keyboard back.
func (d *Panel) leave() {
	d.Commit()
	d.p.OnLeave()
}

// Width is the panel's width, in points.
func (d *Panel) Width() float32 { return d.wide }

// SetWidth makes the panel wider or narrower, within its bounds.
func (d *Panel) SetWidth(wide float32) {
	wide = max(leastWide, min(wide, mostWide))
	if wide == d.wide {
		return
	}
	d.wide = wide
	d.p.OnWidth(wide)
	d.seen = nil // what is drawn is drawn for a width
	d.Follow()
}

// SetStyle draws the marks anew.
func (d *Panel) SetStyle(s *scene.Style) {
	d.p.Style = s
	d.form, d.seen = nil, nil
	d.take()
}

// headHigh is the height of the panel's head, in points.
const headHigh = 64

// CreateRenderer implements fyne.Widget.
func (d *Panel) CreateRenderer() fyne.WidgetRenderer { return &panelRenderer{d} }

type panelRenderer struct{ d *Panel }

func (r *panelRenderer) Destroy() {}

func (r *panelRenderer) MinSize() fyne.Size { return fyne.NewSize(r.d.wide, 100) }

func (r *panelRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.d.ground, r.d.scroll, r.d.head, r.d.grip, r.d.offers}
}

func (r *panelRenderer) Layout(size fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(r.d.ground, 0, 0, size.Width, size.Height)
	put(r.d.head, edge, 12, size.Width-edge-8, headHigh-12)
	put(r.d.scroll, 1, headHigh, size.Width-1, size.Height-headHigh)
	put(r.d.grip, 0, 0, gripWide, size.Height)
}

func (r *panelRenderer) Refresh() { r.Layout(r.d.Size()) }
