//go:build !nogui

package desktop

import (
	"strings"

	"footpath/app/desktop/capture"
	"footpath/mapmodel"
)

// showCapture shows the line that takes notes for the inbox, and takes the keyboard there.
func (pr *Program) showCapture() {
	if pr.open == nil {
		return
	}
	pr.open.board.Commit()
	if pr.capture == nil {
		pr.makeCapture()
	}
	pr.capture.Focus()
}

// makeCapture makes the line, in the language of the window.
func (pr *Program) makeCapture() {
	pr.capture = capture.NewBar(capture.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, Key: pr.keyOf(pr.find("quick-note")), OnNotes: pr.takeNotes, OnClose: pr.closeCapture, OnKey: pr.TypedKey,
	})
	pr.work.below = pr.capture
	pr.work.arrange()
	pr.countNotes()
}

// closeCapture puts the line away.
func (pr *Program) closeCapture() {
	if pr.capture == nil {
		return
	}
	pr.capture, pr.work.below = nil, nil
	if pr.open != nil {
		pr.work.arrange()
		pr.focus()
	}
}

// takeNotes puts notes into the inbox, one a line, and shows the last of them.
func (pr *Program) takeNotes(text string) bool {
	if strings.TrimSpace(text) == "" {
		return true
	}
	taken := pr.do(func(m *mapmodel.Map) (mapmodel.Change, error) {
		c, _, err := pr.desk.PasteLines(m, mapmodel.Place{At: -1}, text)
		return c, err
	})
	if taken {
		pr.open.board.ShowLastNote()
	}
	return taken
}

// countNotes says how many notes wait in the inbox.
func (pr *Program) countNotes() {
	if pr.capture != nil {
		pr.capture.Say(pr.open.doc.Map().Inbox().Len())
	}
}

func (pr *Program) hasNotes() bool { return pr.open != nil && pr.open.doc.Map().Inbox().Len() > 0 }
