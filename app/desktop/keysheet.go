//go:build !nogui

package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
)

// keyNames are the keys people call otherwise than the toolkit.
var keyNames = map[fyne.KeyName]string{
	fyne.KeyReturn: "Enter", fyne.KeyDelete: "Del", fyne.KeyEqual: "+", fyne.KeyMinus: "−", fyne.KeyUp: "↑", fyne.KeyDown: "↓",
	fyne.KeyLeft: "←", fyne.KeyRight: "→", fyne.KeyPageUp: "PgUp", fyne.KeyPageDown: "PgDn",
}

// keyName is a command's key as people write it: Ctrl+Shift+Z.
func keyName(c *command) string {
	key, mods := c.plain, fyne.KeyModifier(0)
	if c.key != nil {
		key, mods = c.key.Key(), c.key.Mod()
	}
	if key == "" {
		return ""
	}
	var out []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if mods&m.mod != 0 {
			out = append(out, m.name)
		}
	}
	name, ok := keyNames[key]
	if !ok {
		name = string(key)
	}
	return strings.Join(append(out, name), "+")
}

var _ fyne.KeyboardShortcut = (*desktop.CustomShortcut)(nil)

// showKeys shows every command that has a key, menu by menu, in two columns.
func (pr *Program) showKeys() {
	var groups [][]fyne.CanvasObject
	var last words.Key
	for i := range pr.table {
		c := &pr.table[i]
		name := keyName(c)
		if name == "" || c.under != "" {
			continue
		}
		if c.menu != last {
			last = c.menu
			groups = append(groups, []fyne.CanvasObject{
				parts.NewText(pr.say(c.menu), parts.Type{Size: look.Meta, Bold: true, Role: look.Secondary}),
			})
		}
		row := parts.Row(8, parts.NewText(strings.TrimSuffix(pr.label(c), "…"), parts.Type{Cut: true}), parts.Keycap(name))
		groups[len(groups)-1] = append(groups[len(groups)-1], parts.Sized(row, 300, 24))
	}
	most := pr.win.Canvas().Size().Height - 220 // title, answer and air
	pr.tell(pr.say(words.DialogKeys), parts.Tall(twoColumns(groups), 640, most))
}

// twoColumns sets groups into two columns of about the same height.
func twoColumns(groups [][]fyne.CanvasObject) fyne.CanvasObject {
	total := 0
	for _, g := range groups {
		total += len(g) + 1
	}
	var columns [2][]fyne.CanvasObject
	at, filled := 0, 0
	for _, g := range groups {
		if at == 0 && filled > 0 && filled+len(g)/2 >= total/2 {
			at = 1
		}
		if len(columns[at]) > 0 {
			columns[at] = append(columns[at], parts.Gap(1, 10))
		}
		columns[at] = append(columns[at], g...)
		filled += len(g) + 1
	}
	return parts.Tops(40, parts.Column(2, columns[0]...), parts.Column(2, columns[1]...))
}

// showAbout says what this program is.
func (pr *Program) showAbout() {
	pr.tell(pr.sayWith(words.DialogAbout, words.Args{"version": pr.p.Version}), parts.Sentences(pr.say(words.DialogAboutBody), sheetText))
}
