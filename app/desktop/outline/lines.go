//go:build !nogui

package outline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

// lines is the toolkit's list with our keys: what is gone to is selected at once, on the board as well.
type lines struct {
	widget.List
	o *Outline
}

func newLines(o *Outline) *lines {
	l := &lines{o: o}
	l.Length = func() int { return len(o.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newLine() }
	l.UpdateItem = func(i widget.ListItemID, item fyne.CanvasObject) {
		if i < len(o.rows) {
			item.(*line).show(o.rows[i])
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		if !o.own { // by the mouse
			o.goTo(i)
		}
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// AccessibilityLabel implements fyne.Accessible: the outline, and the line that is gone to.
func (l *lines) AccessibilityLabel() string {
	title := l.o.p.Words.Say(words.OutlineTitle, nil)
	if said := l.o.At().Sentence; said != "" {
		return title + ": " + said
	}
	return title
}

// AccessibilityRole implements fyne.Accessible.
func (l *lines) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// FocusGained implements fyne.Focusable.
func (l *lines) FocusGained() {
	l.List.FocusGained()
	l.o.ring.Show()
}

// FocusLost implements fyne.Focusable.
func (l *lines) FocusLost() {
	l.List.FocusLost()
	l.o.ring.Hide()
}

// TypedKey implements fyne.Focusable.
func (l *lines) TypedKey(e *fyne.KeyEvent) {
	o := l.o
	page := max(int(l.Size().Height/lineHigh)-1, 1)
	switch e.Name {
	case fyne.KeyUp:
		o.goTo(o.at - 1)
	case fyne.KeyDown:
		o.goTo(o.at + 1)
	case fyne.KeyPageUp:
		o.goTo(o.at - page)
	case fyne.KeyPageDown:
		o.goTo(o.at + page)
	case fyne.KeyHome:
		o.goTo(0)
	case fyne.KeyEnd:
		o.goTo(len(o.rows) - 1)
	case fyne.KeyLeft:
		o.left()
	case fyne.KeyRight:
		o.right()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape:
		o.p.OnEnter()
	default:
		if o.p.OnKey != nil {
			o.p.OnKey(e)
		}
	}
}

// lineHigh is the height of a line with the gap below, in points.
const lineHigh = 28

// line shows one row. It tells what is read out of it to those who do not see it.
type line struct {
	widget.BaseWidget
	fold     *parts.Icon
	text     *parts.Text
	inset    *fyne.Container
	box      *fyne.Container
	sentence string
}

var (
	_ fyne.Accessible = (*line)(nil)
	_ fyne.Accessible = (*lines)(nil)
)

func newLine() *line {
	l := &line{}
	l.box = &fyne.Container{}
	l.show(Row{})
	l.ExtendBaseWidget(l)
	return l
}

// show dresses the line as a row.
func (l *line) show(r Row) {
	l.sentence = r.Sentence
	icon := icons.Down
	if r.Folded {
		icon = icons.Right
	}
	l.fold = parts.NewIcon(icon, look.Secondary, 12)
	l.fold.Hidden = !r.Folds
	set := parts.Type{Cut: true, Bold: r.Heading && r.Level == 0}
	if r.Heading && r.Level > 0 {
		set.Role = look.Secondary
	}
	l.text = parts.NewText(r.Text, set)
	left := 8 + 14*float32(r.Level)
	if !r.Folds {
		left += 16
	}
	l.inset = parts.Inset(parts.Row(4, l.fold, l.text), left, 2, 8, 2)
	l.box.Layout = fill{}
	l.box.Objects = []fyne.CanvasObject{l.inset}
	l.box.Refresh()
}

// fill gives an object all the room there is.
type fill struct{}

func (fill) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(64, lineHigh-4) }

func (fill) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (l *line) AccessibilityLabel() string { return l.sentence }

// AccessibilityRole implements fyne.Accessible.
func (l *line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (l *line) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.box) }
