//go:build !nogui

package home

import (
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

// renaming is a field that lies on a tile's title.
type renaming struct {
	id    mapmodel.ID
	was   string
	field *parts.Field
	ended bool
}

// Rename lets the person write the focused map's title anew, in place. Enter and leaving keep what is written, Escape does not.
func (h *Home) Rename() {
	m := h.shelf.focused()
	t := h.view.tileOf(h.shelf.at)
	if m.ID.IsZero() || m.Bin || t == nil {
		return
	}
	field := parts.NewField("")
	field.SetName(h.say(words.CommandRename))
	field.SetText(m.Title)
	h.rename = &renaming{id: m.ID, was: m.Title, field: field}
	field.OnEnter = func() { h.endRename(true) }
	field.OnEscape(func() { h.endRename(false) })
	field.OnLeave = func() { h.endRename(true) }
	at, size := t.titleBox()
	at = at.Add(t.Position())
	high := field.MinSize().Height
	field.Move(at.Subtract(fyne.NewPos(8, (high-size.Height)/2)))
	field.Resize(fyne.NewSize(size.Width+16, high))
	h.view.edit = field
	h.view.arrange()
	h.p.Canvas.Focus(field)
	field.SelectAll()
}

// Renaming is the field a title is being written in, or nil.
func (h *Home) Renaming() *parts.Field {
	if h.rename == nil {
		return nil
	}
	return h.rename.field
}

// Commit keeps the title that is being written.
func (h *Home) Commit() { h.endRename(true) }

// endRename takes the field away and keeps what is written in it, or not. A title of nothing but space is not kept.
func (h *Home) endRename(keep bool) {
	r := h.rename
	if r == nil || r.ended {
		return
	}
	r.ended = true
	if h.p.Canvas.Focused() == fyne.Focusable(r.field) {
		h.Focus()
	}
	h.rename, h.view.edit = nil, nil
	h.view.arrange()
	title := strings.TrimSpace(r.field.Text)
	if keep && title != "" && title != r.was {
		h.p.OnRename(r.id, title)
	}
}
