package edit_test

import (
	"testing"

	"footpath/app/desktop/board/edit"
)

// reaches tells what undo and redo would act on.
func (r *room) reaches(undo, redo edit.Reach) *room {
	r.t.Helper()
	back, _ := r.Undoes()
	forth, _ := r.Redoes()
	if back != undo || forth != redo {
		r.t.Errorf("undo reaches %d, want %d; redo reaches %d, want %d", back, undo, forth, redo)
	}
	return r
}

func TestUndoWhileALetterIsTypedIsAboutTheTypingAlone(t *testing.T) {
	r := open(t, "Notice").reaches(edit.Nothing, edit.Nothing).press("'One'", "Escape").reaches(edit.OfMap, edit.Nothing)
	r.press("F2").reaches(edit.OfMap, edit.Nothing).press("' word'").reaches(edit.OfTyping, edit.Nothing)
	r.press("Ctrl+Z").reaches(edit.OfTyping, edit.OfTyping).press("Ctrl+Z").reaches(edit.Nothing, edit.OfTyping)
	made := len(r.changes)
	if r.press("Ctrl+Z"); r.State() != edit.Editing || len(r.changes) != made || r.notices[len(r.notices)-1].Key != "board.no-typing-to-undo" {
		t.Errorf("undo goes on to the map unseen: %d changes, told %+v", len(r.changes)-made, r.notices)
	}
	r.press("Ctrl+Y", "Ctrl+Y").reaches(edit.OfTyping, edit.Nothing).press("Ctrl+Y")
	if r.notices[len(r.notices)-1].Key != "board.no-typing-to-redo" {
		t.Errorf("told is %+v", r.notices)
	}
	r.press("Escape").says("Notice", tasks, "One word").reaches(edit.OfMap, edit.Nothing)
	r.press("Ctrl+Z").says("Notice", tasks, "One").reaches(edit.OfMap, edit.OfMap)
}

func TestUndoInATextOnlyOpenedTakesBackTheChangeBefore(t *testing.T) {
	r := open(t, "Notice").press("'One'", "Return").reaches(edit.OfMap, edit.Nothing) // the next card waits, empty
	r.press("Ctrl+Z").says("Notice", tasks).reaches(edit.Nothing, edit.OfMap)
	if r.State() != edit.Selecting {
		t.Error("a card is being typed still")
	}
	r.press("Return").reaches(edit.Nothing, edit.OfMap).press("Ctrl+Y").says("Notice", tasks, "One")
}
