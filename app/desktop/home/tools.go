//go:build !nogui

package home

import (
	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
	"footpath/mapmodel"
)

// tools choose which maps are shown and in which order.
type tools struct {
	h     *Home
	row   *fyne.Container
	chips []*parts.Button
	order *parts.Button
	tiles *parts.Button
	lines *parts.Button
}

// states are what the chips stand for: all maps, those of today, those of the future; and what the chips do.
var states = []struct {
	state     mapmodel.State
	key, does words.Key
}{
	{"", words.HomeAll, words.HomeShowAll},
	{mapmodel.Current, words.HomeCurrentCount, words.HomeShowCurrent},
	{mapmodel.Future, words.HomeFutureCount, words.HomeShowFuture},
}

func newTools(h *Home) *tools {
	t := &tools{h: h}
	var row []fyne.CanvasObject
	button := func(p parts.ButtonParams, does func() string) *parts.Button {
		p.Kind = parts.Outlined
		b := h.button(p, does)
		row = append(row, b)
		return b
	}
	for _, s := range states {
		t.chips = append(t.chips, button(parts.ButtonParams{OnTapped: func() { h.SetState(s.state) }}, func() string { return h.say(s.does) }))
	}
	row = append(row, parts.Gap(8, 1))
	t.order = button(parts.ButtonParams{Icon: icons.Down, OnTapped: t.choose}, func() string { return h.say(words.HomeChooseOrder) })
	row = append(row, parts.Gap(8, 1))
	look := func(icon icons.Name, key words.Key, list bool) *parts.Button {
		return button(parts.ButtonParams{Icon: icon, Name: h.say(key), OnTapped: func() { h.p.OnList(list) }}, func() string {
			if h.shelf.list == list {
				return h.say(key)
			}
			return h.say(key) + "  " + h.say(words.KeyControl) + "+L" // it goes back and forth
		})
	}
	t.tiles, t.lines = look(icons.Grid, words.HomeTiles, false), look(icons.List, words.HomeList, true)
	t.row = parts.Row(8, row...)
	t.show()
	return t
}

// wanted tells whether there is anything to choose.
func (t *tools) wanted() bool {
	s := &t.h.shelf
	return !s.bin && s.query == "" && s.count(false) > 1
}

// show says what is chosen. In the bin and in a search there is nothing to choose, and where there are few maps neither.
func (t *tools) show() {
	s := &t.h.shelf
	t.row.Hidden = !t.wanted()
	for i, chip := range t.chips {
		chip.SetLabel(t.h.p.Words.Say(states[i].key, words.Args{"count": s.countState(states[i].state)}))
		chip.SetIcon("") // what is chosen has a mark beside its colour
		if s.state == states[i].state {
			chip.SetIcon(icons.Check)
		}
		chip.SetOn(s.state == states[i].state)
	}
	t.order.SetLabel(t.h.orderName())
	t.tiles.SetOn(!s.list)
	t.lines.SetOn(s.list)
	t.row.Layout.Layout(t.row.Objects, t.row.MinSize())
}

// choose shows the orders below their button.
func (t *tools) choose() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.order).AddXY(0, t.order.Size().Height+2)
	var items []parts.MenuItem
	for i, key := range orders {
		items = append(items, parts.MenuItem{
			Label: t.h.say(key), Checked: t.h.shelf.order == Order(i), Do: func() { t.h.SetOrder(Order(i)) },
		})
	}
	parts.ShowChoices(t.h.p.Canvas, at, items, func() { t.h.p.Canvas.Focus(t.order) })
}
