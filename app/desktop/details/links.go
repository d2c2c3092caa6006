//go:build !nogui

package details

import (
	"slices"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// items is a list of things below each other, each with a key of its own, and a button to add one.
type items struct {
	row    *row
	ids    []mapmodel.ID
	list   []*parts.Item
	column *fyne.Container
	add    *parts.Button
	adder  *adder // nil where the button opens something else
	box    *fyne.Container
}

// make lays the list out; label is the button's.
func (l *items) make(r *row, label words.Key, add func()) {
	l.row = r
	l.column = parts.Column(6)
	l.add = parts.NewButton(parts.ButtonParams{Icon: icons.Plus, Label: r.form.d.say(label), Kind: parts.Link, Height: 28, OnTapped: add})
	r.form.d.wire(l.add)
	l.box = parts.Column(4, l.column, parts.Row(0, l.add))
	if l.adder != nil {
		l.box.Objects = append(l.box.Objects, l.adder.field)
	}
}

func (l *items) object() fyne.CanvasObject { return l.box }
func (l *items) flush()                    {}

func (l *items) first() fyne.Focusable {
	if len(l.list) > 0 {
		return l.list[0]
	}
	return l.add
}

func (l *items) has(focused fyne.Focusable) bool {
	return focused == fyne.Focusable(l.add) || l.adder != nil && l.adder.has(focused) ||
		slices.ContainsFunc(l.list, func(i *parts.Item) bool { return focused == fyne.Focusable(i) })
}

// room is how wide the words of an item are, in points.
func (l *items) room() float32 { return parts.ItemRoom(l.row.form.d.wide - 2*edge) }

// itemWords are what an item says in a width: what it is called, and below, in small, what there is to say about it.
func itemWords(room float32, name, about string) *fyne.Container {
	words := parts.Lined(name, parts.Type{}, room, 2)
	if about != "" {
		words.Objects = append(words.Objects, parts.Lined(about, parts.Type{Size: look.Meta, Role: look.Secondary}, room, 3).Objects...)
	}
	return words
}

// put shows other items. The keyboard stays at the place in the list where it was.
func (l *items) put(ids []mapmodel.ID, list []*parts.Item) {
	d := l.row.form.d
	focused := d.p.Canvas.Focused()
	at := slices.IndexFunc(l.list, func(i *parts.Item) bool { return focused == fyne.Focusable(i) })
	l.ids, l.list = slices.Clone(ids), list
	l.column.Objects = nil
	for _, item := range list {
		d.wire(item)
		l.column.Objects = append(l.column.Objects, item)
	}
	l.column.Hidden = len(list) == 0
	d.relayout()
	switch {
	case at < 0:
	case len(list) > 0:
		d.p.Canvas.Focus(list[min(at, len(list)-1)])
	default:
		d.p.Canvas.Focus(l.add)
	}
}

// answers are the insights an opportunity answers, as the board draws them.
type answers struct {
	items
	seen []*mapmodel.Card
	wide float32 // of the panel they were drawn for
}

func newAnswers(r *row) control {
	d := r.form.d
	a := &answers{}
	a.adder = d.newAdder(words.DetailsLinkHint, a.others, func(s said) { a.link(s.id) }, nil, func() { d.p.Canvas.Focus(a.add) })
	a.make(r, words.DetailsLink, func() { a.adder.open("") })
	return a
}

// others are the insights that are not linked yet.
func (a *answers) others(m *mapmodel.Map) []said {
	var out []said
	for card := range m.Cards() {
		lane := mapmodel.Find[*mapmodel.Lane](m, card.Lane)
		if lane != nil && lane.LaneKind == mapmodel.LaneInsights && !slices.Contains(a.ids, card.ID) {
			out = append(out, said{text: card.Text, about: a.row.form.d.column(m, card.Column), id: card.ID})
		}
	}
	return out
}

func (a *answers) show(v shared) {
	ids := v.ids()
	var cards []*mapmodel.Card
	for _, id := range ids {
		cards = append(cards, mapmodel.Find[*mapmodel.Card](v.m, id))
	}
	if slices.Equal(ids, a.ids) && slices.Equal(cards, a.seen) && a.wide == a.row.form.d.wide {
		return
	}
	d := a.row.form.d
	a.seen, a.wide = cards, d.wide
	layouter := scene.NewLayouter(d.p.Style, pageWords(v.m))
	list := make([]*parts.Item, len(ids))
	for i, card := range cards {
		group := layouter.CardGroup(v.m, card, mapmodel.LaneInsights, float64(parts.FramedRoom(d.wide-2*edge)), 0)
		list[i] = parts.NewFramedItem(newSheet(group), func() { d.p.OnGo(card.ID) }, func() { a.unlink(card.ID) })
	}
	a.put(ids, list)
}

// link and unlink change what all the cards answer.
func (a *answers) link(id mapmodel.ID) {
	a.row.alter(mapmodel.ID{}, func(r mapmodel.Record) {
		if p, ok := a.row.f.Pointer(r).(*[]mapmodel.ID); ok && !slices.Contains(*p, id) && r.Base().ID != id {
			*p = append(slices.Clip(*p), id)
		}
	})
	a.row.form.d.Settle()
}

func (a *answers) unlink(id mapmodel.ID) {
	a.row.alter(mapmodel.ID{}, func(r mapmodel.Record) { drop(a.row.f, r, id) })
	a.row.form.d.Settle()
}

// drop takes a link out of a field of a draft.
func drop(f *mapmodel.Field, r mapmodel.Record, id mapmodel.ID) {
	switch p := f.Pointer(r).(type) {
	case *[]mapmodel.ID:
		*p = slices.DeleteFunc(slices.Clone(*p), func(other mapmodel.ID) bool { return other == id })
	case *mapmodel.ID:
		if *p == id {
			*p = mapmodel.ID{}
		}
	}
}

// conflictLines is how many lines of what a merge kept show at the most.
const conflictLines = 12

// conflicts are what a merge kept beside the card's own words, to be taken or dropped.
type conflicts struct {
	items
	seen []mapmodel.Conflict
}

func newConflicts(r *row) control {
	c := &conflicts{}
	c.make(r, words.DetailsAdd, nil)
	c.add.Hide()
	return c
}

func (c *conflicts) first() fyne.Focusable {
	if len(c.list) > 0 {
		return c.list[0]
	}
	return c.row.form.d.closing
}

func (c *conflicts) show(v shared) {
	p, _ := v.f.Pointer(v.records[0]).(*[]mapmodel.Conflict)
	if v.mixed || p == nil || slices.Equal(*p, c.seen) {
		return
	}
	c.seen = *p
	d := c.row.form.d
	var list []*parts.Item
	for i, conflict := range *p {
		about := d.p.Words.Say(words.DetailsConflict, words.Args{"field": d.p.Words.Field(conflict.Field)})
		content := parts.Lined(conflict.Text, parts.Type{}, c.room(), conflictLines) // who has to choose reads it
		content.Objects = append(content.Objects, parts.Lined(about, parts.Type{Size: look.Meta, Role: look.Secondary}, c.room(), 2).Objects...)
		list = append(list, parts.NewItem(content, func() { c.settle(i, true) }, func() { c.settle(i, false) }))
	}
	c.put(nil, list)
}

// settle ends a conflict: the words kept aside are taken in place of the card's own, or dropped.
func (c *conflicts) settle(index int, takeIt bool) {
	c.row.alter(mapmodel.ID{}, func(r mapmodel.Record) {
		p, ok := c.row.f.Pointer(r).(*[]mapmodel.Conflict)
		if !ok || index >= len(*p) {
			return
		}
		conflict := (*p)[index]
		*p = slices.Delete(slices.Clone(*p), index, index+1)
		if f := mapmodel.FieldNamed(r.Kind(), conflict.Field); takeIt && f != nil {
			if words, ok := f.Pointer(r).(*string); ok {
				*words = conflict.Text
			}
		}
	})
	c.row.form.d.Settle()
}
