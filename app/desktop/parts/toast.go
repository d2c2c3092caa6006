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
	role := look.Text
	if n.Problem {
		role = look.Error
	}
	row := []fyne.CanvasObject{NewText(n.Words, Type{Role: role, Cut: true})}
	if n.Action != "" {
		row = append(row, NewButton(ButtonParams{Label: n.Action, Kind: Outlined, Height: 28, OnTapped: func() {
			t.Clear()
			n.Do()
		}}))
	}
	content := Sized(Inset(Row(16, row...), 16, 0, 8+8*float32(1-min(len(row)-1, 1)), 0), 0, 44)
	t.now = NewPanel(PanelStyle{Fill: look.Surface, Border: look.Border, Radius: look.TileRadius}, content)
	t.show()
	if !n.Problem {
		t.after(ToastTime, func() {
			if t.turn == turn {
				t.Clear()
			}
		})
	}
}

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
		t.now, t.note = nil, Note{}
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
	least := r.t.now.MinSize()
	width := least.Width
	if words := fyne.MeasureText(r.t.note.Words, look.Body, fyne.TextStyle{}).Width; words > 0 {
		width += words
	}
	width = min(width, size.Width-32)
	lift := float32(16)
	if r.t.lift != nil {
		lift += r.t.lift()
	}
	place(r.t.now, whole((size.Width-width)/2), max(size.Height-least.Height-lift, 0), width, least.Height)
}

func (r *toastRenderer) Refresh() { r.Layout(r.t.Size()) }
