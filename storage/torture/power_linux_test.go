package torture

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const sector = 512 // what a disk writes whole or not at all

// cutDisk is a disk as it may be after the power was cut: what was synced, and of the rest anything.
type cutDisk struct {
	files  map[uint64]*cutFile
	names  []nameChange
	synced int // of names
	// syncing are syncs that were asked for, by thread: one is over when its thread goes on.
	syncing map[uint32]func()
	said    promises
}

type nameChange struct {
	kind     eventKind
	path, to string
	file     uint64
}

// cutFile is a file: what is on the disk for sure, and what was written since.
type cutFile struct {
	durable []byte // up to the last byte that was ever written
	size    int64
	pending []event
	library bool
	syncs   int    // asked for so far
	settle  func() // brings what the latest of them covers to the disk
}

func newCutDisk() *cutDisk {
	return &cutDisk{files: map[uint64]*cutFile{}, syncing: map[uint32]func(){}}
}

// play goes one line further.
func (d *cutDisk) play(e event) {
	if over := d.syncing[e.Thread]; over != nil && e.Kind != evSaid {
		over()
		delete(d.syncing, e.Thread)
	}
	switch e.Kind {
	case evSaid:
		d.said.hear(string(e.Bytes))
		// What is said to be saved was waited for.
		for _, f := range d.files {
			if f.library && f.settle != nil {
				f.settle()
			}
		}
	case evRename, evRemove:
		d.names = append(d.names, nameChange{kind: e.Kind, path: e.Path, to: e.To})
	case evSync:
		d.sync(e)
	default:
		f := d.file(e)
		if f.library && f.settle != nil { // bbolt syncs and then writes on, one after the other
			f.settle()
		}
		f.pending = append(f.pending, e)
	}
}

func (d *cutDisk) file(e event) *cutFile {
	f := d.files[e.File]
	if f == nil {
		f = &cutFile{library: !strings.Contains(e.Path, ".journal-")}
		d.files[e.File] = f
		d.names = append(d.names, nameChange{kind: evWrite, path: e.Path, file: e.File})
	}
	return f
}

func (d *cutDisk) sync(e event) {
	if info, err := os.Stat(e.Path); err == nil && info.IsDir() {
		names := len(d.names)
		d.syncing[e.Thread] = func() { d.synced = max(d.synced, names) }
		return
	}
	f := d.file(e)
	f.syncs++
	covered, nth := len(f.pending), f.syncs
	f.settle = func() {
		for _, w := range f.pending[:covered] {
			f.durable, f.size = apply(f.durable, f.size, w, nil)
		}
		f.pending = slices.Delete(f.pending, 0, covered)
		f.settle = nil
	}
	d.syncing[e.Thread] = func() {
		// Whoever syncs may go on in another thread, so this one may come back long after: then a later sync is none of its business.
		if f.settle != nil && f.syncs == nth {
			f.settle()
		}
	}
}

// apply does a write or a cut, sector by sector where keep says so.
func apply(data []byte, size int64, e event, keep func() bool) ([]byte, int64) {
	if e.Kind == evCut {
		if keep != nil && !keep() {
			return data, size
		}
		if e.At < int64(len(data)) {
			data = data[:e.At]
		}
		return data, e.At
	}
	for at := e.At; at < e.At+int64(len(e.Bytes)); {
		end := min(e.At+int64(len(e.Bytes)), (at/sector+1)*sector)
		if keep == nil || keep() {
			if end > int64(len(data)) {
				data = append(data, make([]byte, end-int64(len(data)))...)
			}
			copy(data[at:end], e.Bytes[at-e.At:end-e.At])
			size = max(size, end)
		}
		at = end
	}
	return data, size
}

// image writes one of the disks there may be now into a directory.
func (d *cutDisk) image(dir string, random *rand.Rand) error {
	// Names come to the disk in order, as far as the file system has got with them.
	now := map[string]uint64{}
	for _, n := range d.names[:d.synced+random.IntN(len(d.names)-d.synced+1)] {
		switch n.kind {
		case evRemove:
			delete(now, n.path)
		case evRename:
			now[n.to] = now[n.path]
			delete(now, n.path)
		default:
			now[n.path] = n.file
		}
	}
	for path, ino := range now {
		f := d.files[ino]
		if f == nil {
			continue
		}
		likely := []float64{0, 0.1, 0.5, 0.9, 1}[random.IntN(5)]
		data, size := slices.Clone(f.durable), f.size
		for _, w := range f.pending {
			data, size = apply(data, size, w, func() bool { return random.Float64() < likely })
			if w.Kind == evWrite && random.IntN(3) == 0 { // the length came to the disk, the bytes did not
				size = max(size, w.At+int64(len(w.Bytes)))
			}
		}
		to := filepath.Join(dir, filepath.Base(path))
		if err := os.WriteFile(to, data, 0o600); err != nil {
			return err
		}
		if err := os.Truncate(to, max(size, int64(len(data)))); err != nil {
			return err
		}
	}
	return nil
}

// The calls of somebody who types are recorded; then the power is cut somewhere, and of what was not synced any sectors reach the
// disk. Whatever was said to be saved is there, and the library opens.
func TestWhereverThePowerIsCutNothingSavedIsLost(t *testing.T) {
	c := tally{Test: "Power", Rounds: rounds(120, 3200)}
	random := rand.New(rand.NewPCG(3, 4))
	dir := scratch(t)
	tapePath := filepath.Join(dir, "tape")
	out, err := somebody("tape", filepath.Join(dir, "library.db"), envCount+"="+strconv.Itoa(rounds(90, 400)), envTape+"="+tapePath).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	events := mustReadTape(t, tapePath)
	cuts := make([]int, c.Rounds)
	for i := range cuts {
		cuts[i] = random.IntN(len(events) + 1)
	}
	slices.Sort(cuts)
	disk, at := newCutDisk(), 0
	for round, cut := range cuts {
		for ; at < cut; at++ {
			disk.play(events[at])
		}
		image := filepath.Join(dir, "image")
		if err := os.Mkdir(image, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := disk.image(image, random); err != nil {
			t.Fatal(err)
		}
		f := look(filepath.Join(image, "library.db"), disk.said.made)
		switch {
		case f.err != nil:
			c.bad(&c.Lost, max(1, disk.said.saved), "image %d, cut at call %d of %d: %v", round, cut, len(events), f.err)
		case !f.right:
			c.bad(&c.Silent, 1, "image %d, cut at call %d: the map does not say what it must", round, cut)
		case f.changes < disk.said.saved:
			c.bad(&c.Lost, disk.said.saved-f.changes, "image %d, cut at call %d: %d changes of %d", round, cut, f.changes, disk.said.saved)
		}
		c.Saved += disk.said.saved
		c.Back += truth(f.back)
		if err := os.RemoveAll(image); err != nil {
			t.Fatal(err)
		}
	}
	c.end(t)
}

func mustReadTape(t *testing.T, path string) []event {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // it was only read
	events, err := readTape(file)
	if err != nil || len(events) == 0 {
		t.Fatal(len(events), err)
	}
	return events
}

// A goroutine that has synced may go on in another thread, and the first thread come back with something else much later.
func TestAThreadThatComesBackLateTakesNoLaterSyncAway(t *testing.T) {
	d := newCutDisk()
	write := func(thread uint32, file uint64, path, text string) {
		d.play(event{Kind: evWrite, Thread: thread, File: file, Path: path, Bytes: []byte(text)})
	}
	sync := func(thread uint32) { d.play(event{Kind: evSync, Thread: thread, File: 7, Path: "library.db"}) }
	write(1, 7, "library.db", "first")
	sync(1)
	write(2, 7, "library.db", "later")
	sync(2)
	write(1, 8, "library.db.journal-0", "something else")
	if got := string(d.files[7].durable); got != "first" {
		t.Fatalf("on the disk is %q before the second sync is over", got)
	}
	write(2, 8, "library.db.journal-0", "and on")
	if got := string(d.files[7].durable); got != "later" {
		t.Errorf("on the disk is %q after the second sync", got)
	}
}
