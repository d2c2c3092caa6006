//go:build !nogui

package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

var (
	_ fyne.Focusable  = (*keys)(nil)
	_ fyne.Accessible = (*keys)(nil)
)

// keys has the keyboard while the focus is on the tiles. It shows nothing itself: the focused tile has a ring.
type keys struct {
	widget.BaseWidget
	h       *Home
	focused bool
}

func newKeys(h *Home) *keys {
	k := &keys{h: h}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer implements fyne.Widget.
func (k *keys) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// FocusGained implements fyne.Focusable.
func (k *keys) FocusGained() {
	k.focused = true
	k.h.view.arrange()
	k.h.told()
}

// FocusLost implements fyne.Focusable.
func (k *keys) FocusLost() {
	k.focused = false
	k.h.view.arrange()
}

// told says that something else has the focus.
func (h *Home) told() {
	if h.p.OnChange != nil {
		h.p.OnChange()
	}
}

// AccessibilityLabel implements fyne.Accessible: the map or template that has the focus.
func (k *keys) AccessibilityLabel() string {
	if t := k.h.view.tileOf(k.h.shelf.at); t != nil {
		return t.AccessibilityLabel()
	}
	return k.h.say(words.CommandAllMaps)
}

// FocusLabel is all that is written on what has the focus.
func (h *Home) FocusLabel() string { return h.grid.AccessibilityLabel() }

// AccessibilityRole implements fyne.Accessible.
func (k *keys) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// TypedRune implements fyne.Focusable: who types is looking for something.
func (k *keys) TypedRune(r rune) {
	if r == ' ' {
		return
	}
	k.h.FocusSearch()
	k.h.search.TypedRune(r)
}

// TypedKey implements fyne.Focusable.
func (k *keys) TypedKey(event *fyne.KeyEvent) {
	h := k.h
	g := h.view.geometry(h.view.Size().Width)
	page := max(int(h.scroll.Size().Height/(g.high+g.gap)), 1)
	switch event.Name {
	case fyne.KeyLeft:
		h.shelf.move(-1, 0)
	case fyne.KeyRight:
		h.shelf.move(1, 0)
	case fyne.KeyUp:
		h.shelf.move(0, -1)
	case fyne.KeyDown:
		h.shelf.move(0, 1)
	case fyne.KeyPageUp:
		for range page {
			h.shelf.move(0, -1)
		}
	case fyne.KeyPageDown:
		for range page {
			h.shelf.move(0, 1)
		}
	case fyne.KeyHome:
		h.shelf.at.index = 0
	case fyne.KeyEnd:
		h.shelf.at.index = len(h.shelf.shown) + h.shelf.templates
		h.shelf.clamp()
	case fyne.KeyReturn, fyne.KeyEnter:
		h.openFocused()
		return
	case fyne.KeyF2:
		h.Rename()
		return
	case fyne.KeyDelete, fyne.KeyBackspace:
		h.Bin()
		return
	case fyne.KeyEscape:
		h.escape()
		return
	default:
		if h.p.OnKey != nil {
			h.p.OnKey(event)
		}
		return
	}
	h.moved()
}

// escape leads back one step: out of a search, out of the bin.
func (h *Home) escape() {
	if h.search.Text != "" {
		h.search.SetText("")
		return
	}
	h.ShowBin(false)
}

// PopUp opens the menu of the focused tile, if one is.
func (h *Home) PopUp() {
	if t := h.view.tileOf(h.shelf.at); t != nil {
		h.popUpMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(t).Add(fyne.NewPos(24, t.pictureHeight())))
	}
}

// Bin throws the focused map into the bin; in the bin, away for ever.
func (h *Home) Bin() {
	m := h.shelf.focused()
	switch {
	case m.ID.IsZero():
	case m.Bin:
		h.p.OnDelete(m.ID)
	default:
		h.p.OnBin(m.ID, true)
	}
}

// pinWords is what the pin would do.
func (h *Home) pinWords(id mapmodel.ID) words.Key {
	if h.shelf.pins[id] {
		return words.CommandUnpin
	}
	return words.CommandPin
}

// popUpMenu shows what can be done with the focused tile.
func (h *Home) popUpMenu(at fyne.Position) {
	m := h.shelf.focused()
	item := func(key words.Key, with string, do func()) parts.MenuItem {
		return parts.MenuItem{Label: h.say(key), Key: with, Do: do}
	}
	var items []parts.MenuItem
	switch {
	case h.shelf.at.template:
		items = []parts.MenuItem{item(words.CommandNew, h.say(words.KeyEnter), h.openFocused)}
	case m.ID.IsZero():
		return
	case m.Bin:
		items = []parts.MenuItem{
			item(words.CommandRestore, h.say(words.KeyEnter), h.openFocused), item(words.CommandDeleteForEver, h.say(words.KeyDelete), h.Bin),
		}
	default:
		items = []parts.MenuItem{
			item(words.HomeOpen, h.say(words.KeyEnter), h.openFocused), item(words.CommandRename, "F2", h.Rename),
			item(words.CommandDuplicate, h.say(words.KeyControl)+"+D", func() { h.p.OnDuplicate(m.ID) }), item(h.pinWords(m.ID), "", func() { h.p.OnPin(m.ID, !h.shelf.pins[m.ID]) }),
			item(words.CommandMoveToBin, h.say(words.KeyDelete), h.Bin),
		}
	}
	items[len(items)-1].Rule = len(items) > 1
	parts.ShowMenu(h.p.Canvas, at, items, h.Focus)
}
