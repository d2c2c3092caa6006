//go:build !nogui

package details

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
)

// The measures of the list, in points, and how many lines it has at the most.
const (
	offerHigh, offerLow float32 = 44, 28 // of a line with two rows of words, and with one
	offersMost                  = 7
)

var (
	_ desktop.Mouseable = (*offers)(nil)
	_ desktop.Hoverable = (*offers)(nil)
)

// offers is the list below a line to type in. It takes no focus: the line keeps it.
type offers struct {
	widget.BaseWidget
	owner *offer // whose list shows; nil for none
	list  []said
	top   int // the first that shows
	at    int // the one marked, -1 for none
	tree  []fyne.CanvasObject
}

func newOffers() *offers {
	o := &offers{}
	o.ExtendBaseWidget(o)
	o.Hide()
	return o
}

func (o *offers) line() float32 {
	for _, s := range o.list {
		if s.about != "" {
			return offerHigh
		}
	}
	return offerLow
}

func (o *offers) shown() int { return min(len(o.list), offersMost) }

// show shows a list for a line.
func (o *offers) show(owner *offer, list []said) {
	if owner != o.owner {
		o.at = -1
	}
	o.owner, o.list, o.top = owner, list, 0
	o.at = min(o.at, len(list)-1)
	high := o.line()*float32(o.shown()) + 8
	at, wide := owner.d.placeFor(owner.field, high)
	o.Move(at)
	o.Resize(fyne.NewSize(wide, high))
	o.Show()
	o.rebuild()
}

// hide puts away the list of a line; false where it did not show.
func (o *offers) hide(owner *offer) bool {
	if o.owner != owner || owner == nil {
		return false
	}
	o.owner, o.list, o.at = nil, nil, -1
	o.Hide()
	return true
}

// step marks the next line, or the one before.
func (o *offers) step(by int) {
	o.at = max(-1, min(o.at+by, len(o.list)-1))
	o.top = max(0, min(o.top, o.at), o.at-offersMost+1)
	o.rebuild()
}

// choose takes the marked line; false where there is none.
func (o *offers) choose(owner *offer) bool {
	if o.owner != owner || o.at < 0 || o.at >= len(o.list) {
		return false
	}
	chosen := o.list[o.at]
	o.hide(owner)
	owner.take(chosen)
	return true
}

func (o *offers) lineAt(p fyne.Position) int {
	i := int((p.Y - 4) / o.line())
	if p.Y < 4 || i >= o.shown() {
		return -1
	}
	return o.top + i
}

// MouseDown implements desktop.Mouseable: here, since the line loses the keyboard by the click, and the list goes with it.
func (o *offers) MouseDown(e *desktop.MouseEvent) {
	owner := o.owner
	if o.at = o.lineAt(e.Position); owner == nil || o.at < 0 {
		return
	}
	o.choose(owner)
	owner.d.p.Later(func() { owner.d.p.Canvas.Focus(owner.field) })
}

// MouseUp implements desktop.Mouseable.
func (o *offers) MouseUp(*desktop.MouseEvent) {}

// MouseIn implements desktop.Hoverable.
func (o *offers) MouseIn(e *desktop.MouseEvent) { o.MouseMoved(e) }

// MouseOut implements desktop.Hoverable.
func (o *offers) MouseOut() {}

// MouseMoved implements desktop.Hoverable.
func (o *offers) MouseMoved(e *desktop.MouseEvent) {
	if i := o.lineAt(e.Position); i >= 0 && i != o.at {
		o.at = i
		o.rebuild()
	}
}

// rebuild draws the list.
func (o *offers) rebuild() {
	size, line := o.Size(), o.line()
	ground := canvas.NewRectangle(theme.Color(look.Surface))
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = theme.Color(look.Border), 1, look.ControlRadius
	ground.Shadow.Color = theme.Color(look.Shadow)
	ground.Shadow.BlurRadius, ground.Shadow.Offset = 12, fyne.NewPos(0, 3)
	ground.Resize(size)
	o.tree = []fyne.CanvasObject{ground}
	for i := range o.shown() {
		s, y := o.list[o.top+i], 4+float32(i)*line
		ink, second := look.Text, look.Secondary
		if o.top+i == o.at {
			ink, second = look.OnAccent, look.OnAccent
			mark := canvas.NewRectangle(theme.Color(look.Accent))
			mark.CornerRadius = 4
			mark.Move(fyne.NewPos(4, y))
			mark.Resize(fyne.NewSize(size.Width-8, line))
			o.tree = append(o.tree, mark)
		}
		o.words(s.text, parts.Type{Role: ink, Cut: true}, y+4, look.BodyLine)
		if s.about != "" {
			o.words(s.about, parts.Type{Size: look.Meta, Role: second, Cut: true}, y+4+look.BodyLine, look.MetaLine)
		}
	}
	canvas.Refresh(o)
}

func (o *offers) words(text string, set parts.Type, y, high float32) {
	t := parts.NewText(text, set)
	t.Move(fyne.NewPos(10, y))
	t.Resize(fyne.NewSize(o.Size().Width-20, high))
	o.tree = append(o.tree, t)
}

// CreateRenderer implements fyne.Widget.
func (o *offers) CreateRenderer() fyne.WidgetRenderer { return &offersRenderer{o} }

type offersRenderer struct{ o *offers }

func (r *offersRenderer) Destroy()                     {}
func (r *offersRenderer) Layout(fyne.Size)             {}
func (r *offersRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, 0) }
func (r *offersRenderer) Objects() []fyne.CanvasObject { return r.o.tree }

func (r *offersRenderer) Refresh() {
	for _, o := range r.o.tree {
		o.Refresh()
	}
}
