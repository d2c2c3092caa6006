//go:build !nogui

package desktop

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

// toolbar is the row of tools above the board.
type toolbar struct {
	pr         *Program
	bar        fyne.CanvasObject
	undo, redo *parts.Button
	palette    *parts.Button
	details    *parts.Button
	first      *parts.Button
	tools      []*parts.Button
	names      []string // of the tools' commands
}

func newToolbar(pr *Program) *toolbar {
	t := &toolbar{pr: pr}
	t.first = t.button("all-maps", icons.Home, words.CommandAllMaps, parts.Flat)
	t.undo = t.button("undo", icons.Undo, "", parts.Flat)
	t.redo = t.button("redo", icons.Redo, "", parts.Flat)
	t.palette = t.make("", parts.ButtonParams{
		Icon: icons.Moon, Name: pr.say(words.CommandTheme), OnTapped: pr.toggleDark, OnHover: pr.hint(func() string {
			if pr.isDark() {
				return pr.say(words.CommandThemeLight)
			}
			return pr.say(words.CommandThemeDark)
		}),
	})
	t.details = t.button("show-details", icons.Panel, "", parts.Flat)
	export := t.button("export", icons.Export, words.CommandButtonExport, parts.Outlined)
	present := t.button("present", icons.Play, words.CommandPresent, parts.Filled)
	adding := []struct {
		name string
		icon icons.Name
		said words.Key
	}{
		{"add-card", icons.Card, words.CommandButtonCard},
		{"add-stage", icons.Stage, words.CommandButtonStage},
		{"add-lane", icons.Lane, words.CommandButtonLane},
	}
	var adders []*parts.Button
	for _, a := range adding {
		adders = append(adders, t.button(a.name, a.icon, a.said, parts.Flat))
	}
	opener := parts.UpTo(300, parts.NewOpener(pr.say(words.CommandFind), pr.keyOf(pr.find(paletteName)), func() { pr.Run(paletteName) }))
	row := parts.Row(
		2,
		t.first, parts.ToolbarRule(),
		t.undo, t.redo, parts.ToolbarRule(),
		adders[0], adders[1], adders[2],
		parts.Spring(),
		opener, parts.Gap(6, 1),
		t.button("quick-note", icons.Inbox, "", parts.Flat), t.details, t.palette, parts.ToolbarRule(),
		export, parts.Gap(6, 1), present,
	)
	t.bar = parts.NewPanel(
		parts.PanelStyle{Fill: look.Surface, Bottom: look.Hairline},
		parts.Sized(parts.Inset(parts.Fold(row, func(folded bool) {
			for i, b := range adders {
				b.SetLabel(folding(folded, pr.say(adding[i].said)))
			}
		}, func(folded bool) {
			t.first.SetLabel(folding(folded, pr.say(words.CommandAllMaps)))
		}, func(folded bool) {
			opener.Show()
			if folded {
				opener.Hide() // its key is still there
			}
		}, func(folded bool) {
			export.SetLabel(folding(folded, pr.say(words.CommandButtonExport)))
		}), 10, 0, 10, 0), 0, look.ToolbarHeight),
	)
	t.refresh()
	return t
}

// folding is a label, or nothing where it is folded away.
func folding(folded bool, label string) string {
	if folded {
		return ""
	}
	return label
}

// button makes a button for a command; without a label it says its name in the status bar while the pointer is on it.
func (t *toolbar) button(name string, icon icons.Name, label words.Key, kind parts.Kind) *parts.Button {
	p := parts.ButtonParams{Icon: icon, Kind: kind, Name: t.pr.nameOf(name), OnTapped: func() { t.pr.Run(name) }}
	if label != "" {
		p.Label = t.pr.say(label)
	}
	p.OnHover = t.pr.hint(func() string { return t.pr.hintOf(name) })
	return t.make(name, p)
}

// make makes a tool, of a command or of none.
func (t *toolbar) make(name string, p parts.ButtonParams) *parts.Button {
	b := parts.NewButton(p)
	b.OnEscape(t.pr.focus)
	b.OnKey(t.pr.TypedKey)
	t.tools, t.names = append(t.tools, b), append(t.names, name)
	return b
}

// has tells whether one of the tools has the keyboard.
func (t *toolbar) has(focused fyne.Focusable) bool {
	return slices.ContainsFunc(t.tools, func(b *parts.Button) bool { return focused == fyne.Focusable(b) })
}

// nameOf is a command's name without the dots that say it asks for more.
func (pr *Program) nameOf(name string) string {
	if c := pr.find(name); c != nil {
		return strings.TrimRight(pr.fullLabel(c), "… ")
	}
	return ""
}

// hintOf is a command's name and key.
func (pr *Program) hintOf(name string) string {
	c := pr.find(name)
	if c == nil {
		return ""
	}
	if key := pr.keyOf(c); key != "" {
		return pr.saidOf(c) + "  " + key
	}
	return pr.saidOf(c)
}

// hint shows words in the status bar while the pointer is on something.
func (pr *Program) hint(what func() string) func(bool) {
	return func(in bool) {
		words := ""
		if in {
			words = what()
		}
		pr.status.setHint(words)
	}
}

// refresh shows what can be done, and to which palette the button leads.
func (t *toolbar) refresh() {
	for i, b := range t.tools {
		c := t.pr.find(t.names[i])
		b.SetEnabled(t.pr.past == nil || c == nil || c.past)
	}
	t.undo.SetEnabled(t.undo.Enabled() && t.pr.canUndo())
	t.redo.SetEnabled(t.redo.Enabled() && t.pr.canRedo())
	t.details.SetOn(t.pr.showsDetails())
	if t.pr.isDark() {
		t.palette.SetIcon(icons.Sun)
	} else {
		t.palette.SetIcon(icons.Moon)
	}
}
