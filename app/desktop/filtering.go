//go:build !nogui

package desktop

import (
	"footpath/app/desktop/filter"
	"footpath/app/words"
	"footpath/mapmodel"
)

// filtering is the filter of the map on the screen, while its bar shows. It is a way of looking and no change of the map.
type filtering struct {
	bar        *filter.Bar
	wants      filter.Filter
	hides      bool // the others do not fade but are not shown
	shown, all int
	first      mapmodel.ID // the first card that stands out
	turn       int         // of the counting, so that a slow one does not come over a later one
}

// showFilter shows the bar that cards are filtered with, and takes the keyboard there.
func (pr *Program) showFilter() {
	if pr.open == nil {
		return
	}
	pr.commit()
	if pr.filter == nil {
		pr.filter = &filtering{}
		pr.makeFilterBar()
	}
	pr.filter.bar.Focus()
	pr.open.board.Reveal()
	pr.refreshStatus()
}

// makeFilterBar makes the bar, in the language of the window.
func (pr *Program) makeFilterBar() {
	f := pr.filter
	f.bar = filter.NewBar(filter.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, Name: pr.criterionName, OnChange: pr.setFilter, OnHide: pr.hideOthers,
		OnClose: pr.closeFilter, OnDone: pr.toFiltered, OnFocus: pr.refreshStatus, OnKey: pr.TypedKey,
	}, f.wants, f.hides)
	pr.work.show(f.bar)
	pr.filterAgain()
}

// criterionName is what a value to filter by is called: as the details and the board call it.
func (pr *Program) criterionName(criterion, value string) string {
	if id, err := mapmodel.ParseID(value); err == nil && pr.open != nil {
		switch r := pr.open.doc.Map().Get(id).(type) {
		case *mapmodel.Lane:
			return pr.laneNames()(r)
		case *mapmodel.Persona:
			return mapmodel.NameOf(r)
		}
	}
	if key := words.Key("details." + criterion + "." + value); len(mapmodel.FieldNamed(mapmodel.KindCard, criterion).Words) > 0 && pr.words.Has(key) {
		return words.Capital(pr.say(key))
	}
	return value
}

// setFilter lets other cards stand out.
func (pr *Program) setFilter(wants filter.Filter) {
	pr.filter.wants = wants
	pr.showFiltered()
	pr.filterAgain()
}

// hideOthers has the cards that do not pass the filter fade, or not show at all.
func (pr *Program) hideOthers(hide bool) {
	pr.filter.hides = hide
	pr.filter.bar.ShowHidden(hide)
	pr.showFiltered()
	pr.refreshStatus()
}

// turnHiding changes from fading to hiding, and back.
func (pr *Program) turnHiding() { pr.hideOthers(!pr.filter.hides) }

func (pr *Program) filters() bool { return pr.filter != nil }

func (pr *Program) showFiltered() {
	if f := pr.filter; f.wants.Active() {
		pr.open.board.SetFilter(f.wants.Passes, f.hides)
	} else {
		pr.open.board.SetFilter(nil, false)
	}
}

// filterAgain counts anew, off the UI goroutine.
func (pr *Program) filterAgain() {
	f, o := pr.filter, pr.open
	if f == nil || o == nil {
		return
	}
	f.turn++
	turn, m, wants := f.turn, o.doc.Map(), f.wants
	pr.p.Work(func() {
		choices := filter.Choices(m)
		shown, first := wants.Count(m)
		pr.p.Later(func() {
			if pr.filter != f || pr.open != o || turn != f.turn {
				return
			}
			f.shown, f.all, f.first = shown, m.CardCount(), first
			f.bar.Offer(choices)
			pr.refreshStatus()
		})
	})
}

// toFiltered takes the keyboard to the map: to the first card that stands out, unless one is selected.
func (pr *Program) toFiltered() {
	f, board := pr.filter, pr.open.board
	selected := mapmodel.Find[*mapmodel.Card](pr.open.doc.Map(), board.Spot().ID)
	if f.wants.Active() && !f.first.IsZero() && (selected == nil || !f.wants.Passes(selected)) {
		board.Select(f.first)
	}
	pr.focus()
}

// closeFilter lets all cards stand out again.
func (pr *Program) closeFilter() {
	if pr.filter == nil {
		return
	}
	pr.work.hide(pr.filter.bar)
	pr.filter = nil
	if pr.open != nil {
		pr.open.board.SetFilter(nil, false)
		pr.refreshStatus()
		pr.focus()
	}
}

// filterSaid is what the status bar says of the filter; empty where all cards stand out.
func (pr *Program) filterSaid() string {
	if pr.filter == nil || !pr.filter.wants.Active() {
		return ""
	}
	key := words.FilterStatus
	if pr.filter.hides {
		key = words.FilterStatusHides
	}
	return pr.sayWith(key, words.Args{"shown": pr.filter.shown, "n": pr.filter.all})
}
