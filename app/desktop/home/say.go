//go:build !nogui

package home

import (
	"strings"

	"footpath/app/words"
	"footpath/assets/icons"
	"footpath/mapmodel"
	"footpath/storage/library"
)

func (h *Home) say(key words.Key) string { return h.p.Words.Say(key, nil) }

func (h *Home) sayN(key words.Key, n int) string { return h.p.Words.Say(key, words.Args{"n": n}) }

// face is what the tile at a place says.
func (h *Home) face(p place) face {
	if p.template {
		t := h.p.Templates[p.index]
		return face{title: t.Title, meta: t.Meta, small: true, blank: t.Map == nil}
	}
	m := *h.shelf.mapAt(p.index)
	f := face{
		line: h.shelf.list, title: m.Title, meta: h.facts(m), icon: icons.Current, state: h.say(words.HomeCurrent),
		pinned: h.shelf.pins[m.ID] && !m.Bin,
		when:   h.p.Words.Say(words.HomeEdited, words.Args{"when": h.p.Words.When(m.Edited, h.p.Now())}),
	}
	if hit := h.seeking.place(m.ID); hit != nil && !plain(hit) {
		f.hit, f.when = hit, h.where(hit)
	}
	if f.line {
		f.meta, f.sizes = strings.Join(m.Personas, ", "), h.sizes(m)
	}
	if f.title == "" {
		f.title = h.say(words.HomeUntitled)
	}
	switch {
	case m.Damaged:
		f.icon, f.state = icons.Warning, h.say(words.HomeDamaged)
	case m.State == mapmodel.Future:
		f.icon, f.state = icons.Future, h.say(words.HomeFuture)
	}
	return f
}

// facts is the line of a map's personas and sizes.
func (h *Home) facts(m library.Summary) string {
	counts := h.sizes(m)
	if len(m.Personas) == 0 {
		return counts
	}
	return strings.Join(m.Personas, ", ") + "  ·  " + counts
}

// sizes are how many stages and cards a map has.
func (h *Home) sizes(m library.Summary) string {
	return h.sayN(words.HomeStages, m.Stages) + ", " + h.sayN(words.HomeCards, m.Cards)
}

// heading is what stands over the first maps, and how many they are. Where no map can be, there is none: what says so stands there.
func (h *Home) heading() (heading, counted string) {
	switch {
	case len(h.shelf.shown) == 0 && (h.shelf.query != "" || h.shelf.count(h.shelf.bin) == 0 && !h.shelf.bin):
		return "", ""
	case h.shelf.bin:
		return h.say(words.HomeBin), h.counted()
	case h.shelf.query != "":
		return h.say(words.HomeFound), h.counted()
	case h.shelf.pinned > 0:
		return h.say(words.HomePinned), h.sayN(words.HomeMaps, h.shelf.pinned)
	default:
		return h.orderName(), h.counted()
	}
}

// orders are the orders there are, by name.
var orders = []words.Key{ByEdited: words.HomeLastEdited, ByTitle: words.HomeByTitle, ByCards: words.HomeByCards}

func (h *Home) orderName() string { return h.say(orders[h.shelf.order]) }

func (h *Home) counted() string {
	counted := h.countedShown()
	if n := h.shelf.answer.unread; n > 0 && counted != "" {
		return counted + "  ·  " + h.sayN(words.HomeUnread, n)
	}
	return counted
}

func (h *Home) countedShown() string {
	all := h.shelf.count(h.shelf.bin)
	switch shown := len(h.shelf.shown); {
	case shown == 0:
		return ""
	case shown < all:
		return h.p.Words.Say(words.HomeShown, words.Args{"shown": shown, "n": all})
	default:
		return h.sayN(words.HomeMaps, all)
	}
}

// nothing is what is said where no tile is.
func (h *Home) nothing() string {
	switch {
	case h.shelf.answer.unread > 0:
		return words.Capital(h.sayN(words.HomeUnread, h.shelf.answer.unread)) + "…"
	case h.shelf.query != "":
		return h.p.Words.Say(words.HomeNothingFound, words.Args{"query": h.shelf.query})
	case h.shelf.bin:
		return h.say(words.HomeBinEmpty)
	case h.shelf.count(false) > 0 && h.shelf.state == mapmodel.Future:
		return h.say(words.HomeNoFuture)
	case h.shelf.count(false) > 0:
		return h.say(words.HomeNoCurrent)
	default:
		return h.say(words.HomeEmpty)
	}
}
