//go:build !nogui

package desktop

import (
	"time"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/checks"
	"footpath/app/words"
	"footpath/mapmodel"
)

// checking is what is worth a look on the map on the screen before it is handed on.
type checking struct {
	panel *checks.Panel // the list beside the board, while it shows
	found int           // how many rules have found something
	turn  int           // of the looking, so that a slow one does not come over a later one
}

// checkRest is how long nothing has to change before a map is looked through.
const checkRest = 700 * time.Millisecond

// checkSoon looks the map through once edits have come to rest.
func (pr *Program) checkSoon() {
	pr.checks.turn++
	turn := pr.checks.turn
	pr.soon(checkRest, func() {
		if turn == pr.checks.turn {
			pr.check()
		}
	})
}

// check looks the map on the screen through, off the UI goroutine. What it finds is dropped when the map has changed since.
func (pr *Program) check() {
	o, c := pr.open, &pr.checks
	if o == nil {
		return
	}
	c.turn++
	turn, m, panel, language, lane := c.turn, o.doc.Map(), c.panel, pr.words, pr.laneNames()
	pr.p.Work(func() {
		found, ripe := m.Checks()
		var rows []checks.Row
		note := ""
		if panel != nil {
			rows, note = checks.Rows(m, language, lane, found, ripe)
		}
		pr.p.Later(func() {
			if pr.open != o || turn != c.turn {
				return
			}
			c.found = len(found)
			if panel != nil && panel == c.panel {
				panel.SetRows(rows, note)
			}
			pr.refreshStatus()
		})
	})
}

// checkFirst begins with a map that has just come to the screen.
func (pr *Program) checkFirst() {
	pr.checks.found = 0
	if pr.checks.panel != nil {
		pr.checks.panel.SetRows(nil, "")
	}
	pr.check()
}

// showChecks shows the list beside the board, in the place of the outline, and takes the keyboard there. It stays from map to map.
func (pr *Program) showChecks() {
	if pr.open == nil {
		return
	}
	pr.commit()
	if pr.checks.panel == nil {
		pr.closeOutline()
		pr.makeChecks()
		pr.work.arrange()
		pr.open.board.Reveal()
		pr.refreshMenu()
	}
	pr.checks.panel.Focus()
	pr.refreshStatus()
}

// makeChecks makes the list, in the language of the window.
func (pr *Program) makeChecks() {
	pr.checks.panel = checks.New(checks.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, OnClose: pr.closeChecks, OnKey: pr.TypedKey, OnGo: pr.goToPlace, OnMend: pr.mend,
	})
	pr.work.left = pr.checks.panel
	pr.check()
}

// goToPlace selects a place that was found on the board, as it stands there now. A card that the filter does not show fades instead.
func (pr *Program) goToPlace(r checks.Row) {
	if pr.open == nil {
		return
	}
	spot := r.Spot
	if card := mapmodel.Find[*mapmodel.Card](pr.open.doc.Map(), spot.ID); card != nil {
		spot = edit.CardSpot(card)
		if f := pr.filter; f != nil && f.hides && !f.wants.Passes(card) {
			pr.hideOthers(false)
		}
	}
	pr.selectSpot(spot)
}

// mend takes the keyboard to a place that was found: to the field in the details that is asked for, else to the board.
func (pr *Program) mend(r checks.Row) {
	if pr.open == nil {
		return
	}
	pr.goToPlace(r)
	if r.Field != "" {
		pr.showDetails()
	}
	if r.Field == "" || !pr.open.details.Focus(r.Field) {
		pr.focus()
	}
	pr.refreshStatus()
}

// closeChecks puts the list away.
func (pr *Program) closeChecks() {
	if pr.checks.panel == nil {
		return
	}
	pr.checks.panel, pr.work.left = nil, nil
	pr.work.arrange()
	pr.refreshMenu()
	pr.focus()
	if pr.open != nil {
		pr.refreshStatus()
	}
}

// checksSaid is what the status bar says of what was found; empty where that is nothing, and of an earlier moment.
func (pr *Program) checksSaid() string {
	if pr.checks.found == 0 || pr.past != nil {
		return ""
	}
	return pr.sayWith(words.CheckStatus, words.Args{"n": pr.checks.found})
}

// checkKeys are what keys do in the list.
func (pr *Program) checkKeys() []words.Key {
	if len(pr.checks.panel.Rows()) == 0 {
		return []words.Key{words.CheckHintClose}
	}
	return []words.Key{words.CheckHintWalk, words.CheckHintGo, words.CheckHintClose}
}
