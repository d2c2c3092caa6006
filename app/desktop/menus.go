//go:build !nogui

package desktop

import (
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/parts"
	"footpath/app/words"
)

// nativeMenu tells whether the system has a menu bar of its own. Elsewhere the bar is ours: the toolkit's writes keys too pale to
// be read, and closes when something it shows changes.
const nativeMenu = runtime.GOOS == "darwin"

// refreshMenu has the menus say what can be done here.
func (pr *Program) refreshMenu() {
	marks := ""
	if nativeMenu {
		marks = pr.writeMarks()
	}
	if pr.menuOf == pr.at() && pr.marks == marks {
		return
	}
	if pr.bar != nil && pr.menuOf != pr.at() {
		pr.bar.SetMenus(pr.barMenus())
	}
	pr.menuOf, pr.marks = pr.at(), marks
	if nativeMenu {
		pr.win.SetMainMenu(fyne.NewMainMenu(pr.mainMenus()...))
	} else {
		pr.hearKeys()
	}
}

// hearKeys gives the toolkit the keys: it looks for them in the main menu before anything else sees them. It draws no bar for a
// menu that is empty when the window takes it in, so the lines come just after; and not before there is a window to take it.
func (pr *Program) hearKeys() {
	if !pr.started {
		return
	}
	main := fyne.NewMainMenu()
	pr.win.SetMainMenu(main)
	main.Items = pr.mainMenus()
}

// writeMarks writes down what is disabled and checked, to compare.
func (pr *Program) writeMarks() string {
	var out strings.Builder
	for i := range pr.table {
		if c := &pr.table[i]; pr.at()&c.where != 0 {
			mark := byte('.')
			if pr.disabled(c) {
				mark = '-'
			} else if pr.checked(c) {
				mark = '+'
			}
			out.WriteByte(mark)
		}
	}
	return out.String()
}

func (pr *Program) disabled(c *command) bool {
	return pr.past != nil && !c.past || c.enabled != nil && !c.enabled()
}

func (pr *Program) checked(c *command) bool { return c.checked != nil && c.checked() }

// here lists the commands of what the window shows, menu by menu.
func (pr *Program) here() [][]*command {
	var groups [][]*command
	var last words.Key
	for i := range pr.table {
		c := &pr.table[i]
		if pr.at()&c.where == 0 {
			continue
		}
		if c.menu != last {
			last = c.menu
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], c)
	}
	return groups
}

// barMenus are the menus of our own bar.
func (pr *Program) barMenus() []parts.Menu {
	var menus []parts.Menu
	for _, group := range pr.here() {
		menus = append(menus, parts.Menu{Label: pr.say(group[0].menu), Items: func() []parts.MenuItem { return pr.barItems(group) }})
	}
	return menus
}

func (pr *Program) barItems(group []*command) []parts.MenuItem {
	var items []parts.MenuItem
	for _, c := range group {
		item := parts.MenuItem{
			Label: pr.saidOf(c), Key: pr.keyOf(c), Rule: c.rule, Disabled: pr.disabled(c), Checked: pr.checked(c), Do: func() { pr.run(c) },
		}
		if c.under == "" {
			items = append(items, item)
			continue
		}
		label := pr.say(c.under)
		if n := len(items); n == 0 || items[n-1].Label != label {
			items = append(items, parts.MenuItem{Label: label, Rule: c.rule})
		}
		last := &items[len(items)-1]
		item.Rule = false
		last.Items = append(last.Items, item)
	}
	return items
}

// mainMenus are the menus as the toolkit knows them: for the system's own bar, and for the keys.
func (pr *Program) mainMenus() []*fyne.Menu {
	var menus []*fyne.Menu
	for _, group := range pr.here() {
		menu := fyne.NewMenu(pr.say(group[0].menu))
		for _, c := range group {
			into := menu
			if c.under != "" {
				into = pr.submenu(menu, c)
			} else if c.rule && len(menu.Items) > 0 {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			}
			into.Items = append(into.Items, pr.menuItem(c))
		}
		menus = append(menus, menu)
	}
	if !nativeMenu {
		menus = append(menus, pr.furtherKeys())
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
	if key := c.shortcut(); key != nil {
		item.Shortcut = key
	}
	item.Disabled, item.Checked, item.IsQuit = pr.disabled(c), pr.checked(c), c.name == "quit"
	return item
}

// furtherKeys holds the keys that do the same as another: nobody sees this menu.
func (pr *Program) furtherKeys() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, group := range pr.here() {
		for _, c := range group {
			for i, key := range c.shortcuts() {
				if i == 0 {
					continue
				}
				item := fyne.NewMenuItem(c.name, func() { pr.run(c) })
				item.Shortcut = key
				menu.Items = append(menu.Items, item)
			}
		}
	}
	return menu
}

// saidOf is what a command is called now, where it is chosen or pointed at.
func (pr *Program) saidOf(c *command) string {
	if c.said != nil {
		if said := c.said(); said != "" {
			return said
		}
	}
	return pr.label(c)
}

// saidDetails is what the details are called of what is no card; empty for a card.
func (pr *Program) saidDetails() string {
	if pr.open == nil || pr.open.board.Spot().Kind == edit.Card {
		return ""
	}
	return pr.say(words.DetailsTitle)
}

func (pr *Program) label(c *command) string {
	if c.label != "" {
		return c.label
	}
	return pr.say(c.words)
}

// keyboard gives keys a meaning while nothing has the focus.
func (pr *Program) keyboard() {
	pr.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { pr.TypedKey(e) })
}

// TypedKey is given the keys that mean nothing to what has the focus. Of the commands' keys, these are the function keys: others
// without Ctrl or Alt belong to what has the focus.
func (pr *Program) TypedKey(e *fyne.KeyEvent) bool {
	if sheet, ok := pr.win.Canvas().Overlays().Top().(*parts.Sheet); ok && pr.win.Canvas().Focused() == nil {
		sheet.Wake(e)
		return true
	}
	held := modsOf(pr.p.Mods()) & edit.Shift
	pressed := edit.Stroke{Key: string(e.Name), Mods: held}
	for i := range pr.table {
		if c := &pr.table[i]; isFunctionKey(e.Name) && pr.at()&c.where != 0 && slices.Contains(c.plainStrokes(), pressed) {
			return pr.run(c)
		}
	}
	switch {
	case e.Name == fyne.KeyF10 && held == 0:
		if pr.bar != nil && pr.win.Canvas().Overlays().Top() == nil {
			pr.bar.Open(0)
		}
		return true
	case isFunctionKey(e.Name):
		return false
	default:
		if pr.win.Canvas().Focused() == nil {
			pr.focus()
		}
		return false
	}
}

// isFunctionKey tells F1 and its kin, and the Menu key: they are never letters.
func isFunctionKey(key fyne.KeyName) bool {
	return key == desktop.KeyMenu || len(key) > 1 && key[0] == 'F' && key[1] >= '1' && key[1] <= '9'
}

// turnPane takes the keyboard from one pane to the next: the board or the tiles, the tools, and back. It is the way out of the map
// for who has no mouse. From the inbox, which is a part of the board, it leads back to the map first.
func (pr *Program) turnPane(step int) {
	if pr.open != nil && pr.past == nil && pr.win.Canvas().Focused() == fyne.Focusable(pr.open.board) && pr.open.board.LeaveInbox() {
		return
	}
	panes := pr.panes()
	at := 0
	for i, p := range panes {
		if p.has {
			at = i
		}
	}
	panes[(at+step+len(panes))%len(panes)].focus()
	pr.refreshStatus()
}

// pane is a part of the window that takes the keyboard.
type pane struct {
	has   bool
	focus func()
}

// panes are those that show, the main one first: it has the keyboard where no other has.
func (pr *Program) panes() []pane {
	focused := pr.win.Canvas().Focused()
	if pr.open == nil {
		searching := focused == fyne.Focusable(pr.home.Search())
		return []pane{{focus: pr.focus}, {searching, pr.home.FocusSearch}}
	}
	panes := []pane{{focus: pr.focus}}
	if pr.past != nil {
		return append(panes, pane{pr.toolbar.has(focused), func() { pr.win.Canvas().Focus(pr.toolbar.first) }})
	}
	if pr.outline != nil {
		panes = append(panes, pane{pr.outline.Has(focused), pr.outline.Focus})
	}
	if list := pr.checks.panel; list != nil {
		panes = append(panes, pane{list.Has(focused), list.Focus})
	}
	if pr.capture != nil {
		panes = append(panes, pane{pr.capture.Has(focused), pr.capture.Focus})
	}
	if pr.filter != nil {
		panes = append(panes, pane{pr.filter.bar.Has(focused), pr.filter.bar.Focus})
	}
	if pr.showsDetails() {
		panes = append(panes, pane{pr.open.details.Has(focused), pr.enterDetails})
	}
	if pr.finding != nil {
		panes = append(panes, pane{pr.finding.bar.Has(focused), pr.finding.bar.Focus})
	}
	return append(panes, pane{pr.toolbar.has(focused), func() { pr.win.Canvas().Focus(pr.toolbar.first) }})
}
