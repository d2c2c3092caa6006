//go:build !nogui

package details

import (
	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// titleOf says what is shown: a kind of record, or a number of cards.
func (d *Panel) titleOf(g gathered) string {
	if len(g.records) == 0 {
		return d.say(words.DetailsTitle)
	}
	if n := len(g.records); n > 1 {
		return d.p.Words.Say(words.DetailsCards, words.Args{"n": n})
	}
	switch r := g.records[0].(type) {
	case *mapmodel.Card:
		if lane := mapmodel.Find[*mapmodel.Lane](g.m, r.Lane); lane != nil {
			return d.say(words.Key("details.card." + string(lane.LaneKind)))
		}
		return d.say(words.DetailsNote)
	default:
		return d.say(words.Key("details.kind." + r.Kind().String()))
	}
}

// placeOf says where it stands, and of a card how many votes it was given.
func (d *Panel) placeOf(g gathered) string {
	if len(g.records) != 1 {
		return ""
	}
	switch r := g.records[0].(type) {
	case *mapmodel.Card:
		lane := mapmodel.Find[*mapmodel.Lane](g.m, r.Lane)
		if lane == nil {
			return d.p.Words.Say("page.inbox.hint", nil)
		}
		cell := g.m.Siblings(r)
		place := d.p.Words.Say(words.DetailsPlace, words.Args{"place": d.column(g.m, r.Column), "number": cell.Index(r.ID) + 1, "count": cell.Len()})
		if votes := g.m.Votes(r.ID); votes.Known {
			place = d.p.Words.Say(words.DetailsVotes, words.Args{"place": place, "n": votes.Value})
		}
		return place
	case *mapmodel.Step:
		return d.column(g.m, r.Stage)
	case *mapmodel.Header:
		return ""
	default:
		return d.p.Words.Say(words.DetailsNumber, words.Args{"number": g.m.Siblings(r).Index(r.Base().ID) + 1, "count": g.m.Siblings(r).Len()})
	}
}

// column names a stage, or a step after its stage.
func (d *Panel) column(m *mapmodel.Map, id mapmodel.ID) string {
	name := func(r mapmodel.Record) string {
		if n := mapmodel.NameOf(r); n != "" {
			return n
		}
		return d.say(words.BoardUnnamed)
	}
	switch r := m.Get(id).(type) {
	case *mapmodel.Step:
		return name(m.Get(r.Stage)) + " › " + name(r)
	case *mapmodel.Stage:
		return name(r)
	}
	return ""
}

// pageWords are the words of the map's own language.
func pageWords(m *mapmodel.Map) func(string) string {
	return words.For(m.Header().Language).Page()
}

// signOf is the mark before the title: an opportunity's number, else the icon of the lane.
func (d *Panel) signOf(g gathered) fyne.CanvasObject {
	const side = 20
	if len(g.records) != 1 {
		return nil
	}
	kind := mapmodel.LaneKind("")
	switch r := g.records[0].(type) {
	case *mapmodel.Card:
		if lane := mapmodel.Find[*mapmodel.Lane](g.m, r.Lane); lane != nil {
			kind = lane.LaneKind
		}
		if d.p.Number != nil && kind == mapmodel.LaneOpportunities {
			if n := d.p.Number(r.ID); n > 0 {
				return newDrawing(d.p.Style.NumberSign(n, side), side)
			}
		}
	case *mapmodel.Lane:
		kind = r.LaneKind
	}
	if group := scene.LaneSign(kind, side, d.ink(look.Text)); group != nil {
		return newDrawing(group, side)
	}
	return nil
}
