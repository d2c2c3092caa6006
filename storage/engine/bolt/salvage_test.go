package bolt

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"footpath/storage/engine"
)

var testSpaces = []engine.Space{"log", "records", "summaries"}

// damagedLibrary makes a library with a journal (or without), damages it, and tells what it held.
func damagedLibrary(t testing.TB, journal bool, batches int, damage func(data []byte) []byte) (path string, want map[string]string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "library.db")
	store, err := Open(path, Options{Journal: journal})
	if err != nil {
		t.Fatal(err)
	}
	for n := range batches {
		mustCommit(t, store, batchOf(n)...)
	}
	if want, err = contents(store); err != nil {
		t.Fatal(err)
	}
	mustClose(t, store)
	data, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, damage(data[:usedSize(t, data)]), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path, want
}

// salvaged salvages a library and gives what came of it.
func salvaged(t testing.TB, path string) (map[string]string, Salvaged) {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	report, err := Salvage(path, path+".new", testSpaces, nil)
	if err != nil {
		t.Fatal(err)
	}
	if after, _ := os.ReadFile(path); !slices.Equal(before, after) {
		t.Error("the damaged file was altered")
	}
	if faults, err := Inspect(path + ".new"); err != nil || faults != nil {
		t.Errorf("the new one: %v, %v", faults, err)
	}
	store := mustOpen(t, path+".new")
	got, err := contents(store)
	if err != nil {
		t.Fatal(err)
	}
	mustCommit(t, store, put("new", "v"))
	mustClose(t, store)
	return got, report
}

// damages are ways in which a whole file is lost or nearly so.
var damages = map[string]func(data []byte) []byte{
	"cut in half":      func(data []byte) []byte { return data[:len(data)/2] },
	"cut to a page":    func(data []byte) []byte { return data[:pageSize] },
	"empty":            func([]byte) []byte { return nil },
	"garbage":          func(data []byte) []byte { return make([]byte, len(data)) },
	"no header":        func(data []byte) []byte { clear(data[:2*pageSize]); return data },
	"something else":   func([]byte) []byte { return []byte("hello") },
	"all pages turned": func(data []byte) []byte { slices.Reverse(data[2*pageSize:]); return data },
}

func TestWhateverBecomesOfTheFileItsJournalGivesEverythingBack(t *testing.T) {
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			path, want := damagedLibrary(t, true, 40, damage)
			got, report := salvaged(t, path)
			if !same(got, want) || !report.Exact || len(report.Faults) == 0 || report.Replayed != 40 {
				t.Errorf("%d of %d values, %+v", len(got), len(want), report)
			}
		})
	}
}

func TestALibraryThatIsGoneComesBackFromItsBackupAndJournals(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	for day := range 6 {
		store := openKept(t, path)
		for n := range 5 {
			mustCommit(t, store, batchOf(day*5+n)...)
		}
		if made, err := store.BackUpIfDue(monday.AddDate(0, 0, day), Copy{}); !made || err != nil {
			t.Fatal(made, err)
		}
		mustClose(t, store)
	}
	store := openKept(t, path)
	mustCommit(t, store, engine.Op{Key: records("00-00029"), Delete: true}, put("last", "word"))
	want, err := contents(store)
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, store)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	got, report := salvaged(t, path)
	if !same(got, want) || !report.Exact || report.Backup != 30 || report.Replayed != 1 || report.Faults != nil {
		t.Errorf("%d of %d values, %+v", len(got), len(want), report)
	}

	// The newest backup is rotten, too: then the one before.
	backups, err := Backups(path)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(backups[2].Path)
	if err == nil {
		err = os.WriteFile(backups[2].Path, data[:len(data)/2], 0o600)
	}
	if err == nil {
		err = os.Remove(path + ".new")
	}
	if err != nil {
		t.Fatal(err)
	}
	got, report = salvaged(t, path)
	if !same(got, want) || !report.Exact || report.Backup != 25 || report.Replayed != 6 {
		t.Errorf("%d of %d values, %+v", len(got), len(want), report)
	}
}

func TestWithoutAJournalTheOtherHalfIsSaved(t *testing.T) {
	path, want := damagedLibrary(t, false, 60, damages["cut in half"])
	got, report := salvaged(t, path)
	if report.Exact || len(report.Doubtful) == 0 {
		t.Errorf("%+v", report)
	}
	right := 0
	for key, value := range got {
		if want[key] == value {
			right++
		}
	}
	if right < len(want)/4 {
		t.Errorf("%d of %d values are as they were", right, len(want))
	}
}

func TestWithoutALibraryOrAnythingOfItAnEmptyOneComesAbout(t *testing.T) {
	got, report := salvaged(t, filepath.Join(t.TempDir(), "library.db"))
	if len(got) != 0 || report.Exact {
		t.Errorf("%v, %+v", got, report)
	}
}

func TestSalvageIsSilentAboutNothing(t *testing.T) {
	once := make(map[string]bool)
	for n := range 60 {
		for _, op := range batchOf(n) {
			once[op.Bytes+string(op.Value)] = true
		}
	}
	for name, damage := range rot {
		for _, journal := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, journal %v", name, journal), func(t *testing.T) {
				t.Parallel() // each has files of its own, and mostly waits for the disk
				random := rand.New(rand.NewPCG(5, 6))
				path, want := damagedLibrary(t, journal, 60, func(data []byte) []byte { return data })
				good, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				for round := range 15 {
					data := append([]byte{}, good...)
					damage(random, data)
					if err := os.WriteFile(path, data, 0o600); err != nil {
						t.Fatal(err)
					}
					got, report := salvaged(t, path)
					if err := os.Remove(path + ".new"); err != nil {
						t.Fatal(err)
					}
					switch {
					case (journal || report.Exact) && !same(got, want), journal && !report.Exact:
						t.Fatalf("round %d: %d of %d values, %+v", round, len(got), len(want), report)
					case report.Exact:
						continue
					}
					for key, value := range want {
						known := slices.ContainsFunc(report.Lost, func(s Span) bool { return s.Holds(records(key)) })
						if got[key] != value && !known && !slices.Contains(report.Faults, "one of its two headers is unreadable") {
							t.Fatalf("round %d: %q is %q, %+v", round, key, got[key], report)
						}
					}
					for key, value := range got {
						if !once[key+value] {
							t.Fatalf("round %d: %q is %q, which was never written", round, key, value)
						}
					}
				}
			})
		}
	}
}

func TestAPageThatIsFreeAndInUseIsSeen(t *testing.T) {
	path, _ := library(t, 20)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // only read
	s := &survey{path: path, file: file, size: int64(len(data)), values: map[engine.Key]place{}, seen: map[uint64]bool{}}
	s.read()
	if !s.whole() {
		t.Fatal(s.faults)
	}
	at := int(s.meta.freelist)*pageSize + pageHead // of the first free page's number
	data[at] = byte(s.meta.root)
	clear(data[at+1 : at+8])
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if faults, err := Inspect(path); err != nil || len(faults) != 1 {
		t.Errorf("%v, %v", faults, err)
	}
}
