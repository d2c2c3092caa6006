//go:build !nogui

package desktop

import (
	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

func (pr *Program) hidesLanes() bool { return pr.open != nil && len(pr.open.board.HiddenLanes()) > 0 }

// showLanes brings back the lane that is hidden; where several are, it asks which.
func (pr *Program) showLanes() {
	if pr.open == nil {
		return
	}
	hidden, name := pr.open.board.HiddenLanes(), pr.laneNames()
	back := func(ids ...mapmodel.ID) func() {
		return func() {
			pr.open.board.ShowLanes(ids)
			pr.focus()
		}
	}
	var items []parts.MenuItem
	var all []mapmodel.ID
	for _, lane := range hidden {
		items = append(items, parts.MenuItem{Label: name(lane), Do: back(lane.ID)})
		all = append(all, lane.ID)
	}
	if len(all) == 1 {
		back(all...)()
		return
	}
	items = append(items, parts.MenuItem{Label: pr.say(words.BoardAllLanes), Rule: true, Do: back(all...)})
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(pr.open.board)
	parts.ShowChoices(pr.win.Canvas(), at.Add(pr.open.board.Beside()), items, pr.focus)
}
