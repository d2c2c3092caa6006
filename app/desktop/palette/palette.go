//go:build !nogui

// Package palette finds a command or a place by a few of its letters, and does it or goes there.
package palette

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

// Entry is one thing to choose.
type Entry struct {
	// Group is the heading it stands under. Entries of a group follow each other.
	Group string
	// Offered is the heading it stands under while nothing is typed; empty for the same.
	Offered string
	Icon    icons.Name
	Words   string
	// Also are further words it is looked for by, which do not show.
	Also string
	// Hint says where it belongs: a menu, a stage.
	Hint string
	// Keys are the key that does the same, cap by cap.
	Keys []string
	// Disabled shows it and does nothing; Why says why not, in place of the hint.
	Disabled bool
	Why      string
	Do       func()
}

// Params are what the palette is given.
type Params struct {
	Canvas fyne.Canvas
	Words  words.Language
	// Entries are what is there at once: the commands, in the order they are shown while nothing is typed.
	Entries []Entry
	// More lists what grows with the map and the library. It is called once, by Work, and its entries are only looked through
	// there; nothing of it shows while nothing is typed. It may be nil.
	More func() []Entry
	// Work runs a function off the UI goroutine, Later one on it.
	Work, Later func(func())
	// OnClose is called when the palette has gone, before what was chosen is done.
	OnClose func()
}

// most is how many entries of More are shown.
const most = 50

// The measures, in points.
const (
	wide     float32 = 640
	top      float32 = 104
	inputTop float32 = 56
	footHigh float32 = 40
	radius   float32 = 10
	side     float32 = 20
	listMost float32 = 12*rowHigh + 3*headHigh
)

var (
	_ fyne.Tappable     = (*Palette)(nil)
	_ desktop.Hoverable = (*Palette)(nil)
)

// Palette is the layer it stands on: whatever happens beside it closes it.
type Palette struct {
	widget.BaseWidget
	p      Params
	field  *parts.Field
	input  fyne.CanvasObject
	count  *parts.Text
	list   *list
	clip   fyne.CanvasObject
	foot   fyne.CanvasObject
	places func() []Entry // what More gave, asked once, off the UI goroutine
	turn   int            // of the query, so that a slow answer does not come over a later one
	closed bool
}

// Show shows a palette over a canvas, ready to be typed in.
func Show(p Params) *Palette {
	b := &Palette{p: p, places: sync.OnceValue(p.More)}
	b.field = parts.NewField(p.Words.Say(words.CommandFind, nil))
	b.field.OnChanged = func(string) { b.look() }
	b.field.OnEnter = b.choose
	b.field.OnEscape(b.Close)
	b.field.OnArrow = b.step
	b.field.OnPage = func(by int) { b.step(by * 8) }
	b.input = container.NewThemeOverride(b.field, look.Bare{TextSize: 18})
	b.count = parts.NewText("", parts.Type{Size: look.Meta, Role: look.Secondary, Align: fyne.TextAlignTrailing})
	b.list = newList(func(i int) {
		b.list.mark(i)
		b.choose()
	})
	b.clip = container.NewClip(b.list)
	b.foot = b.makeFoot()
	b.ExtendBaseWidget(b)
	b.Resize(p.Canvas.Size())
	p.Canvas.Overlays().Add(b)
	p.Canvas.Focus(b.field)
	b.look()
	return b
}

// Query is what is typed.
func (b *Palette) Query() string { return b.field.Text }

// SetQuery types something else.
func (b *Palette) SetQuery(text string) { b.field.SetText(text) }

// Hits are what is shown, in order.
func (b *Palette) Hits() []Hit { return b.list.hits }

// Marked is the hit that Enter chooses; false when there is none.
func (b *Palette) Marked() (Hit, bool) { return b.list.marked() }

// look finds what was typed: commands at once, the rest elsewhere.
func (b *Palette) look() {
	b.turn++
	turn, query := b.turn, NewQuery(b.field.Text)
	hits, count := query.Find(b.p.Entries, len(b.p.Entries))
	regroup(hits)
	b.show(hits, count, len(b.p.Entries))
	if b.p.More == nil || query.Empty() {
		return
	}
	b.p.Work(func() {
		more := b.places()
		found, n := query.Find(more, most)
		regroup(found)
		all := len(b.p.Entries) + len(more)
		b.p.Later(func() {
			if turn == b.turn && !b.closed {
				b.show(join(hits, found), count+n, all)
			}
		})
	})
}

// regroup brings the entries of a group together, in the order of their best.
func regroup(hits []Hit) {
	var order []string
	by := map[string][]Hit{}
	for _, h := range hits {
		if by[h.Group] == nil {
			order = append(order, h.Group)
		}
		by[h.Group] = append(by[h.Group], h)
	}
	at := 0
	for _, group := range order {
		at += copy(hits[at:], by[group])
	}
}

// join sets commands before places, unless a place is what was written and no command that can be done is as near to it.
func join(commands, places []Hit) []Hit {
	nearest := scattered + 1
	for _, h := range commands {
		if !h.Disabled || h.class == exact {
			nearest = min(nearest, h.class)
		}
	}
	if len(places) > 0 && places[0].class < min(nearest, initials) {
		return append(places, commands...)
	}
	return append(commands, places...)
}

func (b *Palette) show(hits []Hit, count, all int) {
	b.list.show(hits, b.p.Words.Say(words.PaletteNothing, words.Args{"query": b.field.Text}))
	said := ""
	if b.field.Text != "" {
		said = b.p.Words.Say(words.PaletteCount, words.Args{"shown": count, "all": all})
	}
	b.count.SetRole(look.Secondary)
	b.count.Set(said)
	b.Refresh()
}

func (b *Palette) step(by int) {
	b.list.step(by)
	b.Refresh()
}

// choose does what is marked.
func (b *Palette) choose() {
	h, ok := b.list.marked()
	if !ok {
		return
	}
	if h.Disabled {
		b.refuse(h)
		return
	}
	b.Close()
	h.Do()
}

// refuse says why a hit cannot be done, where the number of hits stood.
func (b *Palette) refuse(h Hit) {
	if h.Why != "" {
		b.count.SetRole(look.Text)
		b.count.Set(h.Why)
		b.Refresh()
	}
}

// Said is what stands beside what is typed: how much is found, or why what was chosen cannot be done.
func (b *Palette) Said() string { return b.count.Words() }

// Close takes the palette away.
func (b *Palette) Close() {
	if b.closed {
		return
	}
	b.closed = true
	b.p.Canvas.Overlays().Remove(b)
	if b.p.OnClose != nil {
		b.p.OnClose()
	}
}

// Tapped implements fyne.Tappable: a click beside the palette closes it.
func (b *Palette) Tapped(e *fyne.PointEvent) {
	if x, y, w, h := b.box(b.Size()); e.Position.X < x || e.Position.X > x+w || e.Position.Y < y || e.Position.Y > y+h {
		b.Close()
		return
	}
	b.p.Canvas.Focus(b.field)
}

// MouseIn implements desktop.Hoverable: what lies below does not see the pointer.
func (b *Palette) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (b *Palette) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Palette) MouseOut() {}

func (b *Palette) makeFoot() fyne.CanvasObject {
	say := func(key words.Key) fyne.CanvasObject {
		return parts.NewText(b.p.Words.Say(key, nil), parts.Type{Size: look.Meta, Role: look.Secondary})
	}
	keycap := func(key words.Key) fyne.CanvasObject { return parts.Keycap(b.p.Words.Say(key, nil)) }
	kinds := say(words.PaletteKinds)
	row := parts.Row(6, parts.Keycap("↑"), parts.Keycap("↓"), say(words.PaletteChoose), parts.Gap(8, 1), keycap(words.KeyEnter), say(words.PaletteRun),
		parts.Gap(8, 1), keycap(words.KeyEscape), say(words.PaletteClose), parts.Spring(), kinds)
	return parts.Inset(parts.Fold(row, func(folded bool) {
		kinds.Show()
		if folded {
			kinds.Hide()
		}
	}), side, 0, side, 0)
}

// box is where the palette stands.
func (b *Palette) box(size fyne.Size) (x, y, w, h float32) {
	w = min(wide, size.Width-32)
	y = min(top, size.Height/8)
	h = inputTop + min(b.list.high(), listMost, max(size.Height-y-inputTop-footHigh-24, rowHigh)) + footHigh
	return float32(int((size.Width - w) / 2)), float32(int(y)), w, h
}

// CreateRenderer implements fyne.Widget.
func (b *Palette) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{
		b: b, scrim: parts.NewPanel(parts.PanelStyle{Fill: look.Scrim}, parts.Gap(0, 0)),
		ground: parts.NewPanel(parts.PanelStyle{Fill: look.Surface, Border: look.Border, Radius: radius, Shadow: true}, parts.Gap(0, 0)),
		lens:   parts.NewIcon(icons.Search, look.Secondary, 20),
		under:  parts.Rule(), over: parts.Rule(),
		base: parts.NewPanel(parts.PanelStyle{Fill: look.Canvas, Radius: radius - 1}, parts.Gap(0, 0)),
		lid:  parts.NewPanel(parts.PanelStyle{Fill: look.Canvas}, parts.Gap(0, 0)),
	}
	return r
}

// renderer holds the palette's pieces; base and lid are the foot's ground, round below and square above.
type renderer struct {
	b                      *Palette
	scrim, ground, lens    fyne.CanvasObject
	under, over, base, lid fyne.CanvasObject
}

func (r *renderer) Destroy() {}

func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(0, 0) }

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.scrim, r.ground, r.base, r.lid, r.lens, r.b.input, r.b.count, r.under, r.b.clip, r.over, r.b.foot}
}

func (r *renderer) Layout(size fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	x, y, w, h := r.b.box(size)
	put(r.scrim, 0, 0, size.Width, size.Height)
	put(r.ground, x, y, w, h)
	put(r.lens, x+side, y+(inputTop-20)/2, 20, 20)
	counted := r.b.count.MinSize()
	field := r.b.field.MinSize().Height
	put(r.b.input, x+side+24, y+(inputTop-field)/2, w-2*side-24-counted.Width-8, field)
	put(r.b.count, x+w-side-counted.Width, y+(inputTop-counted.Height)/2, counted.Width, counted.Height)
	put(r.under, x+1, y+inputTop-1, w-2, 1)
	foot := y + h - footHigh
	put(r.b.clip, x+1, y+inputTop, w-2, foot-y-inputTop)
	put(r.b.list, 0, 0, w-2, foot-y-inputTop)
	put(r.base, x+1, foot, w-2, footHigh-1)
	put(r.lid, x+1, foot, w-2, footHigh/2)
	put(r.over, x+1, foot, w-2, 1)
	put(r.b.foot, x, foot, w, footHigh)
}

func (r *renderer) Refresh() {
	r.Layout(r.b.Size())
	for _, o := range r.Objects() {
		if o != r.b.input {
			o.Refresh()
		}
	}
	r.b.input.Refresh()
}
