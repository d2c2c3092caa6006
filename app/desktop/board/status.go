//go:build !nogui

package board

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
)

// Status is what the status bar says of the board.
type Status struct {
	// Editing is true while something is being typed.
	Editing bool
	// Place is where the selection is, as a person would say it.
	Place string
	// Hints are the keys that matter now.
	Hints []words.Key
	// Zoom is in per cent.
	Zoom int
	// Cards is the number of selected cards.
	Cards int
	// Undoes and Redoes are what undo and redo would act on.
	Undoes, Redoes edit.Reach
}

// Status tells what the board is doing.
func (b *Board) Status() Status { return b.describe() }

// AccessibilityLabel implements fyne.Accessible: where the selection is, and what stands there.
func (b *Board) AccessibilityLabel() string {
	s := b.edit.Cursor()
	place := b.placeOf(s)
	if card := mapmodel.Find[*mapmodel.Card](b.edit.View(), s.ID); card != nil && card.Text != "" {
		return place + ": " + card.Text
	}
	return place
}

// AccessibilityRole implements fyne.Accessible.
func (b *Board) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (b *Board) tellStatus() {
	s := b.describe()
	if same(s, b.status) {
		return
	}
	b.status = s
	if b.p.OnStatus != nil {
		b.p.OnStatus(s)
	}
}

func same(a, b Status) bool {
	return a.Editing == b.Editing && a.Place == b.Place && a.Zoom == b.Zoom && a.Cards == b.Cards && a.Undoes == b.Undoes && a.Redoes == b.Redoes &&
		slices.Equal(a.Hints, b.Hints)
}

func (b *Board) describe() Status {
	cursor := b.edit.Cursor()
	s := Status{
		Editing: b.edit.State() == edit.Editing, Zoom: int(math.Round(100 * b.view.zoom())), Cards: len(b.edit.Cards()),
		Place: b.placeOf(cursor),
	}
	s.Undoes, _ = b.edit.Undoes()
	s.Redoes, _ = b.edit.Redoes()
	if t, ok := b.edit.Typing(); ok {
		s.Hints = b.typingHints(t)
	} else {
		s.Hints = b.hints(cursor)
	}
	return s
}

// placeOf names a spot: "Tasks & Actions, Choose a slot, card 1 of 2".
func (b *Board) placeOf(s edit.Spot) string {
	say := b.p.Words.Say
	m := b.edit.View()
	name := func(id mapmodel.ID) string {
		if r := m.Get(id); r != nil {
			if lane, ok := r.(*mapmodel.Lane); ok {
				return b.laneName(lane)
			}
			if n := mapmodel.NameOf(r); n != "" {
				return n
			}
		}
		return say(words.BoardUnnamed, nil)
	}
	switch s.Kind {
	case edit.Title, edit.PersonaHead, edit.StageHead, edit.StepHead, edit.LaneHead:
		return name(s.ID)
	case edit.HeadField:
		return words.Capital(b.p.Words.Field(s.Field))
	case edit.Cell, edit.Card:
		if n := len(b.edit.Cards()); n > 1 {
			return say(words.BoardSelectedCards, words.Args{"n": n})
		}
		if s.Inbox() {
			inbox := say(words.CaptureTitle, nil)
			if at := m.Inbox().Index(s.ID); s.Kind == edit.Card && at >= 0 {
				return say(words.BoardPlaceNote, words.Args{"inbox": inbox, "number": at + 1, "count": m.Inbox().Len()})
			}
			return inbox
		}
		args := words.Args{"lane": name(s.Lane), "column": name(s.Column)}
		if s.Kind == edit.Cell {
			return say(words.BoardPlace, args)
		}
		cell := m.Cell(s.Column, s.Lane)
		args["number"], args["count"] = cell.Index(s.ID)+1, cell.Len()
		return say(words.BoardPlaceCard, args)
	}
	return ""
}

// laneName is the name a lane is shown by.
func (b *Board) laneName(lane *mapmodel.Lane) string {
	if lane.Name != "" {
		return lane.Name
	}
	return b.pageWord("page.lane." + string(lane.LaneKind))
}

func (b *Board) pageWord(key string) string {
	return words.For(b.p.Doc.Map().Header().Language).Page()(key)
}

// tell shows a notice of the editor.
func (b *Board) tell(n edit.Notice) {
	if b.p.OnNotice == nil {
		return
	}
	if n.Err != nil {
		b.p.OnNotice(n.Err.Error(), false)
		return
	}
	args := words.Args{"n": n.Count}
	if len(n.Args) > 0 {
		args["name"] = n.Args[0]
	}
	switch words.Key(n.Key) {
	case words.BoardClearedField:
		args["name"] = b.p.Words.Field(n.Args[0])
	case words.BoardWrongDate:
		args["name"] = b.p.Words.ShortDate("2027-03-30")
	}
	b.p.OnNotice(b.p.Words.Say(words.Key(n.Key), args), n.Undo)
}

func (b *Board) details() {
	if b.p.OnDetails != nil {
		b.p.OnDetails()
	}
}
