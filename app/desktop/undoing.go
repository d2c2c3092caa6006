//go:build !nogui

package desktop

import (
	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
)

func (pr *Program) canUndo() bool {
	return pr.open != nil && reaches(pr.open.board.Undoes()) != edit.Nothing
}

func (pr *Program) canRedo() bool {
	return pr.open != nil && reaches(pr.open.board.Redoes()) != edit.Nothing
}

func reaches(r edit.Reach, _ mapmodel.Label) edit.Reach { return r }

// undoSaid is what undo is called now: with what it takes back.
func (pr *Program) undoSaid() string {
	if pr.open == nil {
		return ""
	}
	r, label := pr.open.board.Undoes()
	return pr.travelSaid(words.CommandUndoWhat, r, label)
}

// redoSaid is what redo is called now: with what it brings again.
func (pr *Program) redoSaid() string {
	if pr.open == nil {
		return ""
	}
	r, label := pr.open.board.Redoes()
	return pr.travelSaid(words.CommandRedoWhat, r, label)
}

func (pr *Program) travelSaid(key words.Key, r edit.Reach, label mapmodel.Label) string {
	switch r {
	case edit.OfTyping:
		return pr.sayWith(key, words.Args{"what": pr.say(words.CommandTyping)})
	case edit.OfMap:
		return pr.sayWith(key, words.Args{"what": pr.words.Label(label.Key, label.Args)})
	}
	return ""
}
