//go:build !nogui

package desktop

import (
	"slices"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/parts"
	"footpath/app/words"
)

// meant are the commands that the menu of a selection offers, by what is selected and in groups. Their words, keys and deeds are
// those of the table.
var meant = map[edit.Kind][][]string{
	edit.Card: {
		{"edit", "show-details"}, {"cut", "copy", "paste", "duplicate"}, {"add-card", "add-card-above", "join", "split"}, {"add-picture"}, {"delete"},
	},
	edit.Cell:        {{"add-card", "take-note", "show-details"}, {"paste", "paste-one", "select-all"}, {"add-stage", "add-step", "add-lane"}},
	edit.StageHead:   {{"edit", "show-details"}, {"add-stage", "add-step", "stage-left", "stage-right"}, {"present-from-stage"}, {"delete"}},
	edit.StepHead:    {{"edit", "show-details"}, {"add-stage", "add-step", "stage-left", "stage-right"}, {"present-from-stage"}, {"delete"}},
	edit.LaneHead:    {{"edit", "show-details"}, {"add-lane", "lane-up", "lane-down"}, {"hide-lane", "show-lanes"}, {"delete"}},
	edit.Title:       {{"edit", "show-details", "add-persona"}, {"show-lanes", "fit-map"}, {"present", "export"}, {"copy-map", "bin-map"}},
	edit.HeadField:   {{"edit", "show-details"}, {"copy", "add-persona"}, {"delete"}},
	edit.PersonaHead: {{"edit", "show-details"}, {"add-picture", "remove-picture"}, {"add-persona", "move-left", "move-right"}, {"delete"}},
	edit.Start:       {{"add-stage", "paste"}, {"add-lane", "show-lanes"}},
	edit.None:        {{"add-stage", "add-lane", "show-lanes"}, {"fit-map"}},
}

// meantTyping are those it offers while something is being typed.
var meantTyping = [][]string{{"undo", "redo"}, {"cut", "copy", "paste", "select-all"}}

// showMenu opens the menu of what is selected, beside it: on the board, or among all maps.
func (pr *Program) showMenu() {
	switch {
	case pr.open == nil:
		pr.home.PopUp()
	default:
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(pr.open.board)
		pr.menuOn(pr.open.board.Spot().Kind, at.Add(pr.open.board.Beside()), parts.ShowChoices)
	}
}

// suiting names the commands for what is selected: those of its menu, or among all maps those for a map.
func (pr *Program) suiting() []string {
	if pr.open != nil {
		return slices.Concat(meant[pr.open.board.Spot().Kind]...)
	}
	var names []string
	for i := range pr.table {
		if c := &pr.table[i]; c.menu == words.MenuMaps {
			names = append(names, c.name)
		}
	}
	return names
}

// menuOn opens the menu of a kind of thing at a place of the window.
func (pr *Program) menuOn(kind edit.Kind, at fyne.Position, show func(fyne.Canvas, fyne.Position, []parts.MenuItem, func())) {
	groups := meant[kind]
	if pr.open.board.Editing() {
		groups = meantTyping
	}
	var items []parts.MenuItem
	for _, group := range groups {
		for i, name := range group {
			c := pr.find(name)
			item := parts.MenuItem{Label: pr.saidOf(c), Key: pr.keyOf(c), Disabled: pr.disabled(c), Do: func() { pr.run(c) }}
			item.Rule = i == 0 && len(items) > 0
			items = append(items, item)
		}
	}
	show(pr.win.Canvas(), at, items, pr.focus)
}
