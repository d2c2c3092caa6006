package library

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/engine"
	"footpath/storage/engine/bolt"
)

// livedIn makes a library of some maps with a past, and gives it closed.
func livedIn(t testing.TB, maps int) (path string, held []*mapmodel.Map) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "maps.footpath")
	l := must(Open(path, Options{}))
	for i := range maps {
		m := mapgen.Grid(4, 5, 3, uint64(i+1))
		if err := l.Create(m, mapmodel.Change{At: 1}); err != nil {
			t.Fatal(err)
		}
		p := sit(t, l, m, Listener{})
		for n := range 20 {
			p.addCard(t, fmt.Sprintf("card %d of map %d", n, i))
		}
		p.flush(t)
		held = append(held, p.doc.Map())
	}
	if err := l.SetView(l.Author(), held[0].ID(), View{Zoom: 2}); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)
	return path, held
}

// alone takes journals and backups away.
func alone(t testing.TB, path string) {
	t.Helper()
	for _, mark := range []string{".journal-*", ".backup-*"} {
		for _, name := range must(filepath.Glob(path + mark)) {
			if err := os.Remove(name); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// halve leaves half of what is used of a file: most of a young one is room to grow.
func halve(t testing.TB, path string) {
	t.Helper()
	if err := os.Truncate(path, int64(len(bytes.TrimRight(must(os.ReadFile(path)), "\x00")))/2); err != nil {
		t.Fatal(err)
	}
}

var noon = time.Date(2026, 11, 16, 12, 0, 0, 0, time.UTC)

func wantAll(t testing.TB, path string, held []*mapmodel.Map) {
	t.Helper()
	l := must(Open(path, Options{}))
	defer mustClose(t, l)
	for _, m := range held {
		wantSaved(t, l, m)
		if past := must(l.Past(m, 100)); len(past) != 20 {
			t.Errorf("%d changes can be undone", len(past))
		}
	}
	if list := must(l.List()); len(list) != len(held) {
		t.Errorf("%d maps are listed, there were %d", len(list), len(held))
	}
}

func TestALibraryCutInHalfIsGivenBackByItsJournal(t *testing.T) {
	path, held := livedIn(t, 3)
	halve(t, path)
	if _, err := Open(path, Options{}); !errors.Is(err, engine.ErrDamaged) {
		t.Fatalf("it opens: %v", err)
	}
	before := must(os.ReadFile(path))
	found := must(Examine(path, Options{}))
	if !found.Damaged || !found.Exact || !found.Intact() || len(found.Maps) != 3 || found.Whole() {
		t.Errorf("examined: %+v", found)
	}
	repaired := must(Repair(path, Options{}, noon))
	if !repaired.Exact || !repaired.Intact() || len(repaired.Maps) != 3 || repaired.Maps[0].Cards != held[0].CardCount() {
		t.Errorf("repaired: %+v", repaired)
	}
	if want := path + ".damaged-20261116T120000Z"; repaired.Kept != want || string(must(os.ReadFile(want))) != string(before) {
		t.Errorf("the damaged file is kept as %q", repaired.Kept)
	}
	wantAll(t, path, held)
	if again := must(Examine(path, Options{})); !again.Whole() {
		t.Errorf("after the repair: %+v", again)
	}
}

func TestALibraryThatIsGoneIsGivenBack(t *testing.T) {
	path, held := livedIn(t, 2)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if repaired := must(Repair(path, Options{}, noon)); !repaired.Exact || repaired.Kept != "" {
		t.Errorf("%+v", repaired)
	}
	wantAll(t, path, held)
}

func TestABackupAloneGivesBackWhatItHolds(t *testing.T) {
	path, held := livedIn(t, 2)
	l := must(Open(path, Options{}))
	if made, err := l.BackUpIfDue(noon); !made || err != nil {
		t.Fatal(made, err)
	}
	mustClose(t, l)
	for _, name := range must(filepath.Glob(path + ".journal-*")) {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if repaired := must(Repair(path, Options{}, noon)); repaired.Exact || repaired.Backup == 0 || !repaired.Maps[0].Older {
		t.Errorf("%+v", repaired)
	}
	wantAll(t, path, held)
}

func TestOfALibraryWithNothingBesideItEveryMapOpensAndSaysWhatItLost(t *testing.T) {
	path, held := livedIn(t, 12)
	alone(t, path)
	halve(t, path)
	repaired := must(Repair(path, Options{}, noon))
	if repaired.Exact || repaired.Intact() {
		t.Errorf("%+v", repaired)
	}
	byID := make(map[mapmodel.ID]Health)
	whole := 0
	for _, h := range repaired.Maps {
		byID[h.ID] = h
	}
	l := must(Open(path, Options{}))
	for _, was := range held {
		health, listed := byID[was.ID()]
		m, report, err := l.Open(was.ID())
		if !listed || health.Gone {
			if !errors.Is(err, ErrNoMap) {
				t.Errorf("a map that is not told of: %v", err)
			}
			continue
		}
		if err != nil || !report.Whole() {
			t.Fatalf("%+v, %v", report, err)
		}
		if health.Whole() {
			whole++
			wantSame(t, "told to be whole", m, was)
		}
		p := sit(t, l, m, Listener{})
		p.addCard(t, "and on")
		p.flush(t)
		if _, err := l.At(m.ID(), must(l.lastSeq(m.ID()))); err != nil {
			t.Errorf("its history does not go on: %v", err)
		}
	}
	t.Logf("%d of %d maps are told of, %d of them whole", len(byID), len(held), whole)
	mustClose(t, l)
	if again := must(Examine(path, Options{})); again.Damaged {
		t.Errorf("after the repair: %+v", again)
	}
}

func TestALostRecordAndALostChangeAreToldAndMended(t *testing.T) {
	for name, c := range map[string]struct {
		ops  func(m *mapmodel.Map) []engine.Op
		want Health
		same bool
	}{
		"record": {func(m *mapmodel.Map) []engine.Op {
			return []engine.Op{{Key: engine.Key{Space: spaceRecords, Bytes: pairKey(m.ID(), m.Inbox().Card(0).ID)}, Delete: true}}
		}, Health{Restored: 1}, true},
		"summary": {func(m *mapmodel.Map) []engine.Op {
			return []engine.Op{{Key: engine.Key{Space: spaceSummaries, Bytes: idKey(m.ID())}, Delete: true}}
		}, Health{}, true},
		"change": {func(m *mapmodel.Map) []engine.Op {
			return []engine.Op{{Key: engine.Key{Space: spaceLog, Bytes: seqKey(m.ID(), 7)}, Delete: true}}
		}, Health{LostHistory: 14}, true},
		"beginning": {func(m *mapmodel.Map) []engine.Op {
			return []engine.Op{{Key: engine.Key{Space: spaceCheckpoints, Bytes: partKey(m.ID(), 0, 0)}, Delete: true}}
		}, Health{LostHistory: 21}, true},
		"record and beginning": {func(m *mapmodel.Map) []engine.Op {
			return []engine.Op{
				{Key: engine.Key{Space: spaceCheckpoints, Bytes: partKey(m.ID(), 0, 0)}, Delete: true},
				{Key: engine.Key{Space: spaceRecords, Bytes: pairKey(m.ID(), m.Inbox().Card(0).ID)}, Delete: true},
			}
		}, Health{LostHistory: 21, LostRecords: 1}, false},
	} {
		t.Run(name, func(t *testing.T) {
			path, held := livedIn(t, 2)
			store := must(openStore(path))
			if _, err := store.Commit(c.ops(held[0])); err != nil {
				t.Fatal(err)
			}
			if err := store.Close(); err != nil {
				t.Fatal(err)
			}
			alone(t, path) // they lead to another state
			found := must(Examine(path, Options{}))
			repaired := must(Repair(path, Options{}, noon))
			for _, checkup := range []Checkup{found, repaired} {
				if !checkup.Damaged || len(checkup.Maps) != 2 {
					t.Fatalf("%+v", checkup)
				}
				for _, h := range checkup.Maps {
					if h.ID != held[0].ID() {
						if !h.Whole() {
							t.Errorf("the other map: %+v", h)
						}
						continue
					}
					h.ID, h.Title, h.Cards = mapmodel.ID{}, "", 0
					if h != c.want {
						t.Errorf("%+v, want %+v", h, c.want)
					}
				}
			}
			l := must(Open(path, Options{}))
			if m := mustOpenMap(t, l, held[0].ID()); c.same {
				wantSame(t, "repaired", m, held[0])
			}
			mustClose(t, l)
			if again := must(Examine(path, Options{})); again.Damaged {
				t.Errorf("after the repair: %+v", again)
			}
		})
	}
}

func TestWhatIsNoLibraryIsNotReplacedByAnEmptyOne(t *testing.T) {
	dir := t.TempDir()
	notes := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(notes, []byte("buy milk"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, examined := Examine(notes, Options{})
	_, repaired := Repair(notes, Options{}, noon)
	for _, err := range []error{examined, repaired} {
		if !errors.Is(err, ErrNothingLeft) {
			t.Errorf("%v", err)
		}
	}
	if string(must(os.ReadFile(notes))) != "buy milk" {
		t.Error("it was replaced")
	}
	_, examined = Examine(filepath.Join(dir, "none.db"), Options{})
	_, repaired = Repair(filepath.Join(dir, "none.db"), Options{}, noon)
	for _, err := range []error{examined, repaired} {
		if !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%v", err)
		}
	}
	if left := must(os.ReadDir(dir)); len(left) != 1 {
		t.Errorf("%v", left)
	}
}

func TestALibraryThatIsOpenIsNotRepaired(t *testing.T) {
	path, _ := livedIn(t, 1)
	l := must(Open(path, Options{}))
	_, examined := Examine(path, Options{})
	_, repaired := Repair(path, Options{}, noon)
	for _, err := range []error{examined, repaired} {
		if !errors.Is(err, engine.ErrLocked) {
			t.Errorf("%v", err)
		}
	}
	mustClose(t, l)
}

// Whatever rots in a library without anything beside it: what is told to be whole is, and every map that is listed opens.
func TestARepairIsSilentAboutNothing(t *testing.T) {
	path, held := livedIn(t, 4)
	alone(t, path)
	good := must(os.ReadFile(path))
	used := len(bytes.TrimRight(good, "\x00"))
	was := make(map[mapmodel.ID]*mapmodel.Map)
	for _, m := range held {
		was[m.ID()] = m
	}
	random := rand.New(rand.NewPCG(1, 2))
	const page = 4096
	for round := range 25 {
		data := append([]byte{}, good...)
		for range 1 + round%3 {
			switch at := random.IntN(used/page) * page; round % 4 {
			case 0:
				clear(data[at : at+page])
			case 1:
				data[at+random.IntN(page)] ^= 1 << random.IntN(8)
			case 2:
				copy(data[at:at+page], good[random.IntN(used/page)*page:])
			case 3:
				data = data[:max(at, 4*page)]
			}
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		found, err := Examine(path, Options{})
		if errors.Is(err, ErrNothingLeft) {
			continue
		}
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if found.Damaged {
			found = must(Repair(path, Options{}, noon.Add(time.Duration(round)*time.Hour)))
		}
		alone(t, path)
		l := must(New(must(bolt.Open(path, bolt.Options{}))))
		told := 0
		for _, h := range found.Maps {
			m, report, err := l.Open(h.ID)
			if h.Gone && errors.Is(err, ErrNoMap) {
				continue
			}
			if err != nil || !report.Whole() {
				t.Fatalf("round %d: %+v, %v", round, report, err)
			}
			if h.Whole() && was[h.ID] != nil && !mapmodel.Equal(m, was[h.ID]) && !slices.Contains(found.Faults, "one of its two headers is unreadable") {
				t.Fatalf("round %d: map %s is told to be whole, and is not; %+v", round, h.ID, found)
			}
			told++
		}
		if list := must(l.List()); len(list) != told {
			t.Fatalf("round %d: %d maps are listed, %d were told of", round, len(list), told)
		}
		mustClose(t, l)
	}
}
