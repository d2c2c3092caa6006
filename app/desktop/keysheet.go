//go:build !nogui

package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
)

// The measures of the sheet of keys, in points.
const (
	keysWide    = 360 // a column
	keysBetween = 40  // two columns
	keysBar     = 16  // room for the scroll bar
	keysAround  = 262 // above and below what is scrolled: title, field, answer and air
)

// keySheet shows what keys and the mouse do, and finds among it.
type keySheet struct {
	pr      *Program
	columns int
	wide    float32 // a column, in points
	scroll  *container.Scroll
}

// showKeys shows every command that has a key, and what else keys and the mouse do, in two columns where there is room for them.
// Letters typed find a line by what it does or by its key.
func (pr *Program) showKeys() {
	pr.somewhere()
	k := &keySheet{pr: pr, columns: 2, wide: keysWide}
	if pr.roomFor(2*k.wide+keysBetween) < 2*k.wide+keysBetween {
		k.columns, k.wide = 1, pr.roomFor(k.wide)
	}
	k.scroll = container.NewVScroll(&fyne.Container{})
	k.find("")
	whole := float32(k.columns)*(k.wide+keysBetween) - keysBetween + keysBar
	high := min(k.scroll.Content.MinSize().Height, max(pr.win.Canvas().Size().Height-keysAround, 120))
	field := parts.NewSearchField(pr.say(words.DialogKeysFind), "")
	field.OnChanged = k.find
	parts.ShowSheet(pr.win.Canvas(), parts.SheetParams{
		Title: pr.say(words.DialogKeys), Body: parts.Column(14, field, parts.Sized(k.scroll, whole, high)), Focus: field,
		Answers:  []parts.Answer{{Label: pr.say(words.DialogClose), Kind: parts.Filled, Do: pr.focus}},
		OnCancel: pr.focus,
	})
}

// find shows what a query finds, from its beginning.
func (k *keySheet) find(query string) {
	var all []fyne.CanvasObject
	for _, section := range k.pr.keySections(query) {
		if section.title != "" {
			if len(all) > 0 {
				all = append(all, parts.Gap(1, 12))
			}
			all = append(all, parts.NewText(section.title, parts.Type{Size: look.Heading, Bold: true}), parts.Gap(1, 4))
		}
		var groups [][]fyne.CanvasObject
		for _, group := range section.groups {
			rows := []fyne.CanvasObject{parts.NewText(group.title, parts.Type{Size: look.Meta, Bold: true, Role: look.Secondary})}
			for _, line := range group.lines {
				rows = append(rows, keySheetRow(line, k.wide))
			}
			groups = append(groups, rows)
		}
		all = append(all, inColumns(groups, k.columns, keysBetween))
	}
	if len(all) == 0 {
		all = []fyne.CanvasObject{parts.Sentences(k.pr.sayWith(words.DialogKeysNothing, words.Args{"query": query, "key": k.pr.keyOf(k.pr.find(paletteName))}), k.wide)}
	}
	k.scroll.Content = parts.Column(0, all...)
	k.scroll.Refresh()
	k.scroll.ScrollToTop()
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
