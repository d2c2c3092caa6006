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

// keyLine says what keys do. Each is a way to do it; how says it in words instead, where it is not done by keys.
type keyLine struct {
	what string
	keys []string
	how  string
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
		g.lines = append(g.lines, keyLine{what: strings.TrimRight(pr.fullLabel(c), "… "), keys: names})
	}
	for _, group := range manners {
		g := keyGroup{title: pr.say(group.title)}
		for _, m := range group.list {
			if slices.ContainsFunc(m.does, func(c edit.Command) bool { return pr.find(string(c)) != nil }) {
				continue
			}
			line := keyLine{what: pr.say(m.what), keys: keyNamesOf(pr.words, pr.keysFor(m))}
			if m.how != "" {
				line.how = pr.say(m.how)
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

// keysWide is how wide a column of the sheet of keys is, in points.
const keysWide = 360

// showKeys shows every command that has a key, and what else keys and the mouse do, in two columns where there is room for them.
func (pr *Program) showKeys() {
	const between = 40
	columns, wide := 2, float32(keysWide)
	if pr.roomFor(2*wide+between) < 2*wide+between {
		columns, wide = 1, pr.roomFor(wide)
	}
	var groups [][]fyne.CanvasObject
	for _, group := range pr.keyGroups() {
		rows := []fyne.CanvasObject{parts.NewText(group.title, parts.Type{Size: look.Meta, Bold: true, Role: look.Secondary})}
		for _, line := range group.lines {
			rows = append(rows, keySheetRow(line, wide))
		}
		groups = append(groups, rows)
	}
	most := pr.win.Canvas().Size().Height - 220 // title, answer and air
	pr.tell(pr.say(words.DialogKeys), parts.Tall(inColumns(groups, columns, between), float32(columns)*(wide+between)-between, most))
}

// keySheetRow is a line of the sheet of keys: what is done, in as many lines as it needs beside its keys.
func keySheetRow(line keyLine, wide float32) fyne.CanvasObject {
	const high, between = 24, 12
	var right fyne.CanvasObject
	if line.how != "" {
		about := parts.Type{Size: look.Meta, Role: look.Secondary, Align: fyne.TextAlignTrailing}
		room := min(wide*0.55, fyne.MeasureText(line.how, look.Meta, fyne.TextStyle{}).Width+4)
		right = parts.Sized(parts.Inset(parts.Lined(line.how, about, room, 3), 0, (high-look.MetaLine)/2, 0, 0), room, high)
	} else {
		keys := parts.Row(6)
		for _, key := range line.keys[:min(len(line.keys), 2)] { // the page in the docs has them all
			keys.Objects = append(keys.Objects, parts.Keycap(key))
		}
		right = parts.Sized(keys, 0, high)
	}
	room := wide - right.MinSize().Width - between
	what := parts.Inset(parts.Lined(line.what, parts.Type{}, room, 3), 0, 1, 0, 0)
	return parts.Tops(between, parts.Sized(what, room, high), right)
}

// roomFor is a width for the body of a sheet, or what there is of it.
func (pr *Program) roomFor(wide float32) float32 {
	const beside = 84 // the sheet's own air, and that to the window's edges
	return min(wide, pr.win.Canvas().Size().Width-beside)
}

// inColumns sets groups into one column, or several of about the same height.
func inColumns(groups [][]fyne.CanvasObject, most int, between float32) fyne.CanvasObject {
	const gap, apart = 2, 10
	high := func(group []fyne.CanvasObject) float32 {
		return parts.Column(gap, group...).MinSize().Height + 2*gap + apart
	}
	total := float32(0)
	for _, g := range groups {
		total += high(g)
	}
	columns := make([][]fyne.CanvasObject, most)
	at, filled := 0, float32(0)
	for _, g := range groups {
		h := high(g)
		if at+1 < most && filled > 0 && filled+h/2 >= total*float32(at+1)/float32(most) {
			at++
		}
		if len(columns[at]) > 0 {
			columns[at] = append(columns[at], parts.Gap(1, apart))
		}
		columns[at] = append(columns[at], g...)
		filled += h
	}
	out := make([]fyne.CanvasObject, most)
	for i, column := range columns {
		out[i] = parts.Column(gap, column...)
	}
	return parts.Tops(between, out...)
}

// showAbout says what this program is.
func (pr *Program) showAbout() {
	pr.tell(pr.sayWith(words.DialogAbout, words.Args{"version": pr.p.Version}), parts.Sentences(pr.say(words.DialogAboutBody), sheetText))
}
