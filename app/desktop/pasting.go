//go:build !nogui

package desktop

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

// Of a table that is to be pasted, at most so many columns and lanes are shown; how many more there are stands below.
const (
	pasteColumns, pasteLanes = 4, 6
	pasteColumn              = 152 // points wide
	pasteMargin              = 80  // points beside the table
	pasteText                = 80  // letters of a card that are looked at: no more of it has room
)

// askPaste shows what a large table would make of the map, and pastes it when that is right.
func (pr *Program) askPaste(p edit.Pasting, do func()) {
	columns, lanes, cell := p.Table()
	wide := min(len(columns), pasteColumns, max(1, int((pr.win.Canvas().Size().Width-pasteMargin)/pasteColumn)-1))
	said := func(key words.Key, n int) fyne.CanvasObject {
		return parts.NewText(pr.sayWith(key, words.Args{"n": n}), parts.Type{Size: look.Meta, Role: look.Secondary})
	}
	rows := []fyne.CanvasObject{pr.pasteHeads(p.Map, columns[:wide])}
	name := pr.laneNames()
	for _, id := range lanes[:min(len(lanes), pasteLanes)] {
		row := []fyne.CanvasObject{pasteCell(name(mapmodel.Find[*mapmodel.Lane](p.Map, id)), look.Header, true)}
		for _, column := range columns[:wide] {
			row = append(row, pasteCell(firstOf(cell(column, id)), look.Surface, false))
		}
		rows = append(rows, parts.Tops(-1, row...))
	}
	body := []fyne.CanvasObject{parts.Column(-1, rows...)}
	for _, more := range []struct {
		key words.Key
		n   int
	}{
		{words.DialogPasteColumns, len(columns) - wide},
		{words.DialogPasteRows, len(lanes) - pasteLanes},
		{words.DialogPasteStages, p.Stages},
		{words.DialogPasteLanes, p.Lanes},
	} {
		if more.n > 0 {
			body = append(body, said(more.key, more.n))
		}
	}
	parts.ShowSheet(pr.win.Canvas(), parts.SheetParams{
		Title: pr.sayWith(words.DialogPaste, words.Args{"n": len(p.Cards)}),
		Body:  parts.Column(8, body...),
		Answers: []parts.Answer{
			{Label: pr.say(words.DialogCancel), Do: pr.focus},
			{Label: pr.say(words.CommandPaste), Kind: parts.Filled, Do: func() {
				do()
				pr.focus()
			}},
		},
		OnCancel: pr.focus,
	})
}

// pasteHeads is the row of the columns' names.
func (pr *Program) pasteHeads(m *mapmodel.Map, columns []mapmodel.ID) fyne.CanvasObject {
	row := []fyne.CanvasObject{parts.Gap(pasteColumn, 1)}
	for _, id := range columns {
		name := mapmodel.NameOf(m.Get(id))
		if name == "" {
			name = pr.say(words.BoardUnnamed)
		}
		row = append(row, pasteCell(name, look.Header, true))
	}
	return parts.Tops(-1, row...)
}

// pasteCell is a cell of the table, of one line.
func pasteCell(text string, ground look.Role, bold bool) fyne.CanvasObject {
	words := parts.NewText(text, parts.Type{Size: look.Meta, Bold: bold, Cut: true})
	return parts.NewPanel(parts.PanelStyle{Fill: ground, Border: look.Hairline}, parts.Sized(parts.Inset(words, 8, 6, 8, 6), pasteColumn, 0))
}

// firstOf is what of a cell's cards has room in a line: the first one's beginning, and how many more there are.
func firstOf(cards []*mapmodel.Card) string {
	if len(cards) == 0 {
		return ""
	}
	text := []rune(strings.Join(strings.Fields(cards[0].Text), " "))
	said := string(text[:min(len(text), pasteText)])
	if len(cards) > 1 {
		said = "+" + strconv.Itoa(len(cards)-1) + "  " + said
	}
	return said
}
