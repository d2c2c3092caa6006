//go:build !nogui

package parts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

var (
	_ fyne.Focusable  = (*Chips)(nil)
	_ fyne.Tappable   = (*Chips)(nil)
	_ fyne.Accessible = (*Chips)(nil)
)

// Chips are words in rounded borders, to be taken away one by one, and a plus to add more. Left and Right walk along them, Delete
// takes the one they are on away, and Enter, or the first letter, asks for another.
type Chips struct {
	control
	words    []string
	add      string
	at       int // where Left and Right are: a chip, or the plus behind the last
	onRemove func(index int)
	onAdd    func(first string)
	onResize func()

	tree   []fyne.CanvasObject
	boxes  []chipBox // of the chips, and of the plus
	height float32
}

// chipBox is where a chip stands.
type chipBox struct{ x, y, wide float32 }

// The measures of chips, in points.
const (
	chipHigh  float32 = 24
	chipGap   float32 = 6
	chipPad   float32 = 10
	chipClose float32 = 20 // what the cross takes
)

// NewChips makes them; onAdd is asked for more, with the letter that asked for it, or none.
func NewChips(add string, onRemove func(index int), onAdd func(first string)) *Chips {
	c := &Chips{add: add, onRemove: onRemove, onAdd: onAdd, height: look.ControlHeight}
	c.ExtendBaseWidget(c)
	return c
}

// OnResize says what is done when the chips need another height.
func (c *Chips) OnResize(do func()) { c.onResize = do }

// Words are those shown.
func (c *Chips) Words() []string { return c.words }

// Display shows other words.
func (c *Chips) Display(words []string) {
	c.words = words
	c.at = min(c.at, len(words))
	c.rebuild()
}

// Tapped implements fyne.Tappable: on the cross of a chip it takes it away, on the plus it asks for more.
func (c *Chips) Tapped(event *fyne.PointEvent) {
	for i, b := range c.boxes {
		p := event.Position
		if p.X < b.x || p.X >= b.x+b.wide || p.Y < b.y-3 || p.Y >= b.y+chipHigh+3 {
			continue
		}
		switch c.at = i; {
		case i == len(c.words):
			c.onAdd("")
		case p.X >= b.x+b.wide-chipClose-4:
			c.onRemove(i)
		}
		return
	}
}

// FocusGained implements fyne.Focusable: the plus is what is mostly wanted.
func (c *Chips) FocusGained() {
	c.at = len(c.words)
	c.gain()
	c.rebuild()
}

// FocusLost implements fyne.Focusable.
func (c *Chips) FocusLost() {
	c.lose()
	c.rebuild()
}

// TypedRune implements fyne.Focusable.
func (c *Chips) TypedRune(r rune) {
	if r != ' ' {
		c.onAdd(string(r))
	}
}

// TypedKey implements fyne.Focusable.
func (c *Chips) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyLeft:
		c.at = max(c.at-1, 0)
	case fyne.KeyRight:
		c.at = min(c.at+1, len(c.words))
	case fyne.KeyHome:
		c.at = 0
	case fyne.KeyEnd:
		c.at = len(c.words)
	case fyne.KeyDelete:
		c.remove(c.at)
	case fyne.KeyBackspace:
		if c.at == len(c.words) {
			c.at--
		}
		c.remove(c.at)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.onAdd("")
		return
	default:
		c.pass(event)
		return
	}
	c.rebuild()
}

// here is the word the keyboard is on; all of them where it is on the plus, or elsewhere.
func (c *Chips) here() string {
	if c.focused && c.at < len(c.words) {
		return c.words[c.at]
	}
	return strings.Join(append(slices.Clone(c.words), c.add), ", ")
}

func (c *Chips) remove(index int) {
	c.at = max(c.at, 0)
	if index >= 0 && index < len(c.words) {
		c.onRemove(index)
	}
}

// Resize implements fyne.CanvasObject.
func (c *Chips) Resize(size fyne.Size) {
	if size != c.Size() {
		c.BaseWidget.Resize(size)
		c.rebuild()
	}
}

// rebuild sets the chips anew, in rows.
func (c *Chips) rebuild() {
	c.tree, c.boxes = nil, nil
	width := c.Size().Width
	x, y := float32(0), float32(4)
	put := func(wide float32) chipBox {
		if x > 0 && x+wide > width {
			x, y = 0, y+chipHigh+chipGap
		}
		b := chipBox{x, y, wide}
		c.boxes = append(c.boxes, b)
		x += wide + chipGap
		return b
	}
	for i, words := range c.words {
		label := NewText(words, Type{Size: look.Meta, Cut: true})
		wide := fyne.MeasureText(words, look.Meta, fyne.TextStyle{}).Width + 2 + chipPad + chipClose
		if width > 0 {
			wide = min(wide, width)
		}
		c.chip(put(wide), i, label, icons.Close)
	}
	label := NewText(c.add, Type{Size: look.Meta, Role: look.Accent})
	wide := fyne.MeasureText(c.add, look.Meta, fyne.TextStyle{}).Width + 2 + 18 + chipPad
	b := put(wide)
	plus := canvas.NewImageFromResource(look.Icon(icons.Plus, look.Accent))
	plus.FillMode = canvas.ImageFillContain
	place(plus, b.x+2, b.y+6, 12, 12)
	place(label, b.x+18, b.y, wide-18, chipHigh)
	c.tree = append(c.tree, plus, label)
	c.ring(b, len(c.words))
	if height := y + chipHigh + 4; height != c.height {
		c.height = height
		if c.onResize != nil {
			c.onResize()
		}
	}
	canvas.Refresh(c)
}

func (c *Chips) chip(b chipBox, i int, label *Text, sign icons.Name) {
	ground := newBox(look.Surface, look.Border, 1, chipHigh/2)
	place(ground, b.x, b.y, b.wide, chipHigh)
	place(label, b.x+chipPad, b.y, b.wide-chipPad-chipClose, chipHigh)
	cross := canvas.NewImageFromResource(look.Icon(sign, look.Secondary))
	cross.FillMode = canvas.ImageFillContain
	place(cross, b.x+b.wide-chipClose+2, b.y+7, 10, 10)
	c.tree = append(c.tree, ground.Rectangle, label, cross)
	c.ring(b, i)
}

// ring marks where the keyboard is.
func (c *Chips) ring(b chipBox, i int) {
	if !c.focused || c.at != i {
		return
	}
	ring := newBox("", look.Accent, look.FocusWidth, chipHigh/2+2)
	place(ring, b.x-2, b.y-2, b.wide+4, chipHigh+4)
	c.tree = append(c.tree, ring.Rectangle)
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Chips) AccessibilityLabel() string { return c.says(c.here()) }

// CreateRenderer implements fyne.Widget.
func (c *Chips) CreateRenderer() fyne.WidgetRenderer {
	c.rebuild()
	return &chipsRenderer{c}
}

type chipsRenderer struct{ c *Chips }

func (r *chipsRenderer) Destroy()                     {}
func (r *chipsRenderer) Layout(fyne.Size)             {}
func (r *chipsRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, r.c.height) }
func (r *chipsRenderer) Objects() []fyne.CanvasObject { return r.c.tree }

func (r *chipsRenderer) Refresh() {
	for _, o := range r.c.tree {
		o.Refresh()
	}
}
