//go:build !nogui

package checks

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

// Width of the panel, in points.
const Width float32 = 320

// lineHigh is the height of a line, in points: two lines of text. left and right is the air beside them.
const (
	lineHigh    = 40
	left, right = 12, 10
)

// Params are what the list is given.
type Params struct {
	Canvas fyne.Canvas
	Words  words.Language
	// OnGo is told the place gone to, OnMend by Enter that it is to be mended there.
	OnGo, OnMend func(Row)
	OnClose      func()
	// OnKey is given the keys that mean nothing here.
	OnKey func(*fyne.KeyEvent) bool
}

// Panel is the list. It belongs to the UI goroutine.
type Panel struct {
	widget.BaseWidget
	p    Params
	list *parts.SideList
	side *parts.Side
	rows []Row
	note string // where there are none
	at   int    // the row gone to
}

// New makes the panel; SetRows fills it.
func New(p Params) *Panel {
	c := &Panel{p: p}
	c.list = parts.NewSideList(parts.SideListParams{
		High: lineHigh, Count: func() int { return len(c.rows) },
		Show:  func(i int) (fyne.CanvasObject, string) { return dress(c.rows[i]), c.rows[i].Sentence },
		Label: c.label, OnKey: c.press,
		OnClick: func(i int) {
			c.Focus()
			c.goTo(i, 1)
			c.list.Put(c.at)
		},
	})
	c.side = parts.NewSide(parts.SideParams{
		Width: Width, Icon: icons.Warning, Title: p.Words.Say(words.CheckTitle, nil), Close: p.Words.Say(words.CommandClose, nil), OnClose: p.OnClose, OnKey: p.OnKey,
	}, c.list)
	c.ExtendBaseWidget(c)
	return c
}

// SetRows lists rows, or where there are none says a note. Who was at a place stays there, or where it was is gone, at the next; nobody is told, so that the board stays as
// it is while a map is being mended.
func (c *Panel) SetRows(rows []Row, note string) {
	was := c.At()
	c.rows, c.note = rows, note
	c.list.Refresh()
	if c.side.SetNote(); note != "" {
		c.side.SetNote(parts.Inset(parts.Lined(note, parts.Type{Role: look.Secondary}, parts.SideRoom(Width)-left-right, 3), left, 6, right, 6))
	}
	for i, r := range rows {
		if r.same(was) {
			c.put(i)
			return
		}
	}
	c.put(c.near(c.at, 1))
}

// Rows are the lines shown.
func (c *Panel) Rows() []Row { return c.rows }

// Note is what is said where there are no rows.
func (c *Panel) Note() string { return c.note }

// At is the row gone to; the zero Row while there is none.
func (c *Panel) At() Row {
	if c.at < 0 || c.at >= len(c.rows) {
		return Row{}
	}
	return c.rows[c.at]
}

// near is the place at a row or, where a heading stands there, the next one the way one goes, or else the other way; 0 where there
// are no rows.
func (c *Panel) near(i, step int) int {
	i = max(0, min(i, len(c.rows)-1))
	for _, way := range []int{step, -step} {
		for at := i; at >= 0 && at < len(c.rows); at += way {
			if !c.rows[at].Heading {
				return at
			}
		}
	}
	return i
}

// put marks a row without telling anybody.
func (c *Panel) put(i int) {
	c.at = i
	if i < len(c.rows) {
		c.list.Put(i)
	}
}

// goTo goes to a place and tells; what is none is passed over the way one came.
func (c *Panel) goTo(i, step int) {
	if len(c.rows) == 0 {
		return
	}
	c.put(c.near(i, step))
	c.p.OnGo(c.At())
}

// label is what the list is read out as: its title, and the place that is gone to.
func (c *Panel) label() string {
	title := c.p.Words.Say(words.CheckTitle, nil)
	if len(c.rows) == 0 {
		return title + ": " + c.note
	}
	return title + ": " + c.At().Sentence
}

func (c *Panel) press(e *fyne.KeyEvent, page int) {
	switch e.Name {
	case fyne.KeyUp:
		c.goTo(c.at-1, -1)
	case fyne.KeyDown:
		c.goTo(c.at+1, 1)
	case fyne.KeyPageUp:
		c.goTo(c.at-page, -1)
	case fyne.KeyPageDown:
		c.goTo(c.at+page, 1)
	case fyne.KeyHome:
		c.goTo(0, 1)
	case fyne.KeyEnd:
		c.goTo(len(c.rows)-1, -1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if len(c.rows) > 0 {
			c.p.OnMend(c.At())
		}
	case fyne.KeyEscape:
		c.p.OnClose()
	default:
		if c.p.OnKey != nil {
			c.p.OnKey(e)
		}
	}
}

// Focus takes the keyboard to the list.
func (c *Panel) Focus() { c.p.Canvas.Focus(c.list) }

// Has tells whether the list has the keyboard.
func (c *Panel) Has(focused fyne.Focusable) bool { return focused == fyne.Focusable(c.list) }

// CreateRenderer implements fyne.Widget.
func (c *Panel) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.side.Panel) }

// dress gives what a row shows.
func dress(r Row) fyne.CanvasObject {
	const side, gap = 14, 8 // of the sign
	if r.Heading {
		wide := parts.SideRoom(Width) - left - side - gap - right
		text := parts.Lined(r.Text, parts.Type{Bold: true}, wide, 2)
		return parts.Inset(parts.Row(gap, parts.NewIcon(icons.Warning, look.Warning, side), parts.Sized(text, wide, 0)), left, 0, right, 0)
	}
	text := parts.Column(0, parts.NewText(r.Text, parts.Type{Cut: true}), parts.NewText(r.Where, parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true}))
	return parts.Inset(text, left+side+gap, 1, right, 1)
}
