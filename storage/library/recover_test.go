package library

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"

	"footpath/mapmodel"
)

func outcomes(t testing.TB, l *Library, path string) map[mapmodel.ID]Recovered {
	t.Helper()
	_, recovered, err := l.Recover(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[mapmodel.ID]Recovered)
	for _, r := range recovered {
		all[r.ID] = r
	}
	return all
}

func TestAMapIsRecoveredWithItsPastAndNothingIsLostByIt(t *testing.T) {
	path, held := livedIn(t, 4)
	copied := filepath.Join(t.TempDir(), "copy.db")
	l := must(Open(path, Options{}))
	if err := l.BackUp(copied); err != nil {
		t.Fatal(err)
	}
	// Since the backup: one map deleted, one gone on, one left as it is. In the backup: one gone on, one both.
	if err := l.Delete(held[0].ID()); err != nil {
		t.Fatal(err)
	}
	goOn := func(l *Library, m *mapmodel.Map, text string) *mapmodel.Map {
		t.Helper()
		m = mustOpenMap(t, l, m.ID())
		p := sit(t, l, m, Listener{})
		p.addCard(t, text)
		p.flush(t)
		p.session.Discard()
		return p.doc.Map()
	}
	ahead := goOn(l, held[1], "ours")
	ours := goOn(l, held[3], "ours")
	other := must(Open(copied, Options{}))
	later := goOn(other, held[2], "theirs")
	theirs := goOn(other, held[3], "theirs")
	mustClose(t, other)

	got := outcomes(t, l, copied)
	for i, want := range []Outcome{OutcomeAdded, OutcomeThere, OutcomeAdvanced, OutcomeCopied} {
		if r := got[held[i].ID()]; r.Outcome != want || !r.Whole() {
			t.Errorf("map %d: %+v, want %s", i, r, want)
		}
	}
	wantSaved(t, l, held[0])
	wantSaved(t, l, ahead)
	wantSaved(t, l, later)
	wantSaved(t, l, ours)
	if past := must(l.Past(mustOpenMap(t, l, held[0].ID()), 100)); len(past) != 20 {
		t.Errorf("%d changes of its past came along", len(past))
	}
	beside := mustOpenMap(t, l, got[held[3].ID()].As)
	want := mapmodel.Copy(theirs, theirs.Header().Title+" (recovered)", mapmodel.NewSource())
	if !mapmodel.Equal(beside, want) {
		t.Error("what stands beside is not what was there")
	}
	mustClose(t, l)
	if found := must(Examine(path, Options{})); !found.Whole() {
		t.Errorf("afterwards: %+v", found)
	}

	// Again: now everything is there, but for the map that went both ways, whose copy may stand there twice.
	l = must(Open(path, Options{}))
	sit(t, l, mustOpenMap(t, l, held[3].ID()), Listener{})
	got = outcomes(t, l, copied)
	for i, want := range []Outcome{OutcomeThere, OutcomeThere, OutcomeThere, OutcomeOpen} {
		if r := got[held[i].ID()]; r.Outcome != want {
			t.Errorf("map %d again: %s, want %s", i, r.Outcome, want)
		}
	}
	mustClose(t, l)
}

func TestADamagedLibraryIsRecoveredIntoAnother(t *testing.T) {
	path, held := livedIn(t, 3)
	halve(t, path)
	l := mustNew(t, newLasting())
	checkup, recovered, err := l.Recover(path, Options{})
	if err != nil || !checkup.Damaged || !checkup.Exact || len(recovered) != 3 {
		t.Fatalf("%+v, %v, %v", checkup, recovered, err)
	}
	for _, m := range held {
		wantSaved(t, l, m)
	}
	if _, _, err := l.Recover(filepath.Join(t.TempDir(), "none"), Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
	mustClose(t, l)
}
