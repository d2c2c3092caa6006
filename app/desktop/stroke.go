//go:build !nogui

package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/board/edit"
	"footpath/app/words"
)

// aliases are keys that are another one in a second place: nobody is told of them.
var aliases = map[string]bool{"KP_Enter": true}

// boardKeys are the keys of each command of the board while nothing is being typed, as its own table has them.
var boardKeys = func() map[edit.Command][]edit.Stroke {
	out := map[edit.Command][]edit.Stroke{}
	for _, b := range edit.Bindings() {
		if b.State == edit.Selecting {
			out[b.Do] = append(out[b.Do], b.Stroke)
		}
	}
	return out
}()

// strokes are all keys of a command, the one to show first. What the board does has the board's keys.
func (c *command) strokes() []edit.Stroke {
	var out []edit.Stroke
	if c.key != nil {
		out = append(out, strokeOf(c.key))
	}
	for _, key := range c.keys {
		out = append(out, strokeOf(key))
	}
	out = append(out, c.plainStrokes()...)
	return append(out, boardKeys[edit.Command(c.name)]...)
}

// plainStrokes are those with nothing but Shift held.
func (c *command) plainStrokes() []edit.Stroke {
	var out []edit.Stroke
	if c.plain != "" {
		out = append(out, edit.Stroke{Key: string(c.plain), Mods: modsOf(c.held)})
	}
	return append(out, c.more...)
}

// shortcuts are those of a command's keys that the toolkit looks for in the menus: with Ctrl or Alt.
func (c *command) shortcuts() []fyne.KeyboardShortcut {
	var out []fyne.KeyboardShortcut
	for _, s := range c.strokes() {
		if key := shortcutOf(s); key != nil {
			out = append(out, key)
		}
	}
	return out
}

// shortcut is the first of them, nil where there is none.
func (c *command) shortcut() fyne.KeyboardShortcut {
	if all := c.shortcuts(); len(all) > 0 {
		return all[0]
	}
	return nil
}

var modifiers = []struct {
	ours   edit.Mods
	theirs fyne.KeyModifier
	name   words.Key
}{
	{edit.Ctrl, fyne.KeyModifierShortcutDefault, words.KeyControl},
	{edit.Alt, fyne.KeyModifierAlt, words.KeyAlt},
	{edit.Shift, fyne.KeyModifierShift, words.KeyShift},
}

func modsOf(held fyne.KeyModifier) edit.Mods {
	var out edit.Mods
	for _, m := range modifiers {
		if held&m.theirs != 0 {
			out |= m.ours
		}
	}
	return out
}

// strokeOf is a key of the toolkit as the board's table writes it.
func strokeOf(key fyne.KeyboardShortcut) edit.Stroke {
	return edit.Stroke{Key: string(key.Key()), Mods: modsOf(key.Mod())}
}

// shortcutOf is a key as the toolkit knows it; nil for one without Ctrl or Alt, which only reaches what has the focus. Some it
// knows by what they do.
func shortcutOf(s edit.Stroke) fyne.KeyboardShortcut {
	if s.Mods&^edit.Shift == 0 {
		return nil
	}
	if s.Mods == edit.Ctrl {
		switch fyne.KeyName(s.Key) {
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
	}
	var held fyne.KeyModifier
	for _, m := range modifiers {
		if s.Mods&m.ours != 0 {
			held |= m.theirs
		}
	}
	return &desktop.CustomShortcut{KeyName: fyne.KeyName(s.Key), Modifier: held}
}

// keyWords are the keys that are called otherwise than the toolkit calls them; keySigns those that are no word.
var (
	keyWords = map[string]words.Key{
		string(fyne.KeyReturn): words.KeyEnter, string(fyne.KeyEnter): words.KeyEnter, string(fyne.KeyDelete): words.KeyDelete,
		string(fyne.KeyBackspace): words.KeyBackspace, string(fyne.KeyInsert): words.KeyInsert, string(fyne.KeyEscape): words.KeyEscape,
		string(fyne.KeyTab): words.KeyTab, string(fyne.KeySpace): words.KeySpace, string(fyne.KeyHome): words.KeyHome,
		string(fyne.KeyEnd): words.KeyEnd, string(fyne.KeyPageUp): words.KeyPageUp, string(fyne.KeyPageDown): words.KeyPageDown,
		string(desktop.KeyMenu): words.KeyMenu, anyArrow: words.KeyArrows, anyLetter: words.KeyLetters, anyDigit: words.KeyDigits,
	}
	keySigns = map[string]string{
		string(fyne.KeyEqual): "+", string(fyne.KeyPlus): "+", string(fyne.KeyMinus): "−", string(fyne.KeyUp): "↑", string(fyne.KeyDown): "↓",
		string(fyne.KeyLeft): "←", string(fyne.KeyRight): "→",
	}
)

// What stands for several keys where keys are explained.
const (
	anyArrow  = "arrow"
	anyLetter = "letter"
	anyDigit  = "digit"
)

// keyNames are the names of a key and of what is held with it, as people write them: Ctrl, Shift, Z.
func keyNames(l words.Language, s edit.Stroke) []string {
	var out []string
	for _, m := range modifiers {
		if s.Mods&m.ours == 0 {
			continue
		}
		name := m.name
		if m.theirs == fyne.KeyModifierSuper {
			name = words.KeyCommand
		}
		out = append(out, l.Say(name, nil))
	}
	switch {
	case keySigns[s.Key] != "":
		return append(out, keySigns[s.Key])
	case keyWords[s.Key] != "":
		return append(out, l.Say(keyWords[s.Key], nil))
	}
	return append(out, s.Key)
}

// keyName is a key as people write it: Ctrl+Shift+Z.
func keyName(l words.Language, s edit.Stroke) string { return strings.Join(keyNames(l, s), "+") }

// keyOf is the key a command is shown with; empty where it has none.
func (pr *Program) keyOf(c *command) string {
	if all := c.strokes(); len(all) > 0 {
		return keyName(pr.words, all[0])
	}
	return ""
}

// keyNamesOf are all keys of a command, each once.
func keyNamesOf(l words.Language, strokes []edit.Stroke) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range strokes {
		if name := keyName(l, s); !aliases[s.Key] && !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}
