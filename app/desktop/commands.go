//go:build !nogui

package desktop

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/home"
	"footpath/app/desktop/look"
	"footpath/app/words"
	"footpath/mapmodel"
)

// command is one thing a person can do. The table of commands feeds the menus, the toolbar and the sheet of keys.
type command struct {
	name  string // for the program: unique
	words words.Key
	label string // instead of words: a name that is not a sentence of ours
	menu  words.Key
	where place
	// key is what triggers it anywhere; nil for none. keys are further ones. What the board does takes its keys from the board's
	// own table, by its name.
	key  fyne.KeyboardShortcut
	keys []fyne.KeyboardShortcut
	// plain is a key with nothing but Shift held, at the most: it reaches what has the focus first, and is ours where that has no
	// use for it.
	plain fyne.KeyName
	held  fyne.KeyModifier
	more  []edit.Stroke // further keys of that sort
	// rule begins a group in the menu.
	rule bool
	// past tells that it makes sense while an earlier moment of the map is on the screen.
	past bool
	// under is the submenu it stands in.
	under words.Key
	// enabled and checked may be nil: always, never.
	enabled, checked func() bool
	// said is its name where it tells more than the words, as which change undo takes back; nil, or empty, where it does not.
	said func() string
	// answers tells that it says itself why it cannot be done: its key is let through to it.
	answers bool
	do      func()
	// typing says that it also makes sense while a sheet or field has the keyboard: it is given to the field.
	typing func() fyne.Shortcut
}

const both = atHome | atMap

// with is a key with Ctrl (Cmd on a Mac) and what else is held.
func with(key fyne.KeyName, also ...fyne.KeyModifier) fyne.KeyboardShortcut {
	mods := fyne.KeyModifierShortcutDefault
	for _, m := range also {
		mods |= m
	}
	return &desktop.CustomShortcut{KeyName: key, Modifier: mods}
}

const shift = fyne.KeyModifierShift

// commands is the table, in the order of the menus.
func (pr *Program) commands() []command {
	var table []command
	add := func(menu words.Key, where place, list ...command) {
		for _, c := range list {
			c.menu, c.where = menu, where&orAll(c.where)
			table = append(table, c)
		}
	}
	add(words.MenuFile, both, pr.fileCommands()...)
	add(words.MenuEdit, both, pr.editCommands()...)
	add(words.MenuView, both, pr.viewCommands()...)
	add(words.MenuInsert, atMap, pr.insertCommands()...)
	add(words.MenuMap, atMap, pr.mapCommands()...)
	add(words.MenuMaps, atHome, pr.homeCommands()...)
	add(words.MenuHelp, both,
		command{name: "keys", past: true, words: words.CommandKeys, plain: fyne.KeyF1, do: pr.showKeys},
		command{name: "about", past: true, words: words.CommandAbout, do: pr.showAbout})
	return table
}

func orAll(p place) place {
	if p == 0 {
		return both
	}
	return p
}

func (pr *Program) fileCommands() []command {
	list := []command{
		{name: "new", past: true, words: words.CommandNew, key: with(fyne.KeyN), do: func() { pr.NewMap(0) }},
		{name: "open", past: true, words: words.CommandOpen, key: with(fyne.KeyO), do: pr.AskFile},
	}
	for i, t := range pr.templates {
		list = append(list, command{
			name: "new-" + t.name, past: true, label: pr.templateName(t), under: words.CommandNewFrom, do: func() { pr.NewMap(i) },
		})
	}
	for i, path := range pr.set.RecentFiles {
		list = append(list, command{
			name: "recent-" + strconv.Itoa(i), past: true, label: recentName(path), under: words.CommandRecent, do: func() { pr.OpenFile(path) },
		})
	}
	return append(list, []command{
		{name: "all-maps", past: true, words: words.CommandAllMaps, key: with(fyne.KeyW), where: atMap, rule: true, do: pr.OpenHome},
		{name: "save", words: words.CommandSave, key: with(fyne.KeyS), where: atMap, rule: true, do: pr.SaveFile},
		{name: "save-as", words: words.CommandSaveAs, key: with(fyne.KeyS, shift), where: atMap, do: pr.AskSaveFile},
		{name: "export", words: words.CommandExport, key: with(fyne.KeyP), where: atMap, do: pr.AskExport},
		{name: "settings", past: true, words: words.CommandSettings, key: with(fyne.KeyComma), rule: true, do: pr.showSettings},
		{name: "quit", past: true, words: words.CommandQuit, key: with(fyne.KeyQ), rule: true, do: pr.Quit},
	}...)
}

func (pr *Program) editCommands() []command {
	field := func(s fyne.Shortcut) func() fyne.Shortcut { return func() fyne.Shortcut { return s } }
	return []command{
		{
			name: "undo", words: words.CommandUndo, typing: field(&fyne.ShortcutUndo{}),
			enabled: pr.canUndo, said: pr.undoSaid, answers: true, do: pr.undo,
		},
		{
			name: "redo", words: words.CommandRedo,
			typing: field(&fyne.ShortcutRedo{}), enabled: pr.canRedo, said: pr.redoSaid, answers: true, do: pr.redo,
		},
		{
			name: "cut", words: words.CommandCut, rule: true, do: pr.onBoard(edit.Cut),
			typing: func() fyne.Shortcut { return &fyne.ShortcutCut{Clipboard: pr.app.Clipboard()} },
		},
		{
			name: "copy", words: words.CommandCopy, do: pr.onBoard(edit.Copy),
			typing: func() fyne.Shortcut { return &fyne.ShortcutCopy{Clipboard: pr.app.Clipboard()} },
		},
		{
			name: "paste", words: words.CommandPaste, do: pr.onBoard(edit.Paste),
			typing: func() fyne.Shortcut { return &fyne.ShortcutPaste{Clipboard: pr.app.Clipboard()} },
		},
		{name: "paste-one", words: words.CommandPasteOne, where: atMap, do: pr.onBoard(edit.PasteOne)},
		{
			name: "select-all", words: words.CommandSelectAll, rule: true, do: pr.onBoard(edit.SelectAll),
			typing: field(&fyne.ShortcutSelectAll{}),
		},
		{name: "find", words: words.CommandSearchMaps, key: with(fyne.KeyF), where: atHome, do: func() { pr.home.FocusSearch() }},
		{name: "find-in-map", words: words.CommandFindInMap, key: with(fyne.KeyF), where: atMap, do: func() { pr.showFind(false) }},
		{
			name: "find-next", words: words.CommandFindNext, key: with(fyne.KeyG), plain: fyne.KeyF3, where: atMap,
			do: func() { pr.stepFind(1) },
		},
		{
			name: "find-previous", words: words.CommandFindPrevious, key: with(fyne.KeyG, shift), plain: fyne.KeyF3, held: shift, where: atMap,
			do: func() { pr.stepFind(-1) },
		},
		{name: "replace", words: words.CommandReplace, key: with(fyne.KeyH), where: atMap, do: func() { pr.showFind(true) }},
		{
			name: "filter", words: words.CommandFilter, key: with(fyne.KeyF, shift), where: atMap, do: pr.showFilter,
			checked: func() bool { return pr.filter != nil },
		},
		{
			name: "hide-others", words: words.CommandHideOthers, where: atMap, do: pr.turnHiding, enabled: pr.filters,
			checked: func() bool { return pr.filter != nil && pr.filter.hides },
		},
		{
			name: "clear-filter", words: words.CommandClearFilter, where: atMap, do: pr.closeFilter,
			enabled: func() bool { return pr.filter != nil },
		},
		{name: paletteName, past: true, words: words.CommandFind, key: with(fyne.KeyK), keys: []fyne.KeyboardShortcut{with(fyne.KeyP, shift)}, do: pr.ShowPalette},
		{name: "edit", words: words.CommandEdit, where: atMap, rule: true, enabled: pr.hasText, do: pr.onBoard(edit.EditText)},
		{name: "duplicate", words: words.CommandDuplicate, where: atMap, enabled: pr.hasCards, do: pr.onBoard(edit.Duplicate)},
		{name: "join", words: words.CommandJoin, where: atMap, enabled: pr.hasSeveral, do: pr.onBoard(edit.Join)},
		{name: "split", words: words.CommandSplit, where: atMap, enabled: pr.hasCards, do: pr.onBoard(edit.Split)},
		{name: "delete", words: words.CommandDelete, where: atMap, do: pr.onBoard(edit.Remove)},
	}
}

func (pr *Program) viewCommands() []command {
	zoom := func(f func()) func() {
		return func() {
			if pr.open != nil {
				f()
			}
		}
	}
	list := []command{
		{
			name: "zoom-in", past: true, words: words.CommandZoomIn, key: with(fyne.KeyEqual), where: atMap,
			keys: []fyne.KeyboardShortcut{with(fyne.KeyPlus), with(fyne.KeyEqual, shift), with(fyne.KeyPlus, shift)},
			do:   zoom(func() { pr.shownBoard().ZoomIn() }),
		},
		{name: "zoom-out", past: true, words: words.CommandZoomOut, key: with(fyne.KeyMinus), where: atMap, do: zoom(func() { pr.shownBoard().ZoomOut() })},
		{name: "zoom-100", past: true, words: words.CommandZoom100, key: with(fyne.Key0), where: atMap, do: zoom(func() { pr.shownBoard().ZoomTo(100) })},
		{name: "fit-map", past: true, words: words.CommandFitMap, key: with(fyne.Key1), where: atMap, do: zoom(func() { pr.shownBoard().FitMap() })},
		{name: "fit-selection", words: words.CommandFitSelection, key: with(fyne.Key2), where: atMap, do: zoom(func() { pr.open.board.FitSelection() })},
		{
			name: "outline", words: words.CommandOutline, key: with(fyne.KeyO, shift), where: atMap, rule: true, do: pr.toggleOutline,
			checked: func() bool { return pr.outline != nil },
		},
		{
			name: "show-details", words: words.CommandDetails, key: with(fyne.KeyI), where: atMap,
			do: pr.toggleDetails, checked: pr.showsDetails, said: pr.saidDetails,
		},
		{
			name: "menu", words: words.CommandMenu, plain: fyne.KeyF10, held: shift, more: keys(0, string(desktop.KeyMenu)),
			do: pr.showMenu,
		},
		{name: "next-pane", past: true, words: words.CommandNextPane, plain: fyne.KeyF6, do: func() { pr.turnPane(1) }},
		{name: "previous-pane", past: true, words: words.CommandPreviousPane, plain: fyne.KeyF6, held: shift, do: func() { pr.turnPane(-1) }},
		{
			name: "present", words: words.CommandPresent, plain: fyne.KeyF5, where: atMap, rule: true, enabled: pr.hasStages,
			do: func() { pr.present(false) },
		},
		{
			name: "present-from-stage", words: words.PresentFromStage, plain: fyne.KeyF5, held: shift, where: atMap, enabled: pr.hasStages,
			do: func() { pr.present(true) },
		},
		{name: "full-screen", past: true, words: words.CommandFullScreen, plain: fyne.KeyF11, rule: true, do: pr.fullScreen, checked: pr.win.FullScreen},
	}
	list = slices.Insert(list, len(list)-1, pr.showCommands()...)
	for i, mode := range []struct {
		mode look.Mode
		key  words.Key
	}{{look.Light, words.CommandThemeLight}, {look.Dark, words.CommandThemeDark}, {look.Contrast, words.CommandThemeContrast}, {look.System, words.CommandThemeSystem}} {
		list = append(list, command{
			name: "theme-" + string(mode.mode), past: true, words: mode.key, under: words.CommandTheme, rule: i == 0,
			do: func() { pr.setMode(mode.mode) }, checked: func() bool { return pr.theme.Mode() == mode.mode },
		})
	}
	for _, language := range words.Languages() {
		list = append(list, command{
			name: "language-" + language.Tag(), past: true, label: language.Say(words.StateLanguage, nil), under: words.CommandLanguage,
			do: func() { pr.speak(language) }, checked: func() bool { return pr.words.Tag() == language.Tag() },
		})
	}
	return list
}

func (pr *Program) insertCommands() []command {
	return []command{
		{name: "add-card", words: words.CommandAddCard, do: pr.onBoard(edit.AddCard)},
		{name: "add-card-above", words: words.CommandAddCardAbove, do: pr.onBoard(edit.AddCardAbove)},
		{name: "quick-note", words: words.CommandQuickNote, key: with(fyne.KeyE), rule: true, do: pr.showCapture},
		{name: "take-note", words: words.CommandTakeNote, enabled: pr.canTakeNote, do: pr.onBoard(edit.TakeNote)},
		{name: "inbox", words: words.CommandInbox, do: pr.onBoard(edit.Inbox)},
		{name: "add-stage", words: words.CommandAddStage, rule: true, do: pr.onBoard(edit.AddStage)},
		{name: "add-step", words: words.CommandAddStep, do: pr.onBoard(edit.AddStep)},
		{name: "add-lane", words: words.CommandAddLane, rule: true, do: pr.onBoard(edit.AddLane)},
		{name: "add-persona", words: words.CommandAddPersona, rule: true, do: pr.onBoard(edit.AddPersona)},
		{name: "add-picture", words: words.CommandAddPicture, enabled: pr.canPicture, do: pr.addPicture},
		{name: "remove-picture", words: words.CommandRemovePicture, enabled: pr.hasPicture, do: pr.removePicture},
	}
}

func (pr *Program) mapCommands() []command {
	list := []command{
		{name: "move-up", words: words.CommandMoveUp, enabled: pr.canMove, do: pr.onBoard(edit.MoveUp)},
		{name: "move-down", words: words.CommandMoveDown, enabled: pr.canMove, do: pr.onBoard(edit.MoveDown)},
		{name: "move-left", words: words.CommandMoveLeft, enabled: pr.canMove, do: pr.onBoard(edit.MoveLeft)},
		{name: "move-right", words: words.CommandMoveRight, enabled: pr.canMove, do: pr.onBoard(edit.MoveRight)},
		{name: "stage-left", words: words.CommandStageLeft, rule: true, do: pr.onBoard(edit.StageLeft)},
		{name: "stage-right", words: words.CommandStageRight, do: pr.onBoard(edit.StageOn)},
		{name: "lane-up", words: words.CommandLaneUp, do: pr.onBoard(edit.LaneUpper)},
		{name: "lane-down", words: words.CommandLaneDown, do: pr.onBoard(edit.LaneLower)},
		{name: "hide-lane", words: words.CommandHideLane, enabled: pr.hasLane, do: pr.onBoard(edit.HideLane)},
		{name: "show-lanes", words: words.CommandShowLanes, enabled: pr.hidesLanes, do: pr.showLanes},
		{
			name: "state-current", words: words.CommandStateCurrent, rule: true, do: func() { pr.setState(mapmodel.Current) },
			checked: func() bool { return pr.state() == mapmodel.Current },
		},
		{
			name: "state-future", words: words.CommandStateFuture, do: func() { pr.setState(mapmodel.Future) },
			checked: func() bool { return pr.state() == mapmodel.Future },
		},
	}
	list = append(list, pr.historyCommands()...)
	list = append(list, command{
		name: "checks", words: words.CommandChecks, key: with(fyne.KeyM, shift), do: pr.showChecks,
		checked: func() bool { return pr.checks.panel != nil },
	})
	return append(list, []command{
		{name: "copy-map", words: words.CommandCopyMap, rule: true, do: pr.copyMap},
		{name: "bin-map", words: words.CommandMoveToBin, do: pr.binOpenMap},
	}...)
}

func (pr *Program) homeCommands() []command {
	focused := func(bin bool) func() bool {
		return func() bool {
			m, ok := pr.home.Focused()
			return ok && m.Bin == bin
		}
	}
	return []command{
		{name: "home-rename", words: words.CommandRename, plain: fyne.KeyF2, enabled: focused(false), do: func() { pr.home.Rename() }},
		{name: "home-duplicate", words: words.CommandDuplicate, key: with(fyne.KeyD), enabled: focused(false), do: func() { pr.onFocused(pr.duplicate) }},
		{
			name: "home-pin", words: words.CommandPin, enabled: focused(false), checked: pr.focusedPinned,
			do: func() { pr.onFocused(func(id mapmodel.ID) { pr.pin(id, !pr.pins[id]) }) },
		},
		{name: "home-bin", words: words.CommandMoveToBin, plain: fyne.KeyDelete, enabled: focused(false), do: func() { pr.home.Bin() }},
		{
			name: "home-restore", words: words.CommandRestore, rule: true, enabled: focused(true), do: func() {
				if m, ok := pr.home.Focused(); ok {
					pr.bin(m.ID, false)
				}
			},
		},
		{name: "home-delete", words: words.CommandDeleteForEver, enabled: focused(true), do: func() { pr.home.Bin() }},
		{
			name: "empty-bin", words: words.CommandEmptyBin, do: pr.askEmptyBin,
			enabled: func() bool {
				_, bin := pr.home.Counts()
				return bin > 0
			},
		},
		{
			name: "order-edited", words: words.HomeLastEdited, under: words.CommandOrder, rule: true, do: func() { pr.home.SetOrder(home.ByEdited) },
			checked: func() bool { return pr.home.Order() == home.ByEdited },
		},
		{
			name: "order-title", words: words.HomeByTitle, under: words.CommandOrder, do: func() { pr.home.SetOrder(home.ByTitle) },
			checked: func() bool { return pr.home.Order() == home.ByTitle },
		},
		{
			name: "order-cards", words: words.HomeByCards, under: words.CommandOrder, do: func() { pr.home.SetOrder(home.ByCards) },
			checked: func() bool { return pr.home.Order() == home.ByCards },
		},
		{
			name: "list", words: words.HomeList, key: with(fyne.KeyL), rule: true, do: func() { pr.listMaps(!pr.home.ShowsList()) },
			checked: func() bool { return pr.home.ShowsList() },
		},
		{
			name: "show-bin", words: words.HomeBin, do: func() { pr.home.ShowBin(!pr.home.ShowsBin()) },
			checked: func() bool { return pr.home.ShowsBin() },
		},
	}
}

// find gives a command of the table by its name.
func (pr *Program) find(name string) *command {
	for i := range pr.table {
		if pr.table[i].name == name {
			return &pr.table[i]
		}
	}
	return nil
}

// Run does what a command does, as its menu item would, and tells whether it could.
func (pr *Program) Run(name string) bool {
	c := pr.find(name)
	return c != nil && pr.run(c)
}

func (pr *Program) run(c *command) bool {
	if c.typing != nil {
		if field := pr.typingInto(); field != nil {
			field.TypedShortcut(c.typing())
			return true
		}
	}
	if pr.win.Canvas().Overlays().Top() != nil || pr.at()&c.where == 0 || pr.disabled(c) && (pr.past != nil || !c.answers) {
		return false
	}
	c.do()
	return true
}

// typingInto is the field that has the keyboard, or nil: then the board or the tiles have it.
func (pr *Program) typingInto() fyne.Shortcutable {
	focused := pr.win.Canvas().Focused()
	if pr.open != nil && focused == fyne.Focusable(pr.open.board) {
		return nil
	}
	field, ok := focused.(fyne.Shortcutable)
	if !ok {
		return nil
	}
	return field
}

// onBoard does something on the board and gives the keyboard back to it: a click on a menu or button has taken it. When the
// board still has it, the key was pressed; what that means in the middle of typing the board knows better.
func (pr *Program) onBoard(c edit.Command) func() {
	return func() {
		if pr.open == nil {
			return
		}
		if row := pr.find(string(c)); row != nil && pr.open.board.Editing() && pr.win.Canvas().Focused() == fyne.Focusable(pr.open.board) {
			if key := row.shortcut(); key != nil {
				pr.open.board.TypedShortcut(key)
				return
			}
		}
		within := pr.open.details != nil && pr.open.details.Has(pr.win.Canvas().Focused())
		pr.open.board.Do(c)
		if !within || c != edit.Undo && c != edit.Redo { // who takes back in the panel goes on there
			pr.focus()
		}
	}
}

func (pr *Program) hasSeveral() bool { return pr.open != nil && len(pr.open.board.Selection()) > 1 }

func (pr *Program) hasCards() bool { return pr.open != nil && len(pr.open.board.Selection()) > 0 }

// hasText tells whether something is selected whose text can be edited: an empty place has none, and a card is added there.
func (pr *Program) hasText() bool {
	if pr.open == nil {
		return false
	}
	switch pr.open.board.Spot().Kind {
	case edit.None, edit.Start, edit.Cell:
		return false
	}
	return true
}

// hasLane tells whether a lane is selected, or what stands in one.
func (pr *Program) hasLane() bool { return pr.open != nil && !pr.open.board.Lane().IsZero() }

// canMove tells whether something is selected that has a place among its like.
func (pr *Program) canMove() bool {
	if pr.open == nil {
		return false
	}
	switch pr.open.board.Spot().Kind {
	case edit.PersonaHead, edit.StageHead, edit.StepHead, edit.LaneHead:
		return true
	}
	return pr.hasCards()
}

func (pr *Program) fullScreen() {
	pr.win.SetFullScreen(!pr.win.FullScreen())
	pr.refreshMenu()
	pr.focus()
}
