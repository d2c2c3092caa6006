//go:build !nogui

package play

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"footpath/app/desktop/board"
	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// TB is what a headless window needs of a test.
type TB interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
	Cleanup(func())
}

// Clock stands still until Pass lets the time go by.
type Clock struct {
	now   time.Time
	calls []*call
}

type call struct {
	at time.Time
	f  func()
}

// Now implements edit.Clock.
func (c *Clock) Now() time.Time { return c.now }

// After implements edit.Clock.
func (c *Clock) After(d time.Duration, f func()) edit.Timer {
	k := &call{c.now.Add(d), f}
	c.calls = append(c.calls, k)
	return k
}

// Stop implements edit.Timer.
func (k *call) Stop() bool {
	waited := k.f != nil
	k.f = nil
	return waited
}

// Pass lets time go by and makes the calls that fall due.
func (c *Clock) Pass(d time.Duration) {
	c.now = c.now.Add(d)
	calls := c.calls
	c.calls = nil
	for _, k := range calls {
		switch {
		case k.f == nil:
		case k.at.After(c.now):
			c.calls = append(c.calls, k)
		default:
			f := k.f
			k.f = nil
			f()
		}
	}
}

// Room is a board on the toolkit's canvas without a display, and what stands
// around it.
type Room struct {
	*Window
	Board   *board.Board
	Doc     *mapmodel.Document
	Desk    *mapmodel.Desk
	Clock   *Clock
	Canvas  software.WindowlessCanvas
	Notices []string
	// Pasteboard is the clipboard's text.
	Pasteboard string

	held fyne.KeyModifier
}

// Content implements edit.Clipboard.
func (r *Room) Content() string { return r.Pasteboard }

// SetContent implements edit.Clipboard.
func (r *Room) SetContent(s string) { r.Pasteboard = s }

// Headless opens a map on a board of 1200 × 800 without a display.
func Headless(t TB, m *mapmodel.Map) *Room {
	t.Helper()
	app := test.NewApp()
	t.Cleanup(app.Quit)
	src := mapmodel.NewSeededSource(0xFACE)
	r := &Room{Clock: &Clock{now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}}
	r.Desk = &mapmodel.Desk{Author: src.ID(), Source: src, Now: r.Clock.Now}
	r.Doc = mapmodel.NewDocument(m, src, r.Clock.Now)
	r.Board = board.New(board.Params{
		Doc: r.Doc, Desk: r.Desk, Words: words.English, Style: scene.ScreenLight(),
		OnNotice: func(sentence string, _ bool) { r.Notices = append(r.Notices, sentence) },
		Later:    func(f func()) { f() }, Clock: r.Clock, Clipboard: r, Synchronous: true,
		Mods: func() fyne.KeyModifier { return r.held },
	})
	t.Cleanup(r.Board.Close)
	r.Canvas = software.NewCanvas()
	r.Canvas.SetPadded(false)
	r.Canvas.SetContent(r.Board.Clip())
	r.Canvas.Resize(fyne.NewSize(1200, 800))
	r.Canvas.Focus(r.Board)
	r.Window = &Window{T: t, Hands: (*hands)(r), Map: r.Doc.Map}
	return r
}

// hands are the hands of a headless room.
type hands Room

// names the toolkit has for keys.
var toolkit = map[Key]fyne.KeyName{
	Enter: fyne.KeyReturn, Escape: fyne.KeyEscape, Tab: fyne.KeyTab, Space: fyne.KeySpace, Backspace: fyne.KeyBackspace,
	Delete: fyne.KeyDelete, Insert: fyne.KeyInsert, Up: fyne.KeyUp, Down: fyne.KeyDown, Left: fyne.KeyLeft, Right: fyne.KeyRight,
	Home: fyne.KeyHome, End: fyne.KeyEnd, PageUp: fyne.KeyPageUp, PageDown: fyne.KeyPageDown, F1: fyne.KeyF1, F2: fyne.KeyF2,
	F3: fyne.KeyF3, F4: fyne.KeyF4, F5: fyne.KeyF5, F6: fyne.KeyF6, F10: fyne.KeyF10, F11: fyne.KeyF11, Plus: fyne.KeyPlus, Minus: fyne.KeyMinus,
	Menu: desktop.KeyMenu,
}

var modifiers = map[Key]fyne.KeyModifier{
	Ctrl: fyne.KeyModifierShortcutDefault, Shift: fyne.KeyModifierShift, Alt: fyne.KeyModifierAlt,
}

// Type implements Hands.
func (h *hands) Type(text string) error {
	for _, r := range text {
		h.Canvas.Focused().TypedRune(r)
	}
	return nil
}

// Press implements Hands, in the order the toolkit's driver has: shortcut,
// or else key and letter.
func (h *hands) Press(keys ...Key) error {
	last := keys[len(keys)-1]
	name, ok := toolkit[last]
	if !ok {
		name = fyne.KeyName(rune(last))
	}
	for _, k := range keys[:len(keys)-1] {
		mod, ok := modifiers[k]
		if !ok {
			return fmt.Errorf("%s is not held but pressed", k.Name())
		}
		h.held |= mod
	}
	defer func() { h.held = 0 }()
	focused := h.Canvas.Focused()
	event := &fyne.KeyEvent{Name: name}
	if keyable, ok := focused.(desktop.Keyable); ok {
		keyable.KeyDown(event)
		defer keyable.KeyUp(event)
	}
	if s := Shortcut(name, h.held); s != nil {
		if target, ok := focused.(fyne.Shortcutable); ok {
			target.TypedShortcut(s)
		}
		return nil
	}
	focused.TypedKey(event)
	if letter := rune(last); letter >= ' ' && h.held == 0 {
		focused.TypedRune(letter)
	}
	if last == Space {
		focused.TypedRune(' ')
	}
	return nil
}

// Shortcut is what the toolkit makes of a key with modifiers; nil where it is
// a plain key.
func Shortcut(name fyne.KeyName, held fyne.KeyModifier) fyne.Shortcut {
	switch {
	case held == 0 || held == fyne.KeyModifierShift && name != fyne.KeyInsert && name != fyne.KeyDelete:
		return nil
	case held == fyne.KeyModifierShift && name == fyne.KeyInsert:
		return &fyne.ShortcutPaste{}
	case held == fyne.KeyModifierShift:
		return &fyne.ShortcutCut{}
	case held != fyne.KeyModifierShortcutDefault:
		return &desktop.CustomShortcut{KeyName: name, Modifier: held}
	}
	switch name {
	case fyne.KeyZ:
		return &fyne.ShortcutUndo{}
	case fyne.KeyY:
		return &fyne.ShortcutRedo{}
	case fyne.KeyX:
		return &fyne.ShortcutCut{}
	case fyne.KeyC, fyne.KeyInsert:
		return &fyne.ShortcutCopy{}
	case fyne.KeyV:
		return &fyne.ShortcutPaste{}
	case fyne.KeyA:
		return &fyne.ShortcutSelectAll{}
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: held}
}

func (h *hands) button(x, y float32, held []Key) *desktop.MouseEvent {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: h.held}
	e.Position = fyne.NewPos(x, y)
	for _, k := range held {
		e.Modifier |= modifiers[k]
	}
	return e
}

// Click implements Hands. Half a second lies between two clicks.
func (h *hands) Click(x, y float32, held ...Key) error {
	h.Clock.Pass(500 * time.Millisecond)
	e := h.button(x, y, held)
	h.Board.MouseDown(e)
	h.Board.MouseUp(e)
	return nil
}

// DoubleClick implements Hands.
func (h *hands) DoubleClick(x, y float32) error {
	if err := h.Click(x, y); err != nil {
		return err
	}
	h.Clock.Pass(100 * time.Millisecond)
	e := h.button(x, y, nil)
	h.Board.MouseDown(e)
	h.Board.MouseUp(e)
	return nil
}

// Drag implements Hands, in eight steps.
func (h *hands) Drag(fromX, fromY, toX, toY float32, held ...Key) error {
	r := (*Room)(h)
	r.Lift(fromX, fromY, toX, toY)
	for _, k := range held {
		h.held |= modifiers[k]
	}
	r.LetGo(toX, toY)
	h.held = 0
	return nil
}

// Lift presses the button at one point and moves to another, and does not let go.
func (r *Room) Lift(fromX, fromY, toX, toY float32) *Room {
	h := (*hands)(r)
	r.Clock.Pass(500 * time.Millisecond)
	r.Board.MouseDown(h.button(fromX, fromY, nil))
	const steps = 8
	dx, dy := (toX-fromX)/steps, (toY-fromY)/steps
	for i := float32(1); i <= steps; i++ {
		e := &fyne.DragEvent{Dragged: fyne.NewDelta(dx, dy)}
		e.Position = fyne.NewPos(fromX+dx*i, fromY+dy*i)
		r.Board.Dragged(e)
	}
	return r
}

// LetGo lets the button go.
func (r *Room) LetGo(x, y float32) *Room {
	r.Board.MouseUp((*hands)(r).button(x, y, nil))
	r.Board.DragEnd()
	return r
}

// Hold holds modifiers down until it is called without any.
func (r *Room) Hold(held ...Key) *Room {
	r.held = 0
	for _, k := range held {
		r.held |= modifiers[k]
	}
	return r
}

// Scroll turns the wheel over the board's middle, in the toolkit's units.
func (r *Room) Scroll(dx, dy float32, held ...Key) *Room {
	for _, k := range held {
		r.held |= modifiers[k]
	}
	e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(dx, dy)}
	e.Position = fyne.NewPos(r.Board.Size().Width/2, r.Board.Size().Height/2)
	r.Board.Scrolled(e)
	r.held = 0
	return r
}
