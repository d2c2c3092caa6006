//go:build !nogui

package desktop

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board"
	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/details"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/library"
	"footpath/storage/settings"
)

// openMap is a map being edited, or one whose last words are not on disk yet.
type openMap struct {
	doc     *mapmodel.Document
	session *library.Session
	board   *board.Board   // nil while it is not on the screen
	details *details.Panel // of what is selected on it; nil until it shows
	ahead   *board.Ahead   // what was laid out while it was read; nil once it has been on the screen
	status  library.Status
	view    library.View // what the person saw of it, and the file it is linked to
}

// undoSteps is how many changes of earlier days can be taken back.
const undoSteps = 500

// OpenMap shows a map. It is read off the UI goroutine; until it is there, the window shows what it showed.
func (pr *Program) OpenMap(id mapmodel.ID) {
	pr.openThen(id, nil)
}

// openThen shows a map and then does something with it.
func (pr *Program) openThen(id mapmodel.ID, then func()) {
	if pr.open != nil && pr.open.doc.Map().ID() == id {
		pr.focus()
		if then != nil {
			then()
		}
		return
	}
	pr.turn++
	turn := pr.turn
	if pr.kept[id] != nil { // its last words are on their way: what the end of its session brings comes first
		pr.jobs.do(func() {
			pr.p.Later(func() {
				switch m := pr.kept[id]; {
				case turn != pr.turn:
				case m != nil:
					pr.showMap(m, then)
				default:
					pr.openThen(id, then)
				}
			})
		})
		return
	}
	shown, language := pr.shown(), pr.words
	pr.jobs.do(func() {
		r := pr.read(id, shown, language)
		pr.p.Later(func() {
			if turn == pr.turn {
				pr.take(r, then)
			}
		})
	})
}

// attach begins the editing of a map just read.
func (pr *Program) attach(r reading, then func()) {
	m, report := r.m, r.report
	o := &openMap{doc: mapmodel.NewDocument(m, pr.p.Source, pr.p.Now), view: r.view}
	o.doc.Past(r.past)
	if r.shown == pr.shown() {
		o.ahead = r.ahead
	}
	session, err := pr.p.Library.Attach(o.doc, library.Listener{
		OnCommitted: func(c mapmodel.Change, _ uint64) { pr.p.Trace.committed(c) },
		OnForeign: func(changes []mapmodel.Change, done func(error)) {
			pr.p.Later(func() { done(pr.takeForeign(o, changes)) })
		},
		OnStatus: func(s library.Status) {
			pr.p.Later(func() { pr.saving(o, s) })
		},
	})
	if errors.Is(err, engine.ErrConflict) { // somebody read it meanwhile; what was read is not what is edited
		pr.openThen(m.ID(), then)
		return
	}
	if err != nil {
		pr.announce(words.DialogProblem, pr.sentence(err))
		return
	}
	o.session, o.status = session, session.Status()
	pr.jobs.do(func() { pr.mark(session, library.MarkSessionStart) })
	pr.showMap(o, then)
	if n := len(report.Healings) + len(report.Damages); n > 0 {
		pr.toasts.Say(parts.Note{Words: pr.sayWith(words.ToastMended, words.Args{"n": n})})
	}
}

// showMap puts a map on the screen.
func (pr *Program) showMap(o *openMap, then func()) {
	pr.leaveMap()
	pr.toasts.Changed() // what it is about has left the screen
	delete(pr.kept, o.doc.Map().ID())
	pr.open = o
	o.board = board.New(board.Params{
		Doc: o.doc, Desk: pr.desk, Words: pr.words, Style: pr.style(), Ahead: o.ahead, Later: pr.p.Later, Synchronous: pr.p.Synchronous,
		OnStatus: func(board.Status) {
			if pr.open == o {
				pr.status.hint = "" // who goes on with the keyboard has left the pointer where it lay
				pr.refreshStatus()
				pr.followOutline()
			}
		},
		OnSelect: func() {
			if o.details != nil && pr.work.right != nil {
				o.details.Follow()
			}
		},
		OnMenu:    func(spot edit.Spot, at fyne.Position) { pr.menuOn(spot.Kind, at, parts.ShowMenu) },
		OnDetails: pr.enterDetails, OnPaste: pr.askPaste, OnNotice: pr.notice, OnFree: pr.escaped, OnKey: func(e *fyne.KeyEvent) { pr.TypedKey(e) }, Mods: pr.p.Mods, Scale: pr.win.Canvas().Scale,
	})
	o.ahead = nil
	o.board.SetEnterBreaks(pr.set.EnterBreaks)
	pr.firstDetails()
	o.doc.Listen(func(mapmodel.Event) {
		if pr.open == o {
			pr.changed(o)
		}
	})
	pr.show()
	if o.view.Zoom > 0 {
		o.board.ZoomTo(int(o.view.Zoom*100 + 0.5))
	}
	switch was := o.view.Selection; {
	case len(was) == 2 && o.doc.Map().Get(was[0]) != nil && o.doc.Map().Get(was[1]) != nil:
		o.board.SelectCell(was[0], was[1])
	case len(was) == 1:
		o.board.Select(was[0])
	}
	pr.fillOutline()
	pr.checkFirst()
	pr.remember(func(s *settings.Settings) { s.LastMap, s.AtHome = o.doc.Map().ID().String(), false })
	pr.refreshStatus()
	if then != nil {
		then()
	}
}

// changed follows a change of the map on the screen, as far as the frame shows it.
func (pr *Program) changed(o *openMap) {
	if title := pr.titleOf(o.doc.Map()) + " – " + programName; title != pr.win.Title() {
		pr.win.SetTitle(title)
	}
	pr.toasts.Changed()
	pr.toolbar.refresh()
	pr.refreshMenu()
	pr.searchAgain()
	pr.countNotes()
	pr.filterAgain()
	pr.fillOutline()
	pr.checkSoon()
	if pr.showing != nil {
		pr.showing.SetMap(o.doc.Map())
	}
}

// notice says what the board has done.
func (pr *Program) notice(sentence string, undo bool) {
	note := parts.Note{Words: sentence}
	if undo {
		note.Action, note.Do, note.Last = pr.say(words.ToastUndo), pr.onBoard(edit.Undo), true
	}
	pr.toasts.Say(note)
}

// saving is told how far the saving of a map has come.
func (pr *Program) saving(o *openMap, s library.Status) {
	o.status = s
	if pr.leave {
		return
	}
	id := o.doc.Map().ID()
	if pr.kept[id] == o && s.Saving == library.Saved {
		pr.letGo(o)
	}
	if pr.past != nil && pr.past.of == o && s.Saving == library.Saved {
		pr.past.panel.Read() // there is a new moment
	}
	pr.refreshStatus()
}

// leaveMap takes the map off the screen. What is being typed is kept, and the map stays at hand until it is on disk.
func (pr *Program) leaveMap() {
	o := pr.open
	if o == nil {
		return
	}
	pr.endHistory()
	pr.closeFind()
	pr.closeFilter()
	pr.closeCapture()
	pr.endShow()
	pr.toasts.Changed()
	o.board.Commit()
	pr.leaveDetails(o)
	pr.rememberView(o)
	o.board.Close()
	pr.open, o.board = nil, nil
	pr.kept[o.doc.Map().ID()] = o
	pr.letGo(o)
}

// closeTime is how long the end of a session may wait for the disk before other work goes on; the map stays at hand.
const closeTime = 10 * time.Second

// letGo ends the session of a map that has left the screen, once all of it is on disk.
func (pr *Program) letGo(o *openMap) {
	id := o.doc.Map().ID()
	pr.jobs.do(func() {
		ctx, cancel := context.WithTimeout(context.Background(), closeTime)
		defer cancel()
		err := o.session.Close(ctx)
		if err == nil {
			pr.mark(o.session, library.MarkSessionEnd)
		}
		pr.p.Later(func() {
			if err == nil && pr.kept[id] == o {
				delete(pr.kept, id)
			}
		})
	})
}

// rememberView writes down where the person was.
func (pr *Program) rememberView(o *openMap) {
	o.view.Zoom = float64(o.board.Status().Zoom) / 100
	o.view.Selection = nil
	switch spot := o.board.Spot(); {
	case spot.Kind == edit.Cell && !spot.Inbox():
		o.view.Selection = []mapmodel.ID{spot.Column, spot.Lane}
	case !spot.ID.IsZero():
		o.view.Selection = []mapmodel.ID{spot.ID}
	}
	id, view := o.doc.Map().ID(), o.view
	if err := pr.views.put(id, view); err != nil && !pr.leave {
		pr.problem(err)
	}
}

// commitAll keeps what is being typed anywhere: nothing of it comes back.
func (pr *Program) commitAll() {
	if pr.open == nil {
		pr.home.Commit()
		return
	}
	pr.commit()
	if pr.capture != nil {
		pr.capture.Commit()
	}
	if pr.showing != nil {
		pr.showing.Commit()
	}
}

// commit keeps what is being typed, on the board or beside it.
func (pr *Program) commit() {
	pr.open.board.Commit()
	if pr.open.details != nil {
		pr.open.details.Commit()
	}
}

// do makes a change to the map on the screen; what is being typed is kept first.
func (pr *Program) do(verb func(m *mapmodel.Map) (mapmodel.Change, error)) bool {
	if pr.open == nil {
		return false
	}
	pr.commit()
	change, err := verb(pr.open.doc.Map())
	if err == nil {
		_, err = pr.open.doc.Do(change)
	}
	if err != nil {
		pr.problem(err)
	}
	return err == nil
}

func (pr *Program) state() mapmodel.State {
	if pr.open == nil {
		return ""
	}
	if state := pr.open.doc.Map().Header().State; state != "" {
		return state
	}
	return mapmodel.Current
}

// setState says whether the map is of today or of a hoped-for future.
func (pr *Program) setState(state mapmodel.State) {
	pr.do(func(m *mapmodel.Map) (mapmodel.Change, error) {
		return mapmodel.Alter(pr.desk, m, mapmodel.LabelAlter, []mapmodel.ID{m.ID()}, func(h *mapmodel.Header) { h.State = state }, "state")
	})
	pr.focus()
}

// Document is the map on the screen, or nil.
func (pr *Program) Document() *mapmodel.Document {
	if pr.open == nil {
		return nil
	}
	return pr.open.doc
}

// Board is what shows it, or nil.
func (pr *Program) Board() *board.Board {
	if pr.open == nil {
		return nil
	}
	return pr.open.board
}
