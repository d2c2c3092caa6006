package scene

import (
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// The list's columns: the opportunity takes what the others, which are as wide
// as their words need, leave over.
const (
	listName                                                      = 24 // from the row's left edge
	listOwner, listDue, listImpact, listEffort, listStatus, after = 66, 72, 37, 39, 46, 8
	listFixed                                                     = listOwner + listDue + listImpact + listEffort + listStatus
	listHead, listRow, listLeast                                  = 16, 34, 130
)

// actionList draws opportunities as rows, as many as fit into a box, and gives
// those left over; on a page of its own, one at the least. A box too narrow for
// columns has all that is said of an opportunity below its words.
func (w *work) actionList(list []action, box Rect, own bool) []action {
	s := w.s
	y := box.Y + s.subheadHigh()
	var x []float64 // of the columns beside the words
	at := box.W - listFixed
	for _, wide := range []float64{listOwner, listDue, listImpact, listEffort, listStatus} {
		x = append(x, at)
		at += wide
	}
	if box.W < listFixed+listLeast {
		x = nil
	}
	head := []Element{&Box{Rect: Rect{0, 0, box.W, listHead}, Fill: s.LaneHead}}
	for i, key := range []string{wordOpportunity, wordOwner, wordDue, wordImpact, wordEffort, wordStatus}[:len(x)+1] {
		left := float64(listName)
		if i > 0 {
			left = x[i-1]
		}
		words := capital(w.words(key))
		head = append(head, &Run{
			X: left, Y: listHead*0.5 + 0.36*s.MetaSize, Text: words, Face: text.Bold, Size: s.MetaSize, Color: s.Second,
			Width: text.Bold.Measure(words, s.MetaSize),
		})
	}
	from := y
	y += listHead
	for i := range list {
		g := w.actionRow(&list[i], box.W, x)
		if y+g.Size.Y > box.Y+box.H && (i > 0 || !own) {
			return list[i:]
		}
		if i == 0 {
			w.subhead(wordActionList, box.X, box.Y, box.W)
			w.place(Rect{box.X, from, box.W, listHead}, ActionRole, head...)
		}
		w.page.Back = append(w.page.Back, Placed{g, Point{box.X, y}})
		y += g.Size.Y
	}
	return nil
}

// actionRow draws one opportunity; of one that says too much for a row, the
// whole stands on the pages of notes.
func (w *work) actionRow(a *action, width float64, x []float64) *Group {
	s, c := w.s, a.card
	const top = 5.5
	most := 0.4 * w.page.Size.Y
	face, right := text.Regular, width
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
		put(owner, face, ink, x[0], listOwner-after, top, s.CardSize)
		put(w.due(c), text.Regular, s.Text, x[1], listDue-after, top, s.CardSize)
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
	high := max(bottom+5, listRow)
	var out []Element
	if a.top {
		out = append(out,
			&Box{Rect: Rect{0, 0, width, high - s.Hair}, Fill: s.Tones[mapmodel.LaneOpportunities].Fill.Mix(s.Surface, 0.5)},
			&Box{Rect: Rect{0, 0, s.Bar, high}, Fill: s.Disc},
			star(Point{12, top + 21}, 4.4, s.Disc),
		)
	}
	out = append(out, &Path{Segments: Polyline(false, Point{0, high}, Point{width, high}), Stroke: Stroke{Color: s.Hairline, Width: s.Hair}})
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
	if a.answers != "" {
		out = append(out, w.words.fill(wordAnswers, "letters", a.answers))
	}
	return out
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
