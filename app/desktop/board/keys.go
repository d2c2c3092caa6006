//go:build !nogui

package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/board/edit"
)

// FocusGained implements fyne.Focusable.
func (b *Board) FocusGained() {
	b.focused = true
	b.refresh()
	if b.page != nil {
		b.status = Status{} // what had the keyboard may have said what its keys do
		b.tellStatus()
	}
}

// FocusLost implements fyne.Focusable.
func (b *Board) FocusLost() {
	b.focused = false
	b.mouse.space = false
	b.refresh()
}

// AcceptsTab implements fyne.Tabbable: Tab goes to the next stage.
func (b *Board) AcceptsTab() bool { return true }

// TypedRune implements fyne.Focusable.
func (b *Board) TypedRune(r rune) {
	if b.p.ReadOnly || b.mouse.has != nothing && b.mouse.has != letters {
		return
	}
	b.edit.Type(r)
}

// TypedKey implements fyne.Focusable.
func (b *Board) TypedKey(k *fyne.KeyEvent) {
	if b.mouse.has != nothing && b.mouse.has != letters {
		if k.Name == fyne.KeyEscape {
			b.cancelDrag()
		}
		return
	}
	if k.Name == fyne.KeySpace {
		return // a letter while typing; else see KeyUp
	}
	if !b.press(k.Name, b.p.Mods()) && b.p.OnKey != nil {
		b.p.OnKey(k)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok {
		b.press(custom.KeyName, custom.Modifier)
		return
	}
	if b.p.ReadOnly {
		return
	}
	switch s.(type) {
	case *fyne.ShortcutUndo:
		b.edit.Do(edit.Undo)
	case *fyne.ShortcutRedo:
		b.edit.Do(edit.Redo)
	case *fyne.ShortcutCut:
		b.edit.Do(edit.Cut)
	case *fyne.ShortcutCopy:
		b.edit.Do(edit.Copy)
	case *fyne.ShortcutPaste:
		b.edit.Do(edit.Paste)
	case *fyne.ShortcutSelectAll:
		b.edit.Do(edit.SelectAll)
	}
}

// press does what a key means on the board: one of the editor's, or a zoom.
func (b *Board) press(key fyne.KeyName, held fyne.KeyModifier) bool {
	mods := modsOf(held)
	if !b.p.ReadOnly && b.edit.Press(edit.Stroke{Key: string(key), Mods: mods}) {
		return true
	}
	return b.zoomBy(key, mods)
}

func modsOf(held fyne.KeyModifier) edit.Mods {
	var mods edit.Mods
	for from, to := range map[fyne.KeyModifier]edit.Mods{
		fyne.KeyModifierShift: edit.Shift, fyne.KeyModifierAlt: edit.Alt, fyne.KeyModifierShortcutDefault: edit.Ctrl,
	} {
		if held&from != 0 {
			mods |= to
		}
	}
	return mods
}

// zoomBy is the keys that zoom.
func (b *Board) zoomBy(key fyne.KeyName, mods edit.Mods) bool {
	if mods&^edit.Shift != edit.Ctrl {
		return false
	}
	switch key {
	case fyne.KeyEqual, fyne.KeyPlus:
		b.ZoomIn()
	case fyne.KeyMinus:
		b.ZoomOut()
	case fyne.Key0:
		b.ZoomTo(100)
	case fyne.Key1:
		b.FitMap()
	case fyne.Key2:
		b.FitSelection()
	default:
		return false
	}
	return true
}

// KeyDown implements desktop.Keyable: Space held and the mouse dragged pans.
func (b *Board) KeyDown(k *fyne.KeyEvent) {
	if k.Name == fyne.KeySpace && b.edit.State() == edit.Selecting {
		b.mouse.space, b.mouse.panned = true, false
	}
}

// KeyUp implements desktop.Keyable. Space let go without a drag asks for the
// details.
func (b *Board) KeyUp(k *fyne.KeyEvent) {
	if k.Name != fyne.KeySpace || !b.mouse.space {
		return
	}
	b.mouse.space = false
	if !b.mouse.panned && b.edit.State() == edit.Selecting {
		b.edit.Do(edit.Details)
	}
}
