//go:build !nogui

package desktop

import (
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/capture"
	"footpath/app/desktop/present"
	"footpath/app/words"
	"footpath/mapmodel"
)

// showCapture shows the line that takes notes for the inbox, and takes the keyboard there.
func (pr *Program) showCapture() {
	if pr.open == nil {
		return
	}
	pr.commit()
	if pr.capture == nil {
		pr.makeCapture()
	}
	pr.capture.Focus()
	pr.refreshStatus()
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

// closeCapture puts the line away. What is typed there stays, as a note.
func (pr *Program) closeCapture() {
	if pr.capture == nil || pr.open != nil && !pr.capture.Commit() {
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

// noteLine is the line on the window that the room sees.
func (pr *Program) noteLine(on fyne.Canvas, leave func(), other func(*fyne.KeyEvent) bool) present.NoteLine {
	var line *capture.Bar
	count := func() { line.Say(pr.open.doc.Map().Inbox().Len()) }
	line = capture.NewBar(capture.Params{
		Canvas: on, Words: pr.words, Key: pr.say(words.KeyEscape), OnClose: leave, OnKey: other,
		OnNotes: func(text string) bool {
			taken := pr.takeNotes(text)
			count()
			return taken
		},
	})
	count()
	return line
}

// foot is how high the inbox and the line for notes stand at the lower edge of the map.
func (pr *Program) foot() float32 {
	if pr.open == nil || pr.open.board == nil {
		return 0
	}
	high := pr.open.board.Foot()
	if pr.capture != nil {
		high += pr.capture.MinSize().Height
	}
	return high
}

// countNotes says how many notes wait in the inbox.
func (pr *Program) countNotes() {
	if pr.capture != nil {
		pr.capture.Say(pr.open.doc.Map().Inbox().Len())
	}
}

// canTakeNote tells whether a note waits, and what is selected is no note itself.
func (pr *Program) canTakeNote() bool {
	return pr.open != nil && pr.open.doc.Map().Inbox().Len() > 0 && !pr.open.board.Spot().Inbox()
}
