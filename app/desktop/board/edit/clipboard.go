//go:build !nogui

package edit

import (
	"slices"
	"strings"

	"footpath/mapmodel"
)

// kept is what was copied last, whole: pasted while the clipboard still holds
// its text, nothing of the cards is lost.
type kept struct {
	text  string
	cards []*mapmodel.Card
	from  mapmodel.ID // the map they were copied from
}

// copy puts the selected cards on the clipboard as text: a line each from one
// cell, a table from several. It tells whether there were any.
func (e *Editor) copy() bool {
	ids := e.Cards()
	if len(ids) == 0 {
		if r := e.Map().Get(e.cursor.ID); r != nil {
			e.p.Clipboard.SetContent(e.shownText(e.cursor, r))
		}
		return false
	}
	m := e.Map()
	k := kept{from: m.ID()}
	for _, id := range ids {
		k.cards = append(k.cards, mapmodel.Find[*mapmodel.Card](m, id))
	}
	k.text = e.table(k.cards)
	e.kept = k
	e.p.Clipboard.SetContent(k.text)
	return true
}

func (e *Editor) cut() {
	if !e.copy() {
		return
	}
	e.remove()
}

// table writes cards as a spreadsheet takes them: columns part at tabs, lanes
// at line ends, cards of one cell at line ends in quotes.
func (e *Editor) table(cards []*mapmodel.Card) string {
	cells := map[[2]int][]string{}
	left, right, top, bottom := len(e.grid.Columns), -1, len(e.grid.Lanes), -1
	for _, card := range cards {
		x, y := e.grid.leaf(card.Column), e.grid.Lane(card.Lane)
		cells[[2]int{x, y}] = append(cells[[2]int{x, y}], strings.ReplaceAll(card.Text, "\n", " "))
		left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
	}
	if len(cells) == 1 {
		for _, lines := range cells {
			return strings.Join(lines, "\n")
		}
	}
	var out strings.Builder
	for y := top; y <= bottom; y++ {
		if y >= 0 && y < len(e.grid.Lanes) && !e.holds(e.grid.Lanes[y]) {
			continue // a table pasted skips the curve, so a table copied does
		}
		if out.Len() > 0 {
			out.WriteByte('\n')
		}
		for x := left; x <= right; x++ {
			if x > left {
				out.WriteByte('\t')
			}
			out.WriteString(quoted(strings.Join(cells[[2]int{x, y}], "\n")))
		}
	}
	return out.String()
}

func quoted(s string) string {
	if !strings.ContainsAny(s, "\t\n\"") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// paste adds what the clipboard holds: a table over columns and lanes, lines
// as a card each, or all of it as one card. Where there is no stage yet, lines
// become stages.
func (e *Editor) paste(one bool) {
	e.Commit()
	text := mapmodel.CleanText(e.p.Clipboard.Content())
	if strings.TrimSpace(text) == "" {
		return
	}
	rows := mapmodel.Matrix(text)
	switch {
	case e.cursor.Kind != Start:
	case len(rows) > 0 && !one:
		e.pasteTable(mapmodel.Place{At: -1}, rows)
		return
	default:
		e.pasteStages(text)
		return
	}
	at, ok := e.pastePlace()
	if !ok {
		return
	}
	var c mapmodel.Change
	var ids []mapmodel.ID
	var err error
	switch {
	case one:
		var id mapmodel.ID
		c, id, err = e.p.Desk.AddCard(e.Map(), at, strings.TrimSpace(text), nil)
		ids = []mapmodel.ID{id}
	case text == mapmodel.CleanText(e.kept.text) && e.whole():
		e.pasteWhole(at)
		return
	case len(rows) > 0 && !at.Column.IsZero():
		e.pasteTable(at, rows)
		return
	default:
		c, ids, err = e.p.Desk.PasteLines(e.Map(), at, text)
	}
	e.take(c, ids, err)
}

func (e *Editor) pasted(ids []mapmodel.ID) {
	e.SelectCards(ids)
	if len(ids) > 1 {
		e.p.Tell(Notice{Key: "board.pasted-cards", Count: len(ids), Undo: true})
	}
}

// pastePlace is after the selected card, or the end of the selected cell.
func (e *Editor) pastePlace() (mapmodel.Place, bool) {
	s := e.cursor
	switch s.Kind {
	case StageHead, StepHead:
		s = e.walker().top(e.column)
	case LaneHead:
		if column, ok := e.walker().home(); ok {
			s = CellSpot(column, s.ID)
		}
	case Title, HeadField, PersonaHead:
		s = e.walker().corner(false)
	}
	if !s.inCell() || !s.Inbox() && !e.holds(s.Lane) {
		return mapmodel.Place{}, false
	}
	at := mapmodel.Place{Column: s.Column, Lane: s.Lane, At: -1}
	if s.Kind == Card {
		at.At = e.walker().cards(s).Index(s.ID) + 1
	}
	return at, true
}

// whole tells whether the kept cards can be pasted with all they hold: they
// come from one cell.
func (e *Editor) whole() bool {
	k := e.kept.cards
	return len(k) > 0 && !slices.ContainsFunc(k, func(c *mapmodel.Card) bool {
		return c.Column != k[0].Column || c.Lane != k[0].Lane
	})
}

// pasteWhole adds copies of the kept cards, as one step. What they point at is
// taken along where it is still there.
func (e *Editor) pasteWhole(at mapmodel.Place) {
	group := e.p.Desk.Source.ID()
	var ids []mapmodel.ID
	for i, card := range e.kept.cards {
		place := at
		if place.At >= 0 {
			place.At += i
		}
		c, id, err := e.p.Desk.AddCard(e.Map(), place, card.Text, func(fresh *mapmodel.Card) {
			*fresh = *card
			fresh.Common = mapmodel.Common{}
			e.loosen(fresh)
		})
		c.Group = group
		if !e.do(c, err) {
			return
		}
		ids = append(ids, id)
	}
	e.pasted(ids)
}

// loosen drops the links of a copied card that lead nowhere any more.
func (e *Editor) loosen(card *mapmodel.Card) {
	m := e.Map()
	there := func(ids []mapmodel.ID) []mapmodel.ID {
		return slices.DeleteFunc(slices.Clone(ids), func(id mapmodel.ID) bool { return m.Get(id) == nil })
	}
	if m.Get(card.Persona) == nil {
		card.Persona = mapmodel.ID{}
	}
	card.Evidence, card.Answers, card.Pictures = there(card.Evidence), there(card.Answers), there(card.Pictures)
}
