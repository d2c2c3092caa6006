//go:build !nogui

package home

import (
	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

func (h *Home) makeHeader() fyne.CanvasObject {
	h.search = parts.NewSearchField(h.say(words.HomeSearch), h.say(words.KeyControl)+"+F")
	h.search.OnChanged = h.seeking.typed
	h.search.OnKey = h.p.OnKey
	h.search.OnFocus = h.told
	h.search.OnEnter = h.seeking.entered
	h.search.OnArrow = func(step int) {
		h.Focus()
		if step < 0 {
			h.shelf.move(0, -1)
			h.moved()
		}
	}
	h.search.OnEscape(func() {
		if h.search.Text != "" {
			h.search.SetText("")
			return
		}
		h.Focus()
	})
	open := h.button(parts.ButtonParams{
		Label: h.say(words.CommandOpen), Icon: icons.Folder, Kind: parts.Outlined, Height: 36, OnTapped: h.p.OnFile,
	}, func() string { return h.p.HintOf("open") })
	fresh := h.button(parts.ButtonParams{
		Label: h.say(words.CommandNew), Icon: icons.Plus, Kind: parts.Filled, Height: 36, OnTapped: func() { h.p.OnTemplate(0) },
	}, func() string { return h.p.HintOf("new") })
	name := parts.NewText("Footpath", parts.Type{Size: look.Title, Bold: true})
	return parts.NewPanel(parts.PanelStyle{Fill: look.Surface, Bottom: look.Hairline}, &fyne.Container{
		Layout:  &headerLayout{},
		Objects: []fyne.CanvasObject{newLogo(), name, h.search, open, fresh},
	})
}

// button makes a button beside the tiles. The status bar says what it does, and to who comes by keyboard how to get back.
func (h *Home) button(p parts.ButtonParams, does func() string) *parts.Button {
	var b *parts.Button
	p.OnHover = h.p.Hint(func() string {
		if h.p.Canvas.Focused() == fyne.Focusable(b) {
			return does() + "      " + h.say(words.HomeHintTiles)
		}
		return does()
	})
	b = parts.NewButton(p)
	b.OnEscape(h.Focus)
	b.OnKey(h.p.OnKey)
	return b
}

// headerLayout sets the search in the middle, the name left of it and the buttons right.
type headerLayout struct{}

func (headerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(700, 64) }

func (headerLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	put := func(i int, x, w, tall float32) {
		o[i].Move(fyne.NewPos(x, float32(int((size.Height-tall)/2))))
		o[i].Resize(fyne.NewSize(w, tall))
	}
	name := o[1].MinSize()
	if o[1].Show(); size.Width < 720 {
		o[1].Hide() // the search needs the room
		name.Width = 0
	}
	put(0, margin, 32, 32)
	put(1, margin+44, name.Width, name.Height)
	right := size.Width - margin
	for i := 4; i > 2; i-- {
		w := o[i].MinSize().Width
		right -= w
		put(i, right, w, 36)
		right -= 12
	}
	left := margin + 44 + name.Width + 24
	wide := min(480, right-12-left)
	x := min(max((size.Width-wide)/2, left), right-12-wide)
	put(2, float32(int(x)), max(wide, 0), 36)
}
