//go:build !nogui

package desktop

import (
	"context"
	"sync"
	"time"

	"footpath/app/desktop/board"
	"footpath/app/desktop/history"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/library"

	"fyne.io/fyne/v2"
)

// past is the history of the map on the screen, while it shows: a time line, and on the board the moment gone to. That moment is
// a document of its own, which nobody keeps: it goes from moment to moment by changes, so the board lays out only what differs.
type past struct {
	of    *openMap
	panel *history.Panel
	bar   *history.Bar
	board *board.Board
	doc   *mapmodel.Document
	want  history.Row // the moment to show
	busy  bool        // one is being read
	who   sync.Map    // the authors' names, by ID

	outline, checks, details bool // what showed before
}

// readTime is how long the history waits for the last words to be on disk.
const readTime = 10 * time.Second

// showHistory shows the time line beside the board and takes the keyboard there. It begins at now.
func (pr *Program) showHistory() {
	if pr.open == nil || pr.past != nil {
		pr.focus()
		return
	}
	pr.commit()
	pr.closeFind()
	pr.closeFilter()
	pr.closeCapture()
	o := pr.open
	p := &past{of: o, outline: pr.outline != nil, checks: pr.checks.panel != nil, details: pr.showsDetails()}
	pr.closeOutline()
	pr.closeChecks()
	pr.hideDetails()
	p.doc = mapmodel.NewDocument(o.doc.Map(), pr.p.Source, pr.p.Now)
	p.board = board.New(board.Params{
		Doc: p.doc, Desk: pr.desk, Words: pr.words, Style: pr.style(), Later: pr.p.Later, Synchronous: pr.p.Synchronous, ReadOnly: true,
		OnStatus: func(board.Status) { pr.refreshStatus() }, Scale: pr.win.Canvas().Scale,
		OnKey: func(e *fyne.KeyEvent) {
			if !p.panel.Press(e.Name) {
				pr.TypedKey(e)
			}
		},
	})
	p.board.Like(o.board)
	id := o.doc.Map().ID()
	p.panel = history.New(history.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, Now: pr.p.Now,
		Page:  func(before uint64, n int) ([]library.Moment, error) { return p.page(pr.p.Library, id, before, n) },
		Names: func() ([]library.Snapshot, error) { return pr.p.Library.Snapshots(id) },
		Who:   func(author mapmodel.ID) string { return p.name(author) },
		OnGo: func(r history.Row) {
			p.want = r
			pr.travel(p)
		},
		OnRestore: pr.goBack, OnName: pr.nameMoment, OnClose: pr.closeHistory, OnKey: pr.TypedKey,
		OnProblem: func(error) { pr.toasts.Say(parts.Note{Words: pr.say(words.HistoryBroken)}) },
		Work:      pr.p.Work, Later: pr.p.Later,
	})
	pr.past = p
	pr.makeHistoryBar()
	pr.work.right = p.panel
	pr.show()
	pr.readHistory(p)
}

// makeHistoryBar makes the bar above the board, in the colours of the window.
func (pr *Program) makeHistoryBar() {
	p := pr.past
	if p.bar != nil {
		pr.work.hide(p.bar)
	}
	here, since := board.PastInks(pr.style())
	p.bar = history.NewBar(pr.words, here, since, pr.goBack, pr.closeHistory)
	p.bar.Say(p.want, p.panel.Now())
	pr.work.show(p.bar)
}

// readHistory reads the time line, once what was written last is on disk.
func (pr *Program) readHistory(p *past) {
	pr.jobs.do(func() {
		err := flush(p.of.session)
		pr.p.Later(func() {
			switch {
			case pr.past != p:
			case err != nil:
				pr.closeHistory()
				pr.toasts.Say(parts.Note{Words: pr.say(words.DialogHistoryNotSaved)})
			default:
				p.panel.Read()
			}
		})
	})
}

// flush waits until all of a map is on disk, but not for ever.
func flush(s *library.Session) error {
	ctx, cancel := context.WithTimeout(context.Background(), readTime)
	defer cancel()
	return s.Flush(ctx)
}

// page reads a part of the time line, and the names of those who stand in it.
func (p *past) page(l *library.Library, id mapmodel.ID, before uint64, n int) ([]library.Moment, error) {
	moments, err := l.Moments(id, before, n)
	for _, m := range moments {
		author := m.Change.Author
		if _, known := p.who.Load(author); known || author.IsZero() || author == l.Author() {
			continue
		}
		name, err := l.AuthorName(author)
		if err != nil || name == "" {
			name = author.String()[:6]
		}
		p.who.Store(author, name)
	}
	return moments, err
}

// name is what an author is called; empty for the person themselves.
func (p *past) name(author mapmodel.ID) string {
	if name, ok := p.who.Load(author); ok {
		return name.(string)
	}
	return ""
}

// travel shows the moment that is wanted. One is read at a time, off the UI goroutine; those passed over meanwhile are not read.
func (pr *Program) travel(p *past) {
	p.bar.Say(p.want, p.panel.Now())
	pr.refreshStatus()
	if p.busy {
		return
	}
	p.busy = true
	to, from, now, present := p.want, p.doc.Map(), p.of.doc.Map(), p.panel.Now()
	pr.p.Work(func() {
		then, marks, err := now, (*board.Past)(nil), error(nil)
		if !present {
			then, marks, err = moment(pr.p.Library, now, to)
		}
		var edits []mapmodel.Edit
		if err == nil {
			edits = mapmodel.Diff(from, then)
		}
		pr.p.Later(func() {
			p.busy = false
			switch {
			case pr.past != p:
				return
			case err == nil:
				_, err = p.doc.Do(mapmodel.Change{Edits: edits})
			}
			if err != nil {
				pr.toasts.Say(parts.Note{Words: pr.sentence(err)})
				return
			}
			p.board.SetPast(marks)
			if p.want != to {
				pr.travel(p)
			}
		})
	})
}

// moment reads a map as it was, with what changed there, and what has changed since. It waits for the disk.
func moment(l *library.Library, now *mapmodel.Map, row history.Row) (*mapmodel.Map, *board.Past, error) {
	id := now.ID()
	then, err := l.At(id, row.Seq)
	if err != nil {
		return nil, nil, err
	}
	marks := &board.Past{Here: map[mapmodel.ID]bool{}, Since: map[mapmodel.ID]bool{}}
	for _, e := range mapmodel.Diff(then, now) {
		if e.Before != nil {
			marks.Since[e.ID()] = true
		}
	}
	for m, err := range l.History(id, row.From) {
		if err != nil || m.Seq > row.Seq {
			break // without it nothing is marked
		}
		for _, e := range m.Change.Edits {
			if e.After == nil {
				continue
			}
			if marks.Here[e.ID()] = true; marks.Show.IsZero() {
				marks.Show = e.ID()
			}
		}
	}
	return then, marks, nil
}

// goBack makes the map what it was at the moment shown: as one change, that can be taken back. The moment before is marked.
func (pr *Program) goBack() {
	p := pr.past
	if p == nil || p.panel.Now() {
		pr.closeHistory()
		return
	}
	row, o := p.panel.At(), p.of
	name, _ := p.panel.NameHere()
	if name == "" {
		name = row.At.Format("2006-01-02 15:04")
	}
	m := o.doc.Map()
	pr.jobs.do(func() {
		then, err := pr.p.Library.At(m.ID(), row.Seq)
		var change mapmodel.Change
		if err == nil {
			pr.mark(o.session, library.MarkBeforeRestore)
			change, err = pr.desk.Restore(m, then, name)
		}
		pr.p.Later(func() {
			if pr.past != p {
				return
			}
			pr.closeHistory()
			if err == nil {
				_, err = o.doc.Do(change)
			}
			if err != nil {
				pr.problem(err)
				return
			}
			pr.notice(pr.sayWith(words.HistoryRestored, words.Args{"moment": name}), true)
		})
	})
}

// mark marks the present moment of a map by itself. It waits for the disk; what it is done for does not fail with it.
func (pr *Program) mark(s *library.Session, mark library.Mark) {
	if flush(s) == nil {
		_ = pr.p.Library.MarkMoment(s.Map(), mark, pr.p.Now().UnixMilli())
	}
}

// nameMoment gives a moment a name, or takes it away.
func (pr *Program) nameMoment(seq uint64, name string) {
	p := pr.past
	if p == nil {
		return
	}
	id := p.of.doc.Map().ID()
	pr.jobs.do(func() {
		err := error(nil)
		if name == "" {
			err = pr.p.Library.Unname(id, seq)
		} else {
			_, err = pr.p.Library.NameMoment(id, seq, name, pr.p.Now().UnixMilli())
		}
		pr.p.Later(func() {
			if err != nil {
				pr.problem(err)
			}
			if pr.past == p {
				p.panel.Read()
			}
		})
	})
}

// closeHistory goes back to now.
func (pr *Program) closeHistory() {
	p := pr.past
	if p == nil {
		return
	}
	pr.endHistory()
	if p.outline {
		pr.makeOutline()
	}
	if p.checks {
		pr.makeChecks()
	}
	if p.details {
		pr.showDetails()
	}
	pr.show()
}

// endHistory takes the history off the screen.
func (pr *Program) endHistory() {
	p := pr.past
	if p == nil {
		return
	}
	pr.past = nil
	if pr.work.right = nil; p.details && p.of.details != nil {
		pr.work.right = p.of.details
	}
	pr.work.hide(p.bar)
	p.board.Close()
}

// shownBoard is the board on the screen: the map's, or that of an earlier moment.
func (pr *Program) shownBoard() *board.Board {
	if pr.past != nil {
		return pr.past.board
	}
	return pr.open.board
}

// inPast tells whether the history shows, inEarlier whether an earlier moment does.
func (pr *Program) inPast() bool { return pr.past != nil }

func (pr *Program) inEarlier() bool { return pr.past != nil && !pr.past.panel.Now() }

// historyCommands are those of the time line; the keys are the panel's own.
func (pr *Program) historyCommands() []command {
	in := func(do func(*history.Panel)) func() {
		return func() {
			if pr.past != nil {
				do(pr.past.panel)
			}
		}
	}
	return []command{
		{name: "history", words: words.CommandHistory, key: with(fyne.KeyH, shift), past: true, rule: true, do: pr.showHistory, checked: pr.inPast},
		{name: "history-back", words: words.CommandHistoryBack, under: words.HistoryTitle, past: true, enabled: pr.inEarlier, do: pr.goBack},
		{
			name: "history-name", words: words.CommandHistoryName, under: words.HistoryTitle, past: true,
			enabled: pr.inPast, do: in((*history.Panel).Name),
		},
		{name: "history-unname", words: words.CommandHistoryUnname, under: words.HistoryTitle, past: true, enabled: pr.inPast, do: in((*history.Panel).Unname)},
		{name: "history-now", words: words.CommandHistoryNow, under: words.HistoryTitle, past: true, enabled: pr.inPast, do: pr.closeHistory},
	}
}
