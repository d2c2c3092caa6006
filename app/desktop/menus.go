//go:build !nogui

package desktop

import (
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/words"
)

// refreshMenu makes the main menu say what can be done now. It is made anew only when something in it is different: the
// toolkit closes an open menu by that.
func (pr *Program) refreshMenu() {
	marks := pr.marks()
	if pr.menu != nil && pr.menuOf == pr.at() && pr.disabled == marks {
		return
	}
	pr.menuOf, pr.disabled = pr.at(), marks
	pr.menu = fyne.NewMainMenu(pr.menus()...)
	pr.win.SetMainMenu(pr.menu)
}

// marks writes down what is disabled and checked, to compare.
func (pr *Program) marks() string {
	var out strings.Builder
	for i := range pr.table {
		c := &pr.table[i]
		if pr.at()&c.where == 0 {
			continue
		}
		mark := byte('.')
		if c.enabled != nil && !c.enabled() {
			mark = '-'
		} else if c.checked != nil && c.checked() {
			mark = '+'
		}
		out.WriteByte(mark)
	}
	return out.String()
}

func (pr *Program) menus() []*fyne.Menu {
	var menus []*fyne.Menu
	var last words.Key
	for i := range pr.table {
		c := &pr.table[i]
		if pr.at()&c.where == 0 {
			continue
		}
		if c.menu != last {
			last = c.menu
			menus = append(menus, fyne.NewMenu(pr.say(c.menu)))
		}
		menu := menus[len(menus)-1]
		if c.under != "" {
			menu = pr.submenu(menu, c)
		} else if c.rule && len(menu.Items) > 0 {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
		}
		menu.Items = append(menu.Items, pr.menuItem(c))
	}
	return menus
}

// submenu finds or makes the submenu a command stands in.
func (pr *Program) submenu(menu *fyne.Menu, c *command) *fyne.Menu {
	label := pr.say(c.under)
	for _, item := range menu.Items {
		if item.ChildMenu != nil && item.Label == label {
			return item.ChildMenu
		}
	}
	if c.rule {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	}
	item := fyne.NewMenuItem(label, nil)
	item.ChildMenu = fyne.NewMenu(label)
	menu.Items = append(menu.Items, item)
	return item.ChildMenu
}

func (pr *Program) menuItem(c *command) *fyne.MenuItem {
	item := fyne.NewMenuItem(pr.label(c), func() { pr.run(c) })
	if c.key != nil {
		item.Shortcut = c.key
	}
	item.Disabled = c.enabled != nil && !c.enabled()
	item.Checked = c.checked != nil && c.checked()
	item.IsQuit = c.name == "quit"
	return item
}

func (pr *Program) label(c *command) string {
	if c.label != "" {
		return c.label
	}
	return pr.say(c.words)
}

// keyboard lets further keys do what the menu's do, and gives plain keys a meaning where nothing has the focus.
func (pr *Program) keyboard() {
	for i := range pr.table {
		for _, key := range pr.table[i].keys {
			name := pr.table[i].name
			pr.win.Canvas().AddShortcut(key, func(fyne.Shortcut) { pr.Run(name) })
		}
	}
	pr.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { pr.TypedKey(e) })
}

// TypedKey is called with keys that mean nothing to what has the focus.
func (pr *Program) TypedKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyF1:
		return pr.Run("keys")
	case fyne.KeyF11:
		return pr.Run("full-screen")
	default:
		if pr.win.Canvas().Focused() == nil {
			pr.focus()
		}
		return false
	}
}
