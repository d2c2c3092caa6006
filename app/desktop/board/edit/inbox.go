//go:build !nogui

package edit

import "footpath/mapmodel"

// takeNote puts the first note of the inbox where the selection is: into the cell, or after the selected card. Notes are sorted
// so one after the other: walk to a cell, take, walk on.
func (e *Editor) takeNote() {
	e.Commit()
	notes := e.Map().Inbox()
	if e.typing != nil || !e.cursor.inCell() || e.cursor.Inbox() || !e.holds(e.cursor.Lane) {
		return
	}
	if notes.Len() == 0 {
		e.p.Tell(Notice{Key: "board.inbox-empty"})
		return
	}
	to := mapmodel.Place{Column: e.cursor.Column, Lane: e.cursor.Lane, At: -1}
	if e.cursor.Kind == Card {
		to.At = e.walker().cards(e.cursor).Index(e.cursor.ID) + 1
	}
	note := notes.Card(0).ID
	c, err := e.p.Desk.MoveCards(e.Map(), []mapmodel.ID{note}, to)
	if e.do(c, err) {
		e.SelectCards([]mapmodel.ID{note})
	}
}

// turnInbox goes to the first note of the inbox, or to where its first one is written; and from the inbox back.
func (e *Editor) turnInbox() {
	e.Commit()
	if e.typing != nil || e.LeaveInbox() {
		return
	}
	e.put(e.walker().inbox())
}

// LeaveInbox goes back to where the selection was on the map before it came to the inbox; false where it is not there.
func (e *Editor) LeaveInbox() bool {
	if !e.cursor.Inbox() {
		return false
	}
	e.Commit()
	back := e.still(e.outside)
	if back.Kind == None || back.Inbox() {
		back = e.walker().corner(false)
	}
	e.put(back)
	e.p.Changed()
	return true
}
