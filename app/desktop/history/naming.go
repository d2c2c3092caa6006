//go:build !nogui

package history

import (
	"strings"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
)

// Name asks for a name of the moment gone to, below the list: Enter gives it, an empty one takes it away, Escape leaves it.
func (h *Panel) Name() {
	if len(h.rows) == 0 || h.naming != nil {
		return
	}
	seq := h.At().Seq
	field := parts.NewField(h.p.Words.Say(words.HistoryName, nil))
	if name, given := h.NameHere(); given {
		field.SetText(name)
	}
	field.OnEnter = func() {
		name := strings.TrimSpace(field.Text)
		h.endNaming()
		h.Focus()
		h.p.OnName(seq, name)
	}
	field.OnEscape(func() {
		h.endNaming()
		h.Focus()
	})
	field.OnKey = h.p.OnKey
	h.naming = field
	h.side.SetFoot(parts.NewPanel(parts.PanelStyle{Top: look.Hairline}, parts.Inset(parts.Column(4,
		parts.NewText(h.p.Words.Say(words.HistoryName, nil), parts.Type{Size: look.Meta, Role: look.Secondary}), field), 12, 8, 12, 10)))
	h.put(h.at) // the list has less room now
	h.p.Canvas.Focus(field)
	field.SelectAll()
}

// Unname takes the name of the moment gone to away.
func (h *Panel) Unname() {
	if name, _ := h.NameHere(); name != "" {
		h.p.OnName(h.At().Seq, "")
	}
}

// Naming is the field a name is being written in, or nil.
func (h *Panel) Naming() *parts.Field { return h.naming }

// endNaming puts the field away.
func (h *Panel) endNaming() {
	if h.naming == nil {
		return
	}
	h.naming = nil
	h.side.SetFoot()
}
