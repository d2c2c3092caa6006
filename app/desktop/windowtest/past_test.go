//go:build window

package windowtest

import (
	"os"
	"testing"
	"time"

	"footpath/app/desktop/play"
	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/journey"
	"footpath/storage/library"
)

// retell puts the sample into a library as if it had been written card by card. It gives the whole map, and how many steps follow
// the one that brought the first card.
func retell(t *testing.T, path string) (whole *mapmodel.Map, after int) {
	t.Helper()
	data, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	src := mapmodel.NewSeededSource(3)
	whole, mistakes := journey.Read(data, src)
	if len(mistakes) > 0 {
		t.Fatal(mistakes)
	}
	l, err := library.Open(path, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m, changes, err := mapgen.Retell(whole, l.Author(), src)
	if err == nil {
		err = l.Create(m, mapmodel.Change{Author: l.Author(), At: time.Now().UnixMilli()})
	}
	if err != nil {
		t.Fatal(err)
	}
	doc := mapmodel.NewDocument(m, src, time.Now)
	session, err := l.Attach(doc, library.Listener{})
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range changes {
		if _, err := doc.Do(c); err != nil {
			t.Fatal(err)
		}
		if doc.Map().CardCount() == 1 {
			after = len(changes) - 1 - i
		}
	}
	if err := session.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return whole, after
}

// TestTheHistoryGoesBackToTheFirstCardAndForwardAgain walks the sample back to its first card with the keys, goes there, and
// forward again; undo goes on behind the program's end; and a command goes back while the map is on the screen.
func TestTheHistoryGoesBackToTheFirstCardAndForwardAgain(t *testing.T) {
	dir := t.TempDir()
	p := &program{t: t, dir: dir}
	whole, after := retell(t, p.library())
	p = start(t, dir, "Renewing a driving licence")
	w := p.play(8)
	cards := func(what string, n int) {
		t.Helper()
		p.until(what, func() bool { return p.exported().CardCount() == n })
	}
	all := whole.CardCount()
	w.Press(play.Ctrl, play.Shift, 'H')
	for range after + 1 { // over the mark of the session's start
		w.Press(play.Down)
	}
	p.until("the first card is on the screen", func() bool { return p.colours() >= 32 })
	p.picture("history-first-card")
	w.Press(play.Enter)
	cards("the map has gone back to its first card", 1)
	// Now has a mark, since it has just been exported, and its step; below is the mark of the moment before.
	w.Press(play.Ctrl, play.Shift, 'H').Press(play.Down).Press(play.Down).Press(play.Enter)
	cards("it is whole again", all)
	if !mapmodel.Equal(p.exported(), whole) {
		t.Error("it says something else than before")
	}
	p.close()

	p = start(t, dir, "Renewing a driving licence")
	w = p.play(8)
	w.Press(play.Ctrl, 'Z')
	cards("undo goes on behind the end of the program", 1)
	w.Press(play.Ctrl, 'Y')
	cards("and so does redo", all)
	if code, said := p.second("history", "Renewing a driving licence", "--restore", "0"); code != 0 {
		t.Fatalf("a command beside the window ended with %d: %s", code, said)
	}
	cards("the command has gone back to the making", 0)
	w.Press(play.Ctrl, 'Z')
	cards("undo in the window takes it back", all)
	p.close()
}
