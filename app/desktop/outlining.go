//go:build !nogui

package desktop

import (
	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/outline"
)

// toggleOutline shows the outline beside the board and takes the keyboard there, or puts it away. It stays from map to map.
func (pr *Program) toggleOutline() {
	if pr.outline != nil {
		pr.closeOutline()
		return
	}
	pr.closeChecks()
	pr.makeOutline()
	pr.work.arrange()
	pr.outline.Focus()
	pr.refreshMenu()
	pr.refreshStatus()
}

// makeOutline makes the outline of the map on the screen, in the language of the window.
func (pr *Program) makeOutline() {
	pr.outline = outline.New(outline.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, OnSelect: pr.selectSpot, OnEnter: pr.focus, OnClose: pr.closeOutline, OnKey: pr.TypedKey,
		Work: pr.p.Work, Later: pr.p.Later,
	})
	pr.work.left = pr.outline
	pr.fillOutline()
}

// fillOutline shows the map on the screen in the outline.
func (pr *Program) fillOutline() {
	if pr.outline != nil && pr.open != nil {
		pr.outline.SetMap(pr.open.doc.Map(), pr.laneNames())
		pr.outline.Follow(pr.open.board.Spot())
	}
}

// followOutline goes to what is selected on the board.
func (pr *Program) followOutline() {
	if pr.outline != nil && pr.open != nil && !pr.outline.Has(pr.win.Canvas().Focused()) {
		pr.outline.Follow(pr.open.board.Spot())
	}
}

// selectSpot selects on the board what was gone to in the outline.
func (pr *Program) selectSpot(s edit.Spot) {
	if pr.open != nil {
		pr.open.board.SelectSpot(s)
	}
}

// closeOutline puts the outline away.
func (pr *Program) closeOutline() {
	if pr.outline == nil {
		return
	}
	pr.outline, pr.work.left = nil, nil
	pr.work.arrange()
	pr.refreshMenu()
	pr.focus()
}
