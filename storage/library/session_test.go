package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// ear remembers what a session tells.
type ear struct {
	mu        sync.Mutex
	statuses  []Status
	committed []mapmodel.Change
}

func (e *ear) listener() Listener {
	return Listener{
		OnStatus: func(s Status) {
			e.mu.Lock()
			defer e.mu.Unlock()
			e.statuses = append(e.statuses, s)
		},
		OnCommitted: func(c mapmodel.Change, revision uint64) {
			e.mu.Lock()
			defer e.mu.Unlock()
			if revision == 0 {
				panic("a commit without a revision")
			}
			e.committed = append(e.committed, c)
		},
	}
}

func (e *ear) heard() ([]Status, []mapmodel.Change) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.statuses), slices.Clone(e.committed)
}

func wantSaved(t testing.TB, l *Library, want *mapmodel.Map) {
	t.Helper()
	wantSame(t, "as stored", mustOpenMap(t, l, want.ID()), want)
}

func TestEveryChangeIsToldAsCommittedInOrderBeforeSaved(t *testing.T) {
	l := mustNew(t, newLasting())
	m := mustCreate(t, l, "Told")
	var e ear
	p := sit(t, l, m, e.listener())
	if s := p.session.Status(); s.Saving != Saved || s.Revision == 0 {
		t.Errorf("at first: %+v", s)
	}
	for i := range 20 {
		p.addCard(t, fmt.Sprint("card ", i))
	}
	p.flush(t)
	mustClose(t, l)
	statuses, committed := e.heard()
	if len(committed) != 20 {
		t.Fatalf("%d changes were told", len(committed))
	}
	for i, c := range committed {
		if text := c.Edits[0].After.(*mapmodel.Card).Text; text != fmt.Sprint("card ", i) {
			t.Errorf("change %d wrote %q", i, text)
		}
	}
	last := statuses[len(statuses)-1]
	if statuses[0].Saving != Pending || statuses[0].Unsaved != 1 || last.Saving != Saved || last.Unsaved != 0 || last.Err != nil || last.Revision != l.Revision() {
		t.Errorf("first %+v, last %+v", statuses[0], last)
	}
}

func TestADocumentNeverWaitsForTheDiskAndOneCommitTakesAllThatGathered(t *testing.T) {
	store := &brittle{Store: newLasting()}
	l := mustNew(t, store)
	m := mustCreate(t, l, "Slow disk")
	var e ear
	p := sit(t, l, m, e.listener())
	gate := make(chan struct{})
	store.set(func() { store.gate, store.batches = gate, 0 })
	const changes = 40
	for i := range changes { // the disk stands still all the while
		p.addCard(t, fmt.Sprint("card ", i))
	}
	if s := p.session.Status(); s.Saving != Pending || s.Unsaved != changes {
		t.Errorf("while the disk stands still: %+v", s)
	}
	close(gate)
	p.flush(t)
	if store.batches > 2 { // one that was under way, one for the rest
		t.Errorf("%d commits for %d changes", store.batches, changes)
	}
	wantSaved(t, l, p.doc.Map())
	mustClose(t, l)
}

func TestWhatCouldNotBeWrittenIsKeptAndWrittenOnRetry(t *testing.T) {
	store := &brittle{Store: newLasting()}
	l := mustNew(t, store)
	m, other := mustCreate(t, l, "Full disk"), mustCreate(t, l, "Another")
	var e ear
	p, q := sit(t, l, m, e.listener()), sit(t, l, other, Listener{})
	p.addCard(t, "saved")
	p.flush(t)
	saved := p.doc.Map()

	full := &engine.FullError{Path: "maps", Err: errors.New("no space left")}
	store.set(func() { store.err = full })
	for i := range 3 {
		p.addCard(t, fmt.Sprint("unsaved ", i))
	}
	if err := p.session.Flush(t.Context()); !errors.Is(err, engine.ErrFull) {
		t.Errorf("flushed: %v", err)
	}
	if s := p.session.Status(); s.Saving != NotSaved || s.Unsaved != 3 || !errors.Is(s.Err, engine.ErrFull) {
		t.Errorf("%+v", s)
	}
	store.set(func() { store.err = nil })
	q.addCard(t, "in another map") // there is room again, but the library waits to be told
	if err := q.session.Flush(t.Context()); !errors.Is(err, engine.ErrFull) {
		t.Errorf("another map: %v", err)
	}
	if err := l.Create(mapmodel.NewMap("x", mapmodel.NewSource()), mapmodel.Change{}); !errors.Is(err, engine.ErrFull) {
		t.Errorf("another map made: %v", err)
	}
	if err := l.Failure(); !errors.Is(err, engine.ErrFull) {
		t.Errorf("%v", err)
	}
	wantSaved(t, l, saved)
	if err := p.session.Close(t.Context()); !errors.Is(err, engine.ErrFull) {
		t.Errorf("a session with unsaved changes was closed: %v", err)
	}

	p.addCard(t, "typed meanwhile")
	l.Retry()
	p.addCard(t, "typed after")
	p.flush(t)
	q.flush(t)
	wantSaved(t, l, p.doc.Map())
	wantSaved(t, l, q.doc.Map())
	if err := l.Failure(); err != nil {
		t.Error(err)
	}
	mustClose(t, l)
	_, committed := e.heard()
	if len(committed) != 6 {
		t.Errorf("%d changes were told as committed, want each once", len(committed))
	}
}

func TestClosingTellsWhatCouldNotBeSaved(t *testing.T) {
	store := &brittle{Store: newLasting()}
	l := mustNew(t, store)
	p := sit(t, l, mustCreate(t, l, "Lost"), Listener{})
	store.set(func() { store.err = &engine.NotSyncedError{Path: "maps", Err: errors.New("input/output error")} })
	p.addCard(t, "lost")
	if err := l.Close(); !errors.Is(err, engine.ErrNotSynced) {
		t.Errorf("%v", err)
	}
}

func TestAMapThatSomebodyElseChangedIsNotOverwritten(t *testing.T) {
	store := newLasting()
	mine, theirs := mustNew(t, store), mustNew(t, store)
	m := mustCreate(t, mine, "Shared")
	calm := mustCreate(t, mine, "Not shared")
	p, r := sit(t, mine, m, Listener{}), sit(t, mine, calm, Listener{})
	q := sit(t, theirs, mustOpenMap(t, theirs, m.ID()), Listener{})
	q.addCard(t, "theirs")
	q.flush(t)

	r.addCard(t, "elsewhere")
	p.addCard(t, "mine")
	r.addCard(t, "elsewhere, too")
	if err := p.session.Flush(t.Context()); !errors.Is(err, engine.ErrConflict) {
		t.Errorf("%v", err)
	}
	r.flush(t) // another map does not suffer
	mine.Retry()
	if err := p.session.Flush(t.Context()); !errors.Is(err, engine.ErrConflict) {
		t.Errorf("after a retry: %v", err)
	}
	wantSaved(t, mine, q.doc.Map())
	wantSaved(t, mine, r.doc.Map())
	p.session.Discard()

	// Opened again, with what they wrote, it takes changes as before.
	p = sit(t, mine, mustOpenMap(t, mine, m.ID()), Listener{})
	p.addCard(t, "mine after theirs")
	p.flush(t)
	wantSaved(t, theirs, p.doc.Map())
	mustClose(t, mine)
	mustClose(t, theirs)
}

func TestADocumentMustHoldTheMapAsStored(t *testing.T) {
	l := mustNew(t, newLasting())
	defer mustClose(t, l)
	src := mapmodel.NewSource()
	attach := func(m *mapmodel.Map) (*Session, error) {
		return l.Attach(mapmodel.NewDocument(m, src, time.Now), Listener{})
	}
	if _, err := attach(mapmodel.NewMap("Unknown", src)); !errors.Is(err, ErrNoMap) {
		t.Errorf("a map the library does not have: %v", err)
	}
	m := mustCreate(t, l, "Known")
	first := mustOpenMap(t, l, m.ID())
	p := sit(t, l, m, Listener{}) // the one made and the one read are the same
	if _, err := attach(first); !errors.Is(err, ErrMapOpen) {
		t.Errorf("a second session: %v", err)
	}
	p.addCard(t, "a card")
	if err := p.session.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := attach(first); !errors.Is(err, engine.ErrConflict) {
		t.Errorf("a map that has changed since: %v", err)
	}
	again, err := attach(p.doc.Map())
	if err != nil {
		t.Fatalf("the map as the last session left it: %v", err)
	}
	if err := again.Close(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestFlushEndsWithItsContext(t *testing.T) {
	store := &brittle{Store: newLasting()}
	l := mustNew(t, store)
	p := sit(t, l, mustCreate(t, l, "Stuck"), Listener{})
	gate := make(chan struct{})
	store.set(func() { store.gate = gate })
	p.addCard(t, "stuck")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := p.session.Flush(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if err := p.session.Close(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	close(gate)
	p.flush(t)
	wantSaved(t, l, p.doc.Map())
	mustClose(t, l)
}

func TestAListenerMayCallBack(t *testing.T) {
	l := mustNew(t, newLasting())
	m := mustCreate(t, l, "Called back")
	var p someone
	heard := make(chan Status, 100)
	p = sit(t, l, m, Listener{OnStatus: func(Status) { heard <- p.session.Status() }})
	p.addCard(t, "a card")
	p.flush(t)
	mustClose(t, l)
	if len(heard) == 0 {
		t.Error("nothing was told")
	}
}

func TestManyPeopleAtOnceInOneLibrary(t *testing.T) {
	l := mustNew(t, newLasting())
	const people, changes = 6, 60
	maps := make([]*mapmodel.Map, people)
	for i := range maps {
		maps[i] = mustCreate(t, l, fmt.Sprint("Map ", i))
	}
	var wg sync.WaitGroup
	ends := make([]*mapmodel.Map, people)
	for i := range maps {
		p := sit(t, l, maps[i], Listener{OnStatus: func(Status) {}})
		wg.Go(func() {
			for n := range changes {
				c, _, err := p.AddCard(p.doc.Map(), mapmodel.Place{}, fmt.Sprint("card ", n), nil)
				if err == nil {
					_, err = p.doc.Do(c)
				}
				if err == nil && n%7 == 0 {
					_, err = p.doc.Undo(p.Author)
				}
				if err == nil && n%11 == 0 {
					err = p.session.Flush(context.Background())
				}
				if err != nil {
					t.Error(err)
					return
				}
			}
			ends[i] = p.doc.Map()
		})
	}
	wg.Go(func() {
		for range 30 { // and somebody looks on
			if list, err := l.List(); err != nil || len(list) != people {
				t.Error(len(list), err)
			}
			if _, report, err := l.Open(maps[0].ID()); err != nil || !report.Whole() {
				t.Error(report, err)
			}
			for _, err := range l.History(maps[1].ID(), 0) {
				if err != nil {
					t.Error(err)
				}
			}
			if err := l.SetView(l.Author(), maps[2].ID(), View{Zoom: 1}); err != nil {
				t.Error(err)
			}
		}
	})
	wg.Wait()
	for _, s := range l.sessions {
		if err := s.Close(context.Background()); err != nil {
			t.Error(err)
		}
	}
	for _, m := range ends {
		wantSaved(t, l, m)
	}
	mustClose(t, l)
}
