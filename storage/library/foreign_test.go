package library

import (
	"errors"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// window is a document on a goroutine of its own, as the window has it, and its session.
type window struct {
	someone
	jobs chan func()
	over sync.WaitGroup
}

// sitAtWindow opens a map as the window does: it takes in what other programs do.
func sitAtWindow(t *testing.T, l *Library, id mapmodel.ID) *window {
	t.Helper()
	w := tryWindow(t, l, id)
	if w == nil {
		t.Fatal("another program writes to the map")
	}
	return w
}

// tryWindow is sitAtWindow; nil where another program has written to the map meanwhile, so that it has to be read again.
func tryWindow(t *testing.T, l *Library, id mapmodel.ID) *window {
	t.Helper()
	w := &window{jobs: make(chan func(), 1000)}
	src, now := mapmodel.NewSource(), clock()
	w.doc = mapmodel.NewDocument(mustOpenMap(t, l, id), src, now)
	w.Desk = &mapmodel.Desk{Author: l.Author(), Source: src, Now: now}
	session, err := l.Attach(w.doc, Listener{OnForeign: func(changes []mapmodel.Change, done func(error)) {
		w.jobs <- func() { done(w.takeIn(changes, src)) }
	}})
	if errors.Is(err, engine.ErrConflict) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	w.session = session
	w.over.Go(func() {
		for job := range w.jobs {
			job()
		}
	})
	t.Cleanup(w.leave)
	return w
}

func (w *window) takeIn(changes []mapmodel.Change, src *mapmodel.Source) error {
	for _, c := range changes {
		c, _ = mapmodel.Rebase(w.doc.Map(), c, src)
		if _, err := w.doc.Do(c); err != nil {
			return err
		}
	}
	return nil
}

// do runs something on the document's goroutine.
func (w *window) do(f func()) {
	done := make(chan struct{})
	w.jobs <- func() { f(); close(done) }
	<-done
}

func (w *window) leave() {
	close(w.jobs)
	w.over.Wait()
}

// served opens a library, serves it, and opens it a second time through the first.
func served(t *testing.T) (holder, other *Library) {
	t.Helper()
	file, at := filepath.Join(t.TempDir(), "library.db"), socketPath(t)
	holder, err := Open(file, Options{Program: "holder", Socket: at})
	if err != nil {
		t.Fatal(err)
	}
	if err := holder.Serve(at, nil); err != nil {
		t.Fatal(err)
	}
	if other, err = Open(file, Options{Socket: at}); err != nil {
		t.Fatal(err)
	}
	return holder, other
}

func TestWhatAnotherProgramChangesInAnOpenMapGoesThroughItsDocument(t *testing.T) {
	holder, other := served(t)
	m := mustCreate(t, holder, "A map")
	w := sitAtWindow(t, holder, m.ID())
	var mine mapmodel.ID
	w.do(func() { mine = w.addCard(t, "typed in the window") })
	w.flush(t)

	p := sit(t, other, mustOpenMap(t, other, m.ID()), Listener{})
	w.do(func() { w.setText(t, mine, "typed further in the window") }) // the other does not know it yet
	theirs := p.addCard(t, "written elsewhere")
	p.setText(t, mine, "overwritten elsewhere")
	p.setText(t, theirs, "written elsewhere, twice")
	p.flush(t)
	var now *mapmodel.Map
	w.do(func() { now = w.doc.Map() })
	card := mapmodel.Find[*mapmodel.Card](now, mine)
	if card.Text != "typed further in the window" || len(card.Conflicts) != 1 || card.Conflicts[0].Text != "overwritten elsewhere" {
		t.Errorf("the card both changed is %+v", card)
	}
	if c := mapmodel.Find[*mapmodel.Card](now, theirs); c == nil || c.Text != "written elsewhere, twice" {
		t.Errorf("the other's card is %+v", c)
	}
	w.flush(t)
	wantSame(t, "what is stored", mustOpenMap(t, holder, m.ID()), now)
	if err := p.session.Close(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := w.doc.Undo(holder.Author()); err != nil { // the latest is the other's, and it is the same person
		t.Error(err)
	}
	w.flush(t)
	mustClose(t, other)
	mustClose(t, holder)
}

func TestTwoProgramsWritingAtOnceLoseNothing(t *testing.T) {
	holder, other := served(t)
	m := mustCreate(t, holder, "A map")
	const rounds = 40
	var writers sync.WaitGroup
	writers.Go(func() { // a command after the other
		for i := range rounds {
			for {
				found, _, err := other.Open(m.ID())
				if err != nil {
					t.Error(err)
					return
				}
				p := sit(t, other, found, Listener{})
				p.addCard(t, "command "+strconv.Itoa(i))
				err = p.session.Close(t.Context())
				p.session.Discard()
				if err == nil {
					break
				}
				if !errors.Is(err, engine.ErrConflict) {
					t.Error(err)
					return
				}
			}
		}
	})
	for i := range rounds { // the window, which opens and closes the map all the while
		w := tryWindow(t, holder, m.ID())
		for w == nil {
			w = tryWindow(t, holder, m.ID())
		}
		w.do(func() { w.addCard(t, "window "+strconv.Itoa(i)) })
		if err := w.session.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	writers.Wait()
	got := map[string]int{}
	for card := range mustOpenMap(t, holder, m.ID()).Cards() {
		got[card.Text]++
	}
	for i := range rounds {
		for _, who := range []string{"command ", "window "} {
			if n := got[who+strconv.Itoa(i)]; n != 1 {
				t.Errorf("%s%d is there %d times", who, i, n)
			}
		}
	}
	mustClose(t, other)
	mustClose(t, holder)
}

func TestAMapThatNobodyTakesChangesInForIsWrittenByItsHolderAlone(t *testing.T) {
	holder, other := served(t)
	m := mustCreate(t, holder, "A map")
	w := sit(t, holder, mustOpenMap(t, holder, m.ID()), Listener{})
	p := sit(t, other, mustOpenMap(t, other, m.ID()), Listener{})
	p.addCard(t, "from elsewhere")
	if err := p.session.Flush(t.Context()); !errors.Is(err, engine.ErrConflict) {
		t.Errorf("it is answered %v", err)
	}
	p.session.Discard()
	if err := w.session.Close(t.Context()); err != nil {
		t.Error(err)
	}
	mustClose(t, other)
	mustClose(t, holder)
}

func TestTheHoldersEndDoesNotWaitForAWindowThatAnswersNoMore(t *testing.T) {
	holder, other := served(t)
	m := mustCreate(t, holder, "A map")
	asked := make(chan struct{})
	w := sit(t, holder, mustOpenMap(t, holder, m.ID()), Listener{OnForeign: func([]mapmodel.Change, func(error)) { close(asked) }})
	p := sit(t, other, mustOpenMap(t, other, m.ID()), Listener{})
	p.addCard(t, "from elsewhere")
	<-asked
	mustClose(t, holder)
	if err := p.session.Flush(t.Context()); err == nil {
		t.Error("what nobody took in is called saved")
	}
	p.session.Discard()
	w.session.Discard()
	_ = other.Close() // what it lacked was told above
}
