package torture

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/engine"
	"footpath/storage/journey"
	"footpath/storage/library"
)

// rotTime is how long a child may take over a damaged library, on a slow machine too.
const rotTime = 30 * time.Second

// rotten is what a child makes of a damaged library.
type rotten struct {
	// Noticed tells that something was said at the opening or of a map, Told that the repair said of a map that it is not whole.
	Noticed, Told bool
	// First and Last are the digests of all maps as they were read at first, and after a repair.
	First, Last map[string]string
	Err         string
}

// useRotten opens a library as the window does, reads every map, then has it examined and, where it is damaged, repaired, and
// reads every map again. It prints what came of it.
func useRotten(path string) error {
	options := library.Options{Program: "torture"}
	r := rotten{}
	l, err := library.Open(path, options)
	switch {
	case errors.Is(err, engine.ErrDamaged):
		r.Noticed = true
	case err != nil:
		r.Noticed, r.Err = true, err.Error()
	default:
		var noticed bool
		r.First, noticed = digests(l)
		r.Noticed = noticed || len(l.Warnings()) > 0
		_ = l.Close()
	}
	if c, err := library.Examine(path, options); err != nil {
		r.Err = err.Error()
	} else if c.Damaged {
		c, err := library.Repair(path, options, time.Now())
		if r.Told = !c.Intact(); err != nil {
			r.Err = err.Error()
		}
	}
	if l, err = library.Open(path, options); err != nil {
		r.Err = err.Error()
	} else {
		r.Last, _ = digests(l)
		_ = l.Close()
	}
	return json.NewEncoder(os.Stdout).Encode(r)
}

// digests reads every map; noticed tells that one was not found as it was left.
func digests(l *library.Library) (all map[string]string, noticed bool) {
	all = make(map[string]string)
	list, err := l.List()
	if err != nil {
		return all, true
	}
	for _, s := range list {
		m, report, err := l.Open(s.ID)
		if err != nil || !report.Whole() || s.Damaged {
			noticed = true
		}
		if err == nil {
			all[s.ID.String()] = digest(m)
		}
	}
	return all, noticed
}

func digest(m *mapmodel.Map) string {
	sum := sha256.New()
	if err := journey.Write(sum, m); err != nil {
		return err.Error()
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// victim makes a library of some maps, as it is after some days of work.
func victim(t *testing.T, dir string) (path string, want map[string]string) {
	t.Helper()
	path = filepath.Join(dir, "library.db")
	day := time.Now()
	for i := range 3 {
		l, err := library.Open(path, library.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for n := range 4 {
			if err := l.Create(mapgen.Grid(4, 4, 4, uint64(i*4+n+1)), mapmodel.Change{At: 1}); err != nil {
				t.Fatal(err)
			}
		}
		if i < 2 {
			if _, err := l.BackUpIfDue(day.AddDate(0, 0, i)); err != nil {
				t.Fatal(err)
			}
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		if err := typing(path, 30, func(string) {}); err != nil {
			t.Fatal(err)
		}
	}
	l, err := library.Open(path, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want, _ = digests(l)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path, want
}

const pageSize = 4096

// rots are the ways in which bytes go bad. used is how much of the file is in use.
var rots = []struct {
	name string
	rot  func(random *rand.Rand, data []byte, used int) []byte
}{
	{"flipped bit", func(random *rand.Rand, data []byte, used int) []byte {
		data[random.IntN(used)] ^= 1 << random.IntN(8)
		return data
	}},
	{"altered letter", func(random *rand.Rand, data []byte, used int) []byte {
		letter := func(b byte) bool { return b >= 'a' && b <= 'z' }
		for range 100000 {
			if at := 1 + random.IntN(used-2); letter(data[at-1]) && letter(data[at]) && letter(data[at+1]) {
				data[at] = 'a' + (data[at]-'a'+1)%26
				break
			}
		}
		return data
	}},
	{"flipped bit in a page's head", func(random *rand.Rand, data []byte, used int) []byte {
		data[random.IntN(used/pageSize)*pageSize+random.IntN(48)] ^= 1 << random.IntN(8)
		return data
	}},
	{"cut", func(random *rand.Rand, data []byte, used int) []byte { return data[:random.IntN(used)] }},
	{"zeroed page", func(random *rand.Rand, data []byte, used int) []byte {
		clear(data[random.IntN(used/pageSize)*pageSize:][:pageSize])
		return data
	}},
	{"swapped pages", func(random *rand.Rand, data []byte, used int) []byte {
		a, b := data[random.IntN(used/pageSize)*pageSize:][:pageSize], data[random.IntN(used/pageSize)*pageSize:][:pageSize]
		kept := append([]byte{}, a...)
		copy(a, b)
		copy(b, kept)
		return data
	}},
	{"page that leads to another", func(random *rand.Rand, data []byte, used int) []byte {
		for range 1000 { // to a page that leads on, if there is one
			page := data[random.IntN(used/pageSize)*pageSize:][:pageSize]
			if flags, count := binary.NativeEndian.Uint16(page[8:]), int(binary.NativeEndian.Uint16(page[10:])); flags == 1 && count > 0 && 16+count*16 < pageSize {
				binary.NativeEndian.PutUint64(page[16+random.IntN(count)*16+8:], random.Uint64N(uint64(used/pageSize)))
				break
			}
		}
		return data
	}},
}

// A library's file rots; a child uses it within a time. It never crashes, hangs or shows other words than were written without
// saying so, and a repair brings everything back.
func TestWhateverRotsIsNoticedAndComesBack(t *testing.T) {
	c := tally{Test: "Rot", Rounds: rounds(7, 1001)}
	random := rand.New(rand.NewPCG(5, 6))
	dir := scratch(t)
	path, want := victim(t, dir)
	beside, err := filepath.Glob(path + ".*")
	if err != nil {
		t.Fatal(err)
	}
	good := readFile(t, path)
	used := usedOf(good)
	for round := range c.Rounds {
		rot := rots[round%len(rots)]
		r, end := rottenIn(t, dir, beside, rot.rot(random, slices.Clone(good), used))
		c.Saved += len(want)
		c.judge(r, end, want, fmt.Sprintf("round %d, %s", round, rot.name))
		n := differ(r.Last, want)
		c.bad(&c.Lost, truth(end == nil)*n, "round %d, %s: %d maps are not what they were: %s", round, rot.name, n, r.Err)
	}
	c.end(t)
}

// The library's file rots, and so does what is to bring it back: its newest journal or a backup. Then there may be no way to have all
// back, but what is lost is told.
func TestDecayInTwoFilesIsNeverSilent(t *testing.T) {
	c := tally{Test: "Rot in two files", Rounds: rounds(14, 350)}
	random := rand.New(rand.NewPCG(7, 8))
	dir := scratch(t)
	path, want := victim(t, dir)
	beside, err := filepath.Glob(path + ".*")
	if err != nil {
		t.Fatal(err)
	}
	good := readFile(t, path)
	used := usedOf(good)
	for round := range c.Rounds {
		rot, other := rots[round%len(rots)], rots[random.IntN(len(rots))]
		hurt := beside[random.IntN(len(beside))]
		whole := readFile(t, hurt)
		if bytes := len(whole); bytes > 2*pageSize {
			writeFile(t, hurt, other.rot(random, slices.Clone(whole), bytes))
		} else if bytes > 0 {
			writeFile(t, hurt, whole[:random.IntN(bytes)])
		}
		r, end := rottenIn(t, dir, beside, rot.rot(random, slices.Clone(good), used))
		writeFile(t, hurt, whole)
		c.Saved += len(want)
		name := fmt.Sprintf("round %d, %s, and %s in %s", round, rot.name, other.name, filepath.Base(hurt))
		c.judge(r, end, want, name)
		if n := differ(r.Last, want); end == nil && !r.Told {
			c.bad(&c.Silent, n, "%s: %d maps are not what they were, and the repair says nothing of it: %s", name, n, r.Err)
		}
	}
	c.end(t)
}

// rottenIn has a child use a library whose file has some bytes, with what stands beside it.
func rottenIn(t *testing.T, dir string, beside []string, bytes []byte) (rotten, error) {
	t.Helper()
	place := filepath.Join(dir, "place")
	if err := os.Mkdir(place, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range beside {
		writeFile(t, filepath.Join(place, filepath.Base(name)), readFile(t, name))
	}
	hurt := filepath.Join(place, "library.db")
	writeFile(t, hurt, bytes)
	r, end := usedByChild(hurt)
	if err := os.RemoveAll(place); err != nil {
		t.Fatal(err)
	}
	return r, end
}

// judge counts how a child ended, and what it saw and did not say at first.
func (c *tally) judge(r rotten, end error, want map[string]string, name string) {
	switch {
	case errors.Is(end, context.DeadlineExceeded):
		c.bad(&c.Hung, 1, "%s", name)
	case end != nil:
		c.bad(&c.Crashed, 1, "%s: %v", name, end)
	case r.Noticed:
		c.Back++
	default:
		n := differ(r.First, want)
		c.bad(&c.Silent, n, "%s: %d maps say something else, and nothing was said", name, n)
	}
}

// usedByChild has a child use a library, and gives why it ended badly, if it did.
func usedByChild(path string) (r rotten, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), rotTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), envWork+"=rot", envLibrary+"="+path, "GOMEMLIMIT=2GiB")
	var words strings.Builder
	cmd.Stderr = &words
	out, err := cmd.Output()
	if ctx.Err() != nil {
		return r, ctx.Err()
	}
	if err != nil {
		return r, fmt.Errorf("%w: %s", err, firstLine([]byte(words.String())))
	}
	return r, json.Unmarshal(out, &r)
}

// differ counts the maps that are not there or say something else.
func differ(got, want map[string]string) (n int) {
	for id, digest := range want {
		n += truth(got[id] != digest)
	}
	return n
}

// usedOf is how much of a file bbolt uses: the newer header's high water, in whole pages.
func usedOf(data []byte) int {
	at := func(meta int) (pages, transaction uint64) {
		return binary.NativeEndian.Uint64(data[meta*pageSize+16+40:]), binary.NativeEndian.Uint64(data[meta*pageSize+16+48:])
	}
	pages, first := at(0)
	if other, second := at(1); second > first {
		pages = other
	}
	return int(pages) * pageSize
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func writeFile(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
