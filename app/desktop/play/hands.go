//go:build !nogui

// Package play drives the editor as a person does, in sentences: one
// vocabulary for a headless canvas and for a real window.
package play

// Key is a key as it is pressed: a letter or digit stands for itself in upper
// case ('Z', '1'), everything else has a name here.
type Key rune

// The keys with a name. Ctrl, Shift and Alt are held while the others of the
// same Press go down.
const (
	Ctrl Key = -(iota + 1)
	Shift
	Alt
	Enter
	Escape
	Tab
	Space
	Backspace
	Delete
	Insert
	Up
	Down
	Left
	Right
	Home
	End
	PageUp
	PageDown
	F1
	F2
	F3
	F4
	F5
	F6
	F10
	F11
	Plus
	Minus
	Menu
)

// names are the keys' names as X11 has them, which is what xdotool takes.
var names = map[Key]string{
	Ctrl: "ctrl", Shift: "shift", Alt: "alt", Enter: "Return", Escape: "Escape", Tab: "Tab", Space: "space",
	Backspace: "BackSpace", Delete: "Delete", Insert: "Insert", Up: "Up", Down: "Down", Left: "Left", Right: "Right",
	Home: "Home", End: "End", PageUp: "Prior", PageDown: "Next", F1: "F1", F2: "F2", F3: "F3", F4: "F4", F5: "F5", F6: "F6",
	F10: "F10", F11: "F11", Plus: "plus", Minus: "minus", Menu: "Menu",
}

// Name is the key's X11 name: "Return", "ctrl", "z".
func (k Key) Name() string {
	if name, ok := names[k]; ok {
		return name
	}
	if 'A' <= k && k <= 'Z' {
		k += 'a' - 'A'
	}
	return string(rune(k))
}

// Hands type and point. Each call returns when the program has taken the input
// in, as far as the hands can know. Points are in pixels of the window's
// content, from its top left corner.
type Hands interface {
	// Type enters a text letter by letter; "\n" is not among them.
	Type(text string) error
	// Press presses keys at once: modifiers first, the last one is the key.
	Press(keys ...Key) error
	// Click presses and releases the first mouse button, with modifiers held.
	Click(x, y float32, held ...Key) error
	// DoubleClick clicks twice, quickly.
	DoubleClick(x, y float32) error
	// Drag presses the first button at one point and releases it at another,
	// passing points between, with modifiers held.
	Drag(fromX, fromY, toX, toY float32, held ...Key) error
}
