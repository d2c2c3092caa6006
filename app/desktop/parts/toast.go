//go:build !nogui

package parts

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
)

// ToastTime is how long a toast stays.
const ToastTime = 6 * time.Second

// Note is what a toast says: a sentence, and perhaps what can still be done about it.
type Note struct {
	Words  string
	Action string // the button's label; empty for none
	Do     func()
	// Last says that it is about the last change, which the action takes back: the next change ends it, and so does the next view.
	Last bool
	// Problem marks what went wrong. It stays until the next note or the button.
	Problem bool
}

// Toasts is the layer that shows one note at a time, at the lower edge. It covers nothing and waits for nobody.
type Toasts struct {
	widget.BaseWidget
	now   fyne.CanvasObject // nil when nothing is said
	act   *Button           // of what is said; nil for none
	wide  float32           // the width of the layer that it is set for
	note  Note
	turn  int // of the note, so that an old timer does not take away a new one
	after func(time.Duration, func())
	lift  func() float32 // how far above the edge it stands; nil for no further
}

// NewToasts makes the layer. after calls a function on the UI goroutine when a time has passed.
func NewToasts(after func(time.Duration, func())) *Toasts {
	t := &Toasts{after: after}
	t.ExtendBaseWidget(t)
	return t
}

// Lift says what stands at the lower edge and is not to be covered: its height in points, asked whenever a note is shown.
func (t *Toasts) Lift(by func() float32) { t.lift = by }

// Say shows a note.
func (t *Toasts) Say(n Note) {
	t.note = n
	t.turn++
	turn := t.turn
	t.act = nil
	if n.Action != "" {
		t.act = NewButton(ButtonParams{Label: n.Action, Kind: Outlined, Height: 28, OnTapped: func() {
			t.Clear()
			n.Do()
		}})
	}
	t.set()
	t.show()
	if !n.Problem {
		t.after(ToastTime, func() {
			if t.turn == turn {
				t.Clear()
			}
		})
	}
}

// The measures of a toast, in points: how wide it is at the most, the air at its edges, and that between words and button.
const (
	toastMost  float32 = 720
	toastSide  float32 = 16
	toastAir   float32 = 12
	toastRight float32 = 8 // beside a button
)

// set sets what is said in as many lines as the width of the layer asks for.
func (t *Toasts) set() {
	t.wide = t.Size().Width
	set := Type{}
	if t.note.Problem {
		set.Role = look.Error
	}
	right, beside := toastSide, float32(0)
	if t.act != nil {
		right, beside = toastRight, toastSide+t.act.MinSize().Width
	}
	words := fyne.MeasureText(t.note.Words, look.Body, fyne.TextStyle{}).Width + 3 // the breaking needs a little more
	room := min(words, max(min(toastMost, t.wide-2*toastSide)-toastSide-right-beside, 1))
	row := Row(toastSide, Sized(Lined(t.note.Words, set, room, toastLines), room, 0))
	if t.act != nil {
		row.Objects = append(row.Objects, t.act)
	}
	content := Sized(Inset(row, toastSide, toastAir, right, toastAir), 0, 44)
	if t.act != nil && len(Break(t.note.Words, set, room, toastLines)) == 1 { // the button is higher than the line
		content = Sized(Inset(row, toastSide, 0, right, 0), 0, 44)
	}
	t.now = NewPanel(PanelStyle{Fill: look.Surface, Border: look.Border, Radius: look.TileRadius}, content)
}

// toastLines is how many lines a toast has at the most.
const toastLines = 6

// Note is what is said now; the zero Note when nothing is.
func (t *Toasts) Note() Note { return t.note }

// Changed ends a note about what was the last change.
func (t *Toasts) Changed() {
	if t.note.Last {
		t.Clear()
	}
}

// Clear takes away what is said.
func (t *Toasts) Clear() {
	t.turn++
	if t.now != nil {
		t.now, t.act, t.note = nil, nil, Note{}
		t.show()
	}
}

// show lays the note out and asks for a frame: what is new to the canvas cannot.
func (t *Toasts) show() {
	t.Refresh()
	canvas.Refresh(t)
}

// CreateRenderer implements fyne.Widget.
func (t *Toasts) CreateRenderer() fyne.WidgetRenderer { return &toastRenderer{t: t} }

type toastRenderer struct{ t *Toasts }

func (r *toastRenderer) Destroy() {}

func (r *toastRenderer) MinSize() fyne.Size { return fyne.NewSize(0, 0) }

func (r *toastRenderer) Objects() []fyne.CanvasObject {
	if r.t.now == nil {
		return nil
	}
	return []fyne.CanvasObject{r.t.now}
}

func (r *toastRenderer) Layout(size fyne.Size) {
	if r.t.now == nil {
		return
	}
	if size.Width != r.t.wide {
		r.t.set()
	}
	least := r.t.now.MinSize()
	width := min(least.Width, size.Width-2*toastSide)
	lift := float32(16)
	if r.t.lift != nil {
		lift += r.t.lift()
	}
	place(r.t.now, whole((size.Width-width)/2), max(size.Height-least.Height-lift, 0), width, least.Height)
}

func (r *toastRenderer) Refresh() { r.Layout(r.t.Size()) }
