//go:build !nogui

package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

var _ fyne.Accessible = (*Field)(nil)

// Field is a line to type in. Enter and Escape mean something.
type Field struct {
	widget.Entry
	named
	// OnEnter is called by Enter, OnEscape by Escape.
	OnEnter, onEscape func()
	// OnArrow is called by Up (-1) and Down (+1).
	OnArrow func(step int)
	// OnPage is called by PageUp (-1) and PageDown (+1).
	OnPage func(step int)
	// OnPaste is given what is pasted; what it takes, the field does not.
	OnPaste func(text string) bool
	// OnKey is given the function keys, which mean nothing here. It may be nil.
	OnKey func(*fyne.KeyEvent) bool
	// OnFocus is called when the focus comes, OnLeave when it goes elsewhere.
	OnFocus, OnLeave func()
	focused          bool
	caret            caret
}

// functionKeys mean nothing to what is typed in.
var functionKeys = map[fyne.KeyName]bool{
	fyne.KeyF1: true, fyne.KeyF2: true, fyne.KeyF3: true, fyne.KeyF4: true, fyne.KeyF5: true, fyne.KeyF6: true,
	fyne.KeyF7: true, fyne.KeyF8: true, fyne.KeyF9: true, fyne.KeyF10: true, fyne.KeyF11: true, fyne.KeyF12: true,
}

// NewField makes an empty field with words that say what to type.
func NewField(placeholder string) *Field {
	f := &Field{}
	f.Wrapping = fyne.TextWrapOff
	f.Scroll = fyne.ScrollVerticalOnly // the caret is followed to the sides as well, without a bar across the words
	f.PlaceHolder = placeholder
	f.ExtendBaseWidget(f)
	return f
}

// NewSearchField makes a field with a lens before and a key's name behind.
func NewSearchField(placeholder, key string) *Field {
	f := NewField(placeholder)
	f.Icon = look.Icon(icons.Search, look.Placeholder)
	if key != "" {
		f.ActionItem = &fyne.Container{Layout: roomy{f}, Objects: []fyne.CanvasObject{Inset(Row(0, Keycap(key)), 0, 0, 8, 0)}}
	}
	return f
}

// roomy shows a key's name in a field that has room for it behind the words that say what to type.
type roomy struct{ f *Field }

func (r roomy) fits(o []fyne.CanvasObject) bool {
	const lens, air = 24, 24
	words := fyne.MeasureText(r.f.PlaceHolder, look.Body, fyne.TextStyle{}).Width
	return r.f.Size().Width >= lens+words+air+o[0].MinSize().Width
}

// MinSize implements fyne.Layout.
func (r roomy) MinSize(o []fyne.CanvasObject) fyne.Size {
	if !r.fits(o) {
		return fyne.NewSize(0, o[0].MinSize().Height)
	}
	return o[0].MinSize()
}

// Layout implements fyne.Layout.
func (r roomy) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if o[0].Hide(); r.fits(o) {
		o[0].Show()
	}
	place(o[0], 0, 0, size.Width, size.Height)
}

// TypedKey implements fyne.Focusable.
func (f *Field) TypedKey(event *fyne.KeyEvent) {
	if functionKeys[event.Name] {
		if f.OnKey != nil {
			f.OnKey(event)
		}
		return
	}
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if f.OnEnter != nil {
			f.OnEnter()
			return
		}
	case fyne.KeyEscape:
		if f.onEscape != nil {
			f.onEscape()
			return
		}
	case fyne.KeyUp, fyne.KeyDown:
		if f.OnArrow != nil {
			f.OnArrow(stepOf(event.Name == fyne.KeyDown))
			return
		}
	case fyne.KeyPageUp, fyne.KeyPageDown:
		if f.OnPage != nil {
			f.OnPage(stepOf(event.Name == fyne.KeyPageDown))
			return
		}
	}
	f.Entry.TypedKey(event)
}

// TypedShortcut implements fyne.Shortcutable.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && f.OnPaste != nil && paste.Clipboard != nil && f.OnPaste(paste.Clipboard.Content()) {
		return
	}
	f.Entry.TypedShortcut(s)
}

// Lines is the number of lines of a text that hold a word.
func Lines(text string) int {
	n := 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			n++
		}
	}
	return n
}

func stepOf(down bool) int {
	if down {
		return 1
	}
	return -1
}

// OnEscape says what the Escape key does.
func (f *Field) OnEscape(do func()) { f.onEscape = do }

// MinSize implements fyne.CanvasObject. The toolkit's own has parts of points, which would leave all below it unsharp.
func (f *Field) MinSize() fyne.Size {
	least := f.Entry.MinSize()
	return fyne.NewSize(least.Width, max(ceil(least.Height), look.FieldHeight))
}

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(f.Entry.CreateRenderer(), f.Theme, &f.focused)
}

// FocusGained implements fyne.Focusable.
func (f *Field) FocusGained() {
	f.focused = true
	f.Entry.FocusGained()
	f.caret.come(&f.Entry)
	if f.OnFocus != nil {
		f.OnFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (f *Field) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	f.caret.leave(&f.Entry)
	if f.OnLeave != nil {
		f.OnLeave()
	}
}

// SelectAll marks the whole text, so that typing replaces it.
func (f *Field) SelectAll() { f.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Name is what the field is for: what it was told, or else the words that say what to type.
func (f *Field) Name() string {
	if f.name == "" {
		return f.PlaceHolder
	}
	return f.name
}

// AccessibilityLabel implements fyne.Accessible.
func (f *Field) AccessibilityLabel() string { return (&named{f.Name()}).says(f.Text) }

// AccessibilityRole implements fyne.Accessible.
func (f *Field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Words is the text.
func (f *Field) Words() string { return f.Text }
