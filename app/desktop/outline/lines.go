//go:build !nogui

package outline

import (
	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

// newLines makes the list: what is gone to is selected at once, on the board as well.
func newLines(o *Outline) *parts.SideList {
	return parts.NewSideList(parts.SideListParams{
		High: lineHigh, Count: func() int { return len(o.rows) },
		Show:  func(i int) (fyne.CanvasObject, string) { return dress(o.rows[i]), o.rows[i].Sentence },
		Label: o.label, OnClick: o.goTo, OnKey: o.press,
	})
}

// label is what the outline is read out as: its title, and the line that is gone to.
func (o *Outline) label() string {
	title := o.p.Words.Say(words.OutlineTitle, nil)
	if said := o.At().Sentence; said != "" {
		return title + ": " + said
	}
	return title
}

func (o *Outline) press(e *fyne.KeyEvent, page int) {
	switch e.Name {
	case fyne.KeyUp:
		o.goTo(o.at - 1)
	case fyne.KeyDown:
		o.goTo(o.at + 1)
	case fyne.KeyPageUp:
		o.goTo(o.at - page)
	case fyne.KeyPageDown:
		o.goTo(o.at + page)
	case fyne.KeyHome:
		o.goTo(0)
	case fyne.KeyEnd:
		o.goTo(len(o.rows) - 1)
	case fyne.KeyLeft:
		o.left()
	case fyne.KeyRight:
		o.right()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape:
		o.p.OnEnter()
	default:
		if o.p.OnKey != nil {
			o.p.OnKey(e)
		}
	}
}

// lineHigh is the height of a line, in points.
const lineHigh = 24

// dress gives what a row shows.
func dress(r Row) fyne.CanvasObject {
	icon := icons.Down
	if r.Folded {
		icon = icons.Right
	}
	fold := parts.NewIcon(icon, look.Secondary, 12)
	fold.Hidden = !r.Folds
	set := parts.Type{Cut: true, Bold: r.Heading && r.Level == 0}
	if r.Heading && r.Level > 0 {
		set.Role = look.Secondary
	}
	left := 8 + 14*float32(r.Level)
	if !r.Folds {
		left += 16
	}
	return parts.Inset(parts.Row(4, fold, parts.NewText(r.Text, set)), left, 2, 8, 2)
}
