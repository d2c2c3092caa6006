package library

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"footpath/storage/engine"
)

// restless opens a library that may go elsewhere, and tells where it went.
func restless(t testing.TB, path string, refuges ...string) (*Library, *[]Elsewhere) {
	t.Helper()
	var went []Elsewhere
	l := must(Open(path, Options{Refuges: refuges, Moved: func(e Elsewhere) { went = append(went, e) }}))
	return l, &went
}

func TestWhenTheFileIsMovedAwayEverythingGoesOnElsewhereAndComesBack(t *testing.T) {
	dir, refuge := t.TempDir(), t.TempDir()
	path := filepath.Join(dir, "maps.footpath")
	l, went := restless(t, path, filepath.Join(refuge, "not there"), refuge)
	m := mustCreate(t, l, "Moved")
	p := sit(t, l, m, Listener{})
	p.addCard(t, "before")
	p.flush(t)
	watched := make(chan error, 1)
	go func() {
		for _, err := range l.Watch(t.Context(), l.Revision()) {
			if err != nil {
				watched <- err
			}
		}
	}()
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	p.addCard(t, "the very change that met it")
	p.flush(t)
	p.addCard(t, "after")
	p.flush(t)
	if err := <-watched; !errors.Is(err, engine.ErrCompacted) {
		t.Errorf("who watches hears %v", err)
	}
	if len(*went) != 1 || !errors.Is((*went)[0].Err, engine.ErrMoved) || filepath.Dir((*went)[0].Path) != refuge {
		t.Fatalf("it went %+v", *went)
	}
	wantSaved(t, l, p.doc.Map())
	mustClose(t, l)
	there := must(Open((*went)[0].Path, Options{}))
	wantSaved(t, there, p.doc.Map())
	mustClose(t, there)

	// The file is back in its place, and the next start takes in what was written since.
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	if from := WentElsewhere(path); from != (*went)[0].Path {
		t.Errorf("the note says %q", from)
	}
	l, _ = restless(t, path, refuge)
	from, maps, err := l.ComeBack()
	if err != nil || from != (*went)[0].Path || len(maps) != 1 {
		t.Errorf("%q, %+v, %v", from, maps, err)
	}
	wantSaved(t, l, p.doc.Map())
	if from, maps, err := l.ComeBack(); from != "" || maps != nil || err != nil {
		t.Errorf("again: %q, %+v, %v", from, maps, err)
	}
	mustClose(t, l)
}

func TestWhereNothingElseCanBeWrittenNothingIsSaidToBeSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "maps.footpath")
	l, went := restless(t, path, filepath.Join(t.TempDir(), "not there"))
	m := mustCreate(t, l, "Stuck")
	p := sit(t, l, m, Listener{})
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	p.addCard(t, "waits")
	if err := p.session.Flush(t.Context()); !errors.Is(err, engine.ErrMoved) {
		t.Errorf("%v", err)
	}
	if s := p.session.Status(); s.Saving != NotSaved || s.Unsaved != 1 || len(*went) != 0 {
		t.Errorf("%+v, %v", s, *went)
	}
	_ = l.Close()
}

func TestADamagedFileThatIsOpenIsLeftForWhatItsJournalHolds(t *testing.T) {
	dir, refuge := t.TempDir(), t.TempDir()
	path := filepath.Join(dir, "maps.footpath")
	l, went := restless(t, path, refuge)
	var people []someone
	for range 5 {
		p := sit(t, l, mustCreate(t, l, "One of five"), Listener{})
		p.addCard(t, "a card")
		p.flush(t)
		people = append(people, p)
	}
	// Someone cuts the file in half while it is open.
	halve(t, path)
	people[0].addCard(t, "the last word")
	people[0].flush(t)
	if len(*went) != 1 {
		t.Fatalf("it went %+v", *went)
	}
	for _, p := range people {
		wantSaved(t, l, p.doc.Map())
	}
	mustClose(t, l)
}
