//go:build !nogui

package desktop

import (
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board"
	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/find"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

// finding is the search in the map on the screen, while its bar shows.
type finding struct {
	bar    *find.Bar
	search mapmodel.Search
	list   []foundPlace
	hold   map[mapmodel.ID]bool // the records that hold what was found, and those that show it
	at     int                  // the finding gone to
	from   mapmodel.ID          // what was selected when the search began, or when it was last taken up again
	turn   int                  // of the search, so that a slow one does not come over a later one
}

// foundPlace is a finding and the record of the board that shows it; zero where none does.
type foundPlace struct {
	mapmodel.Finding
	show mapmodel.ID
}

// showFind shows the bar to find words with, or with replacing to replace them with, and takes the keyboard there.
func (pr *Program) showFind(replacing bool) {
	if pr.open == nil {
		return
	}
	pr.commit()
	if pr.finding == nil {
		pr.finding = &finding{}
		pr.makeFindBar(replacing)
	} else if replacing && !pr.finding.bar.Replacing() {
		pr.finding.bar.SetReplacing(true)
		pr.work.arrange()
	}
	pr.finding.from = pr.open.board.Spot().ID
	pr.finding.bar.Focus()
}

// makeFindBar makes the bar, in the language of the window, and looks for what was looked for before.
func (pr *Program) makeFindBar(replacing bool) {
	f, was := pr.finding, pr.finding.bar
	f.bar = find.NewBar(find.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, Shift: func() bool { return pr.p.Mods()&fyne.KeyModifierShift != 0 },
		OnSearch: func(s mapmodel.Search) {
			f.search = s
			pr.search(f.from, func(first int) { pr.goToFinding(first) })
		},
		OnStep: pr.stepFind, OnReplace: pr.replaceOne, OnReplaceAll: pr.replaceAll, OnClose: pr.closeFind, OnKey: pr.TypedKey, Hint: pr.hint,
		OnFocus: pr.refreshStatus,
	}, replacing)
	if was != nil {
		f.bar.Take(was.Search(), was.With())
	}
	f.bar.Say(-1, 0, "")
	pr.work.show(f.bar)
}

// findKeys are what keys do in the bar.
func (pr *Program) findKeys(focused fyne.Focusable) []words.Key {
	if enter := pr.finding.bar.Enter(focused); enter != "" {
		return []words.Key{enter, words.FindHintEnd}
	}
	return []words.Key{words.FindHintNext, words.FindHintBack, words.FindHintEnd}
}

// closeFind ends the search; what was gone to stays selected.
func (pr *Program) closeFind() {
	if pr.finding == nil {
		return
	}
	pr.work.hide(pr.finding.bar)
	pr.finding = nil
	if pr.open != nil {
		pr.open.board.SetFound(nil)
		pr.focus()
	}
}

// search looks through the map, off the UI goroutine. Then it is told which finding is the first at or after a record.
func (pr *Program) search(from mapmodel.ID, then func(first int)) {
	f, o := pr.finding, pr.open
	f.turn++
	turn, m, s := f.turn, o.doc.Map(), f.search
	pr.p.Work(func() {
		list, first := findings(m, s, from)
		hold := map[mapmodel.ID]bool{}
		for _, p := range list {
			hold[p.Record], hold[p.show] = true, true
		}
		pr.p.Later(func() {
			if pr.finding != f || pr.open != o || turn != f.turn {
				return
			}
			f.list, f.hold = list, hold
			then(first)
		})
	})
}

// findings lists what a search finds, and the first of it at or after a record in reading order; 0 where there is none. It may
// be called on any goroutine.
func findings(m *mapmodel.Map, s mapmodel.Search, from mapmodel.ID) (list []foundPlace, first int) {
	order, at := map[mapmodel.ID]int{}, 0
	cites := map[mapmodel.ID]mapmodel.ID{}
	for r := range m.Reading() {
		order[r.Base().ID] = at
		at++
		if card, ok := r.(*mapmodel.Card); ok {
			for _, e := range card.Evidence {
				if cites[e].IsZero() {
					cites[e] = card.ID
				}
			}
		}
	}
	first = -1
	for f := range s.Find(m) {
		if first < 0 && order[f.Record] >= order[from] {
			first = len(list)
		}
		list = append(list, foundPlace{f, onBoard(m, f.Record, cites)})
	}
	return list, max(first, 0)
}

// onBoard is the record that shows another on the board.
func onBoard(m *mapmodel.Map, id mapmodel.ID, cites map[mapmodel.ID]mapmodel.ID) mapmodel.ID {
	switch r := m.Get(id).(type) {
	case *mapmodel.Evidence:
		if card := cites[id]; !card.IsZero() {
			return onBoard(m, card, nil)
		}
	case *mapmodel.Survey:
		if !r.Touchpoint.IsZero() {
			return onBoard(m, r.Touchpoint, nil)
		}
		return r.Stage
	case *mapmodel.Score:
		return onBoard(m, r.Card, nil)
	case *mapmodel.Lane:
		if !r.Hidden {
			return id
		}
	case *mapmodel.Card:
		if lane := mapmodel.Find[*mapmodel.Lane](m, r.Lane); lane == nil || !lane.Hidden {
			return id
		}
	default:
		if edit.HeadSpot(r).Kind != edit.None {
			return id
		}
	}
	return mapmodel.ID{}
}

// goToFinding selects what shows a finding; behind the last comes the first.
func (pr *Program) goToFinding(at int) {
	f := pr.finding
	if n := len(f.list); n > 0 {
		at = (at%n + n) % n
		if show := f.list[at].show; !show.IsZero() {
			pr.open.board.Select(show)
		}
	}
	pr.showFindings(at)
}

// showFindings highlights all findings and says which is the one gone to.
func (pr *Program) showFindings(at int) {
	f := pr.finding
	found := &board.Found{Search: f.search, Records: f.hold}
	f.at = min(at, len(f.list)-1)
	place := ""
	if f.at >= 0 {
		found.At = f.list[f.at].Finding
		place = pr.placeOf(f.list[f.at])
	}
	pr.open.board.SetFound(found)
	f.bar.Say(f.at, len(f.list), place)
}

// placeOf says where a finding is: in which field, where that is not what the board shows, and of what.
func (pr *Program) placeOf(f foundPlace) string {
	m := pr.open.doc.Map()
	r, lane := m.Get(f.Record), pr.laneNames()
	if r == nil {
		return ""
	}
	var said []string
	if _, card := r.(*mapmodel.Card); !card || f.Field.Name != "text" {
		said = append(said, words.Capital(pr.say(words.Key("field."+f.Field.Name))))
	}
	if f.show != f.Record {
		r = m.Get(f.show)
	}
	switch r := r.(type) {
	case *mapmodel.Card:
		if r.Column.IsZero() {
			said = append(said, pr.say(words.PaletteInbox))
		} else if l := mapmodel.Find[*mapmodel.Lane](m, r.Lane); l != nil {
			said = append(said, lane(l)+", "+mapmodel.NameOf(m.Get(r.Column)))
		}
	case *mapmodel.Lane:
		said = append(said, lane(r))
	case *mapmodel.Header, nil:
	default:
		if name := mapmodel.NameOf(r); name != "" && f.Field.Name != "name" {
			said = append(said, name)
		}
	}
	return strings.Join(said, " · ")
}

// stepFind goes to the next finding or to the one before; where nothing is looked for yet it asks for what.
func (pr *Program) stepFind(by int) {
	switch {
	case pr.open == nil:
	case pr.finding == nil || pr.finding.search.Words == "":
		pr.showFind(false)
	default:
		pr.commit()
		pr.goToFinding(pr.finding.at + by)
	}
}

// replaceOne puts other words in place of the finding gone to, and goes to the next one that is not among them.
func (pr *Program) replaceOne(with string) {
	f := pr.finding
	if f.at < 0 || f.at >= len(f.list) {
		return
	}
	at, within := f.at, len(f.search.In(with))
	here := f.list[at].Finding
	if pr.do(func(m *mapmodel.Map) (mapmodel.Change, error) { return pr.desk.ReplaceOne(m, f.search, here, with) }) {
		pr.search(mapmodel.ID{}, func(int) { pr.goToFinding(at + within) })
	}
}

// replaceAll puts other words in place of every finding, as one change.
func (pr *Program) replaceAll(with string) {
	f, n := pr.finding, len(pr.finding.list)
	if n == 0 {
		return
	}
	if pr.do(func(m *mapmodel.Map) (mapmodel.Change, error) { return pr.desk.Replace(m, f.search, with) }) {
		pr.toasts.Say(parts.Note{
			Words: pr.sayWith(words.FindReplaced, words.Args{"n": n}), Action: pr.say(words.ToastUndo), Do: pr.onBoard(edit.Undo), Last: true,
		})
	}
}

// searchAgain follows a change of the map: what is found is shown, and nothing else is selected.
func (pr *Program) searchAgain() {
	if f := pr.finding; f != nil && f.search.Words != "" {
		pr.search(mapmodel.ID{}, func(int) { pr.showFindings(max(f.at, 0)) })
	}
}

// escaped is called by an Escape that had nothing to let go of on the board: it ends what lies over the map, one after the other.
func (pr *Program) escaped() {
	if pr.finding != nil {
		pr.closeFind()
		return
	}
	pr.closeFilter()
}
