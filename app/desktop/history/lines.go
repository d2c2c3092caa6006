//go:build !nogui

package history

import (
	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

// newLines makes the list: what is gone to is shown on the board at once.
func newLines(h *Panel) *parts.SideList {
	return parts.NewSideList(parts.SideListParams{
		High: lineHigh, Count: func() int { return len(h.rows) },
		Show:  func(i int) (fyne.CanvasObject, string) { return dress(h.rows[i]), h.rows[i].Sentence(h.p.Words) },
		Label: h.label,
		OnClick: func(i int) {
			h.Focus()
			h.goTo(i, 1)
			h.put(h.at)
		},
		OnKey: func(e *fyne.KeyEvent, page int) {
			if !h.press(e.Name, page) && h.p.OnKey != nil {
				h.p.OnKey(e)
			}
		},
		OnRune: func(r rune) {
			if r == 'n' || r == 'N' {
				h.Name()
			}
		},
	})
}

// label is what the time line is read out as: its title, and the moment that is gone to.
func (h *Panel) label() string {
	title := h.p.Words.Say(words.HistoryTitle, nil)
	if len(h.rows) == 0 {
		return title
	}
	return title + ": " + h.At().Sentence(h.p.Words)
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

// lineHigh is the height of a line, in points.
const lineHigh = 24

// dress gives what a row shows.
func dress(r Row) fyne.CanvasObject {
	switch r.Kind {
	case Day:
		return parts.Inset(parts.Row(0, parts.NewText(r.Text, parts.Type{Bold: true})), 15, 2, 8, 2)
	case Named:
		return parts.Inset(parts.Row(8, parts.NewIcon(icons.Pin, look.Accent, 14), parts.NewText(r.Text, parts.Type{Bold: true, Role: look.Accent, Cut: true})), 30, 2, 8, 2)
	case Marked:
		return parts.Inset(parts.Row(8, parts.NewIcon(icons.Clock, look.Secondary, 14), parts.NewText(r.Text, parts.Type{Role: look.Secondary, Cut: true})), 30, 2, 8, 2)
	default:
		text := r.Text
		if r.Who != "" {
			text += " · " + r.Who
		}
		return parts.Inset(parts.Row(10, parts.Sized(parts.NewText(r.Time, parts.Type{Size: look.Meta, Role: look.Secondary}), 34, 0), parts.NewText(text, parts.Type{Cut: true})), 15, 2, 8, 2)
	}
}
