//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/render/text"
)

var _ fyne.Accessible = (*Area)(nil)

// Area is several lines to type in. It is as high as its text; Enter makes a new line, and Tab goes on.
type Area struct {
	widget.Entry
	named
	onEscape func()
	// OnKey is given the function keys, which mean nothing here. It may be nil.
	OnKey func(*fyne.KeyEvent) bool
	// OnFocus is called when the focus comes, OnLeave when it goes elsewhere.
	OnFocus, OnLeave func()
	focused          bool
	caret            caret
	// OnCaret is called when the caret may have moved.
	OnCaret func()
	// OnWrap is called when it needs another height.
	OnWrap func()

	least, rows int // as high as so many lines: at the least, and now
}

// NewArea makes an empty area of at least so many lines, with words that say what to type.
func NewArea(placeholder string, lines int) *Area {
	a := &Area{least: lines, rows: lines}
	a.MultiLine = true
	a.Wrapping = fyne.TextWrapWord
	a.Scroll = fyne.ScrollNone
	a.PlaceHolder = placeholder
	a.ExtendBaseWidget(a)
	a.SetMinRowsVisible(lines)
	return a
}

// Resize implements fyne.CanvasObject.
func (a *Area) Resize(size fyne.Size) {
	anew := size.Width != a.Size().Width
	a.Entry.Resize(size)
	if anew {
		a.fit()
	}
}

// SetText sets the text.
func (a *Area) SetText(s string) {
	a.Entry.SetText(s)
	a.fit()
}

// mostRows is how many lines show at the most; longer texts scroll.
const mostRows = 16

// fit makes the area as high as its text: the toolkit's own would scroll it.
func (a *Area) fit() {
	size := a.Theme().Size(theme.SizeNameText)
	const slip = 2 // the toolkit may break a little earlier
	room := a.Size().Width - 2*a.Theme().Size(theme.SizeNameInnerPadding) - slip
	rows := a.least
	if room > 0 {
		rows = max(a.least, min(mostRows, len(text.Regular.Break(a.Text, float64(size), float64(room)))))
	}
	if rows == a.rows {
		return
	}
	a.rows = rows
	a.SetMinRowsVisible(rows)
	if a.OnWrap != nil {
		a.OnWrap()
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (a *Area) TypedShortcut(s fyne.Shortcut) {
	a.Entry.TypedShortcut(s)
	a.moved()
}

// AcceptsTab implements fyne.Tabbable: Tab goes to the next control.
func (a *Area) AcceptsTab() bool { return false }

// OnEscape says what the Escape key does.
func (a *Area) OnEscape(do func()) { a.onEscape = do }

// TypedKey implements fyne.Focusable.
func (a *Area) TypedKey(event *fyne.KeyEvent) {
	switch {
	case event.Name == fyne.KeyEscape && a.onEscape != nil:
		a.onEscape()
		return
	case functionKeys[event.Name]:
		if a.OnKey != nil {
			a.OnKey(event)
		}
		return
	}
	a.Entry.TypedKey(event)
	a.moved()
}

// TypedRune implements fyne.Focusable.
func (a *Area) TypedRune(r rune) {
	a.Entry.TypedRune(r)
	a.moved()
}

func (a *Area) moved() {
	a.fit()
	if a.OnCaret != nil {
		a.OnCaret()
	}
}

// Caret is where the caret's line begins and ends, in points from the upper edge.
func (a *Area) Caret() (top, bottom float32) {
	top = a.CursorPosition().Y
	return top, top + look.BodyLine
}

// MinSize implements fyne.CanvasObject, in whole points.
func (a *Area) MinSize() fyne.Size {
	least := a.Entry.MinSize()
	return fyne.NewSize(least.Width, ceil(least.Height))
}

// CreateRenderer implements fyne.Widget.
func (a *Area) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(a.Entry.CreateRenderer(), a.Theme, &a.focused)
}

// FocusGained implements fyne.Focusable.
func (a *Area) FocusGained() {
	a.focused = true
	a.Entry.FocusGained()
	a.caret.come(&a.Entry)
	if a.OnFocus != nil {
		a.OnFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (a *Area) FocusLost() {
	a.focused = false
	a.Entry.FocusLost()
	a.caret.leave(&a.Entry)
	if a.OnLeave != nil {
		a.OnLeave()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (a *Area) AccessibilityLabel() string { return a.says(a.Text) }

// AccessibilityRole implements fyne.Accessible.
func (a *Area) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Words is the text.
func (a *Area) Words() string { return a.Text }
