package scene

import (
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// The list's columns: owner and due date are as wide as their words need,
// within bounds, and the opportunity takes what the others leave over.
const (
	listName                                        = 24 // from the row's left edge
	listOwner, listDue, listMost                    = 58, 44, 96
	listImpact, listEffort, listStatus, after       = 37, 39, 46, 8
	listHead, listRow, listAiry, listLeast, rowStep = 16, 34, 46, 130, 2
)

// listing is how a list of opportunities is set into a width.
type listing struct {
	width float64
	// x are the left edges of the columns beside the words, and their right end;
	// nil where there is no room for columns.
	x []float64
	// row is the least height of a row.
	row float64
}

// listing finds the columns that suit the words of a list.
func (w *work) listing(list []action, width float64) listing {
	s := w.s
	owner, due := text.Bold.Measure(capital(w.words(wordOwner)), s.MetaSize), text.Bold.Measure(capital(w.words(wordDue)), s.MetaSize)
	for i := range list {
		owner = max(owner, text.Regular.Measure(list[i].card.Owner, s.CardSize))
		due = max(due, text.Regular.Measure(w.due(list[i].card), s.CardSize))
	}
	wide := []float64{
		min(max(owner+after+1, listOwner), listMost), min(max(due+after+1, listDue), listMost), listImpact, listEffort, listStatus,
	}
	l := listing{width: width, row: listRow}
	left := width
	for _, w := range wide {
		left -= w
	}
	if left < listLeast {
		return l
	}
	for _, w := range append(wide, 0) {
		l.x = append(l.x, left)
		left += w
	}
	return l
}

// actionList draws opportunities as rows, as many as fit into a box, and gives
// those left over; on a page of its own, one at the least. A box too narrow for
// columns has all that is said of an opportunity below its words; one in which
// there is room for all has them stand farther apart.
func (w *work) actionList(list []action, box Rect, own bool) []action {
	s := w.s
	from := box.Y + s.subheadHigh()
	l := w.listing(list, box.W)
	room := box.Y + box.H - from - listHead
	var rows []*Group
	high := 0.0
	for i := range list {
		g := w.actionRow(&list[i], l)
		if high+g.Size.Y > room && (i > 0 || !own) {
			break
		}
		high += g.Size.Y
		rows = append(rows, g)
	}
	if len(rows) == 0 {
		return list
	}
	if len(rows) == len(list) {
		w.airy(rows, list, l, room)
	}
	w.subhead(wordActionList, box.X, box.Y, box.W)
	w.listHead(Rect{box.X, from, box.W, listHead}, l)
	y := from + listHead
	for _, g := range rows {
		w.page.Back = append(w.page.Back, Placed{g, Point{box.X, y}})
		y += g.Size.Y
	}
	return list[len(rows):]
}

// airy draws rows that fit into a room again, as high as lets them still fit.
func (w *work) airy(rows []*Group, list []action, l listing, room float64) {
	for l.row = listAiry; l.row > listRow; l.row -= rowStep {
		high := 0.0
		for _, g := range rows {
			high += max(g.Size.Y, l.row)
		}
		if high > room {
			continue
		}
		for i, g := range rows {
			if g.Size.Y < l.row {
				rows[i] = w.actionRow(&list[i], l)
			}
		}
		return
	}
}

// listHead names the list's columns.
func (w *work) listHead(box Rect, l listing) {
	s := w.s
	out := []Element{&Box{Rect: Rect{0, 0, box.W, box.H}, Fill: s.LaneHead}}
	for i, key := range []string{wordOpportunity, wordOwner, wordDue, wordImpact, wordEffort, wordStatus} {
		left := float64(listName)
		if i > 0 {
			if l.x == nil {
				break
			}
			left = l.x[i-1]
		}
		words := capital(w.words(key))
		out = append(out, &Run{
			X: left, Y: listHead*0.5 + 0.36*s.MetaSize, Text: words, Face: text.Bold, Size: s.MetaSize, Color: s.Second,
			Width: text.Bold.Measure(words, s.MetaSize),
		})
	}
	w.place(box, ActionRole, out...)
}

// actionRow draws one opportunity; of one that says too much for a row, the
// whole stands on the pages of notes.
func (w *work) actionRow(a *action, l listing) *Group {
	s, c := w.s, a.card
	const top = 5.5
	most := 0.4 * w.page.Size.Y
	face, right, x := text.Regular, l.width, l.x
	if a.top {
		face = text.Bold
	}
	if len(x) > 0 {
		right = x[0]
	}
	room := right - listName - after
	name := breakText(c.Text, face, s.CardSize, s.Leading, listName, top, room)
	cut := name.cut(0.7 * most)
	var more []string
	bottom := top + name.Height()
	words := name.runs(s.Text)
	put := func(said string, face text.Face, color Color, left, room, y, size float64) {
		b := breakText(said, face, size, s.Leading, left, y, room)
		if b.cut(top + most - y) {
			more = append(more, said)
		}
		words = append(words, b.runs(color)...)
		bottom = max(bottom, y+b.Height())
	}
	about := w.aboutAction(a)
	if len(x) == 0 {
		about = append(about, w.factsOf(c)...)
	}
	if len(about) > 0 {
		put(strings.Join(about, " · "), text.Regular, s.Second, listName, room, bottom+0.5, s.MetaSize)
	}
	if len(x) > 0 {
		owner, face, ink := c.Owner, text.Regular, s.Text
		if owner == "" {
			owner, face, ink = w.words(wordNoOwner), text.Italic, s.Warn
		}
		put(owner, face, ink, x[0], x[1]-x[0]-after, top, s.CardSize)
		put(w.due(c), text.Regular, s.Text, x[1], x[2]-x[1]-after, top, s.CardSize)
		meter := func(n mapmodel.Number, left float64, fill Color) {
			put(number(n), text.Bold, s.Text, left, listImpact-after, top, s.CardSize)
			if n.Known {
				words = append(words, s.meter(Point{left, top + s.CardSize*s.Leading + 1}, 5.6, n, fill)...)
			}
		}
		meter(c.Impact, x[2], s.Disc)
		meter(c.Effort, x[3], s.Second)
		put(w.status(c), text.Regular, s.Text, x[4], listStatus, top, s.CardSize)
	}
	if a.untold && c.Note != "" {
		more = append(more, c.Note)
	}
	if cut || len(more) > 0 {
		put("» "+strconv.Itoa(w.book.note(c, more...)), text.Bold, s.Second, listName, room, bottom, s.MetaSize)
	}
	high, width := max(bottom+5, l.row), l.width
	var out []Element
	if a.top {
		out = append(out,
			&Box{Rect: Rect{0, 0, width, high - s.Hair}, Fill: s.halfway(s.Tones[mapmodel.LaneOpportunities].Fill)},
			&Box{Rect: Rect{0, 0, s.Bar, high}, Fill: s.Disc},
			star(Point{12, top + 21}, 4.4, s.Disc),
		)
	}
	out = append(out, &Path{Segments: Polyline(false, Point{0, high - s.Hair/2}, Point{width, high - s.Hair/2}), Stroke: Stroke{Color: s.Hairline, Width: s.Hair}})
	out = append(append(out, w.disc(Point{12, top + 6.5}, 8, a)...), words...)
	g := &Group{Role: ActionRole, ID: c.ID, Size: Point{width, high}, Elements: out}
	return g.sealed()
}

// aboutAction says where an opportunity belongs and what it answers.
func (w *work) aboutAction(a *action) []string {
	var out []string
	if a.stage != "" {
		out = append(out, a.stage)
	}
	if a.card.Pillar != "" {
		out = append(out, w.words(pillarPrefix+string(a.card.Pillar)))
	}
	if said := w.votes(a.card); said != "" {
		out = append(out, said)
	}
	if a.answers != "" {
		out = append(out, w.words.fill(wordAnswers, "letters", a.answers))
	}
	return out
}

// votes says how many votes a card was given; empty where none were counted.
func (w *work) votes(c *mapmodel.Card) string {
	switch n := w.m.Votes(c.ID); {
	case !n.Known:
		return ""
	case n.Value == 1:
		return w.words(wordOneVote)
	default:
		return w.words.fill(wordVotes, "n", strconv.Itoa(n.Value))
	}
}

// factsOf says what the list's columns would.
func (w *work) factsOf(c *mapmodel.Card) []string {
	owner := c.Owner
	if owner == "" {
		owner = w.words(wordNoOwner)
	}
	return []string{
		owner, w.words(wordDue) + " " + w.due(c), w.words(wordImpact) + " " + number(c.Impact), w.words(wordEffort) + " " + number(c.Effort), w.status(c),
	}
}

// none stands for what nobody has said.
const none = "–"

func number(n mapmodel.Number) string {
	if !n.Known {
		return none
	}
	return strconv.Itoa(n.Value)
}

func (w *work) due(c *mapmodel.Card) string {
	if c.Due == "" {
		return none
	}
	return w.date(c.Due)
}

func (w *work) status(c *mapmodel.Card) string {
	if c.Status == "" {
		return none
	}
	return w.words(statusPrefix + string(c.Status))
}
