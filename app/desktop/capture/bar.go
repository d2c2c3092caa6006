//go:build !nogui

// Package capture is the line that takes notes for the inbox, one after the other, while the room talks.
package capture

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

// Params are what the bar is given.
type Params struct {
	Canvas fyne.Canvas
	Words  words.Language
	// Key is the name of the key that leads here.
	Key string
	// OnNotes takes a text: a note a line. It tells whether it has taken them.
	OnNotes func(text string) bool
	OnClose func()
	// OnKey is given the keys that mean nothing here.
	OnKey func(*fyne.KeyEvent) bool
}

// Bar is the line. It belongs to the UI goroutine.
type Bar struct {
	widget.BaseWidget
	p     Params
	field *parts.Field
	count *parts.Text
	row   *fyne.Container
	panel fyne.CanvasObject
}

// NewBar makes the line.
func NewBar(p Params) *Bar {
	b := &Bar{p: p, field: parts.NewField(p.Words.Say(words.CapturePlaceholder, nil))}
	b.field.ActionItem = parts.Inset(parts.Row(0, parts.Keycap(p.Key)), 0, 0, 8, 0)
	b.field.OnEnter = func() { b.Commit() }
	b.field.OnPaste = func(text string) bool { // what has several lines is several notes
		return b.field.Text == "" && parts.Lines(text) > 1 && p.OnNotes(text)
	}
	b.field.OnEscape(p.OnClose)
	b.field.OnKey = p.OnKey
	b.count = parts.NewText("", parts.Type{Size: look.Meta, Role: look.Secondary})
	closing := parts.NewButton(parts.ButtonParams{Icon: icons.Close, Name: p.Words.Say(words.CommandClose, nil), Kind: parts.Flat, OnTapped: p.OnClose})
	closing.OnEscape(p.OnClose)
	closing.OnKey(p.OnKey)
	b.row = parts.Row(10, parts.NewIcon(icons.Inbox, look.Text, 0), parts.NewText(p.Words.Say(words.CaptureTitle, nil), parts.Type{Bold: true}),
		parts.UpTo(720, b.field), b.count, parts.Spring(), closing)
	b.panel = parts.NewPanel(parts.PanelStyle{Fill: look.Surface, Top: look.Hairline}, parts.Inset(b.row, 16, 6, 10, 6))
	b.ExtendBaseWidget(b)
	return b
}

// Commit keeps what is typed, as a note; false where that could not be.
func (b *Bar) Commit() bool {
	if b.field.Text == "" {
		return true
	}
	taken := b.p.OnNotes(b.field.Text)
	if taken {
		b.field.SetText("")
	}
	return taken
}

// Say says how many notes wait, where some do.
func (b *Bar) Say(notes int) {
	said := ""
	if notes > 0 {
		said = b.p.Words.Say(words.CaptureCount, words.Args{"n": notes})
	}
	b.count.Set(said)
	b.row.Layout.Layout(b.row.Objects, b.row.Size())
}

// Focus takes the keyboard here.
func (b *Bar) Focus() { b.p.Canvas.Focus(b.field) }

// Has tells whether the line has the keyboard.
func (b *Bar) Has(focused fyne.Focusable) bool { return focused == fyne.Focusable(b.field) }

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.panel) }
