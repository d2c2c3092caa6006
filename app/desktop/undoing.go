//go:build !nogui

package desktop

import (
	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
)

// undo takes back the last step on the map, or on home.
func (pr *Program) undo() {
	if pr.open == nil {
		pr.undoAtHome()
		return
	}
	pr.onBoard(edit.Undo)()
}

// redo does again what was taken back last.
func (pr *Program) redo() {
	if pr.open == nil {
		pr.redoAtHome()
		return
	}
	pr.onBoard(edit.Redo)()
}

func (pr *Program) canUndo() bool {
	if pr.open == nil {
		return len(pr.steps.done) > 0
	}
	return reaches(pr.open.board.Undoes()) != edit.Nothing
}

func (pr *Program) canRedo() bool {
	if pr.open == nil {
		return len(pr.steps.undone) > 0
	}
	return reaches(pr.open.board.Redoes()) != edit.Nothing
}

func reaches(r edit.Reach, _ mapmodel.Label) edit.Reach { return r }

// undoSaid is what undo is called now: with what it takes back.
func (pr *Program) undoSaid() string {
	if pr.open == nil {
		return pr.saidAtHome(words.CommandUndoWhat, pr.steps.done)
	}
	r, label := pr.open.board.Undoes()
	return pr.travelSaid(words.CommandUndoWhat, r, label)
}

// redoSaid is what redo is called now: with what it brings again.
func (pr *Program) redoSaid() string {
	if pr.open == nil {
		return pr.saidAtHome(words.CommandRedoWhat, pr.steps.undone)
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
