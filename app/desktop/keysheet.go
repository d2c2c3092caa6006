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

// showKeys shows every command that has a key, and what else keys and the mouse do, in two columns where there is room for them.
func (pr *Program) showKeys() {
	const wide, high, between = 360, 24, 40
	columns := 2
	if pr.roomFor(2*wide+between) < 2*wide+between {
		columns = 1
	}
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
	pr.tell(pr.say(words.DialogKeys), parts.Tall(inColumns(groups, columns, between), float32(columns*(wide+between)-between), most))
}

// roomFor is a width for the body of a sheet, or what there is of it.
func (pr *Program) roomFor(wide float32) float32 {
	const beside = 84 // the sheet's own air, and that to the window's edges
	return min(wide, pr.win.Canvas().Size().Width-beside)
}

// inColumns sets groups into one column, or two of about the same height.
func inColumns(groups [][]fyne.CanvasObject, most int, between float32) fyne.CanvasObject {
	total := 0
	for _, g := range groups {
		total += len(g) + 1
	}
	columns := make([][]fyne.CanvasObject, most)
	at, filled := 0, 0
	for _, g := range groups {
		if at+1 < most && filled > 0 && filled+len(g)/2 >= total/2 {
			at++
		}
		if len(columns[at]) > 0 {
			columns[at] = append(columns[at], parts.Gap(1, 10))
		}
		columns[at] = append(columns[at], g...)
		filled += len(g) + 1
	}
	out := make([]fyne.CanvasObject, most)
	for i, column := range columns {
		out[i] = parts.Column(2, column...)
	}
	return parts.Tops(between, out...)
}

// showAbout says what this program is.
func (pr *Program) showAbout() {
	pr.tell(pr.sayWith(words.DialogAbout, words.Args{"version": pr.p.Version}), parts.Sentences(pr.say(words.DialogAboutBody), sheetText))
}
