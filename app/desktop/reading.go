//go:build !nogui

package desktop

import (
	"footpath/app/desktop/board"
	"footpath/app/desktop/look"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/library"
)

// reading is all that the window needs of a map, read and laid out off the UI goroutine: while a program starts, its window is
// being made meanwhile.
type reading struct {
	m      *mapmodel.Map
	report library.Report
	past   []mapmodel.Change
	view   library.View
	ahead  *board.Ahead
	shown  look.Mode // the palette that it was laid out for
	err    error
}

// early is a map that is read before it is asked for.
type early struct {
	id    mapmodel.ID
	shown look.Mode
	done  chan reading
}

// readFirst begins to read the map that will be shown first; the zero ID is none.
func (pr *Program) readFirst(id mapmodel.ID) {
	if id.IsZero() {
		return
	}
	e, language := &early{id, pr.shown(), make(chan reading, 1)}, pr.words
	pr.first.Store(e)
	pr.p.Work(func() { e.done <- pr.readNow(e.id, e.shown, language) })
}

// read reads a map for the palette and the language of the window. It waits for the disk.
func (pr *Program) read(id mapmodel.ID, shown look.Mode, language words.Language) reading {
	if e := pr.first.Swap(nil); e != nil && e.id == id && e.shown == shown {
		return <-e.done
	}
	return pr.readNow(id, shown, language)
}

func (pr *Program) readNow(id mapmodel.ID, shown look.Mode, language words.Language) reading {
	r := reading{shown: shown}
	if r.m, r.report, r.err = pr.p.Library.Open(id); r.err == nil {
		r.past, _ = pr.p.Library.Past(r.m, undoSteps) // without a history nothing can be undone; the map is whole
		r.view, _ = pr.views.get(id)                  // one that cannot be read is one nobody has seen
		r.ahead = board.LayOut(r.m, look.Style(shown), language)
	}
	return r
}

// take shows the map that was read, or says why it could not be.
func (pr *Program) take(r reading, then func()) {
	if r.err != nil {
		pr.announce(words.DialogProblem, pr.sentence(r.err))
		return
	}
	pr.attach(r, then)
}
