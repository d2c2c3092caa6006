//go:build !nogui

package parts

import "fyne.io/fyne/v2"

// focus is what every control does with the keyboard beside its own work: it shows that it has it, and hands on what it has no
// use for.
type focus struct {
	focused  bool
	onFocus  func()
	onEscape func()
	onKey    func(*fyne.KeyEvent) bool
}

// OnFocus says what is done when the keyboard comes.
func (f *focus) OnFocus(do func()) { f.onFocus = do }

// OnEscape says what the Escape key does while the control has the keyboard.
func (f *focus) OnEscape(do func()) { f.onEscape = do }

// OnKey says what becomes of keys that mean nothing to the control.
func (f *focus) OnKey(do func(*fyne.KeyEvent) bool) { f.onKey = do }

// gain and lose keep the books; the control paints itself.
func (f *focus) gain() {
	f.focused = true
	if f.onFocus != nil {
		f.onFocus()
	}
}

func (f *focus) lose() { f.focused = false }

// pass takes in a key that the control has no use for.
func (f *focus) pass(event *fyne.KeyEvent) {
	switch {
	case event.Name == fyne.KeyEscape:
		if f.onEscape != nil {
			f.onEscape()
		}
	case f.onKey != nil:
		f.onKey(event)
	}
}
