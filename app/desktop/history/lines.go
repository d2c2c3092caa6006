//go:build !nogui

package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/assets/icons"
)

// lines is the toolkit's list with our keys: what is gone to is shown on the board at once.
type lines struct {
	widget.List
	h *Panel
}

func newLines(h *Panel) *lines {
	l := &lines{h: h}
	l.Length = func() int { return len(h.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newLine() }
	l.UpdateItem = func(i widget.ListItemID, item fyne.CanvasObject) {
		if i < len(h.rows) {
			item.(*line).show(h.rows[i], h.rows[i].Sentence(h.p.Words))
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		if !h.own { // by the mouse
			h.Focus()
			h.goTo(i, 1)
			h.put(h.at)
		}
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained implements fyne.Focusable.
func (l *lines) FocusGained() {
	l.List.FocusGained()
	l.h.ring.Show()
}

// FocusLost implements fyne.Focusable.
func (l *lines) FocusLost() {
	l.List.FocusLost()
	l.h.ring.Hide()
}

// TypedRune implements fyne.Focusable.
func (l *lines) TypedRune(r rune) {
	if r == 'n' || r == 'N' {
		l.h.Name()
	}
}

// TypedKey implements fyne.Focusable.
func (l *lines) TypedKey(e *fyne.KeyEvent) {
	if !l.h.press(e.Name, max(int(l.Size().Height/lineHigh)-1, 1)) && l.h.p.OnKey != nil {
		l.h.p.OnKey(e)
	}
}

// Press does what a key means in the time line, wherever it was pressed; false where it means nothing here.
func (h *Panel) Press(key fyne.KeyName) bool { return h.press(key, page/50) }

func (h *Panel) press(key fyne.KeyName, screen int) bool {
	switch key {
	case fyne.KeyUp:
		h.goTo(h.at-1, -1)
	case fyne.KeyDown:
		h.goTo(h.at+1, 1)
	case fyne.KeyPageUp:
		h.goTo(h.at-screen, -1)
	case fyne.KeyPageDown:
		h.goTo(h.at+screen, 1)
	case fyne.KeyHome:
		h.goTo(0, 1)
	case fyne.KeyEnd:
		h.first()
	case fyne.KeyLeft:
		h.goToName(1)
	case fyne.KeyRight:
		h.goToName(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if h.enter = len(h.rows) == 0; !h.enter {
			h.p.OnRestore()
		}
	case fyne.KeyF2:
		h.Name()
	case fyne.KeyDelete:
		h.Unname()
	case fyne.KeyEscape:
		h.p.OnClose()
	default:
		return false
	}
	return true
}

// lineHigh is the height of a line with the gap below, in points.
const lineHigh = 28

// line shows one row. It tells what is read out of it to those who do not see it.
type line struct {
	widget.BaseWidget
	box      *fyne.Container
	sentence string
}

var _ fyne.Accessible = (*line)(nil)

func newLine() *line {
	l := &line{box: &fyne.Container{Layout: fill{}}}
	l.ExtendBaseWidget(l)
	return l
}

// show dresses the line as a row.
func (l *line) show(r Row, sentence string) {
	l.sentence = sentence
	var content fyne.CanvasObject
	switch r.Kind {
	case Day:
		content = parts.Inset(parts.Row(0, parts.NewText(r.Text, parts.Type{Bold: true})), 15, 2, 8, 2)
	case Named:
		content = parts.Inset(parts.Row(8, parts.NewIcon(icons.Pin, look.Accent, 14), parts.NewText(r.Text, parts.Type{Bold: true, Role: look.Accent, Cut: true})), 30, 2, 8, 2)
	case Marked:
		content = parts.Inset(parts.Row(8, parts.NewIcon(icons.Clock, look.Secondary, 14), parts.NewText(r.Text, parts.Type{Role: look.Secondary, Cut: true})), 30, 2, 8, 2)
	default:
		text := r.Text
		if r.Who != "" {
			text += " · " + r.Who
		}
		content = parts.Inset(parts.Row(10, parts.Sized(parts.NewText(r.Time, parts.Type{Size: look.Meta, Role: look.Secondary}), 34, 0), parts.NewText(text, parts.Type{Cut: true})), 15, 2, 8, 2)
	}
	l.box.Objects = []fyne.CanvasObject{content}
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
