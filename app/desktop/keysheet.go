//go:build !nogui

package desktop

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
)

// keyGroup is what a heading of the sheet of keys stands over.
type keyGroup struct {
	title string
	lines []keyLine
}

// keyLine says what keys do. Each is a way to do it.
type keyLine struct {
	what string
	keys []string
}

// keyGroups explains every key, menu by menu, then the manners.
func (pr *Program) keyGroups() []keyGroup {
	var groups []keyGroup
	var last words.Key
	for i := range pr.table {
		c := &pr.table[i]
		names := keyNamesOf(pr.words, c.strokes())
		if len(names) == 0 {
			continue
		}
		if c.menu != last {
			last = c.menu
			groups = append(groups, keyGroup{title: pr.say(c.menu)})
		}
		g := &groups[len(groups)-1]
		g.lines = append(g.lines, keyLine{strings.TrimRight(pr.fullLabel(c), "… "), names})
	}
	for _, group := range manners {
		g := keyGroup{title: pr.say(group.title)}
		for _, m := range group.list {
			if slices.ContainsFunc(m.does, func(c edit.Command) bool { return pr.find(string(c)) != nil }) {
				continue
			}
			line := keyLine{pr.say(m.what), keyNamesOf(pr.words, pr.keysFor(m))}
			if m.how != "" {
				line.keys = []string{pr.say(m.how)}
			}
			g.lines = append(g.lines, line)
		}
		groups = append(groups, g)
	}
	return groups
}

// keysFor are the keys of a manner as they are set.
func (pr *Program) keysFor(m manner) []edit.Stroke {
	if pr.set.EnterBreaks {
		for _, b := range edit.Breaking() {
			if slices.Contains(m.does, b.Do) {
				return []edit.Stroke{b.Stroke}
			}
		}
		if slices.Contains(m.does, edit.CommitStay) {
			return []edit.Stroke{{Key: string(fyne.KeyEscape)}}
		}
	}
	return m.keys
}

// fullLabel is a command's name with that of the submenu it stands in.
func (pr *Program) fullLabel(c *command) string {
	if c.under != "" {
		return pr.say(c.under) + ": " + pr.label(c)
	}
	return pr.label(c)
}

// showKeys shows every command that has a key, and what else keys and the mouse do, in two columns.
func (pr *Program) showKeys() {
	const wide, high = 360, 24
	var groups [][]fyne.CanvasObject
	for _, group := range pr.keyGroups() {
		rows := []fyne.CanvasObject{parts.NewText(group.title, parts.Type{Size: look.Meta, Bold: true, Role: look.Secondary})}
		for _, line := range group.lines {
			row := []fyne.CanvasObject{parts.NewText(line.what, parts.Type{Cut: true})}
			for i, key := range line.keys {
				if i == 2 {
					break // the page in the docs has them all
				}
				row = append(row, parts.Keycap(key))
			}
			rows = append(rows, parts.Sized(parts.Row(6, row...), wide, high))
		}
		groups = append(groups, rows)
	}
	most := pr.win.Canvas().Size().Height - 220 // title, answer and air
	pr.tell(pr.say(words.DialogKeys), parts.Tall(twoColumns(groups), 2*wide+40, most))
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
